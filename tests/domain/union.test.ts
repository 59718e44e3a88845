/** Several lists as one: compared with a brute-force model that has all rows and filters them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SESSION_SORTS, SOURCE_SORTS } from '@/domain/board-view'
import type { Page, Session, Source, StateFilter, Unreadable } from '@/domain/session'
import { STATE_FILTERS, isUnreadable } from '@/domain/session'
import type { Rules } from '@/domain/union'
import { sessionRules, sourceRules, unionOf } from '@/domain/union'
import { aSession } from './a-step'

interface Flagged<T> {
  readonly row: T
  readonly states: readonly StateFilter[]
}

const isOf = (state: StateFilter, { states }: Flagged<unknown>) =>
  state === 'ok' ? states.length === 0 : states.includes(state)

/** What the server answers for a state: its rows in order, from the top, and how many there are. */
function answer<T extends object>(all: readonly Flagged<T>[], state: StateFilter, most: number): Page<T> {
  const rows = all.filter(flagged => isOf(state, flagged)).map(({ row }) => row)
  return { entries: rows.slice(0, most), total: rows.length }
}

const flags = fc.subarray<StateFilter>(['errors', 'waiting', 'running'])
const date = fc.option(
  fc.constantFrom(
    ...['2025-05-02T10:11:12Z', '2025-05-02T10:11:12.5Z', '2025-05-02T10:11:12.45Z', '2025-05-02T10:11:12.500001Z'],
    ...['2025-05-02T12:11:12+02:00', '2025-05-01T00:00:00Z'],
  ),
  { nil: undefined },
)
/** Digits only, so that no order of texts differs from another one. */
const name = fc.stringMatching(/^[0-9]{1,2}$/)
const sessions = fc
  .array(fc.record({ source: name, name, created: date, updated: date, states: flags }), { maxLength: 20 })
  .map(rows =>
    rows.map(({ states, source, name: own, created, updated }, id): Flagged<Session> => ({
      states,
      row: { ...aSession(source, own, [], id), creationDate: created, lastUpdateDate: updated },
    })),
  )
const sources = fc
  .uniqueArray(fc.record({ name, count: fc.nat(3), updated: date, states: flags }), {
    maxLength: 20,
    selector: row => row.name,
  })
  .map(rows =>
    rows.map(({ states, name: own, count, updated }): Flagged<Source> => ({
      states,
      row: { name: own, sessionCount: count, lastUpdateDate: updated, steps: [] },
    })),
  )

const limits = fc.record({ most: fc.nat(12), limit: fc.nat(14) })
const chosen = fc.subarray([...STATE_FILTERS], { minLength: 1 })
const direction = fc.constantFrom('asc' as const, 'desc' as const)

/** PostgreSQL's own order, written once more: digits of a second as numbers, what is absent as the greatest. */
const RANK = (iso: string | undefined): number => {
  if (iso === undefined) return Infinity
  const micros = Number((/\.(\d+)/.exec(iso)?.[1] ?? '0').padEnd(6, '0'))
  return Math.floor(Date.parse(iso) / 1000) * 1_000_000 + micros
}
type Key = string | number
const less = (a: Key, b: Key) => (a === b ? 0 : a < b ? -1 : 1)
const sorted = <T>(all: readonly Flagged<T>[], key: (row: T) => Key, way: 'asc' | 'desc', tie: (row: T) => Key) =>
  [...all].sort((a, b) => {
    const order = less(key(a.row), key(b.row))
    return (way === 'asc' ? order : -order) || less(tie(a.row), tie(b.row))
  })

function expectUnion<T extends object>(
  all: readonly Flagged<T>[],
  states: readonly StateFilter[],
  { most, limit }: { readonly most: number; readonly limit: number },
  rules: Rules<T>,
): void {
  const pages = states.map(state => answer(all, state, most))
  const union = unionOf(
    pages.map(page => ({ page })),
    rules,
    limit,
  )
  const model = all.filter(flagged => states.some(state => isOf(state, flagged))).map(({ row }) => row)
  // From its top without a gap, and as much as can be known.
  expect(union.entries).toEqual(model.slice(0, union.entries.length))
  expect(union.total).toBe(union.entries.length)
  const isWhole = pages.every(({ entries, total }) => entries.length === total)
  const least = Math.min(model.length, limit, ...(isWhole ? [] : [most]))
  expect(union.entries.length).toBeGreaterThanOrEqual(least)
  expect(union.entries.length).toBeLessThanOrEqual(limit)
  if (union.entries.length < model.length) expect(union.isCut).toBe(true)
  if (isWhole) expect(union.isCut === true).toBe(model.length > limit)
}

describe('the union of states', () => {
  it.each(SESSION_SORTS)('of sessions by %s is all that have one of them, each once, in order', property => {
    fc.assert(
      fc.property(sessions, chosen, limits, direction, (rows, states, limit, way) => {
        const key = (row: Session) =>
          property === 'creationDate' || property === 'lastUpdateDate' ? RANK(row[property]) : row[property]
        const all = sorted(rows, key, way, row => row.id)
        expectUnion(all, states, limit, sessionRules({ property, direction: way }))
      }),
    )
  })

  it.each(SOURCE_SORTS)('of sources by %s is all that have one of them, each once, in order', property => {
    fc.assert(
      fc.property(sources, chosen, limits, direction, (rows, states, limit, way) => {
        const key = (row: Source) =>
          ({ name: row.name, nbSessions: row.sessionCount, lastUpdateDate: RANK(row.lastUpdateDate) })[property]
        const all = sorted(rows, key, way, row => row.name)
        expectUnion(all, states, limit, sourceRules({ property, direction: way }))
      }),
    )
  })
})

const whole = <T>(...entries: Page<T>['entries']): Page<T> => ({ entries, total: entries.length })
const named = (...names: readonly string[]) =>
  whole(...names.map(own => aSession('A', own, [], 10 * own.charCodeAt(0) + own.length)))
const namesOf = ({ entries }: Page<Session>) => entries.map(entry => (isUnreadable(entry) ? '?' : entry.name))
const byName = sessionRules({ property: 'name', direction: 'asc' })

describe('the order of names is the one the server has', () => {
  it.each([
    ['by code', ['B', 'a'], ['Cc', 'bb'], ['B', 'Cc', 'a', 'bb']],
    ['by alphabet', ['a', 'B'], ['bb', 'Cc'], ['a', 'B', 'bb', 'Cc']],
  ])('%s', (_, one, other, expected) => {
    const parts = [{ page: named(...one) }, { page: named(...other) }]
    expect(namesOf(unionOf(parts, byName, 10))).toEqual(expected)
  })

  it('or, where it is neither, each list keeps its own', () => {
    const parts = [{ page: named('a', 'C', 'b') }, { page: named('bb') }]
    const found = namesOf(unionOf(parts, byName, 10))
    expect(found.filter(own => own !== 'bb')).toEqual(['a', 'C', 'b'])
    expect(found).toContain('bb')
  })
})

it('a row that cannot be read is kept once, also where several lists hold it', () => {
  const torn: Unreadable = { unreadable: true, label: 'x' }
  const [a, b] = [aSession('A', 'a', [], 1), aSession('A', 'b', [], 2)]
  const union = unionOf([{ page: whole<Session>(torn, a) }, { page: whole<Session>(b, torn) }], byName, 10)
  expect(namesOf(union)).toEqual(['?', 'a', 'b'])
})

it('rows that cannot be read are taken for others as far as a list tells them apart', () => {
  const torn = (label?: string): Unreadable => ({ unreadable: true, label })
  const parts = [
    { page: whole<Session>(torn('x'), torn('x'), torn()) },
    { page: whole<Session>(torn('x'), torn('y'), torn()) },
  ]
  expect(unionOf(parts, byName, 10).entries).toEqual([torn('x'), torn('x'), torn(), torn('y')])
})

it('a list may keep only some of its rows, and is as long as it was read', () => {
  const [a, b, c] = [aSession('A', 'a', [], 1), aSession('A', 'b', [], 2), aSession('A', 'c', [], 3)]
  const some = { page: { entries: [a, b], total: 9 }, keeps: ({ name: own }: Session) => own === 'a' }
  const union = unionOf([some, { page: whole<Session>(c) }], byName, 10)
  expect(namesOf(union)).toEqual(['a'])
  expect(union.isCut).toBe(true)
})

it('a list in which rows are looked for does not end the union, and says how far it was read', () => {
  const [a, b, c] = [aSession('A', 'a', [], 1), aSession('A', 'b', [], 2), aSession('A', 'c', [], 3)]
  const sample = { page: { entries: [a, b], total: 9 }, keeps: ({ name: own }: Session) => own === 'a', isSample: true }
  const union = unionOf([sample, { page: whole<Session>(b, c) }], byName, 10)
  expect(namesOf(union)).toEqual(['a', 'b', 'c'])
  expect(union).toMatchObject({ total: 3, looked: { read: 2, total: 9 } })
  expect(union.isCut).toBeUndefined()
})
