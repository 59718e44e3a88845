/** The columns of the lists in a browser: chosen in a menu, kept over a reload, each with room for its head and its figures at every width. */
import type { Page } from '@playwright/test'
import { aWorld } from '@tests/support/a-world'
import { DIALOG, expectNoSideways, expectNoViolations } from './support/axe'
import { expect, test } from './support/dashboard'
import { expectNoCutFigure } from './support/figures'

const WIDTHS = [1920, 1440, 1280, 1024, 900, 600, 390, 320] as const
const MANY = 2_000_000_000

function scenario() {
  let world = aWorld()
  for (const n of [3, 999_999, MANY])
    world = world.withSession(`source-${n}/run`, s =>
      s
        .oais({ done: n, errors: n, running: n, waiting: n, ignored: n })
        .storage({ done: n, errors: n, refused: n })
        .catalog({ indexed: n })
        .changed('59m'),
    )
  return world
}

test.use({ seed: scenario() })

/** Runs in the page: the heads that are shown and do not hold their words whole. */
const cutHeads = () =>
  [...document.querySelectorAll<HTMLElement>('[role=columnheader] span')]
    .filter(({ clientWidth, scrollWidth }) => clientWidth > 0 && scrollWidth > clientWidth)
    .map(({ textContent }) => textContent)

/** Shows every column that the menu offers. */
async function showAll(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click()
  const left = page.getByRole('dialog', { name }).getByRole('checkbox', { checked: false })
  await expect(left.first()).toBeVisible()
  for (let n = await left.count(); n > 0; n--) await left.first().check()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('columns are chosen in a menu, by keys, in French, and a reload finds them: nothing moves after the first row', async ({
  dashboard,
  page,
}) => {
  await dashboard.signIn('operator', '?sessionSort=source,asc')
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByRole('button', { name: 'Français' }).click()
  const open = page.getByRole('button', { name: 'Colonnes des sessions' })
  const box = await open.boundingBox()
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24)
  await open.focus()
  await page.keyboard.press('Enter')
  const menu = page.getByRole('dialog', { name: 'Colonnes des sessions' })
  await expect(menu.getByRole('checkbox', { name: 'Créée largeur insuffisante' })).toBeChecked()
  await expectNoViolations(page, 'menu of columns', DIALOG)
  await menu.getByRole('checkbox', { name: 'Statut' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(menu.getByRole('checkbox', { name: 'En erreur' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(open).toBeFocused()
  const heads = page.getByRole('grid', { name: 'Sessions' }).getByRole('columnheader')
  await expect(heads).toHaveText([/^Nom/, /^En erreur/, /^Statut/, /^Source/, /^Modifiée/])
  const shown = await heads.allTextContents()
  expect(page.url()).not.toContain('errors')
  await page.goto(page.url().replace(/\?.*/, ''))
  await dashboard.expectLists()
  expect(await heads.allTextContents()).toEqual(shown)
  await expect(page.getByRole('columnheader', { name: 'Source', exact: true })).toHaveCount(1)
  await expectNoViolations(page, 'chosen columns')
})

test('every column at once: no figure and no head is cut at any width', async ({ dashboard, page }) => {
  await dashboard.signIn()
  for (const list of ['sources', 'sessions']) await showAll(page, `Columns of ${list}`)
  for (const language of ['en', 'fr']) {
    if (language === 'fr') {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.getByRole('button', { name: 'Français' }).click()
    }
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expectNoCutFigure(page, `all columns, ${language}`, WIDTHS)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      expect.soft(await page.evaluate(cutHeads), `heads at ${width}, ${language}`).toEqual([])
      await expectNoSideways(page, `${width}, ${language}`)
    }
  }
})

test('rows of two lines show what they always do, whatever was chosen', async ({ dashboard, page }) => {
  await dashboard.signIn()
  await page.getByRole('button', { name: 'Columns of sessions' }).click()
  const menu = page.getByRole('dialog', { name: 'Columns of sessions' })
  for (const name of ['Status', 'Source', 'Updated']) await menu.getByRole('checkbox', { name }).uncheck()
  await page.keyboard.press('Escape')
  await expect(dashboard.sessions.getByRole('columnheader', { name: 'Status' })).toHaveCount(0)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('tab', { name: 'Sessions' }).click()
  const row = dashboard.row(dashboard.sessions, /^run, source-3$/)
  await expect(row.getByTitle('6 errors')).toBeVisible()
  await expect(row.getByText('source-3')).toBeVisible()
  await expect(row.getByText(/^no change/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Columns of sessions' })).toHaveCount(0)
})
