/** What the cells of a list are written with, put together once for all of them. */
import { useMemo } from 'react'
import { useTranslation } from '@/i18n/translation'
import { useFormat } from '@/i18n/format'
import { typeWordIn } from '@/i18n/type-word'
import { useChanges } from '@/stores/changes'
import { usePreferences } from '@/stores/preferences'
import type { CellWords } from './cells'

export function useCellWords(): CellWords {
  const { t } = useTranslation('board')
  const format = useFormat()
  const stalledAfter = usePreferences(({ noNewsMinutes }) => noNewsMinutes)
  const changes = useChanges(({ marks }) => marks)
  return useMemo(
    () => ({ t, format, typeWord: typeWordIn(t), stalledAfter, changes }),
    [t, format, stalledAfter, changes],
  )
}
