/** Why a sign-in was refused, and whom to contact about the account. */
import { useTranslation } from '@/i18n/translation'
import type { ServiceError } from '@/domain/service-error'
import { isAccountRefusal, useRefusalWords } from './refusal-words'

export function Refusal({ error }: { readonly error: ServiceError }) {
  const { t } = useTranslation('signIn')
  const words = useRefusalWords()
  return (
    <>
      {words(error)}
      {isAccountRefusal(error) && <div>{t('refused.contact')}</div>}
    </>
  )
}
