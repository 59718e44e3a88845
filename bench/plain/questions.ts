/** What the plain page asks of REGARDS: pages of two lists, and one session. */
import { queryOptions } from '@tanstack/react-query'

export interface Counters {
  readonly errors: number
  readonly running: number
  readonly waiting: number
}

export interface Source {
  readonly name: string
  readonly nbSessions: number
  readonly lastUpdateDate?: string
  readonly steps: readonly { readonly type: string; readonly totalOut: number; readonly state: Counters }[]
}

export interface Step {
  readonly stepId: string
  readonly type: string
  readonly inputRelated: number
  readonly outputRelated: number
  readonly state: Counters
  readonly properties: Readonly<Record<string, string>>
}

export interface Session {
  readonly id: number
  readonly name: string
  readonly source: string
  readonly lastUpdateDate?: string
  readonly steps: readonly Step[]
}

interface Page<T> {
  readonly content: readonly { readonly content: T }[]
  readonly metadata: { readonly totalElements: number }
}

export interface List {
  readonly sources: Source
  readonly sessions: Session
}

export const PAGE_SIZE = 50

/** bench/site.mjs puts it there: this page does not depend on the dashboard's storage. */
const token = sessionStorage.getItem('bench-token') ?? ''

async function ask<T>(path: string, signal: AbortSignal): Promise<T> {
  const answer = await fetch(`/api/v1/rs-admin/${path}`, { headers: { Authorization: `Bearer ${token}` }, signal })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return (await answer.json()) as T
}

export const pageQuery = <Kind extends keyof List>(kind: Kind, page: number) =>
  queryOptions({
    queryKey: [kind, page],
    queryFn: ({ signal }) =>
      ask<Page<List[Kind]>>(`${kind}?page=${page}&size=${PAGE_SIZE}&sort=lastUpdateDate,desc`, signal),
  })

export const sessionQuery = (id: number) =>
  queryOptions({
    queryKey: ['session', id],
    queryFn: async ({ signal }) => (await ask<{ content: Session }>(`sessions/${id}`, signal)).content,
  })
