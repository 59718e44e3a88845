/** One cell of a list, drawn by its kind. */
import { styled } from '@mui/material/styles'
import { useFormat } from '@/i18n/format'
import { Name } from '@/ui/Name'
import { Time } from '@/ui/Time'
import { SpaceBar } from './SpaceBar'
import { useCellText } from './cell-text'
import type { RecordColumn } from './record-columns'

const Quiet = styled('span')(({ theme }) => ({ color: theme.vars.palette.text.secondary }))
const Wrong = styled('b')(({ theme }) => ({ color: theme.vars.palette.error.main }))

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
      return date === undefined ? null : <Time iso={date} />
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
