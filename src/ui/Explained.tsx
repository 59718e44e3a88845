/** A figure that explains itself: on hover and on focus, hoverable itself, closed by Escape (WCAG 1.4.13). */
import { styled } from '@mui/material/styles'
import type { KeyboardEvent, ReactNode } from 'react'
import { useId, useRef, useState } from 'react'

const Bubble = styled('span')(({ theme }) => ({
  ...theme.typography.body2,
  position: 'fixed',
  inset: 'auto',
  margin: 0,
  maxWidth: 320,
  padding: '6px 10px',
  border: `1px solid ${(theme.vars ?? theme).palette.divider}`,
  borderRadius: 6,
  color: (theme.vars ?? theme).palette.text.primary,
  backgroundColor: (theme.vars ?? theme).palette.background.paper,
  boxShadow: '0 4px 16px rgb(0 0 0 / 0.25)',
  whiteSpace: 'normal',
  textAlign: 'start',
  fontWeight: 400,
  zIndex: theme.zIndex.tooltip,
}))

const Anchor = styled('span')(({ theme }) => ({
  borderRadius: 3,
  cursor: 'help',
  '&[data-block]': { display: 'block' },
  '&:focus-visible': { outline: `2px solid ${(theme.vars ?? theme).palette.primary.main}`, outlineOffset: 1 },
}))

interface Props {
  readonly hint: string
  readonly children: ReactNode
  /** False when a focusable thing around it carries the explanation already. */
  readonly isFocusable?: boolean
  /** As wide as there is room: a whole line explains itself. */
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

export function Explained(props: Props) {
  const { hint, children, isFocusable = true, isBlock = false, tabIndex = 0, isSteady = false } = props
  const id = useId()
  const [place, setPlace] = useState<Place>()
  const closing = useRef<ReturnType<typeof setTimeout>>(undefined)
  if (hint === '' && !isSteady) return <>{children}</>
  const open = (element: HTMLElement) => {
    clearTimeout(closing.current)
    setPlace(isBlock && window.innerWidth > 2 * WIDTH ? besideOf(element) : placeOf(element))
  }
  // Time to move the pointer onto the bubble.
  const close = () => {
    closing.current = setTimeout(() => setPlace(undefined), 100)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || place === undefined || hint === '') return
    event.stopPropagation()
    setPlace(undefined)
  }
  return (
    <Anchor
      {...(isFocusable ? { tabIndex, role: 'note' } : {})}
      data-explained=""
      data-block={isBlock || undefined}
      aria-describedby={place === undefined || hint === '' ? undefined : id}
      onMouseEnter={event => open(event.currentTarget)}
      onMouseLeave={close}
      onFocus={event => open(event.currentTarget)}
      onBlur={close}
      onKeyDown={onKeyDown}
    >
      {children}
      {place !== undefined && hint !== '' && (
        <Bubble id={id} role="tooltip" style={place}>
          {hint}
        </Bubble>
      )}
    </Anchor>
  )
}
