/** Label and figure lines with tones; zeros recede, parts of a sum are indented under it, each line explains itself. */
import Box from '@mui/material/Box'
import { styled } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import { DerivedMark } from './DerivedMark'
import { InfoTooltip } from './InfoTooltip'
import type { ToneName } from './tones'
import { TONE_COLOUR } from './tones'
import type { FocusEvent, KeyboardEvent, RefObject } from 'react'
import { useRef, useState } from 'react'

interface RovingLines {
  readonly ref: RefObject<HTMLUListElement | null>
  /** The line with the tab stop. */
  readonly active: number
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onFocus: (event: FocusEvent) => void
}

const LINE = '[data-explained]'

function useRovingLines(count: number): RovingLines {
  const ref = useRef<HTMLUListElement>(null)
  const [chosen, setChosen] = useState(0)
  const active = Math.min(chosen, Math.max(0, count - 1))
  const lines = () => [...(ref.current?.querySelectorAll<HTMLElement>(LINE) ?? [])]
  return {
    ref,
    active,
    onKeyDown: event => {
      const targets: Readonly<Record<string, number>> = {
        ArrowDown: active + 1,
        ArrowUp: active - 1,
        Home: 0,
        End: count - 1,
      }
      const target = targets[event.key]
      if (target === undefined) return
      event.preventDefault()
      lines()[Math.max(0, Math.min(count - 1, target))]?.focus()
    },
    onFocus: ({ target }) => {
      const place = lines().findIndex(line => line === target)
      if (place >= 0) setChosen(place)
    },
  }
}

const Lines = styled('ul')(({ theme }) => ({
  ...theme.typography.body2,
  margin: 0,
  padding: 0,
  listStyle: 'none',
  display: 'grid',
  rowGap: 1,
}))

const Line = styled('span')({
  display: 'flex',
  justifyContent: 'space-between',
  gap: 12,
  minHeight: 22,
  alignItems: 'center',
})

const Label = styled('span')({ overflowWrap: 'anywhere', minWidth: 0 })

interface TonedItem {
  readonly key: string
  readonly label: string
  readonly hint: string
  readonly figure: string
  readonly tone: ToneName
  /** Part of the sum before it. */
  readonly isPart: boolean
  /** A sum this page made, not a figure of the server. */
  readonly isDerived: boolean
}

export function TonedList({ title, items }: { readonly title: string; readonly items: readonly TonedItem[] }) {
  const { ref, active, onKeyDown, onFocus } = useRovingLines(items.length)
  return (
    <Box>
      <Typography component="h4" variant="subtitle2" sx={{ color: 'text.secondary', mb: 0.25 }}>
        {title}
      </Typography>
      <Lines ref={ref} onKeyDown={onKeyDown} onFocus={onFocus}>
        {items.map(({ key, label, hint, figure, tone, isPart, isDerived }, place) => (
          <li key={key}>
            <InfoTooltip hint={hint} isBlock tabIndex={place === active ? 0 : -1}>
              <Line>
                <Label sx={{ pl: isPart ? 1.5 : 0, color: tone === 'muted' ? 'text.secondary' : undefined }}>
                  {label}
                  {isDerived && <DerivedMark />}
                </Label>
                <Box
                  component="span"
                  sx={{ color: TONE_COLOUR[tone], fontWeight: tone === 'plain' || tone === 'muted' ? 400 : 600 }}
                >
                  {figure}
                </Box>
              </Line>
            </InfoTooltip>
          </li>
        ))}
      </Lines>
    </Box>
  )
}
