/** Unchanged rows of an answer keep their object identity, so that they are not drawn again. Pure. */
import type { Page, Unreadable } from './session'
import { isUnreadable } from './session'

/** Whether two JSON values are equal; NaN equals itself. */
export function isSameData(a: unknown, b: unknown): boolean {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [before, now] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const names = Object.keys(now)
  if (names.length !== Object.keys(before).length) return false
  return names.every(name => Object.hasOwn(before, name) && isSameData(before[name], now[name]))
}

/** Which rows, where and how many is kept by identity alone. */
const isSamePage = <T>(before: Page<T>, { entries, total, isCut, looked }: Page<T>): boolean =>
  before.total === total &&
  before.isCut === isCut &&
  isSameData(before.looked, looked) &&
  before.entries.length === entries.length &&
  entries.every((entry, place) => entry === before.entries[place])

/**
 * The page as it is now, with the rows of the one before where they say the same, wherever they stood. All of each row is
 * compared: no date of REGARDS is promised to change with every counter (docs/regards-api/sessions.md 2.1).
 * @param keyOf what tells a row from the others of its page
 */
export function keepRows<T extends object>(before: Page<T>, now: Page<T>, keyOf: (row: T) => unknown): Page<T> {
  const keyIn = (entry: T | Unreadable) => (isUnreadable(entry) ? undefined : keyOf(entry))
  const known = new Map(before.entries.map(entry => [keyIn(entry), entry]))
  const entries = now.entries.map((entry, place) => {
    const old = isUnreadable(entry) ? before.entries[place] : known.get(keyIn(entry))
    return old !== undefined && isSameData(old, entry) ? old : entry
  })
  const kept = { ...now, entries }
  return isSamePage(before, kept) ? before : kept
}
