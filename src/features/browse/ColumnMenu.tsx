/** The menu of the columns of a list: which are shown, and in which order. Every change counts at once. */
import Popover from '@mui/material/Popover'
import type { KeyboardEvent } from 'react'
import { useId, useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslation } from '@/i18n/translation'
import { keepChoice, useListChoice } from '@/stores/list-choices'
import { NamedIconButton } from '@/ui/NamedIconButton'
import { PlainButton } from '@/ui/PlainButton'
import { announce } from '@/ui/announce'
import { useWindowWidth } from '@/ui/useWindowSize'
import type { Choice, ListColumn } from './column-choice'
import { keptChoices, moved, toggled } from './column-changes'
import { choicesOf, isFixed, shownColumns } from './column-choice'
import styles from './column-menu.module.css'

export interface ColumnMenuProps {
  readonly kind: 'sources' | 'sessions'
  readonly columns: readonly ListColumn<never>[]
  readonly anchor: HTMLElement
  readonly onClose: () => void
}

type Way = 'up' | 'down'

const STEP = { up: -1, down: 1 } as const
const WAYS: Readonly<Record<string, Way>> = { ArrowUp: 'up', ArrowDown: 'down' }

/** The boxes of the list that holds this element. */
const boxesAround = (element: Element): readonly HTMLInputElement[] => [
  ...(element.closest('ul')?.querySelectorAll<HTMLInputElement>('input:enabled') ?? []),
]

export function ColumnMenu({ kind, columns, anchor, onClose }: ColumnMenuProps) {
  const { t } = useTranslation('columns')
  const { t: tBoard } = useTranslation('board')
  const { t: tCommon } = useTranslation('common')
  const titleId = useId()
  const { columns: kept } = useListChoice(kind)
  const choices = useMemo(() => choicesOf(columns, kept), [columns, kept])
  const choose = (next: readonly Choice[]) => keepChoice(kind, { columns: keptChoices(columns, next) })
  // What was moved is another place of the page: the focus goes with it.
  const focused = useRef<Element | null>(null)
  useLayoutEffect(() => {
    if (focused.current instanceof HTMLElement) focused.current.focus()
    focused.current = null
  }, [choices])
  useWindowWidth()
  const width = anchor.closest('section')?.clientWidth ?? 0
  const shown = shownColumns(kind, columns, choices)
  const noteOf = ({ id, isIdle }: ListColumn<never>) => {
    const { hideBelow = 0 } = shown.find(column => column.id === id) ?? {}
    if (isIdle === true) return t(id === 'change' ? 'unmarked' : 'idle')
    return width > 0 && width < hideBelow ? t('noRoom') : undefined
  }
  const move = (column: ListColumn<never>, way: Way) => {
    const next = moved(choices, column.id, STEP[way])
    if (next === choices) return
    focused.current = document.activeElement
    choose(next)
    const place = String(next.findIndex(({ id }) => id === column.id) + 2)
    announce(t('moved', { column: column.header, place, total: String(next.length + 1) }))
  }
  const onKeyDown = (event: KeyboardEvent, column: ListColumn<never>) => {
    const way = WAYS[event.key]
    if (way === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    if (event.altKey) move(column, way)
    else {
      const boxes = boxesAround(event.currentTarget)
      const here = boxes.findIndex(box => event.currentTarget.contains(box))
      boxes[here + STEP[way]]?.focus()
    }
  }
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      transitionDuration={0}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{ paper: { role: 'dialog', 'aria-modal': true, 'aria-labelledby': titleId } }}
    >
      <div className={styles['menu']}>
        <div className={styles['head']}>
          <h2 id={titleId}>{tBoard(`columnsOf.${kind}`)}</h2>
          <NamedIconButton icon="close" name={tCommon('close')} onClick={onClose} />
        </div>
        <ul className={styles['list']}>
          {columns.filter(isFixed).map(({ id, header }) => (
            <li key={id}>
              <label>
                <input type="checkbox" checked disabled />
                <span>{header}</span> <small>{t('fixed')}</small>
              </label>
            </li>
          ))}
          {choices.map(({ id, isShown }, place) => {
            const column = columns.find(one => one.id === id)
            if (column === undefined) return null
            const { header, hint } = column
            const note = noteOf(column)
            const isEnd = { up: place === 0, down: place === choices.length - 1 }
            return (
              <li key={id} onKeyDown={event => onKeyDown(event, column)}>
                <label title={hint}>
                  <input type="checkbox" checked={isShown} onChange={() => choose(toggled(choices, id))} />
                  <span>{header}</span> {note !== undefined && <small>{note}</small>}
                </label>
                {(['up', 'down'] as const).map(way => (
                  <NamedIconButton
                    key={way}
                    icon={way}
                    name={t(way, { column: header })}
                    aria-disabled={isEnd[way]}
                    onClick={() => move(column, way)}
                  />
                ))}
              </li>
            )
          })}
        </ul>
        <div className={styles['foot']}>
          <p>{t('keys')}</p>
          <PlainButton
            look="framed"
            aria-disabled={keptChoices(columns, choices) === undefined}
            onClick={() => choose(choicesOf(columns))}
          >
            {t('reset')}
          </PlainButton>
        </div>
      </div>
    </Popover>
  )
}
