/** No figure is ever cut: lists, cards, record lists and dialogs, up to two thousand million, at every width, in both languages. */
import type { Page } from '@playwright/test'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { expect, test } from './support/dashboard'
import type { Dashboard } from './support/dashboard'
import { expectNoCutFigure, findCutFigures } from './support/figures'

const FIGURES = [0, 9, 583, 1200, 12_345, 999_999, 2_000_000_000] as const
const WIDTHS = [1920, 1440, 1280, 1024, 900, 899, 600, 390, 360, 320] as const

/** All counters the same, then mixed as in the field, then what only seems Ok, and running steps without a change. */
function scenario() {
  let world = aWorld().withSession('field/night', s =>
    s
      .feature({ errors: { CREATION: 1200 }, running: { CREATION: 9 } })
      .oais({ waiting: 583, done: 12 })
      .changed('3h'),
  )
  for (const n of FIGURES) {
    world = world
      .withSession(`all-${n}/run`, s =>
        s
          .scan({ done: n, errors: n, invalid: n, submitted: n, incomplete: n, filesPerProduct: 1 })
          .workers({ 'sar.worker': { error: n, invalid: n, done: n, running: n, dispatched: n, retry: n } }, n)
          .oais({ done: n, errors: n, running: n, waiting: n, ignored: n, postProcessErrors: n })
          .feature({ done: n, errors: { CREATION: n, UPDATE: n }, running: { CREATION: n }, denied: { CREATION: n } })
          .storage({ done: n, errors: n, running: n, refused: n, referenced: n, copies: n, deleted: n })
          .catalog({ indexed: n, errors: n })
          .recipients({ 'a recipient': { pending: n, done: n } })
          .step('quality', { doubtfulProducts: n })
          .changed('59m'),
      )
      .withSession(`aside-${n}/run`, s => s.storage({ done: n, refused: n }).catalog({ indexed: n }))
      .withSession(`alone-${n}/run`, s => s.oais({ waiting: n, done: n }))
  }
  return world.withSession('some/run', s =>
    s
      .scan({ done: 3, errors: 3, incomplete: 3 })
      .workers({ 'sar.worker': { error: 3, done: 3 } }, 3)
      .oais({ done: 3, errors: 3, waiting: 3 })
      .feature({ done: 3, errors: { CREATION: 3 } })
      .storage({ done: 3, errors: 3, running: 3 })
      .recipients({ 'a recipient': { pending: 3, done: 3 } })
      .changed('59m'),
  )
}

/** Figures of answers that the simulator would need all those rows for. */
const LARGE: Readonly<Record<string, unknown>> = {
  totalElements: 2_000_000_000,
  nbFilesStored: 1_234_567_890,
  nbFilesStoredWithPendingActionRemaining: 999_999,
  nbStorageError: 12_345,
  nbDeletionError: 2_000_000_000,
  savedObjectsCount: 2_000_000_000,
  inErrorObjectsCount: 999_999,
  duration: 'PT119H59M59S',
  storedKo: 1_998_765_432,
  usedSize: '1998765432ko',
}

/** Answers of these services as a huge archive gives them. */
const withLarge = (world: World, services: RegExp, large: (key: string, value: unknown) => unknown) =>
  world.faults.mutate(services, text => (text === '' ? text : JSON.stringify(JSON.parse(text, large))))

test.use({ seed: scenario() })

/** Record lists answer as those of a huge archive do; the lists of the board stay as they are. */
const withLargeLists = (world: World) =>
  withLarge(world, /^\w+ rs-(?!admin|authentication)/, (key, value) => (Object.hasOwn(LARGE, key) ? LARGE[key] : value))

/** Every counter of a session that is 3 is two thousand million. */
const withLargeSessions = (world: World) =>
  withLarge(world, /^GET rs-admin\/sessions/, (key, value) => {
    if (key !== 'id' && value === 3) return 2_000_000_000
    return value === '3' ? '2000000000' : value
  })

/** The same view in both languages: one sign-in, one reading of the world. */
async function inBothLanguages({ page }: Dashboard, look: (language: 'en' | 'fr') => Promise<void>): Promise<void> {
  await look('en')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: 'Français' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await look('fr')
}

test('the scan finds a figure that is cut, and one that is covered', async ({ dashboard, page }) => {
  await dashboard.signIn('operator', '?source=field')
  expect(await findCutFigures(page)).toEqual([])
  const row = dashboard.row(dashboard.sessions, 'night')
  await row.evaluate(element => {
    const cell = document.createElement('span')
    cell.textContent = '12,345'
    Object.assign(cell.style, { position: 'absolute', left: '0', width: '12px', overflow: 'hidden' })
    element.append(cell)
  })
  expect((await findCutFigures(page)).map(({ text }) => text)).toContain('12,345')
})

test('a source with 1,200 errors, 9 running and 583 waiting says all three whole', async ({ dashboard, page }) => {
  await dashboard.signIn('operator', '?source=field')
  for (const word of ['1,200 errors', '9 running', '583 waiting'])
    await expect(dashboard.row(dashboard.sources, 'field').getByTitle(word, { exact: true })).toBeVisible()
  await inBothLanguages(dashboard, language => expectNoCutFigure(page, `field, ${language}`, WIDTHS))
})

test('lists of figures up to two thousand million say each whole', async ({ dashboard, page }) => {
  await dashboard.signIn()
  await inBothLanguages(dashboard, language => expectNoCutFigure(page, `lists, ${language}`, WIDTHS))
})

/** Every tab of every card in turn. */
async function eachTab(page: Page, look: () => Promise<void>): Promise<void> {
  await look()
  for (const card of await page.getByRole('article').all())
    for (const tab of await card.getByRole('tab', { selected: false }).all()) {
      await tab.click()
      await look()
    }
}

for (const n of [12_345, 2_000_000_000])
  test(`cards of ${n} say each counter whole, on every tab`, async ({ dashboard, page }) => {
    await dashboard.signIn('lead', `?source=all-${n}&session=run`)
    await expect(page.getByRole('article')).toHaveCount(4)
    await inBothLanguages(dashboard, async language => {
      await expectNoCutFigure(page, `cards, ${language}`, WIDTHS)
      for (const width of [1440, 320]) {
        await page.setViewportSize({ width, height: 900 })
        await eachTab(page, () => expectNoCutFigure(page, `tabs at ${width}, ${language}`, [width]))
      }
    })
  })

const LISTS = [
  'chains',
  'productErrors',
  'oaisProducts',
  'oaisErrors',
  'features',
  'featureErrors',
  'workerErrors',
  'storages',
  'crawls',
  'pendingDissemination',
] as const

/** As a link in the page would: without loading the application anew. */
const goTo = (page: Page, address: string) =>
  page.evaluate(to => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: null }))
  }, address)

for (const language of ['en', 'fr'] as const)
  test(`lists of records say each figure whole, ${language}`, async ({ dashboard, page, world }) => {
    withLargeLists(world)
    await dashboard.signIn('lead')
    if (language === 'fr') await page.getByRole('button', { name: 'Français' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    for (const list of LISTS) {
      const rows = page.getByRole('dialog').locator('[role=row][data-index] [role=gridcell]').filter({ hasText: /\S/ })
      await goTo(page, '?source=some&session=run')
      await expect(rows).toHaveCount(0)
      await goTo(page, `?source=some&session=run&records=${list}`)
      await expect(rows.first()).toBeVisible()
      await expectNoCutFigure(page, `${list}, ${language}`, [1440, 899, 390, 320])
    }
  })

test('what is asked before a relaunch and a deletion is whole', async ({ dashboard, page, world }) => {
  withLargeSessions(world)
  await dashboard.signIn('lead', '?source=some&session=run')
  const names = {
    en: [/^Relaunch errors/, /^Delete products/],
    fr: [/^Relancer les erreurs/, /^Supprimer les produits/],
  }
  await inBothLanguages(dashboard, async language => {
    for (const width of [1440, 320])
      for (const name of names[language]) {
        await page.setViewportSize({ width, height: 900 })
        await page.getByRole('button', { name }).first().click()
        const dialog = dashboard.dialog(name)
        await expect(dialog).toContainText(/2\D?000\D?000\D?000/)
        await expectNoCutFigure(page, `${String(name)} at ${width}`, [width])
        await page.keyboard.press('Escape')
        await expect(dialog).toHaveCount(0)
      }
  })
})
