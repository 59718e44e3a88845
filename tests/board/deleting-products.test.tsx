/** Deleting the products of a session, through the whole application over a simulated REGARDS (docs/regards-api/sessions.md 7). */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { PASSWORD } from '@simulator/accounts'
import type { World } from '@simulator/world'
import { usePreferences } from '@/stores/preferences'
import { announce } from '@/ui/announce'
import { aWorld } from '@tests/support/a-world'
import { openSession } from './in-the-drawer'
import { cell, counted, holdTime, pass } from './on-the-board'

const SLOW = { timeout: 30_000 }
const SESSION = 'rs-admin/sessions/'
const BLOCKED = 'POST rs-worker-manager/requests'

const withProducts = (errors = 3) =>
  aWorld()
    .withSession('A/day-1', s => s.oais({ done: 10, errors }).storage({ done: 20 }).catalog({ indexed: 10 }))
    .build()

const idOf = (world: World, source = 'A', name = 'day-1') => world.session({ source, name }).id
const deletions = (world: World) => world.requests.filter(({ method }) => method === 'DELETE')
/** What the one polite region of the page says. */
const heard = () => screen.getAllByRole('status', { hidden: true }).map(({ textContent }) => textContent)

const theButton = () => screen.findByRole('button', { name: 'Delete products' })
const theField = (dialog: HTMLElement) => within(dialog).getByRole('textbox')
const theConfirm = (dialog: HTMLElement, name = 'Delete permanently') => within(dialog).getByRole('button', { name })

/** What is written out is an element of its own: jsdom, which knows no inline style, puts spaces around it. */
const titled = (session: string) => (name: string) =>
  name.replace(/ ?(\\u\{\w+\}) ?/g, '$1') === `Delete products of ${session}`

async function openDialog(user: UserEvent, session = 'day-1') {
  await user.click(await theButton())
  return screen.findByRole('dialog', { name: titled(session) })
}

async function enter(user: UserEvent, dialog: HTMLElement, text: string) {
  await user.clear(theField(dialog))
  await user.click(theField(dialog))
  await user.paste(text)
}

/** Waits until the button may be clicked, and clicks it. */
async function confirm(user: UserEvent, dialog: HTMLElement, name?: string) {
  await waitFor(() => expect(theConfirm(dialog, name)).toHaveAttribute('aria-disabled', 'false'))
  await user.click(theConfirm(dialog, name))
}

async function openDeletion(world: World, source = 'A', session = 'day-1') {
  const opened = await openSession(world, source, session)
  const dialog = await openDialog(opened.user, session)
  return { ...opened, dialog }
}

/** The whole way: the dialog, the name, the click, and the dialog is closed. */
async function deleteProducts(world: World) {
  const opened = await openDeletion(world)
  await enter(opened.user, opened.dialog, 'day-1')
  await confirm(opened.user, opened.dialog)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  return opened
}

describe('the button', SLOW, () => {
  it('is there again, which the guide promised and the page had lost, and a click only asks (defect 45)', async () => {
    const world = withProducts()
    const { dialog } = await openDeletion(world)
    expect(dialog).toBeVisible()
    expect(deletions(world)).toEqual([])
  })

  it('is disabled with the right that is missing when the server offers no deletion', async () => {
    const world = withProducts()
    const { user } = await openSession(world, 'A', 'day-1', 'night')
    const button = await theButton()
    expect(button).toHaveAttribute('aria-disabled', 'true')
    expect(button).toHaveAccessibleDescription(/NIGHT_SHIFT.*DELETE rs-admin\/sessions\/\{id\}/)
    await user.click(button)
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('is disabled with the server message after a first refusal, and the dialog stays open', async () => {
    const world = withProducts()
    world.faults.refuse('DELETE rs-admin', 403, ['Access denied to deletion for role EXPLOIT'])
    const { user, dialog } = await openDeletion(world)
    await enter(user, dialog, 'day-1')
    await confirm(user, dialog)
    expect(await within(dialog).findByText('Access denied to deletion for role EXPLOIT')).toBeVisible()
    expect(within(dialog).queryByRole('button', { name: 'Delete permanently' })).toBeNull()
    await user.click(within(dialog).getByRole('button', { name: 'Close' }))
    const button = await theButton()
    expect(button).toHaveAttribute('aria-disabled', 'true')
    expect(button).toHaveAccessibleDescription(/Access denied to deletion for role EXPLOIT/)
    expect(button).toHaveFocus()
    expect(deletions(world)).toHaveLength(1)
  })
})

describe('the dialog', SLOW, () => {
  it('names source and session, what is deleted and kept, and says that it cannot be undone', async () => {
    const world = aWorld()
      .withSession('A/day-1', s =>
        s
          .scan({ done: 8, errors: 2 })
          .oais({ done: 1200, errors: 3, waiting: 2 })
          .storage({ done: 2400, referenced: 7 })
          .catalog({ indexed: 900, errors: 1 }),
      )
      .build()
    const { dialog } = await openDeletion(world)
    expect(dialog).toHaveTextContent('Session day-1, source A')
    for (const goes of [
      '1,200 referenced products (OAIS)',
      '2,400 stored files',
      '7 referenced files',
      '900 indexed products (removed at the next crawl)',
      '10 acquired products',
      '10 acquired file records',
      'Physical files are deleted from every storage.',
    ])
      expect(dialog).toHaveTextContent(goes)
    for (const stays of [
      'The session row, until REGARDS purges it',
      'The acquisition chain and its source files.',
      '3 OAIS requests in error',
      '2 OAIS requests waiting for administrator',
      '1 indexing error',
    ])
      expect(dialog).toHaveTextContent(stays)
    expect(dialog).not.toHaveTextContent('GeoJSON')
  })

  it('opens with the focus on Cancel, and Escape deletes nothing and gives the focus back', async () => {
    const world = withProducts()
    const { user, dialog } = await openDeletion(world)
    expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await theButton()).toHaveFocus()
    expect(deletions(world)).toEqual([])
  })

  it('loads the counts when it opens, says so, and disables the button until they are there', async () => {
    const world = withProducts()
    const { user } = await openSession(world, 'A', 'day-1')
    await theButton()
    world.faults.mutate(`GET ${SESSION}`, text => text.replace('"referencedProducts":"10"', '"referencedProducts":"7"'))
    world.faults.latency(`GET ${SESSION}`, '1h', { times: 1 })
    const dialog = await openDialog(user)
    await enter(user, dialog, 'day-1')
    expect(dialog).toHaveTextContent('Counting…')
    expect(theConfirm(dialog)).toHaveAttribute('aria-disabled', 'true')
    expect(theConfirm(dialog)).toHaveAccessibleDescription('Counting…')
    world.advance('1h')
    await waitFor(() => expect(dialog).toHaveTextContent('7 referenced products (OAIS)'))
    await confirm(user, dialog)
    await waitFor(() => expect(deletions(world)).toHaveLength(1))
  })

  it('deletes nothing while the counts cannot be loaded', async () => {
    const world = withProducts()
    const { user } = await openSession(world, 'A', 'day-1')
    await theButton()
    const fault = world.faults.refuse(`GET ${SESSION}`, 500, ['Database is down'])
    const dialog = await openDialog(user)
    await enter(user, dialog, 'day-1')
    expect(await within(dialog).findByText(/Nothing can be deleted without this check/)).toBeVisible()
    await user.click(theConfirm(dialog))
    expect(deletions(world)).toEqual([])
    fault.lift()
    await user.click(within(dialog).getByRole('button', { name: 'Check again' }))
    await confirm(user, dialog)
    await waitFor(() => expect(deletions(world)).toHaveLength(1))
  })

  it('says that nothing in other sessions is deleted when that is so', async () => {
    const { dialog } = await openDeletion(withProducts())
    expect(await within(dialog).findByText('REGARDS would not delete anything in other sessions.')).toBeVisible()
  })

  it('offers nothing while it is not known what REGARDS would delete in other sessions', async () => {
    const world = withProducts()
    const fault = world.faults.refuse(BLOCKED, 500, ['Database is down'])
    const { user, dialog } = await openDeletion(world)
    expect(await within(dialog).findByText(/^Could not check what REGARDS would delete/)).toBeVisible()
    await enter(user, dialog, 'day-1')
    expect(theConfirm(dialog)).toHaveAttribute('aria-disabled', 'true')
    await user.click(theConfirm(dialog))
    expect(deletions(world)).toEqual([])
    fault.lift()
    await user.click(within(dialog).getByRole('button', { name: 'Check again' }))
    await confirm(user, dialog)
    await waitFor(() => expect(deletions(world)).toHaveLength(1))
  })

  it('counts again at the confirmation, and sends nothing when the counts have changed', async () => {
    const world = withProducts()
    const { user, dialog } = await openDeletion(world)
    await enter(user, dialog, 'day-1')
    await waitFor(() => expect(theConfirm(dialog)).toHaveAttribute('aria-disabled', 'false'))
    world.faults.mutate(`GET ${SESSION}`, text =>
      text.replace('"referencedProducts":"10"', '"referencedProducts":"25"'),
    )
    await user.click(theConfirm(dialog))
    expect(await within(dialog).findByText(/what would be deleted has changed/)).toBeVisible()
    expect(dialog).toHaveTextContent('25 referenced products (OAIS)')
    expect(deletions(world)).toEqual([])
    await confirm(user, dialog)
    await waitFor(() => expect(deletions(world)).toHaveLength(1))
  })

  it('keeps its target and the entry while the board is refreshed behind it', async () => {
    const world = withProducts()
    const { user, dialog } = await openDeletion(world)
    await enter(user, dialog, 'day')
    const field = theField(dialog)
    fireEvent.click(screen.getByRole('button', { name: 'Refresh', hidden: true }))
    await waitFor(() => expect(world.received('rs-admin/sessions?').length).toBeGreaterThan(1))
    expect(field).toHaveValue('day')
    expect(field).toHaveFocus()
    expect(dialog).toHaveAccessibleName('Delete products of day-1')
  })

  it('speaks French', async () => {
    const world = withProducts()
    usePreferences.getState().set({ language: 'fr' })
    const { user } = await openSession(world, 'A', 'day-1')
    await user.click(await screen.findByRole('button', { name: 'Supprimer les produits' }))
    const dialog = await screen.findByRole('dialog', { name: 'Supprimer les produits de day-1' })
    expect(dialog).toHaveTextContent('20 fichiers archivés')
    expect(within(dialog).getByRole('button', { name: 'Annuler' })).toHaveFocus()
    expect(within(dialog).getByRole('button', { name: 'Supprimer définitivement' })).toBeVisible()
  })
})

describe('the name to type', SLOW, () => {
  it('prevents a deletion by two accidental clicks', async () => {
    const world = withProducts()
    const { user, dialog } = await openDeletion(world)
    await waitFor(() =>
      expect(theConfirm(dialog)).toHaveAccessibleDescription('Type the exact name to enable deletion.'),
    )
    await user.click(theConfirm(dialog))
    expect(dialog).toBeVisible()
    expect(deletions(world)).toEqual([])
  })

  it('is not a similar name, a longer one, or a part of it', async () => {
    const world = withProducts()
    const { user, dialog } = await openDeletion(world)
    await within(dialog).findByText(/Counted by REGARDS/)
    await within(dialog).findByText(/not delete anything in other sessions/)
    for (const text of ['day-10', 'Day-1', 'day-1 ', 'day', 'day‑1', 'day-1\u200b', 'A']) {
      await enter(user, dialog, text)
      expect(theConfirm(dialog)).toHaveAttribute('aria-disabled', 'true')
      await user.click(theConfirm(dialog))
    }
    expect(deletions(world)).toEqual([])
    await enter(user, dialog, 'day-1')
    expect(theConfirm(dialog)).toHaveAttribute('aria-disabled', 'false')
  })

  it('does not send by Enter in the field, only on the button', async () => {
    const world = withProducts()
    const { user, dialog } = await openDeletion(world)
    await user.type(theField(dialog), 'day-1')
    await waitFor(() => expect(theConfirm(dialog)).toHaveAttribute('aria-disabled', 'false'))
    await user.keyboard('{Enter}')
    expect(dialog).toBeVisible()
    expect(deletions(world)).toEqual([])
  })

  it('is written out where right-to-left characters make it look like another', async () => {
    const trick = 'report-\u202egnp.exe'
    const world = aWorld()
      .withSession({ source: 'A', name: trick }, s => s.oais({ done: 4 }))
      .withSession({ source: 'A', name: 'report-exe.png' }, s => s.oais({ done: 5 }))
      .build()
    const { user } = await openSession(world, 'A', trick)
    const dialog = await openDialog(user, 'report-\\u{202e}gnp.exe')
    expect(dialog).toHaveTextContent('Session report-\\u{202e}gnp.exe, source A')
    expect(dialog.textContent).not.toContain('\u202e')
    await within(dialog).findByText(/Counted by REGARDS/)
    await enter(user, dialog, 'report-exe.png')
    expect(theConfirm(dialog)).toHaveAttribute('aria-disabled', 'true')
    await user.click(within(dialog).getByRole('button', { name: 'Copy this text' }))
    await enter(user, dialog, await navigator.clipboard.readText())
    await confirm(user, dialog)
    await waitFor(() =>
      expect(deletions(world).map(({ url }) => url)).toEqual([`${SESSION}${idOf(world, 'A', trick)}`]),
    )
  })

  it('may be pasted as it is, direction marks and all', async () => {
    const name = 'مسح \u200f2025 (a)'
    const world = aWorld()
      .withSession({ source: 'A', name }, s => s.oais({ done: 4 }))
      .build()
    const { user } = await openSession(world, 'A', name)
    const dialog = await openDialog(user, 'مسح\\u{200f}2025 (a)')
    await enter(user, dialog, name)
    await confirm(user, dialog)
    await waitFor(() => expect(deletions(world)).toHaveLength(1))
  })
})

describe('one deletion', SLOW, () => {
  it('is sent to the numeric id of the session, once and without a body (defect 46)', async () => {
    const world = aWorld()
      .withSession('B/day-1', s => s.oais({ done: 5 }))
      .withSession('A/day-1', s => s.oais({ done: 10 }))
      .build()
    await deleteProducts(world)
    expect(deletions(world).map(({ url, body }) => [url, body])).toEqual([[`${SESSION}${idOf(world)}`, '']])
    expect(await screen.findByText(/^Product deletion \(.*day-1.*: Accepted by REGARDS\.$/)).toBeVisible()
    // What is read right before is what the countdown starts from.
    const place = world.requests.findIndex(({ method }) => method === 'DELETE')
    const before = world.requests.slice(0, place).map(({ method, url }) => `${method} ${url}`)
    const opened = before.findIndex(line => line.startsWith('POST rs-ingest/aips'))
    expect(before.slice(opened + 1)).toContain(`GET ${SESSION}${idOf(world)}`)
    expect(before.filter(line => line.startsWith('POST rs-ingest/aips')).length).toBeGreaterThan(1)
  })

  it('is sent once for three clicks faster than the page can draw the first', async () => {
    const world = withProducts()
    const { user, dialog } = await openDeletion(world)
    await enter(user, dialog, 'day-1')
    await waitFor(() => expect(theConfirm(dialog)).toHaveAttribute('aria-disabled', 'false'))
    act(() => {
      for (let click = 0; click < 3; click++) theConfirm(dialog).click()
    })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(deletions(world)).toHaveLength(1)
  })

  it('is sent once for Enter held down on the button', async () => {
    const world = withProducts()
    const { user, dialog } = await openDeletion(world)
    await enter(user, dialog, 'day-1')
    await waitFor(() => expect(theConfirm(dialog)).toHaveAttribute('aria-disabled', 'false'))
    theConfirm(dialog).focus()
    await user.keyboard('{Enter>12/}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(deletions(world)).toHaveLength(1)
  })
})

describe('what became of it', SLOW, () => {
  it('is a refusal with the server message, the dialog stays open, and a new click tries again', async () => {
    const world = withProducts()
    world.faults.refuse('DELETE rs-admin', 422, ['Deletions are closed', 'until noon'], { times: 1 })
    const { user, dialog } = await openDeletion(world)
    await enter(user, dialog, 'day-1')
    await confirm(user, dialog)
    const alert = await within(dialog).findByText('Refused by REGARDS (HTTP 422).')
    expect(alert).toBeVisible()
    expect(dialog).toHaveTextContent('Deletions are closed')
    expect(dialog).toHaveTextContent('until noon')
    expect(screen.queryByRole('group', { name: 'Deletion progress', hidden: true })).toBeNull()
    expect(theField(dialog)).toHaveValue('day-1')
    await confirm(user, dialog)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(deletions(world)).toHaveLength(2)
  })

  it.each([
    ['the connection broke', 'hangUp', 'Outcome unknown: connection lost after sending.'],
    ['the gateway gave up', 'gatewayTimeout', 'Outcome unknown: the gateway timed out.'],
  ] as const)('is unknown when %s: the session is reloaded, nothing is resent', async (_, fault, said) => {
    holdTime()
    const world = withProducts()
    world.faults[fault]('DELETE rs-admin', { times: 1 })
    const { user, dialog } = await openDeletion(world)
    await enter(user, dialog, 'day-1')
    await confirm(user, dialog)
    expect(await within(dialog).findByText(new RegExp(said))).toBeVisible()
    await waitFor(() => expect(theConfirm(dialog, 'Send deletion again')).toHaveAttribute('aria-disabled', 'false'))
    expect(dialog).toHaveTextContent('No counter has changed since.')
    const last = world.requests.findLastIndex(({ method }) => method === 'DELETE')
    expect(world.requests.slice(last).map(({ url }) => url)).toContain(`${SESSION}${idOf(world)}`)
    // It had arrived: REGARDS deletes, the counters show it, and there is nothing to send again.
    await pass(world, 20)
    expect(dialog).toHaveTextContent('Counters are changing: REGARDS is deleting.')
    expect(within(dialog).queryByRole('button', { name: 'Send deletion again' })).toBeNull()
    expect(deletions(world)).toHaveLength(1)
    vi.useRealTimers()
  })

  it('is “not sent” when the sign-in had ended; after signing in again only a new click sends it', async () => {
    const world = withProducts()
    const { user, dialog } = await openDeletion(world)
    await enter(user, dialog, 'day-1')
    await waitFor(() => expect(theConfirm(dialog)).toHaveAttribute('aria-disabled', 'false'))
    world.expireTokens()
    await user.click(theConfirm(dialog))
    const again = await screen.findByRole('dialog', { name: 'Sign in again' })
    expect(dialog).toHaveTextContent('Not sent: you were signed out.')
    expect(deletions(world)).toEqual([])
    await user.type(within(again).getByLabelText('Password'), PASSWORD)
    await user.click(within(again).getByRole('button', { name: 'Sign in' }))
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Sign in again' })).toBeNull())
    expect(theField(dialog)).toHaveValue('day-1')
    await within(dialog).findByText(/Counted by REGARDS/)
    expect(deletions(world)).toEqual([])
    await confirm(user, dialog)
    await waitFor(() => expect(deletions(world)).toHaveLength(1))
  })

  it('is “not sent” when the session was deleted meanwhile: the dialog says so and keeps the entry', async () => {
    const world = withProducts()
    const { user, dialog } = await openDeletion(world)
    await enter(user, dialog, 'day-1')
    await waitFor(() => expect(theConfirm(dialog)).toHaveAttribute('aria-disabled', 'false'))
    world.purge({ source: 'A', name: 'day-1' })
    await user.click(theConfirm(dialog))
    expect(await within(dialog).findByText(/^Not sent: this session no longer exists/)).toBeVisible()
    expect(theField(dialog)).toHaveValue('day-1')
    expect(within(dialog).getByRole('button', { name: 'Close' })).toHaveFocus()
    expect(within(dialog).queryByRole('button', { name: 'Delete permanently' })).toBeNull()
    expect(deletions(world)).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Close' }))
    expect(await screen.findByText('This session no longer exists (deleted or purged)')).toBeVisible()
    await waitFor(() => expect(screen.getByRole('heading', { level: 2, name: 'A / day-1' })).toHaveFocus())
  })
})

describe('after a deletion, above the cards', { timeout: 120_000 }, () => {
  afterEach(() => vi.useRealTimers())
  const line = () => screen.getByRole('group', { name: 'Deletion progress' })

  it('the counters are counted down without any click, in the lists too, to what is left by name', async () => {
    holdTime()
    const world = aWorld()
      .withSession('A/day-1', s => s.oais({ done: 60, errors: 3 }).storage({ done: 120 }).catalog({ indexed: 60 }))
      .build()
    announce('')
    await deleteProducts(world)
    expect(line()).toHaveTextContent(/Deletion requested .*, waiting for REGARDS/)
    expect(line()).toHaveTextContent('Referenced (OAIS): 60 of 60 left')
    expect(cell('Sessions', 'day-1', 'Referenced')).toHaveTextContent('60')
    const seen = new Set<string>()
    await pass(world, 60, () => seen.add(line().textContent))
    expect([...seen].some(text => /Referenced \(OAIS\): [1-5]\d? of 60 left/.test(text))).toBe(true)
    expect(line()).toHaveTextContent('done, nothing left')
    expect(line()).toHaveTextContent('Referenced (OAIS): 0 of 60 left · Stored: 0 of 120 left · Indexed: 0 of 60 left')
    expect(line()).toHaveTextContent('3 OAIS requests still in error')
    expect(heard().join()).toContain('done, nothing left. 3 OAIS requests still in error')
    expect(cell('Sessions', 'day-1', 'Referenced')).toHaveTextContent('0')
    await counted()
    world.forgetRequests()
    await pass(world, 30)
    expect(world.requests).toEqual([])
  })

  it('the dialog says, when it is opened again, that the deletion was already requested', async () => {
    const world = withProducts()
    const { user } = await deleteProducts(world)
    const dialog = await openDialog(user)
    expect(dialog).toHaveTextContent(/Deletion already requested .*\. REGARDS may still be deleting/)
  })

  it('documents not crawled yet are named when nothing has changed for two minutes', async () => {
    holdTime()
    const world = aWorld()
      .withSession('A/day-1', s => s.workers({ unzip: { error: 2 } }).catalog({ indexed: 14 }))
      .build()
    await deleteProducts(world)
    await pass(world, 60)
    expect(line()).toHaveTextContent('Indexed: 14 of 14 left')
    expect(line()).not.toHaveTextContent('still indexed')
    await pass(world, 100)
    expect(line()).toHaveTextContent('no change for 2 min')
    expect(line()).toHaveTextContent('14 products still indexed, until the next crawl')
    await counted()
    world.forgetRequests()
    await pass(world, 30)
    expect(world.requests).toEqual([])
    fireEvent.click(within(line()).getByRole('button', { name: 'Check again' }))
    await waitFor(() => expect(world.received(SESSION)).toHaveLength(1))
  })
})
