/** What REGARDS will and will not do in a relaunch, with its limits (docs/regards-api/actions.md 2). */
import Typography from '@mui/material/Typography'
import { useTranslation } from '@/i18n/translation'
import type { RequestType } from '@/domain/request-type'
import { errorsOfType, requestTypesInError } from '@/domain/request-type'
import type { Step } from '@/domain/session'
import type { RelaunchAction, RelaunchableStepId } from '@/domain/step-catalogue'
import { relaunchableCount } from '@/domain/step-reading'
import { useFormat } from '@/i18n/format'
import { useLimitTexts } from '@/i18n/limit-words'
import { PointList, Points } from '@/ui/PointList'

interface Props {
  readonly stepId: RelaunchableStepId
  readonly relaunch: RelaunchAction
  readonly step: Step
}

export function RelaunchForecast({ stepId, relaunch, step }: Props) {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  const limits = useLimitTexts()(relaunch, {
    errors: step.state.errors,
    countOf: property => step.properties[property] ?? 0,
  })
  const count = relaunchableCount(step)
  const types = relaunch.isByRequestType === true ? requestTypesInError(step) : []
  const typeCount = (type: RequestType) =>
    t('relaunch.typeCount', { type: t(`relaunch.type.${type}`), figure: exact(errorsOfType(step, type)) })
  const will = (
    <>
      {t(`relaunch.will.${stepId}`, { count, figure: exact(count) })}
      {types.length > 0 && (
        <Points>
          {types.map(type => (
            <li key={type}>{typeCount(type)}</li>
          ))}
        </Points>
      )}
    </>
  )
  return (
    <>
      <PointList title={t('relaunch.willTitle')} points={[will]} />
      <PointList title={t('relaunch.willNotTitle')} points={limits} />
      {relaunch.isSynchronous === true && <Typography variant="body2">{t('relaunch.slow')}</Typography>}
      <Typography variant="body2">{t('relaunch.counters')}</Typography>
    </>
  )
}
