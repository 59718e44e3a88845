/** The guides quote the words of the screen in their own language, and both have the same steps. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Language } from '@/domain/languages'
import { textsOf } from '@tests/i18n/texts'

const GUIDES = [
  ['en', 'docs/user-guide.md'],
  ['fr', 'docs/guide-utilisateur.md'],
] as const satisfies readonly (readonly [Language, string])[]

/** Without the differences between kinds of spaces: the test of French typography looks at those. */
const plain = (text: string) => text.replaceAll(/\s+/gu, ' ').trim()

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** What a guide may put in place of a placeholder: a number, a duration, a time. */
const VALUE = String.raw`[^*]*\d[^*]*`

/** A text of the screen as the guide may quote it: with values, and without the count behind a name. */
function quotable(text: string): RegExp | undefined {
  const words = plain(text).replace(/[.…]$/u, '')
  if (words.replaceAll(/\{\{\w+\}\}/g, '').replaceAll(/\P{L}/gu, '').length < 2) return undefined
  return new RegExp(
    `^${words
      .split(/\{\{\w+\}\}/)
      .map(escaped)
      .join(VALUE)}$`,
    'u',
  )
}

/** What stands between two stars, and is not bold. */
const quotesIn = (guide: string): readonly string[] =>
  [...guide.matchAll(/(?<!\*)\*(?!\*)([^*\n]+)\*(?!\*)/g)].map(([, quote = '']) => plain(quote))

function unknownWords(guide: string, language: Language): readonly string[] {
  const texts = textsOf(language).flatMap(([, text]) => quotable(text) ?? [])
  return quotesIn(guide).filter(quote => !texts.some(text => text.test(quote)))
}

it('a word that no screen shows is found', () => {
  expect(unknownWords('Press *Relaunch errors (3)*, then *Relaunch everything*. **Not** this.', 'en')).toEqual([
    'Relaunch everything',
  ])
  expect(unknownWords('*Relancer les erreurs (3)*, *Relaunch errors (3)*', 'fr')).toEqual(['Relaunch errors (3)'])
})

describe.each(GUIDES)('the guide in %s', (language, path) => {
  const guide = readFileSync(path, 'utf8')

  it('quotes words of the screen only', () => {
    expect(quotesIn(guide).length).toBeGreaterThan(50)
    expect(unknownWords(guide, language)).toEqual([])
  })

  it('shows its screens in its own language, and each picture is there', () => {
    const pictures = [...guide.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, picture = '']) => picture)
    expect(pictures.filter(picture => !picture.startsWith(`screenshots/${language}/`))).toEqual([])
    expect(pictures.filter(picture => !existsSync(`docs/${picture}`))).toEqual([])
  })
})

it('the guides have the same sections, pictures and rows', () => {
  const shape = (path: string) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap(line => /^(#+|\||-)(?= )|^!\[.*\/([\w-]+\.png)\)/.exec(line)?.slice(1).filter(Boolean) ?? [])
  expect(shape('docs/guide-utilisateur.md')).toEqual(shape('docs/user-guide.md'))
})

it('the French guide keeps its punctuation and numbers on one line', () => {
  const guide = readFileSync('docs/guide-utilisateur.md', 'utf8')
  const breaking = [...guide.matchAll(/.{0,20}(?: [;?!»]| :(?=[\s*]|$)|« |\d (?:s|min|h)\b|').*/gm)].map(
    ([line]) => line,
  )
  expect(breaking.filter(line => !/^\|? *[:-]+/.test(line))).toEqual([])
})
