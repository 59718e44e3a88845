/** Places of the parts of the board that have to do with time; their code comes in the idle moment after the first rows. */
import { loadMessages } from '@/i18n/i18n'
import type { MoreEntry } from '@/features/browse/MoreMenu'
import { useChanges } from '@/stores/changes'
import { lazyMui } from '@/ui/lazy-mui'
import styles from './app.module.css'
import type { BoardTimesProps } from './BoardTimes'

export const BoardTimes = lazyMui<BoardTimesProps>(async () => {
  const [{ BoardTimes: times }] = await Promise.all([import('./BoardTimes'), loadMessages(['seen'])])
  return { default: times }
})

/** Of the menu of sessions. */
export const SEEN_ENTRY: MoreEntry = { id: 'seen', onChoose: () => useChanges.setState({ isAsked: true }) }

/** Over the sessions: what changed. */
export const SEEN_LINE = <div ref={slot => useChanges.setState({ slot })} />

/** Among their filters: the range of time. */
export const RANGE_FILTER = <span className={styles['range']} ref={rangePlace => useChanges.setState({ rangePlace })} />
