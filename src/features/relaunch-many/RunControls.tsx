/** Pause, continue, stop; afterwards the summary. */
import { useTranslation } from '@/i18n/translation'
import { useQueryClient } from '@tanstack/react-query'
import type { Run } from '@/domain/relaunch-run'
import { isToRepeat, isUnfinished } from '@/domain/relaunch-run'
import { useFormat } from '@/i18n/format'
import { goOn, tellRun } from '@/queries/relaunch-run'
import { PlainButton } from '@/ui/PlainButton'
import { ignoreHeldKey } from '@/ui/gestures'
import { useSteadyClick } from '@/ui/useSteadyClick'
import { useRunSummary } from './useRunSummary'

export function RunControls({ run }: { readonly run: Run }) {
  const { t } = useTranslation('many')
  const { exact } = useFormat()
  const queryClient = useQueryClient()
  const summary = useRunSummary()
  const failed = run.items.filter(isToRepeat).length
  const hasWaiting = run.items.some(({ state }) => state.kind === 'waiting')
  const isOver = !isUnfinished(run)
  const isPaused = run.paused !== undefined
  // One place: at its end, what was "Pause" sends again what failed.
  const press = useSteadyClick(isOver ? 'over' : isPaused, () => {
    if (isOver) goOn(queryClient, 'again')
    else if (isPaused) goOn(queryClient, 'resumed')
    else tellRun({ type: 'paused', reason: 'user' })
  })
  if (!isOver)
    return (
      <>
        <PlainButton look="framed" onClick={press} onKeyDown={ignoreHeldKey}>
          {t(isPaused ? 'run.resume' : 'run.pause')}
        </PlainButton>
        {hasWaiting && <PlainButton onClick={() => tellRun({ type: 'stopped' })}>{t('run.stop')}</PlainButton>}
      </>
    )
  return (
    <>
      {failed > 0 && (
        <PlainButton look="framed" onClick={press} onKeyDown={ignoreHeldKey}>
          {t('run.again', { figure: exact(failed) })}
        </PlainButton>
      )}
      <PlainButton onClick={() => summary.copy(run)}>{t('run.copy')}</PlainButton>
      <PlainButton onClick={() => summary.save(run)}>{t('run.csv')}</PlainButton>
    </>
  )
}
