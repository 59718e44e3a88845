/** Rows of the lists after they were asked again: what REGARDS did not count anew is the very same object. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createQueryClient } from '@/app/query-client'
import type { Page, Session } from '@/domain/session'
import { sessionsPageQuery, sourcesPageQuery } from '@/queries/board'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { enter } from '@tests/services/with-gateway'

const SESSIONS = sessionsPageQuery({}, 0)
const client = createQueryClient()
let world: World

beforeEach(async () => {
  world = aWorld()
    .withSession('A/still', s => s.oais({ done: 3 }).changed('3m'))
    .withSession('A/works', s => s.oais({ done: 1, errors: 2 }).relaunchSucceeds('all').changed('2m'))
    .withSession('B/last', s => s.oais({ done: 1 }).changed('1m'))
    .build()
  await enter(world)
})

afterEach(() => client.clear())

/** The sessions in the cache after they were asked once more. */
async function ask(): Promise<Page<Session>> {
  await client.query({ ...SESSIONS, staleTime: 0 })
  const page = client.getQueryData(SESSIONS.queryKey)
  if (page === undefined) throw new Error('No answer')
  return page
}
const rowOf = ({ entries }: Page<Session>, wanted: string) =>
  entries.find(entry => 'name' in entry && entry.name === wanted)

it('an answer that says the same is the same', async () => {
  const before = await ask()
  expect(await ask()).toBe(before)
})

it('a row that changed is another object, and those that only moved are not', async () => {
  const before = await ask()
  world.faults.mutate('rs-admin/sessions', text => {
    const answer = JSON.parse(text) as { content: { content: { name: string; steps: { state: object }[] } }[] }
    for (const { content } of answer.content)
      if (content.name === 'works') content.steps[0]!.state = { errors: 0, waiting: 0, running: 2 }
    answer.content.reverse()
    return JSON.stringify(answer)
  })
  const after = await ask()
  expect(after.entries.map(entry => 'name' in entry && entry.name)).toEqual(['still', 'works', 'last'])
  expect(before.entries.map(entry => 'name' in entry && entry.name)).toEqual(['last', 'works', 'still'])
  expect(rowOf(after, 'still')).toBe(rowOf(before, 'still'))
  expect(rowOf(after, 'last')).toBe(rowOf(before, 'last'))
  expect(rowOf(after, 'works')).not.toBe(rowOf(before, 'works'))
  expect(rowOf(after, 'works')).toMatchObject({ steps: [{ state: { errors: 0, running: 2 } }] })
})

it('sources, too', async () => {
  const sources = sourcesPageQuery({}, 0)
  await client.query(sources)
  const before = client.getQueryData(sources.queryKey)
  expect(before?.entries).toHaveLength(2)
  await client.query({ ...sources, staleTime: 0 })
  expect(client.getQueryData(sources.queryKey)).toBe(before)
})
