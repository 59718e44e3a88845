/** Chips by state, what needs attention and the files of both lists, over the built application: address, Back, reload, keys, a telephone, French, axe. */
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { aWorld } from '@tests/support/a-world'
import { expectNoSideways, expectNoViolations } from './support/axe'
import { expect, test } from './support/dashboard'

const MIXED = aWorld()
  .withSessions(3, 'A/failed', s => s.oais({ done: 3, errors: 2 }))
  .withSessions(2, 'A/waits', s => s.oais({ done: 1, waiting: 1 }))
  .withSessions(4, 'B/well', s => s.oais({ done: 9 }))
  .withSession('B/loses', s => s.oais({ done: 9, ignored: 3 }))

const WELL = aWorld().withSessions(4, 'A/well', s => s.oais({ done: 9 }))

test.use({ seed: MIXED })

const chips = (page: Page, name = 'State of sessions') => page.getByRole('group', { name })
const chip = (group: Locator, name: string) => group.getByRole('button', { name: new RegExp(`^${name}(?: \\d+)?$`) })
const pressed = (group: Locator) => group.getByRole('button', { pressed: true })
const asked = (page: Page) => new URL(page.url()).searchParams

/** Saves a list, and gives the lines of its file. */
async function exported(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  const text = await readFile(await download.path(), 'utf8')
  return { name: download.suggestedFilename(), lines: text.trim().split('\r\n') }
}

test('several states are one list, in the address, over Back and a reload, by keys alone', async ({
  dashboard,
  page,
}) => {
  await dashboard.signIn()
  const states = chips(page)
  await expect(chip(states, 'Error')).toHaveAccessibleName('Error 3')
  await expect(chip(states, 'Waiting')).toHaveAccessibleName('Waiting 2')
  await expect(chip(states, 'All')).toHaveAccessibleName('All 10')
  await chip(states, 'Error').focus()
  await page.keyboard.press('Enter')
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(3)
  await page.keyboard.press('Tab')
  await page.keyboard.press(' ')
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(5)
  await expect(pressed(states)).toHaveText([/^Error/, /^Waiting/])
  expect(asked(page).get('sessionState')).toBe('errors,waiting')
  await expectNoViolations(page, 'two states')
  await page.reload()
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(5)
  await expect(pressed(states)).toHaveText([/^Error/, /^Waiting/])
  await chip(states, 'All').click()
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(10)
  await page.goBack()
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(5)
  await chip(chips(page, 'State of sources'), 'Error').click()
  await expect(dashboard.rows(dashboard.sources)).toHaveCount(1)
})

test('what needs attention is one list, the most urgent first', async ({ dashboard, page }) => {
  await dashboard.signIn()
  await chip(chips(page), 'Needs attention').click()
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(6)
  const names = await dashboard
    .rows(dashboard.sessions)
    .evaluateAll(rows => rows.map(row => row.getAttribute('aria-label') ?? ''))
  expect(names.map(name => name.replace(/-?\d*, .*$/, ''))).toEqual([
    'waits',
    'waits',
    'failed',
    'failed',
    'failed',
    'loses',
  ])
  expect(asked(page).get('sessionState')).toBe('attention')
  await expectNoViolations(page, 'needs attention')
})

test('files of both lists hold what their filters let through, in the order shown', async ({ dashboard, page }) => {
  await dashboard.signIn('operator', '?sessionState=errors,waiting&sessionSort=name,asc')
  await expect(dashboard.rows(dashboard.sessions)).toHaveCount(5)
  const sessions = await exported(page, 'Export CSV of sessions')
  expect(sessions.name).toBe('sessions.csv')
  expect(sessions.lines[0]).toMatch(/Sessions; status: Error \+ Waiting; by name, ascending; 5 rows/)
  expect(sessions.lines.slice(2).map(line => line.split(',')[1])).toEqual([
    'failed-0',
    'failed-1',
    'failed-2',
    'waits-0',
    'waits-1',
  ])
  const sources = await exported(page, 'Export CSV of sources')
  expect(sources.name).toBe('sources.csv')
  expect(
    sources.lines
      .slice(2)
      .map(line => line.split(',')[0])
      .sort(),
  ).toEqual(['A', 'B'])
})

test('the file of the selected sessions, by keys alone, is in the order of selection', async ({ dashboard, page }) => {
  await dashboard.signIn()
  await page.getByRole('button', { name: 'Select', exact: true }).focus()
  await page.keyboard.press('Enter')
  const bar = page.getByRole('group', { name: 'Selected sessions' })
  for (const name of [/^well-2,/, /^failed-1,/]) {
    await dashboard.row(dashboard.sessions, name).focus()
    await page.keyboard.press(' ')
  }
  await expect(bar).toContainText('2 selected')
  await bar.getByRole('button', { name: 'Export CSV' }).focus()
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(download.suggestedFilename()).toBe('sessions_selected.csv')
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
  expect(lines.slice(2).map(line => line.split(',')[1])).toEqual(['well-2', 'failed-1'])
  await expect(bar.getByRole('button', { name: 'Export CSV' })).toBeFocused()
  await expectNoViolations(page, 'selected sessions exported')
})

test('the journal opens by its key, and Escape gives the focus back', async ({ dashboard, page }) => {
  await dashboard.signIn()
  const row = dashboard.row(dashboard.sessions, /^failed-0,/)
  await row.focus()
  await page.keyboard.press('h')
  await expect(dashboard.dialog('Journal')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dashboard.dialog('Journal')).toBeHidden()
  await expect(row).toBeFocused()
})

test.describe('on a telephone, in French', () => {
  test.use({ locale: 'fr-FR', viewport: { width: 390, height: 844 } })

  test('chips, what needs attention and the file have room', async ({ dashboard, page }) => {
    await dashboard.enter()
    await page.getByRole('tab', { name: 'Sessions' }).click()
    const states = chips(page, 'État des sessions')
    await chip(states, 'Erreur').click()
    await chip(states, 'En attente').click()
    await expect(dashboard.rows(dashboard.sessions)).toHaveCount(5)
    await expectNoSideways(page, 'two states in French')
    await expectNoViolations(page, 'two states in French')
    const { lines } = await exported(page, 'Exporter en CSV les sessions')
    expect(lines[0]).toMatch(
      /Sessions\s; statut\s: Erreur \+ En attente\s; par dernier changement, décroissant\s; 5 lignes/,
    )
    expect(lines[1]).toMatch(/^Source;Nom;Id;/)
    await chip(states, 'À traiter').click()
    await expect(dashboard.rows(dashboard.sessions)).toHaveCount(6)
    await expectNoSideways(page, 'needs attention in French')
  })

  test.describe('where all is well', () => {
    test.use({ seed: WELL })

    test('nothing needs anyone, and since when is said', async ({ dashboard, page }) => {
      await dashboard.enter('operator', '?sessionState=attention')
      await page.getByRole('tab', { name: 'Sessions' }).click()
      await expect(page.getByText('Rien à traiter')).toBeVisible()
      await expect(page.getByText(/^À \d\d:\d\d:\d\d$/)).toBeVisible()
      await expectNoViolations(page, 'nothing needs you in French')
      await expectNoSideways(page, 'nothing needs you in French')
      await page.getByText('Effacer les filtres de sessions').click()
      await expect(dashboard.rows(dashboard.sessions)).toHaveCount(4)
    })
  })
})
