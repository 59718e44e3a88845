/** What a deletion takes, as just counted, what stays, and what else REGARDS takes with it: the truth with its limits (sessions.md 7). */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { styled } from '@mui/material/styles'
import { useTranslation } from 'react-i18next'
import { whatGoes, whatStays } from '@/domain/deletion'
import type { Session } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { useDeletion } from '@/queries/useDeleteSession'
import { useNow } from '@/ui/useNow'
import { LookAlikeNotice } from './LookAlikeNotice'
import type { FreshCounts } from './useFreshCounts'
import type { LookAlikeCheck } from './useLookAlikes'

const Points = styled('ul')({ margin: '4px 0 12px', paddingInlineStart: '1.25em' })

/** How old the counts are, or why there are none. */
function CountsAge({ counts }: { readonly counts: FreshCounts }) {
  const { t } = useTranslation('deletion')
  const { relative } = useFormat()
  const now = useNow(1000)
  const { answeredAt, isAsking, error, askAgain } = counts
  if (error !== null && !isAsking) {
    const again = (
      <Button color="inherit" size="small" onClick={askAgain}>
        {t('counts.again')}
      </Button>
    )
    return (
      <Alert severity="error" action={again}>
        {t('counts.failed')}
      </Alert>
    )
  }
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {answeredAt === undefined || isAsking
        ? t('counts.asking')
        : t('counts.asked', { age: relative(new Date(answeredAt).toISOString(), now) })}
    </Typography>
  )
}

function useGoingTexts(session: Session): readonly string[] {
  const { t } = useTranslation('deletion')
  const { exact } = useFormat()
  const texts = whatGoes(session).map(({ id, count }) => t(`goes.${id}`, { count, figure: exact(count) }))
  return texts.length === 0 ? [t('goes.nothing')] : texts
}

function useStayingTexts(session: Session): readonly string[] {
  const { t } = useTranslation('deletion')
  const { exact } = useFormat()
  const hasStep = (id: string) => session.steps.some(({ stepId }) => stepId === id)
  return [
    t('stays.row'),
    ...(hasStep('scan') ? [t('stays.chain')] : []),
    ...(hasStep('catalog') ? [t('stays.index')] : []),
    ...whatStays(session).map(({ id, count }) => t(`stays.${id}`, { count, figure: exact(count) })),
  ]
}

function Section({ title, points }: { readonly title: string; readonly points: readonly string[] }) {
  return (
    <>
      <Typography component="h3" variant="subtitle2">
        {title}
      </Typography>
      <Points>
        {points.map(point => (
          <li key={point}>{point}</li>
        ))}
      </Points>
    </>
  )
}

/** The same was ordered already: REGARDS may still be at it. */
function OrderedBefore({ session }: { readonly session: Session }) {
  const { t } = useTranslation('deletion')
  const { relative } = useFormat()
  const now = useNow(1000)
  const deletion = useDeletion(session)
  if (deletion?.report === undefined) return null
  return (
    <Alert severity="info" sx={{ my: 1 }}>
      {t('ordered', { age: relative(new Date(deletion.since).toISOString(), now) })}
    </Alert>
  )
}

interface Props {
  readonly counts: FreshCounts
  readonly lookAlikes: LookAlikeCheck
}

export function DeletionForecast({ counts, lookAlikes }: Props) {
  const { t } = useTranslation('deletion')
  return (
    <>
      <OrderedBefore session={counts.session} />
      <Section title={t('goesTitle')} points={useGoingTexts(counts.session)} />
      <CountsAge counts={counts} />
      <Alert severity="warning" sx={{ my: 1 }}>
        {t('irrevocable')}
      </Alert>
      <Section title={t('staysTitle')} points={useStayingTexts(counts.session)} />
      <LookAlikeNotice check={lookAlikes} />
    </>
  )
}
