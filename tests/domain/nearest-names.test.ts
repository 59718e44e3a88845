/** Which sessions a damaged link may have meant. */
import { describe, expect, it } from 'vitest'
import { distance, isAlike, nearestNames, nearestSessions, partsOf } from '@/domain/nearest-names'
import { isTooLong } from '@/domain/session'

describe('how far a name is from the one that was asked for', () => {
  it('is nothing for the same name, and nothing in common for others', () => {
    expect(distance('day-1', 'day-1')).toBe(0)
    expect(distance('abc', 'xyz')).toBe(1)
    expect(distance('', 'abc')).toBe(1)
  })

  it.each([
    ['letter case', 'DAY-1', 'day-1'],
    ['spaces around it', ' day-1\t', 'day-1'],
    ['a no-break space in it', 'day\u00a01', 'day 1'],
    ['the other Unicode form', 'e\u0301te\u0301', 'été'],
    ['a character without a form', 'day\u200b-1', 'day-1'],
  ])('is small where only the spelling differs: %s', (_, asked, name) => {
    expect(distance(asked, name)).toBeGreaterThan(0)
    expect(distance(asked, name)).toBeLessThan(0.1)
  })

  it.each([
    ['two letters exchanged', 'dya-1', 'day-1'],
    ['a letter missing', 'da-1', 'day-1'],
    ['a letter too many', 'day--1', 'day-1'],
    ['another digit', '2025-04-31', '2025-04-30'],
    ['an end cut off', '2025-04', '2025-04-30T10:11:12'],
    ['a full stop of the sentence around it', 'day-1.', 'day-1'],
  ])('leaves them alike: %s', (_, asked, name) => {
    expect(isAlike(asked, name)).toBe(true)
    expect(distance(asked, name)).toBeGreaterThan(0.1)
  })

  it('is reckoned at once also for names of any length', () => {
    expect(isAlike('a'.repeat(100_000), 'day-1')).toBe(false)
  })
})

describe('the nearest sessions', () => {
  const all = [
    { source: 'A', name: 'day-1' },
    { source: 'A', name: 'day-2' },
    { source: 'B', name: 'dya-1' },
    { source: 'B', name: 'unheard of' },
  ]

  it('begin with the very name in another source, then the same source', () => {
    expect(nearestSessions({ source: 'A', name: 'dya-1' }, all)).toEqual([all[2], all[0], all[1]])
  })

  it('offer nothing of another source that is not alike', () => {
    expect(nearestSessions({ source: 'C', name: 'qqqqqqqq' }, all)).toEqual([])
  })

  it('offer what the very source has where nothing is alike, and no more than asked for', () => {
    expect(nearestSessions({ source: 'B', name: 'zzz' }, all, 1)).toHaveLength(1)
  })

  it('are the alike ones among names, nearest first', () => {
    expect(nearestNames('day-11', ['night', 'day-1', 'DAY-11'], 3)).toEqual(['DAY-11', 'day-1'])
  })
})

describe('the parts of a name that are searched for', () => {
  it('are the whole without the spaces around it, its other form, and shorter and shorter pieces', () => {
    expect(partsOf(' été-1\t')).toEqual(['été-1', 'été-1'.normalize('NFD'), 'été', 'ét', '-1', 'é'])
  })

  it('are none of nothing, and short of a long name', () => {
    expect(partsOf(' \u200b')).toEqual([])
    expect(Math.max(...partsOf('x'.repeat(5000)).map(part => part.length))).toBe(64)
  })

  it('leave characters beyond the first plane whole', () => {
    expect(partsOf('😀😁')).toEqual(['😀😁', '😀', '😁'])
  })
})

it('a name that REGARDS cannot store is known by its length in characters', () => {
  expect(isTooLong({ source: 'A', name: '😀'.repeat(255) })).toBe(false)
  expect(isTooLong({ source: 'A', name: 'x'.repeat(256) })).toBe(true)
  expect(isTooLong({ source: 'x'.repeat(256), name: 'A' })).toBe(true)
})
