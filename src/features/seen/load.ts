/** Fetches the code and the words for what changed since the last look: when a mark exists, or is to be set. */
import type { ComponentType } from 'react'
import { loadMessages } from '@/i18n/i18n'
import type { SeenLineProps } from './SeenLine'

export async function loadSeenLine(): Promise<{ readonly default: ComponentType<SeenLineProps> }> {
  const [{ SeenLine }] = await Promise.all([import('./SeenLine'), loadMessages(['seen'])])
  return { default: SeenLine }
}
