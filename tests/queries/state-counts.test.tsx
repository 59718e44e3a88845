/** Counts by state: one row asked for each, under the other filters, with every refresh. */
import { QueryClientProvider } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createQueryClient } from '@/app/query-client'
import type { CountFilters, CountedState } from '@/queries/state-counts'
import { useStateCounts } from '@/queries/state-counts'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { enter } from '@tests/services/with-gateway'

const STATES: readonly CountedState[] = ['errors', 'waiting', 'running', 'ok', 'all']
const client = createQueryClient()
let world: World

beforeEach(async () => {
  world = aWorld()
    .withSession('A/day-1', s => s.oais({ errors: 3 }))
    .withSession('A/day-2', s => s.oais({ done: 3 }))
    .withSession('B/day-1', s => s.oais({ errors: 1, running: 2 }))
    .withSession('C/night', s => s.oais({ done: 2 }))
    .build()
  await enter(world)
  world.forgetRequests()
})

afterEach(() => client.clear())

const wrapper = ({ children }: { readonly children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
)

async function counted(filters: CountFilters) {
  const { result } = renderHook(() => useStateCounts(filters, STATES, true), { wrapper })
  await waitFor(() => expect(Object.values(result.current)).not.toContain(undefined))
  return Object.fromEntries(Object.entries(result.current).map(([state, counts]) => [state, counts?.count]))
}

it.each<[CountFilters, Readonly<Record<CountedState, number>>]>([
  [{ kind: 'sessions' }, { errors: 2, waiting: 0, running: 1, ok: 2, all: 4 }],
  [
    { kind: 'sessions', source: 'A' },
    { errors: 1, waiting: 0, running: 0, ok: 1, all: 2 },
  ],
  [
    { kind: 'sessions', name: 'day' },
    { errors: 2, waiting: 0, running: 1, ok: 1, all: 3 },
  ],
  [{ kind: 'sources' }, { errors: 2, waiting: 0, running: 1, ok: 1, all: 3 }],
  [
    { kind: 'sources', name: 'C' },
    { errors: 0, waiting: 0, running: 0, ok: 1, all: 1 },
  ],
])('%j: %j, by one request of one row for each', async (filters, counts) => {
  expect(await counted(filters)).toEqual(counts)
  const asked = world.received(`rs-admin/${filters.kind}?`)
  expect(asked).toHaveLength(STATES.length)
  for (const { url } of asked) expect(url).toContain('size=1&')
})

it('nothing is asked before the first rows', () => {
  const { result } = renderHook(() => useStateCounts({ kind: 'sessions' }, STATES, false), { wrapper })
  expect(result.current.all).toBeUndefined()
  expect(client.isFetching()).toBe(0)
})

it('the same count is requested once, however many components show it', async () => {
  renderHook(() => useStateCounts({ kind: 'sessions' }, ['errors'], true), { wrapper })
  const { result } = renderHook(() => useStateCounts({ kind: 'sessions' }, ['errors', 'all'], true), { wrapper })
  await waitFor(() => expect(result.current.all?.count).toBe(4))
  expect(result.current.errors?.count).toBe(2)
  expect(world.received('rs-admin/sessions?')).toHaveLength(2)
})
