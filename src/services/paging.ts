/** Lists that can be read to their end: their order, and page after page to the server's total. */
import { ServiceError } from '@/domain/service-error'
import type { Page, Unreadable } from '@/domain/session'
import { isUnreadable } from '@/domain/session'

/**
 * The `sort` of a list that can be read to its end. The database orders equal rows anew for every page: without a last
 * key that no two rows share, some rows would come on no page and others twice.
 */
export function sortBy(property: string, direction: string, unique = 'id', ties = 'asc'): readonly string[] {
  const asked = `${property},${direction}`
  return property === unique ? [asked] : [asked, `${unique},${ties}`]
}

/** No list is that long: a server without an end is not read for ever. */
const MOST_PAGES = 1000

/**
 * The entries of each page. What counts is how many rows came, not how many were asked for: a server may give fewer.
 * @throws ServiceError when there is no end to them
 */
export async function* pagesOf<T>(
  service: string,
  askPage: (page: number) => Promise<Page<T>>,
): AsyncGenerator<readonly (T | Unreadable)[], void> {
  let seen = 0
  for (let page = 0; page < MOST_PAGES; page++) {
    const { entries, total } = await askPage(page)
    yield entries
    seen += entries.length
    if (entries.length === 0 || seen >= total) return
  }
  throw new ServiceError({ service, reason: 'tooLarge', carriedToken: true })
}

/**
 * All entries of a list.
 * @throws ServiceError also when one of them cannot be read: a decision on the whole list must not miss one
 */
export async function allOf<T extends object>(
  service: string,
  askPage: (page: number) => Promise<Page<T>>,
): Promise<readonly T[]> {
  const found: T[] = []
  for await (const entries of pagesOf(service, askPage)) {
    for (const entry of entries) {
      if (isUnreadable(entry)) throw new ServiceError({ service, reason: 'unreadable', carriedToken: true })
      found.push(entry)
    }
  }
  return found
}
