/**
 * A figure that explains itself: on hover and on focus, hoverable itself, closed by Escape (WCAG 1.4.13). A click on the
 * explanation is a click on what lies under it, and over a control it lets the click through: it stays where it can be read, and goes
 * where it would hide what is about to be pressed.
 */
import type { KeyboardEvent, MouseEvent as ReactMouseEvent, ReactNode } from 'react'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import styles from './explained.module.css'

interface Props {
  readonly hint: string
  readonly children: ReactNode
  /** False when a focusable element around it already has the explanation. */
  readonly isFocusable?: boolean
  /** Full width: the whole line has the explanation. */
  readonly isBlock?: boolean
  readonly tabIndex?: 0 | -1
  /** Wrapped also while there is no hint: what is inside stays the same element, and keeps its focus, when one comes. */
  readonly isSteady?: boolean
}

interface Place {
  readonly left: number
  readonly top: number
}

const GAP = 4
const WIDTH = 320

/** Beside a line, so that those below it stay readable. */
function besideOf(anchor: HTMLElement): Place {
  const { left, right, top } = anchor.getBoundingClientRect()
  const hasRoom = right + GAP + WIDTH < window.innerWidth
  return {
    left: hasRoom ? right + GAP : Math.max(8, left - WIDTH - GAP),
    top: Math.max(8, Math.min(top, window.innerHeight - 120)),
  }
}

/** Below the anchor, inside the window. */
function placeOf(anchor: HTMLElement): Place {
  const { left, bottom, top } = anchor.getBoundingClientRect()
  const hasRoomBelow = bottom + 120 < window.innerHeight
  return {
    left: Math.max(8, Math.min(left, window.innerWidth - WIDTH - 8)),
    top: hasRoomBelow ? bottom + GAP : top - 90,
  }
}

type Point = Pick<MouseEvent, 'clientX' | 'clientY'>

/** The explanations that are shown now. */
const shown = new Set<HTMLElement>()

/** Controls at the end of a pointer movement; a row is one large target and stays readable around the explanation. */
const CONTROLS = 'button, a, input, select, textarea, label, [role=tab]'

function isOver(bubble: HTMLElement | null, { clientX, clientY }: Point): boolean {
  if (bubble === null) return false
  const { left, right, top, bottom, width } = bubble.getBoundingClientRect()
  // Elements without a size, as in tests, cover nothing.
  return width > 0 && clientX >= left && clientX <= right && clientY >= top - GAP && clientY <= bottom + GAP
}

/** How the explanation is followed by the pointer, which passes through it. */
function useHovered(isShown: boolean, stay: () => void, leave: () => void, shut: () => void) {
  const bubble = useRef<HTMLSpanElement>(null)
  const isHeld = useRef(false)
  const onMove = useEffectEvent((event: MouseEvent) => {
    const anchor = bubble.current?.parentElement
    const isHere = event.target instanceof Node && anchor?.contains(event.target) === true
    const isControl = event.target instanceof Element && event.target.closest(CONTROLS) !== null
    if (isHere || (!isControl && isOver(bubble.current, event))) {
      isHeld.current = true
      stay()
    } else if (isHeld.current) {
      // Opened by focus, it stays wherever the pointer goes.
      isHeld.current = false
      leave()
    }
  })
  const onDown = useEffectEvent((event: MouseEvent) => {
    if (isOver(bubble.current, event)) shut()
  })
  useEffect(() => {
    const element = bubble.current
    if (!isShown || element === null) return
    shown.add(element)
    const move = (event: MouseEvent) => onMove(event)
    const down = (event: MouseEvent) => onDown(event)
    document.addEventListener('mousemove', move)
    document.addEventListener('mousedown', down, true)
    return () => {
      shown.delete(element)
      document.removeEventListener('mousemove', move)
      document.removeEventListener('mousedown', down, true)
    }
  }, [isShown])
  return bubble
}

export function InfoTooltip(props: Props) {
  const { hint, children, isFocusable = true, isBlock = false, tabIndex = 0, isSteady = false } = props
  const id = useId()
  const [place, setPlace] = useState<Place>()
  const [isDismissed, setDismissed] = useState(false)
  const closing = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stay = () => {
    clearTimeout(closing.current)
    closing.current = undefined
  }
  // Time to move the pointer onto the bubble.
  const close = () => {
    closing.current ??= setTimeout(() => {
      closing.current = undefined
      setPlace(undefined)
    }, 100)
  }
  const shut = () => {
    setPlace(undefined)
    setDismissed(true)
  }
  const isShown = place !== undefined && hint !== ''
  const bubble = useHovered(isShown, stay, close, shut)
  useEffect(() => () => clearTimeout(closing.current), [])
  if (hint === '' && !isSteady) return <>{children}</>
  const open = (element: HTMLElement) => {
    stay()
    setPlace(isBlock && window.innerWidth > 2 * WIDTH ? besideOf(element) : placeOf(element))
  }
  const onHover = (event: ReactMouseEvent<HTMLElement>) => {
    // Under another explanation, that one is read.
    const isCovered = [...shown].some(other => isOver(other, event))
    if (place === undefined && !isDismissed && !isCovered) open(event.currentTarget)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || place === undefined || hint === '') return
    event.stopPropagation()
    shut()
  }
  return (
    <span
      className={styles['anchor']}
      {...(isFocusable ? { tabIndex, role: 'note' } : {})}
      data-explained=""
      data-block={isBlock || undefined}
      aria-describedby={isShown ? id : undefined}
      onMouseEnter={event => {
        if (place !== undefined) stay()
        else onHover(event)
      }}
      onMouseMove={onHover}
      onMouseLeave={() => {
        close()
        setDismissed(false)
      }}
      onFocus={event => open(event.currentTarget)}
      onBlur={() => {
        close()
        setDismissed(false)
      }}
      onKeyDown={onKeyDown}
    >
      {children}
      {isShown && (
        <span className={styles['bubble']} id={id} ref={bubble} role="tooltip" style={place}>
          {hint}
        </span>
      )}
    </span>
  )
}
