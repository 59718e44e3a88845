/** A range of time over several states: compared with a brute-force model that has all sessions, filters and sorts them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SESSION_SORTS } from '@/domain/board-view'
import { IN_STATE, amongRange, rangeOf, rangeStart } from '@/domain/range'
import type { Session, StateFilter } from '@/domain/session'
import { STATE_FILTERS, isUnreadable } from '@/domain/session'
import { aSession, aStep } from './a-step'

const NOW = Date.UTC(2026, 4, 1, 12)
const MINUTE = 60_000

interface Flagged {
  readonly row: Session
  readonly states: readonly StateFilter[]
}

const minutes = fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined })
const iso = (age: number | undefined) => (age === undefined ? undefined : new Date(NOW - age * MINUTE).toISOString())
/** Digits only, so that no order of texts differs from another one. */
const name = fc.stringMatching(/^[0-9]{1,2}$/)
const sessions = fc
  .array(
    fc.record({
      source: name,
      name,
      created: minutes,
      updated: minutes,
      states: fc.subarray<StateFilter>(['errors', 'waiting', 'running']),
    }),
    { maxLength: 20 },
  )
  .map(rows =>
    rows.map(({ states, source, name: own, created, updated }, id): Flagged => ({
      states: states.length === 0 ? ['ok'] : states,
      row: {
        ...aSession(source, own, [aStep('oais', {}, countersOf(states))], id),
        creationDate: iso(created),
        lastUpdateDate: iso(updated),
      },
    })),
  )

const countersOf = (states: readonly StateFilter[]) =>
  Object.fromEntries(states.map(state => [state, 1])) as Partial<Record<'errors' | 'waiting' | 'running', number>>

type Key = string | number
const less = (a: Key, b: Key) => (a === b ? 0 : a < b ? -1 : 1)
const rank = (date: string | undefined) => (date === undefined ? Infinity : Date.parse(date))
const sorted = (all: readonly Session[], key: (row: Session) => Key, way: 'asc' | 'desc') =>
  [...all].sort((a, b) => (way === 'asc' ? less(key(a), key(b)) : less(key(b), key(a))) || a.id - b.id)
const latestFirst = (all: readonly Session[]) => sorted(all, row => rank(row.lastUpdateDate), 'desc')

/** As queries/read-since.ts reads a list: up to the first row that is older, or to a limit. */
function read(all: readonly Flagged[], from: number, most: number) {
  const list = latestFirst(all.map(({ row }) => row))
  const end = list.findIndex(({ lastUpdateDate }) => lastUpdateDate !== undefined && Date.parse(lastUpdateDate) < from)
  const entries = end === -1 ? list : list.slice(0, end)
  return { entries: entries.slice(0, most), isCut: entries.length > most, isMoved: false }
}

const keepsAny = (states: readonly StateFilter[] | undefined) =>
  states && ((row: Session) => states.some(state => IN_STATE[state](row)))

describe('a range of time', () => {
  it.each(SESSION_SORTS)(
    'in the order of %s holds what was updated in it and is in one of the states, each once',
    property => {
      const direction = fc.constantFrom('asc' as const, 'desc' as const)
      const chosen = fc.option(fc.subarray([...STATE_FILTERS], { minLength: 1 }), { nil: undefined })
      fc.assert(
        fc.property(sessions, chosen, fc.integer({ min: -1, max: 13 }), direction, (all, states, age, way) => {
          const from = NOW - age * MINUTE
          const range = rangeOf(read(all, from, 100), from)
          const found = amongRange(range, keepsAny(states), { property, direction: way })
          const model = all
            .filter(flagged => states === undefined || states.some(state => flagged.states.includes(state)))
            .map(({ row }) => row)
            .filter(({ lastUpdateDate }) => lastUpdateDate !== undefined && Date.parse(lastUpdateDate) >= from)
          const key = (row: Session) =>
            property === 'creationDate' || property === 'lastUpdateDate' ? rank(row[property]) : row[property]
          expect(found.entries).toEqual(sorted(model, key, way))
          expect(found.total).toBe(model.length)
          expect(found.isCut).toBeUndefined()
          expect(found.looked).toBeUndefined()
        }),
      )
    },
  )

  it('that is too long holds the latest of it, in whichever order, and says that it is cut', () => {
    fc.assert(
      fc.property(sessions, fc.nat(8), (all, most) => {
        const from = NOW - 20 * MINUTE
        const reading = read(all, from, most)
        const range = rangeOf(reading, from)
        const found = amongRange(range, keepsAny(['ok', 'errors']), { property: 'name', direction: 'asc' })
        const model = latestFirst(
          all.filter(({ states }) => states.includes('ok') || states.includes('errors')).map(({ row }) => row),
        ).filter(({ lastUpdateDate }) => lastUpdateDate !== undefined)
        const rows = found.entries.flatMap(entry => (isUnreadable(entry) ? [] : [entry]))
        expect(latestFirst(rows)).toEqual(model.slice(0, rows.length))
        if (rows.length < model.length) expect(found.isCut).toBe(true)
        expect(found.isCut === true).toBe(reading.isCut)
        expect(found.looked?.ofRange).toBe(reading.isCut ? range.total : undefined)
      }),
    )
  })

  it('that moved while it was read says so, also where it was cut', () => {
    const range = rangeOf({ entries: [], isCut: true, isMoved: true }, NOW)
    expect(range).toMatchObject({ isCut: true, looked: { isMoved: true } })
    expect(amongRange(range, () => true, undefined).looked).toEqual({ isMoved: true, ofRange: 0 })
  })

  it('keeps only the rows that are asked for, and those that cannot be read', () => {
    const rows = [1, 2, 3].map(id => ({ ...aSession('A', `s${id}`, [], id), lastUpdateDate: iso(id) }))
    const torn = { unreadable: true, label: 'x' } as const
    const range = rangeOf({ entries: [torn, ...rows], isCut: false, isMoved: false }, 0)
    expect(amongRange(range, ({ id }) => id === 2, undefined).entries).toEqual([torn, rows[1]])
  })
})

describe('the beginning of a range', () => {
  it.each([
    ['24h', NOW - 1440 * MINUTE],
    ['7d', NOW - 10_080 * MINUTE],
    ['2026-04-30', Date.UTC(2026, 3, 30)],
    ['2026-04-30T10:00+02:00', Date.UTC(2026, 3, 30, 8)],
  ])('of %s', (since, from) => {
    expect(rangeStart(since, NOW)).toBe(from)
  })
})
