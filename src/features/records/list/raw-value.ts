/** What a cell holds as REGARDS said it, for those who calculate with it. */
import type { CsvCell } from '@/domain/csv'
import type { RecordColumn } from './record-columns'

/** Kinds whose text says something else than their value does. */
const WRITTEN_OTHERWISE = ['word', 'words', 'date', 'bytes', 'duration', 'obstacle'] as const

export function isWrittenOtherwise({ kind }: Pick<RecordColumn<never>, 'kind'>): boolean {
  return WRITTEN_OTHERWISE.some(one => one === kind)
}

/** The value: dates in ISO, durations in milliseconds, room in bytes, the server's own words. */
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
