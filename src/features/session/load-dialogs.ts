/** Fetches the dialogs of the drawer: when idle once it is open, or at the click. */
import type { ComponentType } from 'react'
import { loadMessages } from '@/i18n/i18n'
import type { DeletionOfProps } from './deletion/DeletionOf'
import type { DeleteProductsDialogProps } from './deletion/DeleteProductsDialog'
import type { RelaunchDialogProps } from './relaunch/RelaunchDialog'

export async function loadRelaunchDialog(): Promise<{ readonly default: ComponentType<RelaunchDialogProps> }> {
  const { RelaunchDialog } = await import('./relaunch/RelaunchDialog')
  return { default: RelaunchDialog }
}

export async function loadDeletionDialog(): Promise<{ readonly default: ComponentType<DeleteProductsDialogProps> }> {
  const [{ DeleteProductsDialog }] = await Promise.all([
    import('./deletion/DeleteProductsDialog'),
    loadMessages(['spelling']),
  ])
  return { default: DeleteProductsDialog }
}

export async function loadDeletionOf(): Promise<{ readonly default: ComponentType<DeletionOfProps> }> {
  const [{ DeletionOf }] = await Promise.all([
    import('./deletion/DeletionOf'),
    loadMessages(['session', 'steps', 'deletion', 'spelling']),
  ])
  return { default: DeletionOf }
}
