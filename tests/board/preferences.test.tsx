/** The settings of this browser: they apply at once, are kept between visits, and contain nothing of the archive. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useConfiguration } from '@/stores/configuration'
import { PREFERENCES_KEY, usePreferences } from '@/stores/preferences'
import { aWorld } from '@tests/support/a-world'
import { renderApp } from '@tests/support/render-app'
import { address, cell, drawer, nameFilter, openBoard, questions, row, settled, stateWords, told } from './on-the-board'

const PATIENT = { timeout: 30_000 }

const theWorld = () =>
  aWorld()
    .withSession('scan-alpha/day-1', s => s.oais({ done: 112_889, errors: 1 }).storage({ running: 2 }).changed('2h'))
    .build()

async function openSettings(user: UserEvent, words = { user: /^User/, settings: 'Settings' }): Promise<HTMLElement> {
  await user.click(screen.getByRole('button', { name: words.user }))
  await user.click(await screen.findByRole('menuitem', { name: words.settings }))
  return screen.findByRole('dialog', { name: words.settings })
}

/** Changes one setting by its label, and closes the dialog. */
async function choose(user: UserEvent, label: string, option?: string): Promise<void> {
  const dialog = await openSettings(user)
  if (option === undefined) await user.click(within(dialog).getByRole('switch', { name: label }))
  else await user.selectOptions(within(dialog).getByRole('combobox', { name: label }), option)
  await user.click(within(dialog).getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
}

/** As a new visit in the same browser: what is in the memory of the page is lost, what is kept is read. */
async function visitAgain(): Promise<void> {
  cleanup()
  const kept = localStorage.getItem(PREFERENCES_KEY) ?? ''
  usePreferences.setState(usePreferences.getInitialState())
  localStorage.setItem(PREFERENCES_KEY, kept)
  await usePreferences.persist.rehydrate()
}

describe('the language', PATIENT, () => {
  it('is that of the keys too', async () => {
    const { user } = await openBoard(theWorld())
    await user.click(screen.getByRole('button', { name: 'Français' }))
    await screen.findByRole('button', { name: 'Rafraîchir' })
    await user.keyboard('?')
    const dialog = await screen.findByRole('dialog', { name: 'Clavier' })
    for (const cap of ['Début', 'Fin', 'Entrée', 'Échap']) expect(within(dialog).getByText(cap)).toBeVisible()
    expect(dialog).not.toHaveTextContent(/Home|End|Enter|Esc\b/)
  })

  it('changes without a reload: words, numbers and ages, the language of the page, and nothing is requested', async () => {
    const world = theWorld()
    const { user } = await openBoard(world, '/?source=scan-alpha&session=day-1')
    await screen.findByRole('article', { name: 'Storage' })
    await settled()
    // The counts come when the page is idle.
    await waitFor(() => {
      for (const list of ['Sources', 'Sessions'] as const)
        expect(stateWords(list)).toEqual(expect.arrayContaining(['All 1', 'Error 1']))
    }, PATIENT)
    world.forgetRequests()
    const before = address()
    await user.click(screen.getByRole('button', { name: 'Français' }))
    expect(await screen.findByRole('button', { name: 'Rafraîchir' })).toBeInTheDocument()
    expect(document.documentElement.lang).toBe('fr')
    expect(screen.getByRole('combobox', { name: 'Rechercher une session' })).toBeInTheDocument()
    expect(
      within(screen.getByRole('article', { name: 'Stockage' })).getByRole('img', { name: /en cours/ }),
    ).toBeVisible()
    expect(screen.getAllByText('112,9 k').length).toBeGreaterThan(0)
    expect(screen.getAllByTitle('112 889').length).toBeGreaterThan(0)
    expect(row('Sessions', 'day-1')).toHaveTextContent('il y a 6 h')
    expect(address()).toEqual(before)
    expect(world.requests).toEqual([])
    await user.click(screen.getByRole('button', { name: 'English' }))
    expect(await screen.findByRole('button', { name: 'Refresh' })).toBeInTheDocument()
    expect(document.documentElement.lang).toBe('en')
  })

  it('leaves what is being typed where it is', async () => {
    const { user } = await openBoard(theWorld())
    await user.click(nameFilter('Sessions'))
    await user.paste('day')
    await user.click(screen.getByRole('button', { name: 'Français' }))
    expect(await screen.findByRole('combobox', { name: 'Rechercher une session' })).toHaveValue('day')
  })

  it('is that of config.json until one chooses, and then the chosen one, also at the next visit', async () => {
    useConfiguration.setState({ language: 'fr' })
    const { user } = await renderApp({ world: theWorld(), signedIn: 'operator' })
    await user.click(await screen.findByRole('button', { name: 'English' }))
    await screen.findByRole('button', { name: 'Refresh' })
    await visitAgain()
    await openBoard(theWorld())
    expect(document.documentElement.lang).toBe('en')
  })
})

describe('the looks', PATIENT, () => {
  const scheme = () => document.documentElement.getAttribute('data-color-scheme')

  it('turn dark and light with one click, and stay so at the next visit', async () => {
    const { user } = await openBoard(theWorld())
    await user.click(screen.getByRole('button', { name: 'Dark theme' }))
    await waitFor(() => expect(scheme()).toBe('dark'))
    await visitAgain()
    await openBoard(theWorld())
    await waitFor(() => expect(scheme()).toBe('dark'))
    await user.click(screen.getByRole('button', { name: 'Light theme' }))
    await waitFor(() => expect(scheme()).toBe('light'))
  })

  it('have compact or comfortable rows', async () => {
    const { user } = await openBoard(theWorld())
    expect(row('Sessions', /^day-1/)).toHaveStyle({ height: '32px' })
    await choose(user, 'Row height', 'Comfortable')
    expect(row('Sessions', /^day-1/)).toHaveStyle({ height: '40px' })
  })

  it('have a divider that arrows move and a double click puts back', async () => {
    const { user } = await openBoard(theWorld())
    const divider = screen.getByRole('separator', { name: 'Resize sources and sessions' })
    const width = () => Number(divider.getAttribute('aria-valuenow'))
    const before = width()
    divider.focus()
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}')
    expect(width()).toBe(before + 24)
    fireEvent.doubleClick(divider)
    expect(width()).toBe(before)
  })
})

describe('the times', PATIENT, () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('are local ones until UTC is chosen', async () => {
    vi.stubEnv('TZ', 'Asia/Tokyo')
    const { user } = await openBoard(theWorld())
    const exactly = () => cell('Sessions', /^day-1/, 'Created').title
    expect(exactly()).toMatch(/(GMT\+9|JST)$/)
    await choose(user, 'Time zone', 'UTC')
    expect(exactly()).toMatch(/UTC$/)
  })
})

describe('a setting', PATIENT, () => {
  it('for the auto-refresh is the one of the bar', async () => {
    const { user } = await openBoard(theWorld())
    await choose(user, 'Auto-refresh', '30 s')
    expect(screen.getByRole('combobox', { name: 'Auto-refresh' })).toHaveDisplayValue('30 s')
  })

  it('says after how long a running step without a change is flagged', async () => {
    const { user } = await openBoard(theWorld(), '/?source=scan-alpha&session=day-1')
    const opened = await screen.findByRole('region', drawer('scan-alpha', 'day-1'))
    expect(await within(opened).findByRole('article', { name: 'Storage' })).toHaveTextContent('no change for 2 h')
    await choose(user, 'Flag running steps with no change after', '360 min')
    expect(within(opened).getByRole('article', { name: 'Storage' })).not.toHaveTextContent('no change')
  })

  it('switches single-letter keys off, and the list of keys says so; longer keys still work', async () => {
    const world = theWorld()
    const { user } = await openBoard(world, '/?source=scan-alpha&session=day-1')
    await screen.findByRole('region', drawer('scan-alpha', 'day-1'))
    await choose(user, 'Single-key shortcuts')
    world.forgetRequests()
    row('Sessions', 'day-1').focus()
    await user.keyboard('r/?jk')
    expect(row('Sessions', 'day-1')).toHaveFocus()
    expect([...questions(world, 'Sources'), ...questions(world, 'Sessions')]).toEqual([])
    expect(screen.queryByRole('dialog')).toBeNull()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('region', drawer('scan-alpha', 'day-1'))).toBeNull())
    await user.click(screen.getByRole('button', { name: /^User/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'Keyboard' }))
    expect(await screen.findByText('Single-key shortcuts are off. Turn them on in Settings.')).toBeInTheDocument()
  })

  it('switches off the announcements to screen readers', async () => {
    const { user, refresh } = await openBoard(theWorld())
    await choose(user, 'Announce changes to screen readers')
    await refresh()
    expect(told()).not.toContain('Refreshed: no changes')
    await choose(user, 'Announce changes to screen readers')
    await refresh()
    await waitFor(() => expect(told()).toContain('Refreshed: no changes'))
  })
})

describe('what is kept in this browser', PATIENT, () => {
  it('is what was chosen and nothing else: no name of the archive, no user, no token', async () => {
    const { user, refresh } = await openBoard(theWorld(), '/?source=scan-alpha&session=day-1&sessionName=day')
    await screen.findByRole('region', drawer('scan-alpha', 'day-1'))
    await choose(user, 'Row height', 'Comfortable')
    await choose(user, 'Time zone', 'UTC')
    await refresh()
    const kept = JSON.stringify(Object.entries(localStorage))
    expect(kept).toContain('comfortable')
    expect(kept).not.toMatch(/scan-alpha|day|operator|demo|token|bearer/i)
  })

  it('is read at the next visit; a damaged value is replaced by its default and spoils no other', async () => {
    localStorage.setItem(
      PREFERENCES_KEY,
      JSON.stringify({ version: 1, state: { density: 'comfortable', theme: 'purple', split: 'wide', extra: 1 } }),
    )
    await usePreferences.persist.rehydrate()
    const { user } = await openBoard(theWorld())
    expect(row('Sessions', /^day-1/)).toHaveStyle({ height: '40px' })
    const dialog = await openSettings(user)
    expect(within(dialog).getByRole('combobox', { name: 'Theme' })).toHaveDisplayValue('System')
    expect(within(dialog).getByRole('combobox', { name: 'Row height' })).toHaveDisplayValue('Comfortable')
  })

  it('may be nonsense altogether: the page starts as new', async () => {
    localStorage.setItem(PREFERENCES_KEY, '{"state":')
    await usePreferences.persist.rehydrate()
    await openBoard(theWorld())
    expect(row('Sessions', /^day-1/)).toHaveStyle({ height: '32px' })
  })
})
