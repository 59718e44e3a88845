/** The table of languages and the folders of words agree; everything that offers a language goes through the table. */
import { describe, expect, it } from 'vitest'
import { FIRST_LANGUAGE, LANGUAGES, LANGUAGE_CODES, languageOf, nextLanguage } from '@/domain/languages'
import { parseConfiguration } from '@/app/run-time-config'
import { readPreferences } from '@/stores/preferences'

/** The codes that src/i18n has a folder for, and the files of words in it. */
const FILES = Object.keys(import.meta.glob('/src/i18n/*/*.ts')).map(path => path.split('/').slice(-2))
const folders = new Map<string, readonly string[]>()
for (const [code = '', file = ''] of FILES) folders.set(code, [...(folders.get(code) ?? []), file])

const sorted = (codes: Iterable<string>) => [...codes].sort()

describe('a language', () => {
  it('has a row in the table and a folder of words, both or neither', () => {
    expect(sorted(folders.keys())).toEqual(sorted(LANGUAGE_CODES))
  })

  it.each(LANGUAGE_CODES)('has a file for every namespace: %s', language => {
    expect(folders.get(language)).toEqual(folders.get(FIRST_LANGUAGE))
  })

  it.each(LANGUAGE_CODES)('has the plural forms that its grammar has: %s', language => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
    expect(sorted(LANGUAGES[language].plurals)).toEqual(sorted(pluralCategories))
  })

  it.each(LANGUAGE_CODES)('can be configured and remembered: %s', language => {
    expect(parseConfiguration(JSON.stringify({ gateway: '', language }))).toMatchObject({ language })
    expect(readPreferences({ language })).toEqual({ language })
  })

  it('of the table is reached by pressing the button of the top bar often enough', () => {
    const reached = LANGUAGE_CODES.reduce<readonly string[]>(
      codes => [...codes, nextLanguage(codes.at(-1) ?? FIRST_LANGUAGE)],
      [],
    )
    expect(sorted(reached)).toEqual(sorted(LANGUAGE_CODES))
  })

  it('without a translation is replaced by the first', () => {
    expect(['xx', '', 'toString', 'EN'].map(languageOf)).toEqual(Array(4).fill(FIRST_LANGUAGE))
    expect(readPreferences({ language: 'xx' })).toEqual({})
  })
})
