/** One action is sent once, and its outcome is always shown, whatever was closed, opened or reloaded meanwhile. */
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { isGone, openList } from './in-a-list'
import { openSession } from './in-the-drawer'
import { holdTime, pass } from './on-the-board'

const SLOW = { timeout: 60_000 }
const INGEST = 'rs-ingest/requests/retry'
const RELAUNCH = /^Relaunch errors: /
const LIST = ['Referencing', 'See errors (5)', 'Requests in error (OAIS)'] as const

const withErrors = (errors = 5) =>
  aWorld()
    .withSession('A/day-1', s => s.oais({ done: 10, errors }))
    .withSession('A/day-2', s => s.oais({ done: 10, errors: 2 }))
    .build()

/** Messages as they are seen; an error is there once more for those who do not see it. */
const notices = (text: RegExp) =>
  screen
    .queryAllByText(text)
    .filter(found => found.closest('[role=status], [role=alert]')?.querySelector('button') instanceof Element)
const dialog = (name: RegExp | string = RELAUNCH) => screen.findByRole('dialog', { name })
const noDialog = (name: RegExp | string = RELAUNCH) =>
  waitFor(() => expect(screen.queryByRole('dialog', { name })).toBeNull())

/** Relaunch confirmed while REGARDS is slow: the action is running until the world's clock has advanced a second. */
async function confirmSlowly(world: World) {
  const opened = await openSession(world, 'A', 'day-1')
  world.faults.latency(`POST ${INGEST}`, '1s', { times: 1 })
  await opened.confirm(await opened.openRelaunch('Referencing'))
  await waitFor(() => expect(world.received(INGEST)).toHaveLength(1))
  return opened
}

const close = async (user: UserEvent, of: HTMLElement) => user.click(within(of).getByRole('button', { name: 'Close' }))

/** The page loaded anew: what is kept in the tab is all that is left. */
async function reload(world: World) {
  cleanup()
  return openSession(world, 'A', 'day-1')
}

afterEach(() => vi.useRealTimers())

describe('a running relaunch', SLOW, () => {
  it('whose dialog was closed and opened again is not sent twice, and its answer leaves the second dialog alone', async () => {
    const world = withErrors()
    const { user, relaunchButton } = await confirmSlowly(world)
    await close(user, await dialog())
    await noDialog()
    expect(await relaunchButton('Referencing')).toHaveAccessibleName('Relaunch errors (5)')
    expect(await relaunchButton('Referencing')).toHaveAccessibleDescription(
      'The same relaunch is being sent: wait for its answer.',
    )
    await user.click(await relaunchButton('Referencing'))
    const second = await dialog()
    const button = within(second).getByRole('button', { name: /^Relaunch( again)? \(5\)/ })
    expect(button).toHaveAccessibleDescription(/The same relaunch is being sent/)
    await user.click(button)
    expect(world.received(INGEST)).toHaveLength(1)
    world.advance('1s')
    // The answer is shown, and the other dialog stays open.
    await waitFor(() => expect(notices(/^OAIS \(.*day-1.*: Accepted by REGARDS\.$/)).toHaveLength(1))
    expect(second).toBeVisible()
    await waitFor(() => expect(second).toHaveTextContent(/^.*Relaunched .* ago: REGARDS may still be working/))
    expect(within(second).getByRole('button', { name: 'Relaunch again (5)' })).toBeVisible()
    expect(world.received(INGEST)).toHaveLength(1)
  })

  it('is shown once when another session is open by then', async () => {
    const world = withErrors()
    const { user } = await confirmSlowly(world)
    await close(user, await dialog())
    await user.click(screen.getByRole('row', { name: /^day-2/ }))
    await screen.findByRole('region', { name: 'A / day-2' })
    world.advance('1s')
    await waitFor(() => expect(notices(/^OAIS \(.*day-1.*: Accepted by REGARDS\.$/)).toHaveLength(1))
    const card = await screen.findByRole('article', { name: 'Referencing' })
    expect(within(card).queryByRole('group', { name: 'Relaunch progress' })).toBeNull()
  })

  it('disables the same errors selected in a list, and says why', async () => {
    const world = withErrors()
    const { user, card } = await confirmSlowly(world)
    await close(user, await dialog())
    await user.click(within(await card('Referencing')).getByRole('button', { name: 'See errors (5)' }))
    const list = await dialog('Requests in error (OAIS)')
    await user.click(await within(list).findByRole('button', { name: 'Select all loaded rows' }))
    await user.click(within(list).getByRole('button', { name: /^Relaunch selected \(5\)/ }))
    const question = await dialog('Relaunch 5 requests')
    const button = within(question).getByRole('button', { name: 'Relaunch (5)' })
    expect(button).toHaveAccessibleDescription(
      'An action on some of these requests is being sent: wait for its answer.',
    )
    await user.click(button)
    expect(world.received(INGEST)).toHaveLength(1)
    world.advance('1s')
    await waitFor(() =>
      expect(question).toHaveTextContent(/Same action already sent .*\. REGARDS may still be working/),
    )
  })
})

describe('after a relaunch', SLOW, () => {
  it('the button says so, and a second action has a confirmation of its own', async () => {
    const world = withErrors()
    const { user, openRelaunch, confirm, relaunchButton } = await openSession(world, 'A', 'day-1')
    await confirm(await openRelaunch('Referencing'))
    await noDialog()
    // The age is in the line above; the words of the button stay short.
    expect(await relaunchButton('Referencing')).toHaveAccessibleName('Relaunch errors (5)')
    expect(await relaunchButton('Referencing')).toHaveAccessibleDescription(
      /^Relaunched (.+ ago|just now): REGARDS may still be working\./,
    )
    await user.click(await relaunchButton('Referencing'))
    const second = await dialog()
    expect(second).toHaveTextContent(
      /Relaunched .*: REGARDS may still be working\. Relaunching again may do the same work/,
    )
    expect(world.received(INGEST)).toHaveLength(1)
    await confirm(second, 'Relaunch again (5)')
    await noDialog()
    expect(world.received(INGEST)).toHaveLength(2)
  })

  it('a reload forgets neither the action nor its progress', async () => {
    const world = withErrors()
    const { openRelaunch, confirm } = await openSession(world, 'A', 'day-1')
    await confirm(await openRelaunch('Referencing'))
    await noDialog()
    await waitFor(() => expect(notices(/Accepted by REGARDS/)).toHaveLength(1))
    const again = await reload(world)
    const card = await again.card('Referencing')
    await waitFor(() => expect(card).toHaveTextContent('waiting for REGARDS'))
    expect(await again.relaunchButton('Referencing')).toHaveAccessibleDescription(/^Relaunched /)
    const second = await again.openRelaunch('Referencing')
    expect(second).toHaveTextContent(/Relaunched .*: REGARDS may still be working/)
    // Notices from before the reload are not repeated.
    expect(notices(/Accepted by REGARDS/)).toEqual([])
  })

  it('a reload before the answer says once that the outcome is unknown, and follows the counters', async () => {
    const world = withErrors()
    await confirmSlowly(world)
    const again = await reload(world)
    await waitFor(() => expect(notices(/Outcome unknown: the page was reloaded before the answer/)).toHaveLength(1))
    await waitFor(async () => expect(await again.card('Referencing')).toHaveTextContent('outcome unknown'))
    const second = await again.openRelaunch('Referencing')
    expect(second).toHaveTextContent(/Sent .*, outcome unknown: REGARDS may be working/)
    // Signing in forgot what was received before: nothing came since.
    expect(world.received(INGEST)).toEqual([])
    await reload(world)
    expect(notices(/Outcome unknown: the page was reloaded/)).toEqual([])
  })

  it('progress that has ended is forgotten by a reload', async () => {
    holdTime()
    const world = withErrors()
    const { openRelaunch, confirm, card } = await openSession(world, 'A', 'day-1')
    await confirm(await openRelaunch('Referencing'))
    await noDialog()
    await pass(world, 60)
    await waitFor(async () => expect(await card('Referencing')).toHaveTextContent('done, no errors left'))
    const again = await reload(world)
    expect(await again.card('Referencing')).not.toHaveTextContent('relaunched')
  })

  it('the action of another user of this tab is not restored', async () => {
    const world = withErrors()
    const { openRelaunch, confirm } = await openSession(world, 'A', 'day-1')
    await confirm(await openRelaunch('Referencing'))
    await noDialog()
    cleanup()
    const again = await openSession(world, 'A', 'day-1', 'administrator')
    expect(await again.relaunchButton('Referencing')).toHaveAccessibleName('Relaunch errors (5)')
  })
})

describe('an action on a list', SLOW, () => {
  const chooseAll = async (user: UserEvent, list: HTMLElement) => {
    await user.click(await within(list).findByRole('button', { name: 'Select all loaded rows' }))
    await user.click(within(list).getByRole('button', { name: /^Relaunch selected \(5\)/ }))
    return dialog('Relaunch 5 requests')
  }

  it('that fails after its dialog was closed is shown', async () => {
    const world = withErrors()
    const { user, dialog: list, rowNames } = await openList(world, ['A', 'day-1'], LIST)
    await waitFor(() => expect(rowNames()).toHaveLength(5))
    const question = await chooseAll(user, list)
    world.faults.refuse(`POST ${INGEST}`, 422, ['Ingest is in maintenance'], { times: 1 })
    const slow = world.faults.latency(`POST ${INGEST}`, '1m')
    await user.click(within(question).getByRole('button', { name: 'Relaunch (5)' }))
    await waitFor(() => expect(world.received(INGEST)).toHaveLength(1))
    await close(user, question)
    await isGone('Relaunch 5 requests')
    slow.lift()
    world.advance('1m')
    await waitFor(() =>
      expect(notices(/^OAIS \(.*day-1.*: Refused by REGARDS \(HTTP 422\)\. .*Ingest is in maintenance/)).toHaveLength(
        1,
      ),
    )
  })

  it('that fails while its dialog is open is shown there, and nowhere else', async () => {
    const world = withErrors()
    const { user, dialog: list, rowNames } = await openList(world, ['A', 'day-1'], LIST)
    await waitFor(() => expect(rowNames()).toHaveLength(5))
    const question = await chooseAll(user, list)
    world.faults.refuse(`POST ${INGEST}`, 422, ['Ingest is in maintenance'], { times: 1 })
    await user.click(within(question).getByRole('button', { name: 'Relaunch (5)' }))
    expect(await within(question).findByText('Ingest is in maintenance')).toBeVisible()
    expect(screen.queryAllByText(/Refused by REGARDS/)).toHaveLength(1)
    expect(notices(/Refused by REGARDS/)).toEqual([])
  })

  it('sent twice for the same rows says so the second time', async () => {
    const world = withErrors()
    const { user, dialog: list, rowNames } = await openList(world, ['A', 'day-1'], LIST)
    await waitFor(() => expect(rowNames()).toHaveLength(5))
    await user.click(within(await chooseAll(user, list)).getByRole('button', { name: 'Relaunch (5)' }))
    await isGone('Relaunch 5 requests')
    const again = await chooseAll(user, list)
    expect(again).toHaveTextContent(/Action already sent .* for 5 of these requests\. REGARDS may still be working/)
    expect(world.received(INGEST)).toHaveLength(1)
  })

  it('asks the pages in view again, not a list of six pages eight times', async () => {
    holdTime()
    const world = aWorld()
      .withSession('A/day-1', s => s.oais({ done: 10, errors: 2600 }).relaunchSucceeds('none'))
      .build()
    const { user, dialog: list } = await openList(
      world,
      ['A', 'day-1'],
      ['Referencing', 'See errors (2,600)', 'Requests in error (OAIS)'],
    )
    await user.click(await within(list).findByRole('button', { name: /^Load all/ }))
    await waitFor(() => expect(list).toHaveTextContent('2,600'), { timeout: 30_000 })
    // Six pages, and one look at the first row.
    await waitFor(() => expect(world.received('rs-ingest/requests?')).toHaveLength(7), { timeout: 30_000 })
    const boxes = within(list).getAllByRole('checkbox')
    await user.click(boxes[0]!)
    await user.click(within(list).getByRole('button', { name: 'Relaunch selected (1)' }))
    world.forgetRequests()
    await user.click(within(await dialog('Relaunch 1 request')).getByRole('button', { name: 'Relaunch (1)' }))
    await isGone('Relaunch 1 request')
    await pass(world, 15)
    const asked = world.received('rs-ingest/requests?')
    // One page, at most once every five seconds.
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.length).toBeLessThanOrEqual(3)
    for (const { url } of asked) expect(url).toContain('page=0')
  })
})

describe('a running deletion', SLOW, () => {
  it('is not sent twice by a dialog that was closed and opened again', async () => {
    const world = aWorld()
      .withSession('A/day-1', s => s.oais({ done: 3 }))
      .build()
    const { user } = await openSession(world, 'A', 'day-1')
    const open = async () => {
      await user.click(await screen.findByRole('button', { name: 'Delete products' }))
      const found = await dialog('Delete products of day-1')
      await user.click(within(found).getByRole('textbox'))
      await user.paste('day-1')
      return found
    }
    const first = await open()
    world.faults.latency('DELETE rs-admin/sessions', '1m', { times: 1 })
    const button = within(first).getByRole('button', { name: 'Delete permanently' })
    await waitFor(() => expect(button).toHaveAttribute('aria-disabled', 'false'))
    await user.click(button)
    const deletions = () => world.requests.filter(({ method }) => method === 'DELETE')
    await waitFor(() => expect(deletions()).toHaveLength(1))
    await close(user, first)
    const second = await open()
    const again = within(second).getByRole('button', { name: 'Delete permanently' })
    await waitFor(() =>
      expect(again).toHaveAccessibleDescription('The same deletion is being sent: wait for its answer.'),
    )
    await user.click(again)
    expect(deletions()).toHaveLength(1)
    world.advance('1m')
    await waitFor(() => expect(notices(/^Product deletion \(.*: Accepted by REGARDS\.$/)).toHaveLength(1))
    expect(second).toBeVisible()
    await waitFor(() =>
      expect(second).toHaveTextContent(/Deletion already requested .*\. REGARDS may still be deleting\./),
    )
  })
})
