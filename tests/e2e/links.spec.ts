/** Addresses and tabs: a pasted link opens what it names, and what one tab does to another. */
import { Dashboard, expect, test } from './support/dashboard'
import { FAILED_REQUEST } from './support/watch'

const address = (source: string, session: string) => `?${new URLSearchParams({ source, session }).toString()}`

test('a pasted link opens its session after sign-in, wherever it is in the list', async ({ dashboard, page }) => {
  await dashboard.signInByForm('operator', address('sensor-b', '2025-04-30'))
  await expect(dashboard.drawer('sensor-b', '2025-04-30')).toBeVisible()
  await expect(dashboard.card('Referencing')).toBeVisible()
  await expect(page).toHaveURL(/source=sensor-b/)
})

test('a pasted link to a deleted session says so, and the board works', async ({ dashboard, page, watched }) => {
  watched.allow(FAILED_REQUEST)
  await dashboard.signIn('operator', `${address('sensor-b', 'never was')}&id=999999`)
  await expect(page.getByText('This session no longer exists (deleted or purged)')).toBeVisible()
  await expect(dashboard.rows(dashboard.sessions).first()).toBeVisible()
})

test('reload and Back keep what is shown', async ({ dashboard, page }) => {
  await dashboard.signIn()
  await dashboard.row(dashboard.sources, 'scan-alpha').click()
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(4)
  await dashboard.row(dashboard.sessions, 'day-1').click()
  await expect(dashboard.drawer('scan-alpha', 'day-1')).toBeVisible()
  await page.reload()
  await expect(dashboard.drawer('scan-alpha', 'day-1')).toBeVisible()
  await page.goBack()
  await expect(dashboard.drawer('scan-alpha', 'day-1')).toBeHidden()
  await expect(page).toHaveURL(/source=scan-alpha/)
})

test('signing out in one tab empties the other within a second', async ({
  dashboard,
  page,
  context,
  front,
  watched,
  world,
}) => {
  await dashboard.signIn()
  const other = await context.newPage()
  // Each tab has its own token.
  await new Dashboard(other, front, world, watched).signIn()
  await expect(other.getByRole('grid', { name: 'Sessions' })).toContainText('day-1')

  await page.getByRole('button', { name: /^User/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(other.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible({ timeout: 2000 })
  await expect(other.locator('body')).not.toContainText('day-1')
})

test.describe('with 100 000 sessions', () => {
  test.use({ seed: 'huge' })

  test('the end of the list is reached at once, and the document never holds more than 150 rows', async ({
    dashboard,
    page,
    world,
  }) => {
    await dashboard.signIn()
    await expect(dashboard.sessions).toHaveAttribute('aria-rowcount', '100001')
    const rows = page.getByRole('row')
    expect(await rows.count()).toBeLessThanOrEqual(150)

    await dashboard.rows(dashboard.sessions).first().focus()
    await page.keyboard.press('Control+End')
    await expect(dashboard.row(dashboard.sessions, /^run-0001, mission-/).first()).toBeVisible()
    expect(await rows.count()).toBeLessThanOrEqual(150)
    // Only pages in view were asked: the first, and those at the end.
    expect(world.received('rs-admin/sessions?').length).toBeLessThan(8)

    await page.keyboard.press('Control+Home')
    await expect(dashboard.row(dashboard.sessions, /^run-0500, mission-/).first()).toBeVisible()
  })
})
