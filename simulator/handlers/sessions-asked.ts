/** The sessions a request body means: exactly, or by substrings of their names (docs/regards-api/measured.md 2). */
import type { Archive } from '../archive'
import type { Restriction } from '../matching'
import { textMember } from '../matching'
import { alike, named } from '../namesakes'
import type { SessionRecord } from '../records'

/** Exact, letter case respected; an empty or absent text filters nothing. */
export function exactSessions(archive: Archive, body: unknown, sourceKey: string): readonly SessionRecord[] {
  return archive.sessions.filter(named({ source: textMember(body, sourceKey), name: textMember(body, 'session') }))
}

/** Substrings of both names; `%` is a wildcard, `_` is none, and `\` takes what follows literally. */
export function similarSessions(archive: Archive, body: unknown, sourceKey: string): readonly SessionRecord[] {
  return archive.sessions.filter(alike({ source: textMember(body, sourceKey), name: textMember(body, 'session') }))
}

/** Of these sessions those that hold any of the ids, if ids are given literally: 100 000 sessions are not read for ten of them. */
export function holdingAny(
  sessions: readonly SessionRecord[],
  ids: Restriction | undefined,
  serialOf: (id: string) => number | undefined,
): readonly SessionRecord[] {
  if (ids === undefined || ids.mode === 'EXCLUDE' || ids.ignoreCase === true || ids.matchMode !== 'STRICT')
    return sessions
  const serials = new Set(ids.values.map(serialOf))
  return sessions.filter(({ serial }) => serials.has(serial))
}
