/** What a row that could not be read is called. */
import type { TFunction } from '@/i18n/translation'
import type { Unreadable } from '@/domain/session'
import { nameText } from '@/i18n/isolate'

export function unreadableText({ label }: Unreadable, t: TFunction<'board'>): string {
  return label === undefined ? t('unreadable') : t('unreadableNamed', { label: nameText(label) })
}
