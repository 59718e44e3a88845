/** The moment of the last look of each account, in this browser only and the same in all tabs; nothing is kept with `"token": "memory"`. */
import { useMemo, useSyncExternalStore } from 'react'
import type { SeenMark } from '@/domain/changes'
import { readMark, writeMark } from '@/domain/kept-mark'
import { useConfiguration } from './configuration'
import { ownerNow, perVisit, useOwner } from './credentials'
import { accountMark } from './list-choices'
import { storageKey } from './storage-key'

/** Neither a path nor an address holds a space: no account reads what is another's. */
const seenPrefix = () => `${storageKey('seen')} `

const seenKey = (owner: string) => `${seenPrefix()}${accountMark(owner)}`

/** Accounts of one gateway; the oldest mark gives way. */
const MOST = 5

/** What could not be stored, by owner: it holds as long as the page. */
const unsaved = perVisit(() => new Map<string, string>())
const listeners = new Set<() => void>()

function changed(): void {
  for (const listener of listeners) listener()
}

function onStorage({ key }: StorageEvent): void {
  if (key === null || key.startsWith(seenPrefix())) changed()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('storage', onStorage)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener('storage', onStorage)
  }
}

const isMemory = () => useConfiguration.getState().token === 'memory'

function stored(owner: string): string | null {
  const held = unsaved().get(owner)
  if (held !== undefined) return held
  if (isMemory()) return null
  try {
    return localStorage.getItem(seenKey(owner))
  } catch {
    return null
  }
}

/** A damaged mark is the oldest of all. */
const ageOf = (key: string) => readMark(localStorage.getItem(key))?.at ?? ''

function makeRoom(own: string): void {
  const others = Object.keys(localStorage).filter(key => key.startsWith(seenPrefix()) && key !== own)
  const oldest = others.map(key => ({ key, at: ageOf(key) })).sort((a, b) => (a.at < b.at ? -1 : 1))
  for (const { key } of oldest.slice(0, Math.max(0, others.length + 1 - MOST))) localStorage.removeItem(key)
}

/** Keeps a mark in place of the one before. @returns whether a reload finds it */
export function keepSeen(owner: string, mark: SeenMark): boolean {
  const text = writeMark(mark)
  unsaved().delete(owner)
  try {
    if (isMemory()) throw new Error('Nothing is kept')
    makeRoom(seenKey(owner))
    localStorage.setItem(seenKey(owner), text)
  } catch {
    // Storage refused or full. Nothing of who has left the page stays in it.
    if (owner === ownerNow()) unsaved().set(owner, text)
  }
  changed()
  return !unsaved().has(owner)
}

/** Removes the mark of an account, in all tabs. */
export function forgetSeen(owner: string): void {
  unsaved().delete(owner)
  try {
    localStorage.removeItem(seenKey(owner))
  } catch {
    // What cannot be removed could not be kept either.
  }
  changed()
}

/** The mark of who is signed in now. */
export const seenNow = (): SeenMark | undefined => readMark(stored(ownerNow()))

/** The same, drawn anew when this or another tab changes it; the same object as long as it is the same mark. */
export function useSeen(): SeenMark | undefined {
  const owner = useOwner()
  const text = useSyncExternalStore(subscribe, () => stored(owner))
  return useMemo(() => readMark(text), [text])
}
