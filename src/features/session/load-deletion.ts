/** Fetches the deletion dialog: when idle once a drawer is open, or at the click. */
import type { ComponentType } from 'react'
import type { DeleteProductsDialogProps } from './DeleteProductsDialog'

export async function loadDeletionDialog(): Promise<{ readonly default: ComponentType<DeleteProductsDialogProps> }> {
  const { DeleteProductsDialog } = await import('./DeleteProductsDialog')
  return { default: DeleteProductsDialog }
}
