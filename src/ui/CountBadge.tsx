/** A state's count: icon, number, and the word for those who do not see the icon. */
import { styled } from '@mui/material/styles'
import { useFormat } from '@/i18n/format'
import { visuallyHidden } from './visually-hidden'
import { TONE_COLOUR, TONE_ICON } from './tones'

const Root = styled('span')({ display: 'inline-flex', flex: 'none' })

const Badge = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 2,
  fontWeight: 600,
  fontSize: '0.8125rem',
  lineHeight: 1,
  whiteSpace: 'nowrap',
})

interface Props {
  readonly tone: keyof typeof TONE_ICON
  readonly count: number
  /** Spoken, and told on hover: "12 errors". */
  readonly word: string
  /** Abbreviated early: two of them side by side need no more than 140 px. */
  readonly isShort?: boolean
}

export function CountBadge({ tone, count, word, isShort = false }: Props) {
  const format = useFormat()
  const Icon = TONE_ICON[tone]
  return (
    <Root sx={{ color: TONE_COLOUR[tone] }} title={word}>
      <Badge aria-hidden>
        <Icon sx={{ fontSize: isShort ? 15 : 16 }} />
        {isShort ? format.short(count) : format.count(count)}
      </Badge>
      <span style={visuallyHidden}>{word}</span>
    </Root>
  )
}
