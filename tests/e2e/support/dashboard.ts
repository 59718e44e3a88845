/** The test function of all browser tests: a world of its own, a watched page, and the words to drive it with. */
import { test as base, expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { PASSWORD } from '@simulator/accounts'
import type { Seed } from '@simulator/seeds/seeds'
import type { Scenario } from '@simulator/world'
import { World } from '@simulator/world'
import { startFront } from './front'
import type { Front } from './front'
import { storedSignIn } from './stored-sign-in'
import type { Account } from './stored-sign-in'
import { watch } from './watch'
import type { Watch } from './watch'

type Card = 'Acquisition' | 'Referencing' | 'Storage' | 'Diffusion'

const WORDS_OF_STATES = {
  sources: /^(?:State of|État des) sources$/,
  sessions: /^(?:State of|État des) sessions$/,
} as const

interface Options {
  /** What fills the world of the test. */
  readonly seed: Seed | Scenario
}

interface Fixtures {
  readonly world: World
  readonly watched: Watch
  readonly dashboard: Dashboard
}

export class Dashboard {
  readonly page: Page
  readonly front: Front
  readonly world: World
  readonly watched: Watch

  constructor(page: Page, front: Front, world: World, watched: Watch) {
    this.page = page
    this.front = front
    this.world = world
    this.watched = watched
  }

  /** Opens an address of the application: '' is the board. */
  async open(address = ''): Promise<void> {
    await this.page.goto(this.front.url + address)
  }

  /** Goes to an address as a link in the page does: without loading the application anew. */
  async goTo(address: string): Promise<void> {
    await this.page.evaluate(to => {
      history.pushState(null, '', to)
      dispatchEvent(new PopStateEvent('popstate', { state: null }))
    }, address)
  }

  /** Fills the sign-in form in; what comes after is the caller's to wait for. */
  async fillSignIn(account: Account = 'operator', password = PASSWORD): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Project' }).fill('demo')
    await this.page.getByRole('textbox', { name: 'E-mail' }).fill(`${account}@example.org`)
    await this.page.getByLabel('Password', { exact: true }).fill(password)
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }

  /** Opens an address, signs in through the form on the way, and waits for the lists. */
  async signInByForm(account: Account = 'operator', address = ''): Promise<void> {
    await this.open(address)
    await this.fillSignIn(account)
    await this.expectLists()
  }

  /**
   * Opens an address in a tab that is signed in already, as after a reload. The form has its own tests; the others
   * need not fill it in. What comes after is the caller's to wait for.
   */
  async enter(account: Account = 'operator', address = ''): Promise<void> {
    // Only for this one visit: what a reload finds is what the page itself kept.
    const script = await this.page.addInitScript(...(await storedSignIn(this.front.world ?? this.world, account)))
    await this.open(address)
    await script.dispose()
  }

  /** Opens an address, signed in, and waits for the lists. */
  async signIn(account: Account = 'operator', address = ''): Promise<void> {
    await this.enter(account, address)
    await this.expectLists()
  }

  async expectLists(): Promise<void> {
    await expect(this.rows(this.sources).first()).toBeVisible()
    await expect(this.rows(this.sessions).first()).toBeVisible()
  }

  get sources(): Locator {
    return this.page.getByRole('grid', { name: 'Sources' })
  }

  get sessions(): Locator {
    return this.page.getByRole('grid', { name: 'Sessions' })
  }

  /** The rows of a list that hold something: neither the header nor a skeleton. */
  rows(grid: Locator): Locator {
    return grid.getByRole('row').filter({ has: this.page.getByRole('gridcell').filter({ hasText: /\S/ }) })
  }

  row(grid: Locator, name: string | RegExp): Locator {
    return grid.getByRole('row', { name, exact: typeof name === 'string' })
  }

  drawer(source: string, session: string): Locator {
    return this.page.getByRole('region', { name: `${source} / ${session}`, exact: true })
  }

  card(name: Card): Locator {
    return this.page.getByRole('article', { name, exact: true })
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name }).or(this.page.getByRole('alertdialog', { name }))
  }

  /** The button that filters a list by a state, whatever its count. */
  state(list: 'sources' | 'sessions', state: string): Locator {
    return this.page
      .getByRole('group', { name: WORDS_OF_STATES[list] })
      .getByRole('button', { name: new RegExp(`^${state}\\b`) })
  }

  get refresh(): Locator {
    return this.page.getByRole('button', { name: 'Refresh', exact: true })
  }

  /** Lets REGARDS work on, in larger steps than the clock's, until the page shows it. */
  async untilShown(check: (timeout: { readonly timeout: number }) => Promise<void>): Promise<void> {
    await expect(async () => {
      this.world.advance('5s')
      await check({ timeout: 4000 })
    }).toPass()
  }

  /** Opens a session by its address, signed in, and waits for its drawer. */
  async signInAt(source: string, session: string, account: Account = 'operator'): Promise<void> {
    await this.signIn(account, `?${new URLSearchParams({ source, session }).toString()}`)
    await expect(this.drawer(source, session)).toBeVisible()
  }
}

export const test = base.extend<Options & Fixtures, { readonly front: Front }>({
  seed: ['broken', { option: true }],
  front: [
    async ({}, use) => {
      const front = await startFront()
      await use(front)
      await front.close()
    },
    { scope: 'worker' },
  ],
  world: async ({ seed, front }, use) => {
    const world = new World(seed)
    world.clock.run()
    front.world = world
    front.replace = () => undefined
    await use(world)
    front.world = undefined
  },
  watched: async ({ context, front }, use) => {
    const watched = await watch(context, front.url)
    await use(watched)
    expect(watched.complaints()).toEqual([])
  },
  dashboard: async ({ page, front, world, watched }, use) => {
    await use(new Dashboard(page, front, world, watched))
  },
})

export { expect }
