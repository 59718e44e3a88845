/** Forbidden in source files: text that becomes code or HTML, console output, paths of a machine. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const FILES = Object.fromEntries(
  ['src', 'simulator'].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(tsx?|css)$/.test(name))
      .map(name => [join(folder, name), readFileSync(join(folder, name), 'utf8')] as const),
  ),
)

/** Where a file holds the pattern: its name and the line. */
function found(pattern: RegExp): readonly string[] {
  return Object.entries(FILES).flatMap(([path, text]) =>
    text.split('\n').flatMap((line, n) => (pattern.test(line) ? [`${path}:${n + 1} ${line.trim()}`] : [])),
  )
}

it('the source files are there to be read', () => {
  expect(Object.keys(FILES).length).toBeGreaterThan(100)
  expect(found(/createRoot\(/)).toHaveLength(1)
})

describe('no source file', () => {
  it.each([
    ['makes a page of text', /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|srcdoc/i],
    ['hands HTML to React', /dangerouslySetInnerHTML/],
    ['makes code of text', /\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\(\s*['"`]|javascript:/],
    ['lets a timer make code of text', /\bset(Timeout|Interval)\s*\(\s*['"`]/],
    ['writes to the console', /\bconsole\s*[.[]|\bdebugger\b/],
    ['names a place on a machine', /(^|['"`\s(])\/(work|home|root|Users|tmp)\/|[A-Z]:\\/],
    ['leaves work for later', /\b(TODO|FIXME|XXX|HACK)\b/],
    ['imports the zod that compiles code at run time', /from 'zod'/],
  ])('%s', (_, pattern) => {
    expect(found(pattern)).toEqual([])
  })
})
