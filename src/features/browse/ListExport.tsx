/** How far the file of a list is; its reading is cancelled when this goes. Loaded at the first click. */
import { useState } from 'react'
import { useFormat } from '@/i18n/format'
import { useTranslation } from '@/i18n/translation'
import type { ListQuestion } from '@/queries/list-file'
import { useListCsv } from './useListCsv'
import { useAnnouncedProgress } from '@/ui/useAnnouncedProgress'
import styles from './pane.module.css'

export interface ListExportProps {
  readonly list: ListQuestion
  readonly onEnd: () => void
}

export function ListExport({ list, onEnd }: ListExportProps) {
  const { t } = useTranslation('records')
  const { t: tCommon } = useTranslation('common')
  const { exact } = useFormat()
  // What was asked for at the click: a filter that is changed meanwhile is for the next file.
  const [asked] = useState(list)
  const progress = useListCsv(asked, onEnd)
  const { received = 0, total = 0 } = progress ?? {}
  const reading = t('csv.reading', { read: exact(received), total: exact(total) })
  const isKnown = progress !== undefined
  useAnnouncedProgress(received / Math.max(1, total), () => (isKnown ? reading : t('csv.started')))
  // Its figures change with every page: they are not read out each time.
  return <span className={styles['progress']}>{isKnown ? reading : tCommon('loading')}</span>
}
