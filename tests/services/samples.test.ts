/** Every answer of the independent generator (tests/samples) is read by the decoder that meets it in daily work. */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Page, Session, Source, Step, Unreadable } from '@/domain/session'
import { isUnreadable, totalCounters } from '@/domain/session'
import { readPage, readResource } from '@/services/hateoas'
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
import { answering, failureOf, sample } from './with-gateway'

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

/** Lists whose screens come later: their envelopes are read already. */
const rowsOf = (file: string): number => {
  const answer: unknown = JSON.parse(sample(file))
  const rows = Array.isArray(answer)
    ? answer.map(readResource)
    : readable(readPage(answer, ({ content }) => content ?? undefined) ?? { entries: [], total: 0 })
  expect(rows).not.toContain(undefined)
  return rows.length
}

const stepsOf = async () => {
  const { steps } = await findSessionById(1)
  expect(steps.every(isFinite)).toBe(true)
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
    expect((await sources()).every(({ steps }) => totalCounters(steps).errors > 0)).toBe(true),
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
    expect((await sessions()).every(({ source }) => source === 'scan-alpha')).toBe(true),
  'sessions-errors': async () =>
    expect((await sessions()).every(({ steps }) => totalCounters(steps).errors > 0)).toBe(true),
  'sessions-shared-name': async () => expect(await findSession(REF)).toMatchObject(REF),
  'sessions-odd-names': async () => {
    expect(names(await sessions())).toContain('a+b:c/d%e_f "g" \'h\'')
    expect(names(await sessions())).toContain('<img src=x onerror=alert(1)>')
  },
  'sessions-run-names': async () => expect(names(await sessions()).every(name => name.includes('+02:00'))).toBe(true),
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
  },
  'worker-requests': async () => {
    const { ids, hasOthers } = await findRequestsInError({ source: 'A', name: 'day-1' })
    expect([...ids].sort()).toEqual([68000000001, 68000000002, 68000000003, 68000000004])
    expect(hasOthers).toBe(true)
  },
  'relaunch-fem': async () => expect(await relaunchFeatures(REF, 'CREATION')).toEqual({ requested: 8, handled: 8 }),
  'relaunch-fem-nothing': async () =>
    expect(await relaunchFeatures(REF, 'CREATION')).toEqual({ requested: 0, handled: 0 }),
  chains: file => expect(rowsOf(file)).toBe(4),
  'products-errors': file => expect(rowsOf(file)).toBeGreaterThan(0),
  aips: file => expect(rowsOf(file)).toBe(3),
  'ingest-requests-errors': file => expect(rowsOf(file)).toBe(1),
  'ingest-requests-waiting': file => expect(rowsOf(file)).toBeGreaterThan(0),
  features: file => expect(rowsOf(file)).toBe(4),
  'fem-requests-creation': file => expect(rowsOf(file)).toBe(8),
  'fem-requests-copy': file => expect(rowsOf(file)).toBeGreaterThan(0),
  storages: file => expect(rowsOf(file)).toBeGreaterThan(3),
  'storage-requests': file => expect(rowsOf(file)).toBe(3),
  crawls: file => expect(rowsOf(file)).toBeGreaterThan(2),
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
})
