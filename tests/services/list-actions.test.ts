/** Every list can be read to its end: its last sort key is unique, since the database reorders equal rows on each page. */
import { describe, expect, it } from 'vitest'
import { SESSION_SORTS, SOURCE_SORTS } from '@/domain/board-view'
import { RECORD_LISTS } from '@/domain/record-list'
import { allOf } from '@/services/paging'
import { findRecords } from '@/services/record-lists'
import { findResources, findSession, findSessions, findSources } from '@/services/rs-admin'
import { findPublicProjects } from '@/services/rs-admin-instance'
import { findChains } from '@/services/rs-dataprovider'
import { findOwnedRequests, findRequestsInError } from '@/services/rs-worker-manager'
import { chain, isOfChains } from './asking-records'
import type { Asked } from './with-gateway'
import { pageText, replying } from './with-gateway'

const REF = { source: 'A', name: 'day' }
const DIRECTIONS = ['asc', 'desc'] as const

/** Lists the server gives whole. */
const WHOLE = ['rs-storage/storages', 'rs-dam/crawler/datasourceIngestions']
/** Sources have no id. */
const uniqueOf = ({ path }: Asked) => (path === 'rs-admin/sources' ? 'name' : 'id')
const sortsOf = ({ query }: Asked): readonly string[] => [query['sort'] ?? []].flat()

type Entry = readonly [string, () => Promise<unknown>]

const CALLS: Readonly<Record<string, () => Promise<unknown>>> = {
  ...Object.fromEntries(
    DIRECTIONS.flatMap(direction => [
      ...SOURCE_SORTS.map((property): Entry => [
        `sources by ${property}, ${direction}`,
        () => findSources({ sort: { property, direction } }, 0),
      ]),
      ...SESSION_SORTS.map((property): Entry => [
        `sessions by ${property}, ${direction}`,
        () => findSessions({ sort: { property, direction } }, 0),
      ]),
      ...RECORD_LISTS.map((list): Entry => [
        `${list}, ${direction}`,
        () => findRecords(list, { ref: REF, direction, part: list === 'storageErrors' ? 'disk/STORAGE' : 'UPDATE' }, 0),
      ]),
    ]),
  ),
  'sources unsorted': () => findSources({}, 0),
  'sessions unsorted': () => findSessions({}, 0),
  'a session by its names': () => findSession(REF).catch(() => undefined),
  'endpoints of the user': () => findResources(),
  'projects to sign in to': () => findPublicProjects(),
  'chains of a source': () => findChains('A'),
  'worker requests to relaunch': () => findRequestsInError(REF),
  'worker requests a deletion takes': () => findOwnedRequests(REF, 0, 10, 'bySession'),
}

describe('the order of every list ends with a key no two rows share:', () => {
  it.each(Object.entries(CALLS))('%s', async (_, call) => {
    const all = replying(asked => ({
      text: WHOLE.includes(asked.path) ? '[]' : pageText(isOfChains(asked) ? [chain(1, 'A')] : []),
    }))
    await call()
    expect(all.length).toBeGreaterThan(0)
    for (const asked of all.filter(({ path }) => !WHOLE.includes(path)))
      expect(sortsOf(asked).at(-1)).toMatch(new RegExp(`^${uniqueOf(asked)},(asc|desc)$`))
  })
})

describe('a list of ties', () => {
  const TOTAL = 3000
  /** What stands for the order of ties: another one on each page. */
  const shuffled = (id: number, page: number) => (id * 7919 + page * 104_729) % 3001

  /** As the database answers: rows equal by all keys asked for come in another order on each page. */
  const database = ({ query }: Asked) => {
    const [page, size] = [Number(query['page']), Number(query['size'])]
    const isSettled = [query['sort'] ?? []].flat().some(sort => sort.startsWith('id,'))
    const ids = Array.from({ length: TOTAL }, (_, id) => id)
    const sorted = isSettled ? ids : ids.sort((a, b) => shuffled(a, page) - shuffled(b, page))
    const rows = sorted.slice(page * size, (page + 1) * size)
    return {
      text: pageText(
        rows.map(id => ({ id, source: 'A', name: `s${id}` })),
        TOTAL,
      ),
    }
  }

  it.each(SESSION_SORTS)('of sessions by %s gives every row once', async property => {
    replying(database)
    const found = await allOf('rs-admin', page => findSessions({ sort: { property, direction: 'desc' } }, page))
    expect(found).toHaveLength(TOTAL)
    expect(new Set(found.map(({ id }) => id)).size).toBe(TOTAL)
  })
})
