/** What was read of the sessions of a source, added up: by the check when idle, and by their list. Asks nothing itself. */
import { useQueries, useQuery } from '@tanstack/react-query'
import type { SessionListQuestion } from '@/domain/list-params'
import { PAGE_SIZE } from '@/domain/list-params'
import type { Page, Session, Source } from '@/domain/session'
import { isUnreadable, sessionKey } from '@/domain/session'
import type { SourceAudit } from '@/domain/source-audit'
import { auditSource } from '@/domain/audit-source'
import { sessionsPageQuery } from './board'
import { sourceAuditQuery } from './source-audit'

/** A list of so many pages is read in full by nobody. */
const MOST_PAGES = 20

/** Pages as one; a session that moved between two of them counts once, and then one of them is missing. */
function joined(pages: readonly Page<Session>[]): Page<Session> | undefined {
  const first = pages[0]
  if (first === undefined) return undefined
  const rows = new Map(
    pages.flatMap(({ entries }) =>
      entries.flatMap(entry => (isUnreadable(entry) ? [] : [[sessionKey(entry), entry] as const])),
    ),
  )
  return { entries: [...rows.values()], total: Math.max(...pages.map(({ total }) => total)) }
}

/** @param question of the list of sessions on the screen */
export function useReadSums({ name, sessionCount }: Source, question: SessionListQuestion): readonly SourceAudit[] {
  const audit = useQuery({ ...sourceAuditQuery(name), enabled: false }).data
  const isOwn = question.source === name && question.name === undefined && question.state === undefined
  const count = Math.min(MOST_PAGES, Math.max(1, Math.ceil(sessionCount / PAGE_SIZE)))
  const pages = useQueries({
    queries: isOwn
      ? Array.from({ length: count }, (_, page) => ({ ...sessionsPageQuery(question, page), enabled: false }))
      : [],
  })
  const listed = joined(pages.flatMap(({ data }) => data ?? []))
  return [audit, listed && auditSource(listed)].filter(one => one !== undefined)
}
