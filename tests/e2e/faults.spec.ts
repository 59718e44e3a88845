/** The sixteen core faults: what the user sees, what is never lost, and how many requests the gateway gets meanwhile. */
import type { Page } from '@playwright/test'
import { expect, test } from './support/dashboard'
import type { Dashboard } from './support/dashboard'
import { holdAnswers } from './support/hold-answers'
import { snapshot } from './support/snapshot'
import { startStranger } from './support/stranger'
import { FAILED_REQUEST } from './support/watch'

const SESSIONS = 'rs-admin/sessions'
const RETRY = 'POST rs-ingest/requests/retry'

const alerts = (page: Page) => page.getByRole('alert').filter({ hasText: /\S/ })

/** Every fault that reaches the browser as a bad status or a lost connection leaves a line on its console. */
test.beforeEach(({ watched }) => {
  watched.allow(FAILED_REQUEST)
})

/** The board with a selected source, a typed filter and an open session: something to lose. */
async function settleIn(dashboard: Dashboard, account: 'operator' | 'administrator' = 'operator'): Promise<void> {
  await dashboard.signIn(account, '?source=scan-alpha&session=day-1&sessionName=day')
  await expect(dashboard.drawer('scan-alpha', 'day-1')).toBeVisible()
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(2)
}

/** Opens the relaunch dialog of the OAIS step of the open session. */
async function openRelaunch(dashboard: Dashboard) {
  await dashboard
    .card('Referencing')
    .getByRole('button', { name: /^Relaunch errors/ })
    .click()
  const dialog = dashboard.dialog(/^Relaunch errors: /)
  await expect(dialog).toBeVisible()
  return { dialog, confirm: dialog.getByRole('button', { name: /^Relaunch( again)? \(\d/ }) }
}

test('F01: with the gateway down at start the page says so, keeps its address and recovers without a click', async ({
  dashboard,
  page,
  world,
}) => {
  await settleIn(dashboard)
  const { url } = await snapshot(page)
  const outage = world.faults.outage()
  await page.reload()
  await expect(alerts(page).first()).toBeVisible({ timeout: 8000 })
  await expect(page.getByRole('button', { name: /Retry/ }).first()).toBeVisible()
  expect(page.url()).toBe(url)
  outage.lift()
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(2, { timeout: 30_000 })
  await expect(dashboard.drawer('scan-alpha', 'day-1')).toBeVisible()
  expect(page.url()).toBe(url)
})

test('F01: with the gateway down at sign-in the form stays usable and what was typed is kept', async ({
  dashboard,
  page,
  world,
}) => {
  const outage = world.faults.outage()
  await dashboard.open()
  await dashboard.fillSignIn()
  await expect(alerts(page).first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue('operator@example.org')
  outage.lift()
  await page.getByLabel('Password', { exact: true }).fill('orbit-7')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dashboard.rows(dashboard.sessions).first()).toBeVisible()
})

const CONFIGS: readonly (readonly [name: string, text: string, said: RegExp])[] = [
  ['no JSON', 'gateway', /config\.json/],
  ['half of it', '{', /config\.json/],
  ['nothing', '', /config\.json/],
  ['a web page', '<!doctype html><title>Login</title>', /config\.json/],
  ['a list', '[]', /config\.json/],
  ['null', 'null', /config\.json/],
  ['a gateway that is a number', '{"gateway":5}', /gateway/],
  ['a gateway that is a script', '{"gateway":"javascript:alert(1)"}', /gateway/],
  ['a gateway with a password', '{"gateway":"https://a:b@gw.example.org"}', /gateway/],
  ['no gateway', '{}', /gateway/],
  ['projects that are no list', '{"gateway":"","projects":"demo"}', /projects/],
  ['an unknown language', '{"gateway":"","language":"xx"}', /language/],
  ['five megabytes', `{"gateway":"","x":"${'y'.repeat(5_000_000)}"}`, /config\.json/],
]
test('F02: a config.json that holds no configuration gives a plain page that says what is wrong, and nothing is asked', async ({
  dashboard,
  front,
  page,
  world,
}) => {
  for (const [name, text, said] of CONFIGS)
    await test.step(name, async () => {
      front.replace = path => (path.endsWith('config.json') ? text : undefined)
      await dashboard.open()
      await expect.soft(alerts(page), name).toHaveCount(1)
      await expect.soft(alerts(page), name).toBeVisible()
      await expect.soft(page.locator('body'), name).toContainText(said)
    })
  expect(world.requests).toEqual([])
})

test('F03: five minutes without a gateway cost one message and few requests, and nothing on the page', async ({
  dashboard,
  page,
  world,
}) => {
  await page.clock.install()
  await settleIn(dashboard)
  // The counts by state are requested once the page is idle.
  await page.clock.runFor(2000)
  await expect(
    page.getByRole('group', { name: 'State of sessions' }).getByRole('button', { name: /^All \d/ }),
  ).toBeVisible()
  await page.getByRole('combobox', { name: /Auto/i }).selectOption({ label: '10 s' })
  await dashboard.row(dashboard.sessions, 'day-1').focus()
  const before = await snapshot(page)
  world.faults.outage()
  world.forgetRequests()
  for (let passed = 0; passed < 300; passed += 5) {
    await page.clock.runFor(5000)
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(resolve)))
  }
  await expect(alerts(page)).toHaveCount(1)
  expect(world.requests.length).toBeLessThanOrEqual(20)
  expect(world.requests.length).toBeGreaterThan(0)
  expect(await snapshot(page)).toEqual(before)
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(2)
})

test('F10: a token refused while reading asks for the password once, over the page, and gives everything back', async ({
  dashboard,
  page,
  world,
}) => {
  await settleIn(dashboard)
  await dashboard.refresh.focus()
  const before = await snapshot(page)
  world.expireTokens()
  world.forgetRequests()
  await dashboard.refresh.click()
  const dialog = dashboard.dialog('Sign in again')
  await expect(dialog).toHaveCount(1)
  await expect(dialog).toContainText('operator@example.org')
  await dialog.getByLabel('Password', { exact: true }).fill('orbit-7')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect.poll(() => world.received('rs-admin/sessions?').length).toBeGreaterThan(1)
  expect(world.received('rs-authentication/oauth/token')).toHaveLength(1)
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(2)
  expect(await snapshot(page)).toEqual(before)
})

test('F11: an action with a refused token was not sent, and is sent once, on a new click', async ({
  dashboard,
  page,
  world,
}) => {
  await settleIn(dashboard)
  const { confirm } = await openRelaunch(dashboard)
  world.expireTokens()
  world.forgetRequests()
  await confirm.click()
  const again = dashboard.dialog('Sign in again')
  await expect(again).toBeVisible()
  await expect(again).toContainText(/not sent/i)
  await again.getByLabel('Password', { exact: true }).fill('orbit-7')
  await page.keyboard.press('Enter')
  await expect(again).toBeHidden()
  await expect(page.getByRole('button', { name: /Send now/ })).toBeVisible()
  const accepted = () => world.received('rs-ingest/requests/retry').length
  const unsent = accepted()
  expect(unsent).toBeLessThanOrEqual(1)
  await page.getByRole('button', { name: /Send now/ }).click()
  await expect.poll(accepted).toBe(unsent + 1)
  await expect(dashboard.card('Referencing')).toContainText('waiting for REGARDS')
  expect(JSON.parse(world.received('rs-ingest/requests/retry').at(-1)?.body ?? '')).toMatchObject({
    sessionOwner: 'scan-alpha',
    session: 'day-1',
  })
})

test('F15: a relaunch without the right is refused in the dialog and stays disabled with that reason', async ({
  dashboard,
  page,
  world,
}) => {
  await settleIn(dashboard)
  world.faults.refuse(RETRY, 403, ['Access denied to retry for role EXPLOIT'])
  const { dialog, confirm } = await openRelaunch(dashboard)
  const { url } = await snapshot(page)
  await confirm.click()
  await expect(dialog).toContainText('Access denied to retry for role EXPLOIT')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  const button = dashboard.card('Referencing').getByRole('button', { name: /^Relaunch errors/ })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(button).toHaveAccessibleDescription(/EXPLOIT/)
  expect(page.url()).toBe(url)
  expect(world.received('rs-authentication')).toHaveLength(1)
})

test('F16: a forbidden list says so in its own pane, the other one works', async ({ dashboard, page, world }) => {
  world.faults.refuse(/^GET rs-admin\/sessions\?/, 403, ['Access denied to endpoint GET /sessions'])
  await dashboard.enter()
  await expect(dashboard.rows(dashboard.sources).first()).toBeVisible()
  await expect(page.getByText('Access denied to endpoint GET /sessions')).toBeVisible()
  await expect(page.getByText('403').first()).toBeVisible()
  await dashboard.row(dashboard.sources, 'scan-alpha').click()
  await expect(page).toHaveURL(/source=scan-alpha/)
})

test('F17: a session deleted meanwhile turns the drawer into a clear panel and keeps the filters', async ({
  dashboard,
  page,
  world,
}) => {
  await settleIn(dashboard)
  world.purge({ source: 'scan-alpha', name: 'day-1' })
  await dashboard.refresh.click()
  await expect(page.getByText('This session no longer exists (deleted or purged)')).toBeVisible()
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(1)
  await expect(page.getByRole('combobox', { name: 'Search a session' })).toHaveValue('day')
})

test('F19: an action whose answer is lost is shown as unknown, and is never resent automatically', async ({
  dashboard,
  page,
  world,
}) => {
  await page.clock.install()
  await settleIn(dashboard)
  const relaunches: string[] = []
  page.on('request', request => {
    if (request.url().includes('rs-ingest/requests/retry')) relaunches.push(request.url())
  })
  world.faults.hangUp(RETRY)
  const { dialog, confirm } = await openRelaunch(dashboard)
  await confirm.click()
  await expect(
    dialog
      .or(dashboard.card('Referencing'))
      .getByText(/Outcome unknown/)
      .first(),
  ).toBeVisible()
  world.advance('1m')
  await page.clock.runFor(60_000)
  // Counted at the page: Chromium's network layer resends automatically what a kept-alive connection lost (SECURITY.md).
  expect(relaunches).toHaveLength(1)
})

test('F20: answers cut anywhere show the old rows and a message, never half a list', async ({
  dashboard,
  page,
  world,
}) => {
  await settleIn(dashboard)
  for (let part = 0; part < 20; part++) {
    const cut = world.faults.cut(/^GET rs-admin\/sessions\?/, part / 20)
    world.forgetRequests()
    await expect(dashboard.refresh).toHaveAttribute('aria-busy', 'false')
    await dashboard.refresh.click()
    await expect.poll(() => world.received('rs-admin/sessions?').length).toBeGreaterThan(0)
    // While it lasts: once it is over, the page refreshes and shows nothing.
    await expect(alerts(page).first()).toBeVisible()
    await expect(dashboard.rows(dashboard.sessions)).toHaveCount(2)
    cut.lift()
  }
  await dashboard.refresh.click()
  await expect(alerts(page)).toHaveCount(0, { timeout: 15_000 })
})

test('F21: a web page, an empty body or plain text instead of data is named and never drawn', async ({
  dashboard,
  page,
  watched,
  world,
}) => {
  await settleIn(dashboard)
  const target = /^GET rs-admin\/sessions\?/
  const stranger = await startStranger()
  // Playwright reports the redirect's target even without a request to it: what counts is what arrives there.
  watched.befriend(stranger.url)
  const strikes = [
    () => world.faults.html(target, 200),
    () => world.faults.html(target, 502),
    () => world.faults.empty(target, 200),
    () => world.faults.empty(target, 204),
    () => world.faults.malformed(target, 'Service under maintenance'),
    () => world.faults.redirect(target, `${stranger.url}/login`),
  ]
  for (const strike of strikes) {
    const fault = strike()
    world.forgetRequests()
    await dashboard.refresh.click()
    await expect.poll(() => world.received('rs-admin/sessions?').length).toBeGreaterThan(0)
    await expect(alerts(page).first()).toBeVisible()
    await expect(page.getByRole('heading', { name: 'HTTP Status' })).toHaveCount(0)
    await expect(dashboard.rows(dashboard.sessions)).toHaveCount(2)
    fault.lift()
    await dashboard.refresh.click()
    await expect(alerts(page)).toHaveCount(0, { timeout: 15_000 })
  }
  stranger.close()
  expect(stranger.asked).toEqual([])
})

test('F22: a row of another shape is shown as unreadable, the others as ever', async ({ dashboard, page, world }) => {
  world.faults.mutate(/^GET rs-admin\/sessions\?/, text => {
    const answer = JSON.parse(text) as { content: { content: Record<string, unknown> }[]; extra?: unknown }
    const [first, second, third] = answer.content
    if (first !== undefined) first.content = { ...first.content, id: 'nine' }
    if (second !== undefined) second.content = { ...second.content, name: null }
    if (third !== undefined) third.content['unheardOf'] = { deep: [1, 2] }
    return JSON.stringify({ ...answer, extra: true }).replace('"extra"', '"__proto__"')
  })
  await dashboard.enter()
  await expect(dashboard.sessions.getByText(/unreadable/i)).toHaveCount(2)
  expect(await dashboard.rows(dashboard.sessions).count()).toBeGreaterThan(5)
  await expect(alerts(page)).toHaveCount(0)
})

test('F23: a step of a newer REGARDS is shown with its raw counters and no action', async ({ dashboard, page }) => {
  await dashboard.signInAt('odd & names', 'new publisher')
  const drawer = dashboard.drawer('odd & names', 'new publisher')
  await expect(drawer.getByText('quality').first()).toBeVisible()
  await expect(drawer.getByText('doubtfulProducts')).toBeVisible()
  await expect(drawer.getByRole('button', { name: /^Relaunch/ })).toHaveCount(0)
  await expect(alerts(page)).toHaveCount(0)
})

test('F30: three clicks in a row, or Enter held down, are one action', async ({ dashboard, page, world }) => {
  await settleIn(dashboard)
  // The answer takes longer than the fingers.
  const slow = await holdAnswers(page, /rs-ingest\/requests\/retry/)
  const { dialog, confirm } = await openRelaunch(dashboard)
  await confirm.evaluate(button => {
    for (let n = 0; n < 3; n++) (button as HTMLButtonElement).click()
  })
  await page.keyboard.down('Enter')
  await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await slow.release()
  await expect(dialog).toBeHidden()
  expect(world.received('rs-ingest/requests/retry')).toHaveLength(1)
})

test('F37: a relaunch that half fails says which types did, and repeats only those', async ({ dashboard, world }) => {
  await dashboard.signInAt('sensor-c', 'tiles-07')
  world.faults.refuse('POST rs-fem/requests/retry/UPDATE', 500, ['Index out of order'], { times: 1 })
  await dashboard
    .card('Referencing')
    .getByRole('button', { name: /^Relaunch errors/ })
    .click()
  const dialog = dashboard.dialog(/^Relaunch errors: /)
  await dialog.getByRole('button', { name: /^Relaunch( again)? \(\d/ }).click()
  await expect(dialog).toContainText('Creation: 5 of 5 requests relaunched.')
  await expect(dialog).toContainText('Index out of order')
  await expect(dialog).toContainText('Deletion requests are locked by another job')
  await expect(dialog).toContainText('Try again later')
  world.forgetRequests()
  await dialog.getByRole('button', { name: 'Relaunch these types again' }).click()
  await expect
    .poll(() =>
      world
        .received('rs-fem/requests/retry')
        .map(({ url }) => url)
        .sort(),
    )
    .toEqual(['rs-fem/requests/retry/DELETION', 'rs-fem/requests/retry/UPDATE'])
})

test('F46: answers that come after sign-out bring nothing back', async ({ dashboard, page, world }) => {
  await settleIn(dashboard)
  const late = await holdAnswers(page, /rs-admin\/sessions/)
  world.forgetRequests()
  await dashboard.refresh.click()
  await expect.poll(() => world.received(SESSIONS).length).toBeGreaterThan(0)
  await page.getByRole('button', { name: /^User/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await late.release()
  // What arrived has been drawn, had there been anything to draw it in.
  await page.evaluate(
    () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0)))),
  )
  await expect(page.locator('body')).not.toContainText('day-1')
  expect(
    await page.evaluate(() => JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)])),
  ).not.toContain('day-1')
  await page.goBack()
  await expect(page.locator('body')).not.toContainText('day-1')
})
