/**
 * `npm run screenshots`: the pictures of README and of the guides, in each language, from the built application over the
 * simulated world `broken`, or another one that a picture names. The clocks of REGARDS and of the page stand still, so
 * that two runs show the same ages.
 * `npm run screenshots -- board causes` makes only these.
 */
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { build, createServer } from 'vite'
import { BROWSER_FLAGS, HOW_TO_INSTALL, findBrowser } from './find-browser.mjs'
import { withPalette } from './png-palette.mjs'
import { staticServer } from './serve.mjs'

const FOLDER = 'docs/screenshots'
const VIEW = { width: 1440, height: 900 }
/** Half past seven in the morning, in Paris. */
const MORNING = Date.parse('2025-06-02T05:30:00Z')

/** A page is calm when this many looks, so many milliseconds apart, find the same. */
const CALM = 3
const LOOK_EVERY = 400

/** Sources with names that test the dashboard and would puzzle a reader. */
const ODD = ['odd & names', 'north/south <b>']

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../simulator/world').World} World */
/** @typedef {{ session: typeof import('../src/i18n/en/session').session, deletion: typeof import('../src/i18n/en/deletion').deletion, records: typeof import('../src/i18n/en/records').records, frame: typeof import('../src/i18n/en/frame').frame, board: typeof import('../src/i18n/en/board').board, many: typeof import('../src/i18n/en/many').many, more: typeof import('../src/i18n/en/more').more }} Words */
/** @typedef {{ page: Page, world: World, words: Words, later: (seconds: number) => Promise<void> }} Scene */
/**
 * @typedef {object} Shot
 * @property {string} name of the file
 * @property {string} address what is opened
 * @property {import('../simulator/seeds/seeds').Seed} [seed] the world; `broken` unless said
 * @property {boolean} [isSignedOut]
 * @property {{ width: number, height: number }} [view] when another size shows it better
 * @property {(world: World) => void} [before] what is wrong with REGARDS
 * @property {(scene: Scene) => Promise<void>} [act] what the user does first
 */

/**
 * Presses the button whose name begins as this text of the dictionary does, up to its first placeholder.
 * @param {Page | import('@playwright/test').Locator} place
 * @param {string} text
 */
async function press(place, text) {
  const beginning = text.split(/ ?[({]/)[0] ?? text
  await place
    .getByRole('button', { name: new RegExp(`^${beginning}`) })
    .first()
    .click()
}

/** @param {Scene} scene */
async function openRelaunch({ page, words }) {
  await press(page, words.session.relaunch.button)
  await page.getByRole('dialog').waitFor()
}

/** @type {readonly Shot[]} */
const SHOTS = [
  { name: 'sign-in', address: '', isSignedOut: true, view: { width: 720, height: 480 } },
  { name: 'board', address: '?sessionSource=scan-alpha&session=day-1' },
  { name: 'lists', address: '' },
  { name: 'in-error', address: '?source=scan-alpha&sessionState=errors' },
  { name: 'attention', address: '?sessionState=attention' },
  {
    name: 'many',
    address: '?source=direct-c',
    seed: 'many',
    act: async ({ page, words }) => {
      await press(page, words.board.select.button)
      await press(page, words.many.bar.all)
      await page.getByRole('status').filter({ hasText: /^19 / }).waitFor()
      await press(page, words.many.bar.relaunch)
      await press(page.getByRole('dialog'), words.many.preview.reload)
      await page.getByRole('dialog').getByRole('list').first().waitFor()
    },
  },
  {
    name: 'incident',
    address: '',
    seed: 'many',
    act: async ({ page, words }) => {
      await press(page, words.board.moreOf.sessions)
      await page.getByRole('menuitem', { name: words.more.causes }).click()
      await page.getByRole('dialog').getByRole('button', { expanded: false }).first().click()
    },
  },
  { name: 'session', address: '?source=sensor-b&session=2025-05-02' },
  {
    name: 'losses',
    address: '?source=scan-alpha&session=day-1',
    act: ({ page, words }) => press(page, words.session.losses),
  },
  { name: 'relaunch', address: '?source=scan-alpha&session=day-1', act: openRelaunch },
  {
    name: 'progress',
    address: '?source=sensor-b&session=2025-05-02',
    act: async scene => {
      const dialog = scene.page.getByRole('dialog')
      await openRelaunch(scene)
      await press(dialog, scene.words.session.relaunch.confirm)
      await dialog.waitFor({ state: 'detached' })
      await scene.later(8)
    },
  },
  { name: 'causes', address: '?source=sensor-b&session=2025-05-02&records=featureErrors' },
  {
    name: 'versions',
    address: '?source=direct-c&session=run 7&records=oaisWaiting',
    act: async ({ page, words }) => {
      await press(page, words.records.choose.decideAll)
      await page.getByRole('radio').first().waitFor()
    },
  },
  {
    name: 'storages',
    address: '?source=direct-c&session=run 7&records=storages',
    act: ({ page }) => page.getByRole('dialog').getByText('disk-online', { exact: true }).first().click(),
  },
  {
    name: 'deletion',
    address: '?source=scan-alpha&session=day-1',
    act: async ({ page, words }) => {
      await press(page, words.deletion.button)
      await page.getByRole('dialog').getByText(words.deletion.exact.title).first().waitFor()
    },
  },
  {
    name: 'failure',
    address: '?source=direct-c&session=run 8&records=oaisErrors',
    before: world => void world.faults.refuse('rs-ingest', 503, ['The Ingest service is being restarted']),
    act: ({ page, words }) => page.getByText(words.records.failed).first().waitFor(),
  },
]

/**
 * The picture of a page that has not changed for a while: what is loaded when idle is there too.
 * @param {Page} page
 */
async function settle(page) {
  await page.waitForLoadState('networkidle')
  /** @type {Buffer} */
  let picture = Buffer.alloc(0)
  for (let equal = 0; equal < CALM;) {
    await page.waitForTimeout(LOOK_EVERY)
    const next = await page.screenshot({ animations: 'disabled', caret: 'hide' })
    equal = next.equals(picture) ? equal + 1 : 0
    picture = next
  }
  return picture
}

/** @param {import('vite').ViteDevServer} loader @param {string} language @returns {Promise<Words>} */
async function wordsOf(loader, language) {
  const files = ['session', 'deletion', 'records', 'frame', 'board', 'many', 'more']
  const modules = await Promise.all(files.map(file => loader.ssrLoadModule(`/src/i18n/${language}/${file}.ts`)))
  return /** @type {Words} */ (Object.assign({}, ...modules))
}

/**
 * @param {import('vite').ViteDevServer} loader
 * @param {import('@playwright/test').Browser} browser
 * @param {string} language
 * @param {Shot} shot
 */
async function take(loader, browser, language, shot) {
  /** @type {typeof import('../simulator/world')} */
  const { World } = /** @type {any} */ (await loader.ssrLoadModule('/simulator/world.ts'))
  /** @type {typeof import('../simulator/clock')} */
  const { Clock } = /** @type {any} */ (await loader.ssrLoadModule('/simulator/clock.ts'))
  /** @type {typeof import('../simulator/http-server')} */
  const { answerRequest } = /** @type {any} */ (await loader.ssrLoadModule('/simulator/http-server.ts'))
  /** @type {typeof import('../tests/e2e/support/stored-sign-in')} */
  const { storedSignIn } = /** @type {any} */ (await loader.ssrLoadModule('/tests/e2e/support/stored-sign-in.ts'))

  const world = new World(shot.seed ?? 'broken', new Clock(MORNING))
  world.purge(...world.archive.sessions.filter(({ source }) => ODD.includes(source)))
  world.archive.sources.delete('emptied')
  shot.before?.(world)
  const server = staticServer({
    root: 'dist',
    onApi: (asked, answer) => {
      answer.setHeader('Date', new Date(world.clock.now()).toUTCString())
      void answerRequest(world, asked, answer)
    },
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  const context = await browser.newContext({
    viewport: shot.view ?? VIEW,
    locale: language === 'en' ? 'en-GB' : language,
    timezoneId: 'Europe/Paris',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.clock.setFixedTime(MORNING)
  if (shot.isSignedOut !== true) await context.addInitScript(...(await storedSignIn(world, 'lead')))
  await page.goto(`http://127.0.0.1:${port}/${shot.address}`)
  await settle(page)
  /** @param {number} seconds */
  const later = async seconds => {
    await settle(page)
    world.advance(seconds * 1000)
    await page.clock.setFixedTime(world.clock.now())
    await page.keyboard.press('r')
    await settle(page)
  }
  await shot.act?.({ page, world, words: await wordsOf(loader, language), later })
  const picture = withPalette(await settle(page))
  await writeFile(`${FOLDER}/${language}/${shot.name}.png`, picture)
  console.log(`${FOLDER}/${language}/${shot.name}.png ${Math.round(picture.length / 1000)} kB`)
  await context.close()
  server.closeAllConnections()
  server.close()
}

const executablePath = findBrowser()
if (executablePath === undefined) {
  console.error(HOW_TO_INSTALL)
  process.exit(1)
}
const wanted = process.argv.slice(2)
await build({ logLevel: 'warn' })
const loader = await createServer({
  appType: 'custom',
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, entries: [] },
  logLevel: 'warn',
})
const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
for (const language of ['en', 'fr']) {
  await mkdir(`${FOLDER}/${language}`, { recursive: true })
  for (const shot of SHOTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
    await take(loader, browser, language, shot)
}
await browser.close()
await loader.close()
