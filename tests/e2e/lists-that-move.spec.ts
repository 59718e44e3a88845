/** Lists whose rows recover while they are read: what the page and the file say is true, in both languages. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { productName } from '@simulator/product-names'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { expect, test } from './support/dashboard'
import type { Dashboard } from './support/dashboard'

const SESSION = 'день 1'

test.use({ seed: aWorld().withSession({ source: 'архив', name: SESSION }, s => s.oais({ done: 3, errors: 600 })) })

const LIST = { source: 'архив', session: SESSION, records: 'oaisErrors' }
const at = (parameters: Readonly<Record<string, string>>) => `?${new URLSearchParams(parameters).toString()}`

/** The newest of the errors recover at once; their products. */
function recover(world: World, count: number): readonly string[] {
  const record = world.session({ source: 'архив', name: SESSION })
  const inError = world.archive.items(record, 'oais').filter(({ status }) => status === 'ERROR')
  const gone = [...inError].sort((a, b) => b.id - a.id).slice(0, count)
  for (const request of gone) world.archive.change(record, 'oais', request, 'STORED')
  return gone.map(({ product }) => productName(record, product))
}

async function saveCsv(
  page: Page,
  button: string,
): Promise<{ readonly name: string; readonly lines: readonly string[] }> {
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: button, exact: true }).click()
  const download = await started
  const text = await readFile(await download.path(), 'utf8')
  return { name: download.suggestedFilename(), lines: text.replace(/^\ufeff/, '').split('\r\n') }
}

const LANGUAGES = {
  en: {
    over: 'Latest 500 of 600 rows',
    after: 'Latest 500 of 550 rows',
    all: 'All rows (550)',
    readAll: 'Load all',
    csv: 'Export CSV',
    separator: ',',
    rows: '550 rows',
    moved: /rows? moved while loading/,
    movedInFile: /rows moved while loading: \d+/,
  },
  fr: {
    over: 'Lignes les plus récentes\u00a0: 500 sur 600',
    after: 'Lignes les plus récentes\u00a0: 500 sur 550',
    all: 'Toutes les lignes (550)',
    readAll: 'Tout charger',
    csv: 'Exporter en CSV',
    separator: ';',
    rows: '550 lignes',
    moved: /lignes? (?:s’est|se sont) déplacées? pendant le chargement/,
    movedInFile: /lignes déplacées pendant le chargement\u00a0: \d+/,
  },
} as const

for (const language of ['en', 'fr'] as const) {
  const words = LANGUAGES[language]
  test.describe(`in ${language}`, () => {
    test.beforeEach(async ({ page }) => {
      await page.addInitScript(chosen => {
        const choices = { language: chosen, hintsSeen: true }
        localStorage.setItem('regards-dashboard-preferences /', JSON.stringify({ state: choices, version: 1 }))
      }, language)
    })

    async function openList(dashboard: Dashboard, page: Page) {
      await dashboard.enter('operator', at(LIST))
      await expect(page.getByText(words.over)).toBeVisible()
    }

    test('the file holds those still in error, and the page then says the same', async ({ dashboard, page, world }) => {
      await openList(dashboard, page)
      const gone = recover(world, 50)
      const { name, lines } = await saveCsv(page, words.csv)
      expect(name).toBe('архив_день-1_oaisErrors.csv')
      expect(lines[0]).toContain(words.rows)
      const products = lines.slice(2, -1).map(line => line.split(words.separator)[0])
      expect(new Set(products).size).toBe(550)
      expect(products.filter(product => product !== undefined && gone.includes(product))).toEqual([])
      await expect(page.getByText(words.after)).toBeVisible()
      recover(world, 0)
      await page.getByRole('button', { name: words.readAll }).click()
      await expect(page.getByText(words.all)).toBeVisible()
    })

    test('a list that never stays unchanged says so, in the page and in the file', async ({
      dashboard,
      page,
      world,
    }) => {
      await openList(dashboard, page)
      world.faults.mutate(/rs-ingest\/requests\?.*page=1&/, text => {
        recover(world, 1)
        return text
      })
      await page.getByRole('button', { name: words.readAll }).click()
      await expect(page.getByText(words.moved)).toBeVisible()
      const { lines } = await saveCsv(page, words.csv)
      expect(lines[0]).toMatch(words.movedInFile)
    })
  })
}

test('a file is not made of a part of the list', async ({ dashboard, page, world }) => {
  await dashboard.enter('operator', at(LIST))
  await expect(page.getByText('Latest 500 of 600 rows')).toBeVisible()
  world.faults.refuse(/rs-ingest\/requests\?.*page=1&/, 422)
  dashboard.watched.allow(/^Failed to load resource:/)
  await page.getByRole('button', { name: 'Export CSV', exact: true }).click()
  await expect(page.getByText('No CSV file: the list could not be loaded to the end.').first()).toBeVisible()
})

test('order and cause are in the address, Back goes back, and an id alone opens the list', async ({
  dashboard,
  page,
  world,
}) => {
  const { id } = world.session({ source: 'архив', name: SESSION })
  await dashboard.enter('operator', at({ id: String(id), records: 'oaisErrors' }))
  await expect(page.getByText('Latest 500 of 600 rows')).toBeVisible()
  await page
    .getByRole('button', { name: /^\d+ ×/ })
    .first()
    .click()
  await expect(page).toHaveURL(/recordsCause=/)
  await page.reload()
  await expect(page.getByRole('button', { name: /^\d+ ×/, pressed: true })).toBeVisible()
  await page.goBack()
  await expect(page).not.toHaveURL(/recordsCause=/)
  await expect(page.getByRole('button', { name: /^\d+ ×/, pressed: true })).toHaveCount(0)
})
