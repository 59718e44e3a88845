/** The journal and the files of the lists in a real browser: kept over a reload, for its account alone, accessible in both languages. */
import { readFile } from 'node:fs/promises'
import { DIALOG, expectNoSideways, expectNoViolations } from './support/axe'
import { expect, test } from './support/dashboard'
import type { Dashboard } from './support/dashboard'

async function openJournal(dashboard: Dashboard, user = 'User operator@example.org') {
  await dashboard.page.getByRole('button', { name: user }).click()
  await dashboard.page.getByRole('menuitem', { name: 'Journal' }).click()
  const dialog = dashboard.dialog('Journal')
  await expect(dialog).toBeVisible()
  return dialog
}

test('a relaunch is in the journal after a reload, and the dialog is accessible in both languages', async ({
  dashboard,
  page,
}) => {
  await dashboard.signIn('operator', '?source=sensor-b&session=2025-05-02')
  await dashboard
    .card('Referencing')
    .getByRole('button', { name: /^Relaunch/ })
    .first()
    .click()
  const relaunch = dashboard.dialog(/^Relaunch errors: /)
  await relaunch.getByRole('button', { name: /^Relaunch \(\d/ }).click()
  await expect(relaunch).toBeHidden()
  await page.reload()
  await dashboard.expectLists()
  const dialog = await openJournal(dashboard)
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  await expect(dialog.getByRole('listitem')).toContainText('sensor-b / 2025-05-02')
  await expectNoViolations(page, 'journal', DIALOG)
  await dialog.getByRole('searchbox').fill('nothing like it')
  await expect(dialog.getByText('No matching actions')).toBeVisible()
  await expectNoViolations(page, 'journal without a match', DIALOG)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Français' }).click()
  await page.setViewportSize({ width: 390, height: 844 })
  const french = await openJournal(dashboard, 'Utilisateur operator@example.org')
  await expect(french.getByRole('listitem')).toContainText('Relance')
  await expectNoViolations(page, 'journal in French', DIALOG)
  await expectNoSideways(page, 'journal in French')
})

test('a list is saved as a file, raw and whole', async ({ dashboard, page }) => {
  await dashboard.signIn('operator')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV of sessions' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('sessions.csv')
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n')
  expect(lines[1]).toMatch(/^Source,Name,Id,/)
  expect(lines.length).toBeGreaterThan(100)
})
