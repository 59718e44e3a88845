/** Where the two lists stand: side by side with a divider, one above the other below 900 px, two tabs below 600 px. */
import { styled } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import type { KeyboardEvent, ReactNode } from 'react'
import { useId, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import { DEFAULT_PREFERENCES, usePreferences } from '@/stores/preferences'
import { Splitter } from '@/ui/Splitter'
import { useWindowWidth } from '@/ui/useWindowSize'

const Side = styled('div')({ display: 'flex', flex: 1, minHeight: 0, minWidth: 0, overflow: 'hidden' })
const Stack = styled('div')({ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0, gap: 8 })
const Part = styled('div')({ display: 'flex', minWidth: 0, minHeight: 0 })

const Tabs = styled('div')(({ theme }) => ({
  display: 'flex',
  backgroundColor: theme.vars.palette.background.paper,
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
}))

const Tab = styled('button')(({ theme }) => ({
  all: 'unset',
  ...theme.typography.body1,
  boxSizing: 'border-box',
  flex: 1,
  minHeight: 44,
  textAlign: 'center',
  cursor: 'pointer',
  color: theme.vars.palette.text.secondary,
  borderBottom: '3px solid transparent',
  '&[aria-selected=true]': {
    color: theme.vars.palette.text.primary,
    borderBottomColor: theme.vars.palette.primary.main,
  },
  '&:focus-visible': { outline: `2px solid ${theme.vars.palette.primary.main}`, outlineOffset: -2 },
}))

const NARROWEST = 300

interface Props {
  readonly names: { readonly sources: string; readonly sessions: string }
  readonly sources: ReactNode
  readonly sessions: ReactNode
  /** On a narrow screen choosing a source leads to its sessions. */
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
    <Side>
      <Part style={{ width: `${share * 100}%`, minWidth: NARROWEST, flex: 'none' }}>{sources}</Part>
      <Splitter
        name={t('divider')}
        orientation="vertical"
        value={share * whole}
        min={NARROWEST}
        max={Math.max(NARROWEST, whole - NARROWEST)}
        onMove={width => setMoving(width / whole)}
        onMoved={width => {
          set({ split: width / whole })
          setMoving(undefined)
        }}
        reset={() => set({ split: DEFAULT_PREFERENCES.split })}
      />
      <Part style={{ flex: 1 }}>{sessions}</Part>
    </Side>
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
    <Stack style={{ gap: 0 }}>
      <Tabs role="tablist" aria-label={t('panes')} onKeyDown={onKeyDown}>
        {KINDS.map(kind => (
          <Tab
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
          </Tab>
        ))}
      </Tabs>
      <Part id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${shown}`} style={{ flex: 1 }}>
        {shown === 'sources' ? sources : sessions}
      </Part>
    </Stack>
  )
}

export function Panes(props: Props) {
  const isStacked = useMediaQuery('(max-width: 899px)', { noSsr: true })
  const isTabbed = useMediaQuery('(max-width: 599px)', { noSsr: true })
  if (isTabbed) return <Tabbed {...props} />
  if (!isStacked) return <SideBySide {...props} />
  return (
    <Stack>
      <Part style={{ flex: 2 }}>{props.sources}</Part>
      <Part style={{ flex: 3 }}>{props.sessions}</Part>
    </Stack>
  )
}
