/** The journal of each account, in this browser only: written by all tabs, shown to that account alone; nothing is kept with `"token": "memory"`. */
import { useSyncExternalStore } from 'react'
import type { JournalEntry } from '@/domain/journal'
import { mergeJournal, readJournal } from '@/domain/journal'
import { useConfiguration } from './configuration'
import { ownerNow, perVisit } from './credentials'
import { storageKey } from './storage-key'

export interface Journal {
  /** The latest first. */
  readonly entries: readonly JournalEntry[]
  /** False when a reload forgets it. */
  readonly isStored: boolean
}

/** Neither a path nor an address holds a space: no account reads what is another's. */
const keyOf = (owner: string) => `${storageKey('journal')} ${owner}`

/** What this page wrote, by owner and id: there although storage is refused or full, or another tab overwrote it. */
const written = perVisit(() => new Map<string, Map<string, JournalEntry>>())

const listeners = new Set<() => void>()
/** Storage refused or full at the last writing. */
let hasFailed = false
let changes = 0

function changed(): void {
  changes++
  for (const listener of listeners) listener()
}

function stored(owner: string): string | null {
  if (useConfiguration.getState().token === 'memory') return null
  try {
    return localStorage.getItem(keyOf(owner))
  } catch {
    return null
  }
}

function store(owner: string, entries: readonly JournalEntry[]): void {
  if (useConfiguration.getState().token === 'memory') return
  try {
    localStorage.setItem(keyOf(owner), JSON.stringify(entries))
    hasFailed = false
  } catch {
    // The action goes on; its entry lasts as long as the page.
    hasFailed = true
  }
}

const own = (owner: string) => written().get(owner)?.values() ?? []

/** The entries of an account, the latest first. */
export function journalOf(owner: string): readonly JournalEntry[] {
  return mergeJournal(readJournal(stored(owner)), own(owner))
}

/** Adds an entry, or puts it in the place of an earlier one with its id. */
export function writeJournal(owner: string, entry: JournalEntry): void {
  // Nothing of who has left the page stays in it.
  if (owner === ownerNow()) {
    const mine = written().get(owner) ?? new Map<string, JournalEntry>()
    mine.set(entry.id, entry)
    written().set(owner, mine)
  }
  store(owner, mergeJournal(journalOf(owner), [entry]))
  changed()
}

/** Changes the entry of this id; nothing when it was forgotten. */
export function changeJournal(owner: string, id: string, change: (entry: JournalEntry) => JournalEntry): void {
  const entry = journalOf(owner).find(one => one.id === id)
  if (entry === undefined) return
  const next = change(entry)
  if (JSON.stringify(next) !== JSON.stringify(entry)) writeJournal(owner, { ...next, revision: entry.revision + 1 })
}

/** Removes all entries of an account, in all tabs. */
export function forgetJournal(owner: string): void {
  written().delete(owner)
  try {
    localStorage.removeItem(keyOf(owner))
  } catch {
    // What cannot be removed could not be kept either.
  }
  changed()
}

/**
 * Keeps the entries of two tabs that wrote at the same moment: what another tab overwrote is written again, what it
 * forgot is forgotten.
 * @returns what ends it
 */
export function shareJournal(owner: string): () => void {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key !== null && key !== keyOf(owner)) return
    if (newValue === null) written().delete(owner)
    else {
      const merged = journalOf(owner)
      if (JSON.stringify(merged) !== JSON.stringify(readJournal(newValue))) store(owner, merged)
    }
    changed()
  }
  window.addEventListener('storage', onStorage)
  return () => window.removeEventListener('storage', onStorage)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

let read: { readonly key: string; readonly entries: readonly JournalEntry[] } | undefined

/** Storage is read again only after a change. */
function entriesOf(owner: string): readonly JournalEntry[] {
  const key = `${changes} ${owner}`
  if (read?.key !== key) read = { key, entries: journalOf(owner) }
  return read.entries
}

/** The journal of an account, drawn anew whenever this or another tab writes. */
export function useJournal(owner: string): Journal {
  const isMemory = useConfiguration(({ token }) => token === 'memory')
  const entries = useSyncExternalStore(subscribe, () => entriesOf(owner))
  return { entries, isStored: !isMemory && !hasFailed }
}
