/** Every answer of the independent generator (tests/samples) is read by the decoder that meets it in daily work. */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RecordListId, RecordListParams, RecordRows } from '@/domain/record-list'
import type { Page, Session, Source, Step, Unreadable } from '@/domain/session'
import { isUnreadable, totalCounters } from '@/domain/session'
import { readPage } from '@/services/hateoas'
import { findRecords } from '@/services/record-lists'
import { decideVersioning } from '@/services/record-actions'
import { chainMonitor } from '@/services/record-schemas'
import {
  findResources,
  findSession,
  findSessionById,
  findSessionNames,
  findSessions,
  findSourceNames,
  findSources,
} from '@/services/rs-admin'
import { findPublicProjects } from '@/services/rs-admin-instance'
import { obtainToken } from '@/services/rs-authentication'
import { findChains, relaunchErrors as relaunchChain } from '@/services/rs-dataprovider'
import { relaunchErrors as relaunchFeatures } from '@/services/rs-fem'
import { findRequestsInError } from '@/services/rs-worker-manager'
import { answering, failureOf, replying, sample } from './with-gateway'

const REF = { source: 'scan-alpha', name: '2025-05-02' }

function readable<T extends object>({ entries }: Page<T>): readonly T[] {
  expect(entries.filter((entry: T | Unreadable) => isUnreadable(entry))).toEqual([])
  return entries.filter((entry): entry is T => !isUnreadable(entry))
}

const sessions = async (): Promise<readonly Session[]> => readable(await findSessions({}, 0))
const sources = async (): Promise<readonly Source[]> => readable(await findSources({}, 0))
const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name)
const signIn = () => obtainToken({ project: '', username: '', password: '' }, { user: '', secret: '' })
const isFinite = (step: Step) => Object.values(step.properties).every(Number.isFinite)

/** A list read from the sample by the loader its screen uses: every row, none unreadable. */
async function rowsOf<L extends RecordListId>(
  list: L,
  [source, name]: readonly [source: string, name: string],
  part?: string,
): Promise<readonly RecordRows[L][]> {
  const question: RecordListParams = {
    ref: { source, name },
    direction: 'asc',
    ...(part === undefined ? {} : { part }),
  }
  return readable<RecordRows[L]>(await findRecords(list, question, 0))
}

const SCAN = ['scan-alpha', '2025-05-02'] as const
const SENSOR = ['sensor-b', '2025-05-02'] as const
const DIRECT = ['direct-c', 'run 7'] as const
const NO_SESSION = ['', ''] as const
/** Of none it would hold whatever was read: so many there have to be, and the first of this name. */
const areAll = <T extends { readonly name: string }>(
  rows: readonly T[],
  [count, first]: readonly [count: number, first: string],
  holds: (row: T) => boolean,
) => {
  expect([rows.length, rows[0]?.name]).toEqual([count, first])
  expect(rows.filter(row => !holds(row))).toEqual([])
}
const causes = (rows: readonly { readonly cause: string | undefined }[]) => rows.map(({ cause }) => cause)
const isDate = (date: string | undefined) => Number.isFinite(Date.parse(date ?? ''))

const stepsOf = async () => {
  const { steps } = await findSessionById(1)
  expect(steps).not.toEqual([])
  expect(steps.filter(step => !isFinite(step))).toEqual([])
  return Object.fromEntries(steps.map(step => [step.stepId, step]))
}

const SUCCESSES: Readonly<Record<string, (file: string) => unknown>> = {
  token: async () => expect(await signIn()).toMatchObject({ role: 'EXPLOIT', expiresIn: 7200 }),
  'token-external': async () => expect(await signIn()).toMatchObject({ user: 'ldap@example.org' }),
  'token-borrowed': async () => expect(await signIn()).toMatchObject({ project: 'demo' }),
  'projects-public': async () => expect(names(await findPublicProjects())).toEqual(['demo', 'empty-lab']),
  'resources-operator': async () => {
    const paths = (await findResources()).map(({ microservice, resource }) => `${microservice}${resource}`)
    expect(paths).toContain('rs-dataprovider/chains/relaunch')
    expect(paths).not.toContain('rs-storage/storages/retry')
  },
  'sources-page-0': async () => {
    expect(names(await sources())).toEqual(['emptied', 'scan-alpha', 'odd & names', 'sensor-b', 'A'])
    expect((await findSources({}, 0)).total).toBe(14)
  },
  'sources-errors': async () =>
    areAll(await sources(), [12, 'scan-alpha'], ({ steps }) => totalCounters(steps).errors > 0),
  'sources-negative-totals': async () =>
    expect((await sources()).flatMap(({ steps }) => steps.filter(({ totalOut }) => totalOut < 0))).not.toEqual([]),
  'sources-without-date': async () =>
    expect(await sources()).toMatchObject([{ lastUpdateDate: undefined, steps: [], sessionCount: 0 }]),
  'sources-nothing': async () => expect(await sources()).toEqual([]),
  'source-names': async () => expect(await findSourceNames('SCAN')).toEqual(['scan-alpha']),
  'session-names': async () => expect(await findSessionNames('2025')).toHaveLength(10),
  'sessions-page-0': async () => expect(await sessions()).toHaveLength(10),
  'sessions-page-1': async () => expect(await sessions()).toHaveLength(10),
  'sessions-of-source': async () =>
    areAll(await sessions(), [4, '2025-05-02'], ({ source }) => source === 'scan-alpha'),
  'sessions-errors': async () =>
    areAll(await sessions(), [6, '2025-05-02'], ({ steps }) => totalCounters(steps).errors > 0),
  'sessions-shared-name': async () => expect(await findSession(REF)).toMatchObject(REF),
  'sessions-odd-names': async () => {
    expect(names(await sessions())).toContain('a+b:c/d%e_f "g" \'h\'')
    expect(names(await sessions())).toContain('<img src=x onerror=alert(1)>')
  },
  'sessions-run-names': async () =>
    areAll(await sessions(), [4, '2025-05-31T22:07:40.406987+02:00'], ({ name }) => name.includes('+02:00')),
  'session-scan': async () => {
    const { scan } = await stepsOf()
    const { generationError = 0, ingestionFailed = 0, invalid = 0 } = scan?.properties ?? {}
    expect(generationError + ingestionFailed + invalid).toBe(scan?.state.errors)
  },
  'session-workers': async () =>
    expect(Object.keys((await stepsOf())['workers']?.properties ?? {})).toContain('workers.no_worker_available'),
  'session-oais': async () => expect((await stepsOf())['storage']?.state.errors).toBe(1200),
  'session-feature': async () =>
    expect((await stepsOf())['feature']?.properties['deniedUpdateRequests']).toBeGreaterThan(0),
  'session-storage-running': async () => expect((await stepsOf())['storage']?.state.running).toBeGreaterThan(0),
  'session-catalog-errors': async () =>
    expect((await stepsOf())['catalog']?.properties['indexedError']).toBeGreaterThan(0),
  'session-fem-dissemination': async () =>
    expect((await stepsOf())['fem_dissemination']).toMatchObject({ inputRelated: 0, outputRelated: 40 }),
  'session-unknown-step': async () => expect(Object.keys(await stepsOf())).toContain('quality'),
  'session-after-relaunch': async () => expect((await stepsOf())['scan']?.properties['chainRunning']).toBe(1),
  'session-being-deleted': async () =>
    expect((await stepsOf())['storage']?.properties['deletedFiles']).toBeGreaterThan(0),
  'chain-monitoring': async () => {
    expect(await findChains('scan-alpha')).toMatchObject([{ enabled: true, locked: false, running: false }])
    expect(await findChains('survey-west')).toMatchObject([{ enabled: false }])
    expect(await rowsOf('chains', ['survey-west-2', ''])).toEqual([
      {
        ...{ key: '103', id: 103, label: 'survey-west-2', enabled: true, locked: true, running: true, mode: 'AUTO' },
        ...{ deletionPending: false, executionBlockers: [], periodicity: '0 0 * * * *', cause: undefined },
        ...{ lastActivationDate: '2025-06-02T06:00:00Z', date: '2025-06-02T06:00:00Z' },
      },
    ])
  },
  'worker-requests': async () => {
    const { ids, hasOthers } = await findRequestsInError({ source: 'A', name: 'day-1' })
    expect([...ids].sort()).toEqual([68000000001, 68000000002, 68000000003, 68000000004])
    expect(hasOthers).toBe(true)
    const rows = await rowsOf('workerErrors', ['A', 'day-1'])
    expect(rows.map(({ id }) => id)).toEqual([68000000002, 68000000003, 68000000001, 68000000004])
    expect(rows[0]).toEqual({
      ...{ key: '68000000002', id: 68000000002, requestId: 'b79cac50-093d-4877-8a34-315e327147ed', status: 'ERROR' },
      ...{ contentType: 'product/geo.reproject-1.2', workerType: 'geo.reproject-1.2' },
      ...{ date: '2025-06-02T07:39:57.217188Z', cause: 'Worker stopped unexpectedly (exit code 137)' },
    })
    const others = causes(await rowsOf('workerErrors', ['AB', 'day-1']))
    expect(others).toEqual(others.map(() => 'Content is not valid: property "bands" is missing'))
    expect(others).toHaveLength(2)
  },
  'relaunch-fem': async () => expect(await relaunchFeatures(REF, 'CREATION')).toEqual({ requested: 8, handled: 8 }),
  'relaunch-fem-nothing': async () =>
    expect(await relaunchFeatures(REF, 'CREATION')).toEqual({ requested: 0, handled: 0 }),
  // Asked by no screen: the monitoring holds the same chains, and more.
  chains: file => {
    const page = readPage(JSON.parse(sample(file)), ({ content }) => chainMonitor.safeParse({ chain: content }).data)
    expect(readable(page ?? { entries: [], total: 0 }).map(({ chain }) => chain.label)).toEqual([
      ...['scan-alpha', 'survey-east', 'survey-west', 'survey-west-2'],
    ])
  },
  'products-errors': async file => {
    replying(({ path }) => ({ text: sample(path.endsWith('products') ? file : 'chain-monitoring') }))
    const { entries, total, received } = await findRecords(
      'productErrors',
      { ref: { source: 'scan-alpha', name: 'day-1' }, direction: 'asc' },
      0,
    )
    expect({ total, received }).toEqual({ total: 25, received: 10 })
    const rows = readable({ entries, total })
    expect(rows).toHaveLength(10)
    expect(rows[0]).toEqual({
      ...{ key: '3000000025', id: 3000000025, productName: 'prod-3-000025' },
      ...{ state: 'INVALID', sipState: 'NOT_SCHEDULED_INVALID', date: '2025-06-02T04:59:34.776468Z' },
      cause: 'Too many files for this product: expected 2, found 3',
    })
    expect(causes(rows).every(cause => cause !== undefined)).toBe(true)
  },
  aips: async () => {
    const rows = await rowsOf('oaisProducts', SCAN)
    expect(rows.map(({ providerId }) => providerId)).toEqual(['prod-1-000001', 'prod-1-000002', 'prod-1-000003'])
    expect(rows[0]).toEqual({
      ...{ key: '1000000001', id: 1000000001, aipId: 'URN:AIP:DATA:demo:fd4218b7-0eba-40ea-81e0-15cdd10ebed8:V1' },
      ...{ providerId: 'prod-1-000001', version: 1, state: 'STORED', storages: ['disk-online'], cause: undefined },
      ...{ creationDate: '2025-06-02T07:57:00Z', lastUpdate: '2025-06-02T07:58:00Z', date: '2025-06-02T07:58:00Z' },
    })
  },
  'ingest-requests-errors': async () =>
    expect(await rowsOf('oaisErrors', SCAN)).toEqual([
      {
        ...{ key: '1000000001', id: 1000000001, providerId: 'prod-1-000001', type: 'INGEST', state: 'ERROR' },
        ...{ errorType: 'GENERATION', date: '2025-06-02T07:57:58.64259Z' },
        cause: 'Storage refused the file: location "disk-online" is full',
      },
    ]),
  'ingest-requests-waiting': async () => {
    const rows = await rowsOf('oaisWaiting', DIRECT)
    expect(rows.map(({ id }) => id)).toEqual([7000000001, 7000000002, 7000000003, 7000000004, 7000000005])
    expect(rows.every(({ cause, date, errorType }) => !cause && isDate(date) && errorType?.endsWith('MANUAL'))).toBe(
      true,
    )
  },
  features: async () => {
    const rows = await rowsOf('pendingDissemination', SENSOR)
    expect(rows.map(({ document }) => document !== undefined)).toEqual([false, true, false, true])
    expect(rows[0]).toMatchObject({
      ...{ id: 5000000001, urn: 'URN:FEATURE:DATA:demo:8c3976c3-70ca-48b2-828d-71e1655eca00:V1', version: 1 },
      ...{ providerId: 'prod-5-000001', lastUpdate: '2025-06-02T07:50:00Z' },
      disseminations: [
        { recipient: 'mirror.example.org', requestDate: '2025-06-02T07:50:00Z', ackDate: undefined },
        { recipient: 'press', requestDate: '2025-06-02T07:50:00Z', ackDate: '2025-06-02T07:50:05Z' },
      ],
    })
    expect(await rowsOf('features', SENSOR)).toEqual(rows)
  },
  'fem-requests-creation': async () => {
    const rows = await rowsOf('featureErrors', SENSOR, 'CREATION')
    expect(rows).toHaveLength(8)
    expect(rows[0]).toEqual({
      ...{ key: '20000000004', id: 20000000004, type: 'CREATION', providerId: 'prod-5-000001', urn: undefined },
      ...{ state: 'ERROR', step: 'LOCAL_ERROR', date: '2025-06-02T07:49:58.101258Z' },
      cause: 'Model "geo_v2" is unknown',
    })
  },
  'fem-requests-copy': async () => {
    const rows = await rowsOf('featureErrors', SENSOR, 'COPY')
    expect(causes(rows)).toEqual(['Copy refused', 'Copy refused', undefined])
    expect(rows.every(({ providerId, urn }) => providerId === undefined && urn !== undefined)).toBe(true)
  },
  storages: async () => {
    const rows = await rowsOf('storages', NO_SESSION)
    const KO = 1024
    expect(rows.map(({ name, kind, used, limit }) => [name, kind, used / KO, limit && limit / KO])).toEqual([
      ['internal-cache', 'CACHE', 512000, 524288],
      ['disk-online', 'ONLINE', 734003200, 1073741824],
      ['tape-nearline', 'NEARLINE', 21474836480, undefined],
      ['Cold vault', 'OFFLINE', 640, undefined],
      ['elsewhere', 'OFFLINE', 0, undefined],
    ])
    expect(rows[1]).toMatchObject({ files: 812345, storageErrors: 992, deletionErrors: 9, activities: ['storing'] })
    expect(rows[2]).toMatchObject({ pendingFiles: 42, activities: [] })
  },
  'storage-requests': async () =>
    expect(await rowsOf('storageErrors', NO_SESSION, 'disk-online/STORAGE')).toEqual(
      [
        [7000000051, 'File to delete does not exist'] as const,
        [7000000053, 'Remote host closed the connection'] as const,
        [7000000055, 'Remote host closed the connection'] as const,
      ].map(([id, cause]) => ({
        ...{ key: String(id), id, cause, date: undefined },
        ...{ fileName: `file-7-${id - 7000000000}.dat`, type: 'STORAGE', status: 'ERROR' },
      })),
    ),
  crawls: async () => {
    const rows = await rowsOf('crawls', NO_SESSION)
    const facts = rows.map(({ label, duration, saved, inError, canSchedule }) => ({
      ...{ label, duration, saved, inError, canSchedule },
    }))
    expect(facts).toEqual([
      { label: 'Aerial images', duration: 12_500, saved: 880, inError: 0, canSchedule: true },
      { label: 'Buoys', duration: 3_723_250, saved: 1200, inError: 7, canSchedule: true },
      { label: 'Comets', duration: undefined, saved: 0, inError: 3, canSchedule: true },
      { label: 'Drifters', duration: undefined, saved: undefined, inError: undefined, canSchedule: false },
    ])
    expect(rows[2]?.cause?.split('\n')).toHaveLength(22)
    expect(rows.every(({ statusDate }) => isDate(statusDate))).toBe(true)
  },
}

const FAILURES: Readonly<Record<string, readonly [status: number, said: RegExp, code?: string]>> = {
  'token-error-unknown': [400, /^Unknown account$/, 'ACCOUNT_UNKNOWN'],
  'token-error-locked': [400, /^Account is locked$/, 'ACCOUNT_LOCKED'],
  'error-403': [403, /^Access denied to endpoint/],
  'error-422-chain': [422, /is inactive$/],
  'error-422-versioning': [422, /MANUAL/],
  'error-500-chain': [500, /%s$/],
  'error-500-sort': [500, /'nothing'/],
}

describe('the sample answers', () => {
  it('all have their decoder here', () => {
    const files = readdirSync('tests/samples').flatMap(file => (file.endsWith('.json') ? [file.slice(0, -5)] : []))
    expect(files.sort()).toEqual([...Object.keys(SUCCESSES), ...Object.keys(FAILURES)].sort())
  })

  it.each(Object.entries(SUCCESSES))('%s is read', async (file, read) => {
    answering(() => ({ text: sample(file) }))
    await read(file)
  })

  it.each(Object.entries(FAILURES))('%s is a refusal with its words', async (file, [status, said, code]) => {
    answering(() => ({ text: sample(file), status }))
    const error = await failureOf(relaunchChain(REF))
    expect(error).toMatchObject({ status, code, messages: [expect.stringMatching(said)], isUnauthorised: false })
  })

  it('error-422-versioning is what a decision that cannot be made comes to', async () => {
    answering(() => ({ text: sample('error-422-versioning'), status: 422 }))
    const outcome = await decideVersioning({ ref: REF, mode: 'INC_VERSION' })
    expect(outcome).toEqual({ kind: 'refused', status: 422, messages: ['Versioning mode MANUAL cannot be chosen'] })
  })
})
