/** After an order the list and the board are asked again at the pace of REGARDS: what was ordered leaves the list, and the counters fall. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { keys } from '@/queries/keys'
import type { RecordList } from '@/queries/records'
import { DRAIN_INTERVAL } from '@/queries/refresh-pace'

/** REGARDS counts 5 s late, then 2 s, and the list is right before the counters are (sessions.md 3). */
const LEAST = 15_000
/** What has not left by then is not going to soon. */
const MOST = 90_000

interface Ordered {
  readonly at: number
  /** Keys of the rows the order was for. */
  readonly rows: ReadonlySet<string>
}

/** @returns what to call with the rows of an order that REGARDS took up */
export function useAftermath<R extends { readonly key: string }>(read: RecordList<R>): (ordered: readonly R[]) => void {
  const queryClient = useQueryClient()
  const [ordered, setOrdered] = useState<Ordered>()
  const look = useEffectEvent(({ at, rows }: Ordered) => {
    const age = Date.now() - at
    const isLeft = read.rows?.some(({ key }) => rows.has(key)) === true
    if (age > MOST || (age > LEAST && !isLeft)) {
      setOrdered(undefined)
      return
    }
    if (isLeft && !read.isFetching) read.retry()
    void queryClient.invalidateQueries({
      queryKey: keys.board,
      predicate: ({ queryKey: [, kind] }) => kind !== 'records',
    })
  })
  useEffect(() => {
    if (ordered === undefined) return
    const timer = setInterval(() => look(ordered), DRAIN_INTERVAL)
    return () => clearInterval(timer)
  }, [ordered])
  return rows => setOrdered({ at: Date.now(), rows: new Set(rows.map(({ key }) => key)) })
}
