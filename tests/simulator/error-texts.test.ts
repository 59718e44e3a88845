/** Error texts: a few causes share a session's errors, each with the facts of its item. */
import { describe, expect, it } from 'vitest'
import { aWorld } from '@tests/support/a-world'
import { page } from './asking'

/** The text without what varies: as rough as a reader's glance. */
const causeOf = (text: string): string =>
  text
    .replace(/URN:\S+|https?:\/\/\S+|\/\S+/g, '…')
    .replace(/"[^"]*"/g, '…')
    .replace(/\S*\d\S*/g, '…')

const EACH = { CREATION: 40, UPDATE: 40, DELETION: 40, NOTIFICATION: 40 }
const world = aWorld()
  .withSession('A/s', s =>
    s
      .scan({ errors: 40, ingestionFailed: 40, invalid: 40 })
      .workers({ unzip: { error: 40, invalid: 40 } })
      .oais({ errors: 40 })
      .feature({ errors: EACH })
      .storage({ errors: 40, referenceErrors: 40, copyErrors: 40, deletionErrors: 40 }),
  )
  .build()

async function textsOf(path: string, body?: object): Promise<readonly string[]> {
  const asked = body === undefined ? { as: 'lead' } : { as: 'lead', body: { session: 's', ...body } }
  const { content } = await page(world, `${path}${path.includes('?') ? '&' : '?'}size=200`, asked)
  return content.flatMap(({ content: { error, errors, errorCause } }) =>
    [error, errors, errorCause].flat().filter(text => typeof text === 'string'),
  )
}

const LISTS: Readonly<Record<string, readonly [path: string, body?: object]>> = {
  'products not generated': ['rs-dataprovider/products?sipState=GENERATION_ERROR'],
  'products not ingested': ['rs-dataprovider/products?sipState=INGESTION_FAILED'],
  'invalid products': ['rs-dataprovider/products?state=INVALID'],
  'worker errors': ['rs-worker-manager/requests', { statuses: { values: ['ERROR'], mode: 'INCLUDE' } }],
  'invalid contents': ['rs-worker-manager/requests', { statuses: { values: ['INVALID_CONTENT'], mode: 'INCLUDE' } }],
  'OAIS requests': ['rs-ingest/requests', {}],
  'feature creations': ['rs-fem/requests/search/CREATION', {}],
  'feature updates': ['rs-fem/requests/search/UPDATE', {}],
  'feature deletions': ['rs-fem/requests/search/DELETION', {}],
  'feature notifications': ['rs-fem/requests/search/NOTIFICATION', {}],
  'stored files': ['rs-storage/requests/disk-online/STORAGE?status=ERROR'],
  'deleted files': ['rs-storage/requests/disk-online/DELETION?status=ERROR'],
  'copied files': ['rs-storage/requests/tape-2/COPY?status=ERROR'],
  'referenced files': ['rs-storage/requests/elsewhere/REFERENCE?status=ERROR'],
}

describe('the error texts', () => {
  it.each(Object.entries(LISTS))('of %s are of three to five causes, unevenly shared', async (_, [path, body]) => {
    const texts = await textsOf(path, body)
    expect(texts).toHaveLength(40)
    const counts = new Map<string, number>()
    for (const text of texts) counts.set(causeOf(text), (counts.get(causeOf(text)) ?? 0) + 1)
    expect(counts.size).toBeGreaterThanOrEqual(3)
    expect(counts.size).toBeLessThanOrEqual(5)
    expect(Math.max(...counts.values())).toBeGreaterThan(40 / counts.size)
    expect(new Set(texts).size).toBeGreaterThan(counts.size)
  })

  it('do not change when they are read again', async () => {
    for (const [path, body] of Object.values(LISTS))
      expect(await textsOf(path, body)).toEqual(await textsOf(path, body))
  })

  it('differ from session to session in which cause is the worst', async () => {
    const many = aWorld()
      .withSessions(12, 'A/s', s => s.storage({ errors: 12 }))
      .build()
    const worst = new Set<string>()
    const { content } = await page(many, 'rs-storage/requests/disk-online/STORAGE?status=ERROR&size=200', {
      as: 'lead',
    })
    for (let n = 0; n < 12; n++) {
      const causes = content.slice(n * 12, n * 12 + 12).map(row => causeOf(String(row.content['errorCause'])))
      const [first] = [...causes].sort(
        (a, b) => causes.filter(cause => cause === b).length - causes.filter(cause => cause === a).length,
      )
      worst.add(first ?? '')
    }
    expect(worst.size).toBeGreaterThan(1)
  })

  it('of the data provider hold the two characters \\n where a plugin failed', async () => {
    const many = aWorld()
      .withSessions(6, 'A/s', s => s.scan({ errors: 12 }))
      .build()
    const { content } = await page(many, 'rs-dataprovider/products?sipState=GENERATION_ERROR&size=200', { as: 'lead' })
    const stacks = content.map(row => String(row.content['error'])).filter(text => text.includes('plugin'))
    expect(stacks.length).toBeGreaterThan(0)
    for (const text of stacks) expect(text).toContain('\\n\\tat org.example.')
    for (const text of stacks) expect(text).not.toContain('\n')
  })
})
