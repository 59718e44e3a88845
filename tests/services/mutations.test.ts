/** Answers bent out of shape, 1,000 ways each: what comes back is a value that can be trusted, or a ServiceError. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ServiceError } from '@/domain/service-error'
import type { Counters, Session } from '@/domain/session'
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
import type { Subject } from './bending'
import { RUNS, answerOnce, endsWell, isOptionalText, isPage, isText, mutations, subject } from './bending'
import { sample } from './with-gateway'

const areCounters = (state: Counters) => Object.values(state).every(Number.isFinite) && Object.keys(state).length === 3

const isSession = ({ id, name, source, creationDate, lastUpdateDate, steps, canDelete }: Session) =>
  Number.isSafeInteger(id) &&
  typeof name === 'string' &&
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
          // Whatever it says, it alone does not prove that the token has ended.
          expect(error.isUnauthorised).toBe(false)
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
