/** Which rows of a page are the very same objects after it was asked again. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSameData, keepRows } from '@/domain/same-rows'
import type { Page, Session } from '@/domain/session'
import { aSession, aStep } from './a-step'

const session = (id: number, errors = 0) =>
  aSession('A', `day-${id}`, [aStep('oais', { requestsErrors: errors, odd: NaN }, { errors })], id)
const page = (...entries: Page<Session>['entries']): Page<Session> => ({ entries, total: 100 })
const keep = (before: Page<Session>, now: Page<Session>) => keepRows(before, now, ({ id }) => id)

describe('a row', () => {
  const before = page(session(1), session(2), session(3))
  const [one, two, three] = before.entries

  it('that did not change is the same object, and the whole page where none did', () => {
    expect(keep(before, page(session(1), session(2), session(3)))).toBe(before)
  })

  it('that changed is another one, and the others stay', () => {
    const { entries } = keep(before, page(session(1), session(2, 4), session(3)))
    expect(entries).toEqual([session(1), session(2, 4), session(3)])
    expect([entries[0] === one, entries[1] === two, entries[2] === three]).toEqual([true, false, true])
  })

  it('that changed although its date did not is another one', () => {
    const changed = { ...session(2), steps: [aStep('oais', { requestsErrors: 1 }, { errors: 0 })] }
    expect(keep(before, page(session(1), changed)).entries[1]).toBe(changed)
  })

  it('that moved is the same object at its new place', () => {
    const { entries } = keep(before, page(session(9), session(3), session(1), session(2)))
    expect(entries.slice(1)).toEqual([three, one, two])
    expect(entries.slice(1).every((entry, place) => entry === [three, one, two][place])).toBe(true)
  })

  it('that is gone is gone', () => {
    expect(keep(before, page(session(3))).entries).toEqual([three])
  })

  it('that cannot be read stays at its place, or is another one', () => {
    const torn = page({ unreadable: true, label: 'x' }, session(1))
    expect(keep(torn, page({ unreadable: true, label: 'x' }, session(1)))).toBe(torn)
    expect(keep(torn, page({ unreadable: true, label: 'y' })).entries).toEqual([{ unreadable: true, label: 'y' }])
    expect(keep(torn, page(session(2), session(1))).entries[1]).toBe(torn.entries[1])
  })
})

it('another total is another page of the same rows', () => {
  const before = page(session(1))
  const after = keep(before, { ...page(session(1)), total: 101 })
  expect(after).not.toBe(before)
  expect(after.total).toBe(101)
  expect(after.entries[0]).toBe(before.entries[0])
})

it('what is kept always says what the answer says', () => {
  const rows = fc.array(
    fc.tuple(fc.nat(6), fc.nat(2)).map(numbers => session(...numbers)),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(rows, rows, (old, now) => {
      expect(keep(page(...old), page(...now))).toStrictEqual(page(...now))
    }),
  )
})

it('data is the same where its JSON is', () => {
  // JSON knows no zero below zero.
  const data = fc.jsonValue({ maxDepth: 3 }).map(value => JSON.parse(JSON.stringify(value)) as unknown)
  fc.assert(
    fc.property(data, data, (a, b) => {
      expect(isSameData(a, structuredClone(a))).toBe(true)
      expect(isSameData({ a, x: NaN }, { a: b, x: NaN })).toBe(isSameData(a, b))
      if (isSameData(a, b)) expect(a).toEqual(b)
      else expect(a).not.toEqual(b)
    }),
    { numRuns: 1000 },
  )
})
