/** What of a session is far from the usual, and what is not. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Session, Step } from '@/domain/session'
import type { Comparison } from '@/domain/usual'
import { COMPARED, LEAST_DIFFERENCE, compareWithUsual, isEnough, isFar, median } from '@/domain/usual'
import { aSession, aStep } from './a-step'

const at = (day: number) => new Date(Date.UTC(2025, 4, day)).toISOString()
const ofDay = (id: number, ...steps: readonly Step[]): Session => ({
  ...aSession('A', `day-${id}`, steps, id),
  creationDate: at(id),
})

/** OAIS requests in, products out, errors. */
const oais = (requests: number, products: number, requestsErrors = 0, state = {}): Step => ({
  ...aStep('oais', { totalRequests: requests, requestsErrors }, { errors: requestsErrors, ...state }, products),
  inputRelated: requests,
})

const whole = (...sessions: readonly Session[]) => ({ sessions, total: sessions.length })

/** Sessions of days 1 to n alike. */
const alike = (count: number, ...steps: readonly Step[]) =>
  Array.from({ length: count }, (_, n) => ofDay(n + 1, ...steps))

/** As it reads: `oais.in 10 (100)`. */
function text(found: Comparison): readonly string[] {
  if (found.kind !== 'compared') return [found.kind]
  return found.rows.map(row =>
    row.kind === 'figure'
      ? `${row.stepId}.${row.figure} ${row.now ?? '-'} (${row.usual ?? '-'}) ${row.difference}`
      : `${row.stepId} new ${row.propertyId}${row.name === undefined ? '' : ` of ${row.name}`} ${row.now}`,
  )
}

describe('far from the usual', () => {
  it.each<[number, number, boolean]>([
    [0, 0, false],
    [0, LEAST_DIFFERENCE, true],
    [LEAST_DIFFERENCE, 0, true],
    [LEAST_DIFFERENCE - 1, 0, false],
    [3, 1, false],
    [200, 100, false],
    [201, 100, true],
    [50, 100, false],
    [49, 100, true],
    [6, 1, true],
  ])('%d where %d is usual: %s', (now, usual, expected) => {
    expect(isFar(now, usual)).toBe(expected)
  })

  const figure = fc.nat({ max: 100_000 })

  it('is never what is usual itself, nor what differs by little; far one way is far the other', () => {
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        expect(isFar(a, a)).toBe(false)
        expect(isFar(a, b)).toBe(isFar(b, a))
        if (Math.abs(a - b) < LEAST_DIFFERENCE) expect(isFar(a, b)).toBe(false)
        if (isFar(a, b)) expect(Math.max(a, b)).toBeGreaterThan(2 * Math.min(a, b))
      }),
    )
  })

  it('stays far the further it goes', () => {
    fc.assert(
      fc.property(figure, figure, figure, (usual, now, more) => {
        if (now >= usual && isFar(now, usual)) expect(isFar(now + more, usual)).toBe(true)
      }),
    )
  })
})

describe('the median', () => {
  it.each<[readonly number[], number]>([
    [[7], 7],
    [[1, 4], 2.5],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
    [[100, 1, 1, 1, 1], 1],
  ])('of %j is %d', (numbers, expected) => {
    expect(median(numbers)).toBe(expected)
  })

  it('has as many below as above, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 9 }), numbers => {
        const middle = median(numbers)
        const below = numbers.filter(n => n < middle).length
        const above = numbers.filter(n => n > middle).length
        expect(Math.max(below, above)).toBeLessThanOrEqual(numbers.length / 2)
        expect(median([...numbers].reverse())).toBe(middle)
      }),
    )
  })
})

describe('a session beside those before it', () => {
  const usual = alike(5, oais(100, 100))

  it.each<[string, Session, readonly string[]]>([
    ['as usual', ofDay(9, oais(110, 90)), []],
    ['less than half', ofDay(9, oais(40, 40)), ['oais.in 40 (100) -60', 'oais.out 40 (100) -60']],
    ['more than double', ofDay(9, oais(400, 100)), ['oais.in 400 (100) 300']],
    ['a kind of error that never was, however few', ofDay(9, oais(100, 99, 1)), ['oais new requestsErrors 1']],
    ['errors where there were none are told once', ofDay(9, oais(100, 60, 40)), ['oais new requestsErrors 40']],
    ['a step that is not there', ofDay(9), []],
    ['a step that is new', ofDay(9, oais(100, 100), aStep('catalog', {}, {}, 80)), ['catalog.out 80 (-) 80']],
    ['left out', ofDay(9, { ...oais(100, 100), properties: { ignoredProducts: 30 } }), ['oais.leftOut 30 (0) 30']],
    ['below zero, being counted', ofDay(9, oais(100, 100, 0, { errors: -9 })), []],
  ])('%s', (_name, session, expected) => {
    expect(text(compareWithUsual(session, whole(...usual, session)))).toEqual(expected)
  })

  it('says which step is missing of a finished one', () => {
    const both = alike(5, oais(100, 100), aStep('catalog', {}, {}, 100))
    expect(text(compareWithUsual(ofDay(9, oais(100, 100)), whole(...both)))).toEqual(['catalog.out - (100) -100'])
  })

  it('does not wonder at few of what still runs; at many it does', () => {
    const session = ofDay(9, oais(300, 10, 0, { running: 20 }))
    const found = compareWithUsual(session, whole(...usual))
    expect(text(found)).toEqual(['oais.in 300 (100) 200'])
    expect(found).toMatchObject({ isUnfinished: true })
  })

  it('compares errors there were before with their number', () => {
    const failing = alike(5, oais(100, 90, 10))
    expect(text(compareWithUsual(ofDay(9, oais(100, 88, 12)), whole(...failing)))).toEqual([])
    expect(text(compareWithUsual(ofDay(9, oais(100, 60, 40)), whole(...failing)))).toEqual(['oais.errors 40 (10) 30'])
  })

  it('knows kinds of errors by worker', () => {
    const workers = (name: string) => aStep('workers', { [`workers.${name}.error`]: 2 }, { errors: 2 })
    const found = compareWithUsual(ofDay(9, workers('b')), whole(...alike(5, workers('a'))))
    expect(text(found)).toEqual(['workers new error of b 2'])
  })

  it('compares with the five finished ones before it: none later, none running, none older', () => {
    const sessions = [
      ofDay(1, oais(9000, 9000)),
      ...[2, 3, 4, 5, 6].map(day => ofDay(day, oais(100, 100))),
      ofDay(7, oais(5, 5, 0, { running: 3 })),
      ofDay(8),
      ofDay(10, oais(7, 7)),
    ]
    const found = compareWithUsual(ofDay(9, oais(100, 100)), whole(...sessions))
    expect(found.kind === 'compared' && found.sessions.map(({ name }) => name)).toEqual([
      'day-6',
      'day-5',
      'day-4',
      'day-3',
      'day-2',
    ])
    expect(text(found)).toEqual([])
  })

  it.each<[string, Comparison['kind'], Parameters<typeof compareWithUsual>[1]]>([
    ['the first one of its source', 'first', whole(ofDay(9, oais(1, 1)), ofDay(10, oais(1, 1)))],
    ['none before it is finished', 'unfinished', whole(ofDay(8, oais(1, 1, 0, { running: 1 })))],
    [
      'none of those read before it is finished',
      'unfinishedRead',
      { sessions: [ofDay(8, oais(1, 1, 0, { running: 1 }))], total: 150 },
    ],
    ['it is older than those read', 'unread', { sessions: [ofDay(10, oais(1, 1))], total: 700 }],
    ['fewer than five', 'compared', whole(ofDay(8, oais(1, 1)))],
  ])('%s', (_name, kind, recent) => {
    expect(compareWithUsual(ofDay(9, oais(1, 1)), recent).kind).toBe(kind)
  })

  it('needs no further reading once five are found, or all were read', () => {
    const session = ofDay(9, oais(1, 1))
    expect(isEnough(session, { sessions: alike(5, oais(1, 1)), total: 99 })).toBe(true)
    expect(isEnough(session, { sessions: alike(4, oais(1, 1)), total: 99 })).toBe(false)
    expect(isEnough(session, whole(...alike(2, oais(1, 1))))).toBe(true)
  })

  it('has differences that are what they say, and finds nothing in one that is like all others', () => {
    const figures = fc.record({
      requests: fc.nat({ max: 900 }),
      products: fc.nat({ max: 900 }),
      errors: fc.nat({ max: 30 }),
    })
    fc.assert(
      fc.property(fc.array(figures, { minLength: 1, maxLength: 8 }), figures, (before, now) => {
        const of = ({ requests, products, errors }: typeof now) => oais(requests, products, errors)
        const sessions = before.map((one, n) => ofDay(n + 1, of(one)))
        const found = compareWithUsual(ofDay(20, of(now)), whole(...sessions))
        if (found.kind !== 'compared') throw new Error(found.kind)
        expect(found.sessions).toHaveLength(Math.min(COMPARED, before.length))
        for (const row of found.rows) {
          expect(row.now ?? 0).toBeGreaterThanOrEqual(0)
          if (row.kind === 'figure') expect(row.difference).toBe((row.now ?? 0) - (row.usual ?? 0))
        }
        const same = compareWithUsual(ofDay(20, of(now)), whole(...alike(5, of(now))))
        expect(text(same)).toEqual([])
      }),
    )
  })
})
