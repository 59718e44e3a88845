/** Pause, continue, stop; afterwards the summary. */
import { useTranslation } from '@/i18n/translation'
import { useQueryClient } from '@tanstack/react-query'
import type { Run } from '@/domain/relaunch-run'
import { isToRepeat, isUnfinished } from '@/domain/relaunch-run'
import { useFormat } from '@/i18n/format'
import { goOn, tellRun } from '@/queries/relaunch-run'
import { PlainButton } from '@/ui/PlainButton'
import { ignoreHeldKey } from '@/ui/gestures'
import { useRunSummary } from './useRunSummary'

export function RunControls({ run }: { readonly run: Run }) {
  const { t } = useTranslation('many')
  const { exact } = useFormat()
  const queryClient = useQueryClient()
  const summary = useRunSummary()
  const failed = run.items.filter(isToRepeat).length
  const hasWaiting = run.items.some(({ state }) => state.kind === 'waiting')
  if (isUnfinished(run))
    return (
      <>
        {run.paused === undefined ? (
          <PlainButton look="framed" onClick={() => tellRun({ type: 'paused', reason: 'user' })}>
            {t('run.pause')}
          </PlainButton>
        ) : (
          <PlainButton look="framed" onClick={() => goOn(queryClient, 'resumed')} onKeyDown={ignoreHeldKey}>
            {t('run.resume')}
          </PlainButton>
        )}
        {hasWaiting && <PlainButton onClick={() => tellRun({ type: 'stopped' })}>{t('run.stop')}</PlainButton>}
      </>
    )
  return (
    <>
      {failed > 0 && (
        <PlainButton look="framed" onClick={() => goOn(queryClient, 'again')} onKeyDown={ignoreHeldKey}>
          {t('run.again', { figure: exact(failed) })}
        </PlainButton>
      )}
      <PlainButton onClick={() => summary.copy(run)}>{t('run.copy')}</PlainButton>
      <PlainButton onClick={() => summary.save(run)}>{t('run.csv')}</PlainButton>
    </>
  )
}
