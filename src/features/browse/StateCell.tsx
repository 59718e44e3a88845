/** How it stands: badges in error, running, waiting; nothing when all is well, and what was set aside when it only seems so. */
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { Counters } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { CountBadge } from '@/ui/CountBadge'

/** What has no room on the first line stands on a second one: two lines of two short badges always suffice. */
const Cell = styled('span')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 6, minWidth: 0 })
const Aside = styled('span')(({ theme }) => ({
  color: theme.vars.palette.secondary.main,
}))

const BADGES = [
  ['error', 'errors'],
  ['running', 'running'],
  ['waiting', 'waiting'],
] as const

interface Props {
  readonly counters: Counters
  /** Losses REGARDS does not call errors; told only where nothing else is. */
  readonly setAside: number
  /** How they were added up, where that is not plain. */
  readonly setAsideHint?: string
  /** What stands still, where something does. */
  readonly noNews: ReactNode
}

export function StateCell({ counters, setAside, setAsideHint, noNews }: Props) {
  const { t } = useTranslation('board')
  const { exact, short } = useFormat()
  const badges = BADGES.filter(([, counter]) => counters[counter] > 0)
  return (
    <Cell>
      {badges.map(([tone, counter]) => {
        const n = counters[counter]
        const word = t(`badge.${tone}`, { count: n, figure: exact(n) })
        return <CountBadge key={tone} tone={tone} count={n} word={word} isShort />
      })}
      {noNews}
      {badges.length === 0 && setAside > 0 && (
        <Aside title={`${exact(setAside)}. ${setAsideHint ?? t('setAsideHint')}`}>
          {t('okSetAside', { figure: short(setAside) })}
        </Aside>
      )}
    </Cell>
  )
}
