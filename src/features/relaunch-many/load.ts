/** Fetches the code and the words for many sessions at once: when selecting begins, when there is a run, and when some are to be relaunched. */
import type { ComponentType } from 'react'
import { loadMessages } from '@/i18n/i18n'
import type { PreviewProps } from './PreviewDialog'
import type { SelectionToolsProps } from './SelectionTools'

const WORDS = ['many', 'session', 'steps', 'deletion'] as const

export async function loadSelectionTools(): Promise<{ readonly default: ComponentType<SelectionToolsProps> }> {
  const [{ SelectionTools }] = await Promise.all([import('./SelectionTools'), loadMessages(WORDS)])
  return { default: SelectionTools }
}

/** From the file of the tools: one of its own would cost the first script its name, and those of all that both share. */
export async function loadPreview(): Promise<{ readonly default: ComponentType<PreviewProps> }> {
  const [{ PreviewDialog }] = await Promise.all([import('./SelectionTools'), loadMessages(WORDS)])
  return { default: PreviewDialog }
}

export async function loadRunLine(): Promise<{ readonly default: ComponentType }> {
  const [{ RunLine }] = await Promise.all([import('./RunLine'), loadMessages(WORDS)])
  return { default: RunLine }
}
