/** The columns of sessions, as a table: what is in the cell, how wide it is, what the server can sort by. */
import type { Session, Unreadable } from '@/domain/session'
import { isUnreadable, sessionOutput, totalCounters } from '@/domain/session'
import { sessionStall } from '@/domain/stall'
import { setAsideCount } from '@/domain/step-reading'
import { Name } from '@/ui/Name'
import { boardLink } from '@/url/board-url'
import type { CellWords } from './cells'
import { ageCell, ageText, ageTitle, countCell, countTitle, nameCell, stateCell } from './cells'
import type { ListColumn } from './column-choice'
import { AGE_TRACK, STATE_TRACK, counterColumns, figureTrack, readable } from './columns'

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
/** Stored, or referenced where they are (docs/regards-api/sessions.md 6.5). */
const FILES = ['storage']

export function sessionColumns(words: CellWords, hasSource: boolean): readonly ListColumn<Session | Unreadable>[] {
  const { t, changes } = words
  const output = (stepIds: readonly string[]) => (session: Session) => ({ value: sessionOutput(session, stepIds) })
  const [referenced, diffused, files] = [output(REFERENCING), output(CATALOGUE), output(FILES)]
  const leftOut = ({ steps }: Session) => ({ value: setAsideCount(steps) || undefined })
  const all: readonly ListColumn<Session>[] = [
    {
      id: 'name',
      header: t('column.name'),
      sortProperty: 'name',
      room: 64,
      width: 'minmax(64px, 3fr)',
      inLines: '1 / 1 / 2 / 3',
      title: ({ name }) => name || undefined,
      cell: session => {
        const { name, source, id } = session
        const link = nameCell(name, boardLink({ source, session: name, id }))
        return changes?.signed(session, link) ?? link
      },
    },
    {
      id: 'state',
      header: t('column.state'),
      ...STATE_TRACK,
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
      // Somewhat more than at its narrowest: two names side by side are soon cut.
      room: 70,
      width: 'minmax(56px, 2fr)',
      isIdle: hasSource,
      inLines: '2 / 2 / 3 / 4',
      title: ({ source }) => source,
      cell: ({ source }) => <Name text={source} />,
    },
    ...counterColumns<Session>(words),
    {
      id: 'leftOut',
      header: t('column.leftOut'),
      hint: t('setAsideHint'),
      isDerived: true,
      isExtra: true,
      ...figureTrack(92),
      title: session => countTitle(words, leftOut(session)),
      cell: session => countCell(words, leftOut(session)),
    },
    {
      id: 'referenced',
      header: t('column.referenced'),
      hint: t('hint.referenced'),
      isDerived: true,
      ...figureTrack(94),
      title: session => countTitle(words, referenced(session)),
      cell: session => countCell(words, referenced(session)),
    },
    {
      id: 'diffused',
      header: t('column.diffused'),
      hint: t('hint.diffused'),
      ...figureTrack(72),
      title: session => countTitle(words, diffused(session)),
      cell: session => countCell(words, diffused(session)),
    },
    {
      id: 'files',
      header: t('column.files'),
      hint: t('hint.files'),
      isExtra: true,
      ...figureTrack(72),
      title: session => countTitle(words, files(session)),
      cell: session => countCell(words, files(session)),
    },
    {
      id: 'id',
      header: t('column.id'),
      hint: t('hint.id'),
      sortProperty: 'id',
      isExtra: true,
      ...figureTrack(78),
      cell: ({ id }) => id,
    },
    {
      id: 'change',
      header: t('column.change'),
      room: 84,
      width: '84px',
      isIdle: changes === undefined,
      title: session => changes?.title(session),
      cell: session => changes?.word(session),
    },
    {
      id: 'created',
      header: t('column.created'),
      sortProperty: 'creationDate',
      ...figureTrack(84),
      title: ({ creationDate }) => ageTitle(words, { iso: creationDate }),
      cell: ({ creationDate }, now) => ageCell(words, { iso: creationDate }, now),
    },
    {
      id: 'updated',
      header: t('column.updated'),
      hint: t('hint.updated'),
      sortProperty: 'lastUpdateDate',
      ...AGE_TRACK,
      inLines: '1 / 3',
      title: (session, now) => ageTitle(words, sessionDates(words, session, now)),
      cell: (session, now) => ageCell(words, sessionDates(words, session, now), now),
    },
  ]
  return readable(all, words)
}
