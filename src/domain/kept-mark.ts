/** The text that a mark is kept as: of limited length, and nothing when it is damaged. Pure. */
import type { SeenMark, MarkedSession } from './changes'

/** What of a mark is kept: a row of numbers and a name, its source by its number. */
type KeptRow = readonly [
  id: number,
  source: number,
  name: string,
  errors: number,
  active: 0 | 1,
  updated: number | null,
]

/** Characters that a kept mark has at most. */
export const MARK_LENGTH = 400_000

/**
 * A mark as a text of limited length: what does not fit is left out, the oldest sessions without errors and work first,
 * and the mark then says that there were more.
 */
export function writeMark(mark: SeenMark, most = MARK_LENGTH): string {
  const rank = ({ errors, isActive }: MarkedSession) => (errors > 0 ? 0 : isActive ? 1 : 2)
  const ordered = [...mark.sessions].sort((a, b) => rank(a) - rank(b))
  const sources = new Map<string, number>()
  const rows: KeptRow[] = []
  let [length, place] = [300, 0]
  for (; place < ordered.length; place++) {
    const session = ordered[place]
    if (session === undefined) break
    const { id, source, name, errors, isActive, updated } = session
    const row: KeptRow = [id, sources.get(source) ?? sources.size, name, errors, isActive ? 1 : 0, updated ?? null]
    const added = JSON.stringify(row).length + 1 + (sources.has(source) ? 0 : JSON.stringify(source).length + 1)
    if (length + added > most) break
    length += added
    if (!sources.has(source)) sources.set(source, sources.size)
    rows.push(row)
  }
  const left = ordered.slice(place)
  const cut = {
    all: mark.cut.all || left.length > 0,
    error: mark.cut.error || left.some(({ errors }) => errors > 0),
    active: mark.cut.active || left.some(({ isActive }) => isActive),
  }
  const { at, from, total } = mark
  return JSON.stringify({ at, from, total, cut, sources: [...sources.keys()], rows })
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isDate = (value: unknown): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value))
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

function readRow(row: unknown, sources: readonly unknown[]): MarkedSession | undefined {
  if (!Array.isArray(row)) return undefined
  const [id, place, name, errors, active, updated] = row as readonly unknown[]
  const source = isCount(place) ? sources[place] : undefined
  if (!Number.isSafeInteger(id) || typeof source !== 'string' || typeof name !== 'string' || !isCount(errors))
    return undefined
  if (active !== 0 && active !== 1) return undefined
  if (updated !== null && !Number.isFinite(updated)) return undefined
  return {
    id: Number(id),
    source,
    name,
    errors,
    isActive: active === 1,
    updated: updated === null ? undefined : Number(updated),
  }
}

/** A kept mark; undefined for none and for a damaged one: a half of it would claim what is not so. */
export function readMark(text: string | null): SeenMark | undefined {
  try {
    const found: unknown = JSON.parse(text ?? 'null')
    if (!isObject(found)) return undefined
    const { at, from, total, cut, sources, rows } = found
    if (!isDate(at) || (from !== undefined && !isDate(from)) || !isCount(total)) return undefined
    if (!isObject(cut) || !Array.isArray(sources) || !Array.isArray(rows)) return undefined
    const { all, error, active } = cut
    if (typeof all !== 'boolean' || typeof error !== 'boolean' || typeof active !== 'boolean') return undefined
    const sessions = rows.map(row => readRow(row, sources))
    if (sessions.includes(undefined)) return undefined
    return { at, from, total, cut: { all, error, active }, sessions: sessions.filter(one => one !== undefined) }
  } catch {
    return undefined
  }
}
