/** A table as a CSV file (RFC 4180) that no spreadsheet takes for formulas, in the form the language's spreadsheets read. */

import { LANGUAGES, languageOf } from './languages'

/** A number is written as it is; a text is made safe. */
export type CsvCell = string | number | undefined

/** The separator of cells. */
export const CSV_SEPARATORS = [',', ';', '\t'] as const
type CsvSeparator = (typeof CSV_SEPARATORS)[number]

export interface CsvForm {
  readonly separator: CsvSeparator
  /** The decimal separator. */
  readonly decimal: '.' | ','
}

/** How a spreadsheet in this language, such as `fr` or `en-GB`, reads a CSV file. */
export function csvFormOf(language: string): CsvForm {
  return LANGUAGES[languageOf(language.toLowerCase().replace(/-.*/, ''))].csv
}

/** The same with the separator of the settings; `language` for the one of the language. */
export function chosenCsvForm(language: string, separator: CsvSeparator | 'language'): CsvForm {
  const form = csvFormOf(language)
  return separator === 'language' ? form : { ...form, separator }
}

/** What a spreadsheet would calculate: ASCII, and the full-width forms some of them read alike. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

const LINES_AT_A_TIME = 1000

/** One cell: text that begins like a formula gets an apostrophe before it, quotes stand where the text needs them. */
export function csvCell(value: CsvCell, { separator, decimal }: CsvForm = LANGUAGES.en.csv): string {
  if (value === undefined) return ''
  const isNumber = typeof value === 'number'
  if (isNumber && !Number.isFinite(value)) return ''
  const safe = isNumber ? String(value).replace('.', decimal) : FORMULA.test(value) ? `'${value}` : value
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * The whole file.
 * @param comment what the table is: written as the first line, after `# `
 */
export function csvText(
  comment: string,
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  form: CsvForm = LANGUAGES.en.csv,
): string {
  return [...csvParts(comment, header, rows, form)].join('')
}

/**
 * The same file, a thousand lines at a time: between two of them the page can answer a click.
 * @param comment what the table is: written as the first line, after `# `
 */
export function* csvParts(
  comment: string,
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  form: CsvForm = LANGUAGES.en.csv,
): Generator<string, void> {
  const line = (cells: readonly CsvCell[]) => `${cells.map(cell => csvCell(cell, form)).join(form.separator)}\r\n`
  yield line([`# ${comment}`]) + line(header)
  for (let first = 0; first < rows.length; first += LINES_AT_A_TIME)
    yield rows
      .slice(first, first + LINES_AT_A_TIME)
      .map(line)
      .join('')
}

/** Bytes of a part of a name, and of all of it: file systems take 255, and browsers add something of their own. */
const LONGEST_PART = 80
const LONGEST_NAME = 200

/** Names Windows keeps for its devices, whatever follows the first dot. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|$)/i

const bytesOf = (text: string) => new TextEncoder().encode(text).length

/** Characters as readers see them: a letter with its accents, a syllable with its signs. */
function characters(text: string): readonly string[] {
  // Some browsers in use have no segmenter: a letter with the marks after it is a close approximation.
  if (typeof Intl.Segmenter !== 'function') return text.match(/[^\p{M}]\p{M}*/gu) ?? []
  return Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), ({ segment }) => segment)
}

/** The longest beginning in whole characters that fits into these bytes. */
function cut(text: string, most: number): string {
  if (bytesOf(text) <= most) return text
  let kept = ''
  let bytes = 0
  for (const character of characters(text)) {
    bytes += bytesOf(character)
    if (bytes > most) break
    kept += character
  }
  return kept
}

const withoutEdges = (text: string) => text.replace(/^[-.]+|[-.]+$/g, '')

/** Letters and digits of all scripts with their marks, and dots between them. */
function safePart(part: string): string {
  const seen = part
    .normalize('NFC')
    // Invisible characters: controls of direction, joiners, fillers.
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}.]+/gu, '-')
    // A mark needs a letter to stand on.
    .replace(/(^|[-.])\p{M}+/gu, '$1')
    .replace(/\.{2,}/g, '.')
  return withoutEdges(cut(withoutEdges(seen), LONGEST_PART))
}

/**
 * A file name that every system takes: letters and digits of all scripts, dots, dashes and underscores, at most 200 bytes.
 * @param extension without its dot
 */
export function safeFileName(parts: readonly string[], extension: string): string {
  const safe = parts.map(safePart).filter(part => part !== '')
  const name = withoutEdges(cut(safe.join('_'), LONGEST_NAME)) || 'list'
  return `${RESERVED.test(name) ? `_${name}` : name}.${extension}`
}
