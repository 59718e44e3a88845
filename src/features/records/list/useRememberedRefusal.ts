/** Remembers the first refusal of a list: its button shows it until the next sign-in. */
import { useEffect } from 'react'
import type { Right } from '@/domain/rights'
import { rightName } from '@/domain/rights'
import type { ServiceError } from '@/domain/service-error'
import { useForbidden } from '@/stores/forbidden'

export function useRememberedRefusal(right: Right, error: ServiceError | null): void {
  const name = rightName(right)
  const words = error?.failureClass === 'forbidden' ? error.messages.join(' ') : undefined
  useEffect(() => {
    if (words !== undefined) useForbidden.getState().remember(name, words)
  }, [name, words])
}
