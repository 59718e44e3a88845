/** What a click on a header makes of the order. */
import type { Sort } from '@/domain/board-view'

/** REGARDS' own order when none is asked for (docs/regards-api/sessions.md 1.1, 2.1). */
export const LATEST_FIRST: Sort<'lastUpdateDate'> = { property: 'lastUpdateDate', direction: 'desc' }

/** An order of ours, which no header stands for. */
export const BY_URGENCY: Sort<'urgency'> = { property: 'urgency', direction: 'desc' }

/** The same header again turns the order round; names begin at A, dates and figures with the largest. */
export function nextSort<P extends string>(
  properties: readonly P[],
  now: Sort<string>,
  clicked: string,
): Sort<P> | undefined {
  const property = properties.find(known => known === clicked)
  if (property === undefined) return undefined
  if (now.property === property) return { property, direction: now.direction === 'asc' ? 'desc' : 'asc' }
  return { property, direction: property === 'name' || property === 'source' ? 'asc' : 'desc' }
}
