/** Where the reader was in each list, for each entry of the tab's history: Back and a reload return there. */
import { useConfiguration } from './configuration'
import { ownerNow } from './credentials'
import { storageKey } from './storage-key'

const KIND = 'places'
/** The oldest ones are dropped. */
const MOST = 100
/** A list that is scrolled changes its place all the time; in milliseconds. */
const WRITTEN_AFTER = 250
/** What the router calls the entry of a page that was opened by its address. */
const FIRST_ENTRY = 'default'

interface Place {
  readonly key: string
  readonly index: number
  readonly offset: number
}

interface Kept extends Place {
  readonly listKey: string
}

interface ShownEntry {
  readonly key: string
  /** Reached by Back, Forward or a reload. */
  readonly isReturn: boolean
  /** It replaced the one shown before. */
  readonly isReplacement: boolean
}

interface Places {
  readonly isReturn: boolean
  /** Undefined when another list was shown there, or none. */
  readonly read: (listKey: string) => Place | undefined
  readonly keep: (listKey: string, place: Place) => void
}

let all: Map<string, Kept> | undefined
/** The entry of which the places were asked for last. */
let shown: string | undefined
let writing: ReturnType<typeof setTimeout> | undefined

const startOf = (entry: string) => `[${JSON.stringify(entry)},`
const idOf = (list: string, entry: string) => `${startOf(entry)}${JSON.stringify(list)}]`

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false
  const { key, index, offset, listKey } = value as Readonly<Record<string, unknown>>
  return typeof key === 'string' && Number.isInteger(index) && Number.isFinite(offset) && typeof listKey === 'string'
}

/** A typed address starts without places, whatever this tab showed before. */
const isTyped = () =>
  performance.getEntriesByType('navigation').some(entry => 'type' in entry && entry.type === 'navigate')

function stored(): Map<string, Kept> {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(storageKey(KIND)) ?? 'null')
    // Row keys are names of the archive: they are for the user who read them.
    const isOwn = typeof found === 'object' && found !== null && 'owner' in found && found.owner === ownerNow()
    const entries = (
      isOwn && 'places' in found && Array.isArray(found.places) ? found.places : []
    ) as readonly unknown[]
    const kept = entries.flatMap((entry): [string, Kept][] => {
      if (!Array.isArray(entry) || typeof entry[0] !== 'string' || !isKept(entry[1])) return []
      return [[entry[0], entry[1]]]
    })
    const isOld = ([id]: readonly [string, Kept]) => isTyped() && id.startsWith(startOf(FIRST_ENTRY))
    return new Map(kept.filter(entry => !isOld(entry)))
  } catch {
    return new Map()
  }
}

function write(): void {
  clearTimeout(writing)
  writing = undefined
  if (all === undefined || useConfiguration.getState().token === 'memory') return
  try {
    sessionStorage.setItem(storageKey(KIND), JSON.stringify({ owner: ownerNow(), places: [...all] }))
  } catch {
    // Storage refused or full: a reload then begins at the top.
  }
}

function places(): Map<string, Kept> {
  if (all !== undefined) return all
  // A page that is being closed cannot wait for a timer.
  window.addEventListener('pagehide', () => writing !== undefined && write())
  return (all = stored())
}

/** What was kept for an entry belongs to the one that took its place: stepping from row to row fills no memory. */
function takeOver(before: string, now: string): void {
  for (const [id, place] of [...places()]) {
    if (!id.startsWith(startOf(before))) continue
    const next = startOf(now) + id.slice(startOf(before).length)
    places().delete(id)
    if (!places().has(next)) places().set(next, place)
  }
}

/**
 * The places of one list.
 * @param entry the entry of the tab's history that is shown
 */
export function placesOf(list: string, { key: entry, isReturn, isReplacement }: ShownEntry): Places {
  const id = idOf(list, entry)
  if (isReplacement && shown !== undefined && shown !== entry) takeOver(shown, entry)
  shown = entry
  return {
    isReturn,
    read: listKey => {
      const kept = places().get(id)
      return kept?.listKey === listKey ? kept : undefined
    },
    keep: (listKey, { key, index, offset }) => {
      const before = places().get(id)
      if (before?.listKey === listKey && before.index === index && before.offset === offset && before.key === key)
        return
      places().delete(id)
      places().set(id, { listKey, key, index, offset })
      const oldest = places().size > MOST ? places().keys().next().value : undefined
      if (oldest !== undefined) places().delete(oldest)
      writing ??= setTimeout(write, WRITTEN_AFTER)
    },
  }
}

/** Nothing is kept: row keys are names of the archive. */
export function forgetPlaces(): void {
  clearTimeout(writing)
  writing = undefined
  all?.clear()
  shown = undefined
  try {
    sessionStorage.removeItem(storageKey(KIND))
  } catch {
    // What cannot be removed was not stored either.
  }
}
