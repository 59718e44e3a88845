/** The range of time in a real browser: by keys, in both languages, without moving what is there, at every width. */
import { aWorld } from '@tests/support/a-world'
import { expectNoSideways, expectNoViolations } from './support/axe'
import { expect, test } from './support/dashboard'

test.use({
  seed: aWorld()
    .withSession('scan-alpha/now', s => s.oais({ done: 1 }).changed('1m'))
    .withSession('scan-alpha/failed', s => s.oais({ errors: 1 }).changed('5h'))
    .withSession('sensor-b/before', s => s.oais({ done: 1 }).changed('3d'))
    .withSession('sensor-b/old', s => s.oais({ done: 1 }).changed('9d')),
})

test('a range is chosen by keys, is in the address, and Back leaves it; a moment has a field of its own', async ({
  dashboard,
  page,
}) => {
  await dashboard.signIn()
  const sessions = page.getByRole('grid', { name: 'Sessions' })
  const range = page.getByRole('combobox', { name: 'Updated' })
  await expect(range).toBeVisible()
  await page.getByRole('combobox', { name: 'Search a session' }).focus()
  await page.keyboard.press('Tab')
  await expect(range).toBeFocused()
  await page.keyboard.press('L')
  await expect(range).toHaveValue('24h')
  await expect(dashboard.rows(sessions)).toHaveCount(2)
  expect(new URL(page.url()).search).toBe('?sessionSince=24h')
  await expect(dashboard.state('sessions', 'Error')).toHaveAttribute('title', /^Counted by the dashboard: 2 sessions/)
  await expectNoViolations(page, 'a range of time')
  await page.goBack()
  await expect(dashboard.rows(sessions)).toHaveCount(4)
  await range.selectOption({ label: 'Since…' })
  const moment = page.getByLabel(/^Updated since, /)
  await expect(moment).toBeVisible()
  await moment.fill('2020-01-01T00:00')
  await expect(dashboard.rows(sessions)).toHaveCount(4)
  await expect(page).toHaveURL(/sessionSince=20(19|20)-/)
  await expectNoViolations(page, 'since a moment')
  await page.getByRole('button', { name: 'Français' }).click()
  await expect(page.getByRole('combobox', { name: 'Modifiée' })).toBeVisible()
  await expectNoViolations(page, 'since a moment, in French')
})

test('it takes its place without moving the rows, and has room at every width, dark too', async ({
  dashboard,
  page,
}) => {
  await dashboard.signIn('operator', '?sessionSince=7d')
  const widths = [1920, 1280, 1024, 390, 320]
  const places = widths.flatMap(width => ['7d', '2020-01-01'].map(since => ({ width, since })))
  for (const { width, since } of places) {
    await page.setViewportSize({ width, height: 844 })
    await dashboard.open(`?sessionSince=${since}`)
    const sessions = page.getByRole('grid', { name: 'Sessions' })
    await expect(dashboard.rows(sessions)).toHaveCount(since === '7d' ? 3 : 4)
    const top = async () => (await sessions.boundingBox())?.y
    const before = await top()
    const range = page.getByRole('combobox', { name: 'Updated' })
    await expect(range).toBeVisible()
    expect(await top()).toBe(before)
    expect((await range.boundingBox())?.height).toBeGreaterThanOrEqual(24)
    await expectNoSideways(page, `a range of time since ${since} at ${width} px`)
  }
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByRole('combobox', { name: 'Updated' }).selectOption({ label: 'Since…' })
  await expect(page.getByLabel(/^Updated since, /)).toBeVisible()
  await expectNoSideways(page, 'since a moment at 390 px')
  await expectNoViolations(page, 'since a moment at 390 px, dark')
})
