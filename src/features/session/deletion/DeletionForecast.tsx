/** What a deletion deletes, as just counted, what it keeps, and what else REGARDS would delete, with REGARDS' limits (docs/regards-api/sessions.md 7). */
import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n/translation'
import { deletedCounts, keptCounts } from '@/domain/deletion'
import type { Session } from '@/domain/session'
import { inCatalogueOrder, stepDefinition } from '@/domain/step-catalogue'
import { useFormat } from '@/i18n/format'
import { useTicking } from '@/ui/useNow'
import { PointList } from '@/ui/PointList'
import { OtherSessions } from './OtherSessions'
import type { DeletionCheck } from './useDeletionCheck'

/** How old the counts are. */
function CountsAge({ check: { answeredAt, isAsking } }: { readonly check: DeletionCheck }) {
  const { t } = useTranslation('deletion')
  const { relative } = useFormat()
  const age = useTicking(1000, now =>
    answeredAt === undefined || isAsking
      ? t('counts.asking')
      : t('counts.asked', { age: relative(new Date(answeredAt).toISOString(), now) }),
  )
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {age}
    </Typography>
  )
}

function useGoingTexts(session: Session): readonly string[] {
  const { t } = useTranslation('deletion')
  const { exact } = useFormat()
  const texts = deletedCounts(session).map(({ id, count }) => t(`goes.${id}`, { count, figure: exact(count) }))
  return texts.length === 0 ? [t('goes.nothing')] : texts
}

function useStayingTexts(session: Session): readonly string[] {
  const { t } = useTranslation('deletion')
  const { exact } = useFormat()
  const left = inCatalogueOrder(session.steps).flatMap(({ stepId }) => stepDefinition(stepId)?.outlivesDeletion ?? [])
  return [
    t('stays.row'),
    ...[...new Set(left)].map(id => t(`stays.${id}`)),
    ...keptCounts(session).map(({ id, count }) => t(`stays.${id}`, { count, figure: exact(count) })),
  ]
}

interface Props {
  readonly check: DeletionCheck
  /** The exact deletions, where the session's own deletion is not offered. */
  readonly children: ReactNode
}

export function DeletionForecast({ check, children }: Props) {
  const { t } = useTranslation('deletion')
  const going = useGoingTexts(check.session)
  const staying = useStayingTexts(check.session)
  const isExact = check.plan?.way.kind === 'exact'
  return (
    <>
      <OtherSessions check={check} />
      {!isExact && <PointList title={t('goesTitle')} points={going} />}
      {children}
      <CountsAge check={check} />
      <Alert severity="warning" sx={{ my: 1 }}>
        {t('irrevocable')}
      </Alert>
      <PointList title={t('staysTitle')} points={staying} />
    </>
  )
}
