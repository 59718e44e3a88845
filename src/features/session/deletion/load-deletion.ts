/** Fetches the deletion dialog: when idle once a drawer is open, or at the click. */
import type { ComponentType } from 'react'
import { loadMessages } from '@/i18n/i18n'
import type { DeleteProductsDialogProps } from './DeleteProductsDialog'

export async function loadDeletionDialog(): Promise<{ readonly default: ComponentType<DeleteProductsDialogProps> }> {
  const [{ DeleteProductsDialog }] = await Promise.all([import('./DeleteProductsDialog'), loadMessages(['spelling'])])
  return { default: DeleteProductsDialog }
}
