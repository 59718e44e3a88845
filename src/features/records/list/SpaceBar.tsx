/** Room taken, as a bar with its figures; without a limit there is no bar, and that is said. */
import { styled } from '@mui/material/styles'
import type { Space } from './record-columns'

const Line = styled('span')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minWidth: 0,
})

const Track = styled('span')(({ theme }) => ({
  // The figures have the room they need, on two lines if they must; the bar has what is left.
  flex: '1 1 0',
  minWidth: 16,
  maxWidth: 88,
  height: 8,
  borderRadius: 4,
  overflow: 'hidden',
  // A border that means something has to be seen: 3:1.
  border: `1px solid ${theme.vars.palette.text.secondary}`,
  '& > span': { display: 'block', height: '100%', backgroundColor: theme.vars.palette.primary.main },
  '&[data-level=high] > span': { backgroundColor: theme.vars.palette.warning.main },
  '&[data-level=full] > span': { backgroundColor: theme.vars.palette.error.main },
}))

const HIGH = 0.9
/** What is written as 100 %. */
const FULL = 0.995

const levelOf = (share: number) => (share >= FULL ? 'full' : share >= HIGH ? 'high' : 'normal')

export function SpaceBar({ space: { used, limit }, text }: { readonly space: Space; readonly text: string }) {
  const share = limit === undefined ? undefined : used / limit
  return (
    <Line title={text}>
      {share !== undefined && (
        // The figures beside it say the same.
        <Track aria-hidden data-level={levelOf(share)}>
          <span style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
        </Track>
      )}
      <span>{text}</span>
    </Line>
  )
}
