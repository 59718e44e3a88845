/** Fetches the code and words of the lists, when idle after the drawer or when a list is opened. */
import type { ComponentType } from 'react'
import { loadMessages } from '@/i18n/i18n'
import type { RecordsDialogProps } from './RecordsDialog'

/** For React.lazy, and for fetching ahead: resolves when a list can be drawn with all its words. */
export async function loadRecords(): Promise<{ readonly default: ComponentType<RecordsDialogProps> }> {
  const [{ RecordsDialog }] = await Promise.all([
    import('./RecordsDialog'),
    loadMessages(['records', 'session', 'steps']),
  ])
  return { default: RecordsDialog }
}
