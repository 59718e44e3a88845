/** The sessions of the rows of a long list, found by reading few of them (docs/regards-api/measured.md 1.3). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Page } from '@/domain/session'
import type { OwnedRow } from '@/services/own-rows'
import { groupsOf } from '@/services/row-groups'
import { SortedRows, holdingStill } from '@/services/sorted-rows'
import { failureOf } from './with-gateway'

type Group = readonly [source: string, session: string, count: number]

const REF = { source: 'A', name: 'day-1' }
const rowsOf = (groups: readonly Group[]): readonly OwnedRow[] =>
  groups.flatMap(([source, session, count]) => Array.from({ length: count }, () => ({ source, session })))

/** A list of these rows that answers as a server does; the list may be another at every question. */
const list = (rowsAt: (question: number) => readonly OwnedRow[]) => {
  let questions = 0
  return new SortedRows<OwnedRow>('rs-ingest', (page, size): Promise<Page<OwnedRow>> => {
    const rows = rowsAt(++questions)
    return Promise.resolve({ total: rows.length, entries: rows.slice(page * size, (page + 1) * size) })
  })
}

const search = async (groups: readonly Group[], isOwnEnough = false) => {
  const all = rowsOf(groups)
  const rows = list(() => all)
  return { ...(await groupsOf(rows, REF, 100, isOwnEnough)), questions: rows.questions }
}

const pairs = (groups: readonly Group[]) => groups.map(([source, name, count]) => ({ ref: { source, name }, count }))

describe('the groups of a list', () => {
  it('are found as they are, whatever their sizes and their order', async () => {
    const names = fc.uniqueArray(
      fc.tuple(fc.constantFrom('A', 'AB', '0A', ''), fc.constantFrom('day-1', 'day-10', '', 'x')),
      {
        selector: pair => pair.join('/'),
        maxLength: 12,
      },
    )
    // At most three long ones: more of them than the questions there are for a search.
    const sizes = fc.tuple(
      fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 3, maxLength: 3 }),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 9, maxLength: 9 }),
      fc.nat({ max: 9 }),
    )
    await fc.assert(
      fc.asyncProperty(names, sizes, async (found, [long, short, place]) => {
        const counts = [...short.slice(0, place), ...long, ...short.slice(place)]
        const groups = found.map(([source, session], n): Group => [source, session, counts[n] ?? 1])
        const answer = await search(groups)
        const own = groups.findIndex(([source, session]) => source === 'A' && session === 'day-1')
        const before = groups.slice(0, own).reduce((sum, [, , count]) => sum + count, 0)
        expect(answer.isCut).toBe(false)
        expect(answer.own).toEqual(own < 0 ? { start: 0, count: 0 } : { start: before, count: groups[own]?.[2] })
        expect(answer.others).toEqual(pairs(groups.filter((_, n) => n !== own)))
      }),
      { numRuns: 100 },
    )
  })

  it('are one after two questions when the first row and the last are of the session', async () => {
    expect(await search([['A', 'day-1', 1_000_000]])).toMatchObject({
      questions: 2,
      own: { start: 0, count: 1_000_000 },
    })
    expect(await search([['A', 'day-1', 1]])).toMatchObject({ questions: 1, own: { start: 0, count: 1 } })
    expect(await search([])).toMatchObject({ questions: 1, own: { start: 0, count: 0 }, others: [] })
  })

  it('are read with one page when there are few rows, and bisected when there are many', async () => {
    const few = await search([
      ['A', 'day-1', 3],
      ['A', 'day-10', 3],
      ['AB', 'day-1', 3],
    ])
    expect(few.questions).toBe(3)
    const many = await search([
      ['A', 'day-1', 1500],
      ['A', 'day-10', 1000],
      ['AB', 'day-1', 3],
      ['AB', 'day-10', 6],
    ])
    expect(many.questions).toBeLessThan(60)
    expect(many.others).toEqual(
      pairs([
        ['A', 'day-10', 1000],
        ['AB', 'day-1', 3],
        ['AB', 'day-10', 6],
      ]),
    )
  })

  const crowd = (count: number, size: number): readonly Group[] =>
    Array.from({ length: count }, (_, n): Group => ['A', `day-1${n}`, size])

  it('are no longer told apart after some thirty sessions, once the own rows are known', async () => {
    const { own, others, isCut, questions } = await search([['A', 'day-1', 7], ...crowd(500, 40)])
    expect(own).toEqual({ start: 0, count: 7 })
    expect(isCut).toBe(true)
    expect(others.length).toBeLessThan(31)
    expect(questions).toBeLessThan(150)
  })

  it('are read on by whole pages until the own rows are come upon', async () => {
    const { own, isCut, questions } = await search([
      ...crowd(500, 4),
      ['A', 'day-1', 7],
      ...crowd(9, 1).map(([source, session]): Group => [source, `z${session}`, 400]),
    ])
    expect(own).toEqual({ start: 2000, count: 7 })
    expect(isCut).toBe(true)
    expect(questions).toBeLessThan(200)
  })

  it('leave the own ones unknown when even that comes to no end', async () => {
    const { own, isCut, questions } = await search([...crowd(9000, 100), ['A', 'day-1', 7]])
    expect(own).toBeUndefined()
    expect(isCut).toBe(true)
    expect(questions).toBeLessThan(250)
  })

  it('need not all be found when the own ones are enough', async () => {
    const groups: readonly Group[] = [['A', 'day-1', 300], ...crowd(20, 400)]
    const { own, others, questions } = await search(groups, true)
    expect(own).toEqual({ start: 0, count: 300 })
    expect(others).toEqual([])
    expect(questions).toBeLessThan(25)
  })
})

describe('rows that move while they are counted', () => {
  const before: readonly Group[] = [
    ['A', 'day-1', 300],
    ['A', 'day-10', 300],
  ]
  const after: readonly Group[] = [
    ['A', 'day-1', 299],
    ['A', 'day-10', 300],
  ]
  const count = (rowsAt: (question: number) => readonly OwnedRow[]) => {
    let questions = 0
    const work = () =>
      groupsOf(
        list(() => rowsAt(++questions)),
        REF,
        100,
      )
    return holdingStill('rs-ingest', work)
  }

  it('are counted once more', async () => {
    expect(await count(n => rowsOf(n < 5 ? before : after))).toMatchObject({ own: { start: 0, count: 299 } })
  })

  it('are not guessed at when they move again', async () => {
    expect(await failureOf(count(n => rowsOf(n % 2 === 0 ? before : after)))).toMatchObject({ reason: 'unreadable' })
  })

  it('are noticed by a session that stands at two places, as in a list that is not sorted', async () => {
    const unsorted: readonly Group[] = [
      ['A', 'day-1', 120],
      ['A', 'day-10', 300],
      ['A', 'day-1', 120],
      ['AB', 'day-1', 3],
    ]
    expect(await failureOf(count(() => rowsOf(unsorted)))).toMatchObject({ reason: 'unreadable' })
  })

  it('are noticed by a page that does not hold what is due', async () => {
    const short = new SortedRows<OwnedRow>('rs-ingest', () =>
      Promise.resolve({ total: 50, entries: rowsOf([['A', 'day-1', 1]]) }),
    )
    expect(await failureOf(holdingStill('rs-ingest', () => short.page(0, 100)))).toMatchObject({ reason: 'unreadable' })
  })

  it('and rows that cannot be read are no rows to decide by', async () => {
    const broken = new SortedRows<OwnedRow>('rs-ingest', () =>
      Promise.resolve({ total: 1, entries: [{ unreadable: true, label: 'A' } as const] }),
    )
    expect(await failureOf(groupsOf(broken, REF, 100))).toMatchObject({ reason: 'unreadable', service: 'rs-ingest' })
  })
})
