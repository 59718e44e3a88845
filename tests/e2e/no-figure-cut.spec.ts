/** No figure is ever cut: every counter of the lists and the cards, up to two thousand million, at every width, in both languages. */
import { World } from '@/simulator/world'
import { aWorld } from '@tests/support/a-world'
import { expect, test as base } from './support/dashboard'
import type { Dashboard } from './support/dashboard'
import { expectNoCutFigure, findCutFigures } from './support/figures'

const FIGURES = [0, 9, 583, 1200, 12_345, 999_999, 2_000_000_000] as const
const WIDTHS = [1920, 1440, 1280, 1024, 900, 899, 600, 390, 360, 320] as const

/** All counters the same, then mixed as in the field, then what only seems well, and work that stands still. */
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
  return world
}

const test = base.extend({
  world: async ({ front }, use) => {
    const world = new World(scenario())
    world.clock.run()
    front.world = world
    front.replace = () => undefined
    await use(world)
    front.world = undefined
  },
})

/** The same view in both languages: one sign-in, one reading of the world. */
async function inBothLanguages({ page }: Dashboard, look: (language: string) => Promise<void>): Promise<void> {
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
