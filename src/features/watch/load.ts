/** Fetches the code and the words of watching: with the first button that watches, and when the tab watches something. */
import { loadMessages } from '@/i18n/i18n'

export async function loadWatch() {
  const [{ Watch, watchList }] = await Promise.all([import('./Watch'), loadMessages(['watch', 'seen'])])
  return { default: Watch, watchList }
}
