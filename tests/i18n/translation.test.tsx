/** What is said under a key: the form of a number, the values put in, the language in use. */
import { act, render, renderHook, screen } from '@testing-library/react'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { compile, say } from '@/i18n/compile'
import { addWords, dictionaryOf } from '@/i18n/dictionary'
import { loadMessages, setLanguage } from '@/i18n/i18n'
import type { MessageKey, MessageValues } from '@/i18n/message-keys'
import { translate, useTranslation, useWords } from '@/i18n/translation'

const ENGLISH = {
  plain: 'Retry',
  deep: { er: { still: 'Found' } },
  one: '{{name}} is here',
  twice: '{{a}}{{b}} and {{a}}',
  rows_one: '{{count}} row',
  rows_other: '{{count}} rows',
} as const
const FRENCH = {
  rows_one: '{{count}} ligne',
  rows_many: '{{count}} de lignes',
  rows_other: '{{count}} lignes',
} as const

const english = (path: string, values = {}) => say(compile('en', ENGLISH, path) ?? '?', values)
const french = (count: number) => say(compile('fr', FRENCH, 'rows') ?? '?', { count })

describe('a message', () => {
  it.each([
    ['plain', {}, 'Retry'],
    ['deep.er.still', {}, 'Found'],
    ['one', { name: 'x' }, 'x is here'],
    ['one', { name: 0 }, '0 is here'],
    ['twice', { a: 'x', b: 'y' }, 'xy and x'],
  ])('%s with %j', (path, values, text) => {
    expect(english(path, values)).toBe(text)
  })

  it('without a value leaves it out, and never says "undefined"', () => {
    expect(english('one')).toBe(' is here')
    expect(english('one', { name: undefined })).toBe(' is here')
  })

  it('takes values as they are, whatever they look like', () => {
    for (const name of ['{{name}}', '{{ b }}', '$t(plain)', '$&', '<b>&amp;</b>', 'toString'])
      expect(english('one', { name })).toBe(`${name} is here`)
  })

  it.each(['nothing', 'deep', 'deep.er', 'plain.length', 'toString', 'deep.constructor', ''])(
    'is not there under "%s"',
    path => {
      expect(compile('en', ENGLISH, path)).toBeUndefined()
    },
  )
})

describe('a number decides the form', () => {
  it.each([
    [0, '0 rows', '0 ligne'],
    [1, '1 row', '1 ligne'],
    [1.5, '1.5 rows', '1.5 ligne'],
    [2, '2 rows', '2 lignes'],
    [1_000_000, '1000000 rows', '1000000 de lignes'],
    [1_000_001, '1000001 rows', '1000001 lignes'],
  ])('%d', (count, inEnglish, inFrench) => {
    expect([english('rows', { count }), french(count)]).toEqual([inEnglish, inFrench])
  })

  it('with the form for all others where a language has no text of its own', () => {
    expect(say(compile('fr', { rows_other: 'lignes' }, 'rows') ?? '?', { count: 1_000_000 })).toBe('lignes')
  })
})

describe('the language in use', () => {
  it('changes what is drawn, without a reload', async () => {
    const Retry = () => <p>{useTranslation('common').t('retry')}</p>
    render(<Retry />)
    expect(screen.getByText('Retry')).toBeVisible()
    await act(() => setLanguage('fr'))
    expect(screen.getByText('Réessayer')).toBeVisible()
  })

  it('keeps one and the same t as long as it is the same', async () => {
    const { result, rerender } = renderHook(() => useTranslation('board'))
    const first = result.current
    rerender()
    await act(() => setLanguage('en'))
    expect(result.current).toBe(first)
    expect(renderHook(() => useTranslation('board')).result.current.t).toBe(first.t)
    await act(() => setLanguage('fr'))
    expect(result.current.t).not.toBe(first.t)
    expect(result.current.language).toBe('fr')
    await act(() => setLanguage('en'))
    expect(result.current.t).toBe(first.t)
  })

  it('is followed outside of components too', async () => {
    await setLanguage('fr')
    expect(translate('common')('lines', { count: 1_000_000 })).toBe('Afficher les 1000000 lignes')
    await setLanguage('en')
    expect(translate('common')('lines', { count: 1 })).toBe('Show the 1 line')
  })

  it('has tables of words', async () => {
    await loadMessages(['records'])
    const { result } = renderHook(() => useWords('records').word.STORED)
    expect(result.current).toBe('Stored')
    await act(() => setLanguage('fr'))
    expect(result.current).toBe('Stocké')
  })
})

describe('words that are not loaded', () => {
  it('are said in English until they are', async () => {
    await loadMessages(['signIn'])
    await setLanguage('fr')
    const dictionary = dictionaryOf('fr', 'signIn')
    const { words = {} } = dictionary
    const t = translate('signIn')
    addWords('fr', 'signIn', {})
    expect([t('submit'), t('refused.status', { status: 500 })]).toEqual(['Sign in', 'The gateway returned HTTP 500.'])
    addWords('fr', 'signIn', words)
    expect(t('submit')).toBe('Se connecter')
  })

  it('in no language are shown by their key', async () => {
    await loadMessages(['spelling'])
    const dictionary = dictionaryOf('en', 'spelling')
    const { words = {} } = dictionary
    addWords('en', 'spelling', {})
    expect(translate('spelling')('holds', { characters: 'x' })).toBe('holds')
    addWords('en', 'spelling', words)
    expect(translate('spelling')('holds', { characters: 'x' })).toBe('The text contains x.')
  })
})

it('the compiler knows the keys, and which values each message needs', () => {
  type Figure = string | number
  expectTypeOf<'search.found' | 'copy.byHand' | 'lines'>().toExtend<MessageKey<'common'>>()
  for (const wrong of ['search', 'copy.by', 'lines_one', 'nothing'] as const)
    expectTypeOf(wrong).not.toExtend<MessageKey<'common'>>()
  expectTypeOf<MessageValues<'common', 'retry'>>().toEqualTypeOf<[]>()
  expectTypeOf<MessageValues<'common', 'error.status'>>().toEqualTypeOf<[values: { readonly status: Figure }]>()
  expectTypeOf<MessageValues<'common', 'lines'>>().toEqualTypeOf<[values: { readonly count: number }]>()
  expectTypeOf<MessageValues<'board', 'badge.error'>>().toEqualTypeOf<
    [values: { readonly count: number; readonly figure: Figure }]
  >()
  // Of several keys, what any of them needs.
  expectTypeOf<MessageValues<'board', 'reason.cut' | 'reason.forbidden'>>().toEqualTypeOf<
    [values: { readonly role: Figure }]
  >()
})
