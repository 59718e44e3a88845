/** The outcome of a relaunch, and what prevents it (docs/regards-api/actions.md 2). */
import { describe, expect, it } from 'vitest'
import type { Chain } from '@/domain/chain'
import type { PartOutcome, RelaunchPart } from '@/domain/relaunch'
import { chainObstacle } from '@/domain/chain'
import { failedTypes, isFullSuccess, isRightRefusal, mayBeWorking } from '@/domain/relaunch'
import { requestTypesInError } from '@/domain/request-type'
import { RELAUNCH_RIGHTS, rightName } from '@/domain/rights'
import type { RelaunchableStepId } from '@/domain/step-catalogue'
import { aStep } from './a-step'

const ACCEPTED: PartOutcome = { kind: 'accepted' }
const NOTHING: PartOutcome = { kind: 'nothing' }
const UNKNOWN: PartOutcome = { kind: 'unknown', reason: 'timeout' }
const refused = (status: number): PartOutcome => ({ kind: 'refused', status, messages: ['No'] })
const handled = (n: number, requested: number): PartOutcome => ({ kind: 'handled', handled: n, requested })
const outcomeOf = (...outcomes: readonly PartOutcome[]) => ({ parts: outcomes.map(outcome => ({ outcome })) })

describe('after a relaunch', () => {
  it.each([
    ['accepted', outcomeOf(ACCEPTED), { follows: true, full: true }],
    ['all handled', outcomeOf(handled(12, 12)), { follows: true, full: true }],
    ['more handled than were asked for', outcomeOf(handled(13, 12)), { follows: true, full: true }],
    ['some handled', outcomeOf(handled(1, 12)), { follows: true, full: false }],
    ['none handled, which REGARDS answers with 200', outcomeOf(handled(0, 12)), { follows: false, full: false }],
    ['nothing to do', outcomeOf(NOTHING), { follows: false, full: false }],
    ['refused', outcomeOf(refused(422)), { follows: false, full: false }],
    ['unknown', outcomeOf(UNKNOWN), { follows: true, full: false }],
    ['half refused', outcomeOf(handled(3, 3), refused(403)), { follows: true, full: false }],
    ['made of no call', outcomeOf(), { follows: false, full: false }],
  ])('%s, the screen knows whether to follow it and whether all was handled', (_, outcome, expected) => {
    expect({ follows: mayBeWorking(outcome), full: isFullSuccess(outcome) }).toEqual(expected)
  })

  it('only the types that were refused, or whose outcome is unknown, can be repeated', () => {
    const parts: readonly RelaunchPart[] = [
      { type: 'CREATION', outcome: handled(2, 2) },
      { type: 'UPDATE', outcome: refused(500) },
      { type: 'DELETION', outcome: UNKNOWN },
      { type: 'NOTIFICATION', outcome: NOTHING },
    ]
    expect(failedTypes({ parts })).toEqual(['UPDATE', 'DELETION'])
  })

  it('nothing can be repeated in part where one call did all', () => {
    expect(failedTypes(outcomeOf(refused(500), UNKNOWN))).toEqual([])
  })
})

describe('the request types of a feature step that are in error', () => {
  it.each([
    [
      'all',
      {
        ...{ inErrorNotifyRequests: 1, inErrorDeleteRequests: 1 },
        ...{ inErrorUpdateRequests: 1, inErrorReferencingRequests: 1 },
      },
      ['CREATION', 'UPDATE', 'DELETION', 'NOTIFICATION'],
    ],
    ['one', { inErrorDeleteRequests: 2, inErrorUpdateRequests: 0 }, ['DELETION']],
    ['none below zero, none that is no number', { inErrorDeleteRequests: -2, inErrorUpdateRequests: NaN }, []],
    ['none of a step that counts none', {}, []],
  ])('%s', (_, properties: Readonly<Record<string, number>>, expected) => {
    expect(requestTypesInError(aStep('feature', properties))).toEqual(expected)
  })
})

describe('what stands in the way of a chain', () => {
  const chain = (settings: Partial<Chain> = {}): Chain => ({
    ...{ id: 1, label: 'A', enabled: true, locked: false, running: false, deletionPending: false },
    executionBlockers: [],
    ...settings,
  })

  it.each([
    ['nothing', [chain()], undefined],
    ['nothing, though a job of it runs', [chain({ running: true })], undefined],
    ['there is none', [], { kind: 'none' }],
    ['there are two of that name', [chain(), chain({ id: 2 })], { kind: 'several' }],
    ['it is switched off', [chain({ enabled: false, locked: true })], { kind: 'inactive' }],
    ['a deletion is pending', [chain({ deletionPending: true, locked: true })], { kind: 'deletionPending' }],
    [
      'a plugin blocks it',
      [chain({ executionBlockers: ['no disk', 'no net'], locked: true })],
      { kind: 'blocked', blockers: ['no disk', 'no net'] },
    ],
    ['a run is in progress', [chain({ locked: true })], { kind: 'locked' }],
  ])('%s', (_, chains, expected) => {
    expect(chainObstacle(chains)).toEqual(expected)
  })
})

describe('a refusal', () => {
  it.each([
    ['storage', refused(403), true],
    ['oais', refused(403), true],
    ['scan', refused(403), false],
    ['storage', refused(422), false],
    ['storage', UNKNOWN, false],
  ] as const)('of %s, %j: says that a right is missing: %s', (stepId, outcome, expected) => {
    expect(isRightRefusal(stepId, outcome)).toBe(expected)
  })

  it('is remembered for one call only: no two relaunches share a name', () => {
    const names = (Object.keys(RELAUNCH_RIGHTS) as RelaunchableStepId[]).map(id => rightName(RELAUNCH_RIGHTS[id]))
    expect(names).toContain('POST rs-storage/storages/retry')
    expect(new Set(names).size).toBe(names.length)
  })
})
