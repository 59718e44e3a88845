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
