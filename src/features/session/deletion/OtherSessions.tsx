/** What the session's own deletion would delete in other sessions, by name and count, and why it is not offered. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from '@/i18n/translation'
import type { Reach } from '@/domain/deletion-reach'
import { useFormat } from '@/i18n/format'
import { NamedSentence } from '../SpelledName'
import type { DeletionCheck, DeletionPlan } from './useDeletionCheck'

/** The maximum number of names in the sentence. */
const NAMED = 8

/** "REGARDS would also delete 6 products from other sessions: A / day-10 (3), AB / day-1 (3)". */
function Others({ kind, reach }: { readonly kind: 'products' | 'requests'; readonly reach: Reach }) {
  const { t } = useTranslation('deletion')
  const { exact } = useFormat()
  const { own, others, othersTotal, isCut } = reach
  if (othersTotal === 0) return isCut ? <Typography variant="body2">{t(`reach.unknown.${kind}`)}</Typography> : null
  const figure = own === undefined ? t('reach.atLeast', { figure: exact(othersTotal) }) : exact(othersTotal)
  const named = others.slice(0, NAMED)
  const hasMore = isCut || others.length > NAMED
  const names = named.flatMap(({ ref }) => [ref.source, ref.name])
  const write = (...marks: readonly string[]) => {
    const entries = named.map(({ count }, place) =>
      t('reach.entry', { source: marks[2 * place] ?? '', session: marks[2 * place + 1] ?? '', figure: exact(count) }),
    )
    const list = [...entries, ...(hasMore ? [t('reach.andOthers')] : [])].join(', ')
    return t(`reach.${kind}`, { count: othersTotal, figure, names: list })
  }
  return (
    <Typography variant="body2">
      <NamedSentence names={names} write={write} />
    </Typography>
  )
}

function Found({ plan: { way, reach } }: { readonly plan: DeletionPlan }) {
  const { t } = useTranslation('deletion')
  if (way.kind === 'ordinary') return <Typography variant="body2">{t('reach.none')}</Typography>
  return (
    <Alert severity="warning" sx={{ my: 1, overflowWrap: 'anywhere' }}>
      {way.why !== 'similarSessions' && <Typography variant="body2">{t(`reach.why.${way.why}`)}</Typography>}
      {/* A search for the literal names does not find what wildcards would delete. */}
      {way.why !== 'wildcards' && (
        <>
          <Others kind="products" reach={reach.oais} />
          <Others kind="requests" reach={reach.workers} />
        </>
      )}
    </Alert>
  )
}

export function OtherSessions({ check }: { readonly check: DeletionCheck }) {
  const { t } = useTranslation('deletion')
  const { plan, hasFailed, again } = check
  if (plan !== undefined) return <Found plan={plan} />
  if (!hasFailed) return <Typography variant="body2">{t('reach.checking')}</Typography>
  const retry = (
    <Button color="inherit" size="small" onClick={again}>
      {t('reach.again')}
    </Button>
  )
  return (
    <Alert severity="error" action={retry} sx={{ my: 1 }}>
      {t('reach.failed')}
    </Alert>
  )
}
