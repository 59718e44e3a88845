/** One cell of a list, drawn by its kind. */
import { styled } from '@mui/material/styles'
import { useTranslation } from '@/i18n/translation'
import { useFormat } from '@/i18n/format'
import { Name } from '@/ui/Name'
import { Time } from '@/ui/Time'
import { useTicking } from '@/ui/useNow'
import { useCellText } from './cell-text'
import type { RecordColumn, Space } from './record-columns'

const Line = styled('span')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minWidth: 0,
})

const Track = styled('span')(({ theme }) => ({
  // The figures take the room they need, on two lines if necessary; the bar takes the rest.
  flex: '1 1 0',
  minWidth: 16,
  maxWidth: 88,
  height: 8,
  borderRadius: 4,
  overflow: 'hidden',
  // A meaningful border needs a contrast of 3:1.
  border: `1px solid ${theme.vars.palette.text.secondary}`,
  // The ground is the figure: also in print and in forced colours.
  '& > span': {
    display: 'block',
    height: '100%',
    backgroundColor: theme.vars.palette.primary.main,
    printColorAdjust: 'exact',
    forcedColorAdjust: 'none',
  },
  '&[data-level=high] > span': { backgroundColor: theme.vars.palette.warning.main },
  '&[data-level=full] > span': { backgroundColor: theme.vars.palette.error.main },
  '@media (forced-colors: active)': { '&&& > span': { backgroundColor: 'CanvasText' } },
}))

const HIGH = 0.9
/** What is written as 100 %. */
const FULL = 0.995

const levelOf = (share: number) => (share >= FULL ? 'full' : share >= HIGH ? 'high' : 'normal')

function SpaceBar({ space: { used, limit }, text }: { readonly space: Space; readonly text: string }) {
  const share = limit === undefined ? undefined : used / limit
  return (
    <Line title={text}>
      {share !== undefined && (
        // The figures beside it say the same.
        <Track aria-hidden data-level={levelOf(share)}>
          <span style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
        </Track>
      )}
      <span>{text}</span>
    </Line>
  )
}

const Quiet = styled('span')(({ theme }) => ({ color: theme.vars.palette.text.secondary }))
const Wrong = styled('b')(({ theme }) => ({ color: theme.vars.palette.error.main }))

/** A date to come: how far ahead it is, by the server's clock. */
function PlannedTime({ iso }: { readonly iso: string }) {
  const { t } = useTranslation('records')
  const { date, duration } = useFormat()
  const text = useTicking(5_000, (_now, serverNow) => {
    const ahead = Date.parse(iso) - serverNow
    if (Number.isNaN(ahead)) return iso
    return ahead < 1000 ? t('planned.due') : t('planned.in', { duration: duration(ahead) })
  })
  return (
    <time dateTime={iso} title={date(iso)}>
      {text}
    </time>
  )
}

interface Props<R> {
  readonly column: RecordColumn<R>
  readonly row: R
}

export function RecordCell<R>({ column, row }: Props<R>) {
  const { count } = useFormat()
  const text = useCellText()(column, row)
  switch (column.kind) {
    case 'text':
    case 'cause':
    case 'texts':
      return (
        <span title={text}>
          <Name text={text} />
        </span>
      )
    case 'date': {
      const date = column.value(row)
      if (date === undefined) return null
      return column.isPlanned === true ? <PlannedTime iso={date} /> : <Time iso={date} />
    }
    case 'count': {
      const value = column.value(row)
      if (value === undefined) return null
      if (value === 0) return <Quiet>{text}</Quiet>
      const Figure = column.isError === true ? Wrong : 'span'
      return <Figure title={text}>{count(value)}</Figure>
    }
    case 'space':
      return <SpaceBar space={column.value(row)} text={text} />
    case 'obstacle':
      return column.value(row) === undefined ? <span>{text}</span> : <Wrong title={text}>{text}</Wrong>
    case 'word':
    case 'words':
    case 'bytes':
    case 'duration':
    case 'flag':
      return <span title={text}>{text}</span>
  }
}
