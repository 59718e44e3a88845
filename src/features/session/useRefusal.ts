/** Why an order is not for this user: known from REGARDS' list of rights, or learnt from its first refusal (trust F15). */
import { useTranslation } from 'react-i18next'
import { RELAUNCH_RIGHTS, rightName } from '@/domain/relaunch'
import type { RelaunchableStepId } from '@/domain/step-catalogue'
import { useRight } from '@/queries/rights'
import { useCredentials } from '@/stores/credentials'
import { useForbidden } from '@/stores/forbidden'

/** The reason in a sentence; undefined when the order may be given. */
export function useRefusal(stepId: RelaunchableStepId): string | undefined {
  const { t } = useTranslation('session')
  const right = RELAUNCH_RIGHTS[stepId]
  const name = rightName(right)
  const isMissing = useRight(right) === 'missing'
  const words = useForbidden(forbidden => forbidden.calls[name])
  const role = useCredentials(credentials => credentials.identity?.role ?? '')
  if (!isMissing && words === undefined) return undefined
  const reason = t('relaunch.forbidden', { right: name, role })
  return words === undefined || words === '' ? reason : `${reason} ${t('relaunch.forbiddenWords', { words })}`
}
