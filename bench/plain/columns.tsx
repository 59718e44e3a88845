/** The columns of both lists of the plain page. */
import type { ReactNode } from 'react'
import { StateBadges } from './StateBadges'
import type { Session, Source } from './questions'

export interface Column<T> {
  readonly header: string
  /** A track of a CSS grid. */
  readonly width: string
  readonly isFigure?: boolean
  readonly cell: (row: T) => ReactNode
}

const dateFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeStyle: 'short' })
const numberFormat = new Intl.NumberFormat('en-GB')

const figure = (value: number | undefined) => (value === undefined ? null : numberFormat.format(value))
const date = (iso: string | undefined) => (iso === undefined ? null : dateFormat.format(new Date(iso)))

const totalOf = ({ steps }: Source, type: string) => steps.find(step => step.type === type)?.totalOut

const outputOf = ({ steps }: Session, ...ids: readonly string[]) =>
  steps.filter(({ stepId }) => ids.includes(stepId)).reduce((sum, { outputRelated }) => sum + outputRelated, 0)

export const SOURCE_COLUMNS: readonly Column<Source>[] = [
  { header: 'Name', width: 'minmax(94px, 3fr)', cell: ({ name }) => name },
  { header: 'Status', width: 'minmax(140px, 2fr)', cell: ({ steps }) => <StateBadges steps={steps} /> },
  { header: 'Sessions', width: '68px', isFigure: true, cell: ({ nbSessions }) => figure(nbSessions) },
  { header: 'Referenced', width: '82px', isFigure: true, cell: source => figure(totalOf(source, 'REFERENCING')) },
  { header: 'Diffused', width: '78px', isFigure: true, cell: source => figure(totalOf(source, 'DISSEMINATION')) },
  { header: 'Updated', width: '124px', isFigure: true, cell: ({ lastUpdateDate }) => date(lastUpdateDate) },
]

export const SESSION_COLUMNS: readonly Column<Session>[] = [
  { header: 'Name', width: 'minmax(64px, 3fr)', cell: ({ name }) => name },
  { header: 'Status', width: 'minmax(140px, 2fr)', cell: ({ steps }) => <StateBadges steps={steps} /> },
  { header: 'Source', width: 'minmax(56px, 2fr)', cell: ({ source }) => source },
  {
    header: 'Referenced',
    width: '94px',
    isFigure: true,
    cell: session => figure(outputOf(session, 'oais', 'feature')),
  },
  { header: 'Diffused', width: '72px', isFigure: true, cell: session => figure(outputOf(session, 'catalog')) },
  { header: 'Updated', width: '124px', isFigure: true, cell: ({ lastUpdateDate }) => date(lastUpdateDate) },
]
