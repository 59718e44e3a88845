/** One action, once, over the built application: closing, reopening or reloading sends nothing twice and hides no outcome. */
import { expect, test } from './support/dashboard'
import { HANDS } from './support/hands'
import { holdAnswers } from './support/hold-answers'

const INGEST = 'rs-ingest/requests/retry'
const SOURCE = 'scan-alpha'
const SESSION = '2025-05-02'

test.beforeEach(({ world }) => {
  world.session({ source: SOURCE, name: SESSION }).fate = 'all'
})

for (const [way, hand] of Object.entries(HANDS)) {
  test(`by ${way}: confirmed, closed, opened again: one action, shown once`, async ({ dashboard, page, world }) => {
    await dashboard.signInAt(SOURCE, SESSION)
    const card = dashboard.card('Referencing')
    const relaunch = card.getByRole('button', { name: /^Relaunch errors \(1\)/ })
    const dialog = dashboard.dialog(/^Relaunch errors: /)
    const confirm = dialog.getByRole('button', { name: /^Relaunch( again)? \(1\)/ })
    const slow = await holdAnswers(page, /rs-ingest\/requests\/retry/)
    await hand.press(relaunch)
    await hand.press(confirm)
    await expect.poll(() => world.received(INGEST).length).toBe(1)
    await hand.press(dialog.getByRole('button', { name: 'Close' }))
    await expect(dialog).toBeHidden()
    await expect(relaunch).toHaveAccessibleDescription(/^The same relaunch is being sent/)

    await hand.press(relaunch)
    await expect(dialog).toContainText('The same relaunch is being sent: wait for its answer.')
    await hand.pressAnyway(confirm)
    await slow.release()
    await expect(page.getByText(/^OAIS \(.*2025-05-02.*: Accepted by REGARDS\.$/).first()).toBeVisible()
    await expect(dialog).toBeVisible()
    expect(world.received(INGEST)).toHaveLength(1)
  })

  test(`by ${way}: after F5 the button knows, and a second action is confirmed as such`, async ({
    dashboard,
    page,
    world,
  }) => {
    await dashboard.signInAt(SOURCE, SESSION)
    const card = dashboard.card('Referencing')
    const dialog = dashboard.dialog(/^Relaunch errors: /)
    // REGARDS is so slow that no counter moves.
    let first: string | undefined
    world.faults.mutate('GET rs-admin/sessions/', text => (first ??= text))
    await hand.press(card.getByRole('button', { name: /^Relaunch errors \(1\)/ }))
    await hand.press(dialog.getByRole('button', { name: 'Relaunch (1)' }))
    await expect(dialog).toBeHidden()
    await page.reload()
    await expect(card).toContainText('waiting for REGARDS')
    const again = card.getByRole('button', { name: 'Relaunch errors (1)' })
    await expect(again).toHaveAccessibleDescription(/^Relaunched .+: REGARDS may still be working/)
    await hand.press(again)
    await expect(dialog).toContainText('REGARDS may still be working. Relaunching again may do the same work twice.')
    await expect(dialog.getByRole('button', { name: 'Relaunch again (1)' })).toBeVisible()
    expect(world.received(INGEST)).toHaveLength(1)
  })
}

test('a page reloaded before the answer says once that the outcome is unknown', async ({ dashboard, page, world }) => {
  await dashboard.signInAt(SOURCE, SESSION)
  const card = dashboard.card('Referencing')
  world.faults.latency(`POST ${INGEST}`, '30s', { times: 1 })
  await card.getByRole('button', { name: /^Relaunch errors \(1\)/ }).click()
  await dashboard
    .dialog(/^Relaunch errors: /)
    .getByRole('button', { name: 'Relaunch (1)' })
    .click()
  await expect.poll(() => world.received(INGEST).length).toBe(1)
  await page.reload()
  const told = page.getByText(/Outcome unknown: the page was reloaded before the answer/)
  await expect(told.first()).toBeVisible()
  await page.reload()
  await expect(card).toBeVisible()
  await expect(told).toHaveCount(0)
  expect(world.received(INGEST)).toHaveLength(1)
})
