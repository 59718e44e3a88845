/** The marks of a source's last sessions: which ones, how high, and which shape. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mark } from '@/domain/pulse'
import { MARK_STATES, PULSE_LENGTH, countStates, isEarlier, isFinished, pulseOf, sessionProducts } from '@/domain/pulse'
import type { Session } from '@/domain/session'
import { aSession, aStep } from './a-step'

const at = (day: number) => new Date(Date.UTC(2025, 4, day)).toISOString()

/** A session of day `id` with so many products referenced. */
const ofDay = (id: number, products = 1, state = {}): Session => ({
  ...aSession('A', `day-${id}`, [aStep('oais', {}, state, products)], id),
  creationDate: at(id),
})

const names = (marks: readonly Mark[]) => marks.map(({ session: { name } }) => name)

describe('a pulse', () => {
  it('has the last ten sessions by creation, the newest at the right', () => {
    const days = Array.from({ length: 14 }, (_, n) => ofDay(n + 1))
    const shuffled = [...days.slice(7), ...days.slice(0, 7)]
    expect(names(pulseOf(shuffled))).toEqual(days.slice(4).map(({ name }) => name))
  })

  it('does not move for a relaunch of an old session', () => {
    const relaunched = { ...ofDay(1), lastUpdateDate: at(28) }
    expect(names(pulseOf([relaunched, ofDay(2)]))).toEqual(['day-1', 'day-2'])
  })

  it('orders sessions of one moment by their ids, those without a date first', () => {
    const undated = { ...ofDay(9), creationDate: undefined }
    const twin = { ...ofDay(3), creationDate: at(2) }
    expect(names(pulseOf([twin, ofDay(2), undated]))).toEqual(['day-9', 'day-2', 'day-3'])
  })

  it.each<[string, Session, Mark['state']]>([
    ['errors, whatever else there is', ofDay(1, 1, { errors: 1, waiting: 2, running: 3 }), 'errors'],
    ['waiting before running', ofDay(1, 1, { waiting: 2, running: 3 }), 'waiting'],
    ['running', ofDay(1, 1, { running: 3 }), 'running'],
    ['left out', aSession('A', 'x', [aStep('oais', { ignoredProducts: 4 })]), 'leftOut'],
    ['nothing of it', ofDay(1), 'ok'],
    ['a counter below zero is no state', ofDay(1, 1, { errors: -1 }), 'ok'],
    ['no steps', aSession('A', 'x'), 'ok'],
  ])('shows %s', (_name, session, state) => {
    expect(pulseOf([session])[0]?.state).toBe(state)
  })

  it.each<[string, Session, number | undefined]>([
    [
      'referenced, of both kinds',
      aSession('A', 'x', [aStep('oais', {}, {}, 3), aStep('feature', {}, {}, 4), aStep('scan', {}, {}, 9)]),
      7,
    ],
    [
      'generated where nothing references',
      aSession('A', 'x', [aStep('scan', {}, {}, 9), aStep('storage', {}, {}, 50)]),
      9,
    ],
    ['indexed where nothing else counts', aSession('A', 'x', [aStep('catalog', {}, {}, 2)]), 2],
    ['none where only files are counted', aSession('A', 'x', [aStep('storage', {}, {}, 50)]), undefined],
    ['below zero as REGARDS says', ofDay(1, -3), -3],
  ])('counts products: %s', (_name, session, products) => {
    expect(sessionProducts(session)).toBe(products)
    expect(pulseOf([session])[0]?.products).toBe(products)
  })

  const sessions = fc.array(
    fc.record({
      products: fc.integer({ min: -50, max: 5000 }),
      errors: fc.integer({ min: -2, max: 3 }),
      day: fc.integer({ min: 1, max: 20 }),
    }),
    { maxLength: 25 },
  )

  it('has heights from nothing to whole, in proportion to the products; the highest is whole', () => {
    fc.assert(
      fc.property(sessions, all => {
        const marks = pulseOf(all.map(({ products, errors, day }, id) => ({ ...ofDay(day, products, { errors }), id })))
        expect(marks).toHaveLength(Math.min(PULSE_LENGTH, all.length))
        const most = Math.max(0, ...marks.map(({ products = 0 }) => products))
        for (const { share, products = 0 } of marks) {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share * most).toBeCloseTo(Math.max(0, products))
        }
        if (most > 0) expect(Math.max(...marks.map(({ share }) => share))).toBe(1)
        expect(countStates(marks).reduce((sum, [, count]) => sum + count, 0)).toBe(marks.length)
      }),
    )
  })

  it('is the same in whichever order the sessions came', () => {
    fc.assert(
      fc.property(
        sessions.chain(all =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(
              all.map((_, n) => n),
              { minLength: all.length },
            ),
          ),
        ),
        ([all, order]) => {
          const built = all.map(({ products, day }, id) => ({ ...ofDay(day, products), id }))
          expect(pulseOf(order.flatMap(n => built[n] ?? []))).toEqual(pulseOf(built))
        },
      ),
    )
  })

  it('tells how many there are of each state, the most urgent first', () => {
    const marks = pulseOf([ofDay(1), ofDay(2, 1, { errors: 3 }), ofDay(3), ofDay(4, 1, { running: 1 })])
    expect(countStates(marks)).toEqual([
      ['errors', 1],
      ['running', 1],
      ['ok', 2],
    ])
    expect(MARK_STATES.indexOf('errors')).toBe(0)
  })
})

it('of two sessions one is earlier, and none is earlier than itself', () => {
  expect(isEarlier(ofDay(1), ofDay(2))).toBe(true)
  expect(isEarlier(ofDay(2), ofDay(1))).toBe(false)
  expect(isEarlier(ofDay(2), ofDay(2))).toBe(false)
})

it.each<[string, Session, boolean]>([
  ['all is done', ofDay(1), true],
  ['some is in error', ofDay(1, 1, { errors: 2 }), true],
  ['something runs', ofDay(1, 1, { running: 1 }), false],
  ['something waits', ofDay(1, 1, { waiting: 1 }), false],
  ['worker requests were relaunched', aSession('A', 'x', [aStep('workers', { 'workers.w.retry': 1 })]), false],
  ['nothing is counted yet', aSession('A', 'x'), false],
])('a session is finished or not: %s', (_name, session, expected) => {
  expect(isFinished(session)).toBe(expected)
})
