/** Which kind of deletion is safe, and when the target is still what was confirmed (docs/regards-api/measured.md 1). */
import { describe, expect, it } from 'vitest'
import type { DeletionReach, Reach } from '@/domain/deletion-reach'
import {
  countingFingerprint,
  deletionWay,
  exactParts,
  isNameless,
  isSameCounting,
  mostFirst,
} from '@/domain/deletion-reach'
import { rightName } from '@/domain/rights'
import { aSession, aStep } from './a-step'

const REF = { source: 'A', name: 'day-1' }
const alone = (own = 3): Reach => ({ own, others: [], othersTotal: 0, isCut: false })
const reaching: Reach = {
  own: 3,
  others: [
    { ref: { source: 'A', name: 'day-10' }, count: 3 },
    { ref: { source: 'AB', name: 'day-1' }, count: 3 },
  ],
  othersTotal: 6,
  isCut: false,
}
const reach = (more: Partial<DeletionReach> = {}): DeletionReach => ({
  ...{ oais: alone(), workers: alone(0), features: undefined },
  ...more,
})

describe('the way of deleting', () => {
  it('is the ordinary one when both services find the rows of this session alone, or none', () => {
    expect(deletionWay(REF, reach())).toEqual({ kind: 'ordinary' })
    expect(deletionWay(REF, reach({ oais: alone(0) }))).toEqual({ kind: 'ordinary' })
    expect(deletionWay({ source: 'a_b', name: 'day_1' }, reach())).toEqual({ kind: 'ordinary' })
  })

  it.each([
    ['OAIS products of others', { oais: reaching }],
    ['worker requests of others', { workers: reaching }],
    ['others that are not named', { oais: { ...alone(), othersTotal: 1 } }],
    ['a search that was cut', { workers: { ...alone(), isCut: true } }],
    ['own rows that were not come upon', { oais: { ...alone(), own: undefined } }],
  ])('is the exact one with %s', (_, more) => {
    expect(deletionWay(REF, reach(more))).toEqual({ kind: 'exact', why: 'similarSessions' })
  })

  it.each([
    [{ source: 'A', name: '100%' }],
    [{ source: '%', name: 'day-1' }],
    [{ source: 'A', name: 'c\\d' }],
    [{ source: 'A\\', name: 'd' }],
  ])('is the exact one for names that LIKE reads otherwise: %j', ref => {
    expect(deletionWay(ref, reach())).toEqual({ kind: 'exact', why: 'wildcards' })
  })

  it.each(['', ' ', '\t\n', '\u0000', '\u001c', '\u00a0', '\u2003 '])(
    'is the exact one without a name, or with one a server may take for none: %j',
    name => {
      expect(deletionWay({ source: 'A', name }, reach())).toEqual({ kind: 'exact', why: 'emptyName' })
      expect(deletionWay({ source: name, name: 'day-1' }, reach())).toEqual({ kind: 'exact', why: 'emptyName' })
    },
  )

  it('takes a name with something in it for one', () => {
    expect(isNameless({ source: ' A', name: '.' })).toBe(false)
    expect(isNameless({ source: 'A', name: '0' })).toBe(false)
  })
})

describe('the exact deletions', () => {
  const session = aSession('A', 'day-1', [
    aStep('scan', { generatedProducts: 5, invalid: 2 }),
    aStep('feature', { referencedProducts: 9 }),
  ])
  const figures = (ref = session, of = reach({ oais: reaching, features: 4 })) =>
    exactParts(ref, of).map(({ id, count, isPossible }) => [id, count, isPossible])

  it('are four, each with its count and its right', () => {
    expect(figures()).toEqual([
      ['oaisProducts', 3, true],
      ['features', 4, true],
      ['acquiredProducts', 7, true],
      ['workerRequests', 0, true],
    ])
    expect(exactParts(session, reach()).map(({ right }) => rightName(right))).toEqual([
      'POST rs-ingest/aips/delete',
      'DELETE rs-fem/admin/features/delete',
      'DELETE rs-dataprovider/chains/products',
      'DELETE rs-worker-manager/requests/delete',
    ])
  })

  it('are two for a session without a name: the others would take its whole source', () => {
    expect(figures({ ...session, name: '' })).toEqual([
      ['oaisProducts', 3, true],
      ['features', 4, false],
      ['acquiredProducts', 7, false],
      ['workerRequests', 0, true],
    ])
    expect(figures({ ...session, name: '' }, reach())[1]).toEqual(['features', 9, false])
  })

  it('are not for what was not counted', () => {
    const uncounted = { ...reaching, own: undefined, isCut: true }
    expect(figures(session, reach({ oais: uncounted, workers: uncounted }))).toEqual([
      ['oaisProducts', undefined, false],
      ['features', 9, false],
      ['acquiredProducts', 7, true],
      ['workerRequests', undefined, false],
    ])
  })
})

describe('what was confirmed', () => {
  const session = aSession('A', 'day-1', [aStep('oais', { referencedProducts: 3, totalRequests: 8 })])
  const confirmed = { session, reach: reach({ oais: reaching, features: 4 }) }
  const now = (more: Partial<DeletionReach>) => ({ session, reach: { ...confirmed.reach, ...more } })

  it('is the same when read again, in whatever order the others come', () => {
    const others = [...reaching.others].reverse()
    expect(isSameCounting(confirmed, now({ oais: { ...reaching, others } }))).toBe(true)
    const elsewhere = aSession('A', 'day-1', [aStep('oais', { referencedProducts: 3, totalRequests: 9 })])
    expect(isSameCounting(confirmed, { ...confirmed, session: elsewhere })).toBe(true)
  })

  it.each([
    ['another of the others', now({ oais: { ...reaching, others: reaching.others.slice(1) } })],
    ['more of others', now({ oais: { ...reaching, othersTotal: 7 } })],
  ])('is the same with %s, which exact deletions do not reach', (_, other) => {
    expect(isSameCounting(confirmed, other)).toBe(true)
  })

  it('is another once the ordinary deletion would reach one more', () => {
    const alone = { session, reach: reach({}) }
    const joined = { session, reach: reach({ oais: reaching }) }
    expect(isSameCounting(alone, joined)).toBe(false)
    expect(isSameCounting(joined, alone)).toBe(false)
  })

  it.each([
    ['one more of its own', now({ oais: { ...reaching, own: 4 } })],
    ['own ones that are no longer known', now({ oais: { ...reaching, own: undefined } })],
    ['worker requests of others', now({ workers: reaching })],
    ['fewer GeoJSON products', now({ features: 3 })],
    ['a session re-created under the same name', { ...confirmed, session: { ...session, id: 2 } }],
    ['another source', { ...confirmed, session: { ...session, source: 'AB' } }],
    ['another name', { ...confirmed, session: { ...session, name: 'day-10' } }],
    ['another count of what goes', { ...confirmed, session: { ...session, steps: [] } }],
  ])('is another with %s', (_, other) => {
    expect(isSameCounting(confirmed, other)).toBe(false)
    expect(countingFingerprint(other)).not.toBe(countingFingerprint(confirmed))
  })
})

it('other sessions are named with those that lose most first, equal ones in a fixed order', () => {
  const pair = (name: string, count: number) => ({ ref: { source: 'A', name }, count })
  expect(mostFirst([pair('c', 1), pair('b', 1), pair('a', 9)])).toEqual([pair('a', 9), pair('b', 1), pair('c', 1)])
})
