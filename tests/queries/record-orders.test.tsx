/** Orders given from a list, as a screen gives them: once, then the board is asked again (trust F11, F19). */
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { createQueryClient } from '@/app/query-client'
import { ServiceError } from '@/domain/service-error'
import { productJson } from '@/queries/product-json'
import { useCrawlNow, useVersioningDecision } from '@/queries/record-orders'
import { useRecordList } from '@/queries/records'
import { useRelaunch, useRelaunched } from '@/queries/useRelaunch'
import type { Asked } from '@tests/services/with-gateway'
import { pageText, replying } from '@tests/services/with-gateway'

const REF = { source: 'A', name: 'day-1' }

const step = { stepId: 'workers', type: 'ACQUISITION', state: { waiting: 4 }, properties: {} }
const SESSION = { id: 1, source: 'A', name: 'day-1', steps: [step] }

/** Reads are answered; orders as the test says. */
function gateway(order: { readonly text: string; readonly status?: number }) {
  return replying(({ method, path }) => {
    if (method === 'PUT' || path.endsWith('retry')) return order
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

const orders = (all: readonly Asked[]) => all.filter(({ method, path }) => method === 'PUT' || path.endsWith('retry'))
const reads = (all: readonly Asked[]) => all.length - orders(all).length

/** The order of a screen on which the list of crawls is open. */
const withList = <T,>(use: () => T) =>
  screen(() => ({ order: use(), list: useRecordList('crawls', { ref: REF, direction: 'desc' }) }))

describe('an order from a list', () => {
  function useDecision() {
    const { send: decide, isPending } = useVersioningDecision()
    return { send: () => decide({ ref: REF, mode: 'REPLACE', ids: [1] }), isPending }
  }
  function useCrawl() {
    const { send: crawl, isPending } = useCrawlNow()
    return { send: () => crawl('u-1'), isPending }
  }
  const ORDERS = { versioning: useDecision, crawl: useCrawl }

  it.each(Object.entries(ORDERS))('(%s) goes out once, then what is in view is asked again', async (_, use) => {
    const all = gateway({ text: '', status: 204 })
    const result = withList(use)
    await waitFor(() => expect(result.current.list.isComplete).toBe(true))
    expect(await act(() => result.current.order.send())).toEqual({ kind: 'accepted' })
    expect(orders(all)).toHaveLength(1)
    expect(reads(all)).toBe(2)
    expect(result.current.order.isPending).toBe(false)
  })

  it.each(Object.entries(ORDERS))('(%s) that is refused is not sent again, and is told', async (_, use) => {
    const all = gateway({ text: '{"messages":["Busy"]}', status: 503 })
    const result = withList(use)
    await waitFor(() => expect(result.current.list.isComplete).toBe(true))
    expect(await act(() => result.current.order.send())).toEqual({ kind: 'unknown', reason: 'gateway' })
    expect(orders(all)).toHaveLength(1)
  })

  it.each(Object.entries(ORDERS))('(%s) that met an ended token was not sent, and nothing is asked', async (_, use) => {
    const all = gateway({ text: '', status: 401 })
    const result = withList(use)
    await waitFor(() => expect(result.current.list.isComplete).toBe(true))
    const before = reads(all)
    const error = await act(() => result.current.order.send().catch((reason: unknown) => reason))
    expect(error).toBeInstanceOf(ServiceError)
    expect(error).toMatchObject({ isUnauthorised: true })
    expect(reads(all)).toBe(before)
  })
})

describe('a relaunch of chosen requests', () => {
  const chosen = { list: 'workerWaiting', ref: REF, ids: [7] } as const

  it('goes out by ids after the session was read, and the card follows it though nothing was in error', async () => {
    const all = gateway({ text: '' })
    const result = screen(() => ({ order: useRelaunch(REF), relaunched: useRelaunched(REF) }))
    const report = await act(() => result.current.order.send({ ref: REF, stepId: 'workers', chosen }))
    expect(report).toMatchObject({
      outcome: { parts: [{ outcome: { kind: 'accepted' } }] },
      baseline: { name: 'day-1', steps: [{ state: { waiting: 4 } }] },
    })
    expect(all.map(({ path }) => path)).toEqual(['rs-admin/sessions', 'rs-worker-manager/requests/retry'])
    expect(all[1]?.body).toMatchObject({ ids: { values: [7] }, statuses: { values: ['NO_WORKER_AVAILABLE'] } })
    expect(result.current.relaunched).toMatchObject([{ stepId: 'workers', report: { order: { chosen } } }])
  })

  it('is not sent when the session is gone', async () => {
    const all = replying(() => ({ text: pageText([]) }))
    const result = screen(() => useRelaunch(REF))
    const order = { ref: REF, stepId: 'workers', chosen } as const
    const error = await act(() => result.current.send(order).catch((reason: unknown) => reason))
    expect(error).toMatchObject({ isNotFound: true })
    expect(orders(all)).toEqual([])
  })
})

describe('the document of a product', () => {
  it('is asked once, and not again when it failed', async () => {
    const all = replying(() => ({ text: '', status: 503 }))
    const result = screen(() => useQuery(productJson('URN:1')))
    await waitFor(() => expect(result.current.error).toMatchObject({ status: 503 }))
    expect(all.map(({ path }) => path)).toEqual(['rs-ingest/aips/URN%3A1/download'])
  })

  it('is the text itself', async () => {
    replying(() => ({ text: '{"size":9007199254740993}' }))
    const result = screen(() => useQuery(productJson('URN:1')))
    await waitFor(() => expect(result.current.data).toBe('{"size":9007199254740993}'))
  })
})
