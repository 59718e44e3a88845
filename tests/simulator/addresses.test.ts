/** Paths and bodies that REGARDS refuses, and how (docs/regards-api/measured.md 4 and 6). */
import { describe, expect, it } from 'vitest'
import { aWorld } from '@tests/support/a-world'
import { ask, page } from './asking'

const world = () =>
  aWorld()
    .withSession('a;b/day-1', s => s.oais({ done: 3, errors: 2 }).feature({ done: 2 }))
    .build()

describe('a path segment', () => {
  it.each(['%25', '%5C', '%2F', '%0A'])('must not hold %s', async sign => {
    const answer = await ask(world(), `rs-admin/sources/a${sign}b`, { method: 'DELETE' })
    expect(answer.status).toBe(400)
  })

  it('must not hold a semicolon: 403, without a word', async () => {
    for (const sign of [';', '%3B']) {
      const answer = await ask(world(), `rs-admin/sources/a${sign}b`, { method: 'DELETE' })
      expect([answer.status, await answer.text(), answer.headers.get('content-type')]).toEqual([403, '', null])
    }
  })
})

describe('an address', () => {
  it.each([
    ['GET', 'rs-admin/sources/x', 405],
    ['GET', 'rs-admin/sessions/', 404],
    ['GET', 'rs-admin/sessions/abc', 400],
    ['GET', 'rs-admin/sessions/1.5', 400],
    ['GET', 'rs-admin/sessions/999999', 404],
    ['GET', 'rs-admin/nothing', 501],
  ])('%s %s is answered with %i', async (method, path, status) => {
    expect((await ask(world(), path, { method })).status).toBe(status)
  })
})

describe('a search', () => {
  const aips = async (body: object) => (await page(world(), 'rs-ingest/aips', { body })).metadata.totalElements

  it('takes a missing mode for INCLUDE, and more than a thousand values', async () => {
    expect(await aips({ aipStates: { values: ['STORED'] } })).toBe(3)
    expect(await aips({ aipStates: { values: Array<string>(1001).fill('STORED'), mode: 'INCLUDE' } })).toBe(3)
  })

  it('breaks on an INCLUDE of nothing, and finds nothing in an unknown state', async () => {
    const requests = (values: readonly string[]) =>
      ask(world(), 'rs-ingest/requests', { body: { requestStates: { values, mode: 'INCLUDE' } } })
    expect((await requests([])).status).toBe(500)
    expect(await (await requests(['BOOM'])).json()).toMatchObject({ metadata: { totalElements: 0 } })
  })

  it('ignores an unknown dissemination status', async () => {
    const answer = await page(world(), 'rs-fem/admin/features', { body: { disseminationStatus: 'SOME' } })
    expect(answer.metadata.totalElements).toBe(2)
  })
})

describe('a session with an empty name', () => {
  it('is listed, found by its id, and found in the lists by no filter of its own', async () => {
    const w = aWorld()
      .withSession('A/', s => s.oais({ errors: 1 }))
      .withSession('A/day-1', s => s.oais({ errors: 2 }))
      .build()
    const { content } = await page(w, 'rs-admin/sessions?sourceName=A&sort=name,asc')
    expect(content.map(row => row.content['name'])).toEqual(['', 'day-1'])
    expect((await ask(w, `rs-admin/sessions/${String(content[0]?.content['id'])}`)).status).toBe(200)
    const body = { sessionOwner: 'A', session: '' }
    expect((await page(w, 'rs-ingest/requests', { body })).metadata.totalElements).toBe(3)
  })
})
