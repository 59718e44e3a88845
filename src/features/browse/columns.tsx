/** The columns of both lists, as tables: what is in the cell, how wide it is, what the server can sort by. */
import type { TFunction } from 'i18next'
import type { Session, Source, Unreadable } from '@/domain/session'
import { isUnreadable, sessionOutput, sourceTotalOut, totalCounters } from '@/domain/session'
import { setAsideCount } from '@/domain/step-reading'
import { Name } from '@/ui/Name'
import { Time } from '@/ui/Time'
import type { Column } from '@/ui/table-types'
import { Figure } from './Figure'
import { NameCell } from './NameCell'

type Words = TFunction<'board'>

/** A row that could not be read shows that in its first cell, and nothing else. */
function readable<T extends object>(columns: readonly Column<T>[], t: Words): readonly Column<T | Unreadable>[] {
  return columns.map((column, place) => ({
    ...column,
    cell: row => {
      if (!isUnreadable(row)) return column.cell(row)
      if (place > 0) return null
      return <i>{row.label === undefined ? t('unreadable') : t('unreadableNamed', { label: row.label })}</i>
    },
  }))
}

const updated = (lastUpdateDate: string | undefined, t: Words) =>
  lastUpdateDate === undefined ? t('noDate') : <Time iso={lastUpdateDate} />

export function sourceColumns(t: Words): readonly Column<Source | Unreadable>[] {
  return readable<Source>(
    [
      {
        id: 'name',
        header: t('column.name'),
        sortProperty: 'name',
        width: 'minmax(140px, 1fr)',
        cell: ({ name, steps }) => <NameCell name={name} counters={totalCounters(steps)} />,
      },
      {
        id: 'sessionCount',
        header: t('column.sessionCount'),
        hint: t('hint.sessionCount'),
        sortProperty: 'nbSessions',
        align: 'end',
        width: '72px',
        hideBelow: 520,
        cell: ({ sessionCount }) => <Figure value={sessionCount} />,
      },
      {
        id: 'referenced',
        header: t('column.referenced'),
        hint: t('hint.referencedSource'),
        align: 'end',
        width: '88px',
        cell: source => <Figure value={sourceTotalOut(source, 'REFERENCING')} />,
      },
      {
        id: 'diffused',
        header: t('column.diffusedAll'),
        hint: t('hint.diffusedSource'),
        align: 'end',
        width: '106px',
        hideBelow: 440,
        cell: source => <Figure value={sourceTotalOut(source, 'DISSEMINATION')} />,
      },
      {
        id: 'updated',
        header: t('column.updated'),
        hint: t('hint.updated'),
        sortProperty: 'lastUpdateDate',
        align: 'end',
        width: '92px',
        hideBelow: 340,
        cell: ({ lastUpdateDate }) => updated(lastUpdateDate, t),
      },
    ],
    t,
  )
}

const REFERENCING = ['oais', 'feature']
/** Recipients are not the catalogue: a product sent to three of them is still one product (defect 11). */
const CATALOGUE = ['catalog']

export function sessionColumns(t: Words, hasSource: boolean): readonly Column<Session | Unreadable>[] {
  const all: readonly Column<Session>[] = [
    {
      id: 'name',
      header: t('column.name'),
      sortProperty: 'name',
      width: 'minmax(130px, 2fr)',
      cell: ({ name, steps }) => (
        <NameCell name={name} counters={totalCounters(steps)} setAside={setAsideCount(steps)} />
      ),
    },
    {
      id: 'source',
      header: t('column.source'),
      sortProperty: 'source',
      width: 'minmax(80px, 1fr)',
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
      align: 'end',
      width: '86px',
      hideBelow: 420,
      cell: session => <Figure value={sessionOutput(session, REFERENCING)} />,
    },
    {
      id: 'diffused',
      header: t('column.diffused'),
      hint: t('hint.diffused'),
      align: 'end',
      width: '76px',
      hideBelow: 500,
      cell: session => <Figure value={sessionOutput(session, CATALOGUE)} />,
    },
    {
      id: 'created',
      header: t('column.created'),
      sortProperty: 'creationDate',
      align: 'end',
      width: '96px',
      hideBelow: 720,
      cell: ({ creationDate }) => updated(creationDate, t),
    },
    {
      id: 'updated',
      header: t('column.updated'),
      hint: t('hint.updated'),
      sortProperty: 'lastUpdateDate',
      align: 'end',
      width: '96px',
      hideBelow: 330,
      cell: ({ lastUpdateDate }) => updated(lastUpdateDate, t),
    },
  ]
  return readable(
    all.filter(({ id }) => id !== 'source' || !hasSource),
    t,
  )
}
