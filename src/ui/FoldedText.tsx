/** A text in its original lines: the beginning, and the rest on demand. */
import { styled } from '@mui/material/styles'
import { useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import { PlainButton } from './PlainButton'

const Lines = styled('pre')(({ theme }) => ({
  margin: 0,
  padding: 8,
  maxHeight: '50vh',
  overflow: 'auto',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  fontSize: '0.75rem',
  lineHeight: 1.5,
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: 6,
  backgroundColor: theme.vars.palette.background.default,
  '&:focus-visible': { outline: `2px solid ${theme.vars.palette.primary.main}`, outlineOffset: 1 },
}))

interface Props {
  readonly name: string
  readonly text: string
  /** Lines shown before it is unfolded. */
  readonly foldAfter: number
}

export function FoldedText({ name, text, foldAfter }: Props) {
  const { t } = useTranslation('common')
  const [isWhole, setWhole] = useState(false)
  const lines = text.split('\n')
  const isLong = lines.length > foldAfter
  return (
    <>
      <Lines tabIndex={0} role="group" aria-label={name} translate="no">
        {isWhole || !isLong ? text : `${lines.slice(0, foldAfter).join('\n')}\n…`}
      </Lines>
      {isLong && (
        <PlainButton aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('error.less') : t('lines', { count: lines.length })}
        </PlainButton>
      )}
    </>
  )
}
