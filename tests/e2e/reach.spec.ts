/** Every row can be reached: ties that the database orders anew on each page, rows of other sessions, a session without a name. */
import { aWorld } from '@tests/support/a-world'
import { expect, test } from './support/dashboard'

const COUNT = 400

const scenario = () =>
  aWorld()
    .withSession('A/day-1', s => s.oais({ done: 3 }).changed('1m'))
    .withSession('A/day-10', s => s.oais({ done: 5 }).changed('1m'))
    .withSession({ source: 'A', name: '' }, s => s.oais({ done: 4, errors: 2 }).changed('1m'))
    .withSessions(COUNT, 'ties/run', s => s.oais({ done: 1 }))

test.use({ seed: scenario() })

test('a whole list of one source, sorted by source, is scrolled and every row is seen once', async ({ dashboard }) => {
  await dashboard.signIn('operator', '?sessionSort=source,desc')
  const { sessions } = dashboard
  await expect(sessions).toHaveAttribute('aria-rowcount', String(COUNT + 4))
  const seen = new Map<number, string>()
  for (let top = 0; top < COUNT + 3; top += 8) {
    await sessions.evaluate((grid, y) => grid.scrollTo({ top: y }), top * 32)
    // The first and the last row in view; those drawn around them are read once they come into view.
    for (const row of [top, top + 15]) {
      const place = Math.min(row, COUNT + 2) + 2
      await expect(sessions.locator(`[aria-rowindex="${place}"]`)).not.toHaveAttribute('aria-label', /loading$/)
    }
    const drawn = await sessions
      .locator('[aria-rowindex]')
      .evaluateAll(rows => rows.map(row => [row.getAttribute('aria-rowindex'), row.getAttribute('aria-label')]))
    for (const [index, name] of drawn) if (name?.includes('run-') === true) seen.set(Number(index), name)
  }
  expect(new Set(seen.values()).size).toBe(COUNT)
  expect(seen.size).toBe(COUNT)
})

test('products of a session are its own, and those of similar names are told apart', async ({ dashboard, page }) => {
  await dashboard.signInAt('A', 'day-1')
  await dashboard.card('Referencing').getByRole('button', { name: 'See referenced products (3)' }).click()
  const dialog = dashboard.dialog('Referenced products (OAIS)')
  await expect(dialog.getByText('3 rows', { exact: true })).toBeVisible()
  await expect(dialog.getByText('5 rows from other sessions, hidden')).toBeVisible()
  await expect(dashboard.rows(dialog.getByRole('grid'))).toHaveCount(3)
  await page.screenshot({ path: 'test-results/reach-products.png' })
})

test('a session with an empty name is found, opened, and opened again by its address', async ({ dashboard, page }) => {
  await dashboard.signIn('operator', '?source=A')
  await dashboard.row(dashboard.sessions, '(empty name)').click()
  await expect(dashboard.drawer('A', '(empty name)')).toBeVisible()
  await expect(dashboard.card('Referencing')).toContainText('4')
  await expect(page).toHaveURL(/session=&/)
  await page.screenshot({ path: 'test-results/reach-empty-name.png' })
  await page.reload()
  await expect(dashboard.drawer('A', '(empty name)')).toBeVisible()
})
