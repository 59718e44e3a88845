/** Answers of the gateway that come when the test lets them: what is late is late on every machine, without waiting for a clock. */
import type { Page, Route } from '@playwright/test'

export interface HeldAnswers {
  /** Lets go what is held, and holds nothing more; ends once all of it has left for the page. */
  release(): Promise<void>
}

/**
 * The work is done at once, as with a slow answer; a page that has given its request up meanwhile hears nothing.
 * @param times how many answers are held; absent: all until they are released
 */
export async function holdAnswers(page: Page, address: RegExp, times?: number): Promise<HeldAnswers> {
  let open = (): void => undefined
  const gate = new Promise<void>(resolve => {
    open = resolve
  })
  const held: Promise<void>[] = []
  const hold = (route: Route) => {
    const passOn = async () => {
      const response = await route.fetch()
      await gate
      await route.fulfill({ response })
    }
    const passed = passOn().catch(() => undefined)
    held.push(passed)
    return passed
  }
  await page.route(address, hold, times === undefined ? {} : { times })
  return {
    async release() {
      open()
      await Promise.all(held)
      await page.unroute(address, hold)
    },
  }
}
