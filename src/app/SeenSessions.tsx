/** What changed since the last look: its code comes where there was one, where it is marked, and where the address asks for it. */
import { Suspense, useState } from 'react'
import { loadSeenLine } from '@/features/seen/load'
import type { MoreEntry } from '@/features/browse/MoreMenu'
import { useChanges } from '@/stores/changes'
import { useOwner } from '@/stores/credentials'
import { useListChoice } from '@/stores/list-choices'
import { lazyMui } from '@/ui/lazy-mui'

const SeenLine = lazyMui(loadSeenLine)

/** Of the menu of sessions. */
export const SEEN_ENTRY: MoreEntry = { id: 'seen', onChoose: () => useChanges.setState({ isAsked: true }) }

/** Keeps the place of the line over the sessions. */
export const SEEN_LINE = <div ref={slot => useChanges.setState({ slot })} />

interface Props {
  /** The list is filtered by what changed. */
  readonly isFiltered: boolean
  /** The first rows are there, in a page that is in view. */
  readonly isReady: boolean
}

export function SeenSessions({ isFiltered, isReady }: Props) {
  const owner = useOwner()
  const isAsked = useChanges(changes => changes.isAsked)
  const { isSeen } = useListChoice('sessions')
  // It stays for this user, also when the last look is forgotten.
  const [shownFor, setShownFor] = useState<string>()
  const isShown = shownFor === owner
  if (!isShown && isReady && (isAsked === true || isSeen === true || isFiltered)) setShownFor(owner)
  return <Suspense>{isShown && <SeenLine isFiltered={isFiltered} />}</Suspense>
}
