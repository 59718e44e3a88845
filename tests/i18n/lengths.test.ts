/** No text is longer than its place: badges, heads of columns, buttons and tooltips. */
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import type { Language } from '@/domain/languages'
import { LANGUAGE_CODES } from '@/domain/languages'
import { textsOf } from './texts'

interface Kind {
  readonly keys: RegExp
  readonly limit: Readonly<Record<Language, number>>
}

const keys = (...patterns: readonly string[]) => new RegExp(`^(?:${patterns.join('|')})(?:_\\w+)?$`)

const KINDS: Readonly<Record<string, Kind>> = {
  badge: {
    keys: keys(
      '(?:board|session)\\.badge\\.\\w+',
      'session\\.setAside',
      '(?:board|session)\\.okSetAside',
      'board\\.(?:notReliable|noNews)',
    ),
    limit: { en: 12, fr: 12 },
  },
  column: { keys: keys('(?:board|records|incident)\\.column\\.\\w+'), limit: { en: 16, fr: 20 } },
  button: {
    keys: keys(
      'board\\.(?:clear\\.\\w+|clearShort|freeSource|columnsOf\\.\\w+)',
      'columns\\.(?:up|down|reset)',
      'common\\.(?:retry|cancel|close|error\\.(?:more|less)|notices\\.close|crash\\.again)',
      'frame\\.(?:refresh|retryNow|settings|keyboard|signOut|toDark|toLight|signInNow)',
      'pages\\.notFound\\.back',
      'session\\.(?:previous|next|close|copy\\.(?:source|session)|share\\.copy\\w+|see\\..+)',
      'session\\.relaunch\\.(?:button\\w*|confirm\\w*|repeat|sendAgain|unsent\\.(?:send|discard)|chain\\.again)',
      'session\\.relaunchProgress\\.reload',
      'records\\.(?:close|admin|ask|readAll|readUpTo|stop|causes\\.(?:free|relaunch)|choose\\.(?:clear|relaunch|decide\\w*))',
      'records\\.(?:detail\\.(?:close|copy|save)|action\\.(?:\\w+\\.(?:button|confirm)|again)|csv\\.(?:button|cancel))',
      'deletion\\.(?:button|confirm|sendAgain|reach\\.again|exact\\.(?:confirm|rest|stop|copy)|name\\.copy|line\\.reload)',
      'signIn\\.(?:submit|again\\.other)',
      'hints\\.close',
      'watch\\.(?:start|stop|panel\\.(?:dismiss\\w*|close)|desktop\\.(?:allow|open))',
      'board\\.select\\.button',
      'many\\.bar\\.(?:all|cancel|relaunch|copy|csv|csvCancel|remove|clear)',
      'many\\.(?:removal\\.(?:open|skip|stop)|preview\\.(?:reload|confirm))',
      'many\\.signOut\\.stay',
      'many\\.run\\.(?:pause|resume|stop|results|close|again|againUnknown|copy|csv)',
      'board\\.(?:exportStop|onlySource)',
      'common\\.(?:pending|lines|error\\.detail|part\\.reload)',
      'journal\\.(?:clear|forget|forgetConfirm)',
      'incident\\.(?:copy|clear|progress\\.(?:stop|goOn|reload)|note\\.retry|detail\\.(?:select|relaunch))',
      'records\\.(?:asking|choose\\.all|action\\.(?:confirmAgain|pending))',
      'session\\.(?:relaunch\\.pending|zeros|losses)',
      'loss\\.(?:details|kind\\.(?!mixed)\\w+|part\\.\\w+)',
      'deletion\\.(?:exact\\.stopping|pending)',
      'signIn\\.submitting',
      'settings\\.hints',
      'seen\\.(?:mark|marking|forget)',
      'session\\.usual\\.pulse\\.again',
      'session\\.compare',
      'session\\.usual\\.compare\\.(?:start|again|cancel|showSame|hideSame|sameCauses|hideSameCauses)',
    ),
    limit: { en: 28, fr: 36 },
  },
  tooltip: {
    keys: keys('.*(?:\\.hint|Hint|[hH]int\\.\\w+)', 'board\\.okSetAsideSome', 'session\\.(?:negative|unreadable)'),
    limit: { en: 160, fr: 160 },
  },
}

/** What is there before any figure or name is put in. */
const bare = (text: string) =>
  text
    .replace(/\{\{\w+\}\}/g, '')
    .replace(/\s+/g, ' ')
    .trim()

describe.each(LANGUAGE_CODES)('in %s', language => {
  const texts = textsOf(language)

  it.each(Object.entries(KINDS))('every %s has room', (_, { keys: ofKind, limit }) => {
    const all = texts.filter(([path]) => ofKind.test(path))
    expect(all.length).toBeGreaterThan(5)
    expect(all.filter(([, text]) => bare(text).length > limit[language])).toEqual([])
  })
})

const CODE = import.meta.glob<string>('/src/**/*.tsx', { query: '?raw', import: 'default', eager: true })

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** The patterns of keys that a call of `t` in this file may name, with their namespaces. */
function keysIn(call: ts.CallExpression, namespaces: ReadonlyMap<string, string>): readonly string[] {
  const namespace = ts.isIdentifier(call.expression) ? namespaces.get(call.expression.text) : undefined
  const [key] = call.arguments
  if (namespace === undefined || key === undefined) return []
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isConditionalExpression(node)) {
      visit(node.whenTrue)
      visit(node.whenFalse)
    } else if (ts.isStringLiteralLike(node)) found.push(`${namespace}\\.${escaped(node.text)}`)
    else if (ts.isTemplateExpression(node)) {
      const holes = node.templateSpans.map(({ literal }) => `\\w+${escaped(literal.text)}`)
      found.push(`${namespace}\\.${escaped(node.head.text)}${holes.join('')}`)
    }
  }
  visit(key)
  return found
}

/** What `useTranslation('…')` of a function is called there. */
function translatorsOf(node: ts.Node): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const pattern = /const \{ t(?:: (\w+))? \} = useTranslation\('(\w+)'\)/g
  for (const [, name = 't', namespace = ''] of node.getText().matchAll(pattern)) found.set(name, namespace)
  return found
}

/** The keys, as patterns, of all words that are children of a button, or given to a dialog for its own. */
function buttonKeys(text: string): readonly string[] {
  const found: string[] = []
  const collect = (node: ts.Node, namespaces: ReadonlyMap<string, string>): void => {
    if (ts.isJsxAttribute(node)) return
    if (ts.isCallExpression(node)) found.push(...keysIn(node, namespaces))
    ts.forEachChild(node, child => collect(child, namespaces))
  }
  const visit = (node: ts.Node, namespaces: ReadonlyMap<string, string>): void => {
    const own = ts.isFunctionDeclaration(node) ? translatorsOf(node) : namespaces
    if (ts.isJsxElement(node) && node.openingElement.tagName.getText().endsWith('Button'))
      for (const child of node.children) collect(child, own)
    if (ts.isJsxAttribute(node) && node.name.getText() === 'confirm' && node.initializer) collect(node.initializer, own)
    ts.forEachChild(node, child => visit(child, own))
  }
  visit(ts.createSourceFile('one.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX), new Map())
  return found
}

const unknownKeys = (code: readonly string[]) => {
  const paths = textsOf('en').map(([path]) => path)
  const patterns = keys(...new Set(code.flatMap(buttonKeys)))
  return paths.filter(path => patterns.test(path) && KINDS['button']?.keys.test(path) !== true)
}

it('a button whose words have no limit yet is found', () => {
  const button = (inside: string) =>
    `function Part() { const { t } = useTranslation('session'); return <PlainButton>${inside}</PlainButton> }`
  expect(unknownKeys([button("{t('relaunch.slow')}")])).toEqual(['session.relaunch.slow'])
  expect(unknownKeys([button("{t('relaunch.button')}")])).toEqual([])
})

it('every button of the dashboard has a limit', () => {
  expect(Object.values(CODE).flatMap(buttonKeys).length).toBeGreaterThan(30)
  expect(unknownKeys(Object.values(CODE))).toEqual([])
})
