/** A theme's variables as the text of a style sheet. */
import type { theme } from './theme'

/** @param isWanted which variables, by name */
export function themeSheet(of: typeof theme, isWanted: (name: string) => boolean = () => true): string {
  const rules = of.generateStyleSheets().flatMap(sheet => Object.entries(sheet as Readonly<Record<string, object>>))
  return rules
    .map(([selector, values]) => {
      const kept = Object.entries(values).filter(([name]) => name === 'colorScheme' || isWanted(name))
      return `${selector}{${kept.map(([name, value]) => `${name === 'colorScheme' ? 'color-scheme' : name}:${String(value)}`).join(';')}}`
    })
    .join('\n')
}
