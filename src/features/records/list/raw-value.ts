/** The raw value of a cell, for calculations. */
import type { CsvCell } from '@/domain/csv'
import type { RecordColumn } from './record-columns'

/** Kinds whose text differs from their value. */
const WRITTEN_OTHERWISE = ['word', 'words', 'date', 'bytes', 'duration', 'obstacle'] as const

export function isWrittenOtherwise({ kind }: Pick<RecordColumn<never>, 'kind'>): boolean {
  return WRITTEN_OTHERWISE.some(one => one === kind)
}

/** The value: dates in ISO, durations in milliseconds, sizes in bytes, words as REGARDS sends them. */
export function rawValue<R>(column: RecordColumn<R>, row: R): CsvCell {
  switch (column.kind) {
    case 'date': {
      const date = column.value(row)
      // A text that is no date stays as it came.
      return date === undefined || Number.isNaN(Date.parse(date)) ? date : new Date(date).toISOString()
    }
    case 'texts':
    case 'words':
      return column.value(row).join(' ')
    case 'flag':
      return String(column.value(row))
    case 'space':
      return column.value(row).used
    case 'obstacle':
      return column.value(row)?.kind ?? ''
    case 'text':
    case 'cause':
    case 'word':
    case 'count':
    case 'bytes':
    case 'duration':
      return column.value(row)
  }
}
