/** An earlier deletion of the same products that REGARDS may still be at, with how far its orders came, in a sentence. */
import { useTranslation } from 'react-i18next'
import type { SessionRef } from '@/domain/session'
import { useOrderedText } from '@/i18n/deletion-words'
import { useFormat } from '@/i18n/format'
import type { ActionState } from '@/queries/actions'
import { useDeletionProgress } from '@/queries/deletion-progress'
import { pageTime } from '@/stores/server-clock'
import { useTicking } from '@/ui/useNow'

/** Undefined when there was none. */
export function useDeletedBefore(ref: SessionRef, before: ActionState | undefined): string | undefined {
  const { t } = useTranslation('deletion')
  const { relative } = useFormat()
  const parts = useOrderedText()(useDeletionProgress(ref))
  return useTicking(1000, now => {
    if (before === undefined) return undefined
    const age = relative(new Date(pageTime(before.since)).toISOString(), now)
    return parts === '' ? t('ordered', { age }) : t('exact.orderedBefore', { age, parts })
  })
}
