/** The last look in a real browser: by keys alone, over a reload, at 390 px and in forced colours, accessible in both languages. */
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { expectNoSideways, expectNoViolations } from './support/axe'
import type { Dashboard } from './support/dashboard'
import { expect, test } from './support/dashboard'
import { expectNoCutFigure } from './support/figures'

test.use({
  seed: aWorld()
    .withSession('scan-alpha/a-rather-long-name-of-a-session-2026-11-27', s => s.oais({ done: 1 }).changed('1m'))
    .withSession('scan-alpha/failed', s => s.oais({ errors: 1 }).changed('2m'))
    .withSession('scan-alpha/busy', s => s.oais({ running: 1 }).changed('3m'))
    .withSession('sensor-b/gone', s => s.oais({ done: 1 }).changed('9m'))
    .withSession('sensor-b/stays', s => s.oais({ done: 1 }).changed('9m')),
})

function weekend(world: World): void {
  const turn = (name: string, status: string) => {
    const record = world.session({ source: 'scan-alpha', name })
    const [item] = world.archive.items(record, 'oais')
    if (item !== undefined) world.archive.change(record, 'oais', item, status)
  }
  turn('a-rather-long-name-of-a-session-2026-11-27', 'ERROR')
  turn('failed', 'STORED')
  turn('busy', 'STORED')
  const fresh = world.archive.openSession({ source: 'sensor-b', name: 'fresh' })
  world.archive.addItem(fresh, 'oais', { kind: 'ingestRequest', status: 'STORED' })
  world.purge({ source: 'sensor-b', name: 'gone' })
  world.advance('20s')
}

const lineOf = ({ page }: Pick<Dashboard, 'page'>) => page.getByRole('group', { name: 'Changes since the last look' })

async function markByKeys(dashboard: Dashboard): Promise<void> {
  const { page } = dashboard
  await page.getByRole('button', { name: 'More for sessions' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Mark as seen' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(lineOf(dashboard)).toContainText('No changes since')
}

test('by keys alone: mark, see after a reload what changed, filter by it, read what is gone', async ({
  dashboard,
  page,
  world,
}) => {
  await dashboard.signIn()
  await page.setViewportSize({ width: 1600, height: 900 })
  await markByKeys(dashboard)
  weekend(world)
  await page.reload()
  await dashboard.expectLists()
  const line = lineOf(dashboard)
  await expect(line).toContainText('1 with new errors, 1 new, 1 recovered, 1 finished')
  await expect(page).toHaveTitle('(1) 4 changed – Sessions – REGARDS')
  const sessions = page.getByRole('grid', { name: 'Sessions' })
  await expect(sessions.getByRole('columnheader', { name: 'Changes' })).toBeVisible()
  await expect(dashboard.row(sessions, /^failed/)).toContainText('Recovered')
  // The column has room: the sign would say it twice.
  await expect(sessions.getByRole('img', { name: /^Recovered since/ })).toBeHidden()
  await expectNoCutFigure(page, 'what changed', [1920, 1280, 1024, 600, 390, 320])
  await page.setViewportSize({ width: 1600, height: 900 })
  await expectNoViolations(page, 'what changed')
  await dashboard.state('sessions', 'Changed').focus()
  await page.keyboard.press('Space')
  await expect(dashboard.rows(sessions)).toHaveCount(4)
  await line.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(line.getByRole('listitem')).toHaveText('sensor-b / gone')
  await expectNoViolations(page, 'gone sessions')
  await page.getByRole('button', { name: 'Français' }).click()
  await expect(page.getByRole('columnheader', { name: 'Évolution' })).toBeVisible()
  const words = page.locator('[role=gridcell] [data-kind]:visible, [role=columnheader] span:visible')
  const cut = await words.evaluateAll(all =>
    all
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth && clientWidth > 0)
      .map(one => one.textContent),
  )
  expect(cut).toEqual([])
  await expectNoViolations(page, 'changes in French')
})

test('at 390 px each row has a sign with a name, nothing is wider than the page, in dark and forced colours too', async ({
  dashboard,
  page,
  world,
}) => {
  await dashboard.signIn()
  await markByKeys(dashboard)
  weekend(world)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.reload()
  await page.getByRole('tab', { name: 'Sessions' }).click()
  const sessions = page.getByRole('grid', { name: 'Sessions' })
  for (const name of ['New error', 'New', 'Recovered', 'Finished'])
    await expect(sessions.getByRole('img', { name: new RegExp(`^${name} since \\d\\d:\\d\\d$`) })).toBeVisible()
  await expect(lineOf(dashboard)).toContainText('1 gone')
  await expectNoSideways(page, 'what changed at 390 px')
  await expectNoViolations(page, 'what changed at 390 px')
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' })
  await expect(sessions.getByRole('img', { name: /^New error since/ })).toBeVisible()
  await expectNoViolations(page, 'what changed in forced colours')
  await page.emulateMedia({ forcedColors: 'none' })
  await page.getByRole('tab', { name: 'Sources' }).click()
  await expect(page.getByRole('img', { name: /^3 sessions changed since/ })).toBeVisible()
  await expectNoViolations(page, 'sources with changes at 390 px')
  await expect(page).toHaveTitle('(1) 4 changed – Sessions – REGARDS')
})
