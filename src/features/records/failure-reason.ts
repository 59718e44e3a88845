/** Why something could not be read, in a sentence of ours. */
import { useTranslation } from 'react-i18next'
import type { ServiceError } from '@/domain/service-error'

export function useFailureReason(): (error: ServiceError) => string {
  const { t } = useTranslation('board')
  return ({ reason }) => t(`reason.${reason === 'aborted' ? 'offline' : reason}`)
}
