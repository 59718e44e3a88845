/** Back and a reload return to the place in the list: the row at the top is the one that was there. */
import type { Locator, Page } from '@playwright/test'
import { aWorld } from '@tests/support/a-world'
import { expect, test } from './support/dashboard'

const scenario = () =>
  aWorld()
    .withSessions(600, 'many/run', s => s.oais({ done: 1 }))
    .withSession('few/one', s => s.oais({ done: 1, errors: 400 }).changed('20h'))

test.use({ seed: scenario() })

const topRow = (grid: Locator) =>
  grid.evaluate(element => {
    const { top } = element.getBoundingClientRect()
    const rows = [...element.querySelectorAll<HTMLElement>('[role=row][data-index]')]
      .map(row => ({ name: row.getAttribute('aria-label'), top: row.getBoundingClientRect().top - top }))
      .filter(row => row.top >= 31)
      .sort((a, b) => a.top - b.top)
    return rows[0]?.name ?? ''
  })

async function scrollTo(grid: Locator, row: number): Promise<string> {
  await grid.evaluate((element, y) => element.scrollTo({ top: y }), row * 32)
  await expect.poll(() => topRow(grid)).not.toBe('')
  await expect(grid.locator(`[data-index="${row + 2}"]`)).not.toHaveAttribute('aria-label', /loading$|chargement$/)
  return topRow(grid)
}

/** The places that the tab keeps, as text: they are written some time after a list has come to rest. */
const places = (page: Page) =>
  page.evaluate(() => Object.entries<string>(sessionStorage).find(([name]) => name.includes('places'))?.[1] ?? '')

/** Waits until a list is known to have this row at its top. */
const untilKept = (page: Page, row: number) => expect.poll(() => places(page)).toContain(`"index":${row},`)

for (const language of ['en', 'fr'] as const) {
  test(`F5 keeps the place in the list, with the drawer open too, ${language}`, async ({ dashboard, page }) => {
    await dashboard.signIn()
    if (language === 'fr') await page.getByRole('button', { name: 'Français' }).click()
    const grid = dashboard.sessions
    const before = await scrollTo(grid, 420)
    await untilKept(page, 420)
    await page.reload()
    await expect.poll(() => topRow(grid)).toBe(before)
    const kept = await places(page)
    await grid.getByRole('row', { name: before, exact: true }).click()
    await expect(page.getByRole('region', { name: /^many \/ run/ })).toBeVisible()
    const opened = await topRow(grid)
    await expect.poll(() => places(page)).not.toBe(kept)
    await page.reload()
    await expect(page.getByRole('region', { name: /^many \/ run/ })).toBeVisible()
    await expect.poll(() => topRow(grid)).toBe(opened)
    await expect(grid.locator('[aria-selected=true]')).toBeInViewport()
  })
}

test('Back from another source returns to the row one was at', async ({ dashboard, page }) => {
  await dashboard.signIn()
  const before = await scrollTo(dashboard.sessions, 300)
  await dashboard.row(dashboard.sources, 'few').click()
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(1)
  await page.goBack()
  await expect.poll(() => topRow(dashboard.sessions)).toBe(before)
  await page.goForward()
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(1)
})

test('Back to before a session was opened returns to the row one was at, wherever one scrolled since', async ({
  dashboard,
  page,
}) => {
  await dashboard.signIn()
  const grid = dashboard.sessions
  const before = await scrollTo(grid, 300)
  await grid.getByRole('row', { name: before, exact: true }).click()
  await expect(page.getByRole('region', { name: /^many \/ run/ })).toBeVisible()
  // Opening moves nothing, and the list stays the reader's while the session is open.
  expect(await topRow(grid)).toBe(before)
  await scrollTo(grid, 20)
  await page.goBack()
  await expect.poll(() => topRow(grid)).toBe(before)
})

test('the row is found again though sessions have come above it meanwhile', async ({ dashboard, page, world }) => {
  await dashboard.signIn('operator', '?source=many')
  const before = await scrollTo(dashboard.sessions, 247)
  await untilKept(page, 247)
  for (let n = 0; n < 30; n++)
    world.archive.addSession({ source: 'many', name: `new-${n}`, recipe: [], updatedAt: world.archive.now })
  await page.reload()
  await expect(dashboard.sessions).toHaveAttribute('aria-rowcount', '631')
  await expect.poll(() => topRow(dashboard.sessions)).toBe(before)
})

test('an open list of records is reloaded at its place, read as far as it must be', async ({ dashboard, page }) => {
  await dashboard.enter('operator', '?source=few&session=one&records=oaisErrors')
  const grid = page.getByRole('dialog').getByRole('grid')
  await expect(grid.getByRole('row').nth(3)).toBeVisible()
  for (const row of [40, 90, 140, 190, 240]) {
    await grid.evaluate((element, y) => element.scrollTo({ top: y }), row * 32)
    await expect(grid.locator(`[data-index="${row}"]`)).not.toHaveAttribute('aria-label', /loading$/)
  }
  const before = await topRow(grid)
  await untilKept(page, 240)
  await page.reload()
  await expect.poll(() => topRow(grid)).toBe(before)
})

test('a list in a tab without storage starts at its top, and works', async ({ dashboard, page }) => {
  await page.addInitScript(() => {
    const refusing = new Proxy(sessionStorage, {
      get: (storage, name) => {
        if (name === 'setItem')
          return (key: string, text: string) => {
            if (key.includes('places')) {
              document.documentElement.dataset['refused'] = 'true'
              throw new DOMException('refused', 'QuotaExceededError')
            }
            storage.setItem(key, text)
          }
        const value: unknown = Reflect.get(storage, name)
        return typeof value === 'function' ? (value.bind(storage) as unknown) : value
      },
    })
    Object.defineProperty(window, 'sessionStorage', { value: refusing })
  })
  await dashboard.signIn()
  await scrollTo(dashboard.sessions, 200)
  await expect(page.locator('html')).toHaveAttribute('data-refused', 'true')
  await page.reload()
  await expect(dashboard.row(dashboard.sessions, 'run-0, many')).toBeVisible()
})
