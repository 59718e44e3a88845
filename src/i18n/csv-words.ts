/** What a CSV file says of itself besides its rows: nothing that is left out goes unsaid. */
import { useFormat } from './format'
import { useTranslation } from './translation'

interface ReadFacts {
  readonly isCut: boolean
  readonly moved: number
  readonly unreadable: number
  readonly received: number
  readonly total: number
}

/** One note for each thing that keeps the file from being all there is. */
export function useCsvNotes(): (reading: ReadFacts) => readonly string[] {
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  return ({ isCut, moved, unreadable, received, total }) => [
    ...(isCut ? [t('csv.cut', { read: exact(received), total: exact(total) })] : []),
    ...(moved > 0 ? [t('csv.moved', { figure: exact(moved) })] : []),
    ...(unreadable > 0 ? [t('csv.unreadable', { figure: exact(unreadable) })] : []),
  ]
}
