/** The rows of a list beside the opened one: as high as its rows, and among causes never lower than some of them. */
import { styled } from '@mui/material/styles'
import type { CSSProperties, ReactNode } from 'react'
import { usePreferences } from '@/stores/preferences'
import { HEADER_HEIGHT } from '@/ui/TableHeader'
import { ROW_HEIGHTS } from './RecordTable'

const Split = styled('div')(({ theme }) => ({
  display: 'flex',
  // It gives way before the causes above it do.
  flex: '1 1000 0%',
  minHeight: 'min(var(--rows-height), var(--least-rows, 40vh), max(64px, 100vh - 420px))',
  '& > section': {
    flex: '0 0 min(46%, 640px)',
    borderInlineStart: `1px solid ${theme.vars.palette.divider}`,
  },
  '&[data-alone=true]': { minHeight: 0 },
  '&[data-alone=true] > section': { flex: 1, borderInlineStart: 'none' },
}))

interface Props {
  readonly rowCount: number
  /** The opened row has all the room. */
  readonly isAlone: boolean
  readonly children: ReactNode
}

export function RecordSplit({ rowCount, isAlone, children }: Props) {
  const density = usePreferences(preferences => preferences.density)
  const height = HEADER_HEIGHT + rowCount * ROW_HEIGHTS[density]
  return (
    <Split data-alone={isAlone} style={{ '--rows-height': `${height}px` } as CSSProperties}>
      {children}
    </Split>
  )
}
