/** Missions that end with an answer: what is Ok, what is slow, what is missing. Each is done by mouse and again by keyboard. */
import type { Page } from '@playwright/test'
import type { World } from '@simulator/world'
import { expect, test } from './support/dashboard'
import { HANDS } from './support/hands'
import { snapshot } from './support/snapshot'
import { FAILED_REQUEST } from './support/watch'

/** What was scrolled, and words that end in an ellipsis: none may be needed to read how things stand. */
const findHidden = (page: Page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('*')]
    const scrolled = all.filter(({ scrollTop, scrollLeft }) => scrollTop > 0 || scrollLeft > 0)
    const states = [...document.querySelectorAll('[role=row][aria-rowindex] > [role=gridcell]:nth-child(2) *')]
    const cut = states.filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth)
    return [...scrolled, ...cut].map(({ outerHTML }) => outerHTML.slice(0, 200))
  })

const READS = /^(GET|POST) rs-(admin\/s|dataprovider|ingest)/

/** Ways of answering badly: a status, a web page with a good status, nothing, half a text. */
const STRIKES: Readonly<Record<string, (world: World) => { lift(): void }>> = {
  'a status 500': ({ faults }) => faults.refuse(READS, 500, ['Index out of order']),
  'a web page': ({ faults }) => faults.html(READS, 200),
  nothing: ({ faults }) => faults.empty(READS, 200),
  'half a text': ({ faults }) => faults.malformed(READS),
}

for (const [way, hand] of Object.entries(HANDS)) {
  test.describe(`by ${way}`, () => {
    test.describe('on a calm morning', () => {
      test.use({ seed: 'calm' })

      test('the morning check: that all is well can be read without scrolling', async ({ dashboard, page }) => {
        await dashboard.signIn()
        const sources = dashboard.rows(dashboard.sources)
        await expect(dashboard.sources).toHaveAttribute('aria-rowcount', '11')
        await expect(sources).toHaveCount(10)
        for (const source of await sources.all()) {
          await expect(source).toBeInViewport({ ratio: 1 })
          await expect(source.getByRole('img')).toHaveCount(0)
          await expect(source).not.toContainText(/no change/)
        }
        await expect(dashboard.sources).toContainText(/Ok, \d+ left out/)
        for (const session of await dashboard.rows(dashboard.sessions).all()) {
          await expect(session.getByRole('img')).toHaveCount(0)
          await expect(session).not.toContainText(/no change/)
        }
        expect(await findHidden(page)).toEqual([])

        for (const [state, word] of [
          ['Error', 'in error'],
          ['Waiting', 'waiting'],
        ] as const) {
          await hand.press(dashboard.state('sessions', state))
          await expect(page.getByText(`No sessions ${word}`)).toBeInViewport({ ratio: 1 })
          await hand.press(dashboard.state('sessions', state))
        }
        expect(await findHidden(page)).toEqual([])
      })
    })

    test('stuck or slow: a session that runs without a change says for how long, and where', async ({
      dashboard,
      page,
    }) => {
      await dashboard.signIn()
      await hand.press(dashboard.state('sessions', 'Running'))
      const row = dashboard.row(dashboard.sessions, 'pass 4711, relay-f')
      await expect(row.getByRole('img', { name: '14 running' })).toBeVisible()
      await expect(row.getByTitle(/Storage/).and(page.getByRole('gridcell'))).toBeVisible()
      await expect(row).toContainText(/no change 2\s?h/)
      await hand.open(dashboard.sessions, row)
      await expect(dashboard.drawer('relay-f', 'pass 4711')).toContainText(/no change for 2\s?h in Storage/)
      await expect(dashboard.card('Storage')).toContainText(/no change for 2\s?h/)
      await expect(dashboard.card('Referencing')).not.toContainText('no change')
    })

    test('did you get everything? The two missing products are visible though the state is Ok', async ({
      dashboard,
    }) => {
      await dashboard.signIn('administrator')
      await hand.press(dashboard.state('sources', 'Ok'))
      await hand.open(dashboard.sources, dashboard.row(dashboard.sources, 'lidar-e'))
      await expect(dashboard.row(dashboard.sources, 'lidar-e')).toContainText('Ok, 2 left out')
      const row = dashboard.row(dashboard.sessions, '2025-05-31')
      await expect(row).toContainText('Ok, 2 left out')
      await hand.open(dashboard.sessions, row)
      await expect(dashboard.drawer('lidar-e', '2025-05-31')).toContainText('Ok, 2 left out')
      await hand.press(dashboard.card('Acquisition').getByRole('button', { name: 'See incomplete (2)' }))
      const products = dashboard.dialog('Incomplete products').getByRole('grid')
      await expect(dashboard.rows(products)).toHaveCount(2)
      for (const product of await dashboard.rows(products).all()) await expect(product).toContainText('Incomplete')
    })

    test('the server answers badly: nothing that was known is lost, and no list pretends to be empty', async ({
      dashboard,
      page,
      watched,
      world,
    }) => {
      watched.allow(FAILED_REQUEST)
      const alerts = page.getByRole('alert').filter({ hasText: /\S/ })
      await dashboard.signIn('administrator', '?sessionName=day')
      await hand.open(dashboard.sessions, dashboard.row(dashboard.sessions, 'day-1, scan-alpha'))
      const card = dashboard.card('Acquisition')
      await expect(card).toBeVisible()
      await hand.refresh(dashboard.refresh)
      await expect(dashboard.rows(dashboard.sessions)).toHaveCount(5)
      const before = await snapshot(page)
      for (const strike of Object.values(STRIKES)) {
        const fault = strike(world)
        await hand.refresh(dashboard.refresh)
        await expect(alerts.first()).toBeVisible()
        await expect(dashboard.rows(dashboard.sessions)).toHaveCount(5)
        await expect(card).toContainText('Relaunch error requests (23)')
        expect(await snapshot(page)).toEqual(before)
        fault.lift()
        await hand.refresh(dashboard.refresh)
        await expect(alerts).toHaveCount(0)
      }

      const outage = STRIKES['a web page']?.(world)
      await hand.press(card.getByRole('button', { name: 'See error requests (25)' }))
      const dialog = dashboard.dialog('Products in error')
      await expect(dialog.getByRole('alert')).toContainText('Could not load the list')
      await expect(dialog).not.toContainText('No products in error')
      outage?.lift()
      await hand.press(dialog.getByRole('button', { name: 'Retry' }))
      const products = dialog.getByRole('grid')
      await expect(products).toHaveAttribute('aria-rowcount', '26')
      world.faults.refuse(READS, 503, ['Under maintenance'])
      await hand.press(dialog.getByRole('button', { name: 'Reload' }))
      await expect(dialog).toContainText('Refresh failed.')
      await expect(products).toHaveAttribute('aria-rowcount', '26')
      await expect(dashboard.rows(products).first()).toBeVisible()
    })
  })
}
