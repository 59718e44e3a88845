/** When the screen asks again after a relaunch, case by case. */
import { describe, expect, it } from 'vitest'
import type { FollowedWork } from '@/domain/relaunch-progress'
import { relaunchFigures, phaseOf, sessionFigures, stepFigures } from '@/domain/relaunch-progress'
import type { Session, Step } from '@/domain/session'
import { refreshPace } from '@/queries/refresh-pace'

const T0 = 1_000_000

function step(errors: number, running: number, more: Partial<Step> = {}): Step {
  return {
    stepId: 'oais',
    type: 'REFERENCING',
    inputRelated: 100,
    outputRelated: 100 - errors - running,
    state: { errors, running, waiting: 0 },
    properties: { requestsErrors: errors, requestsRunning: running },
    lastUpdateDate: undefined,
    ...more,
  }
}

const figures = (errors: number, running: number) => stepFigures(step(errors, running))

function followed(current: Step, movedAt = 0, baseline: Step = step(48, 0)): FollowedWork {
  return {
    since: T0,
    baseline: stepFigures(baseline),
    current: stepFigures(current),
    movedAt,
  }
}

describe('how far a relaunch has come', () => {
  it('waits while the counters are those of before, since REGARDS is 7 s late', () => {
    expect(phaseOf(followed(step(48, 0)), T0 + 4_000)).toBe('waiting')
    expect(phaseOf(followed(step(48, 0)), T0 + 60_000)).toBe('waiting')
  })

  it('waits while the action itself is running', () => {
    expect(phaseOf({ ...followed(step(48, 0)), baseline: undefined }, T0 + 30_000)).toBe('waiting')
  })

  it('moves as soon as a counter differs', () => {
    expect(phaseOf(followed(step(6, 42), T0 + 8_000), T0 + 9_000)).toBe('moving')
  })

  it('continues for as long as counters change, however long it takes', () => {
    const hour = 3_600_000
    expect(phaseOf(followed(step(6, 12), T0 + hour), T0 + hour + 119_000)).toBe('moving')
  })

  it('is done when no errors and nothing running are left', () => {
    expect(phaseOf(followed(step(0, 0), T0 + 20_000), T0 + 30_000)).toBe('done')
  })

  it('is not done in the gap between "no longer in error" and "running"', () => {
    expect(phaseOf(followed(step(0, 0), T0 + 8_000), T0 + 9_000)).toBe('moving')
    expect(phaseOf(followed(step(0, 48), T0 + 13_000), T0 + 14_000)).toBe('moving')
  })

  it('is still after 120 s in which no counter moved, before as after a first move', () => {
    expect(phaseOf(followed(step(48, 0)), T0 + 119_999)).toBe('waiting')
    expect(phaseOf(followed(step(48, 0)), T0 + 120_000)).toBe('stalled')
    expect(phaseOf(followed(step(6, 0), T0 + 50_000), T0 + 169_999)).toBe('moving')
    expect(phaseOf(followed(step(6, 0), T0 + 50_000), T0 + 170_000)).toBe('stalled')
  })

  it('counts from the action when the last move was before it', () => {
    expect(phaseOf(followed(step(48, 0), T0 - 500_000), T0 + 1_000)).toBe('waiting')
  })

  it('counts requests to dispatch again as running, though REGARDS counts them nowhere', () => {
    const onTheirWay = step(0, 0, { stepId: 'workers', properties: { 'workers.a.b.retry': 3 } })
    expect(phaseOf(followed(onTheirWay, T0 + 8_000), T0 + 60_000)).toBe('moving')
  })

  it('sees any counter move, not only those of errors', () => {
    const deleted = step(48, 0, { properties: { requestsErrors: 48, requestsRunning: 0, deletedProducts: 1 } })
    expect(phaseOf(followed(deleted, T0 + 8_000), T0 + 9_000)).toBe('moving')
  })
})

describe('how soon to ask again', () => {
  it.each([
    ['waiting', 5_000],
    ['moving', 5_000],
    ['done', false],
    ['stalled', false],
    [undefined, false],
  ] as const)('while %s: %s', (phase, expected) => {
    expect(refreshPace(phase, 0)).toBe(expected)
  })

  it('waits twice as long after each round without an answer, five minutes at most', () => {
    expect(refreshPace('moving', 5_200)).toBe(5_200)
    expect(refreshPace('moving', 20_000)).toBe(20_000)
    expect(refreshPace('moving', 9_999_999)).toBe(300_000)
  })

  it('never asks because of failures when nothing is followed', () => {
    expect(refreshPace(undefined, 9_999_999)).toBe(false)
  })
})

describe('what became of the errors', () => {
  it('tells recovered, working and still failing apart', () => {
    expect(relaunchFigures(figures(48, 0), figures(6, 12), false)).toEqual({ recovered: 30, working: 12, failing: 6 })
  })

  it('never claims a recovery that the counters do not prove', () => {
    expect(relaunchFigures(figures(3, 0), figures(2, 40), false)).toEqual({ recovered: 0, working: 40, failing: 2 })
  })

  it('does not take jobs for products', () => {
    expect(relaunchFigures(figures(20, 0), figures(5, 1), true)).toEqual({ recovered: 15, working: 1, failing: 5 })
  })
})

describe('the figures of a session', () => {
  const session = (steps: readonly Step[]): Session => ({
    id: 1,
    source: 'A',
    name: 'S',
    creationDate: undefined,
    lastUpdateDate: undefined,
    steps,
    canDelete: false,
  })

  it('do not move because the server lists its steps in another order', () => {
    const [oais, storage] = [step(1, 2), step(3, 4, { stepId: 'storage' })]
    expect(sessionFigures(session([oais, storage]))).toEqual(sessionFigures(session([storage, oais])))
  })

  it('add up its steps, a counter below zero left out', () => {
    const sum = sessionFigures(session([step(1, 2), step(-5, 4, { stepId: 'storage' })]))
    expect(sum).toMatchObject({ errors: 1, working: 6 })
  })
})
