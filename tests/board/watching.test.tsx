/** Watching: begun by a click on a session, a selection or a list; told once how it ended, on the desktop, in the title, in the page. */
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setLanguage } from '@/i18n/i18n'
import { ownerNow } from '@/stores/credentials'
import { usePreferences } from '@/stores/preferences'
import { claim } from '@/stores/run-claims'
import { storageKey } from '@/stores/storage-key'
import { forgetWatches, useWatches } from '@/stores/watches'
import { clearNotices } from '@/ui/notices'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { apart, address, drawer, holdTime, openBoard, pass, row, stateChip } from './on-the-board'

const SLOW = { timeout: 60_000 }

interface Shown {
  readonly title: string
  readonly body: string | undefined
  onclick: (() => void) | null
  readonly close: () => void
}

/** The notifications of the desktop, as a browser has them. */
function stubNotifications(permission: NotificationPermission, answer: NotificationPermission = 'granted') {
  const shown: Shown[] = []
  vi.spyOn(window, 'focus').mockReturnValue()
  const requestPermission = vi.fn(async () => {
    Fake.permission = answer
    return Promise.resolve(answer)
  })
  class Fake implements Shown {
    static permission = permission
    static readonly requestPermission = requestPermission
    readonly title: string
    readonly body: string | undefined
    onclick: (() => void) | null = null
    readonly close = vi.fn()
    constructor(title: string, options?: NotificationOptions) {
      this.title = title
      this.body = options?.body
      shown.push(this)
    }
  }
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('Notification', Fake)
  return { shown, requestPermission }
}

function hide(isHidden: boolean): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(isHidden ? 'hidden' : 'visible')
  vi.spyOn(document, 'hasFocus').mockReturnValue(!isHidden)
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'))
  })
}

/** Two sessions that are still, and one that runs. */
const three = () =>
  aWorld()
    .withSession('A/one', s => s.oais({ done: 879, errors: 2 }).changed('3m'))
    .withSession('A/two', s => s.oais({ done: 1 }).changed('4m'))
    .withSession('A/three', s => s.oais({ running: 5 }).changed('2m'))
    .build()

const plain = (text: string) => text.replaceAll(/[\u2068\u2069]/g, '')
const icon = () => document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href.replace(/^.*\//, '')
const bar = (name: RegExp) => screen.findByRole('button', { name, hidden: true })

/** Time that passes in a hidden tab: nothing is refreshed, and answers come between. */
async function passHidden(world: World, seconds: number) {
  for (let passed = 0; passed < seconds; passed += 5) {
    world.advance('5s')
    await act(() => vi.advanceTimersByTimeAsync(5000))
    await act(() => new Promise(resolve => setTimeout(resolve, 10)))
  }
}

async function openSession(world: World, url = '/?source=A&session=one') {
  holdTime()
  const board = await openBoard(world, url)
  const region = await screen.findByRole('region', drawer('A', 'one'))
  const watch = () => within(region).findByRole('button', { name: /^(?:Watch|Surveiller)$/ })
  return { ...board, region, watch }
}

beforeEach(() => {
  document.head.insertAdjacentElement(
    'beforeend',
    Object.assign(document.createElement('link'), { rel: 'icon', href: '/favicon.svg' }),
  )
  clearNotices()
})
afterEach(() => {
  document.querySelector('link[rel=icon]')?.remove()
})

describe('a session', SLOW, () => {
  // The first of the file: later its code is there.
  it('has the button that watches it as soon as the others of its header, so that none of them moves', async () => {
    const seen = new Set<string>()
    const look = new MutationObserver(() => {
      const names = [...document.querySelectorAll('[data-drawer] button')].map(({ textContent }) => textContent)
      if (names.includes('Losses')) seen.add(names.includes('Watch') ? 'with it' : 'without it')
    })
    look.observe(document.body, { childList: true, subtree: true })
    const { watch } = await openSession(three())
    expect(await watch()).toBeVisible()
    look.disconnect()
    expect([...seen]).toEqual(['with it'])
  })

  it('is watched by a click, which asks for notifications; a hidden tab then says once how it ended', async () => {
    const { shown, requestPermission } = stubNotifications('default')
    const world = three()
    const { user, watch } = await openSession(world)
    expect(requestPermission).not.toHaveBeenCalled()
    await user.click(await watch())
    expect(requestPermission).toHaveBeenCalledOnce()
    expect(await screen.findByText(/^Watching: .*A.* \/ .*one.*keep this tab open\.$/)).toBeVisible()
    await bar(/^Watching 1$/)
    await waitFor(() => expect(document.title).toMatch(/^Watching 1 – .*Session one – .*REGARDS$/))
    // The errors of the archive are counted when the page is idle.
    await waitFor(() => expect(icon()).toBe('favicon-watching-errors.svg'))
    hide(true)
    await passHidden(world, 190)
    await waitFor(() => expect(shown).toHaveLength(1))
    expect(plain(shown[0]?.title ?? '')).toBe('A / one: done, 879 products, 2 errors')
    expect(shown[0]?.body).toBe('REGARDS, project demo')
    expect(plain(document.title)).toMatch(/^Done: A \/ one – /)
    expect(icon()).toBe('favicon-ended-errors.svg')
    await passHidden(world, 200)
    expect(shown).toHaveLength(1)
    hide(false)
    await waitFor(() => expect(document.title).toMatch(/^\(1\) Session one – /))
    expect(icon()).toBe('favicon-errors.svg')
    await bar(/^1 ended$/)
    expect(requestPermission).toHaveBeenCalledOnce()
  })

  it('is opened by a click on its notification, or on the message in the page', async () => {
    const { shown } = stubNotifications('granted')
    const world = three()
    const { user, watch, region } = await openSession(world)
    await user.click(await watch())
    hide(true)
    await passHidden(world, 190)
    await waitFor(() => expect(shown).toHaveLength(1))
    hide(false)
    await user.click(within(region).getByRole('button', { name: 'Close' }))
    expect(address()).not.toHaveProperty('session')
    act(() => shown[0]?.onclick?.())
    await waitFor(() => expect(address()).toMatchObject({ source: 'A', session: 'one' }))
    expect(shown[0]?.close).toHaveBeenCalledOnce()
    await user.click(
      within(await screen.findByRole('region', drawer('A', 'one'))).getByRole('button', { name: 'Close' }),
    )
    const message = screen.getByText(text => plain(text) === 'A / one: done, 879 products, 2 errors')
    const said = message.closest<HTMLElement>('[role=status]') ?? document.body
    await user.click(within(said).getByRole('button', { name: 'Open' }))
    await waitFor(() => expect(address()).toMatchObject({ session: 'one' }))
  })

  it('is watched after a double click, no more after one more, and nothing is asked or said of it', async () => {
    const { shown } = stubNotifications('granted')
    const world = three()
    const { user, watch, region } = await openSession(world)
    await user.dblClick(await watch())
    await bar(/^Watching 1/)
    await apart()
    await user.click(within(region).getByRole('button', { name: 'Stop watching' }))
    expect(screen.queryByRole('button', { name: /^Watching/ })).toBeNull()
    expect(sessionStorage.getItem(storageKey('watches'))).toBeNull()
    world.forgetRequests()
    hide(true)
    await passHidden(world, 200)
    expect(world.requests).toEqual([])
    expect(shown).toEqual([])
    expect(document.title).not.toMatch(/Watching|Done/)
  })

  it('that is purged is said to exist no longer', async () => {
    const { shown } = stubNotifications('granted')
    const world = three()
    const { user, watch } = await openSession(world)
    await user.click(await watch())
    world.purge({ source: 'A', name: 'one' })
    hide(true)
    await passHidden(world, 190)
    await waitFor(() => expect(shown.map(({ title }) => plain(title))).toEqual(['A / one: no longer exists']))
  })

  it('is told by one of two tabs that have the same watch', async () => {
    const { shown } = stubNotifications('granted')
    const world = three()
    const { user, watch } = await openSession(world)
    await user.click(await watch())
    const [{ id } = { id: '' }] = useWatches.getState().watches
    // The tab that was duplicated from this one was first.
    await claim({ owner: ownerNow(), run: id, place: JSON.stringify(['watch', id]), attempt: 0 })
    hide(true)
    await passHidden(world, 190)
    await waitFor(() => expect(useWatches.getState().watches[0]?.end?.kind).toBe('done'))
    expect(shown).toEqual([])
    expect(screen.queryByText(/done, 879/)).toBeNull()
  })

  it('goes on over a reload, and is not told a second time after it', async () => {
    const { shown, requestPermission } = stubNotifications('granted')
    const world = three()
    const { user, watch } = await openSession(world)
    await user.click(await watch())
    const reload = async () => {
      cleanup()
      const kept = sessionStorage.getItem(storageKey('watches')) ?? ''
      forgetWatches()
      sessionStorage.setItem(storageKey('watches'), kept)
      await openBoard(world)
    }
    await reload()
    await bar(/^Watching 1$/)
    await pass(world, 190)
    await waitFor(() => expect(shown).toHaveLength(1))
    await reload()
    await bar(/^1 ended$/)
    await pass(world, 190)
    expect(shown).toHaveLength(1)
    expect(requestPermission).not.toHaveBeenCalled()
  })

  it('is said in French', async () => {
    const { shown } = stubNotifications('granted')
    const world = three()
    const { user, watch } = await openSession(world)
    await act(() => setLanguage('fr'))
    await user.click(await watch())
    await waitFor(() => expect(document.title).toMatch(/^Surveillances\u00a0: 1 – /))
    hide(true)
    await passHidden(world, 190)
    await waitFor(() => expect(shown).toHaveLength(1))
    expect(plain(shown[0]?.title ?? '')).toBe('A / one\u00a0: terminé, 879 produits, 2 erreurs')
    expect(plain(document.title)).toMatch(/^Terminé\u00a0: A \/ one – /)
  })
})

/** A browser that makes sounds: how many tones were begun. */
function stubSound() {
  const made = vi.fn()
  vi.stubGlobal(
    'AudioContext',
    class {
      currentTime = 0
      destination = {}
      constructor() {
        made()
      }
      createGain = () => ({
        gain: { setValueAtTime: vi.fn(), linearRampToValueAtTime: vi.fn() },
        connect: vi.fn(),
      })
      createOscillator = () => ({ frequency: {}, connect: (next: object) => next, start: vi.fn(), stop: vi.fn() })
      close = vi.fn()
    },
  )
  return made
}

describe('the sound', SLOW, () => {
  it.each([
    [false, 0],
    [true, 1],
  ])('is made when it is on, which it is not by default: %s', async (isOn, times) => {
    stubNotifications('granted')
    const made = stubSound()
    const world = three()
    const { user, watch } = await openSession(world)
    if (isOn) usePreferences.setState({ watchSound: true })
    await user.click(await watch())
    hide(true)
    await passHidden(world, 190)
    await screen.findByText(text => plain(text) === 'A / one: done, 879 products, 2 errors')
    expect(made).toHaveBeenCalledTimes(times)
  })

  it('is heard once when it is turned on in Settings, and kept', async () => {
    const made = stubSound()
    const { user } = await openBoard(three())
    await user.click(screen.getByRole('button', { name: /^User / }))
    await user.click(await screen.findByRole('menuitem', { name: 'Settings' }))
    const sound = await screen.findByRole('switch', { name: 'Sound when a watch ends' })
    expect(sound).not.toBeChecked()
    await user.click(sound)
    expect(made).toHaveBeenCalledOnce()
    expect(usePreferences.getState().watchSound).toBe(true)
    await user.click(sound)
    expect(made).toHaveBeenCalledOnce()
    expect(usePreferences.getState().watchSound).toBe(false)
  })
})

describe('the list of watches', SLOW, () => {
  const openPanel = async (user: { click: (element: Element) => Promise<void> }, name = /^Watching/) => {
    await user.click(await bar(name))
    return screen.findByRole('dialog', { name: 'Watches' })
  }

  it.each([
    ['denied', 'denied', /blocked for this site/],
    ['default', 'default', /not allowed yet/],
    ['granted', 'granted', /A desktop notification says/],
  ] as const)('says whether the desktop will tell: %s', async (permission, answer, text) => {
    const { shown, requestPermission } = stubNotifications(permission, answer)
    const world = three()
    const { user, watch } = await openSession(world)
    await user.click(await watch())
    const panel = await openPanel(user)
    expect(within(panel).getByText(text)).toBeVisible()
    const allow = within(panel).queryByRole('button', { name: 'Allow notifications' })
    expect(allow !== null).toBe(permission === 'default')
    if (allow !== null) await user.click(allow)
    expect(requestPermission).toHaveBeenCalledTimes(permission === 'default' ? 2 : 0)
    await user.keyboard('{Escape}')
    hide(true)
    await passHidden(world, 190)
    // Without notifications too, the page tells.
    await screen.findByText(found => plain(found) === 'A / one: done, 879 products, 2 errors')
    expect(shown).toHaveLength(permission === 'granted' ? 1 : 0)
  })

  it('over http, and where the browser has none, says so', async () => {
    stubNotifications('granted')
    vi.stubGlobal('isSecureContext', false)
    const world = three()
    const { user, watch } = await openSession(world)
    await user.click(await watch())
    expect(within(await openPanel(user)).getByText(/need https/)).toBeVisible()
    vi.stubGlobal('isSecureContext', true)
    vi.stubGlobal(
      'Notification',
      class {
        static permission = 'granted'
        readonly close = vi.fn()
        constructor() {
          // As on a telephone.
          throw new TypeError('Illegal constructor')
        }
      },
    )
    await user.keyboard('{Escape}')
    hide(true)
    await passHidden(world, 190)
    hide(false)
    expect(within(await openPanel(user, /ended/)).getByText(/not available in this browser/)).toBeVisible()
  })

  it('of what runs says that it is done, and no figure of sessions that are none of it', async () => {
    const { shown } = stubNotifications('granted')
    const world = aWorld()
      .withSession('A/one', s => s.oais({ done: 1, errors: 2 }))
      .build()
    holdTime()
    const { user } = await openBoard(world, '/?source=A')
    await user.click(stateChip('Sessions', 'Running'))
    await user.click(screen.getByRole('button', { name: 'More for sessions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Watch this list' }))
    await bar(/^Watching 1$/)
    hide(true)
    await passHidden(world, 250)
    await waitFor(() => expect(shown.map(({ title }) => plain(title))).toEqual(['Sessions (A, Running): done']))
  })

  it('has the session, the list and the selection, each with how it stands, and stops each', async () => {
    const { requestPermission } = stubNotifications('default')
    const world = three()
    const { user, watch } = await openSession(world)
    await user.click(await watch())
    await user.click(stateChip('Sessions', 'Running'))
    await user.click(screen.getByRole('button', { name: 'More for sessions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Watch this list' }))
    await bar(/^Watching 2$/)
    await user.click(stateChip('Sessions', 'All'))
    await user.click(screen.getByRole('button', { name: 'Select' }))
    const tools = await screen.findByRole('group', { name: 'Selected sessions' })
    expect(await within(tools).findByRole('button', { name: 'Watch' })).toHaveAttribute('aria-disabled', 'true')
    for (const name of [/^two/, /^three/]) await user.click(within(row('Sessions', name)).getByRole('checkbox'))
    await user.click(within(tools).getByRole('button', { name: 'Watch' }))
    // Asked for once.
    expect(requestPermission).toHaveBeenCalledOnce()
    await pass(world, 5)
    const panel = await openPanel(user, /^Watching 3$/)
    const items = () =>
      within(panel)
        .getAllByRole('listitem')
        .map(({ textContent }) => plain(textContent))
    await waitFor(() => expect(items()[1]).toMatch(/1 session running/))
    expect(items()[0]).toMatch(/^Selection of 2 sessions5 running, 1 product, no errors/)
    expect(items()[1]).toMatch(/^Sessions \(A, Running\)/)
    expect(items()[2]).toMatch(/^A \/ one.*Nothing running or waiting/)
    await user.click(within(panel).getByRole('button', { name: /^Stop watching Selection/ }))
    expect(items()).toHaveLength(2)
    expect(within(panel).getByRole('heading')).toHaveFocus()
    expect(within(tools).getByRole('button', { name: 'Watch', hidden: true })).toBeInTheDocument()
  })

  it('says that a lost sign-in pauses it, and tells nothing of it meanwhile', async () => {
    const { shown } = stubNotifications('granted')
    const world = three()
    const { user, watch } = await openSession(world)
    await user.click(await watch())
    world.expireTokens()
    hide(true)
    await passHidden(world, 200)
    hide(false)
    await screen.findByRole('dialog', { name: 'Sign in again' })
    expect(shown).toEqual([])
    expect(useWatches.getState().watches.map(({ end }) => end)).toEqual([undefined])
  })

  it('says why it cannot be read, and is read again', async () => {
    stubNotifications('granted')
    const world = three()
    const { user, watch } = await openSession(world)
    await user.click(await watch())
    hide(true)
    world.faults.refuse('rs-admin/sessions', 503)
    await passHidden(world, 70)
    hide(false)
    const panel = await openPanel(user)
    expect(within(panel).getByText(/^Could not load \(503\)/)).toBeVisible()
    world.faults.clear()
    await passHidden(world, 130)
    await waitFor(() => expect(within(panel).queryByText(/^Could not load/)).toBeNull())
  })

  it('is empty for the next user', async () => {
    stubNotifications('granted')
    const world = three()
    const { user, watch } = await openSession(world)
    await user.click(await watch())
    await user.click(screen.getByRole('button', { name: /^User / }))
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
    await screen.findByRole('button', { name: 'Sign in' })
    expect(useWatches.getState().watches).toEqual([])
    expect(JSON.stringify(Object.entries(sessionStorage))).not.toMatch(/watches/)
    expect(document.title).not.toMatch(/Watching/)
  })
})
