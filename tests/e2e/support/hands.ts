/** Two ways to work with the page, by mouse and by keys alone: a mission is written once and done by both. */
import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

export interface Hand {
  /** Presses a button. */
  press(button: Locator): Promise<void>
  /** Presses it even where it says that it cannot be pressed. */
  pressAnyway(button: Locator): Promise<void>
  /** Chooses a radio button. */
  pick(radio: Locator): Promise<void>
  /** Writes into a field, in place of what is there. */
  write(field: Locator, text: string): Promise<void>
  /** Filters the sessions by name. */
  search(page: Page, text: string): Promise<void>
  /** Opens a row of a list. */
  open(list: Locator, row: Locator): Promise<void>
  /** Chooses a row of a list for an action. */
  mark(list: Locator, row: Locator): Promise<void>
  /** Closes what this button closes: it must be what is on top. */
  leave(button: Locator): Promise<void>
  refresh(button: Locator): Promise<void>
}

/** A press during a round joins that round. */
const atRest = (button: Locator) => expect(button).toHaveAttribute('aria-busy', 'false')

const sessionName = (page: Page) => page.getByRole('combobox', { name: 'Search a session' })

const mouse: Hand = {
  press: button => button.click(),
  pressAnyway: button => button.click({ force: true }),
  pick: radio => radio.click(),
  write: (field, text) => field.fill(text),
  search: (page, text) => sessionName(page).fill(text),
  open: (_list, row) => row.click(),
  mark: (_list, row) => row.getByRole('checkbox').click(),
  leave: button => button.click(),
  refresh: async button => {
    await atRest(button)
    await button.click()
  },
}

/** More presses than any way through the page needs: beyond it there is none. */
const MOST_TABS = 120
const MOST_ROWS = 200

async function pressUntil(page: Page, key: string, most: number, isThere: () => Promise<boolean>): Promise<void> {
  for (let n = 0; n < most && !(await isThere()); n++) await page.keyboard.press(key)
}

const hasFocus = (target: Locator) =>
  target.evaluateAll(elements => elements.some(element => element === document.activeElement))

async function tabTo(target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  await pressUntil(target.page(), 'Tab', MOST_TABS, () => hasFocus(target))
  await expect(target).toBeFocused()
}

/** Into the list by its one tab stop, or by F6 where nothing lies over the board, then row by row. */
async function walkTo(list: Locator, row: Locator): Promise<void> {
  const page = list.page()
  const isUnderDialog = (await page.getByRole('dialog').count()) > 0
  const isAtRow = () =>
    list.evaluate(
      element =>
        element.contains(document.activeElement) && document.activeElement?.matches('[role=row][tabindex]') === true,
    )
  await pressUntil(page, isUnderDialog ? 'Tab' : 'F6', MOST_TABS, isAtRow)
  if (!(await hasFocus(row))) await page.keyboard.press('Home')
  await pressUntil(page, 'ArrowDown', MOST_ROWS, () => hasFocus(row))
  await expect(row).toBeFocused()
}

async function enter(button: Locator): Promise<void> {
  await tabTo(button)
  await button.page().keyboard.press('Enter')
}

const keyboard: Hand = {
  press: enter,
  pressAnyway: enter,
  pick: async radio => {
    const page = radio.page()
    await pressUntil(page, 'Tab', MOST_TABS, () =>
      page.getByRole('radio').evaluateAll(all => all.some(one => one === document.activeElement)),
    )
    await pressUntil(page, 'ArrowDown', MOST_TABS, () => hasFocus(radio))
    await page.keyboard.press('Space')
  },
  write: async (field, text) => {
    await tabTo(field)
    await field.page().keyboard.press('ControlOrMeta+a')
    await field.page().keyboard.type(text)
  },
  search: async (page, text) => {
    await page.keyboard.press('/')
    await expect(sessionName(page)).toBeFocused()
    await page.keyboard.type(text)
  },
  open: async (list, row) => {
    await walkTo(list, row)
    await row.page().keyboard.press('Enter')
  },
  mark: async (list, row) => {
    await walkTo(list, row)
    await row.page().keyboard.press('Space')
  },
  leave: button => button.page().keyboard.press('Escape'),
  refresh: async button => {
    await atRest(button)
    await button.page().keyboard.press('r')
  },
}

export const HANDS = { mouse, keyboard } as const satisfies Readonly<Record<string, Hand>>
