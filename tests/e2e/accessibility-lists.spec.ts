/**
 * axe over every list behind "See …" in each of its states, dark and light, wide and on a telephone, without exclusions:
 * no violation at all. One page walks through all states of several lists.
 */
import type { Locator } from '@playwright/test'
import type { RecordListId } from '@/domain/record-list'
import { LIST_RIGHTS } from '@/domain/rights'
import { records as words } from '@/i18n/en/records'
import { DIALOG, expectNoSideways, expectNoViolations } from './support/axe'
import { expect, test } from './support/dashboard'
import type { Dashboard } from './support/dashboard'
import { FAILED_REQUEST } from './support/watch'

interface Place {
  readonly source: string
  readonly session: string
  readonly recordsPart?: string
}

/** A session that has something in each of them. */
const PLACES: Readonly<Record<RecordListId, Place>> = {
  chains: { source: 'twins', session: '2025-05-20' },
  productErrors: { source: 'scan-alpha', session: 'day-1' },
  productsIncomplete: { source: 'scan-alpha', session: 'day-1' },
  oaisProducts: { source: 'scan-alpha', session: 'day-1' },
  oaisErrors: { source: 'direct-c', session: 'run 8' },
  oaisWaiting: { source: 'direct-c', session: 'run 7' },
  features: { source: 'sensor-b', session: '2025-05-02' },
  featureErrors: { source: 'sensor-b', session: '2025-05-02' },
  // The server counts those of look-alike sessions, too.
  workerErrors: { source: 'A', session: 'day-1' },
  workerWaiting: { source: 'scan-alpha', session: 'day-10' },
  storages: { source: 'radar-d', session: 'pass 103' },
  // More than one page: it can be read to its end.
  storageErrors: { source: 'direct-c', session: 'run 7', recordsPart: 'disk-online/STORAGE' },
  crawls: { source: 'mosaic', session: 'index trouble' },
  pendingDissemination: { source: 'sensor-b', session: '2025-05-02' },
}
const LISTS = Object.keys(PLACES) as RecordListId[]

/** The board below the list is looked at elsewhere (accessibility.spec.ts): here it holds little that axe need read each time. */
function addressOf(list: RecordListId): string {
  const { source, session } = PLACES[list]
  const filters = { sourceName: source, sessionName: session }
  return `?${new URLSearchParams({ ...PLACES[list], ...filters, records: list }).toString()}`
}

const titleOf = (list: RecordListId) => words.title[list === 'storageErrors' ? 'storages' : list]

const endpointOf = (list: RecordListId) => {
  const { verb, microservice, resource } = LIST_RIGHTS[list]
  return `${verb} ${microservice}${resource.replace(/\{.*/, '')}`
}

/** The part of the dialog the list is in: files in error stand below all storages. */
const gridOf = (dialog: Locator) => dialog.getByRole('grid').last()

/** Nothing is known of a list whose address is opened anew. */
async function openList(dashboard: Dashboard, list: RecordListId): Promise<Locator> {
  await dashboard.enter('lead', addressOf(list))
  const dialog = dashboard.dialog(titleOf(list))
  await expectRows(dashboard, list, dialog)
  return dialog
}

async function expectRows(dashboard: Dashboard, list: RecordListId, dialog: Locator): Promise<void> {
  await expect(dashboard.rows(gridOf(dialog)).first()).toBeVisible()
  if (list === 'storageErrors') await expect(dialog.getByRole('grid')).toHaveCount(2)
}

async function openFirstRow(dashboard: Dashboard, list: RecordListId, dialog: Locator): Promise<void> {
  await dashboard.rows(gridOf(dialog)).first().click()
  if (list === 'storages') await expect(dialog.getByRole('heading', { name: /^Files in error: / })).toBeVisible()
  else await expect(dialog.getByRole('region', { name: /^Details of/ })).toBeVisible()
}

function emptied(text: string): string {
  const answer = JSON.parse(text) as object
  if (Array.isArray(answer)) return '[]'
  return JSON.stringify({ ...answer, metadata: { size: 20, totalElements: 0, totalPages: 0, number: 0 }, content: [] })
}

const WIDE = { width: 1440, height: 900 }
const TELEPHONE = { width: 390, height: 844 }

async function lookAtRows(dashboard: Dashboard, list: RecordListId): Promise<void> {
  const { page } = dashboard
  const dialog = dashboard.dialog(titleOf(list))
  await expectRows(dashboard, list, dialog)
  await expectNoViolations(page, `${list}, rows`)
  await openFirstRow(dashboard, list, dialog)
  await expectNoViolations(page, `${list}, a row opened`, DIALOG)
  const causes = dialog.getByRole('region', { name: 'Errors grouped by cause' })
  if ((await causes.count()) === 0) return
  await causes.getByRole('button', { name: /×/ }).first().click()
  await expect(causes).toContainText('Examples')
  await expectNoViolations(page, `${list}, a cause kept`, DIALOG)
}

async function lookAtRowsOnTelephone(dashboard: Dashboard, list: RecordListId): Promise<void> {
  const { page } = dashboard
  const dialog = dashboard.dialog(titleOf(list))
  await page.setViewportSize(TELEPHONE)
  await dashboard.goTo(addressOf(list))
  await expectRows(dashboard, list, dialog)
  await expectNoViolations(page, `${list}, rows, 390 px`)
  await expectNoSideways(page, `${list}, rows`)
  await openFirstRow(dashboard, list, dialog)
  await expectNoViolations(page, `${list}, a row opened, 390 px`, DIALOG)
  await expectNoSideways(page, `${list}, a row opened`)
}

/** A list that is closed is forgotten after half a minute: it is asked for anew, and meets what struck meanwhile. */
async function lookAtFault(dashboard: Dashboard, list: RecordListId, text: string, what: string): Promise<void> {
  const { page } = dashboard
  await page.clock.fastForward(40_000)
  await dashboard.goTo(addressOf(list))
  await expect(dashboard.dialog(titleOf(list)).getByText(text)).toBeVisible()
  await expectNoViolations(page, `${list}, ${what}`, DIALOG)
}

async function close(dashboard: Dashboard): Promise<void> {
  await dashboard.goTo('?')
  await expect(dashboard.page.getByRole('dialog')).toHaveCount(0)
}

/** Few pages: each is loaded once, signed in once. */
const PAGES = 4

for (let n = 0; n < PAGES; n++) {
  const lists = LISTS.filter((_, place) => place % PAGES === n)
  test.describe(lists.join(', '), () => {
    // Every other page is loaded in the dark, and switched to light.
    test.use({ colorScheme: n % 2 === 0 ? 'light' : 'dark' })

    test(`rows, one opened, a cause kept; on a telephone; empty, failed and forbidden: ${lists.join(', ')}`, async ({
      dashboard,
      page,
      watched,
      world,
    }) => {
      test.setTimeout(400_000)
      watched.allow(FAILED_REQUEST)
      await page.clock.install()
      await dashboard.signIn('lead')
      for (const list of lists)
        await test.step(list, async () => {
          await dashboard.goTo(addressOf(list))
          await lookAtRows(dashboard, list)
          await close(dashboard)
          await lookAtRowsOnTelephone(dashboard, list)
          await page.setViewportSize(WIDE)
          await close(dashboard)
          for (const [what, strike, text] of [
            ['empty', () => world.faults.mutate(endpointOf(list), emptied), words.empty[list]],
            [
              'failed',
              () => world.faults.refuse(endpointOf(list), 500, ['Something broke', 'and something else']),
              words.failed,
            ],
          ] as const) {
            const fault = strike()
            await lookAtFault(dashboard, list, text, what)
            fault.lift()
            await close(dashboard)
          }
        })
      // Last: what was refused once is remembered until the next sign-in.
      for (const list of lists)
        await test.step(`${list}, forbidden`, async () => {
          const fault = world.faults.refuse(endpointOf(list), 403, ['Access denied'])
          await lookAtFault(dashboard, list, words.forbidden, 'forbidden')
          fault.lift()
          await close(dashboard)
        })
    })
  })
}

/** Opens the relaunch of all rows that were read. */
async function chooseAll(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Select all loaded rows' }).click()
  await dialog.getByRole('button', { name: /^Relaunch selected/ }).click()
}

test('what is done with rows: relaunched, refused, decided, crawled, read as a document, kept after a failure', async ({
  dashboard,
  page,
  watched,
  world,
}) => {
  watched.allow(FAILED_REQUEST)
  const openAnother = async (list: RecordListId): Promise<Locator> => {
    await dashboard.goTo(addressOf(list))
    const dialog = dashboard.dialog(titleOf(list))
    await expectRows(dashboard, list, dialog)
    return dialog
  }
  const errors = await openList(dashboard, 'oaisErrors')
  await test.step('relaunch of chosen rows, then refused', async () => {
    await chooseAll(errors)
    const dialog = dashboard.dialog(/^Relaunch \d+ requests/)
    await expect(dialog).toBeVisible()
    await expectNoViolations(page, 'relaunch of chosen rows')
    world.faults.refuse('POST rs-ingest/requests/retry', 422, ['Another job locks these requests'])
    await dialog.getByRole('button', { name: /^Relaunch/ }).click()
    await expect(dialog).toContainText('Another job locks these requests')
    await expectNoViolations(page, 'refused relaunch of chosen rows', DIALOG)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })
  await test.step('decision on versions', async () => {
    const dialog = await openAnother('oaisWaiting')
    await dialog.getByRole('button', { name: 'Decide for all' }).click()
    const decision = dashboard.dialog('Choose versioning')
    await expect(decision).toBeVisible()
    await expectNoViolations(page, 'decision on versions', DIALOG)
    await page.keyboard.press('Escape')
    await expect(decision).toBeHidden()
  })
  await test.step('crawl now', async () => {
    const dialog = await openAnother('crawls')
    await dashboard.row(gridOf(dialog), 'Archive products').click()
    await dialog.getByRole('button', { name: 'Crawl now' }).click()
    const crawl = dashboard.dialog(/^Crawl /)
    await expect(crawl).toBeVisible()
    await expectNoViolations(page, 'crawl now', DIALOG)
    await page.keyboard.press('Escape')
    await expect(crawl).toBeHidden()
  })
  await test.step('document of a product', async () => {
    const dialog = await openAnother('oaisProducts')
    await dashboard.rows(gridOf(dialog)).first().click()
    await dialog.getByRole('button', { name: 'Metadata (JSON)' }).click()
    await expect(dialog.getByRole('button', { name: 'Download' })).toBeVisible()
    await expectNoViolations(page, 'document of a product', DIALOG)
  })
  await test.step('older list after a failure', async () => {
    const dialog = await openAnother('productErrors')
    world.faults.html(endpointOf('productErrors'), 502)
    await dialog.getByRole('button', { name: 'Reload' }).click()
    await expect(dialog).toContainText('Refresh failed.', { timeout: 20_000 })
    await expectNoViolations(page, 'older list after a failure', DIALOG)
  })
})
