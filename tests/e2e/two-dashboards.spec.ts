/** Two dashboards on one host, in English and French: each uses only its own data, and signing out leaves nothing. */
import type { Page } from '@playwright/test'
import { PASSWORD } from '@simulator/accounts'
import { expect, test as base } from './support/dashboard'
import type { Neighbours } from './support/neighbours'
import { keptInTab, startNeighbours } from './support/neighbours'

const test = base.extend<{ readonly host: Neighbours }>({
  host: async ({ watched }, use) => {
    const host = await startNeighbours()
    watched.befriend(host.origin)
    await use(host)
    host.close()
  },
})

const LANGUAGES = [
  {
    locale: 'en-GB',
    form: { project: 'Project', email: 'E-mail', password: 'Password', submit: 'Sign in' },
    sessions: 'Sessions',
    user: /^User/,
    signOut: 'Sign out',
    worker: /left a service worker in your browser/,
  },
  {
    locale: 'fr-FR',
    form: { project: 'Projet', email: 'Adresse e-mail', password: 'Mot de passe', submit: 'Se connecter' },
    sessions: 'Sessions',
    user: /^Utilisateur/,
    signOut: 'Se déconnecter',
    worker: /avait laissé un service worker/,
  },
] as const

for (const words of LANGUAGES) {
  test.describe(words.locale, () => {
    test.use({ locale: words.locale })

    const submit = (page: Page) => page.getByRole('button', { name: words.form.submit, exact: true })
    const board = (page: Page) => page.getByRole('grid', { name: words.sessions })
    const signIn = async (page: Page) => {
      await page.getByRole('combobox', { name: words.form.project }).fill('demo')
      await page.getByRole('textbox', { name: words.form.email }).fill('operator@example.org')
      await page.getByLabel(words.form.password, { exact: true }).fill(PASSWORD)
      await submit(page).click()
      await expect(board(page)).toContainText('day-1')
    }
    const signOut = async (page: Page) => {
      await page.getByRole('button', { name: words.user }).click()
      await page.getByRole('menuitem', { name: words.signOut }).click()
      await expect(submit(page)).toBeVisible()
    }

    test('a tab that goes from one to the other sends the token of neither to the other', async ({ page, host }) => {
      await page.goto(`${host.origin}/prod/`)
      await signIn(page)
      await page.goto(`${host.origin}/test/`)
      await expect(submit(page)).toBeVisible()
      expect(host.tokensAt('test')).toEqual([])
      await signIn(page)
      const [token = ''] = host.tokensAt('prod')
      expect(host.tokensAt('test')).not.toContain(token)
      // Signing out of the one leaves the other as it is, in this tab too.
      await signOut(page)
      await page.goto(`${host.origin}/prod/`)
      await expect(board(page)).toContainText('day-1')
      expect(host.tokensAt('prod')).toEqual([token])
    })

    test('signing out of one empties its other tabs, and no tab of the other', async ({ page, host, context }) => {
      const [other, neighbour] = [await context.newPage(), await context.newPage()]
      for (const [tab, place] of [
        [page, 'test'],
        [other, 'test'],
        [neighbour, 'prod'],
      ] as const) {
        await tab.goto(`${host.origin}/${place}/`)
        await signIn(tab)
      }
      await signOut(page)
      await expect(submit(other)).toBeVisible()
      await expect(board(neighbour)).toContainText('day-1')
      await neighbour.reload()
      await expect(board(neighbour)).toContainText('day-1')
    })

    test('a tab that was elsewhere while another one signed out is signed out when it comes back', async ({
      page,
      host,
      context,
    }) => {
      await page.goto(`${host.origin}/prod/`)
      await signIn(page)
      await page.goto(`${host.origin}/test/`)
      const other = await context.newPage()
      await other.goto(`${host.origin}/prod/`)
      await signIn(other)
      await signOut(other)
      await page.goto(`${host.origin}/prod/`)
      await expect(submit(page)).toBeVisible()
      expect(await keptInTab(page)).toBe('[]')
    })

    test('a token is not sent to the gateway that config.json names since, and is removed', async ({ page, host }) => {
      await page.goto(`${host.origin}/prod/`)
      await signIn(page)
      host.gateways.prod = `${host.origin}/test`
      await page.reload()
      await expect(submit(page)).toBeVisible()
      expect(host.tokensAt('test')).toEqual([])
      expect(await keptInTab(page)).toBe('[]')
    })

    test('a token of a version that knew no neighbours is removed, and choices are kept', async ({ page, host }) => {
      await page.goto(`${host.origin}/elsewhere`)
      await page.evaluate(() => {
        const identity = { project: 'demo', user: 'operator@example.org', role: 'EXPLOIT' }
        const values = { status: 'signedIn', identity, accessToken: 'a.b.c', expiresAt: 1e15, lifetime: 7200000 }
        sessionStorage.setItem('regards-dashboard-credentials', JSON.stringify(values))
        localStorage.setItem('regards-dashboard', '{"state":{"theme":"dark"},"version":1}')
      })
      for (const place of ['prod', 'test'] as const) {
        await page.goto(`${host.origin}/${place}/`)
        await expect(submit(page)).toBeVisible()
        await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark')
        expect(host.tokensAt(place)).toEqual([])
      }
      expect(await keptInTab(page)).toBe('[]')
    })

    test.describe('with service workers', () => {
      test.use({ serviceWorkers: 'allow' })

      test('only the worker that a demo left under this path is removed', async ({ page, host }) => {
        await page.goto(`${host.origin}/elsewhere`)
        await page.evaluate(async () => {
          for (const [script, scope] of [
            ['/sw.js', '/'],
            ['/prod/other/sw.js', '/prod/other/'],
            ['/test/mockServiceWorker.js', '/test/'],
            ['/prod/mockServiceWorker.js', '/prod/'],
          ] as const)
            await navigator.serviceWorker.register(script, { scope })
        })
        const scopes = async () =>
          (
            await page.evaluate(async () => {
              const all = await navigator.serviceWorker.getRegistrations()
              return all.map(({ scope }) => new URL(scope).pathname)
            })
          ).toSorted()
        await page.goto(`${host.origin}/prod/`)
        await expect(page.getByText(words.worker)).toBeVisible()
        expect(await scopes()).toEqual(['/', '/prod/other/', '/test/'])
        await page.reload()
        await expect(submit(page)).toBeVisible()
        await expect(page.getByText(words.worker)).toBeHidden()
        expect(await scopes()).toEqual(['/', '/prod/other/', '/test/'])
      })
    })
  })
}
