/** The cards of a session: all in view at once, tables that scroll inside themselves, explanations that hide no button. */
import { aWorld } from '@tests/support/a-world'
import { expect, test } from './support/dashboard'

for (const session of ['2025-05-01', 'day-1', '2025-05-02'])
  test(`the four cards of ${session} fit in the drawer at 1440 by 900, in both languages`, async ({
    dashboard,
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await dashboard.signInAt('scan-alpha', session)
    for (const language of ['English', 'Français'] as const) {
      if (language === 'Français') await page.getByRole('button', { name: language }).click()
      await expect(page.locator('html')).toHaveAttribute('lang', language === 'English' ? 'en' : 'fr')
      await expect(page.getByRole('article')).toHaveCount(4)
      for (const card of await page.getByRole('article').all()) {
        const box = await card.boundingBox()
        expect(box).not.toBeNull()
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(900)
        const isScrolled = await card.evaluate(one => {
          const body = one.parentElement?.parentElement
          return body === undefined || body === null || body.scrollHeight > body.clientHeight
        })
        expect(isScrolled).toBe(false)
      }
    }
  })

test('a lone card takes the whole width', async ({ dashboard, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await dashboard.signInAt('A', 'day-1')
  expect((await dashboard.card('Acquisition').boundingBox())?.width).toBeGreaterThan(1300)
})

test.describe('a table of workers', () => {
  test.use({
    seed: aWorld().withSession('A/day-1', s =>
      s.workers({ 'geo.reproject-1.2': { error: 1234, invalid: 5, done: 6789, running: 7, dispatched: 8, retry: 9 } }),
    ),
  })

  test('scrolls inside itself by keys, by whole measures, with an edge where more is', async ({ dashboard, page }) => {
    await dashboard.signInAt('A', 'day-1')
    await page.setViewportSize({ width: 390, height: 844 })
    const table = page.getByRole('group', { name: 'By worker' })
    await expect(table).toHaveAttribute('data-more', 'end')
    // The figures leave the name the room it needs.
    const name = table.getByRole('rowheader')
    const lines = (element: Element) => new Set(Array.from(element.getClientRects(), ({ top }) => top)).size
    expect(await name.locator('bdi').evaluate(lines)).toBe(1)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    const cutFigures = () =>
      table.evaluate(box => {
        const { right } = box.getBoundingClientRect()
        // The measures scroll under the names.
        const left = box.querySelector('tbody th')?.getBoundingClientRect().right ?? 0
        return [...box.querySelectorAll('td')].filter(cell => {
          const { left: start, right: end } = cell.getBoundingClientRect()
          return (start < right - 2 && end > right + 2) || (start < left - 2 && end > left + 2)
        }).length
      })
    expect(await cutFigures()).toBe(0)
    const last = table.getByRole('columnheader').last()
    await table.focus()
    await expect(async () => {
      await page.keyboard.press('ArrowRight')
      await expect(table).toHaveAttribute('data-more', 'start', { timeout: 200 })
    }).toPass()
    await expect(last).toBeInViewport({ ratio: 0.95 })
    expect(await cutFigures()).toBe(0)
    // The name stays beside its figures.
    await expect(table.getByRole('rowheader')).toBeInViewport({ ratio: 0.95 })
  })
})

test('an explanation lets a click through to the button under it', async ({ dashboard, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await dashboard.signInAt('scan-alpha', '2025-05-01')
  const card = dashboard.card('Acquisition')
  await card.locator('[data-explained]').first().hover()
  const bubble = page.getByRole('tooltip')
  await expect(bubble).toBeVisible()
  const [over, button] = await Promise.all([
    bubble.boundingBox(),
    card.getByRole('button', { name: 'See chains' }).boundingBox(),
  ])
  if (over === null || button === null) throw new Error('Nothing to point at')
  const [x, y] = [button.x + button.width / 2, button.y + button.height / 2]
  expect(y).toBeGreaterThan(over.y)
  expect(y).toBeLessThan(over.y + over.height)
  await page.mouse.move(x, y, { steps: 8 })
  await expect(bubble).toHaveCount(0)
  await page.mouse.click(x, y)
  await expect(dashboard.dialog('Acquisition chains')).toBeVisible()
})
