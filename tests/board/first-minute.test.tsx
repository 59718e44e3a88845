/** The title and icon of the tab carry the sessions in error; hints are shown on a first visit only. */
import { act, renderHook, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useIdleInView } from '@/app/useIdleInView'
import { usePreferences } from '@/stores/preferences'
import { aWorld } from '@tests/support/a-world'
import { renderApp } from '@tests/support/render-app'
import { countQuestions, openBoard, refreshButton, row, settled } from './on-the-board'

const world = () =>
  aWorld()
    .withSession('A/bad', s => s.oais({ done: 1, errors: 3 }))
    .withSession('B/worse', s => s.oais({ errors: 4 }))
    .withSession('A/good', s => s.oais({ done: 5 }))
    .build()

const aGoodWorld = () =>
  aWorld()
    .withSession('A/good', s => s.oais({ done: 5 }))
    .build()

/** Four states and all of them: the title asks for nothing that the list does not. */
const COUNTS = 5

const titled = (title: string) => waitFor(() => expect(document.title).toBe(title))

describe('the tab of the browser', () => {
  const icon = document.createElement('link')
  icon.rel = 'icon'

  beforeEach(() => {
    icon.href = '/favicon.svg'
    document.head.append(icon)
  })

  afterEach(() => icon.remove())

  const iconName = () => new URL(icon.href).pathname

  it('counts all sessions in error, also those the filters leave out', async () => {
    const { user } = await openBoard(world())
    expect(document.title).toBe('Sessions – REGARDS')
    await titled('(2) Sessions – REGARDS')
    expect(iconName()).toBe('/favicon-errors.svg')
    await user.click(row('Sources', 'B'))
    await titled('(2) Source B – REGARDS')
  })

  it('says nothing of errors while there are none', async () => {
    const here = aGoodWorld()
    await openBoard(here)
    await waitFor(() => expect(countQuestions(here, 'Sessions')).toHaveLength(COUNTS))
    await settled()
    expect(document.title).toBe('Sessions – REGARDS')
    expect(iconName()).toBe('/favicon.svg')
  })

  it('asks one row with each refresh, and keeps the number while there is no answer', async () => {
    const here = world()
    const { user } = await openBoard(here)
    await titled('(2) Sessions – REGARDS')
    here.forgetRequests()
    await user.click(refreshButton())
    await settled()
    const asked = countQuestions(here, 'Sessions').map(String)
    expect(asked).toHaveLength(COUNTS)
    const inError = 'page=0&size=1&sort=lastUpdateDate%2Cdesc&sort=id%2Casc&sessionState=errors'
    expect(asked.filter(question => question === inError)).toHaveLength(1)
    here.faults.outage('rs-admin')
    await user.click(refreshButton())
    await screen.findByText(/^REGARDS unavailable/)
    expect(document.title).toBe('(2) Sessions – REGARDS')
    expect(iconName()).toBe('/favicon-errors.svg')
  })

  it('forgets the number with the user who leaves', async () => {
    const { user } = await openBoard(world())
    await titled('(2) Sessions – REGARDS')
    await user.click(screen.getByRole('button', { name: /^User / }))
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
    await titled('Sign in – REGARDS dashboard')
    expect(iconName()).toBe('/favicon.svg')
  })
})

describe('hints', () => {
  const hints = () => screen.findByRole('complementary', { name: 'Hints' })

  it('are shown on the first visit, are no alert, and are closed by keyboard', async () => {
    const { user } = await renderApp({ world: aGoodWorld(), signedIn: 'operator', isFirstVisit: true })
    expect((await hints()).querySelectorAll('li')).toHaveLength(3)
    expect(screen.queryByRole('alert')).toBeNull()
    act(() => screen.getByRole('button', { name: 'Close hints' }).focus())
    await user.keyboard('{Enter}')
    expect(screen.queryByRole('complementary', { name: 'Hints' })).toBeNull()
    expect(screen.getByRole('main')).toHaveFocus()
  })

  it('are remembered as soon as they are shown', async () => {
    await renderApp({ world: aGoodWorld(), signedIn: 'operator', isFirstVisit: true })
    await hints()
    await waitFor(() => expect(usePreferences.getState().hintsSeen).toBe(true))
  })

  it('are not shown again, until Settings asks for them', async () => {
    const here = aGoodWorld()
    const { user } = await openBoard(here)
    // Counts are asked at the same moment as hints are shown.
    await waitFor(() => expect(countQuestions(here, 'Sessions')).toHaveLength(COUNTS))
    expect(screen.queryByRole('complementary', { name: 'Hints' })).toBeNull()
    await user.click(screen.getByRole('button', { name: /^User / }))
    await user.click(await screen.findByRole('menuitem', { name: 'Settings' }))
    await user.click(await screen.findByRole('button', { name: 'Show hints again' }))
    expect(await hints()).toBeInTheDocument()
  })
})

it('nothing extra is requested or shown in a hidden tab until it is visible', () => {
  vi.useFakeTimers()
  const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  const { result } = renderHook(() => useIdleInView(true))
  act(() => {
    vi.advanceTimersByTime(10_000)
  })
  expect(result.current).toBe(false)
  state.mockReturnValue('visible')
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'))
  })
  expect(result.current).toBe(true)
})
