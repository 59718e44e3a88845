/** How an action is written down: in one word, in what it was about, and in what the counters said. */
import { describe, expect, it } from 'vitest'
import type { Action, ActionReport } from '@/domain/action'
import type { JournalOutcome, JournalWhat } from '@/domain/journal'
import { abandoned, journalEntry, journalFigures, journalOutcome, mergeJournal, readJournal } from '@/domain/journal'
import type { PartOutcome } from '@/domain/relaunch'
import type { Session } from '@/domain/session'
import { aStep } from './a-step'

const REF = { source: 'A', name: 'day-1' }
const AT = '2026-01-01T00:00:00.000Z'

const ACTIONS: Readonly<Record<Action['kind'], readonly (readonly [Action, JournalWhat])[]>> = {
  relaunch: [
    [
      { kind: 'relaunch', ref: REF, stepId: 'oais' },
      { kind: 'relaunch', stepId: 'oais' },
    ],
    [
      { kind: 'relaunch', ref: REF, stepId: 'feature', only: ['UPDATE'] },
      { kind: 'relaunch', stepId: 'feature', types: ['UPDATE'] },
    ],
    [
      { kind: 'relaunch', ref: REF, stepId: 'oais', selected: { list: 'oaisErrors', ref: REF, ids: [1, 2] } },
      { kind: 'relaunch', stepId: 'oais', selected: 2 },
    ],
  ],
  versioning: [
    [
      { kind: 'versioning', ref: REF, mode: 'REPLACE' },
      { kind: 'versioning', mode: 'REPLACE' },
    ],
    [
      { kind: 'versioning', ref: REF, mode: 'IGNORE', ids: [4] },
      { kind: 'versioning', mode: 'IGNORE', selected: 1 },
    ],
  ],
  crawl: [
    [
      { kind: 'crawl', id: 'u-1', label: 'Data' },
      { kind: 'crawl', label: 'Data' },
    ],
  ],
  deletion: [
    [
      { kind: 'deletion', ref: REF, id: 7, confirmed: 'x' },
      { kind: 'deletion', isExact: false },
    ],
    [
      { kind: 'deletion', ref: REF, id: 7, confirmed: 'x', parts: [] },
      { kind: 'deletion', isExact: true },
    ],
  ],
}

const reported = (...outcomes: readonly PartOutcome[]): ActionReport => ({
  outcome: { parts: outcomes.map(outcome => ({ outcome })) },
  baseline: undefined,
})
const CRAWL: Action = { kind: 'crawl', id: 'u-1', label: 'Data' }
const answered = (report: ActionReport, action: Action = CRAWL) =>
  journalEntry({ action, since: 1, status: 'answered', report, notSent: undefined }, AT)

describe('an entry', () => {
  it.each(Object.values(ACTIONS).flat())('of %j says %j, and is read as it was written', (action, what) => {
    const entry = answered(reported({ kind: 'accepted' }), action)
    expect(entry.what).toEqual({ ...entry.what, ...what })
    expect(entry.session).toEqual(action.kind === 'crawl' ? undefined : expect.objectContaining(REF))
    const text = JSON.stringify([entry])
    expect(readJournal(text)).toEqual(JSON.parse(text))
    expect(readJournal(text)).toHaveLength(1)
  })

  it('keeps the words of the server within bounds', () => {
    const refused = {
      kind: 'refused',
      status: 500,
      messages: Array.from({ length: 9 }, () => 'x'.repeat(9000)),
    } as const
    expect(JSON.stringify(answered(reported(refused))).length).toBeLessThan(4000)
  })
})

describe('the outcome', () => {
  const refused = (status: number): PartOutcome => ({ kind: 'refused', status, messages: [] })
  const handled = (n: number): PartOutcome => ({ kind: 'handled', handled: n, requested: 3 })
  const unknown = { kind: 'unknown', reason: 'timeout' } as const
  it.each<readonly [JournalOutcome, readonly PartOutcome[]]>([
    ['accepted', [{ kind: 'accepted' }]],
    ['accepted', [handled(3), { kind: 'accepted' }]],
    ['partial', [handled(2)]],
    ['partial', [{ kind: 'accepted' }, refused(500)]],
    ['nothing', [handled(0)]],
    ['nothing', [{ kind: 'nothing' }]],
    ['refused', [refused(403), { kind: 'nothing' }]],
    ['unknown', [{ kind: 'accepted' }, unknown]],
    ['notSent', [refused(401)]],
  ])('is %s for %j', (outcome, parts) => {
    expect(journalOutcome(answered(reported(...parts)))).toBe(outcome)
  })

  it('is unknown for a page that was left before the answer', () => {
    expect(journalOutcome(abandoned(answered(reported())))).toBe('unknown')
  })
})

describe('the counters', () => {
  const session = (errors: number, running: number, id = 1): Session => ({
    ...{ ...REF, id, creationDate: undefined, lastUpdateDate: undefined, canDelete: true },
    steps: [{ ...aStep('oais', { referencedProducts: 10 - errors }, { errors, running }) }],
  })
  const relaunch: Action = { kind: 'relaunch', ref: REF, stepId: 'oais' }
  const deletion: Action = { kind: 'deletion', ref: REF, id: 7, confirmed: 'x' }

  it('say what recovered and what still fails', () => {
    expect(journalFigures(relaunch, session(5, 0), session(2, 0))).toMatchObject({ recovered: 3, failing: 2 })
  })

  it('say what a deletion has left', () => {
    expect(journalFigures(deletion, session(0, 0), session(10, 0))).toEqual({
      kind: 'deletion',
      figures: [{ id: 'oais', before: 10, left: 0 }],
    })
  })

  it('of another session of the same name say nothing', () => {
    expect(journalFigures(relaunch, session(5, 0), session(2, 0, 2))).toBeUndefined()
  })
})

it('of two that know an entry, the one that knows more is right, whichever is asked first', () => {
  const old = answered(reported({ kind: 'accepted' }))
  const now = { ...abandoned(old), revision: 1 }
  expect(mergeJournal([old], [now])).toEqual([now])
  expect(mergeJournal([now], [old])).toEqual([now])
})
