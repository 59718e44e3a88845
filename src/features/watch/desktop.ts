/** Notifications of the desktop: whether the browser gives them, the question for them, and one that says how a watch ended. */
import { useSyncExternalStore } from 'react'

/** `insecure`: the page came by http; `none`: the browser has none for pages. */
export type Desktop = NotificationPermission | 'insecure' | 'none'

/** What a browser offers and then refuses: telephones want a service worker for it. */
let refused: typeof Notification | undefined
const listeners = new Set<() => void>()
const changed = () => listeners.forEach(listener => listener())

function desktopNow(): Desktop {
  if (!window.isSecureContext) return 'insecure'
  return 'Notification' in window && window.Notification !== refused ? Notification.permission : 'none'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  // The user may have changed it in the settings of the browser.
  window.addEventListener('focus', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('focus', listener)
  }
}

export function useDesktop(): Desktop {
  return useSyncExternalStore(subscribe, desktopNow)
}

/** Asks the user, unless the answer is known; to be called in a click. */
export async function askPermission(): Promise<void> {
  if (desktopNow() !== 'default') return
  try {
    await Notification.requestPermission()
  } catch {
    // Without an answer nothing is shown, and the page says so.
  }
  changed()
}

interface Said {
  readonly title: string
  readonly body: string
  /** What is said of the same thing by another tab takes its place. */
  readonly tag: string
  readonly onClick: () => void
}

/** One notification, if the user has allowed them; plain text. */
export function showDesktop({ title, body, tag, onClick }: Said): void {
  if (desktopNow() !== 'granted') return
  try {
    const shown = new Notification(title, { body, tag, lang: document.documentElement.lang, dir: 'auto' })
    shown.onclick = () => {
      window.focus()
      shown.close()
      onClick()
    }
  } catch {
    refused = window.Notification
    changed()
  }
}
