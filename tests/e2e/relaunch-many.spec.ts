/** Many sessions relaunched at once, over the built application: by keys alone, on a telephone in French, over a lost sign-in, a reload and a second tab. */
import type { Page } from '@playwright/test'
import { aWorld } from '@tests/support/a-world'
import { DIALOG, expectNoSideways, expectNoViolations } from './support/axe'
import { expect, test } from './support/dashboard'
import { holdAnswers } from './support/hold-answers'
import { FAILED_REQUEST } from './support/watch'

const INGEST = 'rs-ingest/requests/retry'

const SIX = aWorld()
  .withSessions(6, 'A/day', s => s.oais({ done: 3, errors: 2 }))
  .withSession('B/asleep', s => s.scan({ errors: 1 }))

test.use({ seed: SIX })

const line = (page: Page) => page.getByRole('group', { name: 'Progress of the relaunch' })
const results = (page: Page) => page.getByRole('dialog', { name: 'Relaunch of many sessions' })

/** Selects all, and leads to the question. */
async function ask(page: Page, name = 'Select all matching (7)') {
  await page.getByRole('button', { name: 'Select', exact: true }).click()
  await page.getByRole('button', { name }).click()
  await page.getByRole('button', { name: 'Relaunch errors…' }).click()
  return page
    .getByRole('dialog', { name: 'Relaunch errors of 7 sessions' })
    .getByRole('button', { name: /^Relaunch \(/ })
}

test('by keys alone: rows selected, previewed, relaunched, looked at; and axe finds nothing', async ({
  dashboard,
  page,
  world,
}) => {
  await dashboard.signIn()
  const select = page.getByRole('button', { name: 'Select', exact: true })
  await select.focus()
  await page.keyboard.press('Enter')
  const bar = page.getByRole('group', { name: 'Selected sessions' })
  await expect(bar).toContainText('None selected')
  await dashboard.row(dashboard.sessions, /^day-0,/).focus()
  await page.keyboard.press(' ')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ ')
  await expect(bar).toContainText('3 selected')
  await expectNoViolations(page, 'selecting')
  const relaunch = bar.getByRole('button', { name: 'Relaunch errors…' })
  await relaunch.focus()
  await page.keyboard.press('Enter')
  const preview = page.getByRole('dialog', { name: 'Relaunch errors of 3 sessions' })
  await expect(preview).toContainText('5 errors in 3 sessions · 3 relaunches')
  await expectNoViolations(page, 'preview', DIALOG)
  await preview.getByRole('button', { name: 'Relaunch (5)' }).focus()
  await page.keyboard.press('Enter')
  await expect(results(page).getByText(/^Accepted/)).toHaveCount(3)
  await expectNoViolations(page, 'results', DIALOG)
  await page.keyboard.press('Escape')
  await expect(relaunch).toBeFocused()
  await dashboard.untilShown(timeout => expect(line(page)).toContainText('5 recovered', timeout))
  expect(world.received(INGEST)).toHaveLength(2)
})

test.describe('on a telephone, in French', () => {
  test.use({ locale: 'fr-FR', viewport: { width: 390, height: 844 }, seed: 'many' })

  test('everything has room, and axe finds nothing', async ({ dashboard, page }) => {
    await dashboard.enter('operator')
    await page.getByRole('button', { name: 'Sélectionner', exact: true }).click()
    const box = dashboard.rows(dashboard.sessions).first().getByRole('checkbox')
    await box.check()
    await expect(box).toBeInViewport({ ratio: 1 })
    await expect(page.getByText('1 sélectionnée')).toBeVisible()
    await page.getByRole('button', { name: 'Tout sélectionner (65)' }).click()
    await expect(page.getByText('65 sélectionnées')).toBeVisible()
    await expectNoSideways(page, 'selecting')
    await page.getByRole('button', { name: 'Relancer les erreurs…' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('Impossible : chaîne d’acquisition inactive')
    await expectNoSideways(page, 'preview')
    await expectNoViolations(page, 'preview', DIALOG)
    await dialog.getByRole('button', { name: /^Relancer \(/ }).click()
    await expect(dialog).toContainText('Accepté')
    await expectNoSideways(page, 'results')
    await dialog.getByRole('button', { name: 'Fermer' }).click()
    await expectNoSideways(page, 'line')
    await expectNoViolations(page, 'line')
  })
})

test('a lost sign-in stops it; signed in again, a click sends the rest, and nothing twice', async ({
  dashboard,
  page,
  world,
  watched,
}) => {
  watched.allow(FAILED_REQUEST)
  await dashboard.signIn()
  const confirm = await ask(page)
  const slow = await holdAnswers(page, /rs-ingest\/requests\/retry/)
  await confirm.dblclick()
  await expect.poll(() => world.received(INGEST).length).toBe(2)
  world.expireTokens()
  await slow.release()
  const again = page.getByRole('dialog', { name: 'Sign in again' })
  await again.getByLabel('Password', { exact: true }).fill('orbit-7')
  await again.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(again).toBeHidden()
  await expect(results(page)).toContainText('Paused: you were signed out')
  expect(world.received(INGEST)).toHaveLength(2)
  await results(page).getByRole('button', { name: 'Continue' }).click()
  await expect.poll(() => world.received(INGEST).length).toBe(6)
  await expect(results(page).getByText(/^Accepted/)).toHaveCount(7)
})

test('a reload finds it, and another tab that relaunches the same sends nothing a second time', async ({
  dashboard,
  page,
  world,
  context,
}) => {
  await dashboard.signIn()
  const confirm = await ask(page)
  const slow = await holdAnswers(page, /rs-ingest\/requests\/retry/)
  await confirm.click()
  await expect.poll(() => world.received(INGEST).length).toBe(2)
  await page.reload()
  await slow.release()
  await expect(line(page)).toContainText('Paused: the page was reloaded')
  expect(world.received(INGEST)).toHaveLength(2)
  await line(page).getByRole('button', { name: 'Continue' }).click()
  await expect.poll(() => world.received(INGEST).length).toBe(6)
  await expect(line(page)).toContainText('2 relaunches not fully accepted')

  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByRole('combobox', { name: 'Project' }).fill('demo')
  await other.getByRole('textbox', { name: 'E-mail' }).fill('operator@example.org')
  await other.getByLabel('Password', { exact: true }).fill('orbit-7')
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  // REGARDS has not counted yet: the sessions still look failed there, and the acquisition chain runs.
  await (await ask(other, 'Select all matching (7)')).click()
  await expect(results(other).getByText(/Just relaunched in another tab/)).toHaveCount(6)
  expect(world.received(INGEST)).toHaveLength(6)
})
