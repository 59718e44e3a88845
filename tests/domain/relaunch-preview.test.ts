/** What relaunching many sessions would do, and what it would not. */
import { describe, expect, it } from 'vitest'
import type { Chain } from '@/domain/chain'
import type { RelaunchFacts } from '@/domain/relaunch-preview'
import { planRelaunch, relaunchedSteps, relaunchesOf, sourcesToCheck } from '@/domain/relaunch-preview'
import { RELAUNCH_RIGHTS, rightName } from '@/domain/rights'
import type { Session, Step } from '@/domain/session'
import { aStep } from './a-step'

const CHAIN: Chain = {
  id: 1,
  label: 'A',
  enabled: true,
  locked: false,
  running: false,
  deletionPending: false,
  executionBlockers: [],
}
const FACTS: RelaunchFacts = { missing: new Set(), chains: new Map([['A', [CHAIN]]]) }
const without = (stepId: keyof typeof RELAUNCH_RIGHTS): RelaunchFacts => ({
  ...FACTS,
  missing: new Set([rightName(RELAUNCH_RIGHTS[stepId])]),
})
const withChains = (...chains: readonly Partial<Chain>[]): RelaunchFacts => ({
  ...FACTS,
  chains: new Map([['A', chains.map(chain => ({ ...CHAIN, ...chain }))]]),
})

const session = (name: string, ...steps: readonly Step[]): Session => ({
  id: 1,
  source: 'A',
  name,
  creationDate: undefined,
  lastUpdateDate: undefined,
  steps,
  canDelete: false,
})
const scan = aStep('scan', { generationError: 3, invalid: 2 }, { errors: 5 })
const oais = aStep('oais', {}, { errors: 4 })
const feature = aStep('feature', { inErrorReferencingRequests: 2, inErrorNotifyRequests: 1 }, { errors: 3 })
const storage = aStep('storage', {}, { errors: 3400 })

describe('of a session', () => {
  it.each([
    ['an active chain', scan, FACTS, { kind: 'relaunched' }, 3],
    ['an inactive chain', scan, withChains({ enabled: false }), { kind: 'chain', obstacle: { kind: 'inactive' } }, 3],
    ['a running chain', scan, withChains({ locked: true }), { kind: 'chain', obstacle: { kind: 'locked' } }, 3],
    ['no chain', scan, withChains(), { kind: 'chain', obstacle: { kind: 'none' } }, 3],
    ['a chain nobody could ask about', scan, { ...FACTS, chains: new Map() }, { kind: 'unchecked' }, 3],
    ['only invalid products', aStep('scan', { invalid: 2 }, { errors: 2 }), FACTS, { kind: 'invalid' }, 0],
    ['OAIS requests', oais, FACTS, { kind: 'relaunched' }, 4],
    ['no right', oais, without('oais'), { kind: 'right', right: RELAUNCH_RIGHTS.oais }, 4],
    ['the right of another step missing', oais, without('storage'), { kind: 'relaunched' }, 4],
    ['GeoJSON requests of two types', feature, FACTS, { kind: 'relaunched' }, 3],
    ['more files than one relaunch takes', storage, FACTS, { kind: 'relaunched' }, 1000],
    ['indexing errors', aStep('catalog', {}, { errors: 7 }), FACTS, { kind: 'noRelaunch' }, 0],
    ['a step nobody knows', aStep('tides', {}, { errors: 7 }), FACTS, { kind: 'noRelaunch' }, 0],
  ] as const)('with %s', (_, step, facts, verdict, taken) => {
    const plan = planRelaunch([session('day-1', step)], facts)
    const [found] = [...plan.sessions, ...plan.others].flatMap(({ steps }) => steps)
    expect(found).toMatchObject({ verdict, taken, errors: step.state.errors })
  })

  it('with several steps they are in the order in which data flows, whatever the order of REGARDS', () => {
    const plan = planRelaunch([session('day-1', aStep('tides', {}, { errors: 1 }), storage, oais, scan)], FACTS)
    expect(plan.sessions[0]?.steps.map(({ stepId }) => stepId)).toEqual(['scan', 'oais', 'storage', 'tides'])
  })

  it('without a name nothing is relaunched: REGARDS would take the whole source', () => {
    const plan = planRelaunch([session('', oais)], FACTS)
    expect(plan.sessions).toEqual([])
    expect(plan.others[0]?.steps[0]?.verdict).toEqual({ kind: 'nameless' })
  })
})

it('totals say what is relaunched, what a right forbids and what stays for another reason', () => {
  const sessions = [
    session('day-1', scan, oais),
    session('day-2', storage),
    session('day-3'),
    session('day-4', feature),
  ]
  const plan = planRelaunch(sessions, without('feature'))
  expect(plan.sessions.map(({ session: { name } }) => name)).toEqual(['day-1', 'day-2'])
  expect(plan.others.map(({ session: { name } }) => name)).toEqual(['day-3', 'day-4'])
  expect(plan).toMatchObject({ relaunches: 3, errors: 3 + 4 + 1000, notAllowed: 3, notPossible: 2 + 2400 })
  expect(plan.sessions.flatMap(relaunchesOf).map(({ stepId }) => stepId)).toEqual(['scan', 'oais', 'storage'])
})

it('only the chains are asked about that decide on something', () => {
  const other = { ...session('day-3', aStep('scan', { invalid: 1 }, { errors: 1 })), source: 'B' }
  expect(sourcesToCheck([session('day-1', scan), session('day-2', scan, oais), other])).toEqual(['A'])
})

it('the kinds of steps that are relaunched stand once each in the order of the catalogue, without those that are not', () => {
  const plan = planRelaunch(
    [
      session('day-1', storage, oais),
      session('day-2', oais, scan),
      session('day-3', aStep('catalog', {}, { errors: 7 })),
    ],
    { ...withChains({ enabled: false }), missing: new Set() },
  )
  const found = relaunchedSteps(plan)
  expect([...found.keys()]).toEqual(['oais', 'storage'])
  expect([...found.values()].map(steps => steps.length)).toEqual([2, 1])
})
