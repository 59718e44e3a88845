/** Cells of a source that know more than REGARDS says of it: what its sessions, added up when idle, make of it. */
import { useTranslation } from '@/i18n/translation'
import { sourceStall } from '@/domain/stall'
import type { Source, StepType } from '@/domain/session'
import { sourceTotalOut, totalCounters } from '@/domain/session'
import { driftedFrom } from '@/domain/source-audit'
import { useFormat } from '@/i18n/format'
import { useSourceAudit } from '@/queries/source-audit'
import { Count } from './Count'
import { StalledStep } from './StalledStep'
import { StateCell } from './StateCell'

export function SourceState({ source }: { readonly source: Source }) {
  const { t } = useTranslation('board')
  const { exact } = useFormat()
  const audit = useSourceAudit(source)
  const figure = exact(audit?.read ?? 0)
  const hint =
    audit?.isComplete === false
      ? t('okSetAsideSome', { figure, total: exact(source.sessionCount) })
      : t('okSetAsideHint', { count: audit?.read ?? 0, figure })
  return (
    <StateCell
      counters={totalCounters(source.steps)}
      setAside={audit?.setAside ?? 0}
      setAsideHint={hint}
      noNews={<StalledStep stallAt={(now, minutes) => sourceStall(source, now, minutes)} />}
    />
  )
}

export function SourceTotal({ source, type }: { readonly source: Source; readonly type: StepType }) {
  const audit = useSourceAudit(source)
  return <Count value={sourceTotalOut(source, type)} sum={driftedFrom(source, type, audit)} />
}
