/** A table as a CSV file (RFC 4180) that no spreadsheet takes for formulas (trust S23). */

/** A number is written as it is; a text is made safe. */
export type CsvCell = string | number | undefined

/** What a spreadsheet would calculate: ASCII, and the full-width forms some of them read alike. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** One cell: text that begins like a formula gets an apostrophe before it, quotes stand where the text needs them. */
export function csvCell(value: CsvCell): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const line = (cells: readonly CsvCell[]) => `${cells.map(csvCell).join(',')}\r\n`

/**
 * The whole file.
 * @param comment what the table is: written as the first line, after `# `
 */
export function csvText(comment: string, header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return line([`# ${comment}`]) + line(header) + rows.map(line).join('')
}

/** Longest part of a name, longest name: file systems and eyes have limits. */
const LONGEST = 60

/** A file name of letters, digits, dots and dashes only, whatever the parts hold. */
export function safeFileName(parts: readonly string[], extension: string): string {
  const safe = parts
    .map(part =>
      part
        .normalize('NFKD')
        .replace(/[^A-Za-z0-9.]+/g, '-')
        .replace(/^[-.]+|[-.]+$/g, '')
        .slice(0, LONGEST),
    )
    .filter(part => part !== '')
  return `${safe.join('_') || 'list'}.${extension}`
}
