/** The layout of the two lists: side by side with a divider, one above the other below 900 px, two tabs where there is no room for two. */
import type { KeyboardEvent, ReactNode } from 'react'
import { useId, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import { DEFAULT_PREFERENCES, usePreferences } from '@/stores/preferences'
import { Splitter } from '@/ui/Splitter'
import { useMediaQuery } from '@/ui/useMediaQuery'
import { useWindowWidth } from '@/ui/useWindowSize'
import styles from './shell.module.css'

const NARROWEST = 300
/** A telephone, or a page that is magnified: two lists one above the other would have one row each. */
const TABBED = '(max-width: 599px), (max-width: 899px) and (max-height: 599px)'

interface Props {
  readonly names: { readonly sources: string; readonly sessions: string }
  readonly sources: ReactNode
  readonly sessions: ReactNode
  /** On a narrow screen selecting a source shows its sessions. */
  readonly chosenSource: string | undefined
}

function SideBySide({ sources, sessions }: Props) {
  const { t } = useTranslation('board')
  const split = usePreferences(preferences => preferences.split)
  const set = usePreferences(preferences => preferences.set)
  const whole = useWindowWidth()
  const [moving, setMoving] = useState<number>()
  const share = moving ?? split
  return (
    <div className={styles['side']} data-lists>
      <div
        className={styles['part']}
        style={{ width: `min(${share * 100}%, calc(100% - ${NARROWEST}px))`, minWidth: NARROWEST, flex: 'none' }}
      >
        {sources}
      </div>
      <Splitter
        name={t('divider')}
        orientation="vertical"
        value={Math.min(share * whole, whole - NARROWEST)}
        min={NARROWEST}
        max={Math.max(NARROWEST, whole - NARROWEST)}
        onMove={width => setMoving(width / whole)}
        onMoved={width => {
          set({ split: width / whole })
          setMoving(undefined)
        }}
        reset={() => set({ split: DEFAULT_PREFERENCES.split })}
      />
      <div className={styles['part']} style={{ flex: 1 }}>
        {sessions}
      </div>
    </div>
  )
}

const KINDS = ['sources', 'sessions'] as const
type Kind = (typeof KINDS)[number]

function Tabbed({ names, sources, sessions, chosenSource }: Props) {
  const { t } = useTranslation('board')
  const id = useId()
  const [shown, setShown] = useState<Kind>('sessions')
  const [source, setSource] = useState(chosenSource)
  if (source !== chosenSource) {
    setSource(chosenSource)
    if (chosenSource !== undefined) setShown('sessions')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    const other = shown === 'sources' ? 'sessions' : 'sources'
    setShown(other)
    document.getElementById(`${id}-${other}`)?.focus()
  }
  return (
    <div className={styles['stack']} style={{ gap: 0 }} data-lists>
      <div className={styles['tabs']} role="tablist" aria-label={t('panes')} onKeyDown={onKeyDown}>
        {KINDS.map(kind => (
          <button
            className={styles['tab']}
            key={kind}
            id={`${id}-${kind}`}
            type="button"
            role="tab"
            aria-selected={kind === shown}
            aria-controls={kind === shown ? `${id}-panel` : undefined}
            tabIndex={kind === shown ? 0 : -1}
            onClick={() => setShown(kind)}
          >
            {names[kind]}
          </button>
        ))}
      </div>
      <div
        className={styles['part']}
        id={`${id}-panel`}
        role="tabpanel"
        aria-labelledby={`${id}-${shown}`}
        style={{ flex: 1 }}
      >
        {shown === 'sources' ? sources : sessions}
      </div>
    </div>
  )
}

export function Panes(props: Props) {
  const isStacked = useMediaQuery('(max-width: 899px)')
  const isTabbed = useMediaQuery(TABBED)
  if (isTabbed) return <Tabbed {...props} />
  if (!isStacked) return <SideBySide {...props} />
  return (
    <div className={styles['stack']} data-lists>
      <div className={styles['part']} style={{ flex: 2 }}>
        {props.sources}
      </div>
      <div className={styles['part']} style={{ flex: 3 }}>
        {props.sessions}
      </div>
    </div>
  )
}
