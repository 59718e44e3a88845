/** Printing, or "save as PDF": the open session, whole, in light colours, with the date of its figures and its bars. */
import { expect, test } from './support/dashboard'

test.use({ colorScheme: 'dark' })

test('an open session is printed whole, without the lists, in light colours', async ({ dashboard, page }) => {
  await dashboard.signInAt('sensor-b', '2025-05-02')
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const dark = await ground()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  expect(await ground()).not.toBe(dark)
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'light')

  await expect(dashboard.sources).toBeHidden()
  await expect(dashboard.sessions).toBeHidden()
  await expect(page.getByRole('button', { name: 'Close', exact: true })).toBeHidden()
  await expect(dashboard.drawer('sensor-b', '2025-05-02')).toContainText(/\d \w+ 20\d\d, \d\d:\d\d:\d\d/)
  for (const card of await page.getByRole('article').all())
    expect(
      await card.evaluate(one => one.getBoundingClientRect().bottom <= document.documentElement.scrollHeight),
    ).toBe(true)
  for (const share of await page.locator('[role=progressbar] > [data-part]').all())
    expect(await share.evaluate(one => getComputedStyle(one).printColorAdjust)).toBe('exact')
  await page.screenshot({ path: 'test-results/print.png', fullPage: true })

  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  expect(await ground()).toBe(dark)
  await expect(dashboard.sessions).toBeVisible()
})

test('an open list is printed alone, with the date of its rows, and without what can be pressed', async ({
  dashboard,
  page,
}) => {
  await dashboard.enter('operator', '?source=scan-alpha&session=day-1&records=oaisErrors')
  const list = page.getByRole('dialog', { name: 'Requests in error (OAIS)' })
  await expect(list.getByRole('row', { name: /scan-alpha-6-000073/ })).toBeVisible()
  await page.emulateMedia({ media: 'print', colorScheme: 'light' })
  await expect(list.getByRole('row', { name: /scan-alpha-6-000073/ })).toBeVisible()
  await expect(list).toContainText(/\d \w+ 20\d\d, \d\d:\d\d:\d\d/)
  for (const hidden of [
    list.getByRole('button', { name: /^Close/ }),
    list.getByRole('button', { name: 'Export CSV' }),
    list.getByRole('button', { name: /^Relaunch selected/ }),
    list.getByRole('checkbox').first(),
    page.getByRole('article', { name: 'Referencing' }),
    page.locator('.MuiBackdrop-root'),
  ])
    await expect(hidden).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await expect(list.getByRole('button', { name: 'Export CSV' })).toBeVisible()
})

test('the session of a narrow screen is printed whole', async ({ dashboard, page }) => {
  await page.setViewportSize({ width: 390, height: 500 })
  await dashboard.enter('operator', '?source=sensor-b&session=2025-05-02')
  const last = page.getByRole('article', { name: 'Diffusion' })
  await expect(last).toBeAttached()
  await page.emulateMedia({ media: 'print' })
  expect(await last.evaluate(one => one.getBoundingClientRect().bottom <= document.documentElement.scrollHeight)).toBe(
    true,
  )
  await expect(page.getByRole('button', { name: 'Close', exact: true })).toBeHidden()
})
