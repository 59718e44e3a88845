/** The demo build: it needs only a static host and a service worker, and obeys its own policy. */
import { existsSync } from 'node:fs'
import { contentSecurityPolicy } from '../../scripts/security-headers.mjs'
import { expect, test as base } from './support/dashboard'
import { startFront } from './support/front'
import type { Front } from './support/front'

/** Not at the root, as most static hosts have it. */
const BASE = '/demos/regards/'

const test = base.extend<object, { readonly front: Front }>({
  front: [
    async ({}, use) => {
      if (!existsSync('dist-demo/index.html')) throw new Error('There is no demo to test: run `npm run build:demo`.')
      const front = await startFront({ root: 'dist-demo', base: BASE, demo: true })
      await use(front)
      await front.close()
    },
    { scope: 'worker' },
  ],
})

test.use({ serviceWorkers: 'allow' })

test.beforeEach(({ world, front }) => {
  // The world of the other browser tests would answer on the socket: here it does not.
  expect(front.world).toBe(world)
  front.world = undefined
})

test('the demo signs in, lists, opens a session and relaunches it with nothing behind it', async ({
  dashboard,
  page,
}) => {
  await dashboard.signInByForm('operator')
  await dashboard.row(dashboard.sources, 'scan-alpha').click()
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(4)
  await dashboard.row(dashboard.sessions, 'day-1').click()
  await expect(dashboard.drawer('scan-alpha', 'day-1')).toBeVisible()
  await dashboard.card('Acquisition').getByRole('button', { name: 'Relaunch error requests (23)' }).click()
  const dialog = dashboard.dialog(/^Relaunch errors:/)
  await dialog.getByRole('button', { name: /^Relaunch/ }).click()
  await expect(dialog).toBeHidden()
  await expect(
    dashboard
      .card('Acquisition')
      .getByText(/^Relaunched/)
      .first(),
  ).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('the demo offers its accounts, a click each', async ({ dashboard, page }) => {
  await dashboard.open()
  const accounts = page.getByRole('region', { name: 'Simulated REGARDS: sign in with one click' })
  await expect(accounts.getByRole('button')).toHaveText([
    'operator@example.org',
    'administrator@example.org',
    'lead@example.org',
  ])
  await page.screenshot({ path: 'test-results/demo-accounts.png' })
  await accounts.getByRole('button', { name: 'administrator@example.org' }).click()
  await dashboard.expectLists()
  await expect(page.getByRole('button', { name: 'User administrator@example.org' })).toBeVisible()
})

test('a reload of the demo stays signed in, at the same place', async ({ dashboard, page }) => {
  await dashboard.signInByForm('operator', '?source=sensor-b&session=2025-05-02')
  await expect(dashboard.drawer('sensor-b', '2025-05-02')).toBeVisible()
  await page.reload()
  await expect(dashboard.drawer('sensor-b', '2025-05-02')).toBeVisible()
  await expect(dashboard.card('Referencing')).toBeVisible()
})

test('its only worker is its own, of its own path, under a policy that lets in no other script', async ({
  dashboard,
  context,
  front,
}) => {
  const policy = (await fetch(front.url)).headers.get('Content-Security-Policy')
  expect(policy).toBe(contentSecurityPolicy({ demo: true }))
  await dashboard.signInByForm('operator')
  expect(context.serviceWorkers().map(worker => worker.url())).toEqual([`${front.url}mockServiceWorker.js`])
  const isRefused = await dashboard.page.evaluate(() =>
    navigator.serviceWorker.register('./first.js').then(
      () => false,
      (error: unknown) => error instanceof TypeError,
    ),
  )
  expect(isRefused).toBe(true)
})
