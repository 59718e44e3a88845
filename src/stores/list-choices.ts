/**
 * How a user has arranged each list, its columns and its last sort: kept in this browser by gateway and account, under a
 * number in place of the account's name. Also read by public/first.js, which asks for the first rows in the same order.
 */
import { useMemo, useSyncExternalStore } from 'react'
import { ownerNow, useOwner } from './credentials'
import { storageKey } from './storage-key'

type ListName = 'sources' | 'sessions'

export interface ListChoice {
  /** Ids of columns in their order, a minus before those that are not shown. */
  readonly columns?: readonly string[]
  /** As the address writes it. */
  readonly sort?: string
}

type Choices = Readonly<Record<string, Readonly<Record<string, unknown>>>>

const KIND = 'lists'
/** Accounts of one browser; the oldest choice gives way. */
const MOST = 50

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** FNV-1a: the same for the same account, and no name that another user of the browser could read. */
export function accountMark(owner: string): string {
  let mark = 2166136261
  for (let n = 0; n < owner.length; n++) mark = Math.imul(mark ^ owner.charCodeAt(n), 16777619)
  return (mark >>> 0).toString(36)
}

/** What could not be stored, and holds as long as the page. */
let unsaved: string | undefined
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  // Another tab of the same browser.
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

function stored(): string {
  if (unsaved !== undefined) return unsaved
  try {
    return localStorage.getItem(storageKey(KIND)) ?? ''
  } catch {
    return ''
  }
}

function parse(text: string): Choices {
  try {
    const found: unknown = JSON.parse(text)
    if (!isObject(found)) return {}
    return Object.fromEntries(
      Object.entries(found).filter((entry): entry is [string, Choices[string]] => isObject(entry[1])),
    )
  } catch {
    return {}
  }
}

/** What of a choice can be used: each damaged part gives way to what is usual. */
function choiceIn(text: string, owner: string, list: ListName): ListChoice {
  const own = parse(text)[accountMark(owner)]?.[list]
  if (!isObject(own)) return {}
  const { columns, sort } = own
  const isUsable = Array.isArray(columns) && columns.every(id => typeof id === 'string')
  return { ...(isUsable && { columns }), ...(typeof sort === 'string' && { sort }) }
}

/** The choice of who is signed in now. */
export const choiceNow = (list: ListName): ListChoice => choiceIn(stored(), ownerNow(), list)

/** The same, for what is drawn anew when it changes. */
export function useListChoice(list: ListName): ListChoice {
  const owner = useOwner()
  const text = useSyncExternalStore(subscribe, stored)
  return useMemo(() => choiceIn(text, owner, list), [text, owner, list])
}

/** Keeps a part of the choice of who is signed in now; undefined goes back to what is usual. */
export function keepChoice(list: ListName, change: { [K in keyof ListChoice]?: ListChoice[K] | undefined }): void {
  const mark = accountMark(ownerNow())
  const { [mark]: own = {}, ...others } = parse(stored())
  const mine = { ...own, [list]: { ...choiceNow(list), ...change } }
  const text = JSON.stringify(Object.fromEntries([...Object.entries(others).slice(1 - MOST), [mark, mine]]))
  try {
    localStorage.setItem(storageKey(KIND), text)
    unsaved = undefined
  } catch {
    unsaved = text
  }
  for (const listener of listeners) listener()
}
