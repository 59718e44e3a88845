/** Links that were damaged on their way, in English and French: with a message and the sessions they may have meant. */
import type { Page } from '@playwright/test'
import { expect, test } from './support/dashboard'
import { startFront } from './support/front'
import { FAILED_REQUEST } from './support/watch'

const WORDS = {
  'en-GB': {
    submit: 'Sign in',
    none: (session: string, source: string) => `No session named ${session} in source ${source}`,
    gone: 'This session no longer exists (deleted or purged)',
    elsewhere: 'A session with this name exists in another source.',
    noSource: (source: string) => `No source is named ${source} either.`,
    ignored: /^This link is damaged\. Ignored: /,
    noPage: 'Page not found',
    back: 'Go to sessions',
    tooLong: /names of at most 255 characters/,
  },
  'fr-FR': {
    submit: 'Se connecter',
    none: (session: string, source: string) => `Aucune session nommée ${session} dans la source ${source}`,
    gone: 'Cette session n’existe plus (supprimée ou purgée)',
    elsewhere: 'Une session de ce nom existe dans une autre source.',
    noSource: (source: string) => `Aucune source ne s’appelle ${source} non plus.`,
    ignored: /^Ce lien est altéré\. Ignoré\u00a0: /,
    noPage: 'Page introuvable',
    back: 'Aller aux sessions',
    tooLong: /noms de 255 caractères au plus/,
  },
} as const

for (const locale of ['en-GB', 'fr-FR'] as const) {
  const words = WORDS[locale]
  test.describe(locale, () => {
    test.use({ locale })

    /** REGARDS answers with 404 and 403 where a link names what is not there. */
    test.beforeEach(({ watched }) => {
      watched.allow(FAILED_REQUEST)
    })

    /** Another address in a tab that is signed in, as if it were pasted. */
    const paste = (page: Page, url: string, parameters: Readonly<Record<string, string>>) =>
      page.goto(`${url}?${new URLSearchParams(parameters).toString()}`)

    test('names that no session has: the link offers the nearest, and each opens', async ({
      dashboard,
      page,
      world,
    }) => {
      expect(world.session({ source: 'scan-alpha', name: 'day-1' }).name).toBe('day-1')
      await dashboard.enter('operator', '?source=scan-alpha&session=dya-1')
      await expect(page.getByText(words.none('dya-1', 'scan-alpha'))).toBeVisible()
      await expect(page.getByText(words.gone)).toBeHidden()
      await page.getByRole('link', { name: 'scan-alpha / day-1', exact: true }).click()
      await expect(page.getByRole('region', { name: 'scan-alpha / day-1', exact: true })).toBeVisible()
      await expect(page.getByText(words.none('dya-1', 'scan-alpha'))).toBeHidden()
    })

    test('a name that was cut or written otherwise, and a source that is none', async ({
      dashboard,
      page,
      front,
      world,
    }) => {
      expect(world.session({ source: 'scan-alpha', name: 'day-1' }).name).toBe('day-1')
      await dashboard.enter()
      // Cut, written otherwise, with what stood around it: the first offer is the one that was meant.
      for (const session of ['DAY-1', ' day-1\u00a0', 'day-1).']) {
        await paste(page, front.url, { source: 'scan-alpha', session })
        await expect(page.getByRole('link', { name: /^scan-alpha \/ day-1$/ }), session).toBeVisible()
      }

      await paste(page, front.url, { source: 'scan-alhpa', session: 'day-1' })
      await expect(page.getByText(words.elsewhere)).toBeVisible()
      await expect(page.getByText(words.noSource('scan-alhpa'))).toBeVisible()
      await page.getByRole('link', { name: 'scan-alpha / day-1', exact: true }).click()
      await expect(page.getByRole('region', { name: 'scan-alpha / day-1', exact: true })).toBeVisible()
      await expect(page).toHaveURL(/source=scan-alpha&/)
    })

    test('a list of no session, a name beyond all names, and an id that REGARDS no longer has', async ({
      dashboard,
      page,
      front,
      world,
    }) => {
      expect(world.session({ source: 'scan-alpha', name: 'day-1' }).name).toBe('day-1')
      await dashboard.enter()
      // A list opened by the link does not cover what is said.
      await paste(page, front.url, { source: 'scan-alpha', session: 'nope', records: 'productErrors' })
      await expect(page.getByText(words.none('nope', 'scan-alpha'))).toBeVisible()
      await expect(page.getByRole('dialog')).toBeHidden()

      await paste(page, front.url, { source: 'scan-alpha', session: 'x'.repeat(4000) })
      await expect(page.getByText(words.tooLong)).toBeVisible()

      // Of an id REGARDS says itself that it is gone.
      await paste(page, front.url, { source: 'scan-alpha', session: 'was there', id: '999999' })
      await expect(page.getByText(words.gone)).toBeVisible()
      await paste(page, front.url, { id: '999999' })
      await expect(page.getByText(words.gone)).toBeVisible()
    })

    test('parts that mean nothing are named, and the board is there', async ({ dashboard, page, world }) => {
      expect(world.session({ source: 'scan-alpha', name: 'day-1' }).name).toBe('day-1')
      await dashboard.enter(
        'operator',
        '?source=scan-alpha&session=day-1&id=12a&records=nonsense&sessionSort=size,up&session%E0=%E0%A4',
      )
      const notice = page.getByText(words.ignored)
      for (const part of ['id=12a', 'records=nonsense', 'sessionSort=size,up']) await expect(notice).toContainText(part)
      await expect(page.getByRole('region', { name: 'scan-alpha / day-1', exact: true })).toBeVisible()
    })

    for (const base of ['/', '/a/b/'])
      test(`an address some levels deep says that it is none, under ${base}`, async ({ page, watched, world }) => {
        const front = await startFront({ base })
        front.world = world
        front.replace = path =>
          path.endsWith('config.json') ? JSON.stringify({ gateway: front.url.slice(0, -1) }) : undefined
        watched.befriend(new URL(front.url).origin)
        for (const path of ['nope', 'nope/x', 'nope/x/y/z/', 'nope//x', 'nope/x.y', 'v1.2', '%E0%A4%A/x']) {
          await page.goto(front.url + path)
          await expect(page.getByRole('heading', { name: words.noPage }), path).toBeVisible()
        }
        await page.getByRole('link', { name: words.back }).click()
        await expect(page).toHaveURL(front.url)
        await expect(page.getByRole('button', { name: words.submit, exact: true })).toBeVisible()
        await page.goto(`${front.url}index.html?source=A`)
        await expect(page.getByRole('button', { name: words.submit, exact: true })).toBeVisible()
        expect((await fetch(`${front.url}assets/gone.js`)).status).toBe(404)
        await front.close()
      })
  })
}
