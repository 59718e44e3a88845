/** A run of relaunches: in order, two sessions at a time, each once, whatever comes between. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PartOutcome } from '@/domain/relaunch'
import { planRelaunch } from '@/domain/relaunch-preview'
import type { Run, RunEvent, RunItem } from '@/domain/relaunch-run'
import { afterEvent, isUnfinished, mayMeetOwnRun, nextItem, nextLook, resultOf, startRun } from '@/domain/relaunch-run'
import { isStill, itemPhase, runFigures } from '@/domain/run-progress'
import type { Session } from '@/domain/session'
import { sessionKey } from '@/domain/session'
import { aStep } from './a-step'

const session = (n: number, errors: Readonly<Record<string, number>>, running = 0): Session => ({
  id: n,
  source: 'A',
  name: `day-${n}`,
  creationDate: undefined,
  lastUpdateDate: undefined,
  steps: Object.entries(errors).map(([stepId, count]) => aStep(stepId, {}, { errors: count, running })),
  canDelete: false,
})
const start = (...sessions: readonly Session[]): Run =>
  startRun(planRelaunch(sessions, { missing: new Set(), chains: new Map() }), 'run', 0)
const two = [session(1, { oais: 3, storage: 2 }), session(2, { oais: 5 })] as const

const after = (run: Run, ...events: readonly RunEvent[]): Run => events.reduce(afterEvent, run)
const sending = (index: number, at = 0): RunEvent => ({ type: 'sending', index, at })
const answer = (index: number, outcome: PartOutcome, baseline?: Session): RunEvent => ({
  type: 'answered',
  index,
  outcome: { parts: [{ outcome }] },
  baseline,
})
const ACCEPTED: PartOutcome = { kind: 'accepted' }
const REFUSED: PartOutcome = { kind: 'refused', status: 422, messages: ['No'] }
const DENIED: PartOutcome = { kind: 'refused', status: 403, messages: ['Access is denied'] }
const UNKNOWN: PartOutcome = { kind: 'unknown', reason: 'gateway' }
const results = ({ items }: Run) => items.map(resultOf)

describe('what is sent next', () => {
  it('is the first relaunch of a session that has none under way, for two sessions at most', () => {
    const run = start(...two, session(3, { oais: 1 }))
    expect(nextItem(run)).toBe(0)
    const first = after(run, sending(0))
    expect(nextItem(first)).toBe(2)
    const both = after(first, sending(2))
    expect(nextItem(both)).toBeUndefined()
    expect(nextItem(after(both, answer(2, ACCEPTED)))).toBe(3)
    expect(nextItem(after(both, answer(0, ACCEPTED)))).toBe(1)
  })

  it.each([
    ['a pause', { type: 'paused', reason: 'user' }],
    ['a stop', { type: 'stopped' }],
    ['a reload', { type: 'reloaded' }],
    ['a lost sign-in', { type: 'notSent', index: 0, reason: 'signedOut' }],
  ] as const)('is nothing after %s', (_, event) => {
    expect(nextItem(after(start(...two), sending(0), event))).toBeUndefined()
  })

  it('goes on after a pause where it was', () => {
    const run = after(start(...two), sending(0), { type: 'paused', reason: 'user' }, answer(0, ACCEPTED))
    expect(nextItem(after(run, { type: 'resumed' }))).toBe(1)
  })
})

describe('an acquisition chain', () => {
  const scan = (n: number): Session => ({
    ...session(n, {}),
    steps: [aStep('scan', { generationError: 2 }, { errors: 2 })],
  })
  const run = start(scan(1), scan(2), session(3, { oais: 1 }))

  it('has one relaunch at a time; others go ahead', () => {
    expect(nextItem(after(run, sending(0)))).toBe(2)
  })

  it('that is busy keeps all that wait for it, by one look', () => {
    const three = start(scan(1), scan(2), scan(4), session(3, { oais: 1 }))
    const postponed: RunEvent = { type: 'postponed', index: 1, at: 1000 }
    const busy = after(three, sending(0), answer(0, ACCEPTED, scan(1)), sending(1), postponed)
    expect(nextItem(after(busy, sending(3), answer(3, ACCEPTED)), 10_999)).toBeUndefined()
    expect(busy.items.map(({ looks }) => looks)).toEqual([undefined, 1, undefined, undefined])
    expect(busy.items.map(({ notBefore }) => notBefore)).toEqual([undefined, 11_000, 11_000, undefined])
    expect(nextItem(busy, 11_000)).toBe(1)
  })

  it('that is busy with a relaunch of this run is looked at again later, sixty times at most', () => {
    const [, second] = run.items as readonly [RunItem, RunItem]
    expect(mayMeetOwnRun(run, second)).toBe(false)
    const busy = after(run, sending(0), answer(0, ACCEPTED, scan(1)), { type: 'postponed', index: 1, at: 1000 })
    expect(nextItem(busy, 1000)).toBe(2)
    expect(nextLook(busy, 1000)).toBe(11_000)
    // Due, it waits for an answer and for no time.
    expect(nextLook(busy, 11_000)).toBeUndefined()
    expect(nextItem(after(busy, sending(2), answer(2, ACCEPTED)), 11_000)).toBe(1)
    const waited = Array.from({ length: 59 }, (): RunEvent => ({ type: 'postponed', index: 1, at: 2000 }))
    const [, late] = after(busy, ...waited).items as readonly [RunItem, RunItem]
    expect(mayMeetOwnRun(busy, busy.items[1]!)).toBe(true)
    expect(mayMeetOwnRun(busy, late)).toBe(false)
  })
})

it('a lost sign-in sends the relaunch it met on a fresh click', () => {
  const run = after(start(...two), sending(0), { type: 'notSent', index: 0, reason: 'signedOut' })
  expect(run.paused).toBe('signedOut')
  expect(nextItem(after(run, { type: 'resumed' }))).toBe(0)
})

it('a reload makes what was under way unknown, and sends nothing by itself', () => {
  const run = after(start(...two), sending(0), { type: 'reloaded' })
  expect(results(run)).toEqual(['unknown', 'waiting', 'waiting'])
  expect(run.paused).toBe('reloaded')
  expect(nextItem(after(run, { type: 'resumed' }))).toBe(1)
})

it('two relaunches without an answer in a row stop the run until somebody looks', () => {
  const run = after(start(...two), sending(0), sending(2), answer(0, UNKNOWN))
  expect(run.paused).toBeUndefined()
  const failing = after(run, answer(2, UNKNOWN))
  expect(failing.paused).toBe('failing')
  expect(after(run, answer(2, REFUSED)).paused).toBeUndefined()
})

describe('"relaunch these again"', () => {
  const done = after(
    start(...[1, 2, 3, 4, 5, 6].map(n => session(n, { oais: n }))),
    answer(0, ACCEPTED),
    answer(1, REFUSED),
    answer(2, UNKNOWN),
    answer(3, DENIED),
    answer(4, { kind: 'handled', handled: 1, requested: 5 }),
    { type: 'stopped' },
  )

  it('takes what failed or was not sent, and neither what is unknown nor what a right forbids', () => {
    expect(results(done)).toEqual(['accepted', 'refused', 'unknown', 'refused', 'partly', 'notSent'])
    expect(results(after(done, { type: 'again' }))).toEqual([
      'accepted',
      'waiting',
      'unknown',
      'refused',
      'waiting',
      'waiting',
    ])
  })

  it('takes an unknown one only by itself, when asked to', () => {
    expect(results(after(done, { type: 'againUnknown', index: 2 }))[2]).toBe('waiting')
    expect(results(after(done, { type: 'againUnknown', index: 0 }))[0]).toBe('accepted')
  })

  it('sends only the FEM types that failed, and keeps the answers of the others', () => {
    const outcome = {
      parts: [
        { type: 'CREATION', outcome: ACCEPTED },
        { type: 'UPDATE', outcome: REFUSED },
      ],
    } as const
    const run = after(
      start({ ...session(1, {}), steps: [aStep('feature', { inErrorUpdateRequests: 2 }, { errors: 2 })] }),
      {
        type: 'answered',
        index: 0,
        outcome,
        baseline: undefined,
      },
    )
    const again = after(run, { type: 'again' })
    expect(again.items[0]?.only).toEqual(['UPDATE'])
    const whole = after(again, sending(0), {
      type: 'answered',
      index: 0,
      outcome: { parts: [{ type: 'UPDATE', outcome: ACCEPTED }] },
      baseline: undefined,
    })
    expect(results(whole)).toEqual(['accepted'])
  })
})

describe('afterwards', () => {
  const relaunched = after(
    start(session(1, { oais: 5 })),
    sending(0, 1000),
    answer(0, ACCEPTED, session(1, { oais: 5 })),
  )
  const at = (time: number, errors: number, running: number): RunEvent => ({
    type: 'seen',
    session: session(1, { oais: errors }, running),
    at: time,
  })
  const [first] = relaunched.items as readonly [RunItem]

  it('counts what recovered, runs and still fails', () => {
    expect(runFigures(relaunched)).toEqual({ sessions: 1, recovered: 0, working: 0, failing: 5 })
    expect(runFigures(after(relaunched, at(9000, 1, 3)))).toEqual({ sessions: 1, recovered: 1, working: 3, failing: 1 })
  })

  it('is still once nothing is left, or nothing has changed for long', () => {
    expect(itemPhase(first, 2000)).toBe('waiting')
    expect(isStill(relaunched, 2000)).toBe(false)
    expect(isStill(relaunched, 121_000)).toBe(true)
    const recovered = after(relaunched, at(9000, 0, 0))
    expect(isStill(recovered, 12_000)).toBe(false)
    expect(isStill(recovered, 19_000)).toBe(true)
  })

  it('a session that came anew under the same names, or is gone, is not followed', () => {
    const other = after(relaunched, { type: 'seen', session: { ...session(1, { oais: 0 }), id: 77 }, at: 9000 })
    expect(runFigures(other).failing).toBe(5)
    expect(isStill(after(relaunched, { type: 'gone', ref: session(1, {}) }), 2000)).toBe(true)
  })
})

describe('whatever happens', () => {
  const outcome = fc.constantFrom(ACCEPTED, REFUSED, UNKNOWN, DENIED)
  const move = fc.oneof(
    { weight: 6, arbitrary: fc.constant({ do: 'send' as const }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('answer' as const), outcome, which: fc.nat(1) }) },
    fc.record({ do: fc.constant('refuse' as const), reason: fc.constantFrom('signedOut' as const, 'unread' as const) }),
    fc.record({ do: fc.constant('pause' as const) }),
    fc.record({ do: fc.constant('resume' as const) }),
    fc.record({ do: fc.constant('stop' as const) }),
    fc.record({ do: fc.constant('reload' as const) }),
    fc.record({ do: fc.constant('again' as const) }),
  )

  it('two sessions at most are under way, and nothing is sent twice unless it was asked for again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 6 }),
        fc.array(move),
        (sizes, moves) => {
          const steps = ['oais', 'storage', 'workers']
          let run = start(
            ...sizes.map((size, n) => session(n, Object.fromEntries(steps.slice(0, size).map(stepId => [stepId, 1])))),
          )
          const sent = new Set<string>()
          const flying = () => run.items.flatMap(({ state }, index) => (state.kind === 'sending' ? [index] : []))
          for (const one of moves) {
            if (one.do === 'send') {
              const index = nextItem(run)
              if (index === undefined) continue
              expect(run.paused).toBeUndefined()
              run = after(run, sending(index))
              const item = run.items[index]!
              const name = `${index}#${item.attempt}`
              expect(sent.has(name)).toBe(false)
              sent.add(name)
            } else if (one.do === 'answer' || one.do === 'refuse') {
              const index = flying()[one.do === 'answer' ? one.which : 0]
              if (index === undefined) continue
              if (one.do === 'answer') run = after(run, answer(index, one.outcome))
              else {
                // Not sent for want of a sign-in: the same attempt goes out later.
                if (one.reason === 'signedOut') sent.delete(`${index}#${run.items[index]?.attempt}`)
                run = after(run, { type: 'notSent', index, reason: one.reason })
              }
            } else if (one.do === 'pause') run = after(run, { type: 'paused', reason: 'user' })
            else if (one.do === 'resume') run = after(run, { type: 'resumed' })
            else if (one.do === 'stop') run = after(run, { type: 'stopped' })
            else if (one.do === 'reload') run = after(run, { type: 'reloaded' })
            else run = after(run, { type: 'again' })
            expect(new Set(flying().map(index => sessionKey(run.items[index]!.ref))).size).toBeLessThanOrEqual(2)
            expect(flying().length).toBeLessThanOrEqual(2)
          }
          // Left alone, it comes to its end.
          run = after(run, { type: 'resumed' })
          for (let n = 0; n < 40; n++) {
            for (const index of flying()) run = after(run, answer(index, ACCEPTED))
            const next = nextItem(run)
            if (next !== undefined) run = after(run, sending(next))
          }
          expect(isUnfinished(run)).toBe(false)
        },
      ),
    )
  })
})
