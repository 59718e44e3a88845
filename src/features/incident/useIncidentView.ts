/** What the dialog shows, kept with its entry of the tab's history: its sessions, their number, the order, the search and the opened cause. */
import { useEffect, useEffectEvent, useState } from 'react'
import type { IncidentSize, IncidentSort } from '@/domain/incident'
import { INCIDENT_SIZES, INCIDENT_SORTS, newestInError } from '@/domain/incident'
import { isListOf, isNumber, isObjectOf, isOneOf, isOptional, isText } from '@/domain/shapes'
import type { IncidentScope } from '@/queries/incident'
import { ownerNow } from '@/stores/credentials'
import { accountMark } from '@/stores/list-choices'
import { useSelectedSessions } from '@/stores/selected-sessions'
import { useIncidentEntry } from '@/url/useIncidentEntry'

interface IncidentView {
  readonly size: IncidentSize
  readonly sort: IncidentSort
  readonly text: string
  /** Key of the opened cause. */
  readonly open?: string
  /** The sessions that were selected when it was opened; absent: those of the list. */
  readonly selected?: Omit<Extract<IncidentScope, { kind: 'selected' }>, 'kind'>
}

const isSessions = isListOf(isObjectOf({ source: isText, name: isText, id: isNumber }))
const isView = isObjectOf({
  size: isOneOf(...INCIDENT_SIZES),
  sort: isOneOf(...INCIDENT_SORTS),
  text: isText,
  open: isOptional(isText),
  selected: isOptional(isObjectOf({ sessions: isSessions, total: isNumber })),
})

/** What another user has left in the tab's history is not shown to this one. */
function readView(kept: unknown): IncidentView | undefined {
  const isOwn = isObjectOf({ owner: isOneOf(accountMark(ownerNow())) })
  return isView(kept) && isOwn(kept) ? (kept as IncidentView) : undefined
}

const [FIRST_SIZE] = INCIDENT_SIZES
const LARGEST_SIZE = Math.max(...INCIDENT_SIZES)

/** As it is opened: about the selected sessions, where some are. */
function firstView(): IncidentView {
  const view: IncidentView = { size: FIRST_SIZE, sort: 'errors', text: '' }
  const { isOn, sessions } = useSelectedSessions.getState()
  if (!isOn || sessions.size === 0) return view
  const selected = [...sessions.values()].map(({ session }) => session)
  const failing = newestInError(selected, selected.length)
  const pointers = failing.slice(0, LARGEST_SIZE).map(({ source, name, id }) => ({ source, name, id }))
  return { ...view, selected: { sessions: pointers, total: failing.length } }
}

/** Typed text is kept after a pause, in milliseconds: browsers refuse many changes of the history in a row. */
const PAUSE = 500

interface ShownIncident {
  readonly view: IncidentView
  readonly update: (change: { readonly [K in keyof IncidentView]?: IncidentView[K] | undefined }) => void
  readonly setText: (text: string) => void
  /** Keeps what was typed now: the page may be left. */
  readonly keepText: () => void
  readonly close: () => void
}

export function useIncidentView(): ShownIncident {
  const [kept, keep] = useIncidentEntry()
  const [first] = useState(firstView)
  const before = readView(kept)
  const known = before ?? first
  const [text, setText] = useState(known.text)
  const update: ShownIncident['update'] = change => {
    const changed = Object.entries({ ...known, text, ...change }).filter(([, value]) => value !== undefined)
    keep({ ...Object.fromEntries(changed), owner: accountMark(ownerNow()) }, true)
  }
  const keepText = () => {
    if (text !== known.text) update({})
  }
  const keepFirst = useEffectEvent(() => update({}))
  const isKept = before !== undefined
  useEffect(() => {
    if (!isKept) keepFirst()
  }, [isKept])
  const keepLater = useEffectEvent(keepText)
  useEffect(() => {
    const timer = setTimeout(() => keepLater(), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return { view: { ...known, text }, update, setText, keepText, close: () => keep() }
}
