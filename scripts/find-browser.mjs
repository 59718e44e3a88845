/**
 * Finds a Chromium-family browser for the browser tests: an installed one first, else the one Playwright downloaded.
 * The headless shell has the same engine without windows and tabs around it: tests take a quarter less time.
 */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const NAMES = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]

/** The usual places of the three browsers when they are not on the PATH. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(variable => {
    const folder = process.env[variable]
    if (folder === undefined) return []
    return [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]
  }),
]

export const HOW_TO_INSTALL = [
  'The browser tests need Chrome, Chromium or Edge, and none was found. Install one of them:',
  '',
  '  Debian:          apt-get install chromium-headless-shell   (as root; or chromium)',
  '  Ubuntu:          apt-get install chromium-browser   (as root)',
  '  anywhere:        npx playwright install --with-deps chromium',
  '',
  'or say where yours is: BROWSER_PATH=/path/to/chrome npm test',
].join('\n')

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * The path of a browser to test with, or undefined when this machine has none. `BROWSER_PATH` wins over the search.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const named = process.env['BROWSER_PATH']
  if (named !== undefined && named !== '') return isExecutable(named) ? named : undefined
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter(folder => folder !== '')
  const candidates = [...NAMES.flatMap(name => onPath.map(folder => join(folder, name))), ...PLACES]
  return candidates.find(isExecutable) ?? [chromium.executablePath()].find(isExecutable)
}

/** Flags that a browser needs in a container and that keep it from talking to anyone but the page under test. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
