/** In the lists no badge is cut and none is silently missing, and the focused row says its name whole. */
import { aWorld } from '@tests/support/a-world'
import type { Locator } from '@playwright/test'
import { expect, test } from './support/dashboard'

const LONG = `mission-${'abcdefghij'.repeat(6)}-2025-05-02`
const WORDS = ['12,345 errors', '12,345 running', '12,345 waiting']

test.use({
  seed: aWorld()
    .withSession('busy/night', s =>
      s.feature({ errors: { CREATION: 12_345 }, running: { CREATION: 12_345 } }).oais({ waiting: 12_345, done: 12 }),
    )
    .withSession({ source: 'calm', name: LONG }, s => s.oais({ done: 3, errors: 2 })),
})

/** The images of a row that can be seen, each wholly inside its cell, by their names. */
async function badgesOf(row: Locator): Promise<readonly string[]> {
  const cell = (await row.getByRole('gridcell').nth(1).boundingBox()) ?? { x: 0, width: 0 }
  const names: string[] = []
  for (const badge of await row.getByRole('img').all()) {
    const box = await badge.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(cell.x - 1)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(cell.x + cell.width + 1)
    names.push(((await badge.getAttribute('aria-label')) ?? '').replace('More: ', ''))
  }
  return names
}

test('three badges are there at each width, or a sign that says what has no room', async ({ dashboard, page }) => {
  await dashboard.signIn()
  for (const width of [1920, 1440, 1280, 1024, 900]) {
    await page.setViewportSize({ width, height: 900 })
    for (const row of [dashboard.row(dashboard.sources, 'busy'), dashboard.row(dashboard.sessions, 'night, busy')]) {
      // Rows of one and of two lines change into each other while the window does.
      await expect(async () => {
        const names = await badgesOf(row)
        expect(names.join(', '), `${width}`).toBe(WORDS.join(', '))
        if (width >= 1280) expect(names, `${width}`).toEqual(WORDS)
      }).toPass({ timeout: 10_000 })
    }
  }
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    const row = dashboard.row(dashboard.sessions, 'night, busy')
    await expect(async () => {
      expect((await badgesOf(row)).join(', '), `${width}`).toBe(WORDS.join(', '))
    }).toPass({ timeout: 10_000 })
    for (const name of ['Name', 'Source', 'Created', 'Updated'])
      await expect(dashboard.sessions.getByRole('columnheader', { name })).toBeInViewport({ ratio: 1 })
  }
})

test('a sort is still said where its column has no room', async ({ dashboard, page }) => {
  await dashboard.signIn('operator', '?sourceSort=nbSessions,desc')
  await page.setViewportSize({ width: 1024, height: 900 })
  const head = dashboard.sources.getByRole('columnheader', { name: 'Sessions' })
  await expect(head).toBeInViewport({ ratio: 1 })
  await expect(head).toHaveAttribute('aria-sort', 'descending')
})

test('a long name keeps its end, is read once, and is whole in the focused row', async ({ dashboard, page }) => {
  await dashboard.signIn('operator', '?source=calm')
  const row = dashboard.row(dashboard.sessions, LONG)
  const link = row.getByRole('link', { name: LONG, exact: true })
  expect(await link.innerText()).toBe(LONG)
  const before = await row.boundingBox()
  await page.keyboard.press('F6')
  await row.focus()
  await expect(row).toBeFocused()
  expect(await link.evaluate(one => one.scrollWidth <= one.clientWidth + 1)).toBe(true)
  await expect(link.getByText(LONG)).toHaveCSS('opacity', '1')
  expect(await row.boundingBox()).toEqual(before)
  await page.screenshot({ path: 'test-results/long-name-focused.png' })
})
