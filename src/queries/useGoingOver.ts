/** Reads a list of records once more when its rows moved while it was read: a list that does not stay unchanged ends this, too. */
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { exchanged } from '@/domain/list-reading'
import type { RecordListParams } from '@/domain/record-list'
import { MOST_READINGS } from './record-reading'

interface Readable {
  readonly rows: readonly { readonly key: string }[]
  readonly moved: number
}

/** Readings of a list gone over since it last stayed unchanged, and the rows of the one before the last. */
interface GoneOver {
  readonly times: number
  readonly changed: number
  readonly direction: RecordListParams['direction']
}

/** Goes over a list again whose rows moved while it was read, so often at most. */
export function useGoingOver(
  direction: RecordListParams['direction'],
  isDue: boolean,
  isFetching: boolean,
  read: Readable | undefined,
  goOver: () => Promise<ReadonlySet<string>>,
) {
  const [state, setState] = useState<GoneOver>({ times: 0, changed: 0, direction })
  const isUnderWay = useRef(false)
  const { times, changed } = state.direction === direction ? state : { times: 0, changed: 0 }
  if (times > 0 && !isFetching && read?.moved === 0) setState({ times: 0, changed: 0, direction })
  const isGoingOver = isDue && times < MOST_READINGS - 1
  const go = useEffectEvent(async () => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    const before = new Set(read?.rows.map(({ key }) => key))
    const after = await goOver()
    isUnderWay.current = false
    // Once stopped, it stays stopped.
    setState(now => ({
      times: Math.max(times + 1, now.direction === direction ? now.times : 0),
      changed: exchanged(before, after),
      direction,
    }))
  })
  useEffect(() => {
    if (isGoingOver && !isFetching) void go()
  }, [isGoingOver, isFetching, read, state])
  return {
    isGoingOver,
    /** Rows the last two readings do not have in common. */
    changed,
    startAnew: () => setState({ times: 0, changed: 0, direction }),
    giveUp: () => setState({ times: MOST_READINGS - 1, changed, direction }),
  }
}
