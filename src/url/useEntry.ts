/** Which entry of the tab's history is shown: another one for each place that was gone to, the same after a reload. */
import { useMemo } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom'

interface Entry {
  readonly key: string
  /** Reached by Back, Forward or a reload; not a new one. */
  readonly isReturn: boolean
  /** It replaced the one shown before, as when the arrow keys step through sessions. */
  readonly isReplacement: boolean
}

export function useEntry(): Entry {
  const { key } = useLocation()
  const type = useNavigationType()
  return useMemo(
    () => ({ key, isReturn: type === NavigationType.Pop, isReplacement: type === NavigationType.Replace }),
    [key, type],
  )
}
