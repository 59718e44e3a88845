/** A divider that can be dragged, moved with the arrow keys and reset by a double click (WCAG 2.5.7: never dragging alone). */
import type { KeyboardEvent, PointerEvent } from 'react'
import { useRef } from 'react'
import styles from './Splitter.module.css'

interface Props {
  readonly name: string
  /** Of the bar itself: a horizontal one changes a height, counted from below. */
  readonly orientation: 'horizontal' | 'vertical'
  /** In pixels. */
  readonly value: number
  readonly min: number
  readonly max: number
  /** At each step of a move, for what follows it at once. */
  readonly onMove: (value: number) => void
  /** Once, when the move has ended: what is kept of it. */
  readonly onMoved: (value: number) => void
  readonly reset: () => void
}

const STEP = 24

export function Splitter({ name, orientation, value, min, max, onMove, onMoved, reset }: Props) {
  const start = useRef<{ readonly at: number; readonly value: number }>(undefined)
  const isVertical = orientation === 'vertical'
  // A vertical bar gives room to what is left of it, a horizontal one to what is below.
  const direction = isVertical ? 1 : -1
  const moved = useRef<number>(undefined)
  const change = (next: number) => {
    moved.current = Math.round(Math.min(max, Math.max(min, next)))
    onMove(moved.current)
  }
  const end = () => {
    start.current = undefined
    if (moved.current === undefined) return
    onMoved(moved.current)
    moved.current = undefined
  }
  const place = (event: PointerEvent) => (isVertical ? event.clientX : event.clientY)

  const onKeyDown = (event: KeyboardEvent) => {
    const [less, more] = isVertical ? ['ArrowLeft', 'ArrowRight'] : ['ArrowDown', 'ArrowUp']
    const targets: Readonly<Record<string, number>> = {
      [less]: value - STEP,
      [more]: value + STEP,
      Home: min,
      End: max,
    }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    change(target)
  }
  return (
    <div
      className={styles['bar']}
      role="separator"
      tabIndex={0}
      aria-label={name}
      aria-orientation={orientation}
      aria-valuenow={Math.round(value)}
      aria-valuemin={min}
      aria-valuemax={max}
      onKeyDown={onKeyDown}
      onKeyUp={end}
      onBlur={end}
      onDoubleClick={reset}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { at: place(event), value }
      }}
      onPointerMove={event => {
        if (start.current !== undefined) change(start.current.value + direction * (place(event) - start.current.at))
      }}
      onPointerUp={end}
      onPointerCancel={end}
    />
  )
}
