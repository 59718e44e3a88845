/** A key held down is one press. */
import type { KeyboardEvent } from 'react'

/** For `onKeyDown` of a button that orders something. */
export function ignoreHeldKey(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault()
}
