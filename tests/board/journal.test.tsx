/** The journal as its reader sees it: what was sent, how it ended, filtered, forgotten, and there after a reload. */
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { openSession } from './in-the-drawer'

const SLOW = { timeout: 60_000 }

const withErrors = () =>
  aWorld()
    .withSession('A/day-1', s => s.oais({ done: 10, errors: 5 }))
    .build()

async function openJournal(user: UserEvent) {
  await user.click(screen.getByRole('button', { name: /^User / }))
  await user.click(await screen.findByRole('menuitem', { name: 'Journal' }))
  const dialog = await screen.findByRole('dialog', { name: 'Journal' })
  const actions = () => within(dialog).queryAllByRole('listitem')
  return { dialog, actions }
}

/** Relaunches the errors of the session, and waits until REGARDS has taken it up. */
async function relaunch(world: World) {
  const opened = await openSession(world, 'A', 'day-1')
  await opened.confirm(await opened.openRelaunch('Referencing'))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  return opened
}

it('a relaunch is in the journal, with its counters, also after a reload', SLOW, async () => {
  const world = withErrors()
  const { user, refresh } = await relaunch(world)
  world.advance('60s')
  await refresh()
  cleanup()
  const reloaded = await openSession(world, 'A', 'day-1')
  const { dialog, actions } = await openJournal(reloaded.user)
  expect(actions()).toHaveLength(1)
  const [entry] = actions()
  expect(entry).toHaveTextContent(/Relaunch: OAIS.*A \/ day-1.*Accepted.*5 recovered · 0 running · 0 still failing/)
  expect(dialog).toHaveTextContent(/Kept in this browser only\./)
  await user.type(within(dialog).getByRole('searchbox', { name: 'Search the journal' }), 'deletion')
  expect(actions()).toHaveLength(0)
  await user.click(within(dialog).getByRole('button', { name: 'Clear' }))
  await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Outcome of actions' }), 'Refused')
  expect(actions()).toHaveLength(0)
  await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Outcome of actions' }), 'Accepted')
  expect(actions()).toHaveLength(1)
})

it('a refusal is there with the words of the server, and all is forgotten at the second click', SLOW, async () => {
  const world = withErrors()
  const opened = await openSession(world, 'A', 'day-1')
  world.faults.refuse('rs-ingest/requests/retry', 403)
  await opened.confirm(await opened.openRelaunch('Referencing'))
  await opened.user.click(await screen.findByRole('button', { name: 'Close' }))
  const { dialog, actions } = await openJournal(opened.user)
  expect(actions()).toHaveLength(1)
  expect(actions()[0]).toHaveTextContent(/Refused · HTTP 403/)
  await opened.user.click(within(dialog).getByRole('button', { name: 'Forget the journal' }))
  expect(actions()).toHaveLength(1)
  await opened.user.click(within(dialog).getByRole('button', { name: 'Click again to forget' }))
  expect(actions()).toHaveLength(0)
  expect(within(dialog).getByText('No actions yet')).toBeVisible()
})
