/** The end of a sign-in in every shape the gateway gives it, what only looks like it, clocks that jump, and several tabs. */
import type { Page } from '@playwright/test'
import { Dashboard, expect, test } from './support/dashboard'
import { holdAnswers } from './support/hold-answers'
import { snapshot } from './support/snapshot'
import { FAILED_REQUEST } from './support/watch'

const BORROW = 'rs-authentication/borrowRole'
const TOKEN = 'rs-authentication/oauth/token'
const LISTS = /^GET rs-admin\/(sources|sessions)\?/
/** What only a token opens. */
const PERSONAL = /^(?!.*(oauth|public))/

test.beforeEach(({ watched }) => {
  watched.allow(FAILED_REQUEST)
})

const again = (dashboard: Dashboard) => dashboard.dialog('Sign in again')

async function signInAgain(dashboard: Dashboard): Promise<void> {
  await again(dashboard).getByLabel('Password', { exact: true }).fill('orbit-7')
  await dashboard.page.keyboard.press('Enter')
  await expect(again(dashboard)).toBeHidden()
}

/** The board with a selected source, a typed filter and an open session: something to lose. */
async function settleIn(dashboard: Dashboard): Promise<void> {
  await dashboard.signIn('operator', '?source=scan-alpha&session=day-1&sessionName=day')
  await expect(dashboard.drawer('scan-alpha', 'day-1')).toBeVisible()
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(2)
}

const SHAPES = [
  ['unseen', '401'],
  ['seen', '403 with a web page'],
  ['malformed', '500 of the gateway'],
] as const

for (const [shape, said] of SHAPES) {
  test(`an ended token refused with ${said} asks for the password once, restores everything, and resends no action automatically`, async ({
    dashboard,
    page,
    world,
  }) => {
    await settleIn(dashboard)

    await test.step('while reading: the password once, and the page as it was', async () => {
      await dashboard.refresh.focus()
      const before = await snapshot(page)
      world.expireTokens(shape)
      world.forgetRequests()
      await dashboard.refresh.click()
      await expect(again(dashboard)).toHaveCount(1)
      await expect(again(dashboard)).toContainText('operator@example.org')
      expect(world.received(BORROW).length).toBeLessThanOrEqual(1)
      await signInAgain(dashboard)
      await expect.poll(() => world.received('rs-admin/sessions?').length).toBeGreaterThan(1)
      await expect(dashboard.rows(dashboard.sessions)).toHaveCount(2)
      expect(world.received(TOKEN)).toHaveLength(1)
      expect(await snapshot(page)).toEqual(before)
    })

    await test.step('after a reload: the password alone', async () => {
      const { url } = await snapshot(page)
      world.expireTokens(shape)
      await page.reload()
      await expect(again(dashboard)).toBeVisible()
      await signInAgain(dashboard)
      await expect(dashboard.drawer('scan-alpha', 'day-1')).toBeVisible()
      await expect(dashboard.rows(dashboard.sessions)).toHaveCount(2)
      expect(page.url()).toBe(url)
    })

    await test.step('an action: not sent, and not resent automatically', async () => {
      await dashboard
        .card('Referencing')
        .getByRole('button', { name: /^Relaunch errors/ })
        .click()
      const dialog = dashboard.dialog(/^Relaunch errors: /)
      const send = dialog.getByRole('button', { name: /^Relaunch( again)? \(\d/ })
      await expect(send).toBeEnabled()
      await send.focus()
      // The action is the first call after the end: the page also refreshes now and then.
      world.expireTokens(shape)
      await page.keyboard.press('Enter')
      await expect(again(dashboard)).toContainText(/not sent/i)
      const relaunches = () => world.received('rs-ingest/requests/retry').length
      const before = relaunches()
      await signInAgain(dashboard)
      await expect(page.getByRole('button', { name: /Send now/ })).toBeVisible()
      expect(relaunches()).toBe(before)
      await page.getByRole('button', { name: /Send now/ }).click()
      await expect.poll(relaunches).toBe(before + 1)
    })
  })
}

test('a web page of status 403 while the token holds is shown as what it is, after one question for all', async ({
  dashboard,
  page,
  world,
}) => {
  const fault = world.faults.html(LISTS, 403)
  await dashboard.enter()
  await expect(page.getByRole('alert').filter({ hasText: '403' })).toHaveCount(2)
  await expect(page.getByRole('button', { name: 'Raw response' })).toHaveCount(2)
  await expect(again(dashboard)).toHaveCount(0)
  expect(world.received(BORROW)).toHaveLength(1)
  fault.lift()
  await dashboard.refresh.click()
  await expect(dashboard.rows(dashboard.sources).first()).toBeVisible()
  await expect(dashboard.rows(dashboard.sessions).first()).toBeVisible()
  expect(world.received(TOKEN)).toHaveLength(1)
})

test('a gateway that refuses everybody is not answered by one password after the other', async ({
  dashboard,
  page,
  world,
}) => {
  await settleIn(dashboard)
  world.faults.html(PERSONAL, 403)
  await dashboard.refresh.click()
  await expect(again(dashboard)).toBeVisible()
  await signInAgain(dashboard)
  await expect(page.getByRole('alert').filter({ hasText: '403' }).first()).toBeVisible()
  await dashboard.refresh.click()
  await expect(dashboard.refresh).toHaveAttribute('aria-busy', 'false')
  await expect(again(dashboard)).toHaveCount(0)
})

test('a late refusal of the old token does not end the new sign-in', async ({ dashboard, page, world }) => {
  await settleIn(dashboard)
  const late = await holdAnswers(page, /rs-admin\/sources\?/, 1)
  world.expireTokens()
  await dashboard.refresh.click()
  await expect(again(dashboard)).toBeVisible()
  await signInAgain(dashboard)
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(2)
  await late.release()
  await dashboard.refresh.click()
  await expect(dashboard.refresh).toHaveAttribute('aria-busy', 'false')
  await expect(again(dashboard)).toHaveCount(0)
})

const wake = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
const HOUR = 3_600_000

for (const [name, jump] of [
  ['forward by a day', 24 * HOUR],
  ['back by a day', -24 * HOUR],
] as const) {
  test(`a clock set ${name} asks REGARDS, and does not sign out; nor does a reload`, async ({
    dashboard,
    page,
    world,
  }) => {
    await page.clock.install()
    await settleIn(dashboard)
    const outage = world.faults.refuse(BORROW, 503, '')
    await page.clock.setSystemTime(Date.now() + jump)
    await wake(page)
    await expect.poll(() => world.received(BORROW).length).toBe(1)
    await expect(again(dashboard)).toHaveCount(0)
    outage.lift()
    await page.clock.runFor(40_000)
    await expect.poll(() => world.received(BORROW).length).toBe(2)
    await page.reload()
    await expect(dashboard.drawer('scan-alpha', 'day-1')).toBeVisible()
    await expect(again(dashboard)).toHaveCount(0)
    expect(world.received(TOKEN)).toHaveLength(1)
  })
}

test('a computer that wakes after the end of its sign-in asks for the password', async ({ dashboard, page, world }) => {
  await page.clock.install()
  await settleIn(dashboard)
  world.advance('3h')
  await page.clock.setSystemTime(Date.now() + 3 * HOUR)
  await wake(page)
  await expect(again(dashboard)).toBeVisible()
  await signInAgain(dashboard)
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(2)
})

const tokenOf = (page: Page) =>
  page.evaluate(() => {
    const key = Object.keys(sessionStorage).find(name => name.includes('-credentials '))
    if (key === undefined) throw new Error('No sign-in is kept in this tab')
    return (JSON.parse(sessionStorage.getItem(key) ?? '') as { readonly accessToken: string }).accessToken
  })

for (const kind of ['signed in on its own', 'duplicated'] as const) {
  test(`two tabs that renew at once both stay signed in: the second one ${kind}`, async ({
    context,
    dashboard,
    front,
    page,
    watched,
    world,
  }) => {
    await settleIn(dashboard)
    const opened = context.waitForEvent('page')
    if (kind === 'duplicated') await page.evaluate(() => void window.open(location.href))
    else await context.newPage()
    const second = await opened
    const other = new Dashboard(second, front, world, watched)
    if (kind === 'duplicated') await expect(other.drawer('scan-alpha', 'day-1')).toBeVisible()
    else await settleIn(other)
    const tabs = [dashboard, other]
    const before = await Promise.all(tabs.map(tab => tokenOf(tab.page)))
    world.forgetRequests()
    // A refusal that only looks like the end makes both ask at the same time.
    const fault = world.faults.html(LISTS, 403)
    await Promise.all(tabs.map(tab => tab.refresh.click()))
    await expect.poll(() => world.received(BORROW).length).toBe(2)
    for (const [place, tab] of tabs.entries()) await expect.poll(() => tokenOf(tab.page)).not.toBe(before[place])
    fault.lift()
    for (const tab of tabs) {
      await tab.refresh.click()
      await expect(tab.refresh).toHaveAttribute('aria-busy', 'false')
      await expect(tab.page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0)
      await expect(tab.rows(tab.sessions)).toHaveCount(2)
      await expect(again(tab)).toHaveCount(0)
    }
    const after = await Promise.all(tabs.map(tab => tokenOf(tab.page)))
    expect(new Set([...before, ...after]).size).toBe(kind === 'duplicated' ? 3 : 4)
    expect(world.received(TOKEN)).toEqual([])
  })
}
