/** Label and figure lines with tones; zeros are muted, parts of a sum are indented under it, each line explains itself. */
import { DerivedMark } from './DerivedMark'
import { InfoTooltip } from './InfoTooltip'
import type { ToneName } from './tones'
import styles from './toned-list.module.css'
import tones from './tones.module.css'
import type { FocusEvent, KeyboardEvent, RefObject } from 'react'
import { useRef, useState } from 'react'

interface RovingLines {
  readonly ref: RefObject<HTMLUListElement | null>
  /** The line with the tab stop. */
  readonly active: number
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onFocus: (event: FocusEvent) => void
}

const LINE = '[data-explained]'

function useRovingLines(count: number): RovingLines {
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

interface TonedItem {
  readonly key: string
  readonly label: string
  readonly hint: string
  readonly figure: string
  readonly tone: ToneName
  /** Part of the sum before it. */
  readonly isPart: boolean
  /** Calculated by the dashboard. */
  readonly isDerived: boolean
}

export function TonedList({ title, items }: { readonly title: string; readonly items: readonly TonedItem[] }) {
  const { ref, active, onKeyDown, onFocus } = useRovingLines(items.length)
  return (
    <div>
      <h4 className={styles['title']}>{title}</h4>
      <ul className={styles['lines']} ref={ref} onKeyDown={onKeyDown} onFocus={onFocus}>
        {items.map(({ key, label, hint, figure, tone, isPart, isDerived }, place) => (
          <li key={key}>
            <InfoTooltip hint={hint} isBlock tabIndex={place === active ? 0 : -1}>
              <span className={`${styles['line']} ${tones['tone']}`} data-tone={tone} data-part={isPart || undefined}>
                <span className={styles['label']}>
                  {label}
                  {isDerived && <DerivedMark />}
                </span>
                <span className={styles['figure']}>{figure}</span>
              </span>
            </InfoTooltip>
          </li>
        ))}
      </ul>
    </div>
  )
}
