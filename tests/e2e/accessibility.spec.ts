/** axe over every screen, dark and light, without exclusions: no violation at all. */
import { expectNoSideways, findViolations } from './support/axe'
import { expect, test } from './support/dashboard'
import type { Dashboard } from './support/dashboard'
import { FAILED_REQUEST } from './support/watch'

const session = (source: string, name: string) => (dashboard: Dashboard) => dashboard.signInAt(source, name)

/** Opens the deletion dialog of the open session; with its name typed the order goes out. */
async function askToDelete(dashboard: Dashboard, typed?: string): Promise<void> {
  await dashboard.page.getByRole('button', { name: 'Delete products' }).click()
  if (typed === undefined) return
  const dialog = dashboard.dialog(/^Delete products of /)
  await dialog.getByRole('textbox').fill(typed)
  await dialog.getByRole('button', { name: 'Delete for good' }).click()
}

/** Every screen and how one gets there. */
const SCREENS: Readonly<Record<string, (dashboard: Dashboard) => Promise<void>>> = {
  'sign-in': async dashboard => {
    await dashboard.open()
    await expect(dashboard.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  },
  'refused sign-in': async dashboard => {
    dashboard.watched.allow(FAILED_REQUEST)
    await dashboard.open()
    await dashboard.fillSignIn('operator', 'wrong')
    await expect(dashboard.page.getByRole('alert').first()).toBeVisible()
  },
  board: dashboard => dashboard.signIn(),
  'filtered board': async dashboard => {
    await dashboard.signIn('operator', '?source=scan-alpha&sessionState=errors&sourceName=scan')
    await expect(dashboard.rows(dashboard.sessions)).toHaveCount(3)
  },
  'drawer of files and products': session('scan-alpha', 'day-1'),
  'drawer of workers': session('scan-alpha', 'day-10'),
  'drawer of features and recipients': session('sensor-b', '2025-05-02'),
  'drawer of files in error': session('direct-c', 'run 7'),
  'drawer of indexing errors': session('mosaic', 'index trouble'),
  'drawer of an unknown step': session('odd & names', 'new publisher'),
  'drawer of a link that no session has': async dashboard => {
    await dashboard.signIn('operator', '?source=scan-alpha&session=never')
    await expect(dashboard.page.getByText(/^No session named .?never.? in source/)).toBeVisible()
  },
  'relaunch dialog': async dashboard => {
    await dashboard.signInAt('scan-alpha', 'day-1')
    await dashboard
      .card('Acquisition')
      .getByRole('button', { name: /^Relaunch/ })
      .click()
    await expect(dashboard.dialog(/^Relaunch errors: /)).toBeVisible()
  },
  'refused relaunch': async dashboard => {
    dashboard.watched.allow(FAILED_REQUEST)
    await dashboard.signInAt('sensor-c', 'tiles-07')
    await dashboard
      .card('Referencing')
      .getByRole('button', { name: /^Relaunch/ })
      .click()
    const dialog = dashboard.dialog(/^Relaunch errors: /)
    await dialog.getByRole('button', { name: /^Relaunch \d/ }).click()
    await expect(dialog).toContainText('Deletion requests are locked by another job')
  },
  'a relaunch that drains': async dashboard => {
    await dashboard.signInAt('scan-alpha', 'day-1')
    await dashboard
      .card('Referencing')
      .getByRole('button', { name: /^Relaunch/ })
      .click()
    await dashboard
      .dialog(/^Relaunch errors: /)
      .getByRole('button', { name: /^Relaunch \d/ })
      .click()
    await expect(dashboard.card('Referencing')).toContainText('waiting for REGARDS')
  },
  'deletion dialog': async dashboard => {
    await dashboard.signInAt('scan-alpha', 'day-1', 'lead')
    await askToDelete(dashboard)
    await expect(dashboard.dialog(/^Delete products of /)).toContainText('Counted by REGARDS')
  },
  'deletion dialog with a wrong name and look-alikes': async dashboard => {
    await dashboard.signInAt('A', 'day-1', 'lead')
    await askToDelete(dashboard)
    const dialog = dashboard.dialog(/^Delete products of /)
    await expect(dialog).toContainText(/REGARDS would also delete \d+ worker requests? of other sessions/)
    await dialog.getByRole('textbox').fill('day-10')
  },
  'exact deletion, refused': async dashboard => {
    dashboard.watched.allow(FAILED_REQUEST)
    dashboard.world.faults.refuse('DELETE rs-worker-manager/requests/delete', 500, ['The index is out of order'])
    await dashboard.signInAt('A', 'day-1', 'administrator')
    await askToDelete(dashboard)
    const dialog = dashboard.dialog(/^Delete products of /)
    await dialog.getByRole('textbox').fill('day-1')
    await dialog.getByRole('button', { name: 'Delete only this session’s products' }).click()
    await expect(dialog).toContainText('The index is out of order')
  },
  'refused deletion': async dashboard => {
    dashboard.watched.allow(FAILED_REQUEST)
    dashboard.world.faults.refuse('DELETE rs-admin/sessions', 500, ['The deletion could not be published'])
    await dashboard.signInAt('scan-alpha', '2025-05-01', 'lead')
    await askToDelete(dashboard, '2025-05-01')
    await expect(dashboard.dialog(/^Delete products of /)).toContainText('The deletion could not be published')
  },
  'a deletion that counts down': async dashboard => {
    await dashboard.signInAt('scan-alpha', '2025-05-01', 'lead')
    await askToDelete(dashboard, '2025-05-01')
    await expect(dashboard.page.getByRole('group', { name: 'After the deletion' })).toBeVisible()
  },
  'drawer that stands still': session('relay-f', 'pass 4711'),
  'help menu': async dashboard => {
    await dashboard.signIn()
    await dashboard.page.getByRole('button', { name: 'Help' }).click()
    await expect(dashboard.page.getByRole('menuitem', { name: 'Guide: this dashboard' })).toBeVisible()
  },
  'signing in again': async dashboard => {
    dashboard.watched.allow(FAILED_REQUEST)
    await dashboard.signInAt('scan-alpha', 'day-1')
    dashboard.world.expireTokens()
    await dashboard.refresh.click()
    await expect(dashboard.dialog('Sign in again')).toBeVisible()
  },
  settings: async dashboard => {
    await dashboard.signIn()
    await dashboard.page.getByRole('button', { name: /^User/ }).click()
    await dashboard.page.getByRole('menuitem', { name: 'Settings' }).click()
    await expect(dashboard.dialog('Settings')).toBeVisible()
  },
  'keyboard help': async dashboard => {
    await dashboard.signIn()
    await dashboard.page.keyboard.press('?')
    await expect(dashboard.dialog('Keyboard')).toBeVisible()
  },
  'not found': async dashboard => {
    await dashboard.open('no-such-page')
    await expect(dashboard.page.getByRole('heading', { level: 1 })).toBeVisible()
  },
  'failing gateway': async dashboard => {
    dashboard.watched.allow(FAILED_REQUEST)
    dashboard.world.faults.refuse('GET rs-admin/s', 500, ['Something broke', 'and something else'])
    await dashboard.open()
    await dashboard.fillSignIn()
    await expect(dashboard.page.getByText('Something broke').first()).toBeVisible()
  },
  'older data after a failure': async dashboard => {
    dashboard.watched.allow(FAILED_REQUEST)
    await dashboard.signInAt('scan-alpha', 'day-1')
    dashboard.world.faults.html('GET rs-admin/s', 502)
    await dashboard.refresh.click()
    await expect(dashboard.page.getByRole('alert').first()).toBeVisible()
  },
  'nothing matches': async dashboard => {
    await dashboard.signIn()
    await dashboard.page.getByRole('combobox', { name: 'Search a session' }).fill('nothing is called so')
    await expect(dashboard.rows(dashboard.sessions)).toHaveCount(0)
  },
  'wrong configuration': async dashboard => {
    dashboard.front.replace = path => (path.endsWith('config.json') ? '{"gateway":5}' : undefined)
    await dashboard.open()
    await expect(dashboard.page.getByRole('alert')).toBeVisible()
  },
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    for (const [name, reach] of Object.entries(SCREENS)) {
      test(`${name}, ${colorScheme}`, async ({ dashboard, page }) => {
        await reach(dashboard)
        expect(await findViolations(page)).toEqual([])
      })
    }
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`on a telephone, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 844 } })

    test(`the board, ${colorScheme}, 390 px`, async ({ dashboard, page }) => {
      await dashboard.open()
      await dashboard.fillSignIn()
      await expect(page.getByRole('grid')).toHaveCount(1)
      await expect(dashboard.rows(page.getByRole('grid')).first()).toBeVisible()
      expect(await findViolations(page)).toEqual([])
      await expectNoSideways(page)
    })

    test(`a session, ${colorScheme}, 390 px`, async ({ dashboard, page }) => {
      await dashboard.open('?source=scan-alpha&session=day-1')
      await dashboard.fillSignIn()
      await expect(dashboard.dialog('scan-alpha / day-1')).toBeVisible()
      await expect(dashboard.card('Acquisition')).toBeVisible()
      expect(await findViolations(page)).toEqual([])
      await expectNoSideways(page)
    })

    test(`the deletion dialog, ${colorScheme}, 390 px`, async ({ dashboard, page }) => {
      await dashboard.open('?source=A&session=day-1')
      await dashboard.fillSignIn('lead')
      await expect(dashboard.card('Acquisition')).toBeVisible()
      await askToDelete(dashboard)
      await expect(dashboard.dialog(/^Delete products of /)).toContainText(
        /REGARDS would also delete \d+ worker requests? of other sessions/,
      )
      expect(await findViolations(page)).toEqual([])
      await expectNoSideways(page)
    })
  })
}

test.describe('an empty project', () => {
  test('empty lists', async ({ dashboard, page }) => {
    await dashboard.open()
    await page.getByRole('combobox', { name: 'Project' }).fill('empty-lab')
    await page.getByRole('textbox', { name: 'E-mail' }).fill('operator@example.org')
    await page.getByLabel('Password', { exact: true }).fill('orbit-7')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(dashboard.sessions).toBeVisible()
    await expect(dashboard.rows(dashboard.sessions)).toHaveCount(0)
    expect(await findViolations(page)).toEqual([])
  })
})
