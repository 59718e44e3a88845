/** Actions on a list: exactly which calls they send, and their outcome (contract: docs/regards-api/actions.md 2, 3.9). */
import { describe, expect, it } from 'vitest'
import type { RelaunchByIds } from '@/domain/record-list'
import { ServiceError } from '@/domain/service-error'
import { crawlNow, decideVersioning, relaunchByIds } from '@/services/record-actions'
import type { Asked } from './with-gateway'
import { answering, failureOf, replying } from './with-gateway'

const REF = { source: 'A&B', name: 'day+1' }
const strict = (...values: readonly (string | number)[]) => ({
  ...{ values, mode: 'INCLUDE', matchMode: 'STRICT', ignoreCase: false },
})
const ids = (count: number) => Array.from({ length: count }, (_, n) => n + 1)
const idsIn = ({ body }: Asked) => {
  const { requestIds, ids: plain } = body as Record<'requestIds' | 'ids', { values: readonly number[] } | undefined>
  return (requestIds ?? plain)?.values.length
}
const OK = { text: '' }
const REFUSED = { status: 422, text: '{"messages":["Not these"]}' }
const refused = { kind: 'refused', status: 422, messages: ['Not these'] }
const ENDED = { status: 401, text: '' }
const LOST = { status: 504, text: '' }

/** Answers one after the other; the last one for all that follow. */
const inTurn = (...answers: readonly { readonly text: string; readonly status?: number }[]) => {
  const left = [...answers]
  return () => (left.length > 1 ? left.shift() : left[0]) ?? OK
}

describe('a relaunch of chosen requests', () => {
  const INGEST = { sessionOwner: 'A&B', session: 'day+1', requestStates: strict('ERROR'), requestIds: strict(7, 9) }
  const CASES: readonly (readonly [Omit<RelaunchByIds, 'ref' | 'ids'>, string, object])[] = [
    [{ list: 'oaisErrors' }, 'rs-ingest/requests/retry', INGEST],
    [
      { list: 'featureErrors', type: 'DELETION' },
      'rs-fem/requests/retry/DELETION',
      { source: 'A&B', session: 'day+1', states: strict('ERROR'), requestIds: strict(7, 9) },
    ],
    [
      { list: 'workerErrors' },
      'rs-worker-manager/requests/retry',
      { ids: strict(7, 9), statuses: strict('ERROR', 'INVALID_CONTENT') },
    ],
    [
      { list: 'workerWaiting' },
      'rs-worker-manager/requests/retry',
      { ids: strict(7, 9), statuses: strict('NO_WORKER_AVAILABLE') },
    ],
  ]

  it.each(CASES)('of %j is one call, each id in it once', async (action, path, body) => {
    const all = replying(() => ({ text: '{"totalRequested":2,"totalHandled":2}' }))
    const outcome =
      action.list === 'featureErrors' ? { kind: 'handled', requested: 2, handled: 2 } : { kind: 'accepted' }
    const type = action.type === undefined ? {} : { type: action.type }
    expect(await relaunchByIds({ ...action, ref: REF, ids: [7, 9, 7] })).toEqual({ parts: [{ ...type, outcome }] })
    expect(all).toEqual([{ method: 'POST', path, query: {}, body }])
  })

  it.each(CASES)('of %j is nothing without any: the server would take all', async action => {
    const all = replying(() => OK)
    expect(await relaunchByIds({ ...action, ref: REF, ids: [] })).toEqual({ parts: [{ outcome: { kind: 'nothing' } }] })
    expect(all).toEqual([])
  })

  it('goes out by the thousand, one call after the other', async () => {
    let underWay = 0
    const all = replying(async () => {
      underWay++
      await Promise.resolve()
      expect(underWay).toBe(1)
      underWay--
      return OK
    })
    expect(await relaunchByIds({ list: 'workerErrors', ref: REF, ids: ids(2300) })).toEqual({
      parts: [{ outcome: { kind: 'accepted' } }],
    })
    expect(all.map(idsIn)).toEqual([1000, 1000, 300])
  })

  it('adds up what GeoJSON counted', async () => {
    const counts = [
      ...['{"totalRequested":1000,"totalHandled":990}', '{"totalRequested":1000,"totalHandled":1000}'],
      '{"totalRequested":0,"totalHandled":0}',
    ]
    replying(inTurn(...counts.map(text => ({ text }))))
    expect(await relaunchByIds({ list: 'featureErrors', type: 'UPDATE', ref: REF, ids: ids(2001) })).toEqual({
      parts: [{ type: 'UPDATE', outcome: { kind: 'handled', requested: 2000, handled: 1990 } }],
    })
    replying(() => ({ text: counts[2] ?? '' }))
    expect(await relaunchByIds({ list: 'featureErrors', type: 'UPDATE', ref: REF, ids: ids(2001) })).toEqual({
      parts: [{ type: 'UPDATE', outcome: { kind: 'nothing' } }],
    })
  })

  it('tells what went well and each way it did not, once', async () => {
    replying(inTurn(OK, REFUSED, LOST, REFUSED))
    expect(await relaunchByIds({ list: 'oaisErrors', ref: REF, ids: ids(3500) })).toEqual({
      parts: [
        { outcome: { kind: 'accepted' } },
        { outcome: refused },
        { outcome: { kind: 'unknown', reason: 'gateway' } },
      ],
    })
  })

  it('does not hide behind a refusal what may have been done', async () => {
    replying(inTurn(REFUSED, LOST))
    expect(await relaunchByIds({ list: 'oaisErrors', ref: REF, ids: ids(1001) })).toEqual({
      parts: [{ outcome: refused }, { outcome: { kind: 'unknown', reason: 'gateway' } }],
    })
  })

  it('is not sent when the token has ended, and says so when it ends half-way', async () => {
    replying(() => ENDED)
    const action = { list: 'oaisErrors', ref: REF, ids: ids(2500) } as const
    expect(await failureOf(relaunchByIds(action))).toMatchObject({ isUnauthorised: true })
    const all = replying(inTurn(OK, ENDED))
    expect(await relaunchByIds(action)).toEqual({
      parts: [{ outcome: { kind: 'accepted' } }, { outcome: { kind: 'refused', status: 401, messages: [] } }],
    })
    expect(all).toHaveLength(2)
  })

  it('of GeoJSON requests is not sent without their type', async () => {
    const all = replying(() => OK)
    const error = await failureOf(relaunchByIds({ list: 'featureErrors', ref: REF, ids: [1] }))
    expect(error).toMatchObject({ service: 'rs-fem', reason: 'unaddressable' })
    expect(all).toEqual([])
  })
})

describe('a decision on versions', () => {
  const WAITING = { sessionOwner: 'A&B', session: 'day+1', requestStates: strict('WAITING_VERSIONING_MODE') }
  const put = (body: object) => ({ method: 'PUT', path: 'rs-ingest/requests/versioning', query: {}, body })

  it.each(['INC_VERSION', 'REPLACE', 'IGNORE'] as const)('%s is for all of the session', async mode => {
    const all = replying(() => ({ text: '', status: 204 }))
    expect(await decideVersioning({ ref: REF, mode })).toEqual({ kind: 'accepted' })
    expect(all).toEqual([put({ ...WAITING, newVersioningMode: mode })])
  })

  it('is for the chosen ones, each once', async () => {
    const all = replying(() => ({ text: '', status: 204 }))
    expect(await decideVersioning({ ref: REF, mode: 'REPLACE', ids: [3, 4, 3] })).toEqual({ kind: 'accepted' })
    expect(all).toEqual([put({ ...WAITING, requestIds: strict(3, 4), newVersioningMode: 'REPLACE' })])
  })

  it('for none of them is not for all of them', async () => {
    const all = replying(() => OK)
    expect(await decideVersioning({ ref: REF, mode: 'IGNORE', ids: [] })).toEqual({ kind: 'nothing' })
    expect(all).toEqual([])
  })

  it('goes out by the thousand', async () => {
    const all = replying(() => OK)
    expect(await decideVersioning({ ref: REF, mode: 'IGNORE', ids: ids(1500) })).toEqual({ kind: 'accepted' })
    expect(all.map(idsIn)).toEqual([1000, 500])
  })

  it.each([
    ['refused at once', [REFUSED], refused, 1],
    ['lost at once', [LOST], { kind: 'unknown', reason: 'gateway' }, 1],
    ['refused half-way', [OK, REFUSED], { kind: 'handled', handled: 1000, requested: 2500 }, 2],
    ['lost half-way', [OK, LOST], { kind: 'unknown', reason: 'gateway' }, 2],
    ['cut off by the end of the token', [OK, OK, ENDED], { kind: 'handled', handled: 2000, requested: 2500 }, 3],
  ] as const)('that is %s goes no further and says how far it came', async (_, answers, outcome, calls) => {
    const all = replying(inTurn(...answers))
    expect(await decideVersioning({ ref: REF, mode: 'IGNORE', ids: ids(2500) })).toEqual(outcome)
    expect(all).toHaveLength(calls)
  })

  it.each([undefined, [1, 2]])('is not sent when the token has ended (ids: %j)', async chosen => {
    const client = answering(() => ENDED)
    const action = { ref: REF, mode: 'IGNORE', ...(chosen && { ids: chosen }) } as const
    expect(await failureOf(decideVersioning(action))).toMatchObject({ isUnauthorised: true })
    expect(client.unauthorised).toHaveLength(1)
  })
})

describe('a crawl', () => {
  it('is started by the id of its data source', async () => {
    const all = replying(() => ({ text: '', status: 204 }))
    expect(await crawlNow('7666d24b 1')).toEqual({ kind: 'accepted' })
    expect(all).toEqual([{ method: 'PUT', path: 'rs-dam/crawler/datasourceIngestions/7666d24b%201', query: {} }])
  })

  it.each([
    [REFUSED, refused],
    [LOST, { kind: 'unknown', reason: 'gateway' }],
    [{ text: '<html>' }, { kind: 'unknown', reason: 'unreadable' }],
  ])('that is answered %j has the outcome %j', async (answer, outcome) => {
    answering(() => answer)
    expect(await crawlNow('1')).toEqual(outcome)
  })

  it('is not sent for a name that no path can hold', async () => {
    const all = replying(() => OK)
    const error = await failureOf(crawlNow('../1'))
    expect(error).toBeInstanceOf(ServiceError)
    expect(error).toMatchObject({ service: 'rs-dam', reason: 'unaddressable' })
    expect(all).toEqual([])
  })

  it('is not sent when the token has ended', async () => {
    answering(() => ENDED)
    expect(await failureOf(crawlNow('1'))).toMatchObject({ isUnauthorised: true })
  })
})
