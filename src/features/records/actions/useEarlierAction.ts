/** An earlier order for the same rows that REGARDS may still be working on: in a sentence, and on the button. */
import { useTranslation } from 'react-i18next'
import type { Action, Subject } from '@/domain/action'
import { overlap, subjectOf } from '@/domain/action'
import { STALLED_AFTER_MS } from '@/domain/relaunch-progress'
import { useFormat } from '@/i18n/format'
import type { ActionState } from '@/queries/actions'
import { isFollowed, useActions } from '@/queries/actions'
import { pageTime } from '@/stores/server-clock'
import { useNow, useTicking } from '@/ui/useNow'

/** How many of these items that order was for; undefined when it was for all there were. */
function shared({ ids }: Subject, before: Subject): number | undefined {
  if (ids === undefined || before.ids === undefined) return undefined
  const earlier = new Set(before.ids)
  return ids.filter(id => earlier.has(id)).length
}

/** Undefined when there is none, or once REGARDS has had its time. */
export function useEarlierActionText(subject: Subject, before: ActionState | undefined): string | undefined {
  const { t } = useTranslation('records')
  const { exact, relative } = useFormat()
  return useTicking(1000, now => {
    if (before === undefined || now - pageTime(before.since) >= STALLED_AFTER_MS) return undefined
    const age = relative(new Date(pageTime(before.since)).toISOString(), now)
    const count = shared(subject, subjectOf(before.action))
    return count === undefined ? t('order.beforeAll', { age }) : t('order.before', { count, figure: exact(count), age })
  })
}

/** The words of a button, with when the same, or a part of it, was ordered. */
export function useActionLabel(): (order: Action, label: string) => string {
  const { t } = useTranslation('records')
  const { relative } = useFormat()
  const now = useNow(1000)
  const actions = useActions().filter(isFollowed)
  return (order, label) => {
    const subject = subjectOf(order)
    const before = actions.findLast(
      action => now - pageTime(action.since) < STALLED_AFTER_MS && overlap(subjectOf(action.action), subject),
    )
    if (before === undefined) return label
    return before.status === 'sending'
      ? t('order.beingSent', { label })
      : t('order.orderedAgo', { label, age: relative(new Date(pageTime(before.since)).toISOString(), now) })
  }
}
