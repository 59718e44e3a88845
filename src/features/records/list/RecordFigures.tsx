/** The number of rows, of loaded rows and of hidden rows, and the age of the data. */
import { styled } from '@mui/material/styles'
import { useTranslation } from '@/i18n/translation'
import type { RecordListId } from '@/domain/record-list'
import { useFormat } from '@/i18n/format'
import type { RecordList } from '@/queries/records'
import { PrintedDate } from '@/ui/PrintedDate'
import { useTicking } from '@/ui/useNow'
import { ReadProgress } from './ReadProgress'
import type { RecordKind } from '../record-kinds'
import { RECORD_KINDS } from '../record-kinds'

const Line = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  // As high with the button as without it.
  minHeight: 30,
  color: theme.vars.palette.text.secondary,
  '& b': { color: theme.vars.palette.text.primary, fontWeight: 600 },
}))

function Age({ at }: { readonly at: number }) {
  const { t } = useTranslation('common')
  const { relative } = useFormat()
  const age = useTicking(1000, now => t('age.asked', { age: relative(new Date(at).toISOString(), now) }))
  return <span>{age}</span>
}

interface CountProps {
  readonly list: RecordListId
  readonly read: RecordList<object>
  readonly count: number
}

/** The total of a list that finds similar names counts their rows too: its own rows are known only at the end of the list. */
function Count({ list, read, count }: CountProps) {
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  const loaded = { read: exact(read.received), total: exact(read.total) }
  const figure = exact(count)
  const { similar }: RecordKind = RECORD_KINDS[list]
  if (read.isComplete && read.moved === 0) return <b>{t('figure.rows', { count, figure })}</b>
  if (similar === undefined) return <b>{t('figure.read', loaded)}</b>
  return (
    <>
      <b>{t('figure.atLeast', { count, figure })}</b>
      <span>{t(`figure.similar.${similar}`, loaded)}</span>
    </>
  )
}

interface Props {
  readonly list: RecordListId
  readonly read: RecordList<object>
  /** Rows of the selected cause; undefined while all are shown. */
  readonly selectedCauseCount: number | undefined
  /** Its window and the button are shown where the causes are. */
  readonly isWindowElsewhere: boolean
}

export function RecordFigures({ list, read, selectedCauseCount, isWindowElsewhere }: Props) {
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  const { rows, others, unreadable, moved, answeredAt } = read
  if (rows === undefined) return <Line />
  const { similar = 'sessions' }: RecordKind = RECORD_KINDS[list]
  return (
    <Line>
      <Count list={list} read={read} count={rows.length} />
      {!isWindowElsewhere && <ReadProgress read={read} />}
      {moved > 0 && <span role="status">{t('figure.moved', { count: moved, figure: exact(moved) })}</span>}
      {selectedCauseCount !== undefined && <span>{t('figure.ofCause', { figure: exact(selectedCauseCount) })}</span>}
      {others > 0 && <span>{t(`figure.others.${similar}`, { count: others, figure: exact(others) })}</span>}
      {unreadable > 0 && <span>{t('figure.unreadable', { count: unreadable, figure: exact(unreadable) })}</span>}
      {answeredAt > 0 && <Age at={answeredAt} />}
      <PrintedDate at={answeredAt} />
    </Line>
  )
}
