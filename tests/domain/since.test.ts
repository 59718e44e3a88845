/** The beginning of a range of time, as addresses and what is kept say it: what means no time is none. */
import { expect, it } from 'vitest'
import { isSince } from '@/domain/since'
import { restoredWatches } from '@/queries/kept-watches'

const watch = (since: unknown) => ({
  id: 'w1',
  target: { kind: 'list', question: { state: { anyOf: [], since } }, parts: {}, next: 0 },
  startedAt: 1,
  changedAt: 1,
  lookedAt: 1,
  failures: 0,
})

it.each([
  ['24h', true],
  ['7d', true],
  ['2026-04-30', true],
  ['2026-04-30T10:00+02:00', true],
  ['2026-13-30', false],
  ['2026-04-30T10:00', false],
  ['yesterday', false],
  ['constructor', false],
  ['', false],
  [7, false],
])('%s: %s, and no watch of a list is taken up without it', (since, expected) => {
  expect(isSince(since)).toBe(expected)
  expect(restoredWatches([watch(since)], 2)).toHaveLength(expected ? 1 : 0)
})
