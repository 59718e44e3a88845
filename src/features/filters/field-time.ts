/** A moment as a field of date and time has it, in the time zone the user has chosen. */
import type { TimeZone } from '@/i18n/format'

const MINUTE = 60_000

/** @param at in milliseconds */
export function fieldTime(at: number, zone: TimeZone): string {
  const shift = zone === 'utc' ? 0 : new Date(at).getTimezoneOffset() * MINUTE
  return new Date(at - shift).toISOString().slice(0, 16)
}

/** The moment in the zone of REGARDS' dates; undefined for no date, and for one before 1970. */
export function fromFieldTime(text: string, zone: TimeZone): string | undefined {
  const at = Date.parse(zone === 'utc' ? `${text}Z` : text)
  return at > 0 ? new Date(at).toISOString() : undefined
}
