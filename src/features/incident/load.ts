/** Fetches the code and the words of the causes of errors, when they are opened. */
import type { ComponentType } from 'react'
import { loadMessages } from '@/i18n/i18n'
import type { IncidentDialogProps } from './IncidentDialog'

export async function loadIncident(): Promise<{ readonly default: ComponentType<IncidentDialogProps> }> {
  const [{ IncidentDialog }] = await Promise.all([
    import('./IncidentDialog'),
    loadMessages(['incident', 'lists', 'records', 'seen', 'session', 'steps']),
  ])
  return { default: IncidentDialog }
}
