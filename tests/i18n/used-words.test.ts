/** Every text of the word files is shown somewhere: a text that no code names is dead weight for translators. */
import ts from 'typescript'
import { expect, it } from 'vitest'

const CODE = import.meta.glob<string>(['/src/**/*.{ts,tsx}', '!/src/i18n/*/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const WORDS = import.meta.glob<Record<string, Record<string, unknown>>>('/src/i18n/en/*.ts', { eager: true })

/** Typed by the step catalogue, row by row: a word too many does not compile. */
const BY_CATALOGUE = 'steps'
const PLURAL = /_(?:zero|one|two|few|many|other)$/

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

const withoutNamespace = (key: string) => key.replace(/^\w+:/, '')

/** The namespaces a file asks for words: by its hook, by `ns`, by a type, by the table, or in front of a key. */
function namespacesOf(text: string): ReadonlySet<string> {
  const named = [
    ...text.matchAll(/(?:\buseTranslation\(|\bns: |\bTFunction<|\bgetResource\([^,]+, )'(\w+)'/g),
    ...text.matchAll(/\bt\('(\w+):/g),
  ].flatMap(([, namespace]) => namespace ?? [])
  return new Set(/\buseTranslation\(\)/.test(text) ? [...named, 'common'] : named)
}

/** What a key may look like in code: a literal, or a template with something in its holes. */
function keysNamed(text: string): readonly RegExp[] {
  const found: RegExp[] = []
  const add = (node: ts.Node, below: string) => {
    if (ts.isStringLiteralLike(node)) found.push(new RegExp(`^${escaped(withoutNamespace(node.text))}${below}$`))
    if (!ts.isTemplateExpression(node)) return
    const head = withoutNamespace(node.head.text)
    const tails = node.templateSpans.map(({ literal }) => literal.text)
    // A hole alone would name every key.
    if (!/[a-z]/i.test([head, ...tails].join(''))) return
    found.push(new RegExp(`^${escaped(head)}${tails.map(tail => `\\S+${escaped(tail)}`).join('')}${below}$`))
  }
  const visit = (node: ts.Node): void => {
    add(node, '')
    // `returnObjects` and `getResource` ask for all that lies below a key.
    if (ts.isCallExpression(node)) {
      const [first, second, third] = node.arguments
      const isTable = node.expression.getText().endsWith('getResource')
      const key = isTable ? third : second?.getText().includes('returnObjects') === true ? first : undefined
      if (key !== undefined) add(key, '\\..+')
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('one.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
  return found
}

function leaves(words: Record<string, unknown>, path = ''): readonly string[] {
  return Object.entries(words).flatMap(([key, word]) =>
    typeof word === 'string'
      ? [`${path}${key.replace(PLURAL, '')}`]
      : leaves(word as Record<string, unknown>, `${path}${key}.`),
  )
}

/** For each namespace, the keys named by the files that use it. */
const PATTERNS = new Map<string, RegExp[]>()
for (const text of Object.values(CODE)) {
  const namespaces = namespacesOf(text)
  if (namespaces.size === 0) continue
  const keys = keysNamed(text)
  for (const namespace of namespaces) PATTERNS.set(namespace, [...(PATTERNS.get(namespace) ?? []), ...keys])
}
const isNamed = (namespace: string, key: string) => PATTERNS.get(namespace)?.some(pattern => pattern.test(key)) === true

it('a key that no code of its namespace names is found', () => {
  expect(isNamed('frame', 'refresh')).toBe(true)
  expect(isNamed('board', 'clear.sources')).toBe(true)
  expect(isNamed('board', 'no.such.word')).toBe(false)
  // The deletion dialog names a `title`, and that is its own.
  expect(isNamed('deletion', 'title')).toBe(true)
  expect(isNamed('signIn', 'title')).toBe(false)
})

it('every text is named by code', () => {
  const namespaces = Object.values(WORDS).flatMap(module => Object.entries(module))
  expect(namespaces.length).toBeGreaterThan(5)
  const dead = namespaces.flatMap(([namespace, words]) =>
    namespace === BY_CATALOGUE
      ? []
      : [...new Set(leaves(words))].filter(key => !isNamed(namespace, key)).map(key => `${namespace}:${key}`),
  )
  expect(dead).toEqual([])
})
