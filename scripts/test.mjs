/** `npm test`: everything. Unit and behaviour tests with their coverage, then the built application and the demo in a real browser. */
import { readFileSync, rmSync } from 'node:fs'
import { runBrowserTests } from './browser-tests.mjs'
import { HOW_TO_INSTALL, findBrowser } from './find-browser.mjs'
import { run, timeTable } from './run.mjs'

const UNIT_REPORT = 'coverage/unit.json'
const BROWSER_REPORT = 'test-results/browser.json'
for (const report of [UNIT_REPORT, BROWSER_REPORT]) rmSync(report, { force: true })

/** @param {string} file @returns {any} */
const read = file => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

if (findBrowser() === undefined) console.warn(`${HOW_TO_INSTALL}\n\nThe other tests run meanwhile.`)

const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`]
const unitPassed = run('unit and behaviour tests', 'vitest', ['run', '--coverage', ...reporters])
const browserPassed = runBrowserTests(process.argv.slice(2))

const unit = read(UNIT_REPORT)
const inBrowser = read(BROWSER_REPORT)?.stats
const passed = (unit?.numPassedTests ?? 0) + (inBrowser?.expected ?? 0)
const failed = (unit?.numFailedTests ?? 0) + (inBrowser?.unexpected ?? 0) + (inBrowser?.flaky ?? 0)
const skipped = (unit?.numPendingTests ?? 0) + (inBrowser?.skipped ?? 0)
console.log(`\n${timeTable()}`)
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)

process.exit(unitPassed && browserPassed ? 0 : 1)
