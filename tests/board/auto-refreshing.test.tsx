/** Auto-refresh: at the chosen interval, one round at a time, slower without answers, none while the tab is hidden. */
import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { World } from '@simulator/world'
import {
  cell,
  countQuestions,
  holdTime,
  openBoard,
  pass,
  questions,
  refreshButton,
  row,
  settled,
  threeSessions,
  told,
  work,
} from './on-the-board'

const PATIENT = { timeout: 30_000 }

/** Both lists, and the counts of each: four states and all of them. */
const ROUND = 2 + 2 * 5

const rounds = (world: World) => questions(world, 'Sources').length

describe('auto-refresh', PATIENT, () => {
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  const openWith = async (world: World, choice: string) => {
    holdTime()
    const board = await openBoard(world)
    // The first counts come when the page is idle; afterwards they are part of each round.
    await waitFor(() => expect(countQuestions(world, 'Sessions')).toHaveLength(5))
    await settled()
    world.forgetRequests()
    await board.user.selectOptions(screen.getByRole('combobox', { name: 'Auto-refresh' }), choice)
    return board
  }

  it.each([
    ['Off', 0],
    ['10 s', 12],
    ['30 s', 4],
    ['60 s', 2],
  ])('%s asks %i times in two minutes', async (choice, times) => {
    const world = threeSessions()
    await openWith(world, choice)
    await pass(world, 120)
    expect(rounds(world)).toBe(times)
    expect(questions(world, 'Sessions')).toHaveLength(times)
  })

  it('shows what changed without a click, keeps an open dialog with its focus, and tells changes only', async () => {
    const world = threeSessions()
    const { user } = await openWith(world, '10 s')
    await user.click(row('Sessions', 'one, A'))
    await user.click(await screen.findByRole('button', { name: 'Relaunch errors (2)' }))
    const dialog = await screen.findByRole('dialog', { name: /^Relaunch errors: / })
    const focused = document.activeElement
    expect(dialog).toContainElement(focused as HTMLElement)
    await pass(world, 20)
    expect(told()).not.toContain('Refreshed: no changes')
    work(world, 'two')
    await pass(world, 20)
    expect(cell('Sessions', 'two, A', 'Referenced')).toHaveTextContent(/^3$/)
    expect(screen.getByRole('dialog', { name: /^Relaunch errors: / })).toBe(dialog)
    expect(focused).toHaveFocus()
  })

  it('never begins a round while one is running', async () => {
    const world = threeSessions()
    await openWith(world, '10 s')
    const slow = world.faults.latency('rs-admin', '1h')
    await act(() => vi.advanceTimersByTimeAsync(60_000))
    // Their counts come after the lists.
    await waitFor(() => expect(world.requests).toHaveLength(2))
    expect(refreshButton()).toHaveAttribute('aria-busy', 'true')
    slow.lift()
    world.advance('1h')
    await settled()
    expect(world.requests).toHaveLength(ROUND)
  })

  it('asks ever more rarely while nothing answers, and as before once something does', async () => {
    const world = threeSessions()
    await openWith(world, '10 s')
    const outage = world.faults.outage()
    let passed = 0
    let asked = 0
    const times: number[] = []
    await pass(world, 300, () => {
      passed += 5
      if (world.requests.length > asked) times.push(passed)
      asked = world.requests.length
    })
    expect(times).toEqual([10, 30, 70, 150])
    expect(world.requests.length).toBeLessThanOrEqual(20)
    outage.lift()
    await pass(world, 30)
    world.forgetRequests()
    await pass(world, 60)
    expect(rounds(world)).toBe(6)
  })

  it('is silent while the page is hidden, and asks at once when it is back', async () => {
    const world = threeSessions()
    await openWith(world, '10 s')
    const away = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    await pass(world, 120)
    expect(world.requests).toEqual([])
    away.mockRestore()
    await pass(world, 5)
    expect(rounds(world)).toBe(1)
  })

  it('continues when the browser reports offline: the gateway may be reachable', async () => {
    const world = threeSessions()
    await openWith(world, '10 s')
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    await pass(world, 60)
    expect(rounds(world)).toBe(6)
  })

  it('tries at once when the browser is online again and nothing was answered', async () => {
    const world = threeSessions()
    await openWith(world, '60 s')
    const outage = world.faults.outage()
    await pass(world, 60)
    outage.lift()
    world.forgetRequests()
    await act(async () => {
      window.dispatchEvent(new Event('online'))
      await Promise.resolve()
    })
    await settled()
    expect(rounds(world)).toBe(1)
    world.forgetRequests()
    window.dispatchEvent(new Event('online'))
    expect(rounds(world)).toBe(0)
  })

  it('waits no longer when the clock of the computer is set back by hours', async () => {
    const world = threeSessions()
    await openWith(world, '60 s')
    vi.setSystemTime(Date.now() - 2 * 3_600_000)
    await pass(world, 65)
    expect(rounds(world)).toBeGreaterThan(0)
  })
})
