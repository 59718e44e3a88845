/** What comments, README and the documents cite is in this repository: each path exists, and each section it names. */
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const LEFT_OUT = new Set(['node_modules', '.git', 'dist', 'dist-demo', 'coverage', 'test-results', 'output'])

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    if (LEFT_OUT.has(entry.name)) return []
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`
    return entry.isDirectory() ? [path, ...filesIn(path)] : [path]
  })
}

const FILES = filesIn('.')
const isThere = new Set(FILES)
const NAMES = new Set(FILES.map(file => basename(file)))
const CODE = FILES.filter(file => /\.(ts|tsx|mjs|js)$/.test(file))
const DOCUMENTS = FILES.filter(file => file.endsWith('.md') && !/^(docs\/regards-api|tests|\.github)\//.test(file))

/** Files whose comments begin with `#`. */
const SETTINGS = FILES.filter(file => /^(?:deploy|\.ci|\.github\/workflows)\/.*\w$/.test(file)).filter(file =>
  statSync(file).isFile(),
)

interface Comment {
  readonly line: number
  readonly text: string
}

/** The comments of a text of code, each with the line it begins in. */
function commentsIn(text: string, file: string): readonly Comment[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found = new Map<number, string>()
  // What looks like a comment between two tags is text.
  const shown: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) shown.push(node)
    const before = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []
    const after = ts.getTrailingCommentRanges(text, node.getEnd()) ?? []
    for (const { pos, end } of [...before, ...after]) found.set(pos, text.slice(pos, end))
    for (const child of node.getChildren(source)) visit(child)
  }
  visit(source)
  return [...found]
    .sort(([one], [other]) => one - other)
    .filter(([pos]) => !shown.some(node => node.getFullStart() <= pos && pos < node.getEnd()))
    .map(([pos, comment]) => ({ line: source.getLineAndCharacterOfPosition(pos).line + 1, text: comment }))
}

const commentsOf = (file: string) => commentsIn(readFileSync(file, 'utf8'), file)

/** What stands behind a `#` at the beginning of a line or after a space. */
const hashCommentsOf = (file: string): readonly Comment[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((text, index) => ({ line: index + 1, text: /(?:^|\s)#(?!!)(.*)/.exec(text)?.[1] ?? '' }))

const sectionsOf = (document: string): ReadonlySet<string> =>
  new Set(
    readFileSync(document, 'utf8')
      .split('\n')
      // A heading `## 3.1 Chains`, or the numbered row of a table.
      .flatMap(line => /^(?:#+ |\| )(\d+(?:\.\d+)*)\b/.exec(line)?.[1] ?? []),
  )

/** The anchors of the headings of a document, as GitHub makes them. */
const anchorsOf = (document: string): ReadonlySet<string> =>
  new Set(
    [...readFileSync(document, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(/\s/g, '-'),
    ),
  )

/** The links of a text in a document that lead to no file or to no heading. */
function deadLinks(text: string, document: string): readonly string[] {
  return [...text.matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].flatMap(([, path = '', anchor]) => {
    const target = path === '' ? document : normalize(join(dirname(document), path)).replace(/\/$/, '')
    if (!isThere.has(target)) return [path]
    return anchor === undefined || anchorsOf(target).has(anchor) ? [] : [`${path}#${anchor}`]
  })
}

/** Documents of other repositories: readers of this one do not have them. */
const ELSEWHERE =
  /\b(?:trust|perf|plan)[, ]+(?:[A-Z]\d|section)|\b(?:house|screens|trust|words|layers)\.md\b|\bissue (?:\d|section)|\((?:defect|section) \d/

/** A path with a folder and an ending: `src/url/board-url.ts`, `queries/board.ts`. */
const PATH = /(?<![\w./@:<*-])(?:\.{1,2}\/)*(?:[\w.-]+\/)+[\w.-]+\.(?:tsx?|mjs|js|md|json|conf|html)\b/g
const BARE_DOCUMENT = /(?<![\w./-])[\w-]+\.md\b/g
/** A file by its name alone: `keys.ts`. */
const BARE_FILE = /(?<![\w./*-])[\w-]+\.(?:test\.|spec\.)?(?:tsx?|mjs)\b/g

/** True for a path of this repository, from its root, from `src`, or from the file that cites it. */
const leadsSomewhere = (path: string, from: string): boolean =>
  [path, `src/${path}`, `tests/${path}`, normalize(join(dirname(from), path))].some(candidate =>
    isThere.has(candidate),
  ) || /^(?:dist|coverage|test-results|bench\/output|node_modules|mockServiceWorker)/.test(path)

/** What of a text leads nowhere. */
function deadEnds(text: string, from: string): readonly string[] {
  const paths = [...text.matchAll(PATH)].map(([path]) => path).filter(path => !leadsSomewhere(path, from))
  const documents = [...text.matchAll(BARE_DOCUMENT)].map(([name]) => name).filter(name => !leadsSomewhere(name, from))
  const files = [...text.matchAll(BARE_FILE)].map(([name]) => name).filter(name => !NAMES.has(name))
  const sections = [...text.matchAll(/([\w./-]+\.md) (\d+(?:\.\d+)*(?:(?:, | and | to )\d+(?:\.\d+)*)*)/g)].flatMap(
    ([, document = '', numbers = '']) => {
      if (!isThere.has(document)) return []
      const there = sectionsOf(document)
      return numbers.split(/, | and | to /).flatMap(number => (there.has(number) ? [] : [`${document} ${number}`]))
    },
  )
  const elsewhere = ELSEWHERE.exec(text)?.[0]
  return [...paths, ...documents, ...files, ...sections, ...(elsewhere === undefined ? [] : [elsewhere])]
}

it('there is something to look at', () => {
  expect(CODE.length).toBeGreaterThan(400)
  expect(DOCUMENTS).toContain('README.md')
  expect(commentsOf('src/queries/keys.ts').length).toBeGreaterThan(2)
})

it('a citation that leads nowhere is found', () => {
  expect(deadEnds('see house.md', 'src/main.tsx')).toEqual(['house.md', 'house.md'])
  expect(deadEnds('(queries/nowhere.ts)', 'src/main.tsx')).toEqual(['queries/nowhere.ts'])
  expect(deadEnds('docs/regards-api/sessions.md 1.1 and 9.9', 'src/main.tsx')).toEqual([
    'docs/regards-api/sessions.md 9.9',
  ])
  expect(deadEnds('docs/regards-api/sessions.md 1.1, src/main.tsx', 'src/main.tsx')).toEqual([])
})

it('comments are found above what they are about and behind it, and nowhere else', () => {
  const text = 'const a = 1 // one\n// two\nf(a /* three */)\nconst b = <p>text // no comment</p> // four\n'
  expect(commentsIn(text, 'one.tsx')).toEqual([
    { line: 1, text: '// one' },
    { line: 2, text: '// two' },
    { line: 3, text: '/* three */' },
    { line: 4, text: '// four' },
  ])
})

it('a link to a heading that is not there is found', () => {
  const links =
    '[a](docs/configuration.md#a-gateway-on-another-origin) [b](docs/configuration.md#nowhere) [c](#try-it) [d](#up)'
  expect(deadLinks(links, 'README.md')).toEqual(['docs/configuration.md#nowhere', '#up'])
})

describe('every citation leads somewhere', () => {
  it('in the comments of the code', () => {
    const found = CODE.filter(file => file !== 'tests/house/citations.test.ts').flatMap(file =>
      commentsOf(file).flatMap(({ line, text }) => deadEnds(text, file).map(end => `${file}:${line} ${end}`)),
    )
    expect(found).toEqual([])
  })

  it('in the comments of settings', () => {
    expect(SETTINGS).toEqual(expect.arrayContaining(['deploy/nginx.conf', 'deploy/Dockerfile', '.ci/run']))
    const found = SETTINGS.flatMap(file =>
      hashCommentsOf(file).flatMap(({ line, text }) => deadEnds(text, file).map(end => `${file}:${line} ${end}`)),
    )
    expect(found).toEqual([])
  })

  it.each(DOCUMENTS)('in %s', document => {
    const text = readFileSync(document, 'utf8')
    expect([...deadLinks(text, document), ...deadEnds(text, document)]).toEqual([])
  })
})
