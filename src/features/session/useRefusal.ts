/** Why a call is not for this user, in a sentence; undefined when it may be tried. */
import type { Right } from '@/domain/rights'
import { useMissingRightText } from '@/i18n/missing-right'
import { useMissingRight } from '@/queries/rights'

export function useRefusal(right: Right): string | undefined {
  return useMissingRightText(useMissingRight(right))
}
