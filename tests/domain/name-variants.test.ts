/** Texts and names that look alike: what is looked for, and which characters are reported to differ. */
import { describe, expect, it } from 'vitest'
import { differences, looseForm, oddCharacters, otherTexts } from '@/domain/name-variants'

describe('what differs', () => {
  it.each([
    ['day-1 ', 'day-1', [[' ', '', 'end']]],
    ['\tday-1', 'day-1', [['\t', '', 'start']]],
    [
      '\u00a0day-1\u00a0',
      'day-1',
      [
        ['\u00a0', '', 'start'],
        ['\u00a0', '', 'end'],
      ],
    ],
    ['day-1', 'day-1 ', [['', ' ', 'end']]],
    ['day-1', ' \u00a0day-1', [['', ' \u00a0', 'start']]],
    ['e\u0301te\u0301', '\u00e9t\u00e9', [['e\u0301', '\u00e9', 'inside']]],
    ['\u00e9t\u00e9', 'e\u0301te\u0301', [['\u00e9', 'e\u0301', 'inside']]],
    ['day\u200b-1', 'day-1', [['\u200b', '', 'inside']]],
    ['\ufeffday-1', 'day-1', [['\ufeff', '', 'start']]],
    ['day\u00ad-1', 'day-1', [['\u00ad', '', 'inside']]],
    ['day\u20111', 'day-1', [['\u2011', '-', 'inside']]],
    ['day-1', 'day\u20131', [['-', '\u2013', 'inside']]],
    ['l\u2019an', "l'an", [['\u2019', "'", 'inside']]],
    [
      '\u201ca\u201d',
      '"a"',
      [
        ['\u201c', '"', 'inside'],
        ['\u201d', '"', 'inside'],
      ],
    ],
    ['day\u00a01', 'day 1', [['\u00a0', ' ', 'inside']]],
    ['day  1', 'day 1', [['  ', ' ', 'inside']]],
    [
      'ＤＡＹ',
      'day',
      [
        ['Ｄ', 'd', 'inside'],
        ['Ａ', 'a', 'inside'],
        ['Ｙ', 'y', 'inside'],
      ],
    ],
    ['\ufb01le', 'file', [['\ufb01', 'fi', 'inside']]],
    ['file', '\ufb01le', [['fi', '\ufb01', 'inside']]],
    [
      'DAY',
      'Day',
      [
        ['A', 'a', 'inside'],
        ['Y', 'y', 'inside'],
      ],
    ],
    ['day ', 'night day-1', [[' ', '', 'end']]],
    ['day-1', 'day-1', []],
    ['run\u200f', 'a run\u200f b', [['\u200f', '', 'end']]],
  ] as const)('%j and %j', (typed, name, expected) => {
    expect(differences(typed, name)?.map(({ typed: left, written, place }) => [left, written, place])).toEqual(expected)
  })

  it.each([
    ['day-2', 'day-1'],
    ['', 'day'],
    [' ', 'day'],
  ])('%j is in %j in no writing', (typed, name) => expect(differences(typed, name)).toBeUndefined())
})

it('tells what cannot be seen', () => {
  expect(oddCharacters(' a\u00a0b\u200b ')).toEqual([' ', '\u00a0', '\u200b'])
  expect(oddCharacters('a b-é')).toEqual([])
})

it('compares by what is seen', () => {
  expect(looseForm('\u00a0E\u0301T\u00c9\u200b \u2013 1\n')).toBe('été - 1')
})

describe('what is looked for', () => {
  it.each([
    ['day-1 ', 'day-1'],
    ['day-1\r\n', 'day-1'],
    ['\u00e9t\u00e9', 'e\u0301te\u0301'],
    ['e\u0301te\u0301 ', '\u00e9t\u00e9'],
    ['day 1', 'day_1'],
    ['day\u20111', 'day-1'],
    ['run-1\trun-2', 'run-2'],
    ['run-1 run-2', 'run-1'],
  ])('for %j also %j', (typed, wanted) => expect(otherTexts(typed)).toContain(wanted))

  it('is little, and never nothing', () => {
    expect(otherTexts('a b c d e f g h i').length).toBeLessThanOrEqual(6)
    expect(otherTexts('\u200b \ufeff')).not.toContain('')
  })
})
