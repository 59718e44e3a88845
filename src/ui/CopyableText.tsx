/** A text to copy by hand: selected as soon as it is shown, and copied exactly. */
import { styled } from '@mui/material/styles'
import { useEffect, useRef } from 'react'
import { useTranslation } from '@/i18n/translation'
import { selectText } from './copy-selected'

const Lines = styled('pre')(({ theme }) => ({
  margin: '4px 0 0',
  padding: '4px 6px',
  maxHeight: 72,
  overflow: 'auto',
  font: 'inherit',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  userSelect: 'all',
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: 4,
  backgroundColor: theme.vars.palette.background.default,
  '&:focus-visible': { outline: `2px solid ${theme.vars.palette.primary.main}`, outlineOffset: 1 },
}))

export function CopyableText({ text }: { readonly text: string }) {
  const { t } = useTranslation('common')
  const lines = useRef<HTMLPreElement>(null)
  useEffect(() => {
    if (lines.current !== null) selectText(lines.current)
  }, [])
  return (
    <Lines
      ref={lines}
      tabIndex={0}
      role="group"
      aria-label={t('copy.text')}
      translate="no"
      onFocus={event => selectText(event.currentTarget)}
      onCopy={event => {
        // Browsers would replace special spaces by ordinary ones.
        event.preventDefault()
        event.clipboardData.setData('text/plain', text)
      }}
    >
      {text}
    </Lines>
  )
}
