/** The sessions a request body means: exactly, or, in the worker manager, by substrings (README.md 6). */
import type { Archive } from '../archive'
import { containsPercent, textMember } from '../matching'
import type { SessionRecord } from '../records'

/** Exact, letter case respected; an empty or absent text filters nothing. */
export function exactSessions(archive: Archive, body: unknown, sourceKey: string): readonly SessionRecord[] {
  const [source, name] = [textMember(body, sourceKey), textMember(body, 'session')]
  return archive.sessions.filter(
    record => (source === '' || record.source === source) && (name === '' || record.name === name),
  )
}

/** Substrings of both names; `%` is a wildcard, `_` is not. */
export function similarSessions(archive: Archive, body: unknown): readonly SessionRecord[] {
  const hasSource = containsPercent(textMember(body, 'source'))
  const hasName = containsPercent(textMember(body, 'session'))
  return archive.sessions.filter(({ source, name }) => hasSource(source) && hasName(name))
}
