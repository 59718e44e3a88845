/** What a cell of badges shows at which width: whole numbers, abbreviated ones, or a sign for the rest. */
import { expect, it } from 'vitest'
import { badgeRoom } from '@/features/browse/badge-room'
import { createFormat } from '@/i18n/format'

const formats = { en: createFormat('en', 'utc'), fr: createFormat('fr', 'utc') }

/** The width of the column in a wide window, and what it has at least from 1280 px on. */
const MOST = 222
const FROM_1280 = 204

const roomOf = (language: 'en' | 'fr', counts: readonly number[]) =>
  badgeRoom(counts.map(n => ({ whole: formats[language].count(n), short: formats[language].short(n) })))

it.each(['en', 'fr'] as const)('three counts up to 99,999 are all shown from 1280 px on, %s', language => {
  for (const n of [1, 99, 999, 9_999, 10_000, 12_345, 99_949, 99_999])
    for (const from of roomOf(language, [n, n, n]).from) expect(from ?? 0).toBeLessThanOrEqual(FROM_1280)
  expect(roomOf(language, [99_999, 99_999, 99_999]).wholeFrom).toBeLessThanOrEqual(MOST)
})

it.each([
  ['en', [12_345], undefined, [undefined]],
  ['en', [12, 7, 3], undefined, [undefined, undefined, undefined]],
  ['en', [12_345, 3], undefined, [undefined, undefined]],
  ['en', [12_345, 12_345, 12_345], 216, [undefined, 150, 192]],
  ['fr', [12_345, 12_345, 12_345], 216, [undefined, 162, 204]],
] as const)('%s %j', (language, counts, wholeFrom, from) => {
  expect(roomOf(language, counts)).toEqual({ wholeFrom, from })
})
