/** The end of a sign-in: renewed silently, else only the password is asked over the page; signing out leaves nothing (docs/regards-api/previous-dashboard-defects.md 4 and 38). */
import { act, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { connectServices } from '@/app/connect-services'
import { PASSWORD } from '@simulator/accounts'
import type { Lift } from '@simulator/faults'
import type { World } from '@simulator/world'
import { useConfiguration } from '@/stores/configuration'
import { useCredentials } from '@/stores/credentials'
import { storageKey } from '@/stores/storage-key'
import { aWorld } from '@tests/support/a-world'
import { renderApp, signInAs } from '@tests/support/render-app'
import { simulator } from '@tests/support/simulator'
import { openSession } from './in-the-drawer'
import {
  address,
  drawer,
  holdTime,
  nameFilter,
  openBoard,
  pane,
  refreshButton,
  rowNames,
  selected,
  settled,
  pressedStates,
} from './on-the-board'

const PATIENT = { timeout: 30_000 }
const TOKEN = 'rs-authentication/oauth/token'
const INGEST = 'rs-ingest/requests/retry'
const BORROW = 'rs-authentication/borrowRole'
const GATEWAY_FAULT = { timestamp: 'now', path: '/api', status: 500, error: 'Internal Server Error', requestId: '1' }

const theWorld = () =>
  aWorld()
    .withSession('A/day-1', s => s.oais({ done: 3, errors: 2 }))
    .withSession('A/other', s => s.oais({ done: 5 }))
    .withSession('B/elsewhere', s => s.oais({ done: 1 }))
    .build()

const askedAgain = () => screen.findByRole('dialog', { name: 'Sign in again' })

/** Types the password into the dialog, and waits until it is gone. */
async function signInAgain(user: UserEvent): Promise<void> {
  const dialog = await askedAgain()
  await user.type(within(dialog).getByLabelText('Password'), `${PASSWORD}{Enter}`)
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Sign in again' })).toBeNull())
}

async function signOut(user: UserEvent): Promise<void> {
  await user.click(screen.getByRole('button', { name: /^User/ }))
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
}

describe('a sign-in that has ended', PATIENT, () => {
  const VIEW = { source: 'A', session: 'day-1', sessionName: 'day', sourceState: 'errors' }
  const open = async () => {
    const world = theWorld()
    const board = await openBoard(world, `/?${new URLSearchParams(VIEW).toString()}`)
    await screen.findByRole('region', drawer('A', 'day-1'))
    world.expireTokens()
    await board.user.click(refreshButton())
    return { ...board, world, dialog: await askedAgain() }
  }

  it('asks only for the password, over the page, and names the user', async () => {
    const { dialog } = await open()
    expect(dialog).toHaveTextContent('User operator@example.org, project demo')
    expect(within(dialog).getByLabelText('Password')).toHaveFocus()
    expect(within(dialog).queryByRole('textbox')).toBeNull()
    expect(within(dialog).queryByRole('combobox')).toBeNull()
    expect(rowNames('Sessions')).toEqual(['day-1'])
  })

  it('costs nothing of the page: address, filters, selection, open session and focus are as before', async () => {
    const { user, world } = await open()
    await signInAgain(user)
    await settled()
    expect(address()).toEqual(VIEW)
    expect(nameFilter('Sessions')).toHaveValue('day')
    expect(pressedStates('Sources')).toEqual(['Error'])
    expect([...selected('Sources'), ...selected('Sessions')]).toEqual(['A', 'day-1'])
    expect(screen.getByRole('region', drawer('A', 'day-1'))).toHaveTextContent(/3 products/)
    expect(refreshButton()).toHaveFocus()
    expect(world.received(TOKEN)).toHaveLength(1)
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('stays ended with a wrong password: its sentence, an empty field, the same page', async () => {
    const { user, dialog } = await open()
    const field = within(dialog).getByLabelText('Password')
    await user.type(field, 'wrong{Enter}')
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Wrong e-mail or password.')
    expect(field).toHaveValue('')
    expect(field).toHaveFocus()
    await user.keyboard('{Escape}')
    expect(await askedAgain()).toBe(dialog)
    await signInAgain(user)
    expect(address()).toEqual(VIEW)
  })
})

/** What only a token opens. */
const PERSONAL = /^(?!.*(oauth|public))/
/** Ends all tokens; only a fault has to be lifted before the next one is good. */
const ending =
  (shape: 'unseen' | 'seen' | 'malformed') =>
  (world: World): Lift => {
    world.expireTokens(shape)
    return { lift: () => undefined }
  }
const ENDS: readonly (readonly [shape: string, end: (world: World) => Lift])[] = [
  ['401, never seen before', ending('unseen')],
  ['403 with a web page, still known', ending('seen')],
  ['500 of the gateway, not to be read', ending('malformed')],
  ['403 and nothing', ({ faults }) => faults.refuse(PERSONAL, 403, '')],
]

describe.each(ENDS)('a sign-in that has ended, refused with %s', PATIENT, (_, endIt) => {
  const VIEW = { source: 'A', session: 'day-1', sessionName: 'day' }
  const url = `/?${new URLSearchParams(VIEW).toString()}`

  it('asks for the password once, and gives the page back as it was', async () => {
    const world = theWorld()
    const { user } = await openBoard(world, url)
    const end = endIt(world)
    await user.click(refreshButton())
    const dialog = await askedAgain()
    expect(world.received(BORROW).length).toBeLessThanOrEqual(1)
    // Another answer may have shown the end first: the list was then not asked for.
    expect(pane('Sessions')).toHaveTextContent(/(?:Not sent: you|You) are signed out\./)
    expect(document.body).not.toHaveTextContent(/refused|your role/i)
    end.lift()
    await signInAgain(user)
    await settled()
    expect(dialog).not.toBeInTheDocument()
    expect(address()).toEqual(VIEW)
    expect(rowNames('Sessions')).toEqual(['day-1'])
    expect(screen.queryByRole('alert')).toBeNull()
    expect(world.received(TOKEN)).toHaveLength(1)
    expect(world.received(BORROW).length).toBeLessThanOrEqual(1)
  })

  it('leaves an action unsent, which is sent once, on a new click', async () => {
    const world = theWorld()
    const { user, openRelaunch, confirm } = await openSession(world, 'A', 'day-1')
    const dialog = await openRelaunch('Referencing')
    const end = endIt(world)
    await confirm(dialog)
    // Another answer may have shown the end first.
    await waitFor(async () =>
      expect(await askedAgain()).toHaveTextContent('The relaunch of OAIS for A / day-1 was not sent.'),
    )
    end.lift()
    const before = world.received(INGEST).length
    await signInAgain(user)
    await user.click(await screen.findByRole('button', { name: 'Send now' }))
    await waitFor(() => expect(world.received(INGEST)).toHaveLength(before + 1))
  })

  it('is also found by the first requests of a page: the password alone opens it', async () => {
    const world = theWorld()
    simulator.use(world)
    useConfiguration.setState({ gateway: 'http://localhost' })
    connectServices()
    await signInAs('operator')
    const end = endIt(world)
    const { user } = await renderApp({ world, url })
    expect(await askedAgain()).toBeInTheDocument()
    end.lift()
    await signInAgain(user)
    await settled()
    expect(address()).toEqual(VIEW)
    expect(rowNames('Sessions')).toEqual(['day-1'])
  })
})

describe('a refusal that only looks like the end of the sign-in', PATIENT, () => {
  const LISTS = /^GET rs-admin\/(sources|sessions)\?/
  const SHAPES: readonly (readonly [string, (world: World) => Lift, string])[] = [
    ['a web page of status 403', ({ faults }) => faults.html(LISTS, 403), 'HTTP 403'],
    ['an empty 403', ({ faults }) => faults.refuse(LISTS, 403, ''), 'HTTP 403'],
    ['a 500 of the gateway', ({ faults }) => faults.refuse(LISTS, 500, GATEWAY_FAULT), 'HTTP 500'],
  ]
  const alerts = () => screen.getAllByRole('alert').map(({ textContent }) => textContent)

  it.each(SHAPES)('%s is shown as it is while the token is valid, without a sign-in', async (_, strike, said) => {
    const world = theWorld()
    const before = strike(world)
    await renderApp({ world, signedIn: 'operator' })
    await waitFor(() => expect(alerts()).toHaveLength(2))
    await settled()
    for (const alert of alerts()) expect(alert).toContain(said)
    for (const alert of alerts()) expect(alert).not.toContain('Your role')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(world.received(BORROW)).toHaveLength(1)
    expect(useCredentials.getState().status).toBe('signedIn')
    before.lift()
  })

  it('does not sign out while there is no answer about the token', async () => {
    const world = theWorld()
    world.faults.html(LISTS, 403)
    world.faults.outage(BORROW)
    await renderApp({ world, signedIn: 'operator' })
    await waitFor(() => expect(alerts()).toHaveLength(2))
    await settled()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(useCredentials.getState().status).toBe('signedIn')
  })

  it('but refuses everything is not answered by one password after the other', async () => {
    const world = theWorld()
    const { user } = await openBoard(world)
    world.faults.html(PERSONAL, 403)
    await user.click(refreshButton())
    await askedAgain()
    await signInAgain(user)
    await waitFor(() => expect(screen.queryAllByRole('alert').length).toBeGreaterThan(0))
    await settled()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(world.received(TOKEN)).toHaveLength(1)
  })
})

describe('an action after the sign-in has ended', PATIENT, () => {
  const relaunchSignedOut = async () => {
    const world = theWorld()
    const session = await openSession(world, 'A', 'day-1')
    const dialog = await session.openRelaunch('Referencing')
    world.expireTokens()
    await session.confirm(dialog)
    // Another answer may have shown the end first.
    await waitFor(async () =>
      expect(await askedAgain()).toHaveTextContent('The relaunch of OAIS for A / day-1 was not sent.'),
    )
    return { ...session, world }
  }
  const unsent = { name: 'Relaunch not sent' }

  it('is shown as not sent, also after signing in, and is sent once, on a new click', async () => {
    const { user, world } = await relaunchSignedOut()
    await signInAgain(user)
    const bar = await screen.findByRole('group', unsent)
    expect(bar).toHaveTextContent(/^Relaunch not sent: OAIS/)
    expect(world.received(INGEST)).toEqual([])
    await user.click(within(bar).getByRole('button', { name: 'Send now' }))
    await waitFor(() => expect(screen.queryByRole('group', unsent)).toBeNull())
    expect(world.received(INGEST)).toHaveLength(1)
  })

  it('can be discarded, and then never leaves', async () => {
    const { user, world, refresh } = await relaunchSignedOut()
    await signInAgain(user)
    await user.click(within(await screen.findByRole('group', unsent)).getByRole('button', { name: 'Discard' }))
    await refresh()
    await settled()
    expect(screen.queryByRole('group', unsent)).toBeNull()
    expect(world.received(INGEST)).toEqual([])
  })

  it.each([
    ['another user', 'lead'],
    ['the same user', 'operator'],
  ])('is gone with everything of the page once one leaves it, and does not come back for %s', async (_, account) => {
    const { user, world } = await relaunchSignedOut()
    await user.click(within(await askedAgain()).getByRole('button', { name: 'Use another account' }))
    await screen.findByRole('button', { name: 'Sign in' })
    expect(address()).toEqual({})
    expect(await screen.findByText(/operator@example\.org’s unsent relaunch was discarded/)).toBeInTheDocument()
    expect(document.body).not.toHaveTextContent('day-1')
    await user.type(screen.getByRole('combobox', { name: 'Project' }), 'demo')
    await user.type(screen.getByRole('textbox', { name: 'E-mail' }), `${account}@example.org`)
    await user.type(screen.getByLabelText('Password'), `${PASSWORD}{Enter}`)
    await screen.findByRole('grid', { name: 'Sessions' })
    await settled()
    expect(screen.queryByRole('group', unsent)).toBeNull()
    expect(world.received(INGEST)).toEqual([])
  })
})

describe('a token about to end', PATIENT, () => {
  afterEach(() => vi.useRealTimers())

  /** Lets so many minutes pass at once, for the page and for REGARDS, until the page has looked at its clock. */
  const passMinutes = async (world: World, minutes: number) => {
    vi.setSystemTime(Date.now() + minutes * 60_000)
    world.advance(`${minutes}m`)
    await act(() => vi.advanceTimersByTimeAsync(10_000))
  }

  it('is renewed in silence: the page works on after four hours without a password', async () => {
    holdTime()
    const world = theWorld()
    const { refresh } = await openBoard(world)
    for (let round = 1; round <= 2; round++) {
      await passMinutes(world, 110)
      await waitFor(() => expect(world.received('rs-authentication/borrowRole/EXPLOIT')).toHaveLength(round))
    }
    await passMinutes(world, 20)
    await refresh()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(world.received(TOKEN)).toEqual([])
    expect(rowNames('Sessions')).toHaveLength(3)
  })

  it('that cannot be renewed is announced before its end, with a way to sign in at once', async () => {
    holdTime()
    const world = theWorld()
    const { user } = await openBoard(world)
    world.faults.refuse('GET rs-authentication/borrowRole', 503)
    await passMinutes(world, 110)
    await waitFor(() => expect(world.received('rs-authentication/borrowRole').length).toBeGreaterThan(0))
    await passMinutes(world, 6)
    await passMinutes(world, 0)
    expect(await screen.findByText(/^You will be signed out in about \d min/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Sign in again' }))
    await signInAgain(user)
    expect(world.received(TOKEN)).toHaveLength(1)
  })
})

describe('signing out', PATIENT, () => {
  it('empties the page, its address and the tab: nothing of the archive is left, nor the token', async () => {
    const world = theWorld()
    const { user } = await openBoard(world, '/?source=A&session=day-1')
    await screen.findByRole('region', drawer('A', 'day-1'))
    await signOut(user)
    await screen.findByRole('button', { name: 'Sign in' })
    expect(document.body).not.toHaveTextContent(/day-1|elsewhere/)
    expect(document.title).not.toContain('day-1')
    expect(address()).toEqual({})
    expect(sessionStorage).toHaveLength(0)
    expect(JSON.stringify(Object.entries(localStorage))).not.toMatch(/day-1|operator/)
  })

  it('leaves nothing to be seen by the next one, not even for the moment before the first answer', async () => {
    const world = theWorld()
    const { user } = await openBoard(world)
    await signOut(user)
    world.faults.latency('rs-admin', '1h')
    await user.type(await screen.findByRole('combobox', { name: 'Project' }), 'demo')
    await user.type(screen.getByRole('textbox', { name: 'E-mail' }), 'lead@example.org')
    await user.type(screen.getByLabelText('Password'), `${PASSWORD}{Enter}`)
    await screen.findByRole('grid', { name: 'Sessions' })
    expect(rowNames('Sessions')).toEqual([])
    expect(screen.getByRole('button', { name: 'User lead@example.org' })).toBeInTheDocument()
  })

  it('in another tab empties this one too', async () => {
    await openBoard(theWorld(), '/?source=A')
    const other = new BroadcastChannel(storageKey('sign-out'))
    other.postMessage('signed-out')
    await screen.findByRole('button', { name: 'Sign in' })
    other.close()
    expect(document.body).not.toHaveTextContent('day-1')
    expect(address()).toEqual({})
  })
})
