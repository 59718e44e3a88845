/** How many are in error, running and waiting. */
import { styled } from '@mui/material/styles'
import type { Counters } from './questions'

const KINDS = ['errors', 'running', 'waiting'] as const

const Badge = styled('span')(({ theme }) => ({
  padding: '1px 6px',
  marginInlineEnd: 4,
  borderRadius: 8,
  color: theme.palette.common.white,
  fontSize: 12,
  '&[data-kind=errors]': { backgroundColor: theme.palette.error.main },
  '&[data-kind=running]': { backgroundColor: theme.palette.info.main },
  '&[data-kind=waiting]': { backgroundColor: theme.palette.warning.main },
}))

export function StateBadges({ steps }: { readonly steps: readonly { readonly state: Counters }[] }) {
  return KINDS.map(kind => {
    const count = steps.reduce((sum, { state }) => sum + state[kind], 0)
    return (
      count > 0 && (
        <Badge key={kind} data-kind={kind} title={kind}>
          {count}
        </Badge>
      )
    )
  })
}
