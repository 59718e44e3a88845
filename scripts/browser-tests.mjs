/** The browser tests: the application and the demo are built, then tested in the browser that is found. */
import { HOW_TO_INSTALL, findBrowser } from './find-browser.mjs'
import { run } from './run.mjs'

/**
 * @param {readonly string[]} args for Playwright: a file name, `--grep` and the like
 * @returns {boolean} true when all passed; without a browser none did
 */
export function runBrowserTests(args) {
  const built =
    run('production build', 'vite', ['build', '--logLevel', 'warn']) &&
    run('demo build', 'vite', ['build', '--mode', 'demo', '--logLevel', 'warn'])
  const browser = findBrowser()
  if (browser === undefined) {
    console.error(`\nBrowser tests did not run: counted as a failure.\n\n${HOW_TO_INSTALL}`)
    return false
  }
  return built && run('browser tests', 'playwright', ['test', ...args], { BROWSER_PATH: browser })
}
