/**
 * axe over every screen, dark and light, without exclusions: no violation at all. One page walks through screens that
 * follow from each other.
 */
import { DIALOG, expectNoSideways, expectNoViolations, findViolations } from './support/axe'
import { expect, test } from './support/dashboard'
import type { Dashboard } from './support/dashboard'
import { FAILED_REQUEST } from './support/watch'

const at = (source: string, session: string) => `?${new URLSearchParams({ source, session }).toString()}`

/** Goes to a session, as a link in the page does. */
async function goToSession(dashboard: Dashboard, source: string, session: string): Promise<void> {
  await dashboard.goTo(at(source, session))
  await expect(dashboard.drawer(source, session)).toBeVisible()
  await expect(dashboard.page.getByRole('article').first()).toBeVisible()
}

/** Opens the deletion dialog of the open session. */
async function askToDelete(dashboard: Dashboard) {
  await dashboard.page.getByRole('button', { name: 'Delete products' }).click()
  return dashboard.dialog(/^Delete products of /)
}

/** Opens the relaunch dialog of a card of the open session. */
async function askToRelaunch(dashboard: Dashboard, card: 'Acquisition' | 'Referencing') {
  await dashboard
    .card(card)
    .getByRole('button', { name: /^Relaunch/ })
    .click()
  const dialog = dashboard.dialog(/^Relaunch errors: /)
  await expect(dialog).toBeVisible()
  return { dialog, send: dialog.getByRole('button', { name: /^Relaunch( again)? \(\d/ }) }
}

test('axe finds a violation put into the page and into a dialog', async ({ dashboard, page }) => {
  await dashboard.signIn()
  const rules = async (within?: string) => (await findViolations(page, within)).map(text => text.split(':')[0])
  const damage = (where: string) =>
    page.evaluate(selector => {
      const button = document.createElement('button')
      const faint = document.createElement('p')
      faint.textContent = 'hardly to be read'
      Object.assign(faint.style, { color: '#ddd', background: '#fff' })
      document.querySelector(selector)?.append(button, faint)
    }, where)
  const DAMAGE = ['button-name', 'color-contrast']
  expect(await rules()).toEqual([])
  await damage('main')
  expect(await rules()).toEqual(expect.arrayContaining(DAMAGE))
  await page.keyboard.press('?')
  await expect(dashboard.dialog('Keyboard')).toBeVisible()
  expect(await rules(DIALOG)).toEqual([])
  await damage('[role=dialog] h2')
  expect(await rules(DIALOG)).toEqual(expect.arrayContaining(DAMAGE))
})

test('before sign-in: the form, a refusal, an unknown address, a wrong configuration', async ({
  dashboard,
  page,
  watched,
}) => {
  watched.allow(FAILED_REQUEST)
  await dashboard.open()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expectNoViolations(page, 'sign-in')
  await dashboard.fillSignIn('operator', 'wrong')
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expectNoViolations(page, 'refused sign-in')
  await dashboard.open('no-such-page')
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
  await expectNoViolations(page, 'not found')
  dashboard.front.replace = path => (path.endsWith('config.json') ? '{"gateway":5}' : undefined)
  await dashboard.open()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectNoViolations(page, 'wrong configuration')
})

test('the board, its menus and its filters', async ({ dashboard, page }) => {
  await dashboard.signIn()
  await expectNoViolations(page, 'board')
  await page.getByRole('button', { name: 'Help' }).click()
  const guide = page.getByRole('menuitem', { name: 'Guide: dashboard' })
  await expect(guide).toBeVisible()
  await expectNoViolations(page, 'help menu')
  await page.keyboard.press('Escape')
  await expect(guide).toBeHidden()
  await page.getByRole('button', { name: /^User/ }).click()
  await page.getByRole('menuitem', { name: 'Settings' }).click()
  await expect(dashboard.dialog('Settings')).toBeVisible()
  await expectNoViolations(page, 'settings', DIALOG)
  await page.keyboard.press('Escape')
  await expect(dashboard.dialog('Settings')).toBeHidden()
  await page.keyboard.press('?')
  await expect(dashboard.dialog('Keyboard')).toBeVisible()
  await expectNoViolations(page, 'keyboard help', DIALOG)
  await page.keyboard.press('Escape')
  await expect(dashboard.dialog('Keyboard')).toBeHidden()
  await page.getByRole('combobox', { name: 'Search a session' }).fill('nothing is called so')
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(0)
  await expectNoViolations(page, 'nothing matches')
  await dashboard.goTo('?source=scan-alpha&sessionState=errors&sourceName=scan')
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(3)
  await expectNoViolations(page, 'filtered board')
})

const DRAWERS = {
  'drawer of files and products': ['scan-alpha', 'day-1'],
  'drawer of workers': ['scan-alpha', 'day-10'],
  'drawer of features and recipients': ['sensor-b', '2025-05-02'],
  'drawer of files in error': ['direct-c', 'run 7'],
  'drawer of indexing errors': ['mosaic', 'index trouble'],
  'drawer of an unknown step': ['odd & names', 'new publisher'],
  'drawer of a stalled session': ['relay-f', 'pass 4711'],
} as const

test.describe('in the dark first', () => {
  test.use({ colorScheme: 'dark' })

  test('the drawer of every kind of session, and of none', async ({ dashboard, page }) => {
    await dashboard.signIn()
    for (const [what, [source, session]] of Object.entries(DRAWERS))
      await test.step(what, async () => {
        await goToSession(dashboard, source, session)
        await expectNoViolations(page, what)
      })
    await dashboard.goTo('?source=scan-alpha&session=never')
    await expect(page.getByText(/^No session named .?never.? in source/)).toBeVisible()
    await expectNoViolations(page, 'drawer of a link that no session has')
  })
})

test('a relaunch: asked, running, refused', async ({ dashboard, page, watched }) => {
  watched.allow(FAILED_REQUEST)
  await dashboard.signInAt('scan-alpha', 'day-1')
  const asked = await askToRelaunch(dashboard, 'Acquisition')
  await expectNoViolations(page, 'relaunch dialog')
  await page.keyboard.press('Escape')
  await expect(asked.dialog).toBeHidden()
  await (await askToRelaunch(dashboard, 'Referencing')).send.click()
  await expect(dashboard.card('Referencing')).toContainText('waiting for REGARDS')
  await expectNoViolations(page, 'a relaunch under way')
  await goToSession(dashboard, 'sensor-c', 'tiles-07')
  const { dialog, send } = await askToRelaunch(dashboard, 'Referencing')
  await send.click()
  await expect(dialog).toContainText('Deletion requests are locked by another job')
  await expectNoViolations(page, 'refused relaunch', DIALOG)
})

test.describe('in the dark first', () => {
  test.use({ colorScheme: 'dark' })

  test('a deletion: asked, refused, counted down', async ({ dashboard, page, watched, world }) => {
    watched.allow(FAILED_REQUEST)
    await dashboard.signInAt('scan-alpha', 'day-1', 'lead')
    const dialog = await askToDelete(dashboard)
    await expect(dialog).toContainText('Counted by REGARDS')
    await expectNoViolations(page, 'deletion dialog')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()

    const fault = world.faults.refuse('DELETE rs-admin/sessions', 500, ['The deletion could not be published'])
    await goToSession(dashboard, 'scan-alpha', '2025-05-01')
    const send = async () => {
      await askToDelete(dashboard)
      await dialog.getByRole('textbox').fill('2025-05-01')
      await dialog.getByRole('button', { name: 'Delete permanently' }).click()
    }
    await send()
    await expect(dialog).toContainText('The deletion could not be published')
    await expectNoViolations(page, 'refused deletion', DIALOG)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    fault.lift()
    await send()
    await expect(page.getByRole('group', { name: 'Deletion progress' })).toBeVisible()
    await expectNoViolations(page, 'a deletion that counts down')
  })
})

test('a deletion that would take look-alikes along: a wrong name, then only its own products, refused', async ({
  dashboard,
  page,
  watched,
  world,
}) => {
  watched.allow(FAILED_REQUEST)
  world.faults.refuse('DELETE rs-worker-manager/requests/delete', 500, ['The index is out of order'])
  await dashboard.signInAt('A', 'day-1', 'lead')
  const dialog = await askToDelete(dashboard)
  await expect(dialog).toContainText(/REGARDS would also delete \d+ worker requests? from other sessions/)
  await dialog.getByRole('textbox').fill('day-10')
  await expectNoViolations(page, 'deletion dialog with a wrong name and look-alikes')
  await dialog.getByRole('textbox').fill('day-1')
  await dialog.getByRole('button', { name: 'Delete only these products' }).click()
  await expect(dialog).toContainText('The index is out of order')
  await expectNoViolations(page, 'exact deletion, refused', DIALOG)
})

test('failures: a gateway that fails, older data, signing in again', async ({ dashboard, page, watched, world }) => {
  watched.allow(FAILED_REQUEST)
  const failing = world.faults.refuse('GET rs-admin/s', 500, ['Something broke', 'and something else'])
  await dashboard.enter()
  await expect(page.getByText('Something broke').first()).toBeVisible()
  await expectNoViolations(page, 'failing gateway')
  failing.lift()
  await dashboard.open(at('scan-alpha', 'day-1'))
  await dashboard.expectLists()
  await expect(dashboard.drawer('scan-alpha', 'day-1')).toBeVisible()
  const older = world.faults.html('GET rs-admin/s', 502)
  await dashboard.refresh.click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expectNoViolations(page, 'older data after a failure')
  older.lift()
  world.expireTokens()
  await dashboard.refresh.click()
  await expect(dashboard.dialog('Sign in again')).toBeVisible()
  await expectNoViolations(page, 'signing in again', DIALOG)
})

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the board, a session, the deletion dialog, 390 px', async ({ dashboard, page }) => {
    await dashboard.enter('lead')
    const list = page.getByRole('grid')
    await expect(list).toHaveCount(1)
    await expect(dashboard.rows(list).first()).toBeVisible()
    await expectNoViolations(page, 'the board')
    await expectNoSideways(page, 'the board')
    await dashboard.goTo(at('scan-alpha', 'day-1'))
    await expect(dashboard.dialog('scan-alpha / day-1')).toBeVisible()
    await expect(dashboard.card('Acquisition')).toBeVisible()
    await expectNoViolations(page, 'a session')
    await expectNoSideways(page, 'a session')
    await dashboard.goTo(at('A', 'day-1'))
    await expect(dashboard.dialog('A / day-1')).toBeVisible()
    await expect(dashboard.card('Acquisition')).toBeVisible()
    await expect(await askToDelete(dashboard)).toContainText(
      /REGARDS would also delete \d+ worker requests? from other sessions/,
    )
    await expectNoViolations(page, 'the deletion dialog', DIALOG)
    await expectNoSideways(page, 'the deletion dialog')
  })
})

test('empty lists of an empty project', async ({ dashboard, page }) => {
  await dashboard.open()
  await page.getByRole('combobox', { name: 'Project' }).fill('empty-lab')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('operator@example.org')
  await page.getByLabel('Password', { exact: true }).fill('orbit-7')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dashboard.sessions).toBeVisible()
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(0)
  await expectNoViolations(page, 'empty lists')
})
