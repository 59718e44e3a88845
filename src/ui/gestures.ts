/** Clicks and keys that are meant for something else: the end of a selection, a key of an input method, a key held down. */
import type { KeyboardEvent as ReactKeyboardEvent } from 'react'

/** Fields that keep a selection of their own. */
const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable=false])'
/** Elements that a key presses with a click. */
const PRESSED_BY_KEYS = 'button, a[href], input, select, label, summary, [role=button], [role=tab], [role=menuitem]'

interface Ends {
  readonly anchor: Node | null
  readonly anchorOffset: number
  readonly focus: Node | null
  readonly focusOffset: number
}

function selectionEnds(): Ends | undefined {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed) return undefined
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
  return { anchor: anchorNode, anchorOffset, focus: focusNode, focusOffset }
}

const isSame = (a: Ends, b: Ends | undefined) =>
  a.anchor === b?.anchor && a.anchorOffset === b.anchorOffset && a.focus === b.focus && a.focusOffset === b.focusOffset

/** The selection when the pointer went down. */
let before: Ends | undefined

/**
 * True for the click that ends a selection made with it, by dragging or by a double click, in what was clicked. A selection
 * that stood before, or stands elsewhere, and a click that a key makes, end nothing.
 */
function endsSelection(event: MouseEvent): boolean {
  const { target } = event
  if (!(target instanceof Element) || target.closest(FIELDS) !== null) return false
  // With Shift the browser selects from the last click: this is no drag.
  if (event.shiftKey) return false
  if (event.detail === 0 && target.closest(PRESSED_BY_KEYS) !== null) return false
  const now = selectionEnds()
  if (now === undefined || isSame(now, before)) return false
  return document.getSelection()?.getRangeAt(0).intersectsNode(target) === true
}

/** True for the second and later clicks of a double click: what opens with one click does not close with its second. */
export const isRepeatedClick = (event: { readonly detail: number }): boolean => event.detail > 1

/** True while an input method has the key: it chooses, ends or cancels what is being composed. */
export function isComposing(event: { readonly isComposing: boolean; readonly keyCode: number }): boolean {
  // Safari ends the composition before the key that ended it, which then has this code alone.
  return event.isComposing || event.keyCode === 229
}

/** For `onKeyDown` of a button that sends something: a key held down is one press. */
export function ignoreHeldKey(event: ReactKeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault()
}

/**
 * Keeps these clicks and keys from everything in the page; the browser still does its own with the keys.
 * @returns ends it
 */
export function guardGestures(): () => void {
  const onDown = () => {
    before = selectionEnds()
  }
  const onClick = (event: MouseEvent) => {
    if (!endsSelection(event)) return
    event.stopPropagation()
    event.preventDefault()
  }
  const onKey = (event: KeyboardEvent) => {
    if (isComposing(event)) event.stopPropagation()
  }
  window.addEventListener('mousedown', onDown, true)
  window.addEventListener('click', onClick, true)
  window.addEventListener('keydown', onKey, true)
  return () => {
    window.removeEventListener('mousedown', onDown, true)
    window.removeEventListener('click', onClick, true)
    window.removeEventListener('keydown', onKey, true)
  }
}
