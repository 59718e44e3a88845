/** The variables of src/ui/theme.ts as a style sheet of the first bundle: MUI, which would make it in the browser, comes with the first dialog. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { themeSheet } from '../src/ui/theme-sheet.ts'
import { theme } from '../src/ui/theme.ts'

const NAME = 'virtual:theme-tokens.css'

/** The variables that our own style sheets use: MUI's components have twice as many, and bring them. */
function namesInUse(): ReadonlySet<string> {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.css'))
  const text = files.map(name => readFileSync(join('src', name), 'utf8')).join('\n')
  return new Set([...text.matchAll(/var\((--mui-[\w-]+)/g)].flatMap(([, name]) => name ?? []))
}

/** @throws Error for a variable that a style sheet of ours names and the theme does not have */
export function themeTokens(): string {
  const wanted = namesInUse()
  const sheet = themeSheet(theme, name => wanted.has(name))
  const unknown = [...wanted].filter(name => !sheet.includes(`${name}:`))
  if (unknown.length > 0) throw new Error(`The theme has no ${unknown.join(', ')}`)
  return sheet
}

/** Serves them as `virtual:theme-tokens.css`. */
export function themeTokensPlugin(): Plugin {
  return {
    name: 'theme-tokens',
    resolveId: id => (id === NAME ? NAME : undefined),
    load: id => (id === NAME ? themeTokens() : undefined),
  }
}
