/** How far the file of the selected sessions is; its reading is cancelled when this goes. Loaded at the first click. */
import { useState } from 'react'
import type { Session } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { useTranslation } from '@/i18n/translation'
import { useAnnouncedProgress } from '@/ui/useAnnouncedProgress'
import { useSelectionCsv } from './useSelectionCsv'

export interface SelectionExportProps {
  readonly selected: readonly Session[]
  readonly onEnd: () => void
}

export function SelectionExport({ selected, onEnd }: SelectionExportProps) {
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  // What was selected at the click: what is selected meanwhile is for the next file.
  const [asked] = useState(selected)
  const { read, total } = useSelectionCsv(asked, onEnd)
  const text = t('csv.reading', { read: exact(read), total: exact(total) })
  useAnnouncedProgress(read / Math.max(1, total), () => (read === 0 ? t('csv.started') : text))
  // Its figures change with every session: they are not read out each time.
  return <span>{text}</span>
}
