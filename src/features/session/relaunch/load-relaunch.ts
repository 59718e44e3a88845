/** Fetches the relaunch dialog: when idle once a drawer is open, or at the click. */
import type { ComponentType } from 'react'
import type { RelaunchDialogProps } from './RelaunchDialog'

export async function loadRelaunchDialog(): Promise<{ readonly default: ComponentType<RelaunchDialogProps> }> {
  const { RelaunchDialog } = await import('./RelaunchDialog')
  return { default: RelaunchDialog }
}
