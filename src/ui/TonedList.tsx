/** Label and figure lines with tones; zeros recede, parts of a sum are indented under it, each figure explains itself. */
import Box from '@mui/material/Box'
import { styled } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import { Explained } from './Explained'
import type { ToneName } from './tones'
import { TONE_COLOUR } from './tones'

const Lines = styled('dl')(({ theme }) => ({ ...theme.typography.body2, margin: 0, display: 'grid', rowGap: 1 }))

const Line = styled('div')({
  display: 'flex',
  justifyContent: 'space-between',
  gap: 12,
  minHeight: 22,
  alignItems: 'center',
})

export interface TonedItem {
  readonly key: string
  readonly label: string
  readonly hint: string
  readonly figure: string
  readonly tone: ToneName
  /** Part of the sum before it. */
  readonly isPart: boolean
}

export function TonedList({ title, items }: { readonly title: string; readonly items: readonly TonedItem[] }) {
  return (
    <Box>
      <Typography component="h4" variant="subtitle2" color="text.secondary" sx={{ mb: 0.25 }}>
        {title}
      </Typography>
      <Lines>
        {items.map(({ key, label, hint, figure, tone, isPart }) => (
          <Line key={key}>
            <Box
              component="dt"
              sx={{
                pl: isPart ? 1.5 : 0,
                color: tone === 'muted' ? 'text.secondary' : undefined,
                overflowWrap: 'anywhere',
                minWidth: 0,
              }}
            >
              {label}
            </Box>
            <Box
              component="dd"
              sx={{ m: 0, color: TONE_COLOUR[tone], fontWeight: tone === 'plain' || tone === 'muted' ? 400 : 600 }}
            >
              <Explained hint={hint}>{figure}</Explained>
            </Box>
          </Line>
        ))}
      </Lines>
    </Box>
  )
}
