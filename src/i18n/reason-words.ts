/** Why a question has no good answer, in a sentence of ours. */
import { useTranslation } from 'react-i18next'
import type { ServiceError } from '@/domain/service-error'

const GATEWAY: readonly (number | undefined)[] = [502, 503, 504]

/** `role` is named where the right is missing. */
export function useReasonWords(): (error: ServiceError, role?: string) => string {
  const { t } = useTranslation('board')
  return (error, role = '') => {
    if (error.isUnauthorised && error.reason === 'status') return t('reason.signedOut')
    // A refusal for want of a right always bears words of REGARDS (docs/regards-api/measured.md 4).
    if (error.isForbidden) return error.messages.length > 0 ? t('reason.forbidden', { role }) : t('reason.barred')
    if (error.reason === 'aborted') return t('reason.offline')
    // Not a refusal: something in between has nobody to ask.
    if (error.reason === 'status' && GATEWAY.includes(error.status)) return t('reason.gateway')
    return t(`reason.${error.reason}`)
  }
}
