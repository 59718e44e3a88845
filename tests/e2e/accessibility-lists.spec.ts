/** axe over every list behind "See …" in each of its states, dark and light, without exclusions: no violation at all. */
import type { Locator, Page } from '@playwright/test'
import type { RecordListId } from '@/domain/record-list'
import { LIST_RIGHTS } from '@/domain/rights'
import { records as words } from '@/i18n/en/records'
import { expectNoSideways, findViolations } from './support/axe'
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

const addressOf = (list: RecordListId) => `?${new URLSearchParams({ ...PLACES[list], records: list }).toString()}`

const titleOf = (list: RecordListId) => words.title[list === 'storageErrors' ? 'storages' : list]

const endpointOf = (list: RecordListId) => {
  const { verb, microservice, resource } = LIST_RIGHTS[list]
  return `${verb} ${microservice}${resource.replace(/\{.*/, '')}`
}

/** The part of the dialog the list is in: files in error stand below all storages. */
const gridOf = (dialog: Locator) => dialog.getByRole('grid').last()

async function signInAtList(dashboard: Dashboard, list: RecordListId): Promise<Locator> {
  await dashboard.open(addressOf(list))
  await dashboard.fillSignIn('lead')
  const dialog = dashboard.dialog(titleOf(list))
  await expect(dashboard.rows(gridOf(dialog)).first()).toBeVisible()
  if (list === 'storageErrors') await expect(dialog.getByRole('grid')).toHaveCount(2)
  return dialog
}

async function expectNoViolations(page: Page): Promise<void> {
  expect(await findViolations(page)).toEqual([])
}

function emptied(text: string): string {
  const answer = JSON.parse(text) as object
  if (Array.isArray(answer)) return '[]'
  return JSON.stringify({ ...answer, metadata: { size: 20, totalElements: 0, totalPages: 0, number: 0 }, content: [] })
}

/** What is done with rows of a list. */
const ORDERS: Readonly<Record<string, (dashboard: Dashboard) => Promise<void>>> = {
  'relaunch of chosen rows': async dashboard => {
    const dialog = await signInAtList(dashboard, 'oaisErrors')
    await dialog.getByRole('button', { name: 'Choose all that were read' }).click()
    await dialog.getByRole('button', { name: /^Relaunch chosen/ }).click()
    await expect(dashboard.dialog(/^Relaunch \d+ requests/)).toBeVisible()
  },
  'refused relaunch of chosen rows': async dashboard => {
    dashboard.watched.allow(FAILED_REQUEST)
    dashboard.world.faults.refuse('POST rs-ingest/requests/retry', 422, ['Another job locks these requests'])
    const dialog = await signInAtList(dashboard, 'oaisErrors')
    await dialog.getByRole('button', { name: 'Choose all that were read' }).click()
    await dialog.getByRole('button', { name: /^Relaunch chosen/ }).click()
    const order = dashboard.dialog(/^Relaunch \d+ requests/)
    await order.getByRole('button', { name: /^Relaunch/ }).click()
    await expect(order).toContainText('Another job locks these requests')
  },
  'decision on versions': async dashboard => {
    const dialog = await signInAtList(dashboard, 'oaisWaiting')
    await dialog.getByRole('button', { name: 'Decide for all' }).click()
    await expect(dashboard.dialog('Choose the version')).toBeVisible()
  },
  'crawl now': async dashboard => {
    const dialog = await signInAtList(dashboard, 'crawls')
    await dashboard.row(gridOf(dialog), 'Archive products').click()
    await dialog.getByRole('button', { name: 'Crawl now' }).click()
    await expect(dashboard.dialog(/^Crawl /)).toBeVisible()
  },
  'document of a product': async dashboard => {
    const dialog = await signInAtList(dashboard, 'oaisProducts')
    await dashboard.rows(gridOf(dialog)).first().click()
    await dialog.getByRole('button', { name: 'Description (JSON)' }).click()
    await expect(dialog.getByRole('button', { name: 'Save as a file' })).toBeVisible()
  },
  'older list after a failure': async dashboard => {
    dashboard.watched.allow(FAILED_REQUEST)
    const dialog = await signInAtList(dashboard, 'productErrors')
    dashboard.world.faults.html(endpointOf('productErrors'), 502)
    await dialog.getByRole('button', { name: 'Ask again' }).click()
    await expect(dialog).toContainText('No newer answer.')
  },
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    for (const list of LISTS) {
      test(`${list} with rows, one opened, a cause kept, ${colorScheme}`, async ({ dashboard, page }) => {
        const dialog = await signInAtList(dashboard, list)
        await expectNoViolations(page)
        await dashboard.rows(gridOf(dialog)).first().click()
        if (list === 'storages') await expect(dialog.getByRole('heading', { name: /^Files in error of/ })).toBeVisible()
        else await expect(dialog.getByRole('region', { name: /^Details of/ })).toBeVisible()
        await expectNoViolations(page)
        const causes = dialog.getByRole('region', { name: 'Errors grouped by cause' })
        if ((await causes.count()) === 0) return
        await causes.getByRole('button', { name: /×/ }).first().click()
        await expect(causes).toContainText('Examples')
        await expectNoViolations(page)
      })

      test(`${list} empty, failed and forbidden, ${colorScheme}`, async ({ dashboard, page, watched, world }) => {
        watched.allow(FAILED_REQUEST)
        const dialog = await signInAtList(dashboard, list)
        const target = endpointOf(list)
        for (const [strike, text] of [
          [() => world.faults.mutate(target, emptied), words.empty[list]],
          [() => world.faults.refuse(target, 500, ['Something broke', 'and something else']), words.failed],
          [() => world.faults.refuse(target, 403, ['Access denied']), words.forbidden],
        ] as const) {
          const fault = strike()
          await page.reload()
          await expect(dialog.getByText(text)).toBeVisible({ timeout: 20_000 })
          await expectNoViolations(page)
          fault.lift()
        }
      })
    }

    for (const [name, reach] of Object.entries(ORDERS)) {
      test(`${name}, ${colorScheme}`, async ({ dashboard, page }) => {
        await reach(dashboard)
        await expectNoViolations(page)
      })
    }
  })

  test.describe(`on a telephone, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 844 } })

    for (const list of LISTS) {
      test(`${list}, and a row of it, ${colorScheme}, 390 px`, async ({ dashboard, page }) => {
        const dialog = await signInAtList(dashboard, list)
        await expectNoViolations(page)
        await expectNoSideways(page)
        await dashboard.rows(gridOf(dialog)).first().click()
        if (list === 'storages') await expect(dialog.getByRole('heading', { name: /^Files in error of/ })).toBeVisible()
        else await expect(dialog.getByRole('region', { name: /^Details of/ })).toBeVisible()
        await expectNoViolations(page)
        await expectNoSideways(page)
      })
    }
  })
}
