/** Relaunching errors from a card, through the whole application over a simulated REGARDS. */
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { openSession } from './in-the-drawer'
import { counted } from './on-the-board'

const RELAUNCH = { name: /^Relaunch errors: / }
const FEM = 'rs-fem/requests/retry'
const INGEST = 'rs-ingest/requests/retry'
const CHAIN = 'rs-dataprovider/chains/relaunch'

const bodyOf = (world: World, start: string, place = 0): unknown => JSON.parse(world.received(start)[place]?.body ?? '')

const withFeatures = (errors: Readonly<Record<string, number>>) =>
  aWorld()
    .withSession('sensor-b/2025-05-02', s => s.feature({ done: { CREATION: 5 }, errors }))
    .build()

const withOais = (errors = 3) =>
  aWorld()
    .withSession('A/day-1', s => s.oais({ done: 10, errors }))
    .build()

describe('the button', () => {
  it('counts only relaunchable errors: invalid products are not among them', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.scan({ errors: 20, ingestionFailed: 3, invalid: 2 }))
      .build()
    const { relaunchButton } = await openSession(world, 'A', 's')
    expect(await relaunchButton('Acquisition')).toHaveAccessibleName('Relaunch error requests (23)')
  })

  it('is not offered for invalid products alone, and the card says why', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.scan({ done: 5, invalid: 4 }))
      .build()
    const { card } = await openSession(world, 'A', 's')
    const acquisition = await card('Acquisition')
    expect(acquisition).toHaveTextContent('4 invalid products. Correct or delete their files.')
    expect(within(acquisition).queryByRole('button', { name: /^Relaunch/ })).toBeNull()
  })

  it('is not offered for indexing errors, and the card says why', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.catalog({ indexed: 5, errors: 4 }))
      .build()
    const { card } = await openSession(world, 'A', 's')
    const diffusion = await card('Diffusion')
    expect(diffusion).toHaveTextContent('indexing errors cannot be relaunched')
    expect(within(diffusion).queryByRole('button', { name: /^Relaunch/ })).toBeNull()
  })

  it('of Storage is disabled for an operator from the start, with the right that is missing', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.storage({ done: 5, errors: 4 }))
      .build()
    const { relaunchButton, user } = await openSession(world, 'A', 's')
    const button = await relaunchButton('Storage')
    await waitFor(() => expect(button).toHaveAttribute('aria-disabled', 'true'))
    expect(button).toHaveAccessibleDescription(/EXPLOIT.*POST rs-storage\/storages\/retry/)
    await user.click(button)
    expect(screen.queryByRole('dialog', RELAUNCH)).toBeNull()
    expect(world.received('rs-storage')).toEqual([])
  })

  it('of Storage works for an administrator', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.storage({ done: 5, errors: 4 }))
      .build()
    const { openRelaunch, confirm } = await openSession(world, 'A', 's', 'administrator')
    await confirm(await openRelaunch('Storage'))
    await waitFor(() => expect(screen.queryByRole('dialog', RELAUNCH)).toBeNull())
    expect(world.received('rs-storage').map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST rs-storage/storages/retry?source=A&session=s',
    ])
  })
})

describe('the dialog says what will happen before the relaunch', () => {
  it('about storage: 1,000 requests at a time, no copies, no references', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.storage({ done: 5, errors: 1150, copyErrors: 20 }))
      .build()
    const { openRelaunch } = await openSession(world, 'A', 's', 'administrator')
    const dialog = await openRelaunch('Storage')
    expect(dialog).toHaveTextContent('Relaunch more than 1,000 storage requests at a time (errors now: 1,170).')
    expect(dialog).toHaveTextContent('Relaunch copy or reference requests')
  })

  it('about features: how many of each type', async () => {
    const { openRelaunch } = await openSession(withFeatures({ CREATION: 8, DELETION: 4 }), 'sensor-b', '2025-05-02')
    const dialog = await openRelaunch('Referencing')
    expect(dialog).toHaveTextContent('Relaunch 12 requests in error')
    expect(dialog).toHaveTextContent('Creation: 8')
    expect(dialog).toHaveTextContent('Deletion: 4')
    expect(dialog).not.toHaveTextContent('Notification:')
  })

  it('about products: invalid ones stay', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.scan({ errors: 20, ingestionFailed: 3, invalid: 2 }))
      .build()
    const { openRelaunch } = await openSession(world, 'A', 's')
    const dialog = await openRelaunch('Acquisition')
    expect(dialog).toHaveTextContent('Relaunch 23 products')
    expect(dialog).toHaveTextContent('Fix 2 invalid products')
  })

  it.each([
    ['inactive', { enabled: false }, 'The acquisition chain is inactive'],
    ['running', { locked: true }, 'The acquisition chain is running'],
    ['being deleted', { deletionPending: true }, 'A deletion is pending on the acquisition chain'],
    ['blocked', { executionBlockers: ['No plugin for the scan'] }, 'No plugin for the scan'],
  ])('about a chain that is %s: no relaunch is offered', async (_, settings, said) => {
    const world = aWorld()
      .withChain('A', settings)
      .withSession('A/s', s => s.scan({ errors: 2 }))
      .build()
    const { openRelaunch, user } = await openSession(world, 'A', 's')
    const dialog = await openRelaunch('Acquisition')
    await waitFor(() => expect(dialog).toHaveTextContent(said))
    const confirm = within(dialog).getByRole('button', { name: /^Relaunch( again)? \(\d/ })
    expect(confirm).toHaveAttribute('aria-disabled', 'true')
    expect(confirm).toHaveAccessibleDescription(new RegExp(said))
    await user.click(confirm)
    expect(world.received(CHAIN)).toEqual([])
  })

  it('about a chain that became active meanwhile, when asked to check again', async () => {
    const world = aWorld()
      .withChain('A', { enabled: false })
      .withSession('A/s', s => s.scan({ errors: 2 }))
      .build()
    const { openRelaunch, confirm, user } = await openSession(world, 'A', 's')
    const dialog = await openRelaunch('Acquisition')
    const again = await within(dialog).findByRole('button', { name: 'Check again' })
    for (const chain of world.archive.chains) chain.enabled = true
    await user.click(again)
    await confirm(dialog)
    await waitFor(() => expect(world.received(CHAIN)).toHaveLength(1))
  })
})

describe('one relaunch', () => {
  it('is sent once for three clicks in a row', async () => {
    const world = withOais()
    const { openRelaunch, user } = await openSession(world, 'A', 'day-1')
    const dialog = await openRelaunch('Referencing')
    await user.tripleClick(within(dialog).getByRole('button', { name: /^Relaunch( again)? \(\d/ }))
    await waitFor(() => expect(screen.queryByRole('dialog', RELAUNCH)).toBeNull())
    expect(world.received(INGEST)).toHaveLength(1)
  })

  it('is sent once for Enter held down', async () => {
    const world = withOais()
    const { relaunchButton, user } = await openSession(world, 'A', 'day-1')
    const button = await relaunchButton('Referencing')
    button.focus()
    await user.keyboard('{Enter}')
    const dialog = await screen.findByRole('dialog', { name: /^Relaunch errors: / })
    within(dialog)
      .getByRole('button', { name: /^Relaunch( again)? \(\d/ })
      .focus()
    await user.keyboard('{Enter>12/}')
    await waitFor(() => expect(screen.queryByRole('dialog', RELAUNCH)).toBeNull())
    expect(world.received(INGEST)).toHaveLength(1)
  })

  it('of features names source and session apart, once per type in error and for no other', async () => {
    const world = withFeatures({ CREATION: 8, DELETION: 4 })
    const { openRelaunch, confirm } = await openSession(world, 'sensor-b', '2025-05-02')
    await confirm(await openRelaunch('Referencing'))
    await waitFor(() => expect(screen.queryByRole('dialog', RELAUNCH)).toBeNull())
    expect(world.received(FEM).map(({ url }) => url)).toEqual([`${FEM}/CREATION`, `${FEM}/DELETION`])
    for (const place of [0, 1]) {
      expect(bodyOf(world, FEM, place)).toMatchObject({
        source: 'sensor-b',
        session: '2025-05-02',
        states: { values: ['ERROR'], mode: 'INCLUDE' },
      })
    }
    expect(await screen.findAllByText(/12 of 12 requests relaunched/)).not.toEqual([])
  })

  it('of workers includes requests with invalid content, and none of "day-10"', async () => {
    const world = aWorld()
      .withSession('A/day-1', s => s.workers({ unzip: { error: 3, invalid: 1 } }))
      .withSession('A/day-10', s => s.workers({ unzip: { error: 2 } }))
      .build()
    const { openRelaunch, confirm } = await openSession(world, 'A', 'day-1')
    await confirm(await openRelaunch('Acquisition'), 'Relaunch (4)')
    await waitFor(() => expect(screen.queryByRole('dialog', RELAUNCH)).toBeNull())
    world.advance('60s')
    const errors = ({ name }: { readonly name: string }) =>
      world.archive
        .items(world.session({ source: 'A', name }), 'workers')
        .filter(({ status }) => status === 'ERROR' || status === 'INVALID_CONTENT').length
    expect(errors({ name: 'day-1' })).toBe(0)
    expect(errors({ name: 'day-10' })).toBe(2)
  })
})

describe('what became of it', () => {
  it('is not called a success when REGARDS relaunched nothing', async () => {
    const world = withFeatures({ CREATION: 8 })
    world.faults.mutate(`POST ${FEM}`, () => JSON.stringify({ totalRequested: 8, totalHandled: 0, message: 'none' }))
    const { openRelaunch, confirm } = await openSession(world, 'sensor-b', '2025-05-02')
    const dialog = await openRelaunch('Referencing')
    await confirm(dialog)
    expect(await within(dialog).findByText(/Nothing relaunched: 0 of 8/)).toBeVisible()
    expect(screen.queryByText(/relaunched\.$/)).toBeNull()
  })

  it('is shown per type when half of it fails, and only that half is repeated', async () => {
    const world = withFeatures({ CREATION: 5, UPDATE: 3, DELETION: 2 })
    world.faults.refuse(`POST ${FEM}/UPDATE`, 500, ['Index out of order'], { times: 1 })
    world.faults.refuse(`POST ${FEM}/DELETION`, 422, ['Locked by another job', 'Try again later'], { times: 1 })
    const { openRelaunch, confirm } = await openSession(world, 'sensor-b', '2025-05-02')
    const dialog = await openRelaunch('Referencing')
    await confirm(dialog)
    await waitFor(() => expect(dialog).toHaveTextContent('Creation: 5 of 5 requests relaunched.'))
    expect(dialog).toHaveTextContent('Update: Refused by REGARDS (HTTP 500).')
    expect(dialog).toHaveTextContent('Index out of order')
    expect(dialog).toHaveTextContent('Deletion: Refused by REGARDS (HTTP 422).')
    expect(dialog).toHaveTextContent('Locked by another job')
    expect(dialog).toHaveTextContent('Try again later')
    world.forgetRequests()
    await confirm(dialog, 'Relaunch these types again')
    await waitFor(() => expect(screen.queryByRole('dialog', RELAUNCH)).toBeNull())
    expect(world.received(FEM).map(({ url }) => url)).toEqual([`${FEM}/UPDATE`, `${FEM}/DELETION`])
  })

  it('is a refusal with the server message, and the dialog stays open', async () => {
    const world = withOais()
    world.faults.refuse(`POST ${INGEST}`, 422, ['Ingest is in maintenance', 'until noon'])
    const { openRelaunch, confirm } = await openSession(world, 'A', 'day-1')
    const dialog = await openRelaunch('Referencing')
    await confirm(dialog)
    const alert = await within(dialog).findByRole('alert')
    expect(alert).toHaveTextContent('Refused by REGARDS (HTTP 422)')
    expect(alert).toHaveTextContent('Ingest is in maintenance')
    expect(alert).toHaveTextContent('until noon')
  })

  it('is a missing right that disables the button with the server’s words until the next sign-in', async () => {
    const world = withOais()
    world.faults.refuse(`POST ${INGEST}`, 403, ['Access denied to retry for role EXPLOIT'])
    const { openRelaunch, confirm, relaunchButton, user } = await openSession(world, 'A', 'day-1')
    const dialog = await openRelaunch('Referencing')
    await confirm(dialog)
    expect(await within(dialog).findByText('Access denied to retry for role EXPLOIT')).toBeVisible()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog', RELAUNCH)).toBeNull())
    const button = await relaunchButton('Referencing')
    expect(button).toHaveAttribute('aria-disabled', 'true')
    expect(button).toHaveAccessibleDescription(/Access denied to retry for role EXPLOIT/)
    expect(screen.getByRole('region', { name: 'A / day-1' })).toBeInTheDocument()
  })

  it('is unknown when the connection broke, and nothing is resent automatically', async () => {
    const world = withOais()
    world.faults.hangUp(`POST ${INGEST}`)
    const { openRelaunch, confirm, refresh, user } = await openSession(world, 'A', 'day-1')
    const dialog = await openRelaunch('Referencing')
    await confirm(dialog)
    expect(await within(dialog).findByText(/^Outcome unknown/)).toBeVisible()
    expect(within(dialog).getByRole('button', { name: 'Relaunch again' })).toBeVisible()
    await user.click(within(dialog).getByRole('button', { name: 'Close' }))
    await refresh()
    expect(world.received(INGEST)).toHaveLength(1)
  })

  it('is "not sent" when the token has ended: no success is announced and nothing leaves', async () => {
    const world = withOais()
    const { openRelaunch, confirm } = await openSession(world, 'A', 'day-1')
    const dialog = await openRelaunch('Referencing')
    world.expireTokens()
    await confirm(dialog)
    expect(await screen.findByRole('dialog', { name: 'Sign in again' })).toHaveTextContent(/not sent/i)
    expect(screen.queryByText('Accepted by REGARDS.', { exact: false })).toBeNull()
    expect(world.received(INGEST)).toEqual([])
  })

  it('is "not sent" when the session was deleted meanwhile, and the drawer says so', async () => {
    const world = withOais()
    const { openRelaunch, confirm } = await openSession(world, 'A', 'day-1')
    const dialog = await openRelaunch('Referencing')
    world.purge({ source: 'A', name: 'day-1' })
    await confirm(dialog)
    expect(await screen.findByText('This session no longer exists (deleted or purged)')).toBeInTheDocument()
    expect(await screen.findAllByText(/Not sent: this session no longer exists/)).not.toEqual([])
    expect(world.received(INGEST)).toEqual([])
  })
})

describe('after a relaunch the card', () => {
  afterEach(() => vi.useRealTimers())

  /** Lets time pass for the page and for REGARDS alike, five seconds at a time. */
  const pass = async (world: World, seconds: number) => {
    for (let passed = 0; passed < seconds; passed += 5) {
      world.advance('5s')
      await vi.advanceTimersByTimeAsync(5000)
      // The answers come in real time.
      await new Promise(resolve => setTimeout(resolve, 30))
    }
  }
  const relaunchOais = async (succeeds: 'all' | 'none' | number) => {
    // Only what ticks: requests and answers take the time they take.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
    const world = aWorld()
      .withSession('A/day-1', s => s.oais({ done: 10, errors: 3 }).relaunchSucceeds(succeeds))
      .build()
    const { openRelaunch, confirm, card } = await openSession(world, 'A', 'day-1')
    await confirm(await openRelaunch('Referencing'))
    await waitFor(() => expect(screen.queryByRole('dialog', RELAUNCH)).toBeNull())
    return { world, card: await card('Referencing') }
  }

  it('waits for REGARDS, then tells what is recovered and still failing, without any click', async () => {
    const { world, card } = await relaunchOais(2)
    expect(card).toHaveTextContent('waiting for REGARDS')
    await pass(world, 60)
    await waitFor(() => expect(card).toHaveTextContent('2 recovered · 0 running · 1 still failing'))
    expect(within(card).getByRole('button', { name: 'Relaunch errors (1)' })).toBeInTheDocument()
  })

  it('says when nothing is left, removes the button, and stops polling', async () => {
    const { world, card } = await relaunchOais('all')
    await pass(world, 60)
    await waitFor(() => expect(card).toHaveTextContent('done, no errors left'))
    expect(card).toHaveTextContent('3 recovered · 0 running · 0 still failing')
    expect(within(card).queryByRole('button', { name: /^Relaunch/ })).toBeNull()
    await counted()
    world.forgetRequests()
    await pass(world, 30)
    expect(world.requests).toEqual([])
  })

  it('says after two minutes that no counter changes any more, and stops reloading until asked to', async () => {
    const { world, card } = await relaunchOais('none')
    await pass(world, 180)
    await waitFor(() => expect(card).toHaveTextContent('no change for'))
    await counted()
    world.forgetRequests()
    await pass(world, 30)
    expect(world.requests).toEqual([])
    within(card).getByRole('button', { name: 'Check again' }).click()
    await expect.poll(() => world.received('rs-admin/sessions').length).toBeGreaterThan(0)
  })
})
