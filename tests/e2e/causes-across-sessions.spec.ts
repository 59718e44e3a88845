/** Causes of errors across sessions, over the built application: by keys alone, over a reload, on a telephone in French, over a lost sign-in, on paper. */
import type { Page } from '@playwright/test'
import { aWorld } from '@tests/support/a-world'
import { DIALOG, expectNoSideways, expectNoViolations } from './support/axe'
import { expect, test } from './support/dashboard'
import { holdAnswers } from './support/hold-answers'
import { FAILED_REQUEST } from './support/watch'

const TWELVE = aWorld()
  .withSessions(12, 'A/day', s => s.oais({ done: 3, errors: 2 }))
  .withSession('B/day', s => s.feature({ errors: { CREATION: 3, UPDATE: 1 } }))

test.use({ seed: TWELVE })

const MORE = 'More for sessions'
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Causes of errors' })
const causes = (page: Page) => dialog(page).getByRole('table', { name: 'Causes' }).locator('button[aria-expanded]')

async function open(page: Page) {
  await page.getByRole('button', { name: MORE }).click()
  await page.getByRole('menuitem', { name: 'Causes of errors…' }).click()
  await expect(dialog(page)).toContainText(/Loaded .* ago|Loaded just now/)
}

test('by keys alone: opened, a cause opened, its session looked at, and back again; and axe finds nothing', async ({
  dashboard,
  page,
}) => {
  await dashboard.signIn()
  const more = page.getByRole('button', { name: MORE })
  await more.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Causes of errors…' }).press('Enter')
  await expect(dialog(page)).toContainText('All 13 sessions in error')
  await expect(dialog(page)).toContainText(/Loaded/)
  await expectNoViolations(page, 'causes', DIALOG)
  await dialog(page).getByRole('searchbox', { name: 'Search causes' }).focus()
  await page.keyboard.type('day-1')
  const first = causes(page).first()
  await first.focus()
  await page.keyboard.press('Enter')
  await expect(first).toHaveAttribute('aria-expanded', 'true')
  await expectNoViolations(page, 'an opened cause', DIALOG)
  const link = dialog(page).getByRole('list', { name: 'Sessions with this cause' }).getByRole('link').first()
  const name = (await link.textContent()) ?? ''
  await link.focus()
  await page.keyboard.press('Enter')
  const list = page.getByRole('dialog', { name: /^Requests in error/ })
  await expect(list).toContainText(name)
  await expect(list.getByRole('button', { pressed: true }).first()).toBeVisible()
  await page.goBack()
  await expect(first).toHaveAttribute('aria-expanded', 'true')
  await expect(dialog(page).getByRole('searchbox')).toHaveValue('day-1')
  await page.reload()
  await expect(dialog(page)).toContainText(/Loaded/)
  await expect(first).toHaveAttribute('aria-expanded', 'true')
  await expect(dialog(page).getByRole('searchbox')).toHaveValue('day-1')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await expect(page.locator(':focus')).not.toHaveCount(0)
})

test('the button that opened it has the focus again', async ({ dashboard, page }) => {
  await dashboard.signIn()
  await open(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: MORE })).toBeFocused()
})

test('what one user has searched for is not there for the next one, however far Back goes', async ({
  dashboard,
  page,
}) => {
  await dashboard.signIn()
  await open(page)
  await dialog(page).getByRole('searchbox').fill('day-11')
  await causes(page).first().click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'User operator@example.org' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.goBack()
  await dashboard.fillSignIn('lead')
  await expect(dialog(page)).toContainText(/Loaded/)
  await expect(dialog(page).getByRole('searchbox')).toHaveValue('')
  await expect(causes(page).first()).toHaveAttribute('aria-expanded', 'false')
})

test('what is selected from a cause is what is relaunched', async ({ dashboard, page, world }) => {
  await dashboard.signIn('lead')
  await open(page)
  await causes(page).first().click()
  const select = dialog(page).getByRole('button', { name: /^Select these sessions/ })
  const count = /\((\d+)\)/.exec((await select.textContent()) ?? '')?.[1] ?? ''
  await dialog(page)
    .getByRole('button', { name: /^Relaunch these/ })
    .click()
  const preview = page.getByRole('dialog', { name: new RegExp(`^Relaunch errors of ${count} session`) })
  await expect(preview.getByRole('button', { name: 'Reload counters' })).toBeVisible()
  await expectNoViolations(page, 'preview over the causes', DIALOG)
  await page.keyboard.press('Escape')
  await expect(preview).toBeHidden()
  expect(world.requests.filter(({ url }) => url.includes('retry'))).toEqual([])
  await select.click()
  await expect(page.getByRole('group', { name: 'Selected sessions' })).toContainText(`${count} selected`)
})

test('a lost sign-in costs nothing: signed in again, it goes on where it was', async ({
  dashboard,
  page,
  world,
  watched,
}) => {
  watched.allow(FAILED_REQUEST)
  await dashboard.signIn()
  const slow = await holdAnswers(page, /rs-ingest\/requests/)
  await page.getByRole('button', { name: MORE }).click()
  await page.getByRole('menuitem', { name: 'Causes of errors…' }).click()
  await expect.poll(() => world.received('rs-ingest/requests').length).toBe(2)
  world.expireTokens()
  await slow.release()
  const again = page.getByRole('dialog', { name: 'Sign in again' })
  await again.getByLabel('Password', { exact: true }).fill('orbit-7')
  await again.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(again).toBeHidden()
  await expect(dialog(page)).toContainText(/Loaded/)
  await expect(dialog(page)).toContainText('28 errors')
  await expect(dialog(page)).not.toContainText('could not be loaded')
})

test.describe('on a telephone, in French', () => {
  test.use({ locale: 'fr-FR', viewport: { width: 390, height: 844 }, seed: 'broken' })

  test('everything has room, and axe finds nothing', async ({ dashboard, page }) => {
    await dashboard.enter('lead')
    await page.getByRole('tab', { name: /^Sessions/ }).click()
    await page.getByRole('button', { name: 'Autres actions sur les sessions' }).click()
    await page.getByRole('menuitem', { name: 'Causes des erreurs…' }).click()
    const french = page.getByRole('dialog', { name: 'Causes des erreurs' })
    await expect(french).toContainText(/Chargé/)
    await expectNoSideways(page, 'causes')
    await expectNoViolations(page, 'causes', DIALOG)
    const first = french.getByRole('table').locator('button[aria-expanded]').first()
    await first.click()
    await expect(french.getByRole('button', { name: /^Relancer celles-ci/ })).toBeVisible()
    await expectNoSideways(page, 'an opened cause')
    await expectNoViolations(page, 'an opened cause', DIALOG)
  })
})

test('is printed alone, with its date, and without what can be pressed', async ({ dashboard, page }) => {
  await dashboard.signIn()
  await open(page)
  await causes(page).first().click()
  await page.emulateMedia({ media: 'print', colorScheme: 'light' })
  await expect(dashboard.sessions).toBeHidden()
  await expect(dialog(page)).toContainText(/\d \w+ 20\d\d, \d\d:\d\d:\d\d/)
  await expect(dialog(page).getByRole('list', { name: 'Sessions with this cause' })).toBeVisible()
  for (const name of ['Close', 'Reload', 'Copy', 'Export CSV', /^Select these/, /^Relaunch these/])
    await expect(dialog(page).getByRole('button', { name })).toBeHidden()
})

test.describe('on a wide screen, in French', () => {
  test.use({ locale: 'fr-FR', viewport: { width: 1440, height: 900 }, seed: 'many' })

  test('each session of a cause is on one line, with the longest name of a step', async ({ dashboard, page }) => {
    await dashboard.enter('lead')
    await page.getByRole('button', { name: 'Autres actions sur les sessions' }).click()
    await page.getByRole('menuitem', { name: 'Causes des erreurs…' }).click()
    const french = page.getByRole('dialog', { name: 'Causes des erreurs' })
    await expect(french).toContainText(/Chargé/)
    await french.getByRole('table').locator('button[aria-expanded]').first().click()
    const sessions = french.getByRole('list', { name: 'Sessions ayant cette cause' }).getByRole('listitem')
    await expect(sessions.filter({ hasText: 'Fournisseur de données' })).not.toHaveCount(0)
    const heights = await sessions.evaluateAll(all => all.map(one => one.clientHeight))
    expect(Math.max(...heights)).toBe(Math.min(...heights))
  })
})
