/** The state a fault must never lose, as one value to compare before and after. */
import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'

export interface Snapshot {
  readonly url: string
  readonly fields: readonly string[]
  readonly selected: readonly string[]
  readonly regions: readonly string[]
  readonly focused: string
  /** Per list: the name of the first row that can be seen. */
  readonly anchors: readonly string[]
}

/** The page with an open session as its user knows it, with what comes when it is idle. Passwords are never part of it. */
export async function snapshot(page: Page): Promise<Snapshot> {
  await expect(page.getByRole('combobox', { name: 'Updated', includeHidden: true })).toBeAttached()
  await expect(
    page.locator('section[aria-label="Against the usual"], [role=region][aria-label="Against the usual"]'),
  ).toBeAttached()
  const seen = await page.evaluate(() => {
    const nameOf = (element: Element | null) =>
      element === null || element === document.body
        ? ''
        : `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`
    const all = (selector: string) => [...document.querySelectorAll(selector)]
    return {
      fields: all('input:not([type=password]), select').map(field => (field as HTMLInputElement).value),
      selected: all('[role=row][aria-selected=true], [role=row][aria-current=true]').map(nameOf),
      regions: all('[role=region][aria-label], section[aria-label]').map(
        region => region.getAttribute('aria-label') ?? '',
      ),
      focused: nameOf(document.activeElement),
      anchors: all('[role=grid]').map(grid => {
        const { top } = grid.getBoundingClientRect()
        const rows = [...grid.querySelectorAll('[role=row][aria-rowindex]')]
          .filter(row => row.getAttribute('aria-rowindex') !== '1' && row.getBoundingClientRect().bottom > top + 40)
          .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        return rows[0]?.getAttribute('aria-rowindex') ?? ''
      }),
    }
  })
  return { url: page.url(), ...seen }
}
