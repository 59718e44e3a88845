/** Missions that end with an action on the errors. Each is done by mouse and again by keyboard. */
import type { Page } from '@playwright/test'
import { expect, test } from './support/dashboard'
import { HANDS } from './support/hands'

/** Tells when the page goes anywhere, be it to another address of its own. */
function watchAddress(page: Page): () => readonly string[] {
  const visited: string[] = []
  page.on('framenavigated', frame => visited.push(frame.url()))
  return () => visited
}

for (const [way, hand] of Object.entries(HANDS)) {
  test.describe(`by ${way}`, () => {
    test('a chain failed at night: from a red row to none, without a refresh, on one page', async ({
      dashboard,
      page,
      world,
    }) => {
      world.session({ source: 'scan-alpha', name: '2025-05-02' }).fate = 'all'
      await dashboard.signIn('administrator')
      await hand.search(page, '2025-05-02')
      const row = dashboard.row(dashboard.sessions, '2025-05-02, scan-alpha')
      await expect(row.getByRole('img', { name: '2 errors' })).toBeVisible()
      await hand.open(dashboard.sessions, row)
      const drawer = dashboard.drawer('scan-alpha', '2025-05-02')
      const acquisition = dashboard.card('Acquisition')
      await expect(acquisition).toBeVisible()

      await hand.press(acquisition.getByRole('button', { name: 'See error requests (1)' }))
      const list = dashboard.dialog('Products in error')
      await expect(list.getByRole('region', { name: 'Errors grouped by cause' }).getByRole('button')).toHaveCount(1)
      await hand.leave(list.getByRole('button', { name: 'Close the list' }))
      await expect(list).toBeHidden()

      const visited = watchAddress(page)
      for (const [card, button] of [
        ['Acquisition', 'Relaunch error requests (1)'],
        ['Referencing', 'Relaunch errors (1)'],
      ] as const) {
        await hand.press(dashboard.card(card).getByRole('button', { name: button }))
        const dialog = dashboard.dialog(/^Relaunch errors: /)
        await hand.press(dialog.getByRole('button', { name: 'Relaunch (1)' }))
        await expect(dialog).toBeHidden()
      }
      await dashboard.untilShown(async soon => {
        await expect(acquisition).toContainText('done, no errors left', soon)
        await expect(dashboard.card('Referencing')).toContainText('done, no errors left', soon)
      })
      await expect(drawer.getByRole('button', { name: /^Relaunch/ })).toHaveCount(0)
      await dashboard.untilShown(async soon => {
        await expect(row.getByRole('img')).toHaveCount(0, soon)
      })
      expect(visited()).toEqual([])
      expect(world.received('rs-dataprovider/chains/relaunch')).toHaveLength(1)
      expect(world.received('rs-ingest/requests/retry')).toHaveLength(1)
    })

    test('storage full: from errors to the storage that is at its limit, relaunched when room is made', async ({
      dashboard,
      page,
      world,
    }) => {
      await dashboard.signIn('administrator')
      await hand.search(page, 'pass 103')
      const row = dashboard.row(dashboard.sessions, 'pass 103, radar-d')
      await expect(row.getByRole('img', { name: '38 errors' })).toBeVisible()
      await hand.open(dashboard.sessions, row)
      const card = dashboard.card('Storage')

      await hand.press(card.getByRole('button', { name: 'See storages' }))
      const dialog = dashboard.dialog('Storages')
      const storages = dialog.getByRole('grid', { name: 'Storages', exact: true })
      const fullest = storages.locator('[role=row][aria-rowindex="2"]')
      await expect(fullest).toHaveAccessibleName('disk-radar')
      await expect(fullest).toContainText(/ of .+, 100\s?%/)
      await expect(fullest).toContainText('38')
      await hand.open(storages, dashboard.row(storages, 'disk-radar'))
      const causes = dialog.getByRole('region', { name: 'Errors grouped by cause' })
      await expect(causes.getByRole('button', { name: /^38 ×.*(full|limit|quota|space)/i })).toBeVisible()
      await hand.leave(dialog.getByRole('button', { name: 'Close the list' }))
      await expect(dialog).toBeHidden()

      world.archive.makeRoom('disk-radar', 20 * 2 ** 30)
      await hand.press(card.getByRole('button', { name: 'Relaunch errors (38)' }))
      const relaunch = dashboard.dialog(/^Relaunch errors: /)
      await hand.press(relaunch.getByRole('button', { name: 'Relaunch (38)' }))
      await expect(relaunch).toBeHidden()
      await dashboard.untilShown(async soon => {
        await expect(card).toContainText('done, no errors left', soon)
      })
      await expect(card.getByRole('button', { name: /^Relaunch/ })).toHaveCount(0)
      expect(world.received('rs-storage/storages/retry')).toHaveLength(1)

      await hand.press(card.getByRole('button', { name: 'See storages' }))
      await expect(dashboard.row(storages, 'disk-radar')).toContainText(/\d\s?%/)
      await expect(dashboard.row(storages, 'disk-radar')).not.toContainText(/100\s?%/)
      await expect(dashboard.row(storages, 'disk-radar')).not.toContainText('38')
    })

    test('a product waits for a decision: it is taken from here, and the count falls', async ({
      dashboard,
      page,
      world,
    }) => {
      await dashboard.signIn()
      await hand.search(page, 'run 7')
      const row = dashboard.row(dashboard.sessions, 'run 7, direct-c')
      await expect(row.getByRole('img', { name: '5 waiting' })).toBeVisible()
      await hand.open(dashboard.sessions, row)
      const card = dashboard.card('Referencing')
      await hand.press(card.getByRole('button', { name: 'See waiting (5)' }))

      const list = dashboard.dialog('Requests waiting for administrator (OAIS)')
      const requests = list.getByRole('grid')
      await expect(dashboard.rows(requests)).toHaveCount(5)
      for (const place of [2, 3]) await hand.mark(requests, requests.locator(`[role=row][aria-rowindex="${place}"]`))
      await hand.press(list.getByRole('button', { name: 'Decide for selected (2)' }))
      const decision = dashboard.dialog('Choose versioning')
      await hand.pick(decision.getByRole('radio', { name: /^Replace/ }))
      await hand.press(decision.getByRole('button', { name: 'Apply', exact: true }))
      await expect(decision).toBeHidden()
      const decisions = world.received('rs-ingest/requests/versioning')
      expect(decisions.map(({ method }) => method)).toEqual(['PUT'])
      await dashboard.untilShown(soon => expect(dashboard.rows(requests)).toHaveCount(3, soon))

      await hand.leave(list.getByRole('button', { name: 'Close the list' }))
      await expect(list).toBeHidden()
      await dashboard.untilShown(async soon => {
        await expect(card.getByRole('button', { name: 'See waiting (3)' })).toBeVisible(soon)
        await expect(row.getByRole('img', { name: '3 waiting' })).toBeVisible(soon)
      })
    })

    test('a wrong delivery is deleted, and never by two absent-minded clicks', async ({ dashboard, page, world }) => {
      await dashboard.signIn('lead')
      await hand.search(page, '2025-05-01')
      await hand.open(dashboard.sessions, dashboard.row(dashboard.sessions, '2025-05-01, scan-alpha'))
      const drawer = dashboard.drawer('scan-alpha', '2025-05-01')
      const open = drawer.getByRole('button', { name: 'Delete products' })
      const dialog = dashboard.dialog('Delete products of 2025-05-01')
      const confirm = dialog.getByRole('button', { name: 'Delete permanently' })
      const sent = () => world.requests.filter(({ method }) => method === 'DELETE')

      await hand.press(open)
      await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
      await hand.pressAnyway(confirm)
      await expect(dialog).toContainText('Type the exact name to enable deletion.')
      await hand.write(dialog.getByRole('textbox'), '2025-05-0')
      await hand.pressAnyway(confirm)
      await expect(dialog).toContainText('Type the exact name to enable deletion.')
      expect(sent()).toEqual([])

      await expect(dialog).toContainText('100 referenced products (OAIS)')
      await hand.write(dialog.getByRole('textbox'), '2025-05-01')
      await expect(confirm).toHaveAttribute('aria-disabled', 'false')
      await hand.press(confirm)
      await expect(dialog).toBeHidden()
      expect(sent()).toHaveLength(1)
      const progress = drawer.getByRole('group', { name: 'Deletion progress' })
      await dashboard.untilShown(async soon => {
        await expect(progress).toContainText('Referenced (OAIS): 0 of 100 left', soon)
      })
      expect(sent()).toHaveLength(1)
    })
  })
}
