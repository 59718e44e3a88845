/** The one polite live region of the page, and the function that writes into it. */
import { useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { liveHost } from './live-host'
import hidden from './hidden.module.css'

let message = ''
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Announces a short sentence to screen readers. The same one twice is announced twice. */
export function announce(text: string): void {
  // A trailing no-break space makes an equal sentence a new one.
  message = text === message ? `${text}\u00a0` : text
  for (const listener of listeners) listener()
}

/** The region itself; once in the page, outside its root. */
export function Announcer() {
  const text = useSyncExternalStore(subscribe, () => message)
  return createPortal(
    <div role="status" aria-live="polite" className={hidden['spoken']}>
      {text}
    </div>,
    liveHost(),
  )
}
