/** BoardView <-> address: the parameter names other REGARDS pages already use, and a few of ours; foreign ones survive (docs/regards-api/actions.md 4). */
import type { BoardView, Sort } from '@/domain/board-view'
import { SESSION_SORTS, SOURCE_SORTS, sessionStates, sourceStates } from '@/domain/board-view'
import type { Direction, RecordsView } from '@/domain/record-list'
import { RECORD_LISTS } from '@/domain/record-list'
import { SESSION_FILTERS, STATE_FILTERS } from '@/domain/session'
import { isSince } from '@/domain/since'

const OURS = [
  'source',
  'session',
  'sessionSource',
  'id',
  'sourceName',
  'sourceState',
  'sessionName',
  'sessionState',
  'sessionSince',
  'sourceSort',
  'sessionSort',
  'records',
  'recordsPart',
  'recordsOrder',
  'recordsCause',
] as const
type Parameter = (typeof OURS)[number]

function oneOf<T extends string>(values: readonly T[], text: string | undefined): T | undefined {
  return values.find(value => value === text)
}

/** A sort as it is written: `name,asc`; undefined for one the list cannot do. */
export function readSort<P extends string>(properties: readonly P[], text: string | undefined): Sort<P> | undefined {
  const [name, way] = text?.split(',') ?? []
  const property = oneOf(properties, name)
  const direction = oneOf(['asc', 'desc'], way)
  return property === undefined || direction === undefined ? undefined : { property, direction }
}

/** One state, or several with commas; one that there is not makes the whole mean nothing. */
function readStates<State extends string>(states: readonly State[], text: string | undefined): readonly State[] {
  const read = text?.split(',').map(part => oneOf(states, part)) ?? []
  const known = read.filter(state => state !== undefined)
  return known.length === read.length ? known : []
}

/** Only what is there: an absent key is not a key with nothing in it. */
function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

/** An empty cause is one: that of the errors without a text. */
function readRecords(parameters: URLSearchParams): RecordsView | undefined {
  const list = oneOf(RECORD_LISTS, parameters.get('records') ?? undefined)
  if (list === undefined) return undefined
  const part = parameters.get('recordsPart')
  return {
    list,
    ...present({
      part: part === null || part === '' ? undefined : part,
      direction: oneOf<Direction>(['asc', 'desc'], parameters.get('recordsOrder') ?? undefined),
      cause: parameters.get('recordsCause') ?? undefined,
    }),
  }
}

/** What an address shows; a value it cannot mean is left out, never an error. */
export function parseBoardView(parameters: URLSearchParams): BoardView {
  const read = (name: Parameter) => {
    const value = parameters.get(name)
    return value === null || value === '' ? undefined : value
  }
  const [id, since] = [read('id'), read('sessionSince')]
  const [source, sessionSource] = [read('source'), read('sessionSource')]
  // An empty name is a name; without its source it is what a form leaves behind that was not filled in.
  const isNamed = source !== undefined || sessionSource !== undefined
  return {
    ...present({
      source,
      session: read('session') ?? (isNamed && parameters.has('session') ? '' : undefined),
      sessionSource,
      id: id !== undefined && /^\d{1,15}$/.test(id) ? Number(id) : undefined,
      sourceSort: readSort(SOURCE_SORTS, read('sourceSort')),
      sessionSort: readSort(SESSION_SORTS, read('sessionSort')),
      records: readRecords(parameters),
    }),
    filters: present({
      sourceName: read('sourceName'),
      sourceState: sourceStates(readStates(STATE_FILTERS, read('sourceState'))),
      sessionName: read('sessionName'),
      sessionState: sessionStates(readStates(SESSION_FILTERS, read('sessionState'))),
      sessionSince: isSince(since) ? since : undefined,
    }),
  }
}

/** How a sort is written. */
export const sortText = (sort: Sort<string> | undefined) =>
  sort === undefined ? undefined : `${sort.property},${sort.direction}`

/** The same address showing this view; parameters that are not ours stay as they are. */
export function writeBoardView(parameters: URLSearchParams, view: BoardView): URLSearchParams {
  const { filters } = view
  const values: Readonly<Record<Parameter, string | undefined>> = {
    source: view.source,
    session: view.session,
    sessionSource: view.sessionSource,
    id: view.id === undefined ? undefined : String(view.id),
    sourceName: filters.sourceName,
    sourceState: filters.sourceState?.join(),
    sessionName: filters.sessionName,
    sessionState: filters.sessionState?.join(),
    sessionSince: filters.sessionSince,
    sourceSort: sortText(view.sourceSort),
    sessionSort: sortText(view.sessionSort),
    records: view.records?.list,
    recordsPart: view.records?.part,
    recordsOrder: view.records?.direction,
    recordsCause: view.records?.cause,
  }
  const written = new URLSearchParams(parameters)
  for (const name of OURS) {
    const value = values[name]
    if (value === undefined) written.delete(name)
    else written.set(name, value)
  }
  return written
}

/** The address of a source, or of one of its sessions, for a link that opens it by itself: its query with the question mark. */
export function boardLink({ source, session, id }: { source: string; session?: string; id?: number }): string {
  const query = new URLSearchParams({ source })
  if (session !== undefined) query.set('session', session)
  if (id !== undefined) query.set('id', String(id))
  return `?${query.toString()}`
}

/** The address of this view from the present one, for a link: its query with the question mark. */
export function boardAddress(view: BoardView): string {
  return `?${writeBoardView(new URLSearchParams(window.location.search), view).toString()}`
}

/**
 * Parts of the address that mean nothing and are left out, each as it is written; parameters that are not ours are not
 * looked at, and an empty value is what a form leaves behind.
 */
export function damagedParts(parameters: URLSearchParams): readonly string[] {
  const kept = writeBoardView(parameters, parseBoardView(parameters))
  // A part of a list goes with its list; a source of the session with the session.
  const own: readonly Parameter[] = OURS.filter(name => name !== 'recordsPart' && name !== 'sessionSource')
  return own.flatMap(name => {
    const value = parameters.get(name)
    return value === null || value === '' || kept.has(name) ? [] : [`${name}=${value}`]
  })
}
