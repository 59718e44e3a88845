/** The columns of both lists, as tables: what is in the cell, how wide it is, what the server can sort by. */
import type { Session, Source, StepType, Unreadable } from '@/domain/session'
import { isUnreadable, sessionOutput, sourceTotalOut, totalCounters } from '@/domain/session'
import type { SourceAudit } from '@/domain/source-audit'
import { driftedFrom } from '@/domain/source-audit'
import { sessionStall, sourceStall } from '@/domain/stall'
import { setAsideCount } from '@/domain/step-reading'
import { Name } from '@/ui/Name'
import { boardLink } from '@/url/board-url'
import type { Column } from '@/ui/table-types'
import type { CellWords } from './cells'
import { ageCell, ageText, ageTitle, countCell, countTitle, nameCell, stateCell } from './cells'
import { unreadableText } from './unreadable-text'

/** Two short badges side by side, whichever font the system has. */
const STATE = 'minmax(140px, 2fr)'

/** A row that could not be read shows that in its first cell, and nothing else. */
function readable<T extends object>(
  columns: readonly Column<T>[],
  { t }: CellWords,
): readonly Column<T | Unreadable>[] {
  return columns.map(({ title, cell, ...column }, place) => ({
    ...column,
    ...(title && { title: (row, now) => (isUnreadable(row) ? undefined : title(row, now)) }),
    cell: (row, now) => {
      if (!isUnreadable(row)) return cell(row, now)
      return place > 0 ? null : <i>{unreadableText(row, t)}</i>
    },
  }))
}

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

const sessionDates = (words: CellWords, { steps, lastUpdateDate }: Session, now: number) => ({
  iso: lastUpdateDate,
  stall: sessionStall(steps, now, words.stalledAfter),
})

/** What the time changes in a row of sources. */
export function sourceTimeKey(words: CellWords, source: Source | Unreadable, now: number): string {
  return isUnreadable(source) ? '' : ageText(words, sourceDates(words, source, now), now)
}

/** What the time changes in a row of sessions. */
export function sessionTimeKey(words: CellWords, session: Session | Unreadable, now: number): string {
  if (isUnreadable(session)) return ''
  const created = ageText(words, { iso: session.creationDate }, now)
  return `${ageText(words, sessionDates(words, session, now), now)} ${created}`
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
        width: 'minmax(94px, 3fr)',
        title: ({ name }) => name || undefined,
        cell: ({ name }) => nameCell(name, boardLink({ source: name })),
      },
      {
        id: 'state',
        header: t('column.state'),
        width: STATE,
        isWhole: true,
        cell: (source, now) => sourceState(words, source, auditOf(source), now),
      },
      {
        id: 'sessionCount',
        header: t('column.sessionCount'),
        hint: t('hint.sessionCount'),
        sortProperty: 'nbSessions',
        align: 'end',
        width: '68px',
        hideBelow: 526,
        title: ({ sessionCount }) => countTitle(words, { value: sessionCount }),
        cell: ({ sessionCount }) => countCell(words, { value: sessionCount }),
      },
      {
        id: 'referenced',
        header: t('column.referenced'),
        hint: t('hint.referencedSource'),
        align: 'end',
        width: '82px',
        hideBelow: 450,
        title: source => countTitle(words, referenced(source)),
        cell: source => countCell(words, referenced(source)),
      },
      {
        id: 'diffused',
        header: t('column.diffusedAll'),
        hint: t('hint.diffusedSource'),
        align: 'end',
        width: '78px',
        hideBelow: 612,
        title: source => countTitle(words, diffused(source)),
        cell: source => countCell(words, diffused(source)),
      },
      {
        id: 'updated',
        header: t('column.updated'),
        hint: t('hint.updated'),
        sortProperty: 'lastUpdateDate',
        align: 'end',
        width: 'minmax(86px, 104px)',
        hideBelow: 360,
        title: (source, now) => ageTitle(words, sourceDates(words, source, now)),
        cell: (source, now) => ageCell(words, sourceDates(words, source, now), now),
      },
    ],
    words,
  )
}

const REFERENCING = ['oais', 'feature']
/** Recipients are not the catalogue: a product sent to three of them is still one product (docs/regards-api/previous-dashboard-defects.md 11). */
const CATALOGUE = ['catalog']

/** The column of sources, and the gap beside it. */
const SOURCE_COLUMN = 94

export function sessionColumns(words: CellWords, hasSource: boolean): readonly Column<Session | Unreadable>[] {
  const { t } = words
  const output = (stepIds: readonly string[]) => (session: Session) => ({ value: sessionOutput(session, stepIds) })
  const [referenced, diffused] = [output(REFERENCING), output(CATALOGUE)]
  const spared = hasSource ? SOURCE_COLUMN : 0
  const all: readonly Column<Session>[] = [
    {
      id: 'name',
      header: t('column.name'),
      sortProperty: 'name',
      width: 'minmax(64px, 3fr)',
      title: ({ name }) => name || undefined,
      cell: ({ name, source, id }) => nameCell(name, boardLink({ source, session: name, id })),
    },
    {
      id: 'state',
      header: t('column.state'),
      width: STATE,
      isWhole: true,
      cell: ({ steps }, now) =>
        stateCell(words, {
          counters: totalCounters(steps),
          leftOut: setAsideCount(steps),
          leftOutHint: t('setAsideHint'),
          stall: sessionStall(steps, now, words.stalledAfter),
        }),
    },
    {
      id: 'source',
      header: t('column.source'),
      sortProperty: 'source',
      width: 'minmax(56px, 2fr)',
      title: ({ source }) => source,
      cell: ({ source }) => <Name text={source} />,
    },
    {
      id: 'referenced',
      header: t('column.referenced'),
      hint: t('hint.referenced'),
      isDerived: true,
      align: 'end',
      width: '94px',
      hideBelow: 566 - spared,
      title: session => countTitle(words, referenced(session)),
      cell: session => countCell(words, referenced(session)),
    },
    {
      id: 'diffused',
      header: t('column.diffused'),
      hint: t('hint.diffused'),
      align: 'end',
      width: '72px',
      hideBelow: 646 - spared,
      title: session => countTitle(words, diffused(session)),
      cell: session => countCell(words, diffused(session)),
    },
    {
      id: 'created',
      header: t('column.created'),
      sortProperty: 'creationDate',
      align: 'end',
      width: '84px',
      hideBelow: 900 - spared,
      title: ({ creationDate }) => ageTitle(words, { iso: creationDate }),
      cell: ({ creationDate }, now) => ageCell(words, { iso: creationDate }, now),
    },
    {
      id: 'updated',
      header: t('column.updated'),
      hint: t('hint.updated'),
      sortProperty: 'lastUpdateDate',
      align: 'end',
      width: 'minmax(86px, 104px)',
      hideBelow: 464 - spared,
      title: (session, now) => ageTitle(words, sessionDates(words, session, now)),
      cell: (session, now) => ageCell(words, sessionDates(words, session, now), now),
    },
  ]
  return readable(
    all.filter(({ id }) => id !== 'source' || !hasSource),
    words,
  )
}
