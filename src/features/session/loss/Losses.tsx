/** The place of the loss line above the cards: empty while it is closed. */
import { Suspense, useState } from 'react'
import { usePreferences } from '@/stores/preferences'
import { lazyMui } from '@/ui/lazy-mui'
import { loadLosses, panelAtHand } from './load'
import type { LossPanelProps } from './LossPanel'

/** It has nothing of MUI; a failure to load it is told as elsewhere. */
const LazyPanel = lazyMui(loadLosses)

function Open(props: LossPanelProps) {
  const [Panel] = useState(() => panelAtHand() ?? LazyPanel)
  return <Panel {...props} />
}

export function Losses(props: LossPanelProps) {
  const isOpen = usePreferences(({ losses }) => losses)
  return <Suspense>{isOpen && <Open {...props} />}</Suspense>
}
