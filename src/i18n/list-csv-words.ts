/** What is written at the head of the files of both lists. */
import type { ListColumn } from '@/domain/list-csv'
import { SESSION_CSV, SOURCE_CSV } from '@/domain/list-csv'
import { useStepWords } from './step-words'
import { useTranslation } from './translation'

/** The names of the columns. */
export function useListCsvHeader(): (kind: 'sources' | 'sessions') => readonly string[] {
  const { t } = useTranslation('listCsv')
  const stepWords = useStepWords()
  const headerOf = ({ id, stepId }: Pick<ListColumn<never>, 'id' | 'stepId'>) =>
    id === 'stepErrors' ? t('column.stepErrors', { step: stepWords(stepId ?? '').title }) : t(`column.${id}`)
  return kind => (kind === 'sources' ? SOURCE_CSV.map(headerOf) : SESSION_CSV.map(headerOf))
}
