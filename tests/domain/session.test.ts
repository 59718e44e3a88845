/** Sums and keys of sessions: what the badges and the columns say (docs/regards-api/sessions.md 1, 2 and 5). */
import { describe, expect, it } from 'vitest'
import type { Source } from '@/domain/session'
import { isSameSession, isUnreadable, sessionKey, sessionOutput, sourceTotalOut, totalCounters } from '@/domain/session'
import { aSession, aStep } from './a-step'

describe('the badges', () => {
  const total = (...states: Parameters<typeof aStep>[2][]) =>
    totalCounters(states.map((state, n) => aStep(`step-${n}`, {}, state)))

  it.each([
    ['nothing', [], { errors: 0, waiting: 0, running: 0 }],
    ['one step', [{ errors: 1, waiting: 2, running: 3 }], { errors: 1, waiting: 2, running: 3 }],
    ['two steps', [{ errors: 1 }, { errors: 4, running: 2 }], { errors: 5, waiting: 0, running: 2 }],
    [
      'a counter below zero, which hides no error of another step',
      [{ errors: -5 }, { errors: 2 }],
      { errors: 2, waiting: 0, running: 0 },
    ],
  ])('add up %s', (_, states, expected) => {
    expect(total(...states)).toEqual(expected)
  })

  it('say that they do not know rather than leave out a counter that is no number', () => {
    expect(total({ errors: NaN }, { errors: 2, running: 1 })).toEqual({ errors: NaN, waiting: 0, running: 1 })
  })
})

describe('the products of a session', () => {
  const session = aSession('A', 'day-1', [
    aStep('oais', {}, {}, 7),
    aStep('feature', {}, {}, 5),
    aStep('catalog', {}, {}, -2),
  ])

  it.each([
    ['of both kinds of referencing together', ['oais', 'feature'], 12],
    ['of the one publisher there is', ['oais', 'unheard_of'], 7],
    ['below zero as they are', ['catalog'], -2],
    ['unknown where they are not published', ['storage'], undefined],
    ['unknown for no publisher at all', [], undefined],
  ])('are %s', (_, stepIds, expected) => {
    expect(sessionOutput(session, stepIds)).toBe(expected)
  })
})

describe('the total of a source', () => {
  const source: Source = {
    name: 'A',
    sessionCount: 2,
    lastUpdateDate: undefined,
    steps: [{ type: 'REFERENCING', totalIn: 9, totalOut: -3, state: { errors: 0, waiting: 0, running: 0 } }],
  }

  it('is what REGARDS says, below zero too: the screen has to mark it', () => {
    expect(sourceTotalOut(source, 'REFERENCING')).toBe(-3)
  })

  it('is unknown where the source has no such step', () => {
    expect(sourceTotalOut(source, 'DISSEMINATION')).toBeUndefined()
  })
})

describe('the key of a session', () => {
  const refs = [
    { source: 'A', name: 'B' },
    { source: 'B', name: 'A' },
    { source: 'A","B', name: '' },
    { source: '', name: 'A","B' },
    { source: 'A/B', name: 'C' },
    { source: 'A', name: 'B/C' },
    { source: 'A', name: 'b' },
    { source: 'A', name: 'B\u200b' },
  ]

  it('differs between any two sessions, whatever their names hold', () => {
    expect(new Set(refs.map(sessionKey)).size).toBe(refs.length)
    for (const [n, ref] of refs.entries())
      expect(refs.map(other => isSameSession(ref, other))).toEqual(refs.map((_, m) => m === n))
  })

  it('does not depend on anything but its names', () => {
    expect(sessionKey(aSession('A', 'B', [], 1))).toBe(sessionKey(aSession('A', 'B', [aStep('oais')], 2)))
  })
})

it('a row that could not be read differs from one that could', () => {
  expect(isUnreadable({ unreadable: true, label: undefined })).toBe(true)
  expect(isUnreadable(aSession('A', 'unreadable'))).toBe(false)
})
