/** When the last look was: as short as it is clear, in the zone the user has chosen, also over a change of the clocks. */
import { describe, expect, it } from 'vitest'
import { whenText } from '@/features/seen/when'

const AT = Date.UTC(2026, 2, 27, 14, 5)
const HOUR = 3_600_000

describe('the moment of the last look', () => {
  it.each([
    ['on its day', 2 * HOUR, '14:05', '14:05'],
    ['on the next day', 11 * HOUR, 'Friday 14:05', 'vendredi 14:05'],
    ['after a weekend in which the clocks changed', 66 * HOUR, 'Friday 14:05', 'vendredi 14:05'],
    ['a week later', 168 * HOUR, '27 Mar 2026 14:05', '27 mars 2026 14:05'],
    ['on a clock that was set back', -30 * HOUR, '27 Mar 2026 14:05', '27 mars 2026 14:05'],
  ])('%s', (_, later, english, french) => {
    expect(whenText('en', 'utc', AT, AT + later)).toBe(english)
    expect(whenText('fr', 'utc', AT, AT + later)).toBe(french)
  })

  it('is in the zone of the computer', () => {
    const own = new Date(AT)
    const time = `${String(own.getHours()).padStart(2, '0')}:${String(own.getMinutes()).padStart(2, '0')}`
    expect(whenText('en', 'local', AT, AT)).toBe(time)
  })
})
