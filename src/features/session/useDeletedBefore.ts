/** An earlier deletion of the same products that REGARDS may still be at, with how far its orders came, in a sentence. */
import { useTranslation } from 'react-i18next'
import type { ExactPartId } from '@/domain/deletion-reach'
import type { SessionRef } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import type { Action } from '@/queries/actions'
import { useDeletionProgress } from '@/queries/deletion-progress'
import { useNow } from '@/ui/useNow'

export function useDeletedBefore(ref: SessionRef, before: Action | undefined): string | undefined {
  const { t } = useTranslation('deletion')
  const { exact, relative } = useFormat()
  const now = useNow(1000)
  const progress = useDeletionProgress(ref)
  if (before === undefined) return undefined
  const age = relative(new Date(before.since).toISOString(), now)
  const parts = Object.entries(progress)
    .filter(([, { phase }]) => phase === 'ordering')
    .map(([part, { done, total }]) => {
      // Written by the orders of exactly these parts.
      const id = part as ExactPartId
      return t(`exact.ordered.${id}`, { done: exact(done), total: exact(total), count: total })
    })
  if (parts.length === 0) return t('ordered', { age })
  return t('exact.orderedBefore', { age, parts: parts.join(', ') })
}
