/** One tab stop for a list of lines that explain themselves; the arrows move among them. */
import type { FocusEvent, KeyboardEvent, RefObject } from 'react'
import { useRef, useState } from 'react'

export interface RovingLines {
  readonly ref: RefObject<HTMLUListElement | null>
  /** The line with the tab stop. */
  readonly active: number
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onFocus: (event: FocusEvent) => void
}

const LINE = '[data-explained]'

export function useRovingLines(count: number): RovingLines {
  const ref = useRef<HTMLUListElement>(null)
  const [chosen, setChosen] = useState(0)
  const active = Math.min(chosen, Math.max(0, count - 1))
  const lines = () => [...(ref.current?.querySelectorAll<HTMLElement>(LINE) ?? [])]
  return {
    ref,
    active,
    onKeyDown: event => {
      const targets: Readonly<Record<string, number>> = {
        ArrowDown: active + 1,
        ArrowUp: active - 1,
        Home: 0,
        End: count - 1,
      }
      const target = targets[event.key]
      if (target === undefined) return
      event.preventDefault()
      lines()[Math.max(0, Math.min(count - 1, target))]?.focus()
    },
    onFocus: ({ target }) => {
      const place = lines().findIndex(line => line === target)
      if (place >= 0) setChosen(place)
    },
  }
}
