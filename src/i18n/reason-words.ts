/** Why a request failed, in a sentence: the same one in a pane, a list and the banner. */
import { useTranslation } from './translation'
import type { ServiceError } from '@/domain/service-error'

/** @param role the user's, for a list; without it a missing right is a refusal like any other */
export function useReasonWords(role?: string): (error: ServiceError) => string {
  const { t } = useTranslation('board')
  return ({ meaning: { word } }) =>
    word === 'forbidden' && role === undefined ? t('reason.status') : t(`reason.${word}`, { role: role ?? '' })
}
