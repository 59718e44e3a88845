/** The daily job from sign-in to sign-out: with the mouse, with the keyboard alone, and in French. */
import type { Locator } from '@playwright/test'
import { PASSWORD } from '@simulator/accounts'
import { expect, test } from './support/dashboard'

const MENDED = { source: 'scan-alpha', name: '2025-05-02' } as const
const TITLE = 'scan-alpha / 2025-05-02'

test.beforeEach(({ world }) => {
  // Whatever is relaunched here succeeds: the job has an end to wait for.
  world.session(MENDED).fate = 'all'
})

test('an operator signs in, finds a failed session, relaunches it, watches it, refreshes and signs out', async ({
  dashboard,
  page,
  world,
}) => {
  await dashboard.signInByForm()

  await dashboard.state('sessions', 'Error').click()
  await page.getByRole('combobox', { name: 'Search a session' }).fill('2025-05-02')
  await dashboard.row(dashboard.sources, 'scan-alpha').click()
  await expect(page).toHaveURL(/sessionState=errors/)
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(1)

  await dashboard.row(dashboard.sessions, '2025-05-02').click()
  const drawer = dashboard.drawer(MENDED.source, MENDED.name)
  await expect(drawer).toBeVisible()
  await expect(page).toHaveURL(/session=2025-05-02/)

  const relaunch = async (card: 'Acquisition' | 'Referencing', button: RegExp) => {
    await dashboard.card(card).getByRole('button', { name: button }).click()
    const dialog = dashboard.dialog(/^Relaunch errors: /)
    await dialog.getByRole('button', { name: 'Relaunch (1)' }).click()
    await expect(dialog).toBeHidden()
  }
  await relaunch('Acquisition', /^Relaunch error requests \(1\)/)
  await relaunch('Referencing', /^Relaunch errors \(1\)/)
  await expect(dashboard.card('Acquisition')).toContainText('waiting for REGARDS')

  await expect(async () => {
    world.advance('5s')
    await expect(dashboard.card('Acquisition')).toContainText('done, no errors left', {
      timeout: 4000,
    })
  }).toPass()
  await expect(drawer.getByRole('button', { name: /^Relaunch/ })).toHaveCount(0)
  expect(world.received('rs-dataprovider/chains/relaunch')).toHaveLength(1)
  expect(world.received('rs-ingest/requests/retry')).toHaveLength(1)

  await dashboard.refresh.click()
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(0)
  await expect(drawer).toBeVisible()

  await page.getByRole('button', { name: /^User/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expect(page.locator('body')).not.toContainText('scan-alpha')
})

test('the same job is done with the keyboard alone', async ({ dashboard, page, world }) => {
  const { keyboard } = page
  const tabTo = async (target: Locator) => {
    for (let n = 0; n < 80; n++) {
      if (await target.evaluate(element => element === document.activeElement)) return
      await keyboard.press('Tab')
    }
    await expect(target).toBeFocused()
  }
  const button = (name: string | RegExp) => page.getByRole('button', { name })

  await dashboard.open()
  await tabTo(page.getByRole('combobox', { name: 'Project' }))
  await keyboard.type('demo')
  await tabTo(page.getByRole('textbox', { name: 'E-mail' }))
  await keyboard.type('operator@example.org')
  await tabTo(page.getByLabel('Password', { exact: true }))
  await keyboard.type(PASSWORD)
  await keyboard.press('Enter')
  await expect(dashboard.rows(dashboard.sessions).first()).toBeVisible()

  const search = page.getByRole('combobox', { name: 'Search a session' })
  await tabTo(search)
  await keyboard.type('2025-05-02')
  await expect(page).toHaveURL(/sessionName=2025-05-02/)
  // Escape closes the proposals; without any it would clear what was typed.
  await expect(search).toHaveAttribute('aria-expanded', 'true')
  await expect(dashboard.row(dashboard.sessions, '2025-05-02, scan-alpha')).toBeVisible()
  await keyboard.press('Escape')
  await tabTo(dashboard.row(dashboard.sessions, '2025-05-02, scan-alpha'))
  await keyboard.press('Enter')
  await expect(dashboard.drawer(MENDED.source, MENDED.name)).toBeVisible()

  await tabTo(button(/^Relaunch errors/))
  await keyboard.press('Enter')
  const dialog = dashboard.dialog(/^Relaunch errors: /)
  await expect(dialog).toBeVisible()
  await tabTo(button(/^Relaunch( again)? \(1\)/))
  await keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  expect(world.received('rs-ingest/requests/retry')).toHaveLength(1)

  await expect(async () => {
    world.advance('5s')
    await expect(dashboard.card('Referencing')).toContainText('1 recovered', { timeout: 4000 })
  }).toPass()
  await keyboard.press('Escape')
  await expect(dashboard.drawer(MENDED.source, MENDED.name)).toBeHidden()
  await expect(dashboard.row(dashboard.sessions, '2025-05-02, scan-alpha')).toBeFocused()

  const before = world.received('rs-admin/sessions?').length
  await keyboard.press('r')
  await expect.poll(() => world.received('rs-admin/sessions?').length).toBeGreaterThan(before)
  await keyboard.press('?')
  await expect(dashboard.dialog('Keyboard')).toBeVisible()
  await keyboard.press('Escape')

  await tabTo(button(/^User/))
  await keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
  await keyboard.press('End')
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
})

test.describe('in French', () => {
  test.use({ locale: 'fr-FR' })

  test('the same job is done in a French browser, in French words', async ({ dashboard, page, world }) => {
    await dashboard.open()
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
    await page.getByRole('combobox', { name: 'Projet' }).fill('demo')
    await page.getByRole('textbox', { name: /^Adresse/ }).fill('operator@example.org')
    await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Se connecter', exact: true }).click()

    const sessions = page.getByRole('grid', { name: 'Sessions' })
    await dashboard.state('sessions', 'Erreur').click()
    await dashboard.row(sessions, '2025-05-02, scan-alpha').click()
    const drawer = page.getByRole('region', { name: TITLE, exact: true })
    await expect(drawer).toBeVisible()

    const card = page.getByRole('article', { name: 'Référencement', exact: true })
    await card.getByRole('button', { name: /^Relancer les erreurs/ }).click()
    const dialog = dashboard.dialog(/^Relancer les erreurs/)
    await dialog.getByRole('button', { name: /^Relancer \(1\)/ }).click()
    await expect(dialog).toBeHidden()
    expect(world.received('rs-ingest/requests/retry')).toHaveLength(1)
    await expect(card).toContainText('REGARDS')
    await expect(async () => {
      world.advance('5s')
      await expect(card.getByRole('button', { name: /^Relancer/ })).toHaveCount(0, { timeout: 4000 })
    }).toPass()

    await page.getByRole('button', { name: 'Rafraîchir', exact: true }).click()
    await expect(drawer).toBeVisible()
    await page.getByRole('button', { name: /^Utilisateur/ }).click()
    await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
    await expect(page.getByRole('button', { name: 'Se connecter', exact: true })).toBeVisible()
  })
})
