/** The queue of short messages: the sender does not depend on the code that draws them. */

export interface NoticeContent {
  readonly tone: 'success' | 'error' | 'info'
  readonly text: string
  readonly action?: { readonly label: string; readonly onClick: () => void }
  /** Shown below, and selected for the keys that copy. */
  readonly copyable?: string
}

/** The same for two messages that say the same and offer the same. */
export function noticeKey({ tone, text, action, copyable }: NoticeContent): string {
  return JSON.stringify([tone, text, action?.label ?? null, copyable ?? null])
}

interface Listener {
  readonly show: (notice: NoticeContent) => void
  readonly clear: () => void
}

const waiting: NoticeContent[] = []
let listener: Listener | undefined
let onFirst: (() => void) | undefined

/** Shows a short message; errors stay until they are closed. */
export function notify(notice: NoticeContent): void {
  if (listener !== undefined) {
    listener.show(notice)
    return
  }
  waiting.push(notice)
  onFirst?.()
}

/** Removes all messages: they contain names of the user who signs out. */
export function clearNotices(): void {
  waiting.length = 0
  listener?.clear()
}

/** The drawing code takes the messages that came before. */
export function takeNotices(next: Listener): () => void {
  listener = next
  for (const notice of waiting.splice(0)) next.show(notice)
  return () => {
    listener = undefined
  }
}

/** Called for the first message: the drawing code is loaded only then. */
export function onFirstNotice(load: () => void): () => void {
  onFirst = load
  if (waiting.length > 0) load()
  return () => {
    onFirst = undefined
  }
}
