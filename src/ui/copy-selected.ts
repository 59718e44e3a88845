/** Copying where the browser has no clipboard for the page, as on plain http: the selection is copied. */

/** Selects all that an element shows. */
export function selectText(element: Element): void {
  document.getSelection()?.selectAllChildren(element)
}

/**
 * Copies with the browser's command and restores the earlier selection.
 * @returns whether the browser says that it copied exactly this text
 */
export function copySelected(text: string): boolean {
  // Deprecated, and the only way there is without a secure connection.
  const command: unknown = Reflect.get(document, 'execCommand')
  if (typeof command !== 'function') return false
  const holder = document.createElement('span')
  holder.textContent = text
  holder.ariaHidden = 'true'
  Object.assign(holder.style, {
    position: 'fixed',
    inset: '0 auto auto 0',
    opacity: '0',
    whiteSpace: 'pre',
    userSelect: 'text',
  })
  let isTaken = false
  const onCopy = (event: ClipboardEvent) => {
    if (event.clipboardData === null) return
    event.clipboardData.setData('text/plain', text)
    event.preventDefault()
    isTaken = true
  }
  const selection = document.getSelection()
  const before = Array.from({ length: selection?.rangeCount ?? 0 }, (_, place) => selection?.getRangeAt(place))
  document.body.append(holder)
  document.addEventListener('copy', onCopy, true)
  try {
    selectText(holder)
    const isDone: unknown = command.call(document, 'copy')
    return isDone === true && isTaken
  } catch {
    return false
  } finally {
    document.removeEventListener('copy', onCopy, true)
    holder.remove()
    selection?.removeAllRanges()
    for (const range of before) if (range !== undefined) selection?.addRange(range)
  }
}

const MAC = /Mac|iPhone|iPad/

/** The keys that copy on this machine. */
export const copyKeys = (): string => (MAC.test(navigator.userAgent) ? '⌘C' : 'Ctrl+C')
