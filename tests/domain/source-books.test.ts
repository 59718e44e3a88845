/** The totals of a source beside its sessions: each figure, and when nothing may be compared. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditSource } from '@/domain/audit-source'
import type { Session, Source } from '@/domain/session'
import { SUM_FIGURES, sourceBooks } from '@/domain/source-books'
import { aSession, aStep } from './a-step'

const DATE = '2025-06-02T00:00:00Z'

interface Figures {
  readonly in: number
  readonly out: number
  readonly errors: number
  readonly waiting: number
  readonly running: number
}

const figures = (of: Partial<Figures> = {}): Figures => ({ in: 0, out: 0, errors: 0, waiting: 0, running: 0, ...of })

const session = (name: string, types: Readonly<Record<string, Figures>>): Session => ({
  ...aSession(
    'A',
    name,
    Object.entries(types).map(([type, { in: input, out, ...state }]) => ({
      ...aStep('any', {}, state, out),
      type,
      inputRelated: input,
    })),
  ),
  lastUpdateDate: DATE,
})

const source = (types: Readonly<Record<string, Figures>>, sessionCount: number, lastUpdateDate = DATE): Source => ({
  name: 'A',
  sessionCount,
  lastUpdateDate,
  steps: Object.entries(types).map(([type, { in: totalIn, out: totalOut, ...state }]) => ({
    type,
    totalIn,
    totalOut,
    state,
  })),
})

const SESSIONS = [
  session('one', {
    STORAGE: figures({ in: 9, out: 8, errors: 1 }),
    REFERENCING: figures({ in: 5, out: 3, waiting: 2 }),
  }),
  session('two', { REFERENCING: figures({ in: 4, out: 4 }), QUALITY: figures({ running: 1 }) }),
]
const read = (sessions: readonly Session[], total: number = sessions.length) =>
  auditSource({ entries: sessions, total })

describe('the totals of a source', () => {
  it('stand beside the sums of its sessions, by step type in the order of the data, unknown types last', () => {
    const books = sourceBooks(source({ REFERENCING: figures({ in: 9, out: 10, waiting: 2 }) }, 2), [read(SESSIONS)])
    if (books.kind !== 'told') throw new Error(books.kind)
    expect(books.types.map(({ type }) => type)).toEqual(['REFERENCING', 'STORAGE', 'QUALITY'])
    expect(books.types[0]?.rows).toEqual([
      { figure: 'in', total: 9, sum: 9, difference: 0 },
      { figure: 'out', total: 10, sum: 7, difference: 3 },
      { figure: 'errors', total: 0, sum: 0, difference: 0 },
      { figure: 'waiting', total: 2, sum: 2, difference: 0 },
      { figure: 'running', total: 0, sum: 0, difference: 0 },
    ])
    // A step that the source does not have adds up to nothing there.
    expect(books.types[1]?.rows[0]).toEqual({ figure: 'in', total: 0, sum: 9, difference: -9 })
  })

  it.each([
    ['some of its sessions', [read(SESSIONS, 130)], { kind: 'some', read: 2, total: 130 }],
    ['more of them at another place', [read(SESSIONS.slice(1), 130), read(SESSIONS, 130)], { kind: 'some', read: 2 }],
    ['none', [], { kind: 'unread' }],
    ['all, but in part at another place', [read(SESSIONS.slice(1), 2), read(SESSIONS)], { kind: 'told', read: 2 }],
  ])('are compared with nothing but all sessions: read were %s', (_, audits, books) => {
    expect(sourceBooks(source({}, 2), audits)).toMatchObject(books)
  })

  it('are not compared with sessions read before a change, or before a purge', () => {
    expect(sourceBooks(source({}, 2, '2025-06-02T09:00:00Z'), [read(SESSIONS)])).toEqual({ kind: 'changed' })
    expect(sourceBooks(source({}, 1), [read(SESSIONS)])).toEqual({ kind: 'changed' })
  })

  it('of a source without sessions are compared with nothing', () => {
    const books = sourceBooks(source({ STORAGE: figures({ out: -3 }) }, 0), [read([])])
    expect(books).toMatchObject({ kind: 'told', read: 0, types: [{ type: 'STORAGE' }] })
  })

  it('always differ by what is written', () => {
    const figure = fc.record({
      ...{ in: fc.integer(), out: fc.integer(), errors: fc.nat(), waiting: fc.nat(), running: fc.nat() },
    })
    const types = fc.dictionary(fc.constantFrom('ACQUISITION', 'STORAGE', 'NEW'), figure)
    fc.assert(
      fc.property(types, fc.array(types, { maxLength: 5 }), (totals, all) => {
        const sessions = all.map((of, place) => session(`day-${place}`, of))
        const books = sourceBooks(source(totals, sessions.length), [read(sessions)])
        if (books.kind !== 'told') throw new Error(books.kind)
        for (const { type, rows } of books.types) {
          expect(rows.map(({ figure: name }) => name)).toEqual(SUM_FIGURES)
          for (const { figure: name, total, sum, difference } of rows) {
            expect(sum).toBe(all.reduce((added, of) => added + (of[type]?.[name] ?? 0), 0))
            expect(total).toBe(totals[type]?.[name] ?? 0)
            expect(total - sum).toBe(difference)
          }
        }
      }),
    )
  })
})
