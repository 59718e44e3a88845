/** How far the orders of a deletion have come, in words, and an earlier deletion that REGARDS may still be at. */
import { useTranslation } from 'react-i18next'
import type { ExactPartId } from '@/domain/deletion-reach'
import type { SessionRef } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import type { Action } from '@/queries/actions'
import { useDeletionProgress } from '@/queries/deletion-progress'
import { useNow } from '@/ui/useNow'

/** "1,000 of 2,500 OAIS products", for each part that was begun; '' for none. */
export function useOrderedText(ref: SessionRef): string {
  const { t } = useTranslation('deletion')
  const { exact } = useFormat()
  return Object.entries(useDeletionProgress(ref))
    .filter(([, { phase }]) => phase === 'ordering')
    .map(([part, { done, total }]) => {
      // Written by the orders of exactly these parts.
      const id = part as ExactPartId
      return t(`exact.ordered.${id}`, { done: exact(done), total: exact(total), count: total })
    })
    .join(', ')
}

/** Undefined when there was none. */
export function useDeletedBefore(ref: SessionRef, before: Action | undefined): string | undefined {
  const { t } = useTranslation('deletion')
  const { relative } = useFormat()
  const now = useNow(1000)
  const parts = useOrderedText(ref)
  if (before === undefined) return undefined
  const age = relative(new Date(before.since).toISOString(), now)
  return parts === '' ? t('ordered', { age }) : t('exact.orderedBefore', { age, parts })
}
