/** The files of both lists: what their columns hold, raw, and the order of their rows. Pure. */
import type { SessionSort, Sort, SourceSort } from './board-view'
import type { CsvCell } from './csv'
import type { Session, Source, Step } from './session'
import { STEP_TYPES, sessionOutput, sourceTotalOut, totalCounters } from './session'
import type { StepId } from './step-catalogue'
import { STEP_CATALOGUE, isKnownStep } from './step-catalogue'
import { setAsideCount } from './step-reading'

/** One column of a file. */
export interface ListColumn<T> {
  readonly id: ListColumnId
  /** Errors of this step: its title is the header. */
  readonly stepId?: StepId
  readonly value: (row: T) => CsvCell
}

type ListColumnId =
  | 'name'
  | 'source'
  | 'id'
  | 'errors'
  | 'waiting'
  | 'running'
  | 'leftOut'
  | 'sessions'
  | 'referenced'
  | 'diffused'
  | 'created'
  | 'updated'
  | 'stepErrors'
  | 'otherErrors'
  | `errorsOf${(typeof STEP_TYPES)[number]}`

const counts = <T extends Session | Source>(): readonly ListColumn<T>[] =>
  (['errors', 'waiting', 'running'] as const).map(id => ({ id, value: ({ steps }) => totalCounters(steps)[id] }))

const LATEST: Sort<'lastUpdateDate'> = { property: 'lastUpdateDate', direction: 'desc' }

export const SOURCE_CSV: readonly ListColumn<Source>[] = [
  { id: 'name', value: ({ name }) => name },
  ...counts<Source>(),
  ...STEP_TYPES.map((type): ListColumn<Source> => ({
    id: `errorsOf${type}`,
    value: ({ steps }) => totalCounters(steps.filter(step => step.type === type)).errors,
  })),
  { id: 'sessions', value: ({ sessionCount }) => sessionCount },
  { id: 'referenced', value: source => sourceTotalOut(source, 'REFERENCING') },
  { id: 'diffused', value: source => sourceTotalOut(source, 'DISSEMINATION') },
  { id: 'updated', value: ({ lastUpdateDate }) => lastUpdateDate },
]

/** An error of REGARDS' own counting may be negative; it adds nothing. */
const errorsIn = (steps: readonly Step[]) => totalCounters(steps).errors

export const SESSION_CSV: readonly ListColumn<Session>[] = [
  { id: 'source', value: ({ source }) => source },
  { id: 'name', value: ({ name }) => name },
  { id: 'id', value: ({ id }) => id },
  ...counts<Session>(),
  { id: 'leftOut', value: ({ steps }) => setAsideCount(steps) },
  { id: 'referenced', value: session => sessionOutput(session, ['oais', 'feature']) },
  { id: 'diffused', value: session => sessionOutput(session, ['catalog']) },
  ...(Object.keys(STEP_CATALOGUE) as StepId[]).map((stepId): ListColumn<Session> => ({
    id: 'stepErrors',
    stepId,
    value: ({ steps }) => {
      const own = steps.filter(step => step.stepId === stepId)
      return own.length === 0 ? undefined : errorsIn(own)
    },
  })),
  { id: 'otherErrors', value: ({ steps }) => errorsIn(steps.filter(({ stepId }) => !isKnownStep(stepId))) },
  { id: 'created', value: ({ creationDate }) => creationDate },
  { id: 'updated', value: ({ lastUpdateDate }) => lastUpdateDate },
]

/** A row of a file, and what it is ordered by once all are read; undefined where the server has ordered them. */
export interface CsvRow {
  readonly key: string
  readonly cells: readonly CsvCell[]
  readonly rank: string | number | undefined
}

/**
 * What can be sorted by on the server while it is read page by page: what never changes of a row. The others are read
 * in the order of their identities, and ordered afterwards.
 */
export function readingOrder<P extends SessionSort | SourceSort>(
  sort: Sort<P> | undefined,
): { readonly server: Sort<P> | undefined; readonly afterwards: Sort<P | 'lastUpdateDate'> | undefined } {
  const asked = sort ?? LATEST
  const isMoving = asked.property === 'lastUpdateDate' || asked.property === 'nbSessions'
  return isMoving ? { server: undefined, afterwards: asked } : { server: sort, afterwards: undefined }
}

/** Rows in the order of the list; equal ones stay as they are, and those without a date are the newest, as the server has it. */
export function orderedRows(rows: readonly CsvRow[], direction: Sort<string>['direction']): readonly CsvRow[] {
  const sign = direction === 'asc' ? 1 : -1
  return [...rows].sort((a, b) => {
    if (a.rank === b.rank) return 0
    if (a.rank === undefined) return sign
    if (b.rank === undefined) return -sign
    return a.rank < b.rank ? -sign : sign
  })
}
