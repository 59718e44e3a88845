/** How often sources are checked: once, and again only after a change. */
import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createQueryClient } from '@/app/query-client'
import type { Source } from '@/domain/session'
import { isUnreadable } from '@/domain/session'
import { useSourceAudits } from '@/queries/source-audit'
import { findSources } from '@/services/rs-admin'
import { useConfiguration } from '@/stores/configuration'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { enter } from '@tests/services/with-gateway'

const MINUTE = 60_000
const client = createQueryClient()
let world: World
let source: Source

beforeEach(async () => {
  world = aWorld()
    .withSession('A/day', s => s.oais({ done: 3, ignored: 2 }))
    .build()
  await enter(world)
  const [found] = (await findSources({}, 0)).entries
  if (found === undefined || isUnreadable(found)) throw new Error('No source')
  source = found
  useConfiguration.setState({ sourceChecks: true })
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'Date'] })
})

afterEach(() => client.clear())

const wrapper = ({ children }: { readonly children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
)
const looks = () => world.received('rs-admin/sessions?').length
const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))

/** Until it is so: the answers of the world come in their own time. */
const settle = (check: () => void) => act(() => vi.waitFor(check, { timeout: 5_000 }))

/** Several cells of a row ask, each for itself. */
function useCells({ shown }: { readonly shown: Source }) {
  useSourceAudits([shown])(shown)
  return useSourceAudits([shown])(shown)
}

/** A row that shows the source, looked at once. */
async function aRow() {
  const row = renderHook(useCells, { wrapper, initialProps: { shown: source } })
  await wait(3_000)
  await settle(() => expect(row.result.current?.setAside).toBe(2))
  expect(looks()).toBe(1)
  return row
}

it('a source that does not change is looked at once, however long and often it is in view', async () => {
  const { unmount } = await aRow()
  await wait(50 * MINUTE)
  unmount()
  renderHook(useCells, { wrapper, initialProps: { shown: source } })
  await wait(50 * MINUTE)
  expect(looks()).toBe(1)
})

it('one that has changed is looked at again, every 15 minutes at most', async () => {
  const { rerender } = await aRow()
  for (let minute = 0; minute < 31; minute++) {
    rerender({ shown: { ...source, lastUpdateDate: `2025-06-02T00:${minute + 10}:00Z` } })
    await wait(MINUTE)
  }
  await settle(() => expect(looks()).toBe(3))
})
