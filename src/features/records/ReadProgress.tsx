/** How far a list has been read, with the means to read it to its end and to stop. */
import { styled } from '@mui/material/styles'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/format'
import type { RecordList } from '@/queries/records'
import { PlainButton } from '@/ui/PlainButton'

const Line = styled('span')({ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: 4 })

export function ReadProgress({ read }: { readonly read: RecordList<object> }) {
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  const { received, total, isComplete, isReadingAll, rows } = read
  if (isComplete || rows === undefined) return null
  const figures = { read: exact(received), total: exact(total) }
  return (
    <Line>
      {isReadingAll && (
        <>
          <progress value={received} max={total} aria-label={t('reading', figures)} />
          <span>{t('reading', figures)}</span>
        </>
      )}
      <PlainButton look="framed" onClick={isReadingAll ? read.stop : read.readAll}>
        {t(isReadingAll ? 'stop' : 'readAll')}
      </PlainButton>
    </Line>
  )
}
