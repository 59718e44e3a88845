/** When a running step counts as stalled, and which step of a session or source is named. */
import { describe, expect, it } from 'vitest'
import { sessionStall, sourceStall, stepStall } from '@/domain/stall'
import type { Step } from '@/domain/session'

const NOW = Date.parse('2025-06-02T08:00:00Z')
const HOUR = 3_600_000
const ago = (ms: number) => new Date(NOW - ms).toISOString()

const step = (type: string, running: number, lastUpdateDate: string | undefined): Step => ({
  stepId: type.toLowerCase(),
  type,
  inputRelated: 0,
  outputRelated: 0,
  state: { errors: 0, waiting: 0, running },
  properties: {},
  lastUpdateDate,
})

describe('a step without a change', () => {
  it.each([
    ['runs and has been silent for 2 h', 3, ago(2 * HOUR), 2 * HOUR],
    ['runs and is exactly at the threshold', 3, ago(HOUR / 2), undefined],
    ['runs and has just reported', 3, ago(1000), undefined],
    ['does not run', 0, ago(2 * HOUR), undefined],
    ['runs, and REGARDS gives no date', 3, undefined, undefined],
    ['runs, and the date is nonsense', 3, 'yesterday', undefined],
    ['runs, and the clock of REGARDS is ahead of ours', 3, ago(-2 * HOUR), undefined],
    ['has a negative count, being counted out of order', -1, ago(2 * HOUR), undefined],
  ])('or not, when it %s', (_, running, date, expected) => {
    expect(stepStall(step('STORAGE', running, date), NOW, 30)).toBe(expected)
  })

  it('by the minutes its user has chosen', () => {
    expect(stepStall(step('STORAGE', 1, ago(2 * HOUR)), NOW, 180)).toBeUndefined()
  })
})

describe('a session without a change', () => {
  it('in the step that has been silent for longest', () => {
    const steps = [
      step('ACQUISITION', 0, ago(9 * HOUR)),
      step('REFERENCING', 1, ago(HOUR)),
      step('STORAGE', 2, ago(3 * HOUR)),
    ]
    expect(sessionStall(steps, NOW, 30)).toEqual({ type: 'STORAGE', age: 3 * HOUR })
  })

  it('nowhere while each of its running steps reports', () => {
    expect(sessionStall([step('STORAGE', 2, ago(60_000))], NOW, 30)).toBeUndefined()
  })
})

describe('a source without a change', () => {
  const source = (running: number, lastUpdateDate: string | undefined) => ({
    name: 'A',
    sessionCount: 1,
    lastUpdateDate,
    steps: [
      { type: 'REFERENCING', totalIn: 1, totalOut: 1, state: { errors: 0, waiting: 0, running: 0 } },
      { type: 'STORAGE', totalIn: 1, totalOut: 1, state: { errors: 0, waiting: 0, running } },
    ],
  })

  it('in its running step type, dated by the source itself', () => {
    expect(sourceStall(source(4, ago(HOUR)), NOW, 30)).toEqual({ type: 'STORAGE', age: HOUR })
  })

  it('not when nothing runs in it, however old it is', () => {
    expect(sourceStall(source(0, ago(90 * HOUR)), NOW, 30)).toBeUndefined()
  })
})
