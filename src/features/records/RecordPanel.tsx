/** A list, or the message about its missing right. */
import { useTranslation } from '@/i18n/translation'
import type { RecordListId } from '@/domain/record-list'
import { LIST_RIGHTS } from '@/domain/rights'
import { useMissingRightText } from '@/i18n/missing-right'
import { useMissingRight } from '@/queries/rights'
import { EmptyState } from '@/ui/EmptyState'
import type { RecordContentProps } from './RecordContent'
import { RecordContent } from './RecordContent'

export function RecordPanel<L extends RecordListId>(props: RecordContentProps<L>) {
  const { t } = useTranslation('records')
  const refusal = useMissingRightText(useMissingRight(LIST_RIGHTS[props.list]))
  // A list known to be refused is not requested.
  if (refusal !== undefined) return <EmptyState title={t('forbidden')} text={refusal} />
  return <RecordContent {...props} />
}
