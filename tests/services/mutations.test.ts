/** Answers bent out of shape, 1,000 ways each: what comes back is a value that can be trusted, or a ServiceError (trust F22, F24, T3). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ServiceError } from '@/domain/service-error'
import type { Counters, Page, Session } from '@/domain/session'
import { isUnreadable } from '@/domain/session'
import {
  findResources,
  findSession,
  findSessionById,
  findSessionNames,
  findSessions,
  findSources,
} from '@/services/rs-admin'
import { findPublicProjects } from '@/services/rs-admin-instance'
import { obtainToken } from '@/services/rs-authentication'
import { findChains, relaunchErrors as relaunchChain } from '@/services/rs-dataprovider'
import { relaunchErrors as relaunchFeatures } from '@/services/rs-fem'
import { findRequestsInError } from '@/services/rs-worker-manager'
import { answering, sample } from './with-gateway'

const RUNS = 1000

type Path = readonly (string | number)[]

const childrenOf = (value: unknown): readonly (readonly [string | number, unknown])[] => {
  if (Array.isArray(value)) return value.map((child: unknown, place) => [place, child] as const)
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

/** Where something can be bent: everywhere. */
function pathsOf(value: unknown, here: Path = []): readonly Path[] {
  return [here, ...childrenOf(value).flatMap(([key, child]) => pathsOf(child, [...here, key]))]
}

/** What stands where something else should; the texts in braces are written into the JSON as they are. */
const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, false, 0, -1, 1.5, '', '0', '12', '-3', '1e400', ' 7 ', 'many', 'null', [], {}, [null], [[]]],
    ...['{1e400}', '{-1e400}', '{9007199254740993}', '{{"__proto__":{"id":1}}}', '{{"constructor":3,"length":-1}}'],
    ...['\ud800', '\u0000', '<img src=x onerror=alert(1)>', '__proto__', 'x'.repeat(5000)],
  ),
  fc.jsonValue({ maxDepth: 3 }),
)

const GONE = Symbol()

/** A copy with another value at the path, or without the one that was there. */
function bend(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by
  const bent = childrenOf(value).map(([name, child]) => [name, name === key ? bend(child, rest, by) : child] as const)
  const kept = bent.filter(([, child]) => child !== GONE)
  return Array.isArray(value) ? kept.map(([, child]) => child) : Object.fromEntries(kept)
}

const write = (value: unknown): string =>
  value === GONE ? '' : JSON.stringify(value).replaceAll(/"\{(.*?)\}"/g, (_, raw: string) => raw.replaceAll('\\"', '"'))

/** The answer with one to three places bent, cut, doubled, or replaced as a whole. */
function mutations(file: string): fc.Arbitrary<string> {
  const whole: unknown = JSON.parse(sample(file))
  const paths = pathsOf(whole)
  const bending = fc.tuple(fc.constantFrom(...paths), fc.oneof({ weight: 4, arbitrary: strange }, fc.constant(GONE)))
  const text = JSON.stringify(whole)
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .array(bending, { minLength: 1, maxLength: 3 })
        .map(bends => write(bends.reduce((answer: unknown, [path, by]) => bend(answer, path, by), whole))),
    },
    { weight: 1, arbitrary: fc.nat(text.length).map(end => text.slice(0, end)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.nat(text.length), fc.string({ unit: 'binary', maxLength: 5 }))
        .map(([at, noise]) => text.slice(0, at) + noise + text.slice(at)),
    },
    { weight: 1, arbitrary: fc.oneof(fc.json(), fc.string({ unit: 'binary' })) },
  )
}

const isText = (value: unknown) => typeof value === 'string' && value !== ''
const isOptionalText = (value: unknown) => value === undefined || typeof value === 'string'
const areCounters = (state: Counters) => Object.values(state).every(Number.isFinite) && Object.keys(state).length === 3

const isSession = ({ id, name, source, creationDate, lastUpdateDate, steps, canDelete }: Session) =>
  Number.isSafeInteger(id) &&
  isText(name) &&
  isText(source) &&
  isOptionalText(creationDate) &&
  isOptionalText(lastUpdateDate) &&
  typeof canDelete === 'boolean' &&
  steps.every(
    step =>
      isText(step.stepId) &&
      typeof step.type === 'string' &&
      areCounters(step.state) &&
      [step.inputRelated, step.outputRelated, ...Object.values(step.properties)].every(n => Math.abs(n) !== Infinity) &&
      isOptionalText(step.lastUpdateDate),
  )

const isPage =
  <T extends object>(isRow: (row: T) => boolean) =>
  ({ entries, total }: Page<T>) =>
    Number.isSafeInteger(total) &&
    total >= 0 &&
    entries.every(entry => (isUnreadable(entry) ? isOptionalText(entry.label) : isRow(entry)))

interface Subject<T> {
  readonly call: () => Promise<T>
  readonly isSound: (value: T) => boolean
}

const subject = <T>(call: () => Promise<T>, isSound: (value: T) => boolean): Subject<unknown> => ({
  call,
  isSound: value => isSound(value as T),
})

const REF = { source: 'A', name: 'day-1' }
const pageOfSessions = subject(() => findSessions({}, 0), isPage(isSession))
const oneSession = subject(() => findSessionById(1), isSession)

const SUBJECTS: Readonly<Record<string, Subject<unknown>>> = {
  'sessions-page-0': pageOfSessions,
  'sessions-odd-names': pageOfSessions,
  'session-feature': oneSession,
  'session-workers': oneSession,
  'sessions-shared-name': subject(
    () => findSession({ source: 'scan-alpha', name: '2025-05-02' }),
    session => isSession(session) && session.source === 'scan-alpha' && session.name === '2025-05-02',
  ),
  'sources-errors': subject(
    () => findSources({}, 0),
    isPage(
      ({ name, sessionCount, steps }) =>
        isText(name) &&
        Math.abs(sessionCount) !== Infinity &&
        steps.every(({ type, state }) => typeof type === 'string' && areCounters(state)),
    ),
  ),
  'session-names': subject(
    () => findSessionNames(''),
    found => found.every(name => typeof name === 'string'),
  ),
  'resources-operator': subject(
    () => findResources(),
    rights => rights.every(right => Object.values(right).every(isText)),
  ),
  'projects-public': subject(
    () => findPublicProjects(),
    projects => projects.every(({ name, label }) => isText(name) && isText(label)),
  ),
  token: subject(
    () => obtainToken({ project: 'demo', username: 'ops', password: '' }, { user: '', secret: '' }),
    ({ accessToken, project, role, user, expiresIn }) =>
      [accessToken, project, role, user].every(isText) && expiresIn > 0 && Number.isFinite(expiresIn),
  ),
  'chain-monitoring': subject(
    () => findChains('scan-alpha'),
    chains =>
      chains.every(
        ({ id, label, enabled, locked, running, deletionPending, executionBlockers }) =>
          Number.isSafeInteger(id) &&
          label === 'scan-alpha' &&
          [enabled, locked, running, deletionPending].every(flag => typeof flag === 'boolean') &&
          executionBlockers.every(blocker => typeof blocker === 'string'),
      ),
  ),
  'worker-requests': subject(
    () => findRequestsInError(REF),
    ({ ids, hasOthers }) => ids.every(Number.isSafeInteger) && typeof hasOthers === 'boolean',
  ),
  'relaunch-fem': subject(
    () => relaunchFeatures(REF, 'CREATION'),
    ({ requested, handled }) => Number.isSafeInteger(requested) && Number.isSafeInteger(handled),
  ),
}

/** True for a sound value, or a ServiceError whose detail is small; anything else is what must never happen. */
async function endsWell({ call, isSound }: Subject<unknown>): Promise<boolean> {
  try {
    return isSound(await call())
  } catch (error) {
    return error instanceof ServiceError && (error.detail ?? '').length <= 2000
  }
}

/** The first page is the mutated one, further ones are empty: a bent total must not make this test long. */
function answerOnce(text: string, status = 200): void {
  let isFirst = true
  answering(() => {
    const answer = isFirst ? text : '{"metadata":{"totalElements":0},"content":[]}'
    isFirst = false
    return { text: answer, status }
  })
}

describe('an answer bent out of shape', () => {
  it.each(Object.entries(SUBJECTS))(
    'like %s is a sound value or a named failure',
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

  it.each(['error-403', 'error-500-chain', 'token-error-locked'])(
    'like the refusal %s is a refusal with that status',
    { timeout: 120_000 },
    async file => {
      await fc.assert(
        fc.asyncProperty(mutations(file), fc.constantFrom(400, 403, 422, 500, 504), async (text, status) => {
          answerOnce(text, status)
          const error: unknown = await relaunchChain(REF).catch((reason: unknown) => reason)
          expect(error).toBeInstanceOf(ServiceError)
          if (!(error instanceof ServiceError)) return
          expect(error).toMatchObject({ reason: 'status', status })
          expect(error.messages.every(isText)).toBe(true)
          expect(isOptionalText(error.code)).toBe(true)
          expect(error.isUnauthorised).toBe(status === 403 && text.trim() === '')
        }),
        { numRuns: RUNS },
      )
    },
  )

  it('is not always refused: what is not needed may be anything', async () => {
    const answer = JSON.parse(sample('session-scan')) as { content: Record<string, unknown> }
    answerOnce(JSON.stringify({ ...answer, links: 'none', content: { ...answer.content, managerState: 3, extra: [] } }))
    expect(await findSessionById(3)).toMatchObject({ id: 3, canDelete: false })
  })
})
