/** Fetches the dialog of a source's totals, when it is opened. */
import { loadMessages } from '@/i18n/i18n'
import { lazyMui } from '@/ui/lazy-mui'
import type { TotalsDialogProps } from './TotalsDialog'

export const TotalsDialog = lazyMui<TotalsDialogProps>(async () => {
  const [{ TotalsDialog: dialog }] = await Promise.all([import('./TotalsDialog'), loadMessages(['loss'])])
  return { default: dialog }
})
