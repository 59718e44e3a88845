/** After an action on rows of this list, wherever it was sent from: the visible pages with these rows are reloaded at the pace of REGARDS. */
import { useEffect, useEffectEvent, useRef } from 'react'
import type { RecordListId } from '@/domain/record-list'
import type { SessionRef } from '@/domain/session'
import type { ActionState } from '@/queries/actions'
import { useFollowed } from '@/queries/actions'
import type { RecordList } from '@/queries/records'
import { FOLLOW_INTERVAL } from '@/queries/refresh-pace'
import { pageNow, pageTime } from '@/stores/server-clock'

/** What has not left by then is not going to soon. */
const MOST = 90_000

/** Keys of the rows of this list that an action is for; 'all' of them, or undefined where it is for none. */
function rowsOf(
  { action }: ActionState,
  list: RecordListId,
  part: string | undefined,
): readonly string[] | 'all' | undefined {
  if (action.kind === 'versioning') return list === 'oaisWaiting' ? (action.ids?.map(String) ?? 'all') : undefined
  if (action.kind !== 'relaunch' || action.selected?.list !== list || action.selected.type !== part) return undefined
  return action.selected.ids.map(String)
}

interface Keyed {
  readonly key: string
}

/**
 * @param rows those that are shown
 * @returns call it with the places of the first and the last row in view
 */
export function usePollAfterAction(
  list: RecordListId,
  ref: SessionRef,
  part: string | undefined,
  read: RecordList<object>,
  rows: readonly Keyed[] | undefined,
): (first: number, last: number) => void {
  const range = useRef({ first: 0, last: 0 })
  const isAsking = useRef(false)
  const sent = useFollowed(ref).flatMap(action => {
    const keys = action.status === 'answered' ? rowsOf(action, list, part) : undefined
    return keys === undefined ? [] : [{ since: pageTime(action.since), keys }]
  })
  const latest = sent.reduce((last, { since }) => Math.max(last, since), 0)

  const look = useEffectEvent(async () => {
    const recent = sent.filter(({ since }) => pageNow() - since < MOST).map(({ keys }) => keys)
    const isSent = ({ key }: Keyed) => recent.some(keys => keys === 'all' || keys.includes(key))
    const inView = rows?.slice(range.current.first, range.current.last + 1) ?? []
    const keys = new Set(inView.filter(isSent).map(({ key }) => key))
    if (keys.size === 0 || isAsking.current || read.isFetching) return
    isAsking.current = true
    await read.refetchRows(keys)
    isAsking.current = false
  })
  useEffect(() => {
    if (latest === 0) return
    const timer = setInterval(() => {
      if (pageNow() - latest >= MOST) clearInterval(timer)
      else void look()
    }, FOLLOW_INTERVAL)
    return () => clearInterval(timer)
  }, [latest])
  return (first, last) => {
    range.current = { first, last }
  }
}
