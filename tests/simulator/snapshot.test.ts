/** How late rs-admin is: microservices fold their events every 5 s, rs-admin folds the steps every 2 s (docs/regards-api/sessions.md 3). */
import { describe, expect, it } from 'vitest'
import { Clock } from '@simulator/clock'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { page, shown, shownStep } from './asking'

const START = '2025-05-02T06:00:00Z'

const world = () =>
  aWorld()
    .withSession('A/day-1', s => s.oais({ done: 4 }).changed('2h'))
    .build(new Clock(START))

const addError = (w: World) =>
  w.archive.addItem(w.session({ source: 'A', name: 'day-1' }), 'oais', { kind: 'ingestRequest', status: 'ERROR' })

const errors = async (w: World) => (await shownStep(w, 'A', 'day-1', 'oais')).state.errors

describe('an event', () => {
  it('is unknown to rs-admin until its microservice and rs-admin itself have folded it', async () => {
    const w = world()
    addError(w)
    w.advance('4999ms')
    expect(await errors(w)).toBe(0)
    w.advance('1ms')
    expect(await errors(w)).toBe(0)
    w.advance('1s')
    expect(await errors(w)).toBe(1)
  })

  it('just after a beat waits for both next ones', async () => {
    const w = world()
    w.advance('5001ms')
    addError(w)
    w.advance('6998ms')
    expect(await errors(w)).toBe(0)
    w.advance('1ms')
    expect(await errors(w)).toBe(1)
  })

  it.each([0, 300, 1700, 2500, 4100, 4999])('%i ms after a beat is shown 7 s later at the latest', async delay => {
    const w = world()
    w.advance(10_000 + delay)
    addError(w)
    w.advance('7s')
    expect(await errors(w)).toBe(1)
  })

  it('that comes while the last ones are folded is not lost', async () => {
    const w = world()
    for (const pause of [0, 3000, 2500, 1000]) {
      w.advance(pause)
      addError(w)
    }
    w.advance('7s')
    expect(await errors(w)).toBe(4)
  })

  it('dates its session by when it happened, not by when it was folded', async () => {
    const w = world()
    w.advance('1s')
    addError(w)
    w.advance('20s')
    const session = await shown(w, 'A', 'day-1')
    expect(session['lastUpdateDate']).toBe('2025-05-02T06:00:01Z')
    expect(session.steps[0]).toMatchObject({
      lastUpdateDate: '2025-05-02T06:00:01Z',
      registrationDate: '2025-05-02T06:00:05.150Z',
    })
  })
})

describe('the source', () => {
  it('follows in the same moment as its session', async () => {
    const w = world()
    const source = async () => (await page(w, 'rs-admin/sources')).content[0]?.content
    addError(w)
    w.advance('5s')
    expect(await source()).toMatchObject({ managerState: { errors: false }, steps: [{ totalIn: 4, totalOut: 4 }] })
    w.advance('1s')
    expect(await source()).toMatchObject({
      managerState: { errors: true, running: false, waiting: false },
      steps: [{ totalIn: 5, totalOut: 4, state: { errors: 1 } }],
      lastUpdateDate: START,
    })
  })
})

describe('a session', () => {
  it('is listed when its first events have been folded, and not before', async () => {
    const w = world()
    const record = w.archive.openSession({ source: 'A', name: 'day-2' })
    w.archive.addItem(record, 'oais', { kind: 'ingestRequest', status: 'RUNNING' })
    const names = async () => (await page(w, 'rs-admin/sessions')).content.map(({ content }) => content['name'])
    w.advance('5s')
    expect(await names()).toEqual(['day-1'])
    expect((await page(w, 'rs-admin/sources')).content[0]?.content['nbSessions']).toBe(1)
    w.advance('2s')
    expect(await names()).toEqual(['day-2', 'day-1'])
    expect((await page(w, 'rs-admin/sources')).content[0]?.content['nbSessions']).toBe(2)
  })
})
