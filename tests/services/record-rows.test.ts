/** The rows of every list behind "See …": decoding of usual and unusual answers (contract: docs/regards-api/actions.md 3). */
import { describe, expect, it } from 'vitest'
import type { RecordListId } from '@/domain/record-list'
import { ask, chain, isOfChains, rowsOf } from './asking-records'
import { answering, failureOf, pageText, replying } from './with-gateway'

describe('chains', () => {
  it('are those of exactly this label, with what stands in their way', async () => {
    const text = pageText(
      [
        chain(1, 'A&B', { locked: true, periodicity: '0 0 * * * *', lastActivationDate: '2025-06-02T06:00:00Z' }),
        chain(2, 'xA&B'),
        { ...chain(3, 'A&B', { active: false, mode: 'ON_DEMAND' }), executionBlockers: ['No plugin'] },
      ],
      40,
    )
    const { entries, total, received } = await rowsOf('chains', text)
    expect({ total, received }).toEqual({ total: 40, received: 3 })
    const base = { label: 'A&B', running: false, deletionPending: false, cause: undefined }
    expect(entries).toEqual([
      {
        ...{ ...base, key: '1', id: 1, enabled: true, locked: true, executionBlockers: [], mode: 'AUTO' },
        ...{ periodicity: '0 0 * * * *', lastActivationDate: '2025-06-02T06:00:00Z', date: '2025-06-02T06:00:00Z' },
      },
      {
        ...{ ...base, key: '3', id: 3, enabled: false, locked: false, executionBlockers: ['No plugin'] },
        ...{ mode: 'ON_DEMAND', periodicity: undefined, lastActivationDate: undefined, date: undefined },
      },
    ])
  })

  it('of which one cannot be read are not hidden: it may be the one that is asked for', async () => {
    const { entries } = await rowsOf('chains', pageText([{ ...chain(1, 'A&B'), executionBlockers: 'none' }]))
    expect(entries).toEqual([{ unreadable: true, label: undefined }])
  })
})

describe('products', () => {
  const read = async (...contents: readonly object[]) => {
    replying(asked => ({ text: pageText(isOfChains(asked) ? [chain(7, 'A&B')] : contents) }))
    return ask('productErrors')
  }

  it('are those of exactly this session; the others are counted', async () => {
    const own = { id: 1, productName: 'p', session: 'day+1', state: 'INVALID', sipState: 'NOT_SCHEDULED_INVALID' }
    const page = await read(own, { ...own, id: 2, session: 'day+10' }, { ...own, id: 3, session: undefined })
    expect(page).toMatchObject({ total: 3, received: 3 })
    expect(page.entries).toEqual([
      {
        ...{ key: '1', cause: undefined, date: undefined },
        ...{ id: 1, productName: 'p', state: 'INVALID', sipState: 'NOT_SCHEDULED_INVALID' },
      },
    ])
  })

  it('tell their error in lines, also where REGARDS wrote a line end as two characters', async () => {
    const error = 'First\\nsecond\\r\\nthird'
    const { entries } = await read({ id: 1, session: 'day+1', error, lastUpdate: '2025-06-02T05:00:00Z' })
    expect(entries).toMatchObject([{ cause: 'First\nsecond\nthird', date: '2025-06-02T05:00:00Z' }])
  })
})

describe('OAIS products', () => {
  const OF_US = { sessionOwner: 'A&B', session: 'day+1' }

  it('are those of exactly this session: the server finds similar names too, and all for an empty one', async () => {
    const rows = [
      { ...OF_US, id: 1 },
      { ...OF_US, id: 2, session: 'day+10' },
      { ...OF_US, id: 3, sessionOwner: 'A&BC' },
      { ...OF_US, id: 4, session: null },
      { ...OF_US, id: 5, session: '' },
      { ...OF_US, id: 6, sessionOwner: undefined },
    ]
    const text = pageText(
      rows.map(row => ({ ...row, aipId: `URN:${row.id}` })),
      40,
    )
    const page = await rowsOf('oaisProducts', text)
    expect(page).toMatchObject({ total: 40, received: 6, entries: [{ key: '1' }] })
    expect(page.entries).toHaveLength(1)
    const ofNameless = await rowsOf('oaisProducts', text, { ref: { source: 'A&B', name: '' } })
    expect(ofNameless).toMatchObject({ received: 6, entries: [{ key: '5' }] })
    expect(ofNameless.entries).toHaveLength(1)
  })

  it('are read without their documents', async () => {
    const content = {
      ...{ id: '12', aipId: 'URN:AIP:1', providerId: 'p', version: 2, state: 'STORED', storages: ['disk', 5, 'tape'] },
      ...{ creationDate: '2025-06-02T07:00:00Z', lastUpdate: '2025-06-02T08:00:00Z', aip: { a: 1 }, news: {} },
      ...OF_US,
    }
    const { entries } = await rowsOf('oaisProducts', pageText([content]))
    expect(entries).toEqual([
      {
        ...{ key: '12', cause: undefined, date: '2025-06-02T08:00:00Z', id: 12, aipId: 'URN:AIP:1', providerId: 'p' },
        ...{ version: 2, state: 'STORED', storages: ['disk', 'tape'] },
        ...{ creationDate: '2025-06-02T07:00:00Z', lastUpdate: '2025-06-02T08:00:00Z' },
      },
    ])
  })

  it('are read from little, but not without their names', async () => {
    const { entries } = await rowsOf(
      'oaisProducts',
      pageText([{ id: 1, aipId: 'URN', version: 'new', ...OF_US }, { id: 2 }]),
    )
    expect(entries).toEqual([
      expect.objectContaining({ id: 1, version: undefined, state: '', providerId: '', storages: [] }),
      { unreadable: true, label: '2' },
    ])
  })
})

describe('OAIS requests', () => {
  it('tell all their errors, one below the other', async () => {
    const content = {
      ...{ id: 5, dtype: 'OAIS_DELETION', state: 'ERROR', errorType: 'DELETE', creationDate: '2025-06-02T07:00:00Z' },
      errors: ['One', '', 'Two', 3],
    }
    expect((await rowsOf('oaisErrors', pageText([content]))).entries).toEqual([
      {
        ...{ key: '5', cause: 'One\nTwo', date: '2025-06-02T07:00:00Z', id: 5, providerId: undefined },
        ...{ type: 'OAIS_DELETION', state: 'ERROR', errorType: 'DELETE' },
      },
    ])
  })

  it('that wait have no error', async () => {
    const content = { id: 5, providerId: 'p', dtype: 'INGEST', state: 'WAITING_VERSIONING_MODE' }
    expect((await rowsOf('oaisWaiting', pageText([content]))).entries).toMatchObject([
      { providerId: 'p', type: 'INGEST', cause: undefined },
    ])
  })

  it.each([[{}], [{ id: 2 ** 53 }], [{ id: 1.5 }], [{ id: 'five' }]])(
    'cannot be named by the id of %j, so they are no rows',
    async content => {
      const { entries } = await rowsOf('oaisErrors', pageText([content]))
      expect(entries).toMatchObject([{ unreadable: true }])
    },
  )
})

describe('GeoJSON products', () => {
  it('carry what each recipient was sent and has acknowledged', async () => {
    const feature = { type: 'Feature', id: 'p' }
    const disseminationsInfo = [
      { label: 'press', requestDate: '2025-06-02T07:00:00Z', ackDate: '2025-06-02T07:01:00Z', blocking: true },
      { label: 'mirror', requestDate: '2025-06-02T07:00:00Z', ackDate: null },
      'nobody',
    ]
    const content = {
      id: 1,
      urn: 'URN:F',
      providerId: 'p',
      version: 1,
      lastUpdate: 'today',
      disseminationsInfo,
      feature,
    }
    expect((await rowsOf('pendingDissemination', pageText([content]))).entries).toEqual([
      {
        ...{ key: '1', cause: undefined, date: 'today', id: 1, urn: 'URN:F', providerId: 'p', version: 1 },
        ...{ lastUpdate: 'today', document: feature },
        disseminations: [
          { recipient: 'press', requestDate: '2025-06-02T07:00:00Z', ackDate: '2025-06-02T07:01:00Z' },
          { recipient: 'mirror', requestDate: '2025-06-02T07:00:00Z', ackDate: undefined },
        ],
      },
    ])
  })

  it('are read without a document, too', async () => {
    expect((await rowsOf('features', pageText([{ id: 1, urn: 'URN:F' }]))).entries).toMatchObject([
      { document: undefined, disseminations: [] },
    ])
  })
})

describe('GeoJSON requests', () => {
  it('are read, whatever type and step a newer REGARDS has', async () => {
    const content = {
      ...{ id: 3, type: 'SAVE_METADATA', urn: 'URN:F', state: 'ERROR', step: 'NEW_STEP', errors: 'Refused' },
      registrationDate: '2025-06-02T07:00:00Z',
    }
    expect((await rowsOf('featureErrors', pageText([content]), { part: 'SAVE_METADATA' })).entries).toEqual([
      {
        ...{ key: '3', cause: 'Refused', date: '2025-06-02T07:00:00Z', id: 3, type: 'SAVE_METADATA' },
        ...{ providerId: undefined, urn: 'URN:F', state: 'ERROR', step: 'NEW_STEP' },
      },
    ])
  })
})

describe('worker requests', () => {
  const content = {
    ...{ id: 1, requestId: 'r', contentType: 'product/x', source: 'A&B', session: 'day+1', status: 'ERROR' },
    ...{ dispatchedWorkerType: 'x', error: 'Killed', creationDate: '2025-06-02T07:00:00Z' },
  }

  it('are those of exactly this session; the server counts look-alikes too', async () => {
    const others = [
      { ...content, id: 2, session: 'day+10' },
      { ...content, id: 3, source: 'A&BC' },
      { ...content, id: 4, source: undefined },
    ]
    const page = await rowsOf('workerErrors', pageText([content, ...others], 9))
    expect(page).toMatchObject({ total: 9, received: 4 })
    expect(page.entries).toEqual([
      {
        ...{ key: '1', cause: 'Killed', date: '2025-06-02T07:00:00Z', id: 1, requestId: 'r' },
        ...{ contentType: 'product/x', status: 'ERROR', workerType: 'x' },
      },
    ])
  })

  it('whose session cannot be read are shown as such', async () => {
    const { entries } = await rowsOf('workerWaiting', pageText([{ ...content, session: 5 }]))
    expect(entries).toEqual([{ unreadable: true, label: '1' }])
  })
})

describe('storages', () => {
  const listed = (...contents: readonly object[]) => JSON.stringify(contents.map(content => ({ content, links: [] })))
  const place = (name: string, used: number, allocatedSizeInKo?: number) => ({
    name,
    configuration: { storageType: 'ONLINE', allocatedSizeInKo },
    totalStoredFilesSizeKo: used,
  })

  it('are in bytes, with 1024 to a Ko', async () => {
    const content = {
      ...{ ...place('disk', 3, 4), nbFilesStored: '12', nbFilesStoredWithPendingActionRemaining: 2 },
      ...{ nbStorageError: 5, nbDeletionError: 6, storageRunning: true, copyRunning: true, deletionRunning: 'no' },
    }
    expect(await rowsOf('storages', listed(content))).toMatchObject({
      total: 1,
      received: 1,
      entries: [
        {
          ...{ key: 'disk', cause: undefined, date: undefined, name: 'disk', kind: 'ONLINE', files: 12 },
          ...{ used: 3072, limit: 4096, pendingFiles: 2, storageErrors: 5, deletionErrors: 6 },
          activities: ['storing', 'copying'],
        },
      ],
    })
  })

  it('without a configuration are offline; without a positive limit they have none', async () => {
    const { entries } = await rowsOf(
      'storages',
      listed({ name: 'known by files' }, place('open', 1, 0), place('odd', 0, -1)),
    )
    expect(entries).toMatchObject([
      { name: 'open', kind: 'ONLINE', limit: undefined },
      { name: 'known by files', kind: 'OFFLINE', limit: undefined, used: 0, files: 0, activities: [] },
      { name: 'odd', limit: undefined },
    ])
  })

  it('come the fullest first, then those without a limit by what they hold', async () => {
    const text = listed(
      ...[place('small', 1), place('half', 50, 100), { name: 5 }, place('large', 900), place('over', 120, 100)],
      place('full', 1000, 1000),
    )
    const { entries } = await rowsOf('storages', text)
    expect(entries.map(entry => ('unreadable' in entry ? '?' : entry.name))).toEqual([
      ...['over', 'full', 'half', 'large', 'small', '?'],
    ])
  })

  it('of which it cannot be said how full they are are no rows', async () => {
    const text = listed({ ...place('a', 1), totalStoredFilesSizeKo: 'much' }, place('b', 1e306))
    expect((await rowsOf('storages', text)).entries).toEqual([
      { unreadable: true, label: 'a' },
      { unreadable: true, label: 'b' },
    ])
  })

  it('are a bare list, and an empty one is an answer', async () => {
    expect(await rowsOf('storages', '[]')).toMatchObject({ entries: [], total: 0, received: 0 })
    answering(() => ({ text: pageText([]) }))
    expect(await failureOf(ask('storages'))).toMatchObject({ reason: 'unreadable' })
  })

  it('name the files in error of one of them', async () => {
    const content = { id: 9, fileName: 'f.dat', type: 'STORAGE', status: 'ERROR', errorCause: 'Disk full' }
    expect((await rowsOf('storageErrors', pageText([content]), { part: 'disk/STORAGE' })).entries).toEqual([
      { key: '9', cause: 'Disk full', date: undefined, id: 9, fileName: 'f.dat', type: 'STORAGE', status: 'ERROR' },
    ])
  })
})

describe('crawls', () => {
  const listed = (content: object, ...rels: readonly string[]) =>
    JSON.stringify([{ content, links: rels.map(rel => ({ rel, href: 'http://internal/' })) }])

  it('are read with their dates, their counts and how long they took', async () => {
    const content = {
      ...{ id: 'u-1', label: 'Buoys', status: 'FINISHED_WITH_WARNINGS', statusDate: '2025-06-02T07:50:00Z' },
      ...{ lastIngestDate: '2025-06-02T07:00:00Z', nextPlannedIngestDate: '2025-06-02T09:00:00Z' },
      ...{ duration: 'PT1H2M3.25S', savedObjectsCount: 1200, inErrorObjectsCount: '7' },
    }
    expect((await rowsOf('crawls', listed(content, 'delete', 'SCHEDULE'))).entries).toEqual([
      {
        ...{ key: 'u-1', cause: undefined, date: '2025-06-02T07:50:00Z', id: 'u-1', label: 'Buoys' },
        ...{ status: 'FINISHED_WITH_WARNINGS', statusDate: '2025-06-02T07:50:00Z' },
        ...{ lastIngestDate: '2025-06-02T07:00:00Z', nextPlannedIngestDate: '2025-06-02T09:00:00Z' },
        ...{ duration: 3_723_250, saved: 1200, inError: 7, canSchedule: true },
      },
    ])
  })

  it('that run have no duration yet, and no action', async () => {
    const { entries } = await rowsOf('crawls', listed({ id: 'u-2', status: 'STARTED' }))
    expect(entries).toMatchObject([{ duration: undefined, saved: undefined, canSchedule: false }])
  })

  it.each(['schedule', 'SCHEDULE', 'Schedule'])('can be started by the link %s', async rel => {
    expect((await rowsOf('crawls', listed({ id: 'u' }, rel))).entries).toMatchObject([{ canSchedule: true }])
  })

  it.each([
    ['PT12.5S', 12_500],
    ['PT1H2M3S', 3_723_000],
    ['P1DT2H', 93_600_000],
    ['PT0S', 0],
    ['PT49H', 176_400_000],
    ['PT0.000001S', 0],
    ['PT-1.5S', -1500],
    ['P', undefined],
    ['PT', undefined],
    ['12 s', undefined],
    ['PT1e9S', undefined],
  ])('that took %s took %s ms', async (duration, expected) => {
    expect((await rowsOf('crawls', listed({ id: 'u', duration }))).entries).toMatchObject([{ duration: expected }])
  })

  it('tell why they failed, and show no token that stands in it', async () => {
    const stackTrace = 'IndexException: read-only\n\tat Crawler.run(Crawler.java:10) token=abc.def'
    expect((await rowsOf('crawls', listed({ id: 'u', stackTrace }))).entries).toMatchObject([
      { cause: 'IndexException: read-only\n\tat Crawler.run(Crawler.java:10) token=…' },
    ])
  })
})

describe('a session with an empty name, for which the server drops the filter,', () => {
  const ref = { source: 'A&B', name: '' }
  const keysOf = async (list: RecordListId, contents: readonly object[], part?: string) => {
    replying(asked => ({ text: pageText(isOfChains(asked) ? [chain(7, 'A&B')] : contents) }))
    const { entries } = await ask(list, { ref, ...(part === undefined ? {} : { part }) })
    return entries.map(entry => ('unreadable' in entry ? '?' : entry.key))
  }

  it.each(['oaisErrors', 'oaisWaiting'] as const)('has of %s its own', async list => {
    const of = (id: number, session?: string) => ({ id, sessionOwner: 'A&B', session })
    expect(await keysOf(list, [of(1, 'day'), of(2, ''), of(3)])).toEqual(['2', '?'])
  })

  it.each(['features', 'pendingDissemination', 'featureErrors'] as const)('has of %s its own', async list => {
    const of = (id: number, session: string) => ({ id, source: 'A&B', session })
    expect(await keysOf(list, [of(1, 'day'), of(2, '')], 'CREATION')).toEqual(['2'])
  })

  it('has of products its own', async () => {
    expect(await keysOf('productErrors', [{ id: 1, session: 'day' }, { id: 2, session: '' }, { id: 3 }])).toEqual(['2'])
  })

  it('has no row without its session: such requests count as unreadable', async () => {
    expect(await keysOf('featureErrors', [{ id: 1 }, { id: 2 }], 'UPDATE')).toEqual(['?', '?'])
  })
})

describe('GeoJSON requests of a type whose rows have no names', () => {
  it('are those of the session: the server compares names exactly', async () => {
    const { entries } = await rowsOf('featureErrors', pageText([{ id: 1 }, { id: 2, source: null }]), {
      part: 'UPDATE',
    })
    expect(entries).toMatchObject([{ key: '1' }, { key: '2' }])
  })
})
