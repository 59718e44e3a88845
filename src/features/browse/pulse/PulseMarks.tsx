/** The marks of a pulse: each a link to its session, with its name and figures. */
import type { KeyboardEvent, MouseEvent } from 'react'
import { memo, useCallback, useEffect, useRef, useState } from 'react'
import { selectSession } from '@/domain/board-view'
import type { Mark } from '@/domain/pulse'
import type { Session } from '@/domain/session'
import { InfoTooltip } from '@/ui/InfoTooltip'
import { boardLink } from '@/url/board-url'
import { useBoardView } from '@/url/useBoardView'
import { HEIGHT, markShape } from './mark-shape'
import { useMarkWords } from './useMarkWords'
import styles from './pulse.module.css'

/** With a key held, a link is opened in another tab or window. */
const hasKeyHeld = ({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent) => ctrlKey || metaKey || shiftKey || altKey

/** Opens a session beside the lists as they are; the same function whatever the address. */
function useOpenSession(): (session: Session) => void {
  const [, updateView] = useBoardView()
  const latest = useRef(updateView)
  useEffect(() => {
    latest.current = updateView
  }, [updateView])
  return useCallback(session => latest.current(now => selectSession(now, session, session.id)), [])
}

/** In pixels: in a row, and above the sessions. */
const WIDTH = { row: 8, own: 14 } as const

function Picture({ mark, width }: { readonly mark: Mark; readonly width: number }) {
  const { bar, sign } = markShape(mark.state, mark.share, width)
  return (
    <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} aria-hidden focusable="false">
      <rect {...bar} />
      {sign !== undefined && <path d={sign} />}
    </svg>
  )
}

interface LinkProps {
  readonly mark: Mark
  readonly text: string
  readonly tabIndex: 0 | -1
  readonly place: keyof typeof WIDTH
  readonly onOpen: (session: Session) => void
}

function MarkLink({ mark, text, tabIndex, place, onOpen }: LinkProps) {
  const { session, state } = mark
  const { source, name, id } = session
  return (
    <a
      className={styles['mark']}
      data-state={state}
      href={boardLink({ source, session: name, id })}
      aria-label={text}
      title={place === 'row' ? text : undefined}
      tabIndex={tabIndex}
      draggable={false}
      onClick={event => {
        if (hasKeyHeld(event)) return
        event.preventDefault()
        onOpen(session)
      }}
    >
      <Picture mark={mark} width={WIDTH[place]} />
    </a>
  )
}

interface Props {
  readonly source: string
  readonly marks: readonly Mark[]
  readonly onOpen: (session: Session) => void
}

const Marks = memo(function Marks({ source, marks, onOpen }: Props) {
  const words = useMarkWords()
  return (
    <span className={styles['row']} role="group" aria-label={words.summary(source, marks)}>
      {marks.map(mark => (
        <MarkLink key={mark.session.id} mark={mark} text={words.mark(mark)} tabIndex={-1} place="row" onOpen={onOpen} />
      ))}
    </span>
  )
})

type MarksProps = Omit<Props, 'onOpen'>

/** In a row, which has one Tab stop: for pointers. The keyboard has those above the sessions. */
export function MarksInRow(props: MarksProps) {
  return <Marks {...props} onOpen={useOpenSession()} />
}

const STEPS: Readonly<Record<string, (place: number, last: number) => number>> = {
  ArrowLeft: place => place - 1,
  ArrowRight: place => place + 1,
  Home: () => 0,
  End: (_place, last) => last,
}

/** Of their own: one Tab stop, arrows move, the newest first; each explains itself. */
export function MarksOfSource({ source, marks }: MarksProps) {
  const words = useMarkWords()
  const open = useOpenSession()
  const [chosen, setChosen] = useState<number>()
  const last = marks.length - 1
  const found = marks.findIndex(({ session: { id } }) => id === chosen)
  const active = found < 0 ? last : found
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = STEPS[event.key]?.(active, last)
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.currentTarget.querySelectorAll('a')[Math.max(0, Math.min(last, target))]?.focus()
  }
  return (
    <ul className={styles['marks']} aria-label={words.summary(source, marks)} onKeyDown={onKeyDown}>
      {marks.map((mark, index) => (
        <li key={mark.session.id} onFocus={() => setChosen(mark.session.id)}>
          <InfoTooltip hint={words.mark(mark)} isFocusable={false}>
            <MarkLink
              mark={mark}
              text={words.mark(mark)}
              tabIndex={index === active ? 0 : -1}
              place="own"
              onOpen={open}
            />
          </InfoTooltip>
        </li>
      ))}
    </ul>
  )
}
