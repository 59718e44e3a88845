/** No call reaches rs-ingest, rs-fem, rs-dataprovider or rs-worker-manager that is not limited to one session (docs/regards-api/measured.md 1.2). */
import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNameless } from '@/domain/deletion-reach'
import type { SessionRef } from '@/domain/session'
import { deleteAcquired } from '@/services/rs-dataprovider'
import { countFeatures, deleteFeatures } from '@/services/rs-fem'
import { deleteProducts } from '@/services/rs-ingest'
import { deleteRequests } from '@/services/rs-worker-manager'
import { failureOf, replying } from './with-gateway'

const STRICT = { mode: 'INCLUDE', matchMode: 'STRICT', ignoreCase: false }
const ACCEPTED = () => ({ text: '' })

const name = fc.oneof(
  fc.constantFrom('A', 'AB', 'day-1', 'day-10', 'DAY-1', '', ' ', '100%', 'c\\d', '\u0000', '\ud800', 'null', '*'),
  fc.string({ unit: 'binary', maxLength: 5 }),
)
const ref: fc.Arbitrary<SessionRef> = fc.record({ source: name, name })

interface Listed<T> {
  readonly id: T
  readonly source: string
  readonly session: string
}

/** What a list might hold for a session: its own rows mostly, and everything that must not go. */
function rowsFor<T>(of: SessionRef, id: fc.Arbitrary<T>, nth: (n: number) => T): fc.Arbitrary<readonly Listed<T>[]> {
  const own = fc.record({ id, source: fc.constant(of.source), session: fc.constant(of.name) })
  const lookAlike = fc.record({
    id,
    source: fc.oneof(fc.constant(of.source), fc.constant(`${of.source}B`), name),
    session: fc.oneof(fc.constant(`${of.name}0`), fc.constant(of.name.toUpperCase()), name),
  })
  const many = fc
    .integer({ min: 995, max: 1010 })
    .map(length => Array.from({ length }, (_, n) => ({ id: nth(n), source: of.source, session: of.name })))
  return fc.oneof(
    { weight: 3, arbitrary: fc.array(own, { maxLength: 6 }) },
    { weight: 3, arbitrary: fc.array(fc.oneof({ weight: 4, arbitrary: own }, lookAlike), { maxLength: 6 }) },
    { weight: 1, arbitrary: many },
  )
}

const asked = <T>(id: fc.Arbitrary<T>, nth: (n: number) => T) =>
  ref.chain(of => fc.record({ of: fc.constant(of), found: rowsFor(of, id, nth) }))

/** Ends well, or with an error that says that nothing was sent. */
async function isSent(call: Promise<unknown>): Promise<boolean> {
  try {
    await call
    return true
  } catch (error) {
    expect(error).toMatchObject({ name: 'ServiceError', reason: 'unaddressable' })
    return false
  }
}

describe('a call to delete OAIS products', () => {
  const aipId = fc.oneof(fc.uuid(), fc.constantFrom('', ' ', 'URN:1', '*', '%'), fc.string({ maxLength: 3 }))

  it('never leaves without the ids of some rows of exactly this session, and says nothing else', async () => {
    const sent = replying(ACCEPTED)
    let [went, stayed] = [0, 0]
    await fc.assert(
      fc.asyncProperty(
        asked(aipId, n => `URN:${n}`),
        async ({ of, found }) => {
          const rows = found.map(({ id, source, session }) => ({ aipId: id, source, session }))
          const before = sent.length
          const isGone = await isSent(deleteProducts(of, rows))
          expect(sent.length).toBe(before + (isGone ? 1 : 0))
          const isRight =
            rows.length > 0 &&
            rows.length <= 1000 &&
            rows.every(row => row.source === of.source && row.session === of.name && row.aipId.trim() !== '') &&
            new Set(rows.map(row => row.aipId)).size === rows.length
          expect(isGone).toBe(isRight)
          if (isGone) went++
          else stayed++
        },
      ),
      { numRuns: 400 },
    )
    expect(went).toBeGreaterThan(50)
    expect(stayed).toBeGreaterThan(50)
    for (const { method, path, query, body } of sent) {
      expect({ method, path, query }).toEqual({ method: 'POST', path: 'rs-ingest/aips/delete', query: {} })
      const { values } = (body as { aipIds: { values: unknown[] } }).aipIds
      expect(body).toStrictEqual({ deletionMode: 'IRREVOCABLY', aipIds: { values, ...STRICT } })
      expect(values.length).toBeGreaterThan(0)
      expect(values.length).toBeLessThanOrEqual(1000)
      expect(values.every(value => typeof value === 'string' && value.trim() !== '')).toBe(true)
    }
  })

  it('is written at one place of the whole application', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(file => /\.tsx?$/.test(file))
    const holding = files.filter(
      file =>
        !file.startsWith('simulator') && readFileSync(`src/${file}`, 'utf8').includes("deletionMode: 'IRREVOCABLY'"),
    )
    const naming = files.filter(
      file => !file.startsWith('simulator') && /path: '[^']*aips\/delete/.test(readFileSync(`src/${file}`, 'utf8')),
    )
    expect(holding).toEqual(['services/rs-ingest.ts'])
    expect(naming).toEqual(['services/rs-ingest.ts'])
  })
})

describe('a call to delete worker requests', () => {
  it('never leaves without the ids of some rows of exactly this session, and the three statuses', async () => {
    const sent = replying(ACCEPTED)
    await fc.assert(
      fc.asyncProperty(
        asked(fc.integer({ min: 1, max: 50 }), n => n),
        async ({ of, found }) => {
          const isGone = await isSent(deleteRequests(of, found))
          const isRight =
            found.length > 0 &&
            found.length <= 1000 &&
            found.every(row => row.source === of.source && row.session === of.name) &&
            new Set(found.map(row => row.id)).size === found.length
          expect(isGone).toBe(isRight)
        },
      ),
      { numRuns: 300 },
    )
    expect(sent.length).toBeGreaterThan(50)
    for (const { method, path, query, body } of sent) {
      expect({ method, path, query }).toEqual({
        method: 'DELETE',
        path: 'rs-worker-manager/requests/delete',
        query: {},
      })
      const { values } = (body as { ids: { values: unknown[] } }).ids
      const statuses = { values: ['ERROR', 'INVALID_CONTENT', 'NO_WORKER_AVAILABLE'], ...STRICT }
      expect(body).toStrictEqual({ ids: { values, ...STRICT }, statuses })
      expect(values.length >= 1 && values.length <= 1000).toBe(true)
    }
  })
})

describe('calls that are limited by names', () => {
  const isWhole = (text: string) => !/\p{Cs}/u.test(text)

  it('never leave without both of them, as they are', async () => {
    const sent = replying(({ path }) =>
      path === 'rs-fem/admin/features' ? { text: '{"metadata":{"totalElements":4},"content":[]}' } : ACCEPTED(),
    )
    await fc.assert(
      fc.asyncProperty(ref, async of => {
        const before = sent.length
        const calls = [deleteFeatures(of), deleteAcquired(of), countFeatures(of)]
        const gone = await Promise.all(calls.map(isSent))
        const isRight = !isNameless(of) && isWhole(of.source) && isWhole(of.name)
        expect(gone).toEqual([isRight, isRight, isRight])
        const names = { source: of.source, session: of.name }
        const call = { query: {}, body: names }
        expect(sent.slice(before).sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual(
          isRight
            ? [
                {
                  method: 'DELETE',
                  path: 'rs-dataprovider/chains/products',
                  query: { chainName: of.source, session: of.name },
                },
                {
                  method: 'POST',
                  path: 'rs-fem/admin/features',
                  ...call,
                  query: { page: '0', size: '1', sort: 'id,asc' },
                },
                { method: 'DELETE', path: 'rs-fem/admin/features/delete', ...call },
              ]
            : [],
        )
      }),
      { numRuns: 300 },
    )
  })

  it('are not retried, and tell a refusal', async () => {
    const sent = replying(() => ({ text: '{"messages":["Access is denied"]}', status: 403 }))
    expect(await failureOf(deleteAcquired({ source: 'A', name: 'day-1' }))).toMatchObject({
      status: 403,
      isForbidden: true,
    })
    expect(sent).toHaveLength(1)
  })
})
