/** An earlier order for the same rows that REGARDS may still be working on: in a sentence, and on the button. */
import { useTranslation } from 'react-i18next'
import type { Order, Subject } from '@/domain/action'
import { overlap, subjectOf } from '@/domain/action'
import { STILL_AFTER } from '@/domain/relaunch-progress'
import { useFormat } from '@/i18n/format'
import type { Action } from '@/queries/actions'
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
export function useBeforeText(subject: Subject, before: Action | undefined): string | undefined {
  const { t } = useTranslation('records')
  const { exact, relative } = useFormat()
  return useTicking(1000, now => {
    if (before === undefined || now - pageTime(before.since) >= STILL_AFTER) return undefined
    const age = relative(new Date(pageTime(before.since)).toISOString(), now)
    const count = shared(subject, subjectOf(before.order))
    return count === undefined ? t('order.beforeAll', { age }) : t('order.before', { count, figure: exact(count), age })
  })
}

/** The words of a button, with when the same, or a part of it, was ordered. */
export function useOrderedLabel(): (order: Order, label: string) => string {
  const { t } = useTranslation('records')
  const { relative } = useFormat()
  const now = useNow(1000)
  const actions = useActions().filter(isFollowed)
  return (order, label) => {
    const subject = subjectOf(order)
    const before = actions.findLast(
      action => now - pageTime(action.since) < STILL_AFTER && overlap(subjectOf(action.order), subject),
    )
    if (before === undefined) return label
    return before.status === 'sending'
      ? t('order.beingSent', { label })
      : t('order.orderedAgo', { label, age: relative(new Date(pageTime(before.since)).toISOString(), now) })
  }
}
