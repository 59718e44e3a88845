/** Deleting one session where REGARDS' own deletion would also delete in others: by mouse, by keyboard alone, and in French. */
import type { SessionRef } from '@/domain/session'
import { oais, storage } from '@simulator/seeds/parts'
import type { World } from '@simulator/world'
import { expect, test } from './support/dashboard'
import { HANDS } from './support/hands'

const OWN = { source: 'twin', name: 'day-1' }
const OTHERS = [
  { source: 'twin', name: 'day-10' },
  { source: 'twin-b', name: 'day-1' },
]
const SENTENCE = 'REGARDS would also delete 6 products from other sessions: twin / day-10 (3), twin-b / day-1 (3)'

test.beforeEach(({ world }) => {
  for (const ref of [OWN, ...OTHERS])
    world.archive.addSession({
      ...ref,
      recipe: [oais({ done: 3 }), storage({ done: 6 })],
      updatedAt: world.archive.now,
    })
})

const stored = (world: World, ref: SessionRef) =>
  world.archive.items(world.session(ref), 'oais').filter(({ status }) => status === 'STORED').length
const ordinary = (world: World) =>
  world.requests.filter(({ method, url }) => method === 'DELETE' && url.startsWith('rs-admin/'))

for (const [way, hand] of Object.entries(HANDS)) {
  test(`by ${way}: exactly what the dialog says is deleted, and nothing of similar sessions`, async ({
    dashboard,
    page,
    world,
  }) => {
    await dashboard.signIn('administrator')
    await hand.search(page, 'day-1')
    await hand.open(dashboard.sessions, dashboard.row(dashboard.sessions, 'day-1, twin'))
    const drawer = dashboard.drawer('twin', 'day-1')
    await hand.press(drawer.getByRole('button', { name: 'Delete products' }))
    const dialog = dashboard.dialog('Delete products of day-1')
    await expect(dialog).toContainText(SENTENCE)
    await expect(dialog).toContainText('3 OAIS products, with their files')
    await expect(dialog.getByRole('button', { name: 'Delete permanently' })).toHaveCount(0)
    const confirm = dialog.getByRole('button', { name: 'Delete only these products' })
    await hand.pressAnyway(confirm)
    expect(world.received('rs-ingest/aips/delete')).toEqual([])

    await hand.write(dialog.getByRole('textbox'), 'day-1')
    await hand.press(confirm)
    await expect(dialog).toBeHidden()
    const progress = drawer.getByRole('group', { name: 'Deletion progress' })
    await dashboard.untilShown(async soon => {
      await expect(progress).toContainText('Referenced (OAIS): 0 of 3 left', soon)
    })
    expect(stored(world, OWN)).toBe(0)
    for (const other of OTHERS) expect(stored(world, other)).toBe(3)
    expect(world.received('rs-ingest/aips/delete')).toHaveLength(1)
    expect(ordinary(world)).toEqual([])
  })
}

test('in French: the sentence, the confirmation, and what became of it', async ({ dashboard, page, world }) => {
  await dashboard.signInAt('twin', 'day-1', 'administrator')
  await page.getByRole('button', { name: 'Français' }).click()
  await page.getByRole('button', { name: 'Supprimer les produits' }).click()
  const dialog = dashboard.dialog('Supprimer les produits de day-1')
  await expect(dialog).toContainText(
    'REGARDS supprimerait aussi 6 produits d’autres sessions : twin / day-10 (3), twin-b / day-1 (3)',
  )
  await dialog.getByRole('textbox').fill('day-1')
  await dialog.getByRole('button', { name: 'Supprimer uniquement ces produits' }).click()
  await expect(dialog).toBeHidden()
  const progress = page.getByRole('group', { name: 'Suivi de la suppression' })
  await dashboard.untilShown(async soon => {
    await expect(progress).toContainText('Référencés (OAIS)\u00a0: reste 0 sur 3', soon)
  })
  for (const other of OTHERS) expect(stored(world, other)).toBe(3)
  expect(ordinary(world)).toEqual([])
})

test('an operator is not offered it, and has a request to pass on', async ({ context, dashboard, page, world }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await dashboard.signInAt('twin', 'day-1')
  await page.getByRole('button', { name: 'Delete products' }).click()
  const dialog = dashboard.dialog('Delete products of day-1')
  await expect(dialog).toContainText(SENTENCE)
  await dialog.getByRole('textbox').fill('day-1')
  const confirm = dialog.getByRole('button', { name: 'Delete only these products' })
  await expect(confirm).toHaveAttribute('aria-disabled', 'true')
  await expect(dialog).toContainText('Your role EXPLOIT does not have the right POST rs-ingest/aips/delete')
  await dialog.getByRole('button', { name: 'Copy for an administrator' }).click()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain('only the products of REGARDS session twin / day-1')
  expect(world.requests.filter(({ method }) => method === 'DELETE')).toEqual([])
})
