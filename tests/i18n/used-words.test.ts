/** Every text of the word files is shown somewhere: an unused text is useless work for translators. */
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

/** What a key may look like in code: a literal, or a template with something in its holes. */
function keysNamed(text: string): readonly RegExp[] {
  const found: RegExp[] = []
  const add = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node)) found.push(new RegExp(`^${escaped(node.text)}$`))
    if (!ts.isTemplateExpression(node)) return
    const head = node.head.text
    const tails = node.templateSpans.map(({ literal }) => literal.text)
    // A hole alone would name every key.
    if (!/[a-z]/i.test([head, ...tails].join(''))) return
    found.push(new RegExp(`^${escaped(head)}${tails.map(tail => `\\S+${escaped(tail)}`).join('')}$`))
  }
  const visit = (node: ts.Node): void => {
    add(node)
    // `useWords('records').word` is a table: all that lies below a key.
    if (ts.isPropertyAccessExpression(node) && /^useWords\('\w+'\)$/.test(node.expression.getText()))
      found.push(new RegExp(`^${escaped(node.name.text)}\\..+$`))
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

/** The namespaces a file asks for words; the words of cells (src/features/browse/cells.tsx) are those of the board, those of a menu `more`. */
function namespacesOf(text: string): ReadonlySet<string> {
  const asked = [...text.matchAll(/\b(?:useTranslation|useWords|translate|TFunction<)\(?'(\w+)'/g)]
  const board = /\b(?:use)?CellWords\b/.test(text) ? ['board'] : []
  const more = /\bMoreEntry\b/.test(text) ? ['more'] : []
  return new Set([...asked.flatMap(([, name]) => name ?? []), ...board, ...more])
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
