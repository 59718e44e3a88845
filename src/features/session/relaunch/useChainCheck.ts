/** What stands in the way of an acquisition relaunch, asked before the order is confirmed (docs/regards-api/previous-dashboard-defects.md 39). */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { chainObstacle } from '@/domain/chain'
import type { SessionRef } from '@/domain/session'
import type { RelaunchableStepId } from '@/domain/step-catalogue'
import { chainsQuery } from '@/queries/chains'
import { isolate } from '@/i18n/isolate'

export interface ChainCheck {
  readonly isChecking: boolean
  /** REGARDS would refuse: the sentence that says why. */
  readonly obstacle: string | undefined
  /** It could not be found out: the order may be given all the same. */
  readonly isUnchecked: boolean
  readonly again: () => void
}

export function useChainCheck({ source }: SessionRef, stepId: RelaunchableStepId): ChainCheck {
  const { t } = useTranslation('session')
  const isNeeded = stepId === 'scan'
  const { data, isFetching, failureCount, isError, refetch } = useQuery({ ...chainsQuery(source), enabled: isNeeded })
  const obstacle = data && chainObstacle(data)
  return {
    // Once a try has failed nobody is kept waiting for the next ones.
    isChecking: isNeeded && data === undefined && isFetching && failureCount === 0,
    obstacle:
      obstacle &&
      t(`relaunch.chain.${obstacle.kind}`, {
        source: isolate(source),
        blockers: obstacle.kind === 'blocked' ? obstacle.blockers.map(isolate).join(', ') : '',
      }),
    isUnchecked: isNeeded && data === undefined && (isError || failureCount > 0),
    again: () => void refetch(),
  }
}
