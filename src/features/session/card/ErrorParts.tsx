/** The parts of a step's error badge, and why a part has no relaunch (docs/regards-api/previous-dashboard-defects.md 9 and 29). */
import { useTranslation } from '@/i18n/translation'
import type { Step } from '@/domain/session'
import { stepDefinition } from '@/domain/step-catalogue'
import { errorBreakdown, relaunchableCount } from '@/domain/step-reading'
import { useFormat } from '@/i18n/format'
import { isolate } from '@/i18n/isolate'
import { useStepWords } from '@/i18n/step-words'

function useNotOffered(): (step: Step) => string | undefined {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  return step => {
    const why = stepDefinition(step.stepId)?.notRelaunched
    const count = step.properties[why?.counts ?? ''] ?? 0
    if (why === undefined || (why.counts !== undefined && count <= 0)) return undefined
    return t(`relaunch.notOffered.${why.id}`, { count, figure: exact(count) })
  }
}

export function ErrorParts({ step }: { readonly step: Step }) {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  const label = useStepWords()(step.stepId).properties
  const notOffered = useNotOffered()
  if (step.state.errors <= 0) return null
  const parts = errorBreakdown(step)
  const sum = parts.reduce((total, part) => total + part.value, 0)
  const text = parts
    .map(({ propertyId, name, value }) => {
      const words = { figure: exact(value), label: label[propertyId]?.label ?? propertyId }
      return name === undefined
        ? t('breakdown.part', words)
        : t('breakdown.namedPart', { ...words, name: isolate(name) })
    })
    .join(' · ')
  const reason = relaunchableCount(step) === 0 ? notOffered(step) : undefined
  return (
    <>
      {parts.length > 1 && <p>{t('breakdown.title', { parts: text })}</p>}
      {parts.length > 0 && sum !== step.state.errors && (
        <p>{t('breakdown.difference', { figure: exact(step.state.errors) })}</p>
      )}
      {reason !== undefined && <p>{t('relaunch.notOffered.title', { reason })}</p>}
    </>
  )
}
