/** `npm run bench`: sizes and times of the built application over the world `huge`, beside a plain page. */
import { cpus, loadavg } from 'node:os'
import { chromium } from '@playwright/test'
import { BROWSER_FLAGS, HOW_TO_INSTALL, findBrowser } from '../scripts/find-browser.mjs'
import { run } from '../scripts/run.mjs'
import { measureEndurance } from './measure-endurance.mjs'
import { measureLoading } from './measure-loading.mjs'
import { measureOpening } from './measure-opening.mjs'
import { measureWorld } from './measure-world.mjs'
import { writeReport } from './report.mjs'
import { startSite } from './site.mjs'

const FOLDERS = { dashboard: 'bench/output/dashboard', plain: 'bench/output/plain' }

const executablePath = findBrowser()
if (executablePath === undefined) {
  console.error(HOW_TO_INSTALL.replace('The browser tests need', 'The bench needs'))
  process.exit(1)
}
const areBuilt =
  run('production build', 'vite', ['build', '--logLevel', 'warn', '--outDir', FOLDERS.dashboard]) &&
  run('yardstick page', 'vite', ['build', '--logLevel', 'warn', '--config', 'bench/plain/vite.config.ts'])
if (!areBuilt) process.exit(1)

console.log('\n── measuring')
const world = measureWorld()
const site = await startSite(FOLDERS)
const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] })
try {
  const measured = {
    world,
    loading: await measureLoading(browser, site),
    opening: await measureOpening(browser, site),
    endurance: await measureEndurance(browser, site),
  }
  // What else ran meanwhile stretches every time, and the ratio too: the reader can see whether it did.
  const busy = loadavg()[0]?.toFixed(1)
  await writeReport(
    measured,
    `Chromium ${browser.version()}, Node ${process.versions.node}, ${cpus().length} cores with a load of ${busy}`,
  )
} finally {
  await browser.close()
  site.close()
}
process.exit(0)
