/** The recorded answers about sources and sessions, each with the function that asks for it. */
import { expect } from 'vitest'
import * as admin from '@/services/rs-admin'
import type { Reader } from './recorded-reading'
import { DENIED, ORBIT, UNEXPECTED, ofOrbit, readable, refusal, says, sources } from './recorded-reading'
import { failureOf } from './with-gateway'
/** Files whose request is the one this function sends: sources and sessions, their names, tokens, endpoints. */
export const SESSION_FILES: Readonly<Record<string, Reader>> = {
  'sources-first-page': async () =>
    expect(await sources({ name: 'orbit' })).toEqual({ names: ['orbit%5', 'orbit-1'], total: 6 }),
  'sources-middle-page': async () =>
    expect(await sources({ name: 'orbit' })).toEqual({ names: ['orbit-11', 'orbit-2'], total: 6 }),
  'sources-last-page': async () =>
    expect(await sources({ name: 'orbit' })).toEqual({ names: ['orbit-3', 'orbit_4'], total: 6 }),
  'sources-empty': async () => expect(await sources({ name: 'no such source' })).toEqual({ names: [], total: 0 }),
  'sources-name-percent': async () =>
    expect(await sources({ name: 'orbit%5' })).toEqual({ names: ['orbit%5'], total: 1 }),
  'sources-sort-second-key': async () => {
    const found = await sources({ name: 'orbit', sort: { property: 'nbSessions', direction: 'desc' } })
    expect(found).toEqual({ names: ['orbit-1', 'orbit%5', 'orbit-11', 'orbit-2', 'orbit-3'], total: 6 })
  },
  'sources-names': async () => expect(await admin.findSourceNames('Orbit')).toHaveLength(7),
  'sessions-first-page': async () =>
    expect(await ofOrbit()).toEqual({ names: ['100%', '100x', 'backslash'], total: 9 }),
  'sessions-middle-page': async () => expect((await ofOrbit()).names).toEqual(['back\\slash', 'DAY-1', 'day_1']),
  'sessions-last-page': async () => {
    const [, withSteps] = readable(await admin.findSessions({ source: 'orbit-1' }, 0))
    expect(withSteps).toMatchObject({ ...ORBIT, id: 4213, canDelete: true })
    const workers = withSteps?.steps.find(({ stepId }) => stepId === 'workers')
    expect(workers).toMatchObject({ properties: { 'workers.crop.v2.error': 3, 'workers.requests': 9 } })
    expect(withSteps?.steps).toHaveLength(6)
  },
  'sessions-page-beyond-the-end': async () => expect(await ofOrbit({}, 9)).toEqual({ names: [], total: 9 }),
  'sessions-page-beyond-32-bits': async () =>
    expect(await refusal(ofOrbit({}, 2_147_483_647))).toMatchObject(says(500, UNEXPECTED)),
  'sessions-state-ok': async () => expect((await ofOrbit({ state: 'ok' })).names).toEqual(['100x', 'backslash']),
  'sessions-state-errors': async () => expect((await ofOrbit({ state: 'errors' })).names).toEqual(['day_1', 'day-1']),
  'sessions-state-running': async () => expect((await ofOrbit({ state: 'running' })).names).toEqual(['100%', 'day-1']),
  'sessions-state-waiting': async () => expect((await ofOrbit({ state: 'waiting' })).names).toEqual(['day-1']),
  'sessions-name-underscore': async () =>
    expect((await ofOrbit({ name: 'day_1' })).names).toEqual(['day_1', 'day-10', 'day-1', 'dayX1']),
  'sessions-name-percent': async () => expect((await ofOrbit({ name: '0%x' })).names).toEqual(['100x']),
  'sessions-name-case': async () => expect((await ofOrbit({ name: 'DAY' })).names).toEqual(['DAY-1']),
  'sessions-name-backslash': async () => expect((await ofOrbit({ name: 'back\\s' })).names).toEqual(['back\\slash']),
  'sessions-sort-second-key': async () => {
    const page = await admin.findSessions({ name: 'day-1', sort: { property: 'name', direction: 'asc' } }, 0)
    const found = readable(page).map(({ id, source }) => [id, source])
    expect(found).toEqual([
      [951, 'Scan-Alpha'],
      [1004, 'SCAN-ALPHA'],
      [1068, 'scan-alpha'],
    ])
    expect(page.total).toBe(84)
  },
  'sessions-names': async () => expect(await admin.findSessionNames('DAY')).toHaveLength(9),
  'session-by-id': async () => {
    const session = await admin.findSessionById(4213)
    expect(session).toMatchObject({ ...ORBIT, id: 4213, canDelete: true })
    // What was created just now was updated some seconds before: both dates are kept as they came.
    expect(Date.parse(session.creationDate ?? '')).toBeGreaterThan(Date.parse(session.lastUpdateDate ?? ''))
    expect(session.steps.every(step => Object.values(step.properties).every(Number.isFinite))).toBe(true)
    expect(session.steps.map(({ stepId }) => stepId).sort()).toEqual([
      ...['feature', 'fem_dissemination', 'oais', 'scan', 'storage', 'workers'],
    ])
  },
  'session-unknown-id': async () =>
    expect(await refusal(admin.findSessionById(999_999))).toMatchObject({ ...says(404), isNotFound: true }),
  'session-delete': () => admin.deleteSession(4208),
  'sessions-role-without-right': async () => expect(await refusal(admin.findSessions({}, 0))).toMatchObject(DENIED),
  resources: async () => expect(await admin.findResources()).toHaveLength(18),
  'token-ended-unseen-401': async () => {
    const { isUnauthorised, status } = await failureOf(admin.findSessions({}, 0))
    expect({ isUnauthorised, status }).toEqual({ isUnauthorised: true, status: 401 })
  },
  // What the three below mean for the sign-in is a matter of tests/services/http.test.ts.
  'token-ended-seen-403': async () =>
    expect(await refusal(admin.findSessions({}, 0))).toMatchObject({
      ...says(403),
      detail: expect.stringContaining('Access Denied') as unknown,
    }),
  'token-malformed-500': async () =>
    expect(await refusal(admin.findSessions({}, 0))).toMatchObject({
      ...says(500),
      detail: expect.stringContaining('requestId') as unknown,
    }),
}
