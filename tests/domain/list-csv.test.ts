/** The files of both lists: raw cells, and the order of the rows. */
import { describe, expect, it } from 'vitest'
import { SESSION_CSV, SOURCE_CSV, orderedRows, readingOrder } from '@/domain/list-csv'
import type { Session, Source } from '@/domain/session'
import { aStep } from './a-step'

const DATE = '2026-01-02T03:04:05.678Z'

const SESSION: Session = {
  ...{ source: 'A', name: 'day-1', id: 12, creationDate: DATE, lastUpdateDate: undefined, canDelete: false },
  steps: [
    { ...aStep('oais', {}, { errors: 1234, waiting: 2 }), outputRelated: 5 },
    aStep('brand-new', {}, { errors: 3 }),
  ],
}

describe('a session as a line', () => {
  const cells = Object.fromEntries(SESSION_CSV.map(({ id, stepId, value }) => [stepId ?? id, value(SESSION)]))
  it.each([
    ['source', 'A'],
    ['name', 'day-1'],
    ['id', 12],
    ['errors', 1237],
    ['waiting', 2],
    ['running', 0],
    ['referenced', 5],
    ['diffused', undefined],
    ['oais', 1234],
    ['storage', undefined],
    ['otherErrors', 3],
    ['created', DATE],
    ['updated', undefined],
  ])('has as %s %s', (id, value) => {
    expect(cells[id]).toBe(value)
  })
})

it('a source as a line has its raw figures', () => {
  const source: Source = {
    ...{ name: 'A', sessionCount: 1500, lastUpdateDate: DATE },
    steps: [{ type: 'REFERENCING', totalIn: 1, totalOut: -4, state: { errors: 7, waiting: 0, running: 1 } }],
  }
  expect(SOURCE_CSV.map(({ value }) => value(source))).toEqual(['A', 7, 0, 1, 0, 7, 0, 0, 1500, -4, undefined, DATE])
})

describe('the order', () => {
  const row = (key: string, rank: number | undefined) => ({ key, cells: [], rank })
  const rows = [row('a', 2), row('b', undefined), row('c', 1), row('d', 2)]
  it.each([
    ['asc', 'cadb'],
    ['desc', 'badc'],
  ] as const)('%s is that of the server: equal rows as read, those without a date last', (direction, keys) => {
    const ordered = orderedRows(rows, direction).map(({ key }) => key)
    expect(ordered.join('')).toBe(keys)
  })

  it.each([
    [undefined, true],
    [{ property: 'lastUpdateDate', direction: 'asc' }, true],
    [{ property: 'nbSessions', direction: 'asc' }, true],
    [{ property: 'name', direction: 'desc' }, false],
    [{ property: 'creationDate', direction: 'desc' }, false],
  ] as const)('of %j is made afterwards: %s', (sort, isAfterwards) => {
    const { server, afterwards } = readingOrder(sort)
    expect(afterwards !== undefined).toBe(isAfterwards)
    expect(server).toEqual(isAfterwards ? undefined : sort)
  })
})
