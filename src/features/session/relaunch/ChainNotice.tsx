/** What prevents an acquisition relaunch, checked before it is confirmed (docs/regards-api/previous-dashboard-defects.md 39). */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '@/i18n/translation'
import { chainObstacle } from '@/domain/chain'
import type { SessionRef } from '@/domain/session'
import type { RelaunchableStepId } from '@/domain/step-catalogue'
import { relaunchOf } from '@/domain/step-catalogue'
import { isolate } from '@/i18n/isolate'
import { chainsQuery } from '@/queries/action-checks'

interface ChainCheck {
  readonly isChecking: boolean
  /** REGARDS would refuse: the sentence that says why. */
  readonly obstacle: string | undefined
  /** It could not be checked: the relaunch stays possible. */
  readonly isUnchecked: boolean
  readonly again: () => void
}

export function useChainCheck({ source }: SessionRef, stepId: RelaunchableStepId): ChainCheck {
  const { t } = useTranslation('session')
  const isNeeded = relaunchOf(stepId)?.needsChain === true
  const { data, isFetching, failureCount, isError, refetch } = useQuery({ ...chainsQuery(source), enabled: isNeeded })
  const obstacle = data && chainObstacle(data)
  return {
    // After a failed attempt the dialog does not wait for the next ones.
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

/** What the check found, in the relaunch dialog. */
export function ChainNotice({ check }: { readonly check: ChainCheck }) {
  const { t } = useTranslation('session')
  const again = (
    <Button color="inherit" size="small" onClick={check.again}>
      {t('relaunch.chain.again')}
    </Button>
  )
  if (check.isChecking) return <Typography variant="body2">{t('relaunch.chain.checking')}</Typography>
  if (check.obstacle !== undefined) {
    return (
      <Alert severity="warning" action={again}>
        {check.obstacle}
      </Alert>
    )
  }
  if (!check.isUnchecked) return null
  return (
    <Alert severity="info" action={again}>
      {t('relaunch.chain.unchecked')}
    </Alert>
  )
}
