/** `npm run bench`: the built application and a plain page in turn over the world `huge`; `-- --quick` with few repetitions. */
import { cpus, loadavg } from 'node:os'
import { chromium } from '@playwright/test'
import { BROWSER_FLAGS, HOW_TO_INSTALL, findBrowser } from '../scripts/find-browser.mjs'
import { run } from '../scripts/run.mjs'
import { measureEndurance } from './measure-endurance.mjs'
import { measureMillion } from './measure-million.mjs'
import { measureWorld } from './measure-world.mjs'
import { writeReport } from './report.mjs'
import { settingsOf } from './settings.mjs'
import { measureSides } from './side-by-side.mjs'
import { startSite } from './site.mjs'

const FOLDERS = { dashboard: 'bench/output/dashboard', plain: 'bench/output/plain' }

const isQuick = process.argv.includes('--quick')
const settings = settingsOf(isQuick)

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
const start = performance.now()
/** @template T @param {string} what @param {Promise<T>} measured */
const told = async (what, measured) => {
  const found = await measured
  console.log(`${((performance.now() - start) / 1000).toFixed().padStart(5)} s  ${what}`)
  return found
}

const world = measureWorld(settings.worlds)
const site = await startSite(FOLDERS)
const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] })
try {
  const measured = {
    world,
    sides: await told('side by side', measureSides(browser, site, settings)),
    endurance: await told('a long day', measureEndurance(browser, site, settings.refreshes)),
    sizes: await told('a million sessions', measureMillion(browser, site, FOLDERS, settings)),
  }
  // Other processes slow everything down, ratios included: the load is reported.
  const busy = loadavg()[0]?.toFixed(1)
  const machine = `Chromium ${browser.version()}, Node ${process.versions.node}, ${cpus().length} cores with a load of ${busy}`
  await writeReport(measured, { machine, settings, isQuick })
} finally {
  await browser.close()
  site.close()
}
process.exit(0)
