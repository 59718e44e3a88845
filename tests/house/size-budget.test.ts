/** What the size budget counts, and what it says when a build is over it. */
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { BuiltFile } from '../../scripts/size-budget.ts'
import { checkFirstScripts } from '../../scripts/size-budget.ts'

const CODE = 'export const nothing = 0\n'
const SIZE = gzipSync(CODE, { level: 9 }).length

function bundleOf(imports: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, BuiltFile>> {
  const chunks = Object.entries(imports).map(([fileName, imported]) => {
    const chunk: BuiltFile = {
      type: 'chunk',
      fileName,
      code: CODE,
      isEntry: fileName === 'entry.js',
      imports: imported,
    }
    return [fileName, chunk] as const
  })
  return { ...Object.fromEntries(chunks), 'style.css': { type: 'asset' } }
}

describe('the size budget', () => {
  const bundle = bundleOf({
    'entry.js': ['shared.js', 'deep.js'],
    'shared.js': ['deep.js'],
    'deep.js': ['entry.js'],
    'later.js': ['shared.js'],
  })

  it('counts the entry and its static imports once each, and nothing that comes later', () => {
    expect(() => checkFirstScripts(bundle, 3 * SIZE)).not.toThrow()
    expect(() => checkFirstScripts(bundle, 3 * SIZE - 1)).toThrow()
  })

  it('names the size, the limit and the files', () => {
    expect(() => checkFirstScripts(bundle, 20)).toThrow(/0\.1 kB gzip, and the limit is 0\.0 kB[^]*shared\.js/)
  })
})
