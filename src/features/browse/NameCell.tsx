/** A name with its badges: in error, running, waiting; nothing when all is well, and what was set aside when it only seems so. */
import { styled } from '@mui/material/styles'
import { useTranslation } from 'react-i18next'
import type { Counters } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { CountBadge } from '@/ui/CountBadge'
import { Name } from '@/ui/Name'

const Cell = styled('span')({ display: 'flex', alignItems: 'center', gap: 8, minWidth: 0 })
const Text = styled('span')({ overflow: 'hidden', textOverflow: 'ellipsis', minWidth: 40 })
const Badges = styled('span')({ display: 'inline-flex', gap: 8, marginInlineStart: 'auto', flex: 'none' })
const Aside = styled('span')(({ theme }) => ({ color: (theme.vars ?? theme).palette.secondary.main }))

interface Props {
  readonly name: string
  readonly counters: Counters
  /** Losses REGARDS does not call errors; told only where nothing else is. */
  readonly setAside?: number
}

export function NameCell({ name, counters: { errors, running, waiting }, setAside = 0 }: Props) {
  const { t } = useTranslation('board')
  const { exact, count } = useFormat()
  const isOk = errors === 0 && running === 0 && waiting === 0
  return (
    <Cell>
      <Text title={name}>
        <Name text={name} />
      </Text>
      <Badges>
        {errors > 0 && (
          <CountBadge tone="error" count={errors} word={t('badge.error', { count: errors, figure: exact(errors) })} />
        )}
        {running > 0 && (
          <CountBadge
            tone="running"
            count={running}
            word={t('badge.running', { count: running, figure: exact(running) })}
          />
        )}
        {waiting > 0 && (
          <CountBadge
            tone="waiting"
            count={waiting}
            word={t('badge.waiting', { count: waiting, figure: exact(waiting) })}
          />
        )}
        {isOk && setAside > 0 && (
          <Aside title={t('setAsideHint')}>{t('okSetAside', { figure: count(setAside) })}</Aside>
        )}
      </Badges>
    </Cell>
  )
}
