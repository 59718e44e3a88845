/** Selecting, keys of input methods and extensions, translators, pasted names and copying on plain http, in both languages. */
import type { Locator, Page } from '@playwright/test'
import { oais } from '@simulator/seeds/parts'
import { expect, test } from './support/dashboard'

const WORDS = {
  en: {
    search: 'Search a session',
    clear: 'Clear session filters',
    keyboard: 'Keyboard',
    refresh: 'Refresh',
    nbsp: 'without U+00A0 (no-break space) at the end',
    extra: 'Extra character at the end: U+0020 (space).',
    copyLink: 'Copy link',
    copied: 'Link copied.',
    byHand: 'The text is selected: press Ctrl+C.',
    remove: 'Delete products',
    seeErrors: /^See errors/,
  },
  fr: {
    search: 'Rechercher une session',
    clear: 'Effacer les filtres de sessions',
    keyboard: 'Clavier',
    refresh: 'Rafraîchir',
    nbsp: 'sans U+00A0 (espace insécable) à la fin',
    extra: 'Caractère en trop à la fin\u00a0: U+0020 (espace).',
    copyLink: 'Copier le lien',
    copied: 'Lien copié.',
    byHand: 'Le texte est sélectionné\u00a0: appuyez sur Ctrl+C.',
    remove: 'Supprimer les produits',
    seeErrors: /^Voir les erreurs/,
  },
} as const

/** By then a bubble that was left has closed (`close` in src/ui/InfoTooltip.tsx), in milliseconds. */
const LEFT_BUBBLE = 150
/** By then a text that rests has filtered (`PAUSE` in src/ui/SearchField.tsx). */
const RESTED_TEXT = 350

const name = (row: Locator, text: string) => row.getByText(text, { exact: true })

/** Drags over a text as one does to select it. */
async function dragOver(page: Page, text: Locator): Promise<void> {
  const box = await text.boundingBox()
  if (box === null) throw new Error('Nothing to drag over')
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + 1, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width - 1, y, { steps: 4 })
  await page.mouse.up()
}

const selected = (page: Page) => page.evaluate(() => document.getSelection()?.toString() ?? '')

/** Replaces each text as the translators of browsers do. */
const translatePage = (page: Page) =>
  page.evaluate(() => {
    const FONT = 'font' as string
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Node[] = []
    while (walker.nextNode()) texts.push(walker.currentNode)
    for (const text of texts) {
      if (text.parentElement?.closest('style, script') !== null) continue
      const [outer, inner] = [document.createElement(FONT), document.createElement(FONT)]
      inner.textContent = text.nodeValue
      outer.append(inner)
      text.parentNode?.replaceChild(outer, text)
    }
  })

test.beforeEach(({ world }) => {
  for (const [place, session] of ['pointed-1', 'pointed-2'].entries())
    world.archive.addSession({
      source: 'pointed',
      name: session,
      recipe: [oais({ done: 3, errors: 2 })],
      updatedAt: world.archive.now - place,
    })
})

for (const language of ['en', 'fr'] as const) {
  const words = WORDS[language]
  test.describe(language, () => {
    test.beforeEach(async ({ dashboard, page }) => {
      await dashboard.signIn('administrator')
      if (language === 'fr') await page.getByRole('button', { name: 'Français' }).click()
      await expect(page.getByRole('combobox', { name: words.search })).toBeVisible()
    })

    test('a name is selected by dragging or a double click, and nothing opens, closes or filters', async ({
      dashboard,
      page,
    }) => {
      const session = dashboard.row(dashboard.sessions, /^pointed-1/)
      const source = dashboard.row(dashboard.sources, 'pointed')
      for (const [row, text] of [
        [session, 'pointed-1'],
        [source, 'pointed'],
      ] as const) {
        await dragOver(page, name(row, text))
        expect(await selected(page)).not.toBe('')
        expect(new URL(page.url()).search).toBe('')
      }
      // A selection that stands elsewhere holds no click up.
      await session.click()
      await expect(dashboard.drawer('pointed', 'pointed-1')).toBeVisible()
      await dragOver(page, name(session, 'pointed-1'))
      await expect(dashboard.drawer('pointed', 'pointed-1')).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(dashboard.drawer('pointed', 'pointed-1')).toHaveCount(0)
      await source.click()
      const chip = page.getByRole('search').getByText('pointed', { exact: true })
      await dragOver(page, chip)
      expect(await selected(page)).not.toBe('')
      await expect(chip).toBeVisible()
      await name(session, 'pointed-1').dblclick()
      await expect(dashboard.drawer('pointed', 'pointed-1')).toBeVisible()
    })

    test('keys: Caps Lock changes nothing; those of input methods and of extensions are not ours', async ({
      dashboard,
      page,
      world,
    }) => {
      const session = dashboard.row(dashboard.sessions, 'pointed-1, pointed')
      await session.click()
      const drawer = dashboard.drawer('pointed', 'pointed-1')
      await expect(drawer).toBeVisible()
      await page.evaluate(() => {
        for (const mode of ['open', 'closed'] as const) {
          const host = document.createElement('div')
          host.id = mode
          const field = document.createElement('input')
          host.attachShadow({ mode }).append(field)
          host.addEventListener('reach', () => field.focus())
          document.body.append(host)
        }
        const note = document.createElement('div')
        note.id = 'note'
        note.contentEditable = 'plaintext-only'
        note.addEventListener('reach', () => note.focus())
        document.body.append(note)
      })
      for (const id of ['open', 'closed', 'note']) {
        await page.evaluate(where => document.getElementById(where)?.dispatchEvent(new Event('reach')), id)
        for (const key of ['/', 'j', '?', 'F6', 'Escape']) await page.keyboard.press(key)
        await expect(drawer).toBeVisible()
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
      await session.focus()
      await session.evaluate(row => {
        for (const init of [{ isComposing: true }, { keyCode: 229 }])
          for (const key of ['Escape', '?', 'Enter'])
            row.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }))
      })
      await expect(drawer).toBeVisible()
      await expect(page.getByRole('dialog')).toHaveCount(0)
      world.forgetRequests()
      await page.keyboard.press('R')
      await expect.poll(() => world.received('rs-admin/sessions?').length).toBeGreaterThan(0)
    })

    test('a click on an explanation is a click on the element under it', async ({ dashboard, page }) => {
      const header = dashboard.sessions
        .getByRole('columnheader')
        .filter({ has: page.locator('[data-explained]') })
        .last()
      await header.locator('[data-explained]').hover()
      const bubble = page.getByRole('tooltip')
      await expect(bubble).toBeVisible()
      const box = await bubble.boundingBox()
      if (box === null) throw new Error('No explanation')
      const [x, y] = [box.x + box.width / 2, box.y + box.height - 4]
      await page.mouse.move(x, y, { steps: 5 })
      await page.waitForTimeout(LEFT_BUBBLE)
      await expect(bubble).toBeVisible()
      await page.mouse.click(x, y)
      await expect(page.locator('[data-drawer]')).toHaveCount(1)
      await expect(bubble).toHaveCount(0)
    })

    test('a translated page shows the figures that change, and lives on', async ({ dashboard, page, world }) => {
      await expect(page.locator('html')).toHaveAttribute('translate', 'no')
      const session = dashboard.row(dashboard.sessions, 'pointed-1, pointed')
      await session.click()
      const drawer = dashboard.drawer('pointed', 'pointed-1')
      await expect(drawer.getByRole('article')).toHaveCount(1)
      await translatePage(page)
      const record = world.session({ source: 'pointed', name: 'pointed-1' })
      for (let n = 0; n < 4; n++) world.archive.addItem(record, 'oais', { kind: 'ingestRequest', status: 'STORED' })
      await dashboard.untilShown(async soon => {
        await page.getByRole('button', { name: words.refresh, exact: true }).click()
        await expect(drawer).toContainText(/(9|7) /, soon)
        await expect(session).toContainText('7', soon)
      })
      await translatePage(page)
      await page.getByRole('combobox', { name: words.search }).fill('pointed-2')
      await expect(dashboard.rows(dashboard.sessions)).toHaveCount(1)
      await translatePage(page)
      await page.getByRole('button', { name: words.clear }).click()
      await expect(session).toBeVisible()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await expect(drawer).toHaveCount(0)
    })

    test('a pasted name is offered without its no-break space; Clear within a moment clears', async ({
      dashboard,
      page,
    }) => {
      const field = page.getByRole('combobox', { name: words.search })
      await field.fill('pointed-1\u00a0')
      await page.locator('li', { hasText: words.nbsp }).getByRole('button', { name: 'pointed-1' }).click()
      await expect(dashboard.rows(dashboard.sessions)).toHaveCount(1)
      await field.fill('pointed-2')
      await page.getByRole('button', { name: words.clear }).click()
      await page.waitForTimeout(RESTED_TEXT)
      await expect(field).toHaveValue('')
      expect(new URL(page.url()).search).toBe('')
      await dashboard.row(dashboard.sessions, 'pointed-1, pointed').click()
      await page.getByRole('button', { name: words.remove }).click()
      await page.getByRole('dialog').getByRole('textbox').fill('pointed-1 ')
      await expect(page.getByRole('dialog').getByText(words.extra)).toBeVisible()
    })

    test('dragging over a cause of errors selects it and keeps nothing', async ({ dashboard, page }) => {
      await dashboard.row(dashboard.sessions, 'pointed-1, pointed').click()
      await page.getByRole('button', { name: words.seeErrors }).click()
      const cause = page.getByRole('dialog').locator('button[aria-pressed]').first()
      await dragOver(page, cause.locator('bdi'))
      expect(await selected(page)).not.toBe('')
      await expect(cause).toHaveAttribute('aria-pressed', 'false')
      await cause.locator('bdi').dblclick()
      await expect(cause).toHaveAttribute('aria-pressed', 'true')
    })

    test('copying without a clipboard selects the text', async ({ dashboard, page }) => {
      await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
      await dashboard.row(dashboard.sessions, 'pointed-1, pointed').click()
      const copy = page.getByRole('button', { name: words.copyLink })
      await copy.click()
      await expect(page.getByText(words.copied)).toBeVisible()
      await expect.poll(() => selected(page)).toBe(page.url())
      await copy.click()
      await expect(page.getByText(words.copied)).toHaveCount(1)
      const address = page.url()
      await page.getByRole('combobox', { name: words.search }).focus()
      await page.keyboard.press('ControlOrMeta+v')
      await expect(page.getByRole('combobox', { name: words.search })).toHaveValue(address)
      await page.evaluate(() => Object.assign(document, { execCommand: () => false }))
      await copy.click()
      await expect(page.getByText(words.byHand)).toBeVisible()
      await expect.poll(() => selected(page)).toBe(page.url())
    })
  })
}
