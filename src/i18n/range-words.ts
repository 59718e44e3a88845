/** A range of time in words, among other filters. */
import { translate } from './translation'

/**
 * The words of `seen` have to be loaded.
 * @param since as the address says it
 */
export function rangeText(since: string): string {
  const t = translate('seen')
  if (since === '24h' || since === '7d') return t(`range.in.${since}`)
  return t('range.in.date', { date: `${new Date(since).toISOString().slice(0, 16).replace('T', ' ')} UTC` })
}
