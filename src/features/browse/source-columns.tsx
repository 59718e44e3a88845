/** The columns of sources, as a table: what is in the cell, how wide it is, what the server can sort by. */
import type { Source, StepType, Unreadable } from '@/domain/session'
import { isUnreadable, sourceTotalOut, totalCounters } from '@/domain/session'
import type { SourceAudit } from '@/domain/source-audit'
import { driftedFrom } from '@/domain/source-audit'
import { sourceStall } from '@/domain/stall'
import type { SourceSigns } from '@/stores/changes'
import { boardLink } from '@/url/board-url'
import type { CellWords } from './cells'
import { ageCell, ageText, ageTitle, countCell, countTitle, nameCell, stateCell } from './cells'
import type { ListColumn } from './column-choice'
import { AGE_TRACK, STATE_TRACK, counterColumns, figureTrack, readable } from './columns'
import { PulsePart } from './pulse/PulsePart'

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

/** @param hasPulse the user wants to see the last sessions of each */
export function sourceColumns(
  words: CellWords,
  auditOf: AuditOf,
  signed?: SourceSigns,
  hasPulse = true,
): readonly ListColumn<Source | Unreadable>[] {
  const { t } = words
  const total = (type: StepType) => (source: Source) => ({
    value: sourceTotalOut(source, type),
    sum: driftedFrom(source, type, auditOf(source)),
  })
  const [referenced, diffused, files] = [total('REFERENCING'), total('DISSEMINATION'), total('STORAGE')]
  const leftOut = (source: Source) => {
    const count = auditOf(source)?.setAside ?? 0
    return { value: count > 0 ? count : undefined }
  }
  return readable<Source>(
    [
      {
        id: 'name',
        header: t('column.name'),
        sortProperty: 'name',
        room: 94,
        width: 'minmax(94px, 1fr)',
        inLines: '1 / 1 / 2 / 3',
        title: ({ name }) => name || undefined,
        cell: ({ name }) => {
          const link = nameCell(name, boardLink({ source: name }))
          return signed?.(name, link) ?? link
        },
      },
      {
        id: 'state',
        header: t('column.state'),
        ...STATE_TRACK,
        inLines: '2 / 1 / 3 / 4',
        isWhole: true,
        cell: (source, now) => sourceState(words, source, auditOf(source), now),
      },
      ...counterColumns<Source>(words),
      {
        id: 'leftOut',
        header: t('column.leftOut'),
        hint: t('hint.leftOutSource'),
        isDerived: true,
        isExtra: true,
        ...figureTrack(92),
        title: source => countTitle(words, leftOut(source)),
        cell: source => countCell(words, leftOut(source)),
      },
      {
        id: 'sessionCount',
        header: t('column.sessionCount'),
        hint: t('hint.sessionCount'),
        sortProperty: 'nbSessions',
        ...figureTrack(78),
        title: ({ sessionCount }) => countTitle(words, { value: sessionCount }),
        cell: ({ sessionCount }) => countCell(words, { value: sessionCount }),
      },
      {
        id: 'referenced',
        header: t('column.referenced'),
        hint: t('hint.referencedSource'),
        ...figureTrack(82),
        title: source => countTitle(words, referenced(source)),
        cell: source => countCell(words, referenced(source)),
      },
      {
        id: 'diffused',
        header: t('column.diffusedAll'),
        hint: t('hint.diffusedSource'),
        ...figureTrack(78),
        title: source => countTitle(words, diffused(source)),
        cell: source => countCell(words, diffused(source)),
      },
      {
        id: 'files',
        header: t('column.files'),
        hint: t('hint.filesSource'),
        isExtra: true,
        ...figureTrack(78),
        title: source => countTitle(words, files(source)),
        cell: source => countCell(words, files(source)),
      },
      ...(hasPulse
        ? [
            {
              id: 'pulse',
              header: t('column.pulse'),
              hint: t('hint.pulse'),
              ...figureTrack(80),
              cell: ({ name, lastUpdateDate }: Source) => <PulsePart source={name} date={lastUpdateDate} />,
            },
          ]
        : []),
      {
        id: 'updated',
        header: t('column.updated'),
        hint: t('hint.updated'),
        sortProperty: 'lastUpdateDate',
        ...AGE_TRACK,
        inLines: '1 / 3',
        title: (source, now) => ageTitle(words, sourceDates(words, source, now)),
        cell: (source, now) => ageCell(words, sourceDates(words, source, now), now),
      },
    ],
    words,
  )
}
