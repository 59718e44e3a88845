/** Asks before many sessions are relaunched: per session what will be relaunched, what will not and why; nothing is sent before. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from '@/i18n/translation'
import type { RelaunchPlan } from '@/domain/relaunch-preview'
import { relaunchesOf } from '@/domain/relaunch-preview'
import { relaunchOf } from '@/domain/step-catalogue'
import { useFormat } from '@/i18n/format'
import { beginRun } from '@/queries/relaunch-run'
import type { SeenSession } from '@/stores/selected-sessions'
import { ActionDialog } from '@/ui/ActionDialog'
import { useTicking } from '@/ui/useNow'
import { PlanLimits } from './PlanLimits'
import { PlanList } from './PlanList'
import styles from './many.module.css'
import { usePreview } from './usePreview'

/** Two relaunches of it go to one acquisition chain. */
function sharesChain({ sessions }: RelaunchPlan): boolean {
  const sources = sessions
    .filter(one => relaunchesOf(one).some(({ stepId }) => relaunchOf(stepId)?.needsChain === true))
    .map(({ session: { source } }) => source)
  return new Set(sources).size < sources.length
}

function Totals({ plan }: { readonly plan: RelaunchPlan }) {
  const { t } = useTranslation('many')
  const { exact } = useFormat()
  const { errors, relaunches, sessions, notAllowed, notPossible } = plan
  if (relaunches === 0) return <Alert severity="info">{t('preview.nothing')}</Alert>
  return (
    <>
      <Typography>
        {t('preview.totals', {
          errors: exact(errors),
          sessions: exact(sessions.length),
          relaunches: exact(relaunches),
        })}
      </Typography>
      {notAllowed > 0 && (
        <Typography variant="body2">{t('preview.notAllowed', { figure: exact(notAllowed) })}</Typography>
      )}
      {notPossible > 0 && (
        <Typography variant="body2">{t('preview.notPossible', { figure: exact(notPossible) })}</Typography>
      )}
      <Typography variant="body2" sx={{ mt: 1 }}>
        {t('preview.order')} {sharesChain(plan) && t('preview.chains')}
      </Typography>
    </>
  )
}

export interface PreviewProps {
  readonly selected: readonly SeenSession[]
  readonly onClose: () => void
}

export function PreviewDialog({ selected, onClose }: PreviewProps) {
  const { t } = useTranslation('many')
  const { t: tSession } = useTranslation('session')
  const { exact, relative } = useFormat()
  const queryClient = useQueryClient()
  const { plan, reading, progress, recent, reload } = usePreview(selected)
  const at = reading?.at ?? 0
  const age = useTicking(5000, now => t('preview.age', { age: relative(new Date(at).toISOString(), now) }))
  const count = selected.length
  const isEmpty = plan?.relaunches === 0
  const share = { read: exact(progress.read), total: exact(progress.total) }
  return (
    <ActionDialog
      title={t('preview.title', { count, figure: exact(count) })}
      onClose={onClose}
      confirm={isEmpty ? undefined : t('preview.confirm', { figure: exact(plan?.errors ?? 0) })}
      pending=""
      isPending={false}
      onConfirm={() => {
        if (plan !== undefined) beginRun(queryClient, plan)
        onClose()
      }}
      blockedReason={plan === undefined ? '' : undefined}
      before={recent > 0 ? t('preview.recent', { count: recent, figure: exact(recent) }) : undefined}
      isFresh={!isEmpty}
    >
      {plan === undefined || reading === undefined ? (
        <>
          <Typography role="status">{t('preview.reading', share)}</Typography>
          <LinearProgress
            aria-label={t('preview.reading', share)}
            variant="determinate"
            value={(100 * progress.read) / Math.max(1, progress.total)}
          />
        </>
      ) : (
        <>
          <Totals plan={plan} />
          {reading.failed > 0 && (
            <Alert severity="warning" sx={{ my: 1 }}>
              {t('preview.failed', { figure: exact(reading.failed) })}
            </Alert>
          )}
          {plan.sessions.length > 0 && <PlanList name={t('preview.list')} plans={plan.sessions} />}
          {plan.others.length > 0 && (
            <details className={styles['folded']} open={isEmpty}>
              <summary>{t('preview.others', { figure: exact(plan.others.length) })}</summary>
              <PlanList name={t('preview.others', { figure: exact(plan.others.length) })} plans={plan.others} />
            </details>
          )}
          <PlanLimits plan={plan} />
          <Typography variant="body2" color="text.secondary">
            {age} {tSession('relaunch.counters')}
          </Typography>
          <Button size="small" onClick={reload}>
            {t('preview.reload')}
          </Button>
        </>
      )}
    </ActionDialog>
  )
}
