/** What a cell holds, in words: for the table, the detail and the CSV. */
import { useTranslation, useWords } from '@/i18n/translation'
import type { ChainObstacle } from '@/domain/chain'
import { useFormat } from '@/i18n/format'
import type { RecordColumn, Space } from './record-columns'

/** Words of REGARDS; one without a translation stays as it is. */
export function useRegardsWord(): (word: string) => string {
  const words: Readonly<Record<string, string>> = useWords('records').word
  return word => (Object.hasOwn(words, word) ? (words[word] ?? word) : word)
}

/** Whether a chain can run, or what prevents it. */
function useObstacleWords(): (obstacle: ChainObstacle | undefined) => string {
  const { t } = useTranslation('records')
  return obstacle => {
    if (obstacle === undefined) return t('obstacle.free')
    const blockers = obstacle.kind === 'blocked' ? obstacle.blockers.join(', ') : ''
    return t(`obstacle.${obstacle.kind}`, { blockers })
  }
}

/** A larger share only means that the limit is wrong. */
const MOST = 9.99

function useSpaceWords(): (space: Space) => string {
  const { t } = useTranslation('records')
  const { bytes, percent } = useFormat()
  return ({ used, limit }) =>
    limit === undefined
      ? t('space.unlimited', { used: bytes(used) })
      : t('space.limited', {
          used: bytes(used),
          limit: bytes(limit),
          share: used > limit * MOST ? `>\u00a0${percent(MOST)}` : percent(used / limit),
        })
}

/** The text of a cell; empty without a value. Dates are exact. */
export function useCellText(): <R>(column: RecordColumn<R>, row: R) => string {
  const { t } = useTranslation('records')
  const format = useFormat()
  const word = useRegardsWord()
  const obstacleWords = useObstacleWords()
  const spaceWords = useSpaceWords()
  const number = (value: number | undefined, write: (n: number) => string) => (value === undefined ? '' : write(value))

  return (column, row) => {
    switch (column.kind) {
      case 'text':
      case 'cause':
        return column.value(row) ?? ''
      case 'word':
        return word(column.value(row) ?? '')
      case 'date': {
        const date = column.value(row)
        return date === undefined ? '' : format.date(date)
      }
      case 'count':
        return number(column.value(row), format.exact)
      case 'bytes':
        return number(column.value(row), format.bytes)
      case 'duration':
        return number(column.value(row), format.duration)
      case 'texts':
        return column.value(row).join(', ')
      case 'words':
        return column.value(row).map(word).join(', ')
      case 'flag':
        return t(column.value(row) ? 'yes' : 'no')
      case 'space':
        return spaceWords(column.value(row))
      case 'obstacle':
        return obstacleWords(column.value(row))
    }
  }
}
