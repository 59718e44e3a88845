/** Keeps the row under the eye where it is while rows come and go above it. */
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import type { ListPlace, PlaceKeeper } from './table-types'
import type { RowWindow } from './useRowWindow'

/** So many rows up and down a row is looked for that has moved. */
export const NEAR = 120

/** Where a key stands now, looked for around the place it had. */
export function findNear(
  keyAt: (index: number) => string | undefined,
  key: string,
  around: number,
): number | undefined {
  if (keyAt(around) === key) return around
  for (let distance = 1; distance <= NEAR; distance++) {
    if (keyAt(around + distance) === key) return around + distance
    if (around >= distance && keyAt(around - distance) === key) return around - distance
  }
  return undefined
}

interface Anchor {
  readonly key: string
  readonly index: number
  /** Where the list was then, in pixels: another place is the reader's. */
  readonly offset: number
}

/** A place that is gone back to as its rows are read; `at` is where that has led so far, in pixels. */
interface Return extends ListPlace {
  readonly at: number | undefined
}

interface Options {
  readonly window: RowWindow
  readonly keyAt: (index: number) => string | undefined
  readonly rowHeight: number
  readonly listKey: string
  /** Rows there are; undefined until the server has said. */
  readonly total: number | undefined
  /** The rows are those of the list before. */
  readonly isBusy: boolean
  readonly places: PlaceKeeper | undefined
}

export interface AnchorState {
  /** The list is on its way to a place that was kept, whose row is not found yet. */
  readonly isLookedFor: () => boolean
  /** The list was opened at a place that was kept. */
  readonly hasPlace: () => boolean
}

/**
 * Scrolled to the top one wants what is newest; anywhere else the first row in view stays in view. A list that is come
 * back to, by the browser's Back or a reload, is opened where it was left.
 */
export function useAnchor(options: Options): AnchorState {
  const { window: rows, keyAt, rowHeight, listKey, total, isBusy, places } = options
  const count = total ?? 0
  const anchor = useRef<Anchor>(undefined)
  const wanted = useRef<Return>(undefined)
  const wasKept = useRef(false)
  const shown = useRef<string>(undefined)
  const begin = useEffectEvent(() => {
    const isOther = shown.current !== listKey
    shown.current = listKey
    const kept = places?.read(listKey)
    // Opening a row leaves the list where it is; going back to before it, where it was then.
    if (!isOther && (kept === undefined || places?.isReturn !== true)) return
    anchor.current = undefined
    const isTop = kept === undefined || (kept.index === 0 && kept.offset >= 0)
    wanted.current = isTop ? undefined : { ...kept, at: undefined }
    wasKept.current = kept !== undefined
    if (isOther || isTop) rows.scrollTo(0)
  })
  useLayoutEffect(() => begin(), [listKey, places])

  /** True once the place is found, or given up. */
  const goBack = (place: Return): boolean => {
    if (total === 0) return true
    if (count === 0) return false
    const top = rows.offset()
    // The reader has scrolled meanwhile: the place is the reader's.
    if (place.at !== undefined && Math.abs(top - place.at) > 1) return true
    const found = findNear(keyAt, place.key, place.index)
    rows.scrollTo((found ?? place.index) * rowHeight - place.offset)
    wanted.current = { ...place, at: rows.offset() }
    if (found !== undefined) {
      anchor.current = { key: place.key, index: found, offset: rows.offset() }
      return true
    }
    const isKnown = (index: number) => keyAt(Math.max(0, Math.min(index, count - 1))) !== undefined
    return place.index < count && isKnown(place.index - NEAR) && isKnown(place.index) && isKnown(place.index + NEAR)
  }

  useLayoutEffect(() => {
    if (wanted.current !== undefined) {
      if (goBack(wanted.current)) wanted.current = undefined
      return
    }
    const offset = rows.offset()
    const before = anchor.current
    if (before?.offset === offset && offset > 0) {
      if (keyAt(before.index) === before.key) return
      // A row that has moved to another page is found once that page is read.
      const index = findNear(keyAt, before.key, before.index)
      if (index === undefined || index === before.index) return
      rows.scrollTo(offset + (index - before.index) * rowHeight)
      anchor.current = { key: before.key, index, offset: rows.offset() }
      return
    }
    const index = Math.ceil(offset / rowHeight)
    const key = keyAt(index)
    anchor.current = key === undefined ? undefined : { key, index, offset }
  })

  useEffect(() => {
    if (isBusy || places === undefined || wanted.current !== undefined) return
    const offset = rows.offset()
    const index = Math.ceil(offset / rowHeight)
    const key = keyAt(index)
    if (key !== undefined) places.keep(listKey, { key, index, offset: index * rowHeight - offset })
  })
  return { isLookedFor: () => wanted.current !== undefined, hasPlace: () => wasKept.current }
}
