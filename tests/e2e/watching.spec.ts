/** Watching over the built application: by keys, in a hidden tab, on the desktop, over a reload, on a telephone in French. */
import type { Page } from '@playwright/test'
import { aWorld } from '@tests/support/a-world'
import type { World } from '@simulator/world'
import { DIALOG, expectNoSideways, expectNoViolations } from './support/axe'
import { expect, test } from './support/dashboard'
import { FAILED_REQUEST } from './support/watch'

declare global {
  interface Window {
    shownNotifications?: Notification[]
  }
}

const WORLD = aWorld()
  .withSession('scan-alpha/2025-05-02', s => s.oais({ done: 9, errors: 2 }))
  .withSession('scan-alpha/2025-05-03', s => s.oais({ running: 4 }))

test.use({ seed: WORLD })

/** The browser's own notifications, remembered; a browser without a window says denied whatever the context grants. */
async function rememberNotifications(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shownNotifications = []
    window.Notification = new Proxy(Notification, {
      get: (target, key) => (key === 'permission' ? 'granted' : (Reflect.get(target, key) as unknown)),
      construct: (target, given: ConstructorParameters<typeof Notification>) => {
        const shown = new target(...given)
        window.shownNotifications?.push(shown)
        return shown
      },
    })
  })
}

const shown = (page: Page) =>
  page.evaluate(() => window.shownNotifications?.map(({ title }) => title.replaceAll(/[\u2068\u2069]/g, '')) ?? [])

async function hide(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate(
    state => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
      document.dispatchEvent(new Event('visibilitychange'))
    },
    isHidden ? 'hidden' : 'visible',
  )
}

/** So many minutes pass for the page and for REGARDS, in the steps of a throttled timer. */
async function passMinutes(page: Page, world: World, minutes: number): Promise<void> {
  for (let n = 0; n < minutes; n++) {
    world.advance('60s')
    await page.clock.fastForward(60_000)
    await page.waitForLoadState('networkidle')
  }
}

const icon = (page: Page) => page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href ?? '')
const bar = (page: Page, name: RegExp) => page.getByRole('banner').getByRole('button', { name })

test.describe('with notifications allowed', () => {
  test.use({ permissions: ['notifications'] })

  test('by keys alone: watched, hidden, told once, opened from the list of watches; and axe finds nothing', async ({
    dashboard,
    page,
    world,
  }) => {
    await rememberNotifications(page)
    await page.clock.install()
    await dashboard.signInAt('scan-alpha', '2025-05-02')
    const drawer = dashboard.drawer('scan-alpha', '2025-05-02')
    await drawer.getByRole('button', { name: 'Watch', exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect(drawer.getByRole('button', { name: 'Stop watching' })).toBeFocused()
    await expect(page).toHaveTitle(/^Watching 1 – /)
    expect(await icon(page)).toMatch(/favicon-watching(?:-errors)?\.svg$/)
    expect((await page.request.get(await icon(page))).headers()['content-type']).toContain('svg')
    await bar(page, /^Watching 1$/).focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('dialog', { name: 'Watches' })
    await expect(panel).toContainText('A desktop notification says how each watch ends.')
    await expectNoViolations(page, 'list of watches', DIALOG)
    await page.keyboard.press('Escape')
    await expect(bar(page, /^Watching 1$/)).toBeFocused()
    world.forgetRequests()
    await hide(page, true)
    await passMinutes(page, world, 4)
    await expect.poll(() => shown(page)).toEqual(['scan-alpha / 2025-05-02: done, 9 products, 2 errors'])
    // One question a minute until it ended.
    const asked = world.received('rs-admin/sessions').length
    expect(asked).toBeGreaterThanOrEqual(2)
    expect(asked).toBeLessThanOrEqual(4)
    await expect(page).toHaveTitle(/^Done: .*scan-alpha.*2025-05-02/)
    expect(await icon(page)).toMatch(/favicon-ended(?:-errors)?\.svg$/)
    await passMinutes(page, world, 3)
    expect(await shown(page)).toHaveLength(1)
    await hide(page, false)
    await expect(page).not.toHaveTitle(/Done/)
    await expectNoViolations(page, 'told')
    await bar(page, /^1 ended$/).focus()
    await page.keyboard.press('Enter')
    await panel.getByRole('button', { name: /^Dismiss/ }).focus()
    await page.keyboard.press('Enter')
    await expect(panel).toBeHidden()
    await expect(bar(page, /ended/)).toHaveCount(0)
    await expect(page.locator('#lists')).toBeFocused()
  })

  test('a click on the notification opens the session', async ({ dashboard, page, world }) => {
    await rememberNotifications(page)
    await page.clock.install()
    await dashboard.signInAt('scan-alpha', '2025-05-02')
    const drawer = dashboard.drawer('scan-alpha', '2025-05-02')
    await drawer.getByRole('button', { name: 'Watch', exact: true }).click()
    await drawer.getByRole('button', { name: 'Close' }).click()
    await expect(drawer).toBeHidden()
    await hide(page, true)
    await passMinutes(page, world, 4)
    await expect.poll(() => shown(page)).toHaveLength(1)
    await hide(page, false)
    await page.evaluate(() => window.shownNotifications?.[0]?.dispatchEvent(new Event('click')))
    await expect(drawer).toBeVisible()
  })

  test('a reload goes on with it; a tab that was duplicated does not tell it again', async ({
    dashboard,
    page,
    world,
    context,
  }) => {
    await rememberNotifications(page)
    await dashboard.signInAt('scan-alpha', '2025-05-02')
    await dashboard.drawer('scan-alpha', '2025-05-02').getByRole('button', { name: 'Watch', exact: true }).click()
    await expect(bar(page, /^Watching 1$/)).toBeVisible()
    // What a browser copies into a tab that is duplicated.
    const kept = await page.evaluate(() => Object.entries(sessionStorage) as (readonly [string, string])[])
    await page.clock.install()
    await page.reload()
    await expect(bar(page, /^Watching 1$/)).toBeVisible()
    const other = await context.newPage()
    await rememberNotifications(other)
    await other.addInitScript(entries => {
      for (const [key, value] of entries) sessionStorage.setItem(key, value)
    }, kept)
    await other.clock.install()
    await other.goto(page.url())
    await expect(bar(other, /^Watching 1$/)).toBeVisible()
    for (let n = 0; n < 4; n++) {
      world.advance('60s')
      await page.clock.fastForward(60_000)
      await page.waitForLoadState('networkidle')
      await other.clock.fastForward(60_000)
      await other.waitForLoadState('networkidle')
    }
    await expect(bar(page, /^1 ended$/)).toBeVisible()
    await expect(bar(other, /^1 ended$/)).toBeVisible()
    expect([...(await shown(page)), ...(await shown(other))]).toHaveLength(1)
  })
})

test('without notifications the page says that there are none, and a lost sign-in pauses the watch', async ({
  dashboard,
  page,
  world,
  watched,
}) => {
  watched.allow(FAILED_REQUEST)
  await page.clock.install()
  await dashboard.signIn()
  await page.getByRole('button', { name: 'More for sessions' }).click()
  await page.getByRole('menuitem', { name: 'Watch this list' }).click()
  await bar(page, /^Watching 1$/).click()
  const panel = page.getByRole('dialog', { name: 'Watches' })
  await expect(panel).toContainText('All sessions')
  await expect(panel).toContainText('1 session running')
  await expect(panel).toContainText(/Desktop notifications are blocked/)
  world.expireTokens()
  await passMinutes(page, world, 2)
  await expect(page.getByRole('dialog', { name: 'Sign in again' })).toBeVisible()
  await expect(page.getByText('Paused: signed out. It goes on after you sign in.')).toBeAttached()
})

test.describe('on a telephone, in French', () => {
  test.use({ locale: 'fr-FR', viewport: { width: 390, height: 844 }, permissions: ['notifications'] })

  test('everything has room, and axe finds nothing', async ({ dashboard, page, world }) => {
    await rememberNotifications(page)
    await page.clock.install()
    await dashboard.enter('operator', '?source=scan-alpha&session=2025-05-02')
    await page.getByRole('button', { name: 'Surveiller', exact: true }).click()
    await expectNoSideways(page, 'session')
    await expectNoViolations(page, 'session', DIALOG)
    await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click()
    await page.getByRole('button', { name: 'Sélectionner', exact: true }).click()
    await page.getByRole('button', { name: /^Tout sélectionner/ }).click()
    await page
      .getByRole('group', { name: /sélectionnées/i })
      .getByRole('button', { name: 'Surveiller', exact: true })
      .click()
    await expectNoSideways(page, 'selection')
    await bar(page, /^Surveillances.: 2$/).click()
    const panel = page.getByRole('dialog', { name: 'Surveillances' })
    await expect(panel).toContainText('Sélection de 2 sessions')
    await expectNoSideways(page, 'list of watches')
    await expectNoViolations(page, 'list of watches', DIALOG)
    await page.keyboard.press('Escape')
    await hide(page, true)
    await passMinutes(page, world, 4)
    await expect.poll(() => shown(page)).toEqual(['scan-alpha / 2025-05-02\u00a0: terminé, 9 produits, 2 erreurs'])
    await hide(page, false)
    await bar(page, /terminées/i).click()
    await expectNoSideways(page, 'ended')
    await expectNoViolations(page, 'ended', DIALOG)
  })
})
