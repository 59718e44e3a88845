/** The columns of sessions, as a table: what is in the cell, how wide it is, what the server can sort by. */
import type { Session, Unreadable } from '@/domain/session'
import { isUnreadable, sessionOutput, totalCounters } from '@/domain/session'
import { sessionStall } from '@/domain/stall'
import { setAsideCount } from '@/domain/step-reading'
import { Name } from '@/ui/Name'
import type { Column } from '@/ui/table-types'
import { boardLink } from '@/url/board-url'
import type { CellWords } from './cells'
import { ageCell, ageText, ageTitle, countCell, countTitle, nameCell, stateCell } from './cells'
import { STATE_WIDTH, readable } from './columns'

const sessionDates = (words: CellWords, { steps, lastUpdateDate }: Session, now: number) => ({
  iso: lastUpdateDate,
  stall: sessionStall(steps, now, words.stalledAfter),
})

/** What the time changes in a row of sessions. */
export function sessionTimeKey(words: CellWords, session: Session | Unreadable, now: number): string {
  if (isUnreadable(session)) return ''
  const created = ageText(words, { iso: session.creationDate }, now)
  return `${ageText(words, sessionDates(words, session, now), now)} ${created}`
}

const REFERENCING = ['oais', 'feature']
/** Recipients are not the catalogue: a product sent to three of them is still one product (docs/regards-api/previous-dashboard-defects.md 11). */
const CATALOGUE = ['catalog']

/** The column of sources, as wide as it should be, and the gap beside it. */
const SOURCE_COLUMN = 82

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
      inLines: '1 / 1 / 2 / 3',
      title: ({ name }) => name || undefined,
      cell: ({ name, source, id }) => nameCell(name, boardLink({ source, session: name, id })),
    },
    {
      id: 'state',
      header: t('column.state'),
      width: STATE_WIDTH,
      inLines: hasSource ? '2 / 1 / 3 / 4' : '2 / 1',
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
      inLines: '2 / 2 / 3 / 4',
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
      hideBelow: 638 - spared,
      title: session => countTitle(words, referenced(session)),
      cell: session => countCell(words, referenced(session)),
    },
    {
      id: 'diffused',
      header: t('column.diffused'),
      hint: t('hint.diffused'),
      align: 'end',
      width: '72px',
      hideBelow: 722 - spared,
      title: session => countTitle(words, diffused(session)),
      cell: session => countCell(words, diffused(session)),
    },
    {
      id: 'created',
      header: t('column.created'),
      sortProperty: 'creationDate',
      align: 'end',
      width: '84px',
      hideBelow: 880 - spared,
      title: ({ creationDate }) => ageTitle(words, { iso: creationDate }),
      cell: ({ creationDate }, now) => ageCell(words, { iso: creationDate }, now),
    },
    {
      id: 'updated',
      header: t('column.updated'),
      hint: t('hint.updated'),
      sortProperty: 'lastUpdateDate',
      align: 'end',
      width: 'minmax(86px, 102px)',
      hideBelow: 440 - spared,
      inLines: '1 / 3',
      title: (session, now) => ageTitle(words, sessionDates(words, session, now)),
      cell: (session, now) => ageCell(words, sessionDates(words, session, now), now),
    },
  ]
  return readable(
    all.filter(({ id }) => id !== 'source' || !hasSource),
    words,
  )
}
