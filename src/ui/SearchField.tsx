/** Text with suggestions (ARIA editable combobox): filters and proposes after a pause or on Enter, Escape closes the list, then clears. */
import type { KeyboardEvent, RefObject } from 'react'
import { useEffect, useEffectEvent, useId, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import { SuggestionList, suggestionId } from './SuggestionList'
import { isComposing } from './gestures'
import styles from './fields.module.css'
import hidden from './hidden.module.css'

/** The pause in typing before the text filters, in milliseconds. */
export const PAUSE = 300

interface Props {
  readonly label: string
  /** The current filter. */
  readonly value: string
  readonly onChange: (text: string) => void
  readonly suggestions: readonly string[]
  /** The text to suggest names for, after a pause in typing; undefined when the list is closed. */
  readonly onQuery?: (text: string | undefined) => void
  /** The text in the field changed, before it filters anything. */
  readonly onText?: (text: string) => void
  /** Another number empties the field, also of what was typed and filters nothing yet. */
  readonly clears?: number
  readonly inputRef?: RefObject<HTMLInputElement | null>
}

export function SearchField(props: Props) {
  const { label, value, onChange, suggestions, onQuery, onText, clears = 0, inputRef } = props
  const { t } = useTranslation('common')
  const id = useId()
  const [text, setText] = useState(value)
  const [seen, setSeen] = useState(value)
  const [seenClears, setSeenClears] = useState(clears)
  // Filters sent to the address: by the time it changes, more may have been typed.
  const [sent, setSent] = useState<readonly string[]>([])
  const [isOpen, setOpen] = useState(false)
  // Typed, and no list proposed for it yet.
  const [isFresh, setFresh] = useState(false)
  const [isComposed, setComposed] = useState(false)
  const [active, setActive] = useState(-1)
  // Changed from elsewhere (clear, Back): the field follows. Typed text is never overwritten by an earlier filter of its own.
  if (value !== seen) {
    setSeen(value)
    const echo = sent.indexOf(value)
    setSent(echo < 0 ? [] : sent.slice(echo + 1))
    if (echo < 0) setText(value)
  }
  if (clears !== seenClears) {
    setSeenClears(clears)
    setSent([])
    setText('')
    setFresh(false)
  }

  const wanted = sent.at(-1) ?? value
  const apply = (next: string) => {
    if (next === wanted) return
    setSent([...sent, next])
    onChange(next)
  }
  const open = (query: string | undefined) => {
    setFresh(false)
    setOpen(query !== undefined)
    setActive(-1)
    onQuery?.(query)
  }
  const choose = (name: string) => {
    setText(name)
    open(undefined)
    apply(name)
  }
  const type = (next: string) => {
    open(undefined)
    setText(next)
    setFresh(true)
  }
  const rest = useEffectEvent(() => {
    if (isFresh) open(text)
    apply(text)
  })
  const isTyped = isFresh || text !== wanted
  useEffect(() => {
    if (!isTyped || isComposed) return
    // After a pause the current text filters: one cleared meanwhile does not come back.
    const pause = setTimeout(() => rest(), PAUSE)
    return () => clearTimeout(pause)
  }, [isTyped, isComposed, text])
  const tellText = useEffectEvent((now: string) => onText?.(now))
  useEffect(() => tellText(text), [text])
  const shown = isOpen ? suggestions : []
  const isShown = shown.length > 0
  const move = (step: number) => {
    if (!isShown) open(text)
    else setActive((active + step + shown.length + (active < 0 && step < 0 ? 1 : 0)) % shown.length)
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => {
      const chosen = isShown ? shown[active] : undefined
      if (chosen !== undefined) choose(chosen)
      else {
        open(undefined)
        apply(text)
      }
    },
    Escape: () => {
      if (isShown) open(undefined)
      else {
        setText('')
        apply('')
      }
    },
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key]
    if (act === undefined || isComposing(event.nativeEvent)) return
    // An Escape handled here does not reach the page.
    if (event.key === 'Escape' && !isShown && text === '') return
    event.preventDefault()
    act()
  }
  return (
    <div className={styles['search']}>
      <input
        className={styles['field']}
        id={id}
        ref={inputRef}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        aria-label={label}
        placeholder={label}
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={isShown ? `${id}-list` : undefined}
        aria-activedescendant={isShown && active >= 0 ? suggestionId(`${id}-list`, active) : undefined}
        value={text}
        onChange={event => type(event.target.value)}
        onFocus={() => onQuery?.(undefined)}
        onBlur={() => {
          open(undefined)
          // The typed text is applied before the next action elsewhere, such as clearing.
          apply(text)
        }}
        onCompositionStart={() => setComposed(true)}
        onCompositionEnd={() => setComposed(false)}
        onKeyDown={onKeyDown}
      />
      <span role="status" className={hidden['spoken']}>
        {isShown ? t('search.found', { count: shown.length }) : ''}
      </span>
      {isShown && <SuggestionList id={`${id}-list`} names={shown} active={active} onChoose={choose} />}
    </div>
  )
}
