/** A list that holds nothing: good news looks like good news. */
import { useTranslation } from 'react-i18next'
import type { RecordListId } from '@/domain/record-list'
import { EmptyState } from '@/ui/EmptyState'
import { RECORD_KINDS } from './record-kinds'

export function NoRecords({ list }: { readonly list: RecordListId }) {
  const { t } = useTranslation('records')
  const { isGoodEmpty, stepId } = RECORD_KINDS[list]
  return (
    <EmptyState
      isGood={isGoodEmpty}
      title={t(`empty.${list}`)}
      {...(stepId === undefined ? {} : { text: t('emptyText') })}
    />
  )
}
