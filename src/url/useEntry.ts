/** Which entry of the tab's history is shown: another one for each place that was gone to, the same after a reload. */
// eslint-disable-next-line no-restricted-imports -- which entry was shown before this one is in no address
import { useState } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom'

export interface Entry {
  readonly key: string
  /** Gone back or forward to, or loaded again; not one that was just made. */
  readonly isReturn: boolean
  /** The entry it took the place of, as when the arrow keys step through sessions. */
  readonly replaced: string | undefined
}

export function useEntry(): Entry {
  const { key } = useLocation()
  const type = useNavigationType()
  const [entry, setEntry] = useState<Entry>({ key, isReturn: type === NavigationType.Pop, replaced: undefined })
  if (entry.key === key) return entry
  const replaced = type === NavigationType.Replace ? entry.key : undefined
  const next = { key, isReturn: type === NavigationType.Pop, replaced }
  setEntry(next)
  return next
}
