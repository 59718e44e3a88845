/** The bar over the page and the head of a session: nothing in them gives way to what is said beside it. */
import type { Locator } from '@playwright/test'
import { expect, test } from './support/dashboard'
import { FAILED_REQUEST } from './support/watch'

const boxOf = async (one: Locator) => (await one.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }

test('an outage takes no room from the bar, and its words are whole, at every width', async ({
  dashboard,
  page,
  world,
  watched,
}) => {
  watched.allow(FAILED_REQUEST)
  const WIDTHS = [1920, 1280, 1100, 720, 390, 340]
  const user = page.getByRole('button', { name: /^User / })
  const places = async () => {
    const found = []
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 700 })
      found.push([await boxOf(dashboard.refresh), await boxOf(user)])
    }
    return found
  }
  await dashboard.signIn()
  const before = await places()
  // One line: the first and the last control stand beside each other, inside the window.
  before.forEach(([refresh, last], place) => {
    expect(last?.y).toBe(refresh?.y)
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(WIDTHS[place] ?? 0)
  })
  world.faults.outage()
  await dashboard.refresh.click()
  const alert = page.getByRole('alert')
  await expect(alert).toHaveText(/^REGARDS unavailable since/)
  expect(await places()).toEqual(before)
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 700 })
    expect(await alert.evaluate(({ parentElement: box }) => (box?.scrollHeight ?? 0) - (box?.clientHeight ?? 0))).toBe(
      0,
    )
  }
})

test('the way out of a session stays at the right of its name, and what has no room goes below', async ({
  dashboard,
  page,
}) => {
  await dashboard.enter('operator', '?source=sensor-b&session=2025-05-02')
  for (const width of [1440, 1024, 390, 360]) {
    await page.setViewportSize({ width, height: 800 })
    const close = page.getByRole('button', { name: 'Close', exact: true })
    const heading = page.getByRole('heading', { name: /sensor-b/ })
    await expect(page.getByRole('button', { name: 'Delete products' })).toBeVisible()
    await expect
      .poll(async () => {
        const [head, way] = [await boxOf(heading), await boxOf(close)]
        return width - way.x - way.width <= 16 && way.y < head.y + head.height
      }, `at ${width}`)
      .toBe(true)
  }
})

test('where colours are forced, what is blocked, done and in error can be told apart', async ({ dashboard, page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await dashboard.signInAt('sensor-b', '2025-05-02')
  const colour = (one: Locator, name: 'color' | 'background') =>
    one.evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name)
  const drawer = dashboard.drawer('sensor-b', '2025-05-02')
  const [blocked, free] = [
    drawer.getByRole('button', { name: /^Previous/ }),
    drawer.getByRole('button', { name: /^Next/ }),
  ]
  await expect(blocked).toHaveAttribute('aria-disabled', 'true')
  expect(await colour(blocked, 'color')).not.toBe(await colour(free, 'color'))
  const bar = dashboard.card('Referencing').getByRole('progressbar')
  const grounds = [bar, bar.locator('[data-part=done]'), bar.locator('[data-part=errors]')]
  expect(new Set(await Promise.all(grounds.map(one => colour(one, 'background')))).size).toBe(3)
})
