/** What REGARDS will do with an order and what it will not: the truth with its limits (docs/regards-api/actions.md 2). */
import Typography from '@mui/material/Typography'
import { styled } from '@mui/material/styles'
import { useTranslation } from 'react-i18next'
import { STORAGE_PAGE } from '@/domain/relaunch'
import { errorsOfType, requestTypesInError } from '@/domain/request-type'
import type { Step } from '@/domain/session'
import type { RelaunchableStepId } from '@/domain/step-catalogue'
import { relaunchableCount } from '@/domain/step-reading'
import { useFormat } from '@/i18n/format'

const Points = styled('ul')({ margin: '4px 0 12px', paddingInlineStart: '1.25em', '& &': { margin: 0 } })

/** Steps whose service answers only when the work is done. */
const SYNCHRONOUS: readonly RelaunchableStepId[] = ['feature', 'storage']

function useLimits(): (stepId: RelaunchableStepId, step: Step) => readonly string[] {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  return (stepId, { properties, state }) => {
    const count = properties['invalid'] ?? 0
    switch (stepId) {
      case 'scan':
        return count > 0 ? [t('relaunch.willNot.scanInvalid', { count, figure: exact(count) })] : []
      case 'workers':
        return [t('relaunch.willNot.workersContent')]
      case 'oais':
        return [t('relaunch.willNot.oaisVersion')]
      case 'feature':
        return [t('relaunch.willNot.featureDenied'), t('relaunch.willNot.featureGone')]
      case 'storage':
        return [
          state.errors > STORAGE_PAGE
            ? t('relaunch.willNot.storageLimitNow', { figure: exact(state.errors), limit: exact(STORAGE_PAGE) })
            : t('relaunch.willNot.storageLimit', { limit: exact(STORAGE_PAGE) }),
          t('relaunch.willNot.storageCopies'),
        ]
    }
  }
}

export function RelaunchForecast({ stepId, step }: { readonly stepId: RelaunchableStepId; readonly step: Step }) {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  const limits = useLimits()(stepId, step)
  const count = relaunchableCount(step)
  const types = stepId === 'feature' ? requestTypesInError(step) : []
  const typeCount = (type: (typeof types)[number]) =>
    t('relaunch.typeCount', {
      type: t(`relaunch.type.${type}`),
      figure: exact(errorsOfType(step, type)),
    })
  return (
    <>
      <Typography component="h3" variant="subtitle2">
        {t('relaunch.willTitle')}
      </Typography>
      <Points>
        <li>
          {t(`relaunch.will.${stepId}`, { count, figure: exact(count) })}
          {types.length > 0 && (
            <Points>
              {types.map(type => (
                <li key={type}>{typeCount(type)}</li>
              ))}
            </Points>
          )}
        </li>
      </Points>
      {limits.length > 0 && (
        <>
          <Typography component="h3" variant="subtitle2">
            {t('relaunch.willNotTitle')}
          </Typography>
          <Points>
            {limits.map(limit => (
              <li key={limit}>{limit}</li>
            ))}
          </Points>
        </>
      )}
      {SYNCHRONOUS.includes(stepId) && <Typography variant="body2">{t('relaunch.slow')}</Typography>}
      <Typography variant="body2">{t('relaunch.counters')}</Typography>
    </>
  )
}
