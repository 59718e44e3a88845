/** Numbers, dates, ages and durations as they are read in each language. */
import { renderHook, act } from '@testing-library/react'
import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import { LANGUAGE_CODES } from '@/domain/languages'
import type { TimeZone } from '@/i18n/format'
import { createFormat, TimeZoneContext, useFormat } from '@/i18n/format'
import { setLanguage } from '@/i18n/i18n'

const english = createFormat('en', 'utc')
const french = createFormat('fr', 'utc')

/** With ordinary spaces, whichever kind of narrow or unbreakable ones the run-time's locale data have. */
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ')

describe('a count', () => {
  it.each([
    [0, '0', '0'],
    [7, '7', '7'],
    [9_999, '9,999', '9 999'],
    [99_999, '99,999', '99 999'],
    [100_000, '100k', '100 k'],
    [112_889, '112.9k', '112,9 k'],
    [1_000_000, '1M', '1 M'],
    [1_500_000, '1.5M', '1,5 M'],
    [-42, '-42', '-42'],
    [-150_000, '-150k', '-150 k'],
    [NaN, '?', '?'],
    [Number.MAX_SAFE_INTEGER, '9007.2T', '9007,2 Bn'],
    [2 ** 53, '> 9,007,199,254,740,991', '> 9 007 199 254 740 991'],
    [Infinity, '> 9,007,199,254,740,991', '> 9 007 199 254 740 991'],
  ])('of %d is written as its language does, short from 100 000 on', (n, inEnglish, inFrench) => {
    expect([english.count(n), french.count(n)].map(plain)).toEqual([inEnglish, inFrench])
  })

  it.each([
    [112_889, '112,889', '112 889'],
    [1_000_000, '1,000,000', '1 000 000'],
    [-1_234_567, '-1,234,567', '-1 234 567'],
    [Number.MAX_SAFE_INTEGER, '9,007,199,254,740,991', '9 007 199 254 740 991'],
    [2 ** 53, '> 9,007,199,254,740,991', '> 9 007 199 254 740 991'],
    [NaN, '?', '?'],
  ])('of %d is exact to the last digit', (n, inEnglish, inFrench) => {
    expect([english.exact(n), french.exact(n)].map(plain)).toEqual([inEnglish, inFrench])
  })
})

describe('a short count', () => {
  it.each([
    [0, '0', '0'],
    [583, '583', '583'],
    [9_999, '9,999', '9 999'],
    [12_345, '12.3k', '12,3 k'],
    [99_949, '99.9k', '99,9 k'],
    [999_999, '1M', '1 M'],
    [1_234_567_890, '1.2B', '1,2 Md'],
    [2_000_000_000, '2B', '2 Md'],
    [-12_345, '-12.3k', '-12,3 k'],
    [NaN, '?', '?'],
  ])('of %d is whole below 10,000, and never longer than seven signs', (n, inEnglish, inFrench) => {
    expect([english.short(n), french.short(n)].map(plain)).toEqual([inEnglish, inFrench])
    for (const text of [inEnglish, inFrench]) expect(text.length).toBeLessThanOrEqual(7)
  })
})

it('a figure and its unit are not parted at the end of a line', () => {
  for (const { duration, bytes, relative } of [english, french])
    for (const text of [duration(59 * 60_000), bytes(1536), relative(new Date(0).toISOString(), 3 * 3_600_000)])
      expect(text).not.toMatch(/\d \p{L}/u)
})

describe('an age', () => {
  const NOW = Date.parse('2025-05-02T12:00:00Z')
  const ago = (ms: number) => new Date(NOW - ms).toISOString()
  const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000]

  it.each([
    [0, 'just now', 'à l’instant'],
    [999, 'just now', 'à l’instant'],
    [SECOND, '1 s ago', 'il y a 1 s'],
    [59 * SECOND + 999, '59 s ago', 'il y a 59 s'],
    [2 * MINUTE, '2 min ago', 'il y a 2 min'],
    [59 * MINUTE, '59 min ago', 'il y a 59 min'],
    [3 * HOUR, '3 h ago', 'il y a 3 h'],
    [23 * HOUR, '23 h ago', 'il y a 23 h'],
    [DAY, '1 day ago', 'il y a 1 jour'],
    [29 * DAY, '29 days ago', 'il y a 29 jours'],
    [65 * DAY, '2 months ago', 'il y a 2 mois'],
    [800 * DAY, '2 years ago', 'il y a 2 ans'],
  ])('of %d ms is said in its largest whole unit', (ms, inEnglish, inFrench) => {
    expect([english.relative(ago(ms), NOW), french.relative(ago(ms), NOW)].map(plain)).toEqual([inEnglish, inFrench])
  })

  it.each([1, SECOND, MINUTE, DAY, 400 * DAY])('is never below zero: %d ms in the future is just now', ms => {
    expect([english.relative(ago(-ms), NOW), french.relative(ago(-ms), NOW)]).toEqual(['just now', 'à l’instant'])
  })
})

describe('a date', () => {
  const NOON = '2025-05-02T12:03:04.567Z'

  it('is written to the second, with its zone', () => {
    expect([english.date(NOON), french.date(NOON)].map(plain)).toEqual([
      '2 May 2025, 12:03:04 UTC',
      '2 mai 2025, 12:03:04 UTC',
    ])
  })

  it('is local unless UTC was asked for', () => {
    const local = createFormat('en', 'local')
    const here = new Date(NOON)
    const [hour, minute] = [here.getHours(), here.getMinutes()].map(n => String(n).padStart(2, '0'))
    expect(local.date(NOON)).toContain(`${hour}:${minute}:04`)
    expect(local.time(here.getTime())).toBe(`${hour}:${minute}:04`)
    expect(english.time(here.getTime())).toBe('12:03:04')
  })

  it('with an offset is the same moment', () => {
    expect(english.date('2025-05-02T14:03:04+02:00')).toBe(english.date(NOON))
  })

  it.each(['', 'yesterday', '2025-13-45T99:99:99Z', '2025-05-02T12:00:00[UTC', '+999999-01-01T00:00:00Z', '\0'])(
    'that is none, "%s", is shown as it came',
    text => {
      for (const format of [english, french]) {
        expect(format.date(text)).toBe(text)
        expect(format.relative(text, 0)).toBe(text)
      }
    },
  )
})

describe('a duration', () => {
  it.each([
    [0, '0 s', '0 s'],
    [900, '0 s', '0 s'],
    [45_000, '45 s', '45 s'],
    [90_000, '1 min', '1 min'],
    [7_200_000, '2 h', '2 h'],
    [86_400_000, '1 day', '1 jour'],
    [172_800_000, '2 days', '2 jours'],
    [5_400_000_000, '2 months', '2 mois'],
    [31_557_600_000, '1 year', '1 an'],
  ])('of %d ms is said in its largest whole unit', (ms, inEnglish, inFrench) => {
    expect([english.duration(ms), french.duration(ms)].map(plain)).toEqual([inEnglish, inFrench])
  })

  it('has a word for every unit there is, in every language', () => {
    for (const language of LANGUAGE_CODES)
      for (const ms of [1e3, 6e4, 3.6e6, 8.64e7, 2.7e9, 3.2e10])
        expect(createFormat(language, 'utc').duration(ms)).toMatch(/^\d+\s\p{L}+/u)
  })
})

describe('a size', () => {
  it.each([
    [0, '0 B', '0 o'],
    [1, '1 B', '1 o'],
    [1024, '1 KiB', '1 Kio'],
    [1536, '1.5 KiB', '1,5 Kio'],
    [1024 ** 2, '1 MiB', '1 Mio'],
    [1.46 * 1024 ** 4, '1.46 TiB', '1,46 Tio'],
    [NaN, '?', '?'],
  ])('of %d bytes is in steps of 1024, with three figures', (n, inEnglish, inFrench) => {
    expect([english.bytes(n), french.bytes(n)].map(plain)).toEqual([inEnglish, inFrench])
  })

  it('has a unit, however large it is', () => {
    for (let power = 0; power < 80; power++)
      expect(plain(english.bytes(2 ** power))).toMatch(/^\d[\d,.]* ([KMGTPE]i)?B$/)
  })
})

it('a share is written as a percentage', () => {
  expect([0, 0.125, 1].map(share => [english, french].map(format => plain(format.percent(share))))).toEqual([
    ['0%', '0 %'],
    ['13%', '13 %'],
    ['100%', '100 %'],
  ])
})

describe('what a component writes', () => {
  const written = (timeZone: TimeZone) =>
    renderHook(useFormat, {
      wrapper: ({ children }) => createElement(TimeZoneContext, { value: timeZone }, children),
    })

  it('follows the language in use', async () => {
    const { result } = written('utc')
    expect(result.current.exact(1234)).toBe('1,234')
    await act(() => setLanguage('fr'))
    expect(plain(result.current.exact(1234))).toBe('1 234')
  })

  it('follows the time zone that was chosen', () => {
    expect(written('utc').result.current.date('2025-05-02T12:00:00Z')).toBe('2 May 2025, 12:00:00 UTC')
  })
})
