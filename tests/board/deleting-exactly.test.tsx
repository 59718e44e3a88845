/** A deletion deletes exactly what the dialog says, where REGARDS' own deletion would delete more (docs/regards-api/measured.md 1). */
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { oais } from '@simulator/seeds/parts'
import type { World } from '@simulator/world'
import { usePreferences } from '@/stores/preferences'
import { aWorld } from '@tests/support/a-world'
import type { SessionBuilder } from '@tests/support/a-world'
import type { Account } from './in-the-drawer'
import { openSession } from './in-the-drawer'
import { settled } from './on-the-board'

const SLOW = { timeout: 60_000 }
const PATHS = {
  oais: 'rs-ingest/aips/delete',
  features: 'rs-fem/admin/features/delete',
  acquired: 'rs-dataprovider/chains/products',
  workers: 'rs-worker-manager/requests/delete',
} as const
const EXACT = 'Delete only these products'

/** Three products each, in sessions whose names hold those of A / day-1. */
const similarSessions = (
  describeEach: (s: SessionBuilder) => SessionBuilder = s => s.oais({ done: 3 }).storage({ done: 6 }),
) =>
  aWorld()
    .withSession('A/day-1', describeEach)
    .withSession('A/day-10', describeEach)
    .withSession('AB/day-1', describeEach)
    .build()

const products = (world: World, source: string, name: string) =>
  world.archive.items(world.session({ source, name }), 'oais').filter(({ status }) => status === 'STORED').length

const ordinary = (world: World) =>
  world.requests.filter(({ method, url }) => method === 'DELETE' && url.startsWith('rs-admin/'))
const exactDeletions = (world: World) => Object.values(PATHS).flatMap(path => world.received(path))

async function openDialog(user: UserEvent, session = 'day-1') {
  await user.click(await screen.findByRole('button', { name: 'Delete products' }))
  return screen.findByRole('dialog', { name: `Delete products of ${session}` })
}

async function openDeletion(world: World, account: Account = 'administrator', source = 'A', session = 'day-1') {
  const opened = await openSession(world, source, session, account)
  return { ...opened, dialog: await openDialog(opened.user, session) }
}

async function confirm(user: UserEvent, dialog: HTMLElement, typed = 'day-1', button = EXACT) {
  const found = await within(dialog).findByRole('button', { name: button })
  await user.clear(within(dialog).getByRole('textbox'))
  await user.click(within(dialog).getByRole('textbox'))
  await user.paste(typed)
  await waitFor(() => expect(found).toHaveAttribute('aria-disabled', 'false'))
  await user.click(found)
}

const isClosed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

describe('where REGARDS would take other sessions along', SLOW, () => {
  it('the dialog says how many of which sessions, and offers only deletions of this session', async () => {
    const world = similarSessions()
    const { dialog } = await openDeletion(world)
    await waitFor(() =>
      expect(dialog).toHaveTextContent(
        'REGARDS would also delete 6 products from other sessions: A / day-10 (3), AB / day-1 (3)',
      ),
    )
    expect(within(dialog).queryByRole('button', { name: 'Delete permanently' })).toBeNull()
    expect(within(dialog).getByRole('button', { name: EXACT })).toBeVisible()
    expect(dialog).toHaveTextContent('3 OAIS products, with their files')
    expect(dialog).not.toHaveTextContent('Right required')
  })

  it('who lacks the right reads which', async () => {
    const { dialog } = await openDeletion(similarSessions(), 'operator')
    await waitFor(() => expect(dialog).toHaveTextContent('Right required: POST rs-ingest/aips/delete'))
  })

  it('three products go, and six stay', async () => {
    const world = similarSessions()
    const { user, dialog } = await openDeletion(world)
    await confirm(user, dialog)
    await isClosed()
    world.advance('2m')
    expect(products(world, 'A', 'day-1')).toBe(0)
    expect(products(world, 'A', 'day-10')).toBe(3)
    expect(products(world, 'AB', 'day-1')).toBe(3)
    expect(ordinary(world)).toEqual([])
    expect(await screen.findByText(/^Product deletion \(.*day-1.*: Accepted by REGARDS\.$/)).toBeVisible()
  })

  it('purged sessions are among those that would lose', async () => {
    const world = similarSessions()
    world.purge({ source: 'A', name: 'day-10' })
    const { dialog } = await openDeletion(world)
    await waitFor(() => expect(dialog).toHaveTextContent('A / day-10 (3), AB / day-1 (3)'))
  })

  it('worker requests of others are named too, and only its own go, by their ids', async () => {
    const world = aWorld()
      .withSession('A/day-1', s => s.workers({ unzip: { error: 3 } }, 1))
      .withSession('A/day-10', s => s.workers({ unzip: { error: 2, invalid: 1, done: 40 } }, 2))
      .withSession('A/day-2', s => s.workers({ unzip: { error: 9 } }))
      .build()
    const { user, dialog } = await openDeletion(world)
    await waitFor(() =>
      expect(dialog).toHaveTextContent(
        'REGARDS would also delete 5 worker requests from other sessions: A / day-10 (5)',
      ),
    )
    expect(dialog).not.toHaveTextContent('day-2')
    await confirm(user, dialog)
    await isClosed()
    const own = world.archive.items(world.session({ source: 'A', name: 'day-1' }), 'workers').map(({ id }) => id)
    expect(world.received(PATHS.workers)).toHaveLength(1)
    const body = JSON.parse(world.received(PATHS.workers)[0]?.body ?? '') as { ids: { values: number[] } }
    expect([...body.ids.values].sort()).toEqual([...own].sort())
    expect(ordinary(world)).toEqual([])
  })

  it('each kind has a call, a count and an outcome of its own', async () => {
    const all = (s: SessionBuilder) =>
      s
        .scan({ done: 2 })
        .oais({ done: 3 })
        .feature({ done: { CREATION: 4 } })
        .workers({ unzip: { error: 5 } })
    const world = similarSessions(all)
    world.faults.refuse(`DELETE ${PATHS.features}`, 500, ['Index out of order'])
    const { user, dialog } = await openDeletion(world)
    await waitFor(() => expect(dialog).toHaveTextContent('3 OAIS products'))
    expect(dialog).toHaveTextContent('4 GeoJSON products')
    expect(dialog).toHaveTextContent('2 acquired products')
    expect(dialog).toHaveTextContent('5 worker requests')
    await confirm(user, dialog)
    await waitFor(() => expect(dialog).toHaveTextContent('3 of 3 accepted by REGARDS'))
    expect(dialog).toHaveTextContent(/0 of 4 requested\. Refused by REGARDS \(HTTP 500\)\. .?Index out of order/)
    expect(dialog).toHaveTextContent('2 of 2 accepted by REGARDS')
    expect(dialog).toHaveTextContent('5 of 5 accepted by REGARDS')
    expect(exactDeletions(world)).toHaveLength(4)
    expect(JSON.parse(world.received(PATHS.features)[0]?.body ?? '')).toEqual({ source: 'A', session: 'day-1' })
    expect(world.received(PATHS.acquired)[0]?.url).toBe(`${PATHS.acquired}?chainName=A&session=day-1`)
    expect(ordinary(world)).toEqual([])
  })

  it('an operator sees which rights are missing, and copies a request for an administrator', async () => {
    const world = similarSessions()
    const { user, dialog } = await openDeletion(world, 'operator')
    const button = await within(dialog).findByRole('button', { name: EXACT })
    await waitFor(() => expect(button).toHaveAccessibleDescription(/EXPLOIT.*POST rs-ingest\/aips\/delete/))
    await user.click(within(dialog).getByRole('textbox'))
    await user.paste('day-1')
    expect(button).toHaveAttribute('aria-disabled', 'true')
    await user.click(button)
    expect(exactDeletions(world)).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Copy for an administrator' }))
    const text = await navigator.clipboard.readText()
    expect(text).toContain('only the products of REGARDS session A / day-1')
    expect(text).toContain('3 OAIS products, with their files: POST rs-ingest/aips/delete')
    expect(text).toContain('Do not use DELETE rs-admin/sessions/')
  })
})

describe('names that REGARDS does not take literally', SLOW, () => {
  it.each(['100%', 'c\\d'])('are never deleted by its own call: %s', async name => {
    const world = aWorld()
      .withSession({ source: 'A', name }, s => s.oais({ done: 3 }))
      .withSession('A/100-and-cd', s => s.oais({ done: 3 }))
      .build()
    const { user, dialog } = await openDeletion(world, 'administrator', 'A', name)
    await waitFor(() => expect(dialog).toHaveTextContent(/contains % or \\, which have a special meaning for REGARDS/))
    expect(dialog).not.toHaveTextContent('would also delete')
    await confirm(user, dialog, name)
    await isClosed()
    world.advance('2m')
    expect(products(world, 'A', name)).toBe(0)
    expect(products(world, 'A', '100-and-cd')).toBe(3)
    expect(ordinary(world)).toEqual([])
  })

  it('a session without a name says why, and leaves what cannot be taken alone', async () => {
    const world = aWorld()
      .withSession({ source: 'A', name: '' }, s => s.oais({ done: 3 }).feature({ done: { CREATION: 2 } }))
      .withSession('A/day-1', s => s.oais({ done: 4 }).feature({ done: { CREATION: 2 } }))
      .build()
    const id = world.session({ source: 'A', name: '' }).id
    const { user } = await openSessionById(world, id)
    await user.click(await screen.findByRole('button', { name: 'Delete products' }))
    const dialog = await screen.findByRole('dialog', { name: /^Delete products of/ })
    await waitFor(() => expect(dialog).toHaveTextContent('This session has no name: REGARDS would delete everything'))
    expect(dialog).toHaveTextContent('4 products from other sessions: A / day-1 (4)')
    expect(dialog).toHaveTextContent(
      'Not deleted: without a session name, REGARDS would delete them for the whole source.',
    )
    expect(dialog).toHaveTextContent('Type the source name')
    await confirm(user, dialog, 'A')
    await isClosed()
    world.advance('2m')
    expect(products(world, 'A', '')).toBe(0)
    expect(products(world, 'A', 'day-1')).toBe(4)
    expect(exactDeletions(world).map(({ url }) => url)).toEqual([PATHS.oais])
  })
})

describe('what was confirmed', SLOW, () => {
  it('is counted again: a product more, and nothing is sent but the new counts are shown', async () => {
    const world = similarSessions()
    const { user, dialog } = await openDeletion(world)
    await waitFor(() => expect(dialog).toHaveTextContent('3 OAIS products'))
    world.archive.addItem(world.session({ source: 'A', name: 'day-1' }), 'oais', {
      kind: 'ingestRequest',
      status: 'STORED',
    })
    world.advance('20s')
    await confirm(user, dialog)
    expect(await within(dialog).findByText(/what would be deleted has changed/)).toBeVisible()
    await waitFor(() => expect(dialog).toHaveTextContent('4 OAIS products'))
    expect(exactDeletions(world)).toEqual([])
    await confirm(user, dialog)
    await isClosed()
    expect(world.received(PATHS.oais)).toHaveLength(1)
  })

  it('is this session: one created anew under its name is another', async () => {
    const world = similarSessions()
    const { user, dialog } = await openDeletion(world)
    await waitFor(() => expect(dialog).toHaveTextContent('3 OAIS products'))
    world.purge({ source: 'A', name: 'day-1' })
    world.archive.addSession({ source: 'A', name: 'day-1', recipe: [] })
    await confirm(user, dialog)
    expect(await within(dialog).findByText(/^Not sent: this session no longer exists/)).toBeVisible()
    expect(exactDeletions(world)).toEqual([])
    expect(ordinary(world)).toEqual([])
  })
})

describe('several thousands', { timeout: 180_000 }, () => {
  const many = () =>
    aWorld()
      .withSession('A/day-1', s => s.oais({ done: 2500 }))
      .withSession('A/day-10', s => s.oais({ done: 5 }))
      .build()

  it('go in calls of 1,000, can be stopped between two, and after a reload it says how many were requested', async () => {
    const world = many()
    const { user, dialog } = await openDeletion(world)
    await waitFor(() => expect(dialog).toHaveTextContent('2,500 OAIS products'), { timeout: 30_000 })
    const held = world.faults.latency(`POST ${PATHS.oais}`, '1m')
    await confirm(user, dialog)
    await waitFor(() => expect(world.received(PATHS.oais)).toHaveLength(1), { timeout: 60_000 })
    await waitFor(() => expect(dialog).toHaveTextContent('0 of 2,500 requested'))
    await user.click(within(dialog).getByRole('button', { name: 'Stop' }))
    held.lift()
    world.advance('2m')
    await waitFor(() => expect(dialog).toHaveTextContent('Stopped: 1,000 of 2,500 requested'), { timeout: 30_000 })
    expect(world.received(PATHS.oais)).toHaveLength(1)
    // The page is loaded anew.
    cleanup()
    const again = await openSession(world, 'A', 'day-1', 'administrator')
    const reopened = await openDialog(again.user)
    await waitFor(() => expect(reopened).toHaveTextContent('1,000 of 2,500 OAIS products'))
  })
})

describe('several thousands being deleted', { timeout: 180_000 }, () => {
  const many = () =>
    aWorld()
      .withSession('A/day-1', s => s.oais({ done: 2500 }))
      .withSession('A/day-10', s => s.oais({ done: 5 }))
      .build()
  async function underWay(world: World) {
    const opened = await openDeletion(world)
    await waitFor(() => expect(opened.dialog).toHaveTextContent('2,500 OAIS products'), { timeout: 30_000 })
    world.faults.latency(`POST ${PATHS.oais}`, '1s')
    await confirm(opened.user, opened.dialog)
    await waitFor(() => expect(world.received(PATHS.oais)).toHaveLength(1), { timeout: 60_000 })
    return opened
  }

  it('can be stopped from a dialog that was closed and opened again, and nothing is sent twice', async () => {
    const world = many()
    const { user, dialog } = await underWay(world)
    await user.click(within(dialog).getByRole('button', { name: 'Close' }))
    const again = await openDialog(user)
    await waitFor(() => expect(again).toHaveTextContent('0 of 2,500 requested'))
    await user.click(within(again).getByRole('button', { name: 'Stop' }))
    world.advance('1s')
    expect(await screen.findAllByText(/OAIS products: Stopped: 1,000 of 2,500 requested/)).not.toEqual([])
    expect(world.received(PATHS.oais)).toHaveLength(1)
  })

  it('reloaded in the middle of a call: it says how many may have been requested', async () => {
    const world = many()
    await underWay(world)
    cleanup()
    const again = await openSession(world, 'A', 'day-1', 'administrator')
    const reopened = await openDialog(again.user)
    await waitFor(() => expect(reopened).toHaveTextContent('0 to 1,000 of 2,500 OAIS products'))
  })

  it('does not go on under the next user', async () => {
    const world = many()
    const { user, dialog } = await underWay(world)
    await user.click(within(dialog).getByRole('button', { name: 'Close' }))
    await user.click(screen.getByRole('button', { name: /^User/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
    cleanup()
    const { refresh } = await openSession(world, 'A', 'day-10', 'lead')
    world.advance('1s')
    // The answer was due before those of a whole round.
    await refresh()
    await settled()
    // Signing in forgot the first one.
    expect(world.received(PATHS.oais)).toEqual([])
    expect(Object.values(sessionStorage).join()).not.toContain('day-1"')
  })
})

describe('changes meanwhile', SLOW, () => {
  it('the dialog is closed while it is counted again: nothing else is sent', async () => {
    const world = aWorld()
      .withSession('A/day-1', s => s.oais({ done: 3 }))
      .build()
    const { user, dialog } = await openDeletion(world)
    const button = await within(dialog).findByRole('button', { name: 'Delete permanently' })
    await user.click(within(dialog).getByRole('textbox'))
    await user.paste('day-1')
    await waitFor(() => expect(button).toHaveAttribute('aria-disabled', 'false'))
    world.archive.addSession({ source: 'A', name: 'day-10', recipe: [oais({ done: 3 })], updatedAt: world.archive.now })
    const held = world.faults.latency('POST rs-ingest/aips', '1s')
    const before = world.received('rs-ingest/aips?').length
    await user.click(button)
    await waitFor(() => expect(world.received('rs-ingest/aips?').length).toBeGreaterThan(before))
    await user.click(within(dialog).getByRole('button', { name: 'Close' }))
    await isClosed()
    held.lift()
    world.advance('1s')
    expect(await screen.findAllByText(/this is no longer what was confirmed/)).not.toEqual([])
    expect(ordinary(world)).toEqual([])
    expect(products(world, 'A', 'day-10')).toBe(3)
  })

  it('a stopped service may restart and find the deletion: nothing is offered', async () => {
    const world = similarSessions()
    world.faults.empty('POST rs-ingest/aips', 404)
    const { user, dialog } = await openDeletion(world)
    expect(await within(dialog).findByText(/^Could not check what REGARDS would delete/)).toBeVisible()
    await user.click(within(dialog).getByRole('textbox'))
    await user.paste('day-1')
    expect(within(dialog).getByRole('button', { name: 'Delete permanently' })).toHaveAttribute('aria-disabled', 'true')
  })

  it('new products of other sessions do not prevent deletions that do not affect them', async () => {
    const world = similarSessions()
    const { user, dialog } = await openDeletion(world)
    await waitFor(() => expect(dialog).toHaveTextContent('A / day-10 (3)'))
    world.archive.addItem(world.session({ source: 'A', name: 'day-10' }), 'oais', {
      kind: 'ingestRequest',
      status: 'STORED',
    })
    await confirm(user, dialog)
    await isClosed()
    expect(world.received(PATHS.oais)).toHaveLength(1)
    world.advance('2m')
    expect(products(world, 'A', 'day-10')).toBe(4)
  })

  it('the rest is what was refused, never what was taken already', async () => {
    const world = similarSessions(s => s.oais({ done: 3 }).feature({ done: { CREATION: 4 } }))
    world.faults.refuse(`DELETE ${PATHS.features}`, 500, ['Index out of order'], { times: 1 })
    const { user, dialog } = await openDeletion(world)
    await confirm(user, dialog)
    await waitFor(() => expect(dialog).toHaveTextContent('0 of 4 requested'))
    await confirm(user, dialog, 'day-1', 'Delete the rest')
    await isClosed()
    expect(world.received(PATHS.features)).toHaveLength(2)
    expect(world.received(PATHS.oais)).toHaveLength(1)
  })

  it('after its dialog was closed, each part is shown by its name', async () => {
    const world = similarSessions(s => s.oais({ done: 3 }).workers({ unzip: { error: 5 } }))
    world.faults.refuse(`DELETE ${PATHS.workers}`, 500, ['Index out of order'])
    world.faults.latency(`POST ${PATHS.oais}`, '1s', { times: 1 })
    const { user, dialog } = await openDeletion(world)
    await confirm(user, dialog)
    await waitFor(() => expect(world.received(PATHS.oais)).toHaveLength(1))
    await user.click(within(dialog).getByRole('button', { name: 'Close' }))
    await isClosed()
    world.advance('1s')
    const [told] = await screen.findAllByText(/Worker requests: 0 of 5/)
    expect(told).toHaveTextContent(
      /OAIS products: 3 of 3 accepted by REGARDS.*Worker requests: 0 of 5 requested\. Refused by REGARDS .*Index out of order/,
    )
    // Nothing of what was refused is on its way.
    const again = await openDialog(user)
    await waitFor(() => expect(again).toHaveTextContent('3 of 3 OAIS products, 0 of 5 worker requests'))
  })

  it('a session created anew under its name has nothing to do with the deletion', async () => {
    const world = similarSessions()
    const { user, dialog, refresh } = await openDeletion(world)
    await confirm(user, dialog)
    await isClosed()
    expect(await screen.findByRole('group', { name: 'Deletion progress' })).toBeVisible()
    world.purge({ source: 'A', name: 'day-1' })
    world.archive.addSession({ source: 'A', name: 'day-1', recipe: [], updatedAt: world.archive.now })
    await refresh()
    await settled()
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Deletion progress' })).toBeNull())
  })
})

describe('in French', SLOW, () => {
  it('the sentence, the deletions and the confirmation', async () => {
    usePreferences.getState().set({ language: 'fr' })
    const world = similarSessions()
    const { user } = await openSession(world, 'A', 'day-1', 'administrator')
    await user.click(await screen.findByRole('button', { name: 'Supprimer les produits' }))
    const dialog = await screen.findByRole('dialog', { name: 'Supprimer les produits de day-1' })
    await waitFor(() =>
      expect(dialog).toHaveTextContent(
        'REGARDS supprimerait aussi 6 produits d’autres sessions : A / day-10 (3), AB / day-1 (3)',
      ),
    )
    await confirm(user, dialog, 'day-1', 'Supprimer uniquement ces produits')
    await isClosed()
    expect(world.received(PATHS.oais)).toHaveLength(1)
  })
})

/** A link that has an id only: the names are empty, or cannot be written. */
async function openSessionById(world: World, id: number) {
  const { renderApp } = await import('@tests/support/render-app')
  return renderApp({ world, url: `/?id=${id}`, signedIn: 'administrator' })
}
