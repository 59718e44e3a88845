/** The size budget: the build fails when too much JavaScript is loaded before the first row for a slow line. */
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** The limit, in bytes of gzip: entry and all that it imports statically. */
const FIRST_SCRIPT_LIMIT = 158_000

/** What is looked at of a file of the build. */
export type BuiltFile =
  | { readonly type: 'asset' }
  | {
      readonly type: 'chunk'
      readonly fileName: string
      readonly code: string
      readonly isEntry: boolean
      /** The files that it imports statically. */
      readonly imports: readonly string[]
    }

type Bundle = Readonly<Record<string, BuiltFile>>

/** The scripts that come before the first row, each once. */
function firstScripts(bundle: Bundle): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const take = (name: string) => {
    const file = bundle[name]
    if (file?.type !== 'chunk' || found.has(name)) return
    found.set(name, file.code)
    file.imports.forEach(take)
  }
  for (const file of Object.values(bundle)) if (file.type === 'chunk' && file.isEntry) take(file.fileName)
  return found
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

/** @throws Error that names the size, the limit and the files, when they are too large together */
export function checkFirstScripts(bundle: Bundle, limit: number): void {
  const sizes = [...firstScripts(bundle)].map(([name, code]) => ({ name, size: gzipSync(code, { level: 9 }).length }))
  const total = sizes.reduce((sum, { size }) => sum + size, 0)
  if (total <= limit) return
  const files = sizes.sort((a, b) => b.size - a.size).map(({ name, size }) => `  ${kilobytes(size)}  ${name}`)
  throw new Error(
    [
      `JavaScript before the first row: ${kilobytes(total)} gzip, and the limit is ${kilobytes(limit)} (scripts/size-budget.ts).`,
      ...files,
    ].join('\n'),
  )
}

/** Fails a production build that is over the limit. */
export function sizeBudget(): Plugin {
  return {
    name: 'size-budget',
    apply: 'build',
    generateBundle: {
      // As it will be written.
      order: 'post',
      handler(_options, bundle) {
        checkFirstScripts(bundle, FIRST_SCRIPT_LIMIT)
      },
    },
  }
}
