/** What the relaunches of a plan will not do: once for all sessions, only for the steps that are in it. */
import Typography from '@mui/material/Typography'
import type { RelaunchPlan } from '@/domain/relaunch-preview'
import { relaunchedSteps } from '@/domain/relaunch-preview'
import { relaunchOf } from '@/domain/step-catalogue'
import { useLimitTexts } from '@/i18n/limit-words'
import { useStepWords } from '@/i18n/step-words'
import { useTranslation } from '@/i18n/translation'
import { PointList } from '@/ui/PointList'

export function PlanLimits({ plan }: { readonly plan: RelaunchPlan }) {
  const { t } = useTranslation('many')
  const { t: tSession } = useTranslation('session')
  const stepWords = useStepWords()
  const limitTexts = useLimitTexts()
  const relaunched = [...relaunchedSteps(plan)].flatMap(([stepId, steps]) => {
    const relaunch = relaunchOf(stepId)
    return relaunch === undefined ? [] : [{ stepId, steps, relaunch }]
  })
  const points = relaunched.flatMap(({ stepId, steps, relaunch }) =>
    limitTexts(relaunch, {
      errors: undefined,
      countOf: property => steps.reduce((total, { properties }) => total + (properties[property] ?? 0), 0),
    }).map(text => t('run.step', { step: stepWords(stepId).title, text })),
  )
  return (
    <>
      <PointList title={t('preview.limits')} points={points} />
      {relaunched.some(({ relaunch }) => relaunch.isSynchronous === true) && (
        <Typography variant="body2" sx={{ mb: 1 }}>
          {tSession('relaunch.slow')}
        </Typography>
      )}
    </>
  )
}
