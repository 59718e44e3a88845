/** axe over the page as it stands: all rules, no exclusions. */
import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'RGAAv4']

/**
 * Each violation as text: rule, element, why. Only violations are read, and the page has no frames: without the one and
 * with the plain run over one document the same rules take a tenth of the time.
 * @param within a selector of the part that is looked at; absent: the page
 */
export async function findViolations(page: Page, within?: string): Promise<readonly string[]> {
  // A document keeps what was put into it until it is loaded anew.
  const isThere = await page.evaluate(() => 'axe' in window)
  const builder = new AxeBuilder({ page, ...(isThere ? { axeSource: 'void 0' } : {}) })
  const { violations } = await (within === undefined ? builder : builder.include(within))
    .setLegacyMode()
    .options({
      runOnly: { type: 'tag', values: TAGS },
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    })
    .analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary ?? ''}`),
  )
}

const SCHEMES = ['light', 'dark'] as const
type Scheme = (typeof SCHEMES)[number]

const isDark = (page: Page) => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)

/** Runs in the page: ends every transition, and says whether there was none. A colour that is inherited may move one frame later. */
async function isAtRest(): Promise<boolean> {
  await new Promise(resolve => requestAnimationFrame(resolve))
  const running = document.getAnimations().filter(({ playState }) => playState === 'running')
  for (const animation of running) if (animation instanceof CSSTransition) animation.finish()
  return running.length === 0
}

/** Shows the page in a colour scheme, its transitions over. */
async function show(page: Page, colorScheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', colorScheme)
  await expect.poll(() => page.evaluate(isAtRest), { intervals: [0] }).toBe(true)
}

/**
 * No violation in the scheme that is shown and in the other one, which stays: what comes next is drawn in each in turn.
 * @param what names the state in the report: the test goes on to the next one whatever is found
 * @param within the part that differs from the state before, where the rest was looked at already
 */
export async function expectNoViolations(page: Page, what: string, within?: string): Promise<void> {
  for (const colorScheme of (await isDark(page)) ? SCHEMES.toReversed() : SCHEMES) {
    await show(page, colorScheme)
    expect.soft(await findViolations(page, within), `${what}, ${colorScheme}`).toEqual([])
  }
}

/** A dialog that lies over what was looked at already. */
export const DIALOG = '[role=dialog], [role=alertdialog]'

/** What each telephone has: neither the page nor a dialog over it is scrolled sideways. */
export async function expectNoSideways(page: Page, what: string): Promise<void> {
  const tooWide = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('[role=dialog]')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ outerHTML }) => outerHTML.slice(0, 200)),
  )
  expect.soft(tooWide, `${what}: wider than the window`).toEqual([])
}
