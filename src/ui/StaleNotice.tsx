/** Old data stays in view: how old it is, why, and another try. Told once, where it happened; a whole outage has a banner of its own. */
import { styled } from '@mui/material/styles'
import { useTranslation } from '@/i18n/translation'
import { useFormat } from '@/i18n/format'
import { PlainButton } from './PlainButton'
import { useTicking } from './useNow'

const Line = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '0 8px',
  padding: '2px 12px',
  color: theme.vars.palette.warning.main,
  borderInlineStart: '3px solid currentColor',
}))

interface Props {
  /** When the data was last good, in milliseconds of the page's time. */
  readonly since: number
  readonly reason: string
  readonly onRetry?: () => void
}

export function StaleNotice({ since, reason, onRetry }: Props) {
  const { t } = useTranslation('common')
  const { relative } = useFormat()
  const age = useTicking(5000, now => t('age.stale', { age: relative(new Date(since).toISOString(), now) }))
  return (
    <Line>
      <span>
        {/* The age ticks, and is not read out each time. */}
        <span role="alert">{reason}</span> {age}
      </span>
      {onRetry !== undefined && (
        <PlainButton look="inherited" onClick={onRetry}>
          {t('retry')}
        </PlainButton>
      )}
    </Line>
  )
}
