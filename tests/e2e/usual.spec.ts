/** The last sessions of a source, what is far from the usual and two sessions side by side, in a browser: seen, reached and printed. */
import { aWorld } from '@tests/support/a-world'
import { DIALOG, expectNoSideways, expectNoViolations } from './support/axe'
import { expect, test } from './support/dashboard'

/** Twelve runs of A: the newest is far from those before; and sources enough to fill more than one view. */
function scenario() {
  let world = aWorld()
  for (let n = 12; n > 1; n--)
    world = world.withSession(`A/run-${n}`, s =>
      (n === 5
        ? s.oais({ done: 90, waiting: 3 })
        : n === 6
          ? s.oais({ done: 40, ignored: 7 })
          : s.oais({ done: 10 * n })
      )
        .catalog({ indexed: 10 * n })
        .changed(`${n}h`),
    )
  world = world.withSession('A/run-1', s =>
    s.oais({ done: 9, errors: 30 }).storage({ done: 12, errors: 2 }).changed('1h'),
  )
  for (let n = 0; n < 60; n++)
    world = world.withSession(`source-${n}/one`, s => s.oais({ done: n }).changed(`${n + 20}h`))
  return world
}

test.use({ seed: scenario() })

const WIDTHS = [1920, 1440, 1280, 1024, 900, 600, 390] as const

test('the pulse of a source is reached by keys, leads to its sessions, and asks for no row that is not in view', async ({
  dashboard,
  page,
  world,
}) => {
  await page.setViewportSize({ width: 1920, height: 900 })
  await dashboard.signIn('operator', '?source=A')
  const marks = page.getByRole('list', {
    name: /^Last 10 sessions of A: 1 in error, 1 waiting, 1 Ok with products left out, 7 Ok$/,
  })
  await expect(marks.getByRole('link')).toHaveCount(10)
  const inRow = dashboard.row(dashboard.sources, 'A').getByRole('group', { name: /^Last 10 sessions of A/ })
  await expect(inRow.getByRole('link')).toHaveCount(10)
  const asked = () => world.received('rs-admin/sessions?').filter(({ url }) => url.includes('size=10&'))
  await expect.poll(() => asked().length).toBeGreaterThan(5)
  await page.waitForLoadState('networkidle')
  const view = await dashboard.sources.evaluate(
    grid =>
      [...grid.querySelectorAll('[role=row][data-index]')].filter(
        row => row.getBoundingClientRect().top < grid.getBoundingClientRect().bottom,
      ).length,
  )
  expect(asked().length).toBeLessThanOrEqual(view)

  const newest = marks.getByRole('link').last()
  await newest.focus()
  await expect(page.getByRole('tooltip')).toHaveText(/^run-1: 9 products, 32 in error\. Created /)
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('tooltip').filter({ hasText: /^run-2: 20 products, Ok\. Created / })).toBeVisible()
  await expect(page.getByRole('tooltip')).toHaveCount(1)
  await expectNoViolations(page, 'pulse')
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'A / run-10' })).toBeVisible()
  await expect(marks.getByRole('link').first()).toBeFocused()
})

test('marks differ in shape, and in colours that are forced they are seen', async ({ dashboard, page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await dashboard.signIn('operator', '?source=A')
  const marks = page.getByRole('list', { name: /^Last 10 sessions of A/ })
  await expect(marks.getByRole('link')).toHaveCount(10)
  const fills = await marks.locator('svg').evaluateAll(all => all.map(one => getComputedStyle(one).fill))
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(new Set(fills).size).toBe(1)
  expect(fills[0]).not.toBe(ground)
  const signs = await marks
    .locator('a')
    .evaluateAll(all => all.map(one => one.querySelector('path')?.getAttribute('d')?.slice(-12) ?? ''))
  expect(new Set(signs).size).toBe(4)
})

test('what is far from the usual is one line that opens, and is printed whole', async ({ dashboard, page }) => {
  await dashboard.signInAt('A', 'run-1')
  const part = page.getByRole('region', { name: 'Against the usual' })
  const line = part.locator('summary')
  await expect(line).toHaveText(/^\d figures far from usual: .*\(compared with 5 sessions\)$/)
  const table = part.getByRole('table')
  await expect(table).toBeHidden()
  await line.focus()
  await page.keyboard.press('Enter')
  await expect(table.getByRole('row', { name: /^OAIS Errors 30 none \+30$/ })).toBeVisible()
  await expectNoViolations(page, 'against the usual')
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await expect(line).toBeVisible()
    // Below 900 px the session is a dialog, drawn anew.
    if (!(await table.isVisible())) await line.click()
    await expect(table).toBeVisible()
    await expectNoSideways(page, `against the usual, ${width}`)
  }
  await line.click()
  await expect(table).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(table).toBeVisible()
})

test('two sessions are compared in a dialog, by keys, in French, at every width', async ({ dashboard, page }) => {
  await dashboard.signInAt('A', 'run-1')
  await page.getByRole('button', { name: 'Français' }).click()
  const open = page.getByRole('button', { name: 'Comparer…' })
  await open.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Comparer deux sessions' })
  const field = dialog.getByRole('combobox', { name: 'Comparer à la session' })
  await expect(field).toHaveValue('run-2')
  await expect(dialog.getByRole('row', { name: /^En erreur 0 30 \+30$/ })).toBeVisible()
  await field.fill('run-1')
  await dialog.getByRole('option', { name: 'run-11' }).click()
  await expect(dialog.getByRole('row', { name: /^Sortie \(produits\) 110 9 −101$/ })).toBeVisible()
  await dialog.getByRole('button', { name: 'Comparer les causes' }).click()
  await expect(dialog.getByRole('table', { name: 'OAIS' })).toBeVisible()
  await expect(dialog.getByText('REGARDS ne liste pas les erreurs par session pour Stockage')).toBeVisible()
  await expectNoViolations(page, 'comparison', DIALOG)
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await expect(open.or(dialog).first()).toBeAttached()
    if ((await dialog.count()) === 0) await open.click()
    await expect(dialog.getByRole('row', { name: /^Sortie \(produits\)/ }).first()).toBeVisible()
    const isCut = await dialog.evaluate(one =>
      [...one.querySelectorAll('td, th, table')].some(cell => cell.scrollWidth > cell.clientWidth + 1),
    )
    expect(isCut, `${width}`).toBe(false)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})
