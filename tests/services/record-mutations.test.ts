/** Answers of the lists behind "See …" bent out of shape, 1,000 ways each. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordListId, RecordListParams, RecordRows } from '@/domain/record-list'
import type { SessionRef } from '@/domain/session'
import { findRecords } from '@/services/record-lists'
import { downloadAip } from '@/services/rs-ingest'
import type { Subject } from './bending'
import { RUNS, answerOnce, endsWell, isOptionalText, isPage, isText, mutations, subject } from './bending'
import { replying, sample } from './with-gateway'

const REF = { source: 'A', name: 'day-1' }

/** A list and whether a row of it is what the screen may rely on; what the rows share is looked at for all of them. */
function list<L extends RecordListId>(
  id: L,
  isRow: (row: RecordRows[L]) => boolean,
  { source, name }: SessionRef,
  part?: string,
): Subject<unknown> {
  const question: RecordListParams = {
    ref: { source, name },
    direction: 'desc',
    ...(part === undefined ? {} : { part }),
  }
  return subject(
    () => findRecords(id, question, 0),
    page =>
      isPage<RecordRows[L]>(
        row => isText(row.key) && isOptionalText(row.cause) && isOptionalText(row.date) && isRow(row),
      )(page) &&
      page.received >= page.entries.length &&
      // A document is shown as it came; figures are counted with.
      page.entries.every(entry =>
        Object.entries(entry).every(([at, value]) => at === 'document' || value !== Infinity),
      ),
  )
}

const isOptionalNumber = (value: unknown) => value === undefined || Number.isFinite(value)
const areTexts = (values: readonly unknown[]) => values.every(value => typeof value === 'string')

/** Lists whose answer comes at once; the products of a chain, which takes two, are below. */
const LISTS: Readonly<Record<string, Subject<unknown>>> = {
  'chain-monitoring': list(
    'chains',
    ({ id, label, enabled, locked, running, deletionPending, executionBlockers, mode }) =>
      Number.isSafeInteger(id) &&
      label === 'scan-alpha' &&
      [enabled, locked, running, deletionPending].every(flag => typeof flag === 'boolean') &&
      areTexts([...executionBlockers, mode]),
    { source: 'scan-alpha', name: '' },
  ),
  aips: list(
    'oaisProducts',
    ({ id, aipId, providerId, version, state, storages }) =>
      Number.isSafeInteger(id) &&
      isText(aipId) &&
      isOptionalNumber(version) &&
      areTexts([providerId, state, ...storages]),
    REF,
  ),
  'ingest-requests-errors': list(
    'oaisErrors',
    ({ id, type, state, providerId, errorType }) =>
      Number.isSafeInteger(id) && areTexts([type, state]) && [providerId, errorType].every(isOptionalText),
    REF,
  ),
  'ingest-requests-waiting': list('oaisWaiting', ({ id, state }) => Number.isSafeInteger(id) && areTexts([state]), REF),
  features: list(
    'pendingDissemination',
    ({ id, urn, providerId, version, disseminations }) =>
      Number.isSafeInteger(id) &&
      areTexts([urn, providerId, ...disseminations.map(({ recipient }) => recipient)]) &&
      isOptionalNumber(version) &&
      disseminations.every(({ requestDate, ackDate }) => [requestDate, ackDate].every(isOptionalText)),
    REF,
  ),
  'fem-requests-creation': list(
    'featureErrors',
    ({ id, type, state, step, providerId, urn }) =>
      Number.isSafeInteger(id) && areTexts([type, state, step]) && [providerId, urn].every(isOptionalText),
    REF,
    'CREATION',
  ),
  'worker-requests': list(
    'workerErrors',
    ({ id, requestId, contentType, status, workerType }) =>
      Number.isSafeInteger(id) && areTexts([requestId, contentType, status]) && isOptionalText(workerType),
    REF,
  ),
  storages: list(
    'storages',
    ({ name, kind, used, limit, activities }) =>
      isText(name) &&
      areTexts([kind, ...activities]) &&
      Number.isFinite(used) &&
      (limit === undefined || (Number.isFinite(limit) && limit > 0)),
    REF,
  ),
  'storage-requests': list(
    'storageErrors',
    ({ id, fileName, type, status }) => Number.isSafeInteger(id) && areTexts([fileName, type, status]),
    REF,
    'disk/STORAGE',
  ),
  crawls: list(
    'crawls',
    ({ id, label, status, duration, saved, inError, canSchedule }) =>
      isText(id) &&
      areTexts([label, status]) &&
      [duration, saved, inError].every(isOptionalNumber) &&
      typeof canSchedule === 'boolean',
    REF,
  ),
}

const products = list(
  'productErrors',
  ({ id, productName, state, sipState }) => Number.isSafeInteger(id) && areTexts([productName, state, sipState]),
  { source: 'scan-alpha', name: 'day-1' },
)

describe('an answer bent out of shape', () => {
  it.each(Object.entries(LISTS))(
    'like %s is a list that can be trusted or a named failure',
    { timeout: 120_000 },
    async (file, it) => {
      await fc.assert(
        fc.asyncProperty(mutations(file), async text => {
          answerOnce(text)
          expect(await endsWell(it)).toBe(true)
        }),
        { numRuns: RUNS },
      )
    },
  )

  it('like products-errors is a list of the session or a named failure', { timeout: 120_000 }, async () => {
    const chains = sample('chain-monitoring')
    await fc.assert(
      fc.asyncProperty(mutations('products-errors'), async text => {
        replying(({ path }) => ({ text: path.endsWith('products') ? text : chains }))
        expect(await endsWell(products)).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })

  it('like a document is the text itself or a named failure', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(mutations('aips'), async text => {
        answerOnce(text)
        expect(await endsWell({ call: () => downloadAip('URN'), isSound: value => value === text })).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })
})
