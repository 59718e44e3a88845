/** What a list does not hold, though it would belong there: it was cut, or not every row was looked at. */
import { useTranslation } from '@/i18n/translation'
import { useFormat } from '@/i18n/format'
import type { SparseList } from '@/queries/useSparseList'
import styles from './pane.module.css'

export interface ListNotesProps {
  readonly list: Pick<SparseList<object>, 'total' | 'isCut' | 'isOfRange' | 'looked'>
  /** Rows are in an order of ours, not in the one they were cut in. */
  readonly isByUrgency: boolean
}

export function ListNotes({ list: { total, isCut, isOfRange, looked }, isByUrgency }: ListNotesProps) {
  const { t } = useTranslation('lists')
  const { exact } = useFormat()
  const notes: string[] = []
  const cut = isOfRange ? 'cut.range' : isByUrgency ? 'cut.latest' : 'cut.first'
  const { read, total: all, compared, ofRange, isMoved } = looked ?? {}
  if (ofRange !== undefined) notes.push(t('cut.ofRange', { figure: exact(ofRange) }))
  else if (isCut && total !== undefined) notes.push(t(cut, { figure: exact(total) }))
  if (read !== undefined && all !== undefined) notes.push(t('cut.looked', { read: exact(read), total: exact(all) }))
  if (compared !== undefined) notes.push(t('cut.compared', { figure: exact(compared) }))
  if (isMoved === true) notes.push(t('cut.moved'))
  return notes.length === 0 ? null : <p className={styles['cut']}>{notes.join(' ')}</p>
}
