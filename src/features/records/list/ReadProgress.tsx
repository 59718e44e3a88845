/** The loading progress of a list, with buttons to load all and to stop. */
import { styled } from '@mui/material/styles'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from '@/i18n/translation'
import { useFormat } from '@/i18n/format'
import { READ_LIMIT } from '@/queries/record-reading'
import type { RecordList } from '@/queries/records'
import { PlainButton } from '@/ui/PlainButton'

const Line = styled('span')({
  display: 'inline-flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 4,
  '&:focus': { outline: 'none' },
  // Empty, it takes no room and no gap.
  '&:empty': { marginInlineStart: -12 },
})

interface ButtonProps {
  readonly read: RecordList<object>
  readonly isBusy: boolean
}

/** One button that starts and stops, and keeps the focus; when it disappears, its container gets the focus. */
function ReadButton({ read, isBusy }: ButtonProps) {
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  const button = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    const own = button.current
    const around = own?.parentElement
    return () => {
      if (own !== null && document.activeElement === own) around?.focus()
    }
  }, [])
  const limit = { figure: exact(READ_LIMIT) }
  const isWithin = read.total - read.received <= READ_LIMIT
  return (
    <PlainButton
      ref={button}
      look="framed"
      title={isBusy ? undefined : t('readAllHint', limit)}
      onClick={isBusy ? read.stop : read.readAll}
    >
      {isBusy ? t('stop') : isWithin ? t('readAll') : t('readUpTo', limit)}
    </PlainButton>
  )
}

export function ReadProgress({ read }: { readonly read: RecordList<object> }) {
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  const { received, total, isComplete, isReadingAll, isAtLimit, isGoingOver, rows } = read
  if (rows === undefined) return null
  const isBusy = isReadingAll || isGoingOver
  const figures = { read: exact(received), total: exact(total) }
  return (
    <Line tabIndex={-1}>
      {isGoingOver && <span role="status">{t('figure.goingOver')}</span>}
      {isReadingAll && !isGoingOver && (
        <>
          <progress value={received} max={total} aria-label={t('reading', figures)} />
          <span>{t('reading', figures)}</span>
        </>
      )}
      {isAtLimit && !isBusy && <span>{t('atLimit', { figure: exact(received) })}</span>}
      {(isBusy || !isComplete) && <ReadButton read={read} isBusy={isBusy} />}
    </Line>
  )
}
