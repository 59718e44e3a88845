/** Keys that act on the whole page; single letters stay silent in fields and under dialogs. */
import { useEffect, useEffectEvent } from 'react'
import { isComposing } from './gestures'

const FIELDS = 'input, textarea, select'
const TEXT_ROLES = '[role=textbox], [role=searchbox], [contenteditable]:not([contenteditable=false])'

/** By `event.key`, letters in lower case. A handler that returns false leaves the key to others. */
type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => boolean | undefined>>

const isWithin = (target: EventTarget | null, selector: string) =>
  target instanceof Element && target.closest(selector) !== null

/** A part of the page that is not ours and cannot be looked into has the focus. */
const hidesFocus = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target !== document.body &&
  // Browsers let a part of ours that scrolls have the focus, too.
  (target.closest('#root') === null || target.localName.includes('-')) &&
  target === document.activeElement &&
  target.tabIndex < 0 &&
  !target.hasAttribute('tabindex')

/** Typed into what an extension put into the page: inside a shadow root, or into an editable text, which we have none of. */
function isForeign(event: KeyboardEvent): boolean {
  const [origin = null] = event.composedPath()
  if (origin !== event.target || hidesFocus(event.target)) return true
  return isWithin(origin, TEXT_ROLES) && !isWithin(origin, FIELDS)
}

const isUnderDialog = (target: EventTarget | null) =>
  document.querySelector('[role=dialog][aria-modal=true], [role=alertdialog], .MuiDialog-root') !== null &&
  !isWithin(target, '[data-keys-live]')

/** Keys longer than one letter are heard whatever the settings say. Letters are compared without case: Caps Lock changes nothing. */
export function useKeys(map: KeyMap, { singleKeys = true }: { readonly singleKeys?: boolean } = {}): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (isComposing(event) || isForeign(event)) return
    const isSingle = event.key.length === 1
    if (isSingle && (!singleKeys || isWithin(event.target, FIELDS))) return
    const handle = map[isSingle ? event.key.toLowerCase() : event.key]
    if (handle === undefined || isUnderDialog(event.target)) return
    if (handle(event) !== false) event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
