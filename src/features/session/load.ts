/** Fetches the drawer's code and words, when idle after the first rows or when a session is opened. */
import type { FunctionComponent } from 'react'
import { loadMessages } from '@/i18n/i18n'
import type { SessionDrawerProps } from './SessionDrawer'

/** For React.lazy, and for fetching ahead: resolves when the drawer can be drawn with all its words. */
export async function loadDrawer(): Promise<{ readonly default: FunctionComponent<SessionDrawerProps> }> {
  const [{ SessionDrawer, atHand }] = await Promise.all([
    import('./SessionDrawer'),
    loadMessages(['session', 'steps', 'deletion']),
  ])
  await atHand()
  return { default: SessionDrawer }
}
