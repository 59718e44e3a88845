/** Actions as a screen sends them: each once, never two at a time for the same target, then what is in view is reloaded. */
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { createQueryClient } from '@/app/query-client'
import type { Action } from '@/domain/action'
import { subjectOf } from '@/domain/action'
import { useFollowed } from '@/queries/actions'
import { productJsonQuery } from '@/queries/product-json'
import { useRecordList } from '@/queries/records'
import { useAction } from '@/queries/useAction'
import type { Asked } from '@tests/services/with-gateway'
import { pageText, replying } from '@tests/services/with-gateway'

const REF = { source: 'A', name: 'day-1' }

const step = { stepId: 'workers', type: 'ACQUISITION', state: { waiting: 4 }, properties: {} }
const SESSION = { id: 1, source: 'A', name: 'day-1', steps: [step] }

/** Reads are answered; actions as the test defines. */
function gateway(action: { readonly text: string; readonly status?: number }) {
  return replying(({ method, path }) => {
    if (method === 'PUT' || path.endsWith('retry')) return action
    if (path.endsWith('sessions')) return { text: pageText([SESSION]) }
    return { text: path.startsWith('rs-dam') ? '[]' : pageText([]) }
  })
}

function screen<T>(use: () => T) {
  const queryClient = createQueryClient()
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  )
  return renderHook(use, { wrapper }).result
}

const sent = (all: readonly Asked[]) => all.filter(({ method, path }) => method === 'PUT' || path.endsWith('retry'))
const reads = (all: readonly Asked[]) => all.length - sent(all).length

/** The actions of a screen with the list of crawls open. */
const withList = (action: Action) =>
  screen(() => ({
    asking: useAction(subjectOf(action)),
    list: useRecordList('crawls', { ref: REF, direction: 'desc' }),
  }))

const ACTIONS = {
  versioning: { kind: 'versioning', ref: REF, mode: 'REPLACE', ids: [1] },
  crawl: { kind: 'crawl', id: 'u-1', label: 'Data' },
} as const satisfies Record<string, Action>

describe('an action from a list', () => {
  it.each(Object.entries(ACTIONS))('(%s) goes out once, then what is in view is asked again', async (_, action) => {
    const all = gateway({ text: '', status: 204 })
    const result = withList(action)
    await waitFor(() => expect(result.current.list.isComplete).toBe(true))
    act(() => {
      result.current.asking.submit(action)
      // Faster than React draws.
      result.current.asking.submit(action)
    })
    await waitFor(() => expect(result.current.asking.report).toBeDefined())
    expect(result.current.asking.report?.outcome).toEqual({ parts: [{ outcome: { kind: 'accepted' } }] })
    expect(sent(all)).toHaveLength(1)
    expect(reads(all)).toBe(2)
    expect(result.current.asking.isPending).toBe(false)
  })

  it.each(Object.entries(ACTIONS))('(%s) that is refused is not sent again, and is shown', async (_, action) => {
    const all = gateway({ text: '{"messages":["Busy"]}', status: 503 })
    const result = withList(action)
    await waitFor(() => expect(result.current.list.isComplete).toBe(true))
    act(() => result.current.asking.submit(action))
    await waitFor(() => expect(result.current.asking.report).toBeDefined())
    const unknown = { kind: 'unknown', reason: 'gateway' }
    expect(result.current.asking.report?.outcome).toEqual({ parts: [{ outcome: unknown }] })
    expect(sent(all)).toHaveLength(1)
  })

  it.each(Object.entries(ACTIONS))(
    '(%s) that met an ended token was not sent, and nothing is asked',
    async (_, action) => {
      const all = gateway({ text: '', status: 401 })
      const result = withList(action)
      await waitFor(() => expect(result.current.list.isComplete).toBe(true))
      const before = reads(all)
      act(() => result.current.asking.submit(action))
      await waitFor(() => expect(result.current.asking.notSent).toBe('signedOut'))
      expect(reads(all)).toBe(before)
    },
  )
})

describe('a relaunch of chosen requests', () => {
  const selected = { list: 'workerWaiting', ref: REF, ids: [7] } as const
  const action = { kind: 'relaunch', ref: REF, stepId: 'workers', selected } as const

  it('goes out by ids after the session was read, and is followed though nothing was in error', async () => {
    const all = gateway({ text: '' })
    const result = screen(() => ({ asking: useAction(subjectOf(action)), followed: useFollowed(REF) }))
    act(() => result.current.asking.submit(action))
    await waitFor(() => expect(result.current.asking.report).toBeDefined())
    expect(result.current.asking.report).toMatchObject({
      outcome: { parts: [{ outcome: { kind: 'accepted' } }] },
      baseline: { name: 'day-1', steps: [{ state: { waiting: 4 } }] },
    })
    expect(all.map(({ path }) => path)).toEqual(['rs-admin/sessions', 'rs-worker-manager/requests/retry'])
    expect(all[1]?.body).toMatchObject({ ids: { values: [7] }, statuses: { values: ['NO_WORKER_AVAILABLE'] } })
    expect(result.current.followed).toMatchObject([{ action: { stepId: 'workers', selected }, status: 'answered' }])
  })

  it('is not sent when the session is gone', async () => {
    const all = replying(() => ({ text: pageText([]) }))
    const result = screen(() => useAction(subjectOf(action)))
    act(() => result.current.submit(action))
    await waitFor(() => expect(result.current.notSent).toBe('gone'))
    expect(sent(all)).toEqual([])
  })
})

describe('the document of a product', () => {
  it('is asked once, and not again when it failed', async () => {
    const all = replying(() => ({ text: '', status: 503 }))
    const result = screen(() => useQuery(productJsonQuery('URN:1')))
    await waitFor(() => expect(result.current.error).toMatchObject({ status: 503 }))
    expect(all.map(({ path }) => path)).toEqual(['rs-ingest/aips/URN%3A1/download'])
  })

  it('is the text itself', async () => {
    replying(() => ({ text: '{"size":9007199254740993}' }))
    const result = screen(() => useQuery(productJsonQuery('URN:1')))
    await waitFor(() => expect(result.current.data).toBe('{"size":9007199254740993}'))
  })
})
