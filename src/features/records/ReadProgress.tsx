/** How far a list has been read, with the means to read it to its end and to stop. */
import { styled } from '@mui/material/styles'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/format'
import { READ_LIMIT } from '@/queries/record-reading'
import type { RecordList } from '@/queries/records'
import { PlainButton } from '@/ui/PlainButton'

const Line = styled('span')({ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: 4 })

export function ReadProgress({ read }: { readonly read: RecordList<object> }) {
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  const { received, total, isComplete, isReadingAll, isAtLimit, isGoingOver, rows } = read
  if (isGoingOver) return <Line role="status">{t('figure.goingOver')}</Line>
  if (isComplete || rows === undefined) return null
  const figures = { read: exact(received), total: exact(total) }
  const limit = { figure: exact(READ_LIMIT) }
  const isWithin = !isAtLimit && total <= READ_LIMIT
  return (
    <Line>
      {isReadingAll && (
        <>
          <progress value={received} max={total} aria-label={t('reading', figures)} />
          <span>{t('reading', figures)}</span>
        </>
      )}
      {isAtLimit && <span>{t('atLimit', { figure: exact(received) })}</span>}
      <PlainButton
        look="framed"
        title={isReadingAll ? undefined : t('readAllHint', limit)}
        onClick={isReadingAll ? read.stop : read.readAll}
      >
        {isReadingAll ? t('stop') : isWithin ? t('readAll') : t('readUpTo', limit)}
      </PlainButton>
    </Line>
  )
}
