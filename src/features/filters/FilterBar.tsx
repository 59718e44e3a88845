/** The filters of one pane: name, the selected source, and clear; those by state are StateChips. */
import type { ReactNode, RefObject } from 'react'
import { useRef, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { BoardView } from '@/domain/board-view'
import { clearFilters, selectSource, setFilters } from '@/domain/board-view'
import type { NamedThing } from '@/queries/names'
import type { UpdateView } from '@/url/useBoardView'
import { Icon } from '@/ui/Icon'
import { Name } from '@/ui/Name'
import { PlainButton } from '@/ui/PlainButton'
import styles from './filters.module.css'
import { NameFilter } from './NameFilter'

const FIELDS = {
  sources: { name: 'sourceName', state: 'sourceState' },
  sessions: { name: 'sessionName', state: 'sessionState' },
} as const

interface Props {
  readonly kind: NamedThing
  readonly view: BoardView
  readonly updateView: UpdateView
  readonly nameRef?: RefObject<HTMLInputElement | null>
  /** A filter of this list alone. */
  readonly more?: ReactNode
}

/** Filters change the address in place: Back leads to the page before, not through every letter typed. */
const IN_PLACE = { replace: true } as const

export function FilterBar({ kind, view, updateView, nameRef, more }: Props) {
  const { t } = useTranslation('board')
  const ownRef = useRef<HTMLInputElement>(null)
  const field = nameRef ?? ownRef
  const { name, state } = FIELDS[kind]
  const { filters } = view
  const isOfSessions = kind === 'sessions'
  const source = isOfSessions ? view.source : undefined
  const isInRange = isOfSessions && filters.sessionSince !== undefined
  const [typed, setTyped] = useState('')
  const [clears, setClears] = useState(0)
  const isAnySet =
    typed !== '' || filters[name] !== undefined || filters[state] !== undefined || source !== undefined || isInRange
  // The button goes with what it cleared: the focus goes where one filters next.
  const leave = (transition: (now: BoardView) => BoardView) => {
    field.current?.focus()
    updateView(transition)
  }
  return (
    <div
      className={styles['bar']}
      // A date has a field of its own.
      data-dated={isInRange && filters.sessionSince.includes('-')}
      role="search"
      aria-label={t(`filtersOf.${kind}`)}
    >
      <NameFilter
        kind={kind}
        value={filters[name] ?? ''}
        onChange={text => updateView(now => setFilters(now, { [name]: text }), IN_PLACE)}
        onText={setTyped}
        clears={clears}
        inputRef={field}
      />
      {more}
      {source !== undefined && (
        <PlainButton
          className={styles['chip'] ?? ''}
          look="framed"
          title={t('freeSource', { source })}
          aria-label={t('freeSource', { source })}
          onClick={() => leave(now => (now.source === undefined ? now : selectSource(now, now.source)))}
        >
          <span>
            {t('onlySource', { source: '' })}
            <Name text={source} />
          </span>
          <Icon name="close" />
        </PlainButton>
      )}
      {isAnySet && (
        <PlainButton
          aria-label={t(`clear.${kind}`)}
          onClick={() => {
            setClears(clears + 1)
            leave(now => clearFilters(now, kind))
          }}
        >
          {t('clearShort')}
        </PlainButton>
      )}
    </div>
  )
}
