/** An earlier deletion of the same products that REGARDS may still be at, with how far its orders came, in a sentence. */
import { useTranslation } from 'react-i18next'
import type { SessionRef } from '@/domain/session'
import { useOrderedText } from '@/i18n/deletion-words'
import { useFormat } from '@/i18n/format'
import type { Action } from '@/queries/actions'
import { useDeletionProgress } from '@/queries/deletion-progress'
import { useNow } from '@/ui/useNow'

/** Undefined when there was none. */
export function useDeletedBefore(ref: SessionRef, before: Action | undefined): string | undefined {
  const { t } = useTranslation('deletion')
  const { relative } = useFormat()
  const now = useNow(1000)
  const parts = useOrderedText()(useDeletionProgress(ref))
  if (before === undefined) return undefined
  const age = relative(new Date(before.since).toISOString(), now)
  return parts === '' ? t('ordered', { age }) : t('exact.orderedBefore', { age, parts })
}
