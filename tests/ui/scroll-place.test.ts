/** A list that is longer than a browser can scroll: every row is reached, and a step moves the list by as much. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_HEIGHT, isAtFalseEnd, placeAfterScroll, placeAt, scrolledHeight } from '@/ui/scroll-place'

const MILLION = { length: 1_000_000 * 32, view: 640 }
const SHORT = { length: 5_000 * 32, view: 640 }
const end = ({ length, view }: typeof MILLION) => length - view

describe('a list that a browser can scroll', () => {
  it('is where its scrollbar is', () => {
    expect(scrolledHeight(SHORT)).toBe(SHORT.length)
    expect(placeAt(1234, SHORT)).toEqual({ offset: 1234, scrolled: 1234 })
    expect(placeAfterScroll({ offset: 0, scrolled: 0 }, 90_000, SHORT)).toEqual({ offset: 90_000, scrolled: 90_000 })
  })

  it('ends where its rows end', () => {
    expect(placeAt(1e9, SHORT)).toEqual({ offset: end(SHORT), scrolled: end(SHORT) })
    expect(placeAt(-5, SHORT)).toEqual({ offset: 0, scrolled: 0 })
    expect(placeAt(70, { length: 64, view: 640 })).toEqual({ offset: 0, scrolled: 0 })
  })
})

describe('a list of a million rows', () => {
  it('is scrolled in an element that every browser can scroll', () => {
    expect(scrolledHeight(MILLION)).toBe(MOST_HEIGHT)
  })

  it.each([
    ['the top', 0, 0],
    ['the end', MOST_HEIGHT - 640, end(MILLION)],
    ['the middle', (MOST_HEIGHT - 640) / 2, end(MILLION) / 2],
  ])('is at %s when its thumb is dragged there', (_where, scrolled, offset) => {
    const from = placeAt(123_456, MILLION)
    expect(placeAfterScroll(from, scrolled, MILLION)).toEqual({ offset, scrolled })
  })

  it('moves by a notch of the wheel as any list does', () => {
    const from = placeAt(16_000_000, MILLION)
    expect(placeAfterScroll(from, from.scrolled + 120, MILLION).offset).toBe(16_000_120)
    expect(placeAfterScroll(from, from.scrolled - 600, MILLION).offset).toBe(15_999_400)
  })

  it('reaches each row: the place of any offset leads back to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: end(MILLION) }), offset => {
        const place = placeAt(offset, MILLION)
        expect(place.offset).toBe(offset)
        expect(place.scrolled).toBeGreaterThanOrEqual(0)
        expect(place.scrolled).toBeLessThanOrEqual(MOST_HEIGHT - 640)
      }),
    )
  })

  it('never leaves the list, however it is scrolled', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -9e6, max: 9e6 })), { maxLength: 50 }),
        moves => {
          let place = placeAt(0, MILLION)
          for (const by of moves) {
            const scrolled = Math.max(0, Math.min(place.scrolled + by, MOST_HEIGHT - 640))
            place = placeAfterScroll(place, scrolled, MILLION)
            expect(place.offset).toBeGreaterThanOrEqual(0)
            expect(place.offset).toBeLessThanOrEqual(end(MILLION))
          }
        },
      ),
    )
  })

  it('is scrolled to its very ends by the wheel, at the same pace to the last notch', () => {
    let place = placeAt(1_200, MILLION)
    for (let notch = 9; notch >= 0; notch--) {
      place = placeAfterScroll(place, Math.max(0, place.scrolled - 120), MILLION)
      expect(place.offset).toBe(notch * 120)
      // At rest between two notches.
      place = placeAt(place.offset, MILLION)
    }
    expect(place).toEqual({ offset: 0, scrolled: 0 })
    place = placeAt(end(MILLION) - 240, MILLION)
    for (let notch = 0; notch < 2; notch++) place = placeAfterScroll(place, place.scrolled + 120, MILLION)
    expect(place).toEqual({ offset: end(MILLION), scrolled: MOST_HEIGHT - 640 })
  })

  it('knows an end of the scrollbar that is not its own', () => {
    expect(isAtFalseEnd({ offset: 4_000, scrolled: 0 }, MILLION)).toBe(true)
    expect(isAtFalseEnd({ offset: 0, scrolled: 900 }, MILLION)).toBe(true)
    expect(isAtFalseEnd({ offset: end(MILLION) - 9, scrolled: MOST_HEIGHT - 640 }, MILLION)).toBe(true)
    expect(isAtFalseEnd({ offset: 0, scrolled: 0 }, MILLION)).toBe(false)
    expect(isAtFalseEnd(placeAt(5_000, MILLION), MILLION)).toBe(false)
  })
})
