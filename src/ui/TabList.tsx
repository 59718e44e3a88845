/** A row of tabs: one tab stop, arrows move, a figure of errors beside a word where there is one. */
import type { KeyboardEvent } from 'react'
import styles from './TabList.module.css'

interface TabItem {
  readonly id: string
  readonly label: string
  /** Of errors. */
  readonly figure?: string | undefined
  /** Label and figure in words, for screen readers. */
  readonly spoken?: string | undefined
}

interface Props {
  readonly name: string
  readonly idPrefix: string
  readonly tabs: readonly TabItem[]
  readonly selected: string
  readonly onSelect: (id: string) => void
}

export const tabId = (prefix: string, place: number) => `${prefix}-tab-${place}`
export const panelId = (prefix: string) => `${prefix}-panel`

export function TabList({ name, idPrefix, tabs, selected, onSelect }: Props) {
  const place = tabs.findIndex(({ id }) => id === selected)
  const onKeyDown = (event: KeyboardEvent) => {
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: place - 1,
      ArrowRight: place + 1,
      Home: 0,
      End: tabs.length - 1,
    }
    const target = targets[event.key]
    if (target === undefined) return
    const next = (target + tabs.length) % tabs.length
    event.preventDefault()
    onSelect(tabs[next]?.id ?? selected)
    document.getElementById(tabId(idPrefix, next))?.focus()
  }
  return (
    <div className={styles['list']} role="tablist" aria-label={name} onKeyDown={onKeyDown}>
      {tabs.map(({ id, label, figure, spoken }, index) => {
        const isSelected = id === selected
        return (
          <button
            type="button"
            className={styles['tab']}
            key={id}
            id={tabId(idPrefix, index)}
            role="tab"
            aria-selected={isSelected}
            aria-controls={isSelected ? panelId(idPrefix) : undefined}
            aria-label={spoken}
            tabIndex={isSelected ? 0 : -1}
            onClick={() => onSelect(id)}
          >
            {label}
            {figure !== undefined && <b>{figure}</b>}
          </button>
        )
      })}
    </div>
  )
}
