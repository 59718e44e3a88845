/** Fetches the code and the words of the range of time. */
import type { ComponentType } from 'react'
import { loadMessages } from '@/i18n/i18n'
import type { RangeFilterProps } from './RangeFilter'

export async function loadRangeFilter(): Promise<{ readonly default: ComponentType<RangeFilterProps> }> {
  const [{ RangeFilter }] = await Promise.all([import('./RangeFilter'), loadMessages(['seen'])])
  return { default: RangeFilter }
}
