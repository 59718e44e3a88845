/** Every query and mutation key. */
import type { RecordListId, RecordListParams } from '@/domain/record-list'
import type { SessionRef } from '@/domain/session'
import type { SessionListQuestion, SourceListQuestion } from '@/domain/list-params'

export const keys = {
  /** Everything with figures of sessions: one invalidation reloads it all. */
  board: ['board'] as const,
  sources: (question: SourceListQuestion) => [...keys.board, 'sources', question] as const,
  sourcesPage: (question: SourceListQuestion, page: number) => [...keys.sources(question), page] as const,
  sessions: (question: SessionListQuestion) => [...keys.board, 'sessions', question] as const,
  sessionsPage: (question: SessionListQuestion, page: number) => [...keys.sessions(question), page] as const,
  stateCount: (filters: object, state: string) => [...keys.board, 'count', filters, state] as const,
  range: (filters: object, since: string) => [...keys.board, 'range', filters, since] as const,
  /** Sessions that were updated since a moment. */
  updated: (since: string) => [...keys.board, 'updated', since] as const,
  /** Not of the board: no round asks again. */
  present: (since: string, gone: number) => ['present', since, gone] as const,
  session: (ref: SessionRef) => [...keys.board, 'session', ref.source, ref.name] as const,
  sessionById: (id: number) => [...keys.board, 'session', id] as const,
  records: (list: RecordListId, { ref, part, direction }: RecordListParams) =>
    [...keys.board, 'records', ref.source, ref.name, list, part ?? '', direction] as const,
  productJson: (aipId: string) => ['productJson', aipId] as const,
  chains: (source: string) => ['chains', source] as const,
  deletionReach: (ref: SessionRef) => ['deletionReach', ref.source, ref.name] as const,
  /** Of deletions running; kept over a reload with their actions. */
  deletionProgress: ['deletionProgress'] as const,
  deletionProgressOf: (ref: SessionRef) => [...keys.deletionProgress, ref.source, ref.name] as const,
  /** Of one dialog, for each time it is read. */
  relaunchPreview: (dialog: string, round: number) => ['relaunchPreview', dialog, round] as const,
  /** Errors by cause over many sessions: of a list, or of those selected; as far as they were read. */
  incident: (scope: object) => ['incident', scope] as const,
  sourceAudit: (name: string) => ['sourceAudit', name] as const,
  names: (kind: 'sources' | 'sessions', text: string) => ['names', kind, text] as const,
  nearest: (ref: SessionRef, id: number | undefined) => ['nearest', ref.source, ref.name, id ?? 0] as const,
  projects: ['projects'] as const,
  resources: ['resources'] as const,
  /** All actions: the target of each is in its variables (domain/action.ts). */
  actions: ['action'] as const,
}
