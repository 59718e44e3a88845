/** The column of boxes by which sessions are selected, while selecting is on. */
import { createContext, use, useMemo } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { Session, Unreadable } from '@/domain/session'
import { isUnreadable, sessionKey } from '@/domain/session'
import { nameText } from '@/i18n/isolate'
import type { SparseList } from '@/queries/useSparseList'
import { selectSessions, switchSelection, toggleSession, useSelectedSessions } from '@/stores/selected-sessions'
import { PlainButton } from '@/ui/PlainButton'
import type { ListColumn } from './column-choice'
import styles from './selection.module.css'

type Toggle = (session: Session, isRange: boolean) => void

/** Turns selecting on and off. */
export function SelectButton() {
  const { t } = useTranslation('board')
  const isOn = useSelectedSessions(selection => selection.isOn)
  return (
    <PlainButton className={styles['button']} aria-pressed={isOn} onClick={switchSelection}>
      {t('select.button')}
    </PlainButton>
  )
}

/** What a box does, for the boxes of the table inside; it changes with the list, and the columns do not. */
export const ToggleRow = createContext<Toggle | undefined>(undefined)

/** In a table the row's own Space does the same. */
function SelectBox({ session }: { readonly session: Session }) {
  const onToggle = use(ToggleRow)
  const { t } = useTranslation('board')
  const key = sessionKey(session)
  const isSelected = useSelectedSessions(({ sessions }) => sessions.has(key))
  return (
    <label className={styles['box']}>
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={t('select.row', { name: nameText(session.name) })}
        checked={isSelected}
        onChange={() => undefined}
        onClick={event => onToggle?.(session, event.shiftKey)}
      />
    </label>
  )
}

interface Selecting {
  readonly columns: readonly ListColumn<Session | Unreadable>[]
  /** Undefined while selecting is off. */
  readonly onToggle: Toggle | undefined
}

/** Selects or takes out a row; with Shift all rows that are loaded between it and the one before. */
function toggleIn({ rowAt, indexOf, answeredAt }: SparseList<Session>, session: Session, isRange: boolean): void {
  const { last = '' } = useSelectedSessions.getState()
  const [from, to] = [indexOf(last), indexOf(sessionKey(session))]
  if (!isRange || from === undefined || to === undefined) return toggleSession(session, answeredAt)
  const places = Array.from({ length: Math.abs(to - from) + 1 }, (_, n) => Math.min(from, to) + n)
  const rows = places.map(rowAt).flatMap(row => (row === undefined || isUnreadable(row) ? [] : [row]))
  selectSessions(rows, answeredAt, session)
}

/** The columns with the boxes before them while selecting is on. */
export function useSelecting(list: SparseList<Session>, columns: Selecting['columns']): Selecting {
  const { t } = useTranslation('board')
  const isOn = useSelectedSessions(selection => selection.isOn)
  const onToggle: Toggle = (session, isRange) => toggleIn(list, session, isRange)
  const all = useMemo(
    () => [
      {
        id: 'select',
        header: t('select.header'),
        width: '24px',
        room: 24,
        // Beside both lines, in a track of its own that is there with the boxes alone.
        inLines: '1 / 4 / 3 / 5',
        cell: (row: Session | Unreadable) => (isUnreadable(row) ? null : <SelectBox session={row} />),
      },
      ...columns,
    ],
    [t, columns],
  )
  return isOn ? { columns: all, onToggle } : { columns, onToggle: undefined }
}
