/** The columns of sources, as a table: what is in the cell, how wide it is, what the server can sort by. */
import type { Source, StepType, Unreadable } from '@/domain/session'
import { isUnreadable, sourceTotalOut, totalCounters } from '@/domain/session'
import type { SourceAudit } from '@/domain/source-audit'
import { driftedFrom } from '@/domain/source-audit'
import { sourceStall } from '@/domain/stall'
import type { Column } from '@/ui/table-types'
import { boardLink } from '@/url/board-url'
import type { CellWords } from './cells'
import { ageCell, ageText, ageTitle, countCell, countTitle, nameCell, stateCell } from './cells'
import { STATE_WIDTH, readable } from './columns'

/** What its sessions make of a source; undefined while nobody has added them up. */
export type AuditOf = (source: Source) => SourceAudit | undefined

/** A source does not say what was left out: its sessions do, added up when idle. */
function sourceState(words: CellWords, source: Source, audit: SourceAudit | undefined, now: number) {
  const { t, format } = words
  const read = audit?.read ?? 0
  const figure = format.exact(read)
  return stateCell(words, {
    counters: totalCounters(source.steps),
    leftOut: audit?.setAside ?? 0,
    leftOutHint:
      audit?.isComplete === false
        ? t('okSetAsideSome', { figure, total: format.exact(source.sessionCount) })
        : t('okSetAsideHint', { count: read, figure }),
    stall: sourceStall(source, now, words.stalledAfter),
  })
}

const sourceDates = (words: CellWords, source: Source, now: number) => ({
  iso: source.lastUpdateDate,
  stall: sourceStall(source, now, words.stalledAfter),
})

/** What the time changes in a row of sources. */
export function sourceTimeKey(words: CellWords, source: Source | Unreadable, now: number): string {
  return isUnreadable(source) ? '' : ageText(words, sourceDates(words, source, now), now)
}

export function sourceColumns(words: CellWords, auditOf: AuditOf): readonly Column<Source | Unreadable>[] {
  const { t } = words
  const total = (type: StepType) => (source: Source) => ({
    value: sourceTotalOut(source, type),
    sum: driftedFrom(source, type, auditOf(source)),
  })
  const [referenced, diffused] = [total('REFERENCING'), total('DISSEMINATION')]
  return readable<Source>(
    [
      {
        id: 'name',
        header: t('column.name'),
        sortProperty: 'name',
        width: 'minmax(94px, 1fr)',
        inLines: '1 / 1 / 2 / 3',
        title: ({ name }) => name || undefined,
        cell: ({ name }) => nameCell(name, boardLink({ source: name })),
      },
      {
        id: 'state',
        header: t('column.state'),
        width: STATE_WIDTH,
        inLines: '2 / 1 / 3 / 4',
        isWhole: true,
        cell: (source, now) => sourceState(words, source, auditOf(source), now),
      },
      {
        id: 'sessionCount',
        header: t('column.sessionCount'),
        hint: t('hint.sessionCount'),
        sortProperty: 'nbSessions',
        align: 'end',
        width: '78px',
        hideBelow: 632,
        title: ({ sessionCount }) => countTitle(words, { value: sessionCount }),
        cell: ({ sessionCount }) => countCell(words, { value: sessionCount }),
      },
      {
        id: 'referenced',
        header: t('column.referenced'),
        hint: t('hint.referencedSource'),
        align: 'end',
        width: '82px',
        hideBelow: 542,
        title: source => countTitle(words, referenced(source)),
        cell: source => countCell(words, referenced(source)),
      },
      {
        id: 'diffused',
        header: t('column.diffusedAll'),
        hint: t('hint.diffusedSource'),
        align: 'end',
        width: '78px',
        hideBelow: 740,
        title: source => countTitle(words, diffused(source)),
        cell: source => countCell(words, diffused(source)),
      },
      {
        id: 'updated',
        header: t('column.updated'),
        hint: t('hint.updated'),
        sortProperty: 'lastUpdateDate',
        align: 'end',
        width: 'minmax(86px, 102px)',
        hideBelow: 368,
        inLines: '1 / 3',
        title: (source, now) => ageTitle(words, sourceDates(words, source, now)),
        cell: (source, now) => ageCell(words, sourceDates(words, source, now), now),
      },
    ],
    words,
  )
}
