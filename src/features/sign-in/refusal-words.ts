/** Why a sign-in was refused: every code of the contract has its sentence (docs/regards-api/README.md 3.3). */
import { useTranslation } from '@/i18n/translation'
import type { ServiceError } from '@/domain/service-error'
import { useIsGatewayElsewhere } from '@/stores/gateway-origin'

export const REFUSAL_CODES = [
  'ACCOUNT_UNKNOWN',
  'ACCOUNT_PENDING',
  'ACCOUNT_INACTIVE',
  'ACCOUNT_INACTIVE_PASSWORD',
  'ACCOUNT_LOCKED',
  'USER_UNKNOWN',
  'USER_WAITING_ACCOUNT_ACTIVE',
  'USER_WAITING_ACCESS',
  'USER_WAITING_EMAIL_VERIFICATION',
  'USER_ACCESS_DENIED',
  'USER_ACCESS_INACTIVE',
  'INSTANCE_ACCESS_DENIED',
] as const

/** Whether REGARDS refused the account itself, not the request. */
export function isAccountRefusal({ code }: ServiceError): boolean {
  return REFUSAL_CODES.some(known => known === code)
}

export function useRefusalWords(): (error: ServiceError) => string {
  const { t } = useTranslation('signIn')
  const { t: tFrame } = useTranslation('frame')
  const isElsewhere = useIsGatewayElsewhere()
  return error => {
    const code = REFUSAL_CODES.find(known => known === error.code)
    if (code !== undefined) return t(`refused.${code}`)
    // A browser does not distinguish a gateway without an answer from one whose answers it blocks.
    if (error.reason === 'offline' && isElsewhere) return `${t('refused.offline')} ${tFrame('elsewhere')}`
    if (error.reason === 'offline' || error.reason === 'cut') return t('refused.offline')
    if (error.reason === 'timeout') return t('refused.timeout')
    if (error.reason !== 'status') return t('refused.unreadable')
    if (error.status === 401 || error.status === 403) return t('refused.client')
    if (error.status === 400) return [t('refused.other'), ...error.messages].join(' ')
    return t('refused.status', { status: error.status ?? '' })
  }
}
