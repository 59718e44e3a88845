/** Which sessions need someone, and how urgently. */
import { expect, it } from 'vitest'
import { urgencyOf } from '@/domain/attention'
import type { Step } from '@/domain/session'
import { aSession, aStep } from './a-step'

const NOW = Date.parse('2025-05-02T12:00:00Z')
const WATCH = { now: NOW, minutes: 30 }
const changed = (step: Step, minutesAgo: number): Step => ({
  ...step,
  lastUpdateDate: new Date(NOW - minutesAgo * 60_000).toISOString(),
})
const lost = aStep('scan', { incomplete: 2 })

it.each<[string, readonly Step[], number | undefined]>([
  ['a decision is awaited, whatever else', [aStep('oais', {}, { waiting: 1, errors: 5 }), lost], 0],
  ['errors', [aStep('oais', {}, { errors: 1 }), lost], 1],
  ['no change for long', [changed(aStep('oais', {}, { running: 1 }), 31), lost], 2],
  ['products left out', [lost], 3],
  ['products left out while others run', [lost, changed(aStep('oais', {}, { running: 1 }), 29)], 3],
  ['work that runs', [changed(aStep('oais', {}, { running: 1 }), 29)], undefined],
  ['nothing', [aStep('oais', {}, { errors: -2 })], undefined],
])('%s', (_, steps, urgency) => {
  expect(urgencyOf(aSession('A', 'day', steps), WATCH)).toBe(urgency)
})
