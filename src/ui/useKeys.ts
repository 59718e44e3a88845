/** Keys that act on the whole page; single letters stay silent in fields and under dialogs (screens.md, Keys). */
import { useEffect, useEffectEvent } from 'react'

const FIELDS = 'input, textarea, select, [contenteditable=true]'

/** By `event.key`. A handler that returns false leaves the key to others. */
export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => boolean | undefined>>

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(FIELDS) !== null
}

const isUnderDialog = (target: EventTarget | null) =>
  document.querySelector('[role=dialog][aria-modal=true], [role=alertdialog], .MuiDialog-root') !== null &&
  !(target instanceof Element && target.closest('[data-keys-live]') !== null)

/** Listens while `enabled`; keys longer than one letter are heard whatever the settings say. */
export function useKeys(map: KeyMap, { singleKeys = true }: { readonly singleKeys?: boolean } = {}): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key.length === 1 && (!singleKeys || isTyping(event.target))) return
    const handle = map[event.key]
    if (handle === undefined || isUnderDialog(event.target)) return
    if (handle(event) !== false) event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
