/** The columns of both lists, as tables: what is in the cell, how wide it is, what the server can sort by. */
import type { TFunction } from '@/i18n/translation'
import type { Session, Source, Unreadable } from '@/domain/session'
import { sessionStall, sourceStall } from '@/domain/stall'
import { isUnreadable, sessionOutput, totalCounters } from '@/domain/session'
import { setAsideCount } from '@/domain/step-reading'
import { Name } from '@/ui/Name'
import { Time } from '@/ui/Time'
import type { Column } from '@/ui/table-types'
import { Count } from './Count'
import { NameCell } from './NameCell'
import { StalledStep, Updated } from './StalledStep'
import { SourceState, SourceTotal } from './SourceCells'
import { StateCell } from './StateCell'
import { unreadableText } from './unreadable-text'

type Words = TFunction<'board'>

/** Two short badges side by side, whichever font the system has. */
const STATE = 'minmax(140px, 2fr)'

/** A row that could not be read shows that in its first cell, and nothing else. */
function readable<T extends object>(columns: readonly Column<T>[], t: Words): readonly Column<T | Unreadable>[] {
  return columns.map((column, place) => ({
    ...column,
    cell: row => {
      if (!isUnreadable(row)) return column.cell(row)
      if (place > 0) return null
      return <i>{unreadableText(row, t)}</i>
    },
  }))
}

const dated = (iso: string | undefined, t: Words) => (iso === undefined ? t('noDate') : <Time iso={iso} />)

export function sourceColumns(t: Words): readonly Column<Source | Unreadable>[] {
  return readable<Source>(
    [
      {
        id: 'name',
        header: t('column.name'),
        sortProperty: 'name',
        width: 'minmax(94px, 3fr)',
        cell: ({ name }) => <NameCell name={name} />,
      },
      {
        id: 'state',
        header: t('column.state'),
        width: STATE,
        isWhole: true,
        cell: source => <SourceState source={source} />,
      },
      {
        id: 'sessionCount',
        header: t('column.sessionCount'),
        hint: t('hint.sessionCount'),
        sortProperty: 'nbSessions',
        align: 'end',
        width: '68px',
        hideBelow: 526,
        cell: ({ sessionCount }) => <Count value={sessionCount} />,
      },
      {
        id: 'referenced',
        header: t('column.referenced'),
        hint: t('hint.referencedSource'),
        align: 'end',
        width: '82px',
        hideBelow: 450,
        cell: source => <SourceTotal source={source} type="REFERENCING" />,
      },
      {
        id: 'diffused',
        header: t('column.diffusedAll'),
        hint: t('hint.diffusedSource'),
        align: 'end',
        width: '78px',
        hideBelow: 612,
        cell: source => <SourceTotal source={source} type="DISSEMINATION" />,
      },
      {
        id: 'updated',
        header: t('column.updated'),
        hint: t('hint.updated'),
        sortProperty: 'lastUpdateDate',
        align: 'end',
        width: 'minmax(86px, 104px)',
        hideBelow: 360,
        cell: source => (
          <Updated iso={source.lastUpdateDate} stallAt={(now, minutes) => sourceStall(source, now, minutes)} />
        ),
      },
    ],
    t,
  )
}

const REFERENCING = ['oais', 'feature']
/** Recipients are not the catalogue: a product sent to three of them is still one product (docs/regards-api/previous-dashboard-defects.md 11). */
const CATALOGUE = ['catalog']

/** The column of sources, and the gap beside it. */
const SOURCE_COLUMN = 94

export function sessionColumns(t: Words, hasSource: boolean): readonly Column<Session | Unreadable>[] {
  const spared = hasSource ? SOURCE_COLUMN : 0
  const all: readonly Column<Session>[] = [
    {
      id: 'name',
      header: t('column.name'),
      sortProperty: 'name',
      width: 'minmax(64px, 3fr)',
      cell: ({ name }) => <NameCell name={name} />,
    },
    {
      id: 'state',
      header: t('column.state'),
      width: STATE,
      isWhole: true,
      cell: ({ steps }) => (
        <StateCell
          counters={totalCounters(steps)}
          setAside={setAsideCount(steps)}
          noNews={<StalledStep stallAt={(now, minutes) => sessionStall(steps, now, minutes)} />}
        />
      ),
    },
    {
      id: 'source',
      header: t('column.source'),
      sortProperty: 'source',
      width: 'minmax(56px, 2fr)',
      cell: ({ source }) => (
        <span title={source}>
          <Name text={source} />
        </span>
      ),
    },
    {
      id: 'referenced',
      header: t('column.referenced'),
      hint: t('hint.referenced'),
      isDerived: true,
      align: 'end',
      width: '94px',
      hideBelow: 566 - spared,
      cell: session => <Count value={sessionOutput(session, REFERENCING)} />,
    },
    {
      id: 'diffused',
      header: t('column.diffused'),
      hint: t('hint.diffused'),
      align: 'end',
      width: '72px',
      hideBelow: 646 - spared,
      cell: session => <Count value={sessionOutput(session, CATALOGUE)} />,
    },
    {
      id: 'created',
      header: t('column.created'),
      sortProperty: 'creationDate',
      align: 'end',
      width: '84px',
      hideBelow: 900 - spared,
      cell: ({ creationDate }) => dated(creationDate, t),
    },
    {
      id: 'updated',
      header: t('column.updated'),
      hint: t('hint.updated'),
      sortProperty: 'lastUpdateDate',
      align: 'end',
      width: 'minmax(86px, 104px)',
      hideBelow: 464 - spared,
      cell: ({ steps, lastUpdateDate }) => (
        <Updated iso={lastUpdateDate} stallAt={(now, minutes) => sessionStall(steps, now, minutes)} />
      ),
    },
  ]
  return readable(
    all.filter(({ id }) => id !== 'source' || !hasSource),
    t,
  )
}
