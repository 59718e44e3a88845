/** A computer with a wrong clock, over the built application in both languages: ages are REGARDS', and that is said once. */
import type { Page } from '@playwright/test'
import { aWorld } from '@tests/support/a-world'
import type { Dashboard } from './support/dashboard'
import { expect, test } from './support/dashboard'

const HOUR = 3_600_000

/** A step that works and was counted two minutes ago, one that has stood still for hours, and errors to relaunch. */
function theWorld() {
  const world = aWorld()
    .withSession('A/moves', s => s.storage({ done: 5, running: 3 }).changed('2m'))
    .withSession('A/stands', s => s.storage({ done: 5, running: 3 }).changed('5h'))
    .withSession('A/fails', s => s.oais({ done: 2, errors: 2 }).changed('10m'))
    .build()
  world.clock.run()
  return world
}

const LANGUAGES = {
  en: {
    locale: 'en-GB',
    stands: /no change 5\s+h/,
    moved: /^[2-5]\s+min ago$/,
    noNews: 'no change',
    ages: /updated [2-5]\s+min ago/,
    ahead: /^This computer’s clock is 2\s+h ahead of REGARDS\. The dashboard uses REGARDS time\.$/,
    behind: /^This computer’s clock is 2\s+h behind REGARDS\. The dashboard uses REGARDS time\.$/,
    auto: 'Auto-refresh',
    relaunch: /^Relaunch errors/,
    changed: /^Refreshed: 1 session changed\s*$/,
  },
  fr: {
    locale: 'fr-FR',
    stands: /5\s+h/,
    moved: /^il y a [2-5]\s+min$/,
    noNews: 'inchangé',
    ages: /modifié.*il y a [2-5]\s+min/,
    ahead:
      /^L’horloge de cet ordinateur avance de 2\s+h sur REGARDS\. Le tableau de bord utilise l’heure de REGARDS\.$/,
    behind:
      /^L’horloge de cet ordinateur retarde de 2\s+h sur REGARDS\. Le tableau de bord utilise l’heure de REGARDS\.$/,
    auto: 'Rafraîchissement automatique',
    relaunch: /^Relancer les erreurs/,
    changed: /^Rafraîchi\s: 1 session modifiée\s*$/,
  },
} as const

/** The clock that the page believes in, from its first line on. */
async function setComputer(page: Page, ahead: number): Promise<void> {
  await page.clock.install({ time: Date.now() + ahead })
}

const row = (page: Page, session: string) => page.getByRole('row', { name: `${session}, A`, exact: true })
const heard = (page: Page, text: RegExp) => page.getByRole('status').getByText(text)
/** What the bar says the time of the last answer is: "08:31" of "08:31:07". */
const shownTime = async (page: Page) => /\d\d:\d\d/.exec((await page.locator('header').textContent()) ?? '')?.[0]
const PARIS = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' })
/** This minute and the one before: the last answer may have come in either. */
const lately = () => [0, 60_000].map(ago => PARIS.format(Date.now() - ago))

for (const words of Object.values(LANGUAGES)) {
  test.describe(`a wrong clock, ${words.locale}`, () => {
    test.use({ locale: words.locale })

    async function open(dashboard: Dashboard): Promise<void> {
      const { page, front } = dashboard
      front.world = theWorld()
      // Sorted by name: a list with the latest change first does not repeat its age above the rows.
      await dashboard.enter('operator', '?sessionSort=name,asc')
      await expect(row(page, 'moves')).toBeVisible()
    }

    async function refresh(page: Page): Promise<void> {
      const answered = page.waitForResponse(/rs-admin\/sessions\?/)
      await page.keyboard.press('r')
      await answered
      // A key pressed during a round joins that round.
      await expect(page.locator('header [aria-busy]')).toHaveAttribute('aria-busy', 'false')
    }

    async function expectTruth(page: Page): Promise<void> {
      await expect(row(page, 'moves').locator('time:visible')).toHaveText(words.moved)
      await expect(row(page, 'moves')).not.toContainText(words.noNews)
      await expect(row(page, 'stands')).toContainText(words.stands)
      await expect(page.getByText(words.ages).first()).toBeVisible()
      await expect(async () => expect(lately()).toContain(await shownTime(page))).toPass({ timeout: 30_000 })
    }

    for (const [way, ahead] of [
      ['ahead', 2 * HOUR],
      ['behind', -2 * HOUR],
    ] as const) {
      test(`two hours ${way}: changing counters are no stall, unchanged ones are, and it is said once`, async ({
        dashboard,
      }) => {
        const { page } = dashboard
        await setComputer(page, ahead)
        await open(dashboard)
        await expect(heard(page, words[way])).toHaveCount(1)
        await expectTruth(page)
        await page.clock.fastForward(60_000)
        await expect(heard(page, words[way])).toHaveCount(0)
        await refresh(page)
        await refresh(page)
        await expect(row(page, 'moves')).toBeVisible()
        await expect(heard(page, words[way])).toHaveCount(0)
      })
    }

    test('set while the page is open: no age jumps, and no wait', async ({ dashboard }) => {
      const { page } = dashboard
      await setComputer(page, 0)
      await open(dashboard)
      await expectTruth(page)
      for (const [way, ahead] of [
        ['ahead', 2 * HOUR],
        ['behind', -2 * HOUR],
      ] as const) {
        await page.clock.setSystemTime(Date.now() + ahead)
        await refresh(page)
        await expectTruth(page)
        await expect(heard(page, words[way])).toHaveCount(1)
      }
    })

    test('under a dialog, what is announced is in the accessibility tree', async ({ dashboard }) => {
      const { page, front } = dashboard
      await setComputer(page, 0)
      await open(dashboard)
      await page.getByRole('combobox', { name: words.auto }).selectOption('10')
      await row(page, 'fails').click()
      await page.getByRole('article').getByRole('button', { name: words.relaunch }).click()
      const dialog = page.getByRole('dialog', { name: words.relaunch })
      await expect(dialog).toBeVisible()
      await expect(page.getByRole('grid')).toHaveCount(0)
      const { world } = front
      world?.archive.addItem(world.session({ source: 'A', name: 'fails' }), 'oais', {
        ...{ kind: 'ingestRequest', status: 'STORED' },
      })
      world?.advance('10s')
      await page.clock.fastForward(11_000)
      await expect(heard(page, words.changed)).toHaveCount(1)
      await expect(dialog).toBeVisible()
      expect(await heard(page, words.changed).evaluate(one => one.closest('#root'))).toBeNull()
    })
  })
}
