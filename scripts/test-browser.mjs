/** `npm run test:browser`: the browser tests alone; what follows `--` goes to Playwright. */
import { runBrowserTests } from './browser-tests.mjs'
import { timeTable } from './run.mjs'

const passed = runBrowserTests(process.argv.slice(2))
console.log(`\n${timeTable()}`)
process.exit(passed ? 0 : 1)
