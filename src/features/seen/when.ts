/** When the last look was, as short as it is clear: the time alone on its day, the day of the week for six days, then the date. */
import type { Language } from '@/domain/languages'
import { LANGUAGES } from '@/domain/languages'
import type { TimeZone } from '@/i18n/format'

const DAY = 86_400_000

/**
 * @param at in milliseconds
 * @param now of the same clock
 */
export function whenText(language: Language, timeZone: TimeZone, at: number, now: number): string {
  const text = (time: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LANGUAGES[language].locale, {
      ...options,
      ...(timeZone === 'utc' ? { timeZone: 'UTC' } : {}),
    }).format(time)
  const dayOf = (time: number) => text(time, { year: 'numeric', month: 'numeric', day: 'numeric' })
  const time = text(at, { hour: '2-digit', minute: '2-digit' })
  if (dayOf(at) === dayOf(now)) return time
  const isRecent = now > at && now - at < 6 * DAY
  const day = isRecent ? text(at, { weekday: 'long' }) : text(at, { year: 'numeric', month: 'short', day: 'numeric' })
  return `${day} ${time}`
}
