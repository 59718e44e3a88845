/** An empty list: an absence of errors looks good. */
import { useTranslation } from '@/i18n/translation'
import type { RecordListId } from '@/domain/record-list'
import { useFormat } from '@/i18n/format'
import type { RecordList } from '@/queries/records'
import { EmptyState } from '@/ui/EmptyState'
import { RECORD_KINDS } from '../record-kinds'

interface Props {
  readonly list: RecordListId
  readonly read: RecordList<object>
}

export function NoRecords({ list, read }: Props) {
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  const { isGoodEmpty, stepId } = RECORD_KINDS[list]
  // Only rows of other sessions were read: it is not known whether the session has any.
  if (!read.isComplete) {
    const title = t('noneYet', { figure: exact(read.received) })
    return <EmptyState title={title} text={t('noneYetText', { total: exact(read.total) })} />
  }
  return (
    <EmptyState
      isGood={isGoodEmpty}
      title={t(`empty.${list}`)}
      {...(stepId === undefined ? {} : { text: t('emptyText') })}
    />
  )
}
