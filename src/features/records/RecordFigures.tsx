/** How many rows there are, how many were read, what was left out, and how old that is. */
import { styled } from '@mui/material/styles'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/format'
import type { RecordList } from '@/queries/records'
import { useNow } from '@/ui/useNow'
import { ReadProgress } from './ReadProgress'

const Line = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  // As high with the button as without it.
  minHeight: 30,
  color: (theme.vars ?? theme).palette.text.secondary,
  '& b': { color: (theme.vars ?? theme).palette.text.primary, fontWeight: 600 },
}))

function Age({ at }: { readonly at: number }) {
  const { t } = useTranslation('common')
  const { relative } = useFormat()
  const now = useNow(1000)
  return <span>{t('age.asked', { age: relative(new Date(at).toISOString(), now) })}</span>
}

interface Props {
  readonly read: RecordList<object>
  /** Rows of the cause that is kept; undefined while all are shown. */
  readonly kept: number | undefined
  /** Its window and the button are shown where the causes are. */
  readonly isWindowElsewhere: boolean
}

export function RecordFigures({ read, kept, isWindowElsewhere }: Props) {
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  const { rows, received, total, others, unreadable, isComplete, answeredAt } = read
  if (rows === undefined) return <Line />
  const count = rows.length
  return (
    <Line>
      <b>
        {isComplete
          ? t('figure.rows', { count, figure: exact(count) })
          : t('figure.read', { read: exact(received), total: exact(total) })}
      </b>
      {!isWindowElsewhere && <ReadProgress read={read} />}
      {kept !== undefined && <span>{t('figure.kept', { figure: exact(kept) })}</span>}
      {others > 0 && <span>{t('figure.others', { count: others, figure: exact(others) })}</span>}
      {unreadable > 0 && <span>{t('figure.unreadable', { count: unreadable, figure: exact(unreadable) })}</span>}
      {answeredAt > 0 && <Age at={answeredAt} />}
    </Line>
  )
}
