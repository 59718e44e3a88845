/** Ages and stalls follow the clock of REGARDS, and ticking texts are not announced. */
import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { World } from '@simulator/world'
import { usePreferences } from '@/stores/preferences'
import { resetServerClock } from '@/stores/server-clock'
import { aWorld } from '@tests/support/a-world'
import { cell, drawer, holdTime, openBoard, pane, pass, row, settled, threeSessions, told, work } from './on-the-board'

const PATIENT = { timeout: 60_000 }
const HOUR = 3_600_000

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** From now on each answer has the date of the world's own clock, as a gateway's does. */
function sendDates(world: World): void {
  const ask = globalThis.fetch
  vi.stubGlobal('fetch', async (...asked: Parameters<typeof fetch>) => {
    const answer = await ask(...asked)
    const headers = new Headers(answer.headers)
    headers.set('Date', new Date(world.clock.now()).toUTCString())
    return new Response(answer.body, { status: answer.status, headers })
  })
}

/** The clock of the computer is that far ahead, and runs; the page is opened after that. */
function setComputer(ahead: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ahead, shouldAdvanceTime: true })
  resetServerClock()
}

/** A step that works and was counted 90 s ago, one that has stood still for three hours. */
const atWork = () =>
  aWorld()
    .withSession('A/moves', s => s.storage({ done: 5, running: 3 }).changed('90s'))
    .withSession('A/stands', s => s.storage({ done: 5, running: 3 }).changed('200m'))
    .build()

/** How often it is said that the clock is two hours wrong. */
const saidDifference = (word: string) => told().filter(text => new RegExp(`clock is 2\\sh ${word}`).test(text)).length

describe("ages follow REGARDS' clock", PATIENT, () => {
  it.each([
    ['ahead', 2 * HOUR],
    ['behind', -2 * HOUR],
  ])('on a computer whose clock is two hours %s', async (word, ahead) => {
    const world = atWork()
    sendDates(world)
    setComputer(ahead)
    const { refresh } = await openBoard(world, '/?sessionSort=name,asc')
    expect(cell('Sessions', 'moves, A', 'Updated')).toHaveTextContent(/^1 min ago$/)
    expect(cell('Sessions', 'stands, A', 'Updated')).toHaveTextContent(/^no change 3 h$/)
    expect(pane('Sessions')).toHaveTextContent('updated 1 min ago')
    await waitFor(() => expect(saidDifference(word)).toBe(1))
    await refresh()
    await refresh()
    expect(saidDifference(word)).toBe(1)
  })

  it('in the open session, too', async () => {
    const world = atWork()
    sendDates(world)
    setComputer(2 * HOUR)
    await openBoard(world, '/?source=A&session=moves')
    const opened = await screen.findByRole('region', drawer('A', 'moves'))
    await within(opened).findByRole('article', { name: 'Storage' })
    expect(opened).toHaveTextContent(/1 min ago/)
    expect(opened).not.toHaveTextContent(/no change/)
  })

  it('and a clock that is half a minute wrong shows no message', async () => {
    const world = atWork()
    sendDates(world)
    setComputer(-30_000)
    const { refresh } = await openBoard(world)
    await refresh()
    expect(told().join()).not.toContain('clock')
  })

  it('without a date from the gateway, the newest row is a lower bound', async () => {
    setComputer(0)
    const world = atWork()
    vi.useRealTimers()
    setComputer(-5 * HOUR)
    await openBoard(world)
    expect(cell('Sessions', 'moves, A', 'Updated')).toHaveTextContent(/^just now$/)
    expect(cell('Sessions', 'stands, A', 'Updated')).toHaveTextContent(/^no change 3 h$/)
  })

  it('when it is set while the page is open', async () => {
    const world = atWork()
    sendDates(world)
    setComputer(0)
    const { refresh } = await openBoard(world, '/?sessionSort=name,asc')
    vi.setSystemTime(Date.now() + 2 * HOUR)
    await refresh()
    await waitFor(() => expect(pane('Sessions')).toHaveTextContent('updated 1 min ago'))
    expect(cell('Sessions', 'moves, A', 'Updated')).toHaveTextContent(/^1 min ago$/)
    await waitFor(() => expect(saidDifference('ahead')).toBe(1))
  })
})

describe('what is announced', PATIENT, () => {
  it('once is not said again in another language', async () => {
    const world = threeSessions()
    const { refresh } = await openBoard(world)
    work(world, 'two')
    await refresh()
    await waitFor(() => expect(told()).toContain('Refreshed: 1 session changed'))
    act(() => usePreferences.getState().set({ language: 'fr' }))
    await screen.findByText(/^Rafraîchi à/)
    expect(told()).toContain('Refreshed: 1 session changed')
    expect(told().join()).not.toContain('session modifiée')
  })

  it('does not tick: alerts say the same for as long as nothing happens', async () => {
    const world = threeSessions()
    holdTime()
    const { refresh } = await openBoard(world)
    const alerts = () => screen.queryAllByRole('alert').map(({ textContent, title }) => textContent + title)
    world.faults.refuse('GET rs-admin/sources?', 422, ['Sources are being counted'])
    await refresh()
    await screen.findByRole('alert')
    const before = alerts()
    const shown = pane('Sources').textContent
    await act(() => vi.advanceTimersByTimeAsync(30_000))
    expect(pane('Sources').textContent).not.toBe(shown)
    expect(alerts()).toEqual(before)
  })

  it('in an outage does not tick either', async () => {
    const world = threeSessions()
    holdTime()
    const { refresh } = await openBoard(world)
    world.faults.outage()
    await refresh()
    const alert = await screen.findByRole('alert')
    const before = alert.outerHTML
    await pass(world, 90)
    expect(screen.getByRole('alert').outerHTML).toBe(before)
    expect(screen.getByText(/^Data is 1 min old\.$/)).toBeVisible()
  })

  it('is said outside the root, and an open dialog does not hide it', async () => {
    const world = threeSessions()
    const { user } = await openBoard(world)
    await user.click(row('Sessions', 'one, A'))
    await user.click(await screen.findByRole('button', { name: 'Relaunch errors (2)' }))
    const dialog = await screen.findByRole('dialog', { name: /^Relaunch errors: / })
    expect(dialog).toBeVisible()
    expect(screen.queryByRole('grid')).toBeNull()
    await waitFor(() => expect(screen.getAllByRole('status').some(one => one.closest('#root') === null)).toBe(true))
  })

  it('of an earlier relaunch is said once, and its age ticks unheard', async () => {
    const world = threeSessions()
    holdTime()
    const { user } = await openBoard(world, '/?source=A&session=one')
    const relaunch = async () => {
      await user.click(await screen.findByRole('button', { name: /^Relaunch errors \(2\)/ }))
      return screen.findByRole('dialog', { name: /^Relaunch errors: / })
    }
    await user.click(within(await relaunch()).getByRole('button', { name: /^Relaunch( again)? \(2\)/ }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const again = await relaunch()
    const note = await within(again).findByRole('note')
    expect(note).toHaveTextContent(/^Relaunched .*: REGARDS may still be working\./)
    expect(within(again).queryByRole('alert')).toBeNull()
    const said = () => told().filter(text => text.includes('REGARDS may still be working'))
    expect(said()).toHaveLength(1)
    const [before] = said()
    await act(() => vi.advanceTimersByTimeAsync(3000))
    expect(said()).toEqual([before])
  })
})

describe('the clock of the page', PATIENT, () => {
  it('is one timer for all ages on screen, and none while the page is hidden', async () => {
    const started = vi.spyOn(globalThis, 'setInterval')
    const world = aWorld()
      .withSessions(40, 'A/run', s => s.storage({ done: 5, running: 3 }))
      .build()
    await openBoard(world)
    await settled()
    // The ages, the rounds, and the sign-in that is kept.
    expect(started.mock.calls.filter(([, interval]) => (interval ?? 0) >= 500).length).toBeLessThanOrEqual(3)
  })
})
