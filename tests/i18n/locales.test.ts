/** Every language has every text. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Language } from '@/domain/languages'
import { FIRST_LANGUAGE, LANGUAGE_CODES } from '@/domain/languages'
import { createFormat } from '@/i18n/format'
import { say } from '@/i18n/compile'
import { dictionaryOf, messageIn } from '@/i18n/dictionary'
import '@/i18n/demo-words'
import { browserLanguage, currentLanguage, loadMessages, setLanguage } from '@/i18n/i18n'
import { translate } from '@/i18n/translation'
import type { Namespace } from '@/i18n/message-types'

const NAMESPACES = Object.keys(import.meta.glob('/src/i18n/en/*.ts')).map(
  path => path.replace(/^.*\/|\.ts$/g, '') as Namespace,
)
const OTHERS = LANGUAGE_CODES.filter(language => language !== FIRST_LANGUAGE)

const PLURAL = /_(zero|one|two|few|many|other)$/
const COUNTS = [0, 1, 2, 1_000_000, 1_500_000]

type Texts = ReadonlyMap<string, string>
const loaded = new Map<Language, Texts>()
/** Every text of a language, by namespace and path. */
const texts = (language: Language): Texts => loaded.get(language) ?? new Map<string, string>()

function readTexts(language: Language): Texts {
  const found = new Map<string, string>()
  const walk = (words: unknown, path: string): void => {
    if (typeof words === 'string') found.set(path, words)
    else if (typeof words === 'object' && words !== null)
      for (const [key, value] of Object.entries(words)) walk(value, `${path}.${key}`)
  }
  for (const ns of NAMESPACES) walk(dictionaryOf(language, ns).words, ns)
  return found
}

const bases = (language: Language) => new Set([...texts(language).keys()].map(key => key.replace(PLURAL, '')))
const placeholders = (text: string) => [...text.matchAll(/\{\{([^}]*)\}\}/g)].map(([, name = '']) => name).sort()

/** Every text that says a number of things, by the key a component asks for. */
const plurals = () => [...bases('en')].filter(base => texts('en').has(`${base}_other`))

/** The words for a count in a language itself; undefined where they would be those of another. */
function said(language: Language, path: string, count: number): string | undefined {
  const [ns = '', ...keys] = path.split('.')
  const figure = createFormat(language, 'utc').count(count)
  const names = placeholders(texts('en').get(`${path}_other`) ?? '')
  const filled = Object.fromEntries(names.map(name => [name, figure] as const))
  const message = messageIn(dictionaryOf(language, ns as Namespace), keys.join('.'))
  return message && say(message, { ...filled, count })
}

beforeAll(async () => {
  for (const language of LANGUAGE_CODES) {
    await setLanguage(language)
    await loadMessages(NAMESPACES)
  }
  await setLanguage('en')
  for (const language of LANGUAGE_CODES) loaded.set(language, readTexts(language))
})

describe('every language', () => {
  it.each(OTHERS)('has the same keys as the first: %s', language => {
    const [english, other] = [bases(FIRST_LANGUAGE), bases(language)]
    expect([...english].filter(key => !other.has(key))).toEqual([])
    expect([...other].filter(key => !english.has(key))).toEqual([])
    expect(english.size).toBeGreaterThan(300)
  })

  it('puts the same figures and names into each text; only "one" may go without its figure', () => {
    const english = texts('en')
    const differing = LANGUAGE_CODES.flatMap(language => [...texts(language)]).filter(([key, text]) => {
      const wanted = placeholders(english.get(key.replace(PLURAL, '_other')) ?? english.get(key) ?? '')
      const found = placeholders(text)
      return key.endsWith('_one') ? found.some(name => !wanted.includes(name)) : found.join() !== wanted.join()
    })
    expect(differing).toEqual([])
  })

  it('has exactly the plural forms that its grammar has', () => {
    for (const language of LANGUAGE_CODES) {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
      const wanted = plurals().flatMap(key => forms.map(form => `${key}_${form}`))
      expect([...texts(language).keys()].filter(key => PLURAL.test(key)).sort()).toEqual(wanted.sort())
    }
  })

  it('leaves nothing empty, untrimmed or unfinished', () => {
    for (const language of LANGUAGE_CODES)
      expect([...texts(language)].filter(([, text]) => text.trim() === '' || text !== text.trim())).toEqual([])
  })
})

/** What is the same word, name or pattern in both: everything else that is equal was left untranslated. */
const SAME_WORDS = new Set(
  [
    'Source Sources source sources Session Sessions session sessions Acquisition Diffusion Ingestion Validation',
    'Notification Catalogue Cache Worker Suggestions suggestion suggestions Messages Description Type Version Date',
    'Auto Action Actions Journal Mode Local Nearline min HTTP REGARDS OAIS GeoJSON URN JSON CSV UTC',
  ].flatMap(words => words.split(' ')),
)

const letters = (text: string) => text.replace(/\{\{[^}]*\}\}/g, ' ').match(/\p{L}[\p{L}’'-]*/gu) ?? []

describe('no label is left in the other language', () => {
  it('where they must differ', () => {
    const english = texts('en')
    const equal = [...texts('fr')].filter(
      ([key, text]) =>
        english.get(key) === text && letters(text).some(word => !SAME_WORDS.has(word) && word.length > 2),
    )
    expect(equal).toEqual([])
  })

  const hasWord = (words: readonly string[]) => (text: string) =>
    letters(text).some(word => words.includes(word.toLowerCase()))

  it.each([
    [
      'English words in French',
      'fr',
      hasWord(['the', 'and', 'of', 'is', 'was', 'not', 'with', 'for', 'from', 'no', 'errors']),
    ],
    [
      'French words in English',
      'en',
      hasWord(['le', 'la', 'les', 'des', 'du', 'et', 'pas', 'une', 'est', 'pour', 'erreur']),
    ],
    ['accents in English', 'en', (text: string) => /[àâçéèêëîïôùûœ]/i.test(text) && text !== 'Français'],
    ['straight apostrophes', 'fr', (text: string) => text.includes("'")],
    ['a colon without its space in French', 'fr', (text: string) => /[\p{L}}](: |;|\?|!)/u.test(text)],
  ] as const)('by %s', (_, language, isForeign) => {
    expect([...texts(language)].filter(([, text]) => isForeign(text))).toEqual([])
  })
})

describe('numbers of things', () => {
  it.each(LANGUAGE_CODES)(
    'are said in %s for 0, 1, 2, a million and a million and a half, without a word of another',
    language => {
      const wrong = plurals().flatMap(key =>
        COUNTS.map(count => ({ key, count, text: said(language, key, count) })).filter(
          ({ text }) => text === undefined || text.includes('{{'),
        ),
      )
      expect(wrong).toEqual([])
    },
  )

  it.each([
    ['en', 0, '0 sources'],
    ['en', 1, '1 source'],
    ['en', 2, '2 sources'],
    ['en', 1_000_000, '1M sources'],
    ['en', 1_500_000, '1.5M sources'],
    ['fr', 0, '0 source'],
    ['fr', 1, '1 source'],
    ['fr', 2, '2 sources'],
    ['fr', 1_000_000, '1 M de sources'],
  ] as const)('read in %s, %d: %s', (language, count, words) => {
    expect(said(language, 'board.found.sources', count)?.replace(/[\u00a0\u202f]/g, ' ')).toBe(words)
  })
})

describe('the language of the page', () => {
  it('is passed to the browser and to screen readers with the change, without a reload', async () => {
    await setLanguage('fr')
    expect([currentLanguage(), document.documentElement.lang, translate('common')('retry')]).toEqual([
      'fr',
      'fr',
      'Réessayer',
    ])
    await setLanguage('en')
    expect([currentLanguage(), document.documentElement.lang, translate('common')('retry')]).toEqual([
      'en',
      'en',
      'Retry',
    ])
  })

  it('is the last one asked for, whichever was loaded first', async () => {
    await Promise.all([setLanguage('fr'), setLanguage('en')])
    expect([currentLanguage(), document.documentElement.lang]).toEqual(['en', 'en'])
  })

  it.each([
    [['fr-FR', 'en'], 'fr'],
    [['de-DE', 'fr-CA', 'en'], 'fr'],
    [['EN-us'], 'en'],
    [['de', 'ja'], 'en'],
    [[], 'en'],
  ])('for a browser that speaks %j is %s', (languages, expected) => {
    Object.defineProperty(navigator, 'languages', { value: languages, configurable: true })
    expect(browserLanguage()).toBe(expected)
    Reflect.deleteProperty(navigator, 'languages')
  })
})
