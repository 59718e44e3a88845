/** An earlier action for the same rows that REGARDS may still be working on: the texts of the dialog and of the button. */
import type { Action, Subject } from '@/domain/action'
import { overlap, sharedCount, subjectOf } from '@/domain/action'
import { STALLED_AFTER_MS } from '@/domain/relaunch-progress'
import { useEarlierWords } from '@/i18n/earlier-words'
import type { ActionState } from '@/queries/actions'
import { isFollowed, sentAction, useActions } from '@/queries/actions'
import { pageTime } from '@/stores/server-clock'
import { useNow, useTicking } from '@/ui/useNow'

/** REGARDS may still be working. */
const isRecent = ({ since }: ActionState, now: number) => now - pageTime(since) < STALLED_AFTER_MS

/** Undefined when there is none, or once REGARDS must have finished. */
export function useEarlierActionText(subject: Subject, before: ActionState | undefined): string | undefined {
  const words = useEarlierWords()
  return useTicking(1000, now =>
    before === undefined || !isRecent(before, now)
      ? undefined
      : words.sent(sentAction(before), now, sharedCount(subject, subjectOf(before.action))),
  )
}

/** What a button says of when the same, or a part of it, was sent; undefined when it was not. */
export function useEarlierNote(): (action: Action) => string | undefined {
  const words = useEarlierWords()
  const now = useNow(1000)
  const actions = useActions().filter(action => isFollowed(action) && isRecent(action, now))
  return action => {
    const subject = subjectOf(action)
    const before = actions.findLast(action => overlap(subjectOf(action.action), subject))
    return before && words.sent(sentAction(before), now, sharedCount(subject, subjectOf(before.action)))
  }
}
