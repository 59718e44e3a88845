/** Errors grouped by cause: texts that differ only in their names, numbers, paths and dates are one cause. */

/** The placeholder of the variable parts of an error text. */
const VARIABLE = '…'

/** Beyond this a text is a stack trace: its beginning says what happened. */
const LONGEST = 2000

/** Words with digits that name a method, not a thing. */
const METHOD = /^(?:sha|md|crc|utf|iso|base)[-_]?\d+$/i

/**
 * Variable parts, from the longest kinds to the shortest: each may hold what the next ones look for.
 * None of them can backtrack over a long text: every repetition ends at a character it does not hold.
 */
const VARIABLE_PARTS: readonly RegExp[] = [
  /\bURN:[\w:.-]+/gi,
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>)\]]+/gi,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
  /\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?/g,
  /(?<![\p{L}\p{N}_.…])(?:[A-Za-z]:)?(?:[/\\][\p{L}\p{N}_.@%+~…-]+)+[/\\]?/gu,
  /\b(?:0x)?(?=[a-f]{0,64}\d)[0-9a-f]{8,128}\b/gi,
]

/** A name in quotes: the quotes are kept, to show that there was a name. */
const QUOTED = /"[^"\n]{1,300}"|“[^”\n]{1,300}”|«[^»\n]{1,300}»|`[^`\n]{1,300}`|(?<!\w)'[^'\n]{1,300}'(?!\w)/g

/** `prod-3-000025`, `file_7.dat`, `P00123`: words made of letters, digits and what joins them. */
const JOINED = /\b\w{1,80}(?:[-_.:]\w{1,80}){0,20}/g

const NUMBER = /\b\d+(?:[.,]\d+)*/g

/** `3, 5 and 8 more` of another length is the same cause. */
const LISTED = /…(?:\s?[,;]\s?…)+/g

/** Whether a word is the identifier of something rather than a word of the sentence. */
function isIdentifier(word: string): boolean {
  if (!/\d/.test(word) || /^\d+(?:[.,]\d+)*$/.test(word)) return false
  return /[-_:]/.test(word) || /\d{3}/.test(word) || /\.\w*\d|\d\w*\./.test(word)
}

function withoutVariables(word: string): string {
  if (METHOD.test(word)) return word
  return isIdentifier(word) ? VARIABLE : word.replace(NUMBER, VARIABLE)
}

/** An error text with its variable parts taken out; equal for equal causes. */
export function causePattern(text: string): string {
  const short = text.slice(0, LONGEST)
  const quoted = short.replace(QUOTED, name => `${name.slice(0, 1)}${VARIABLE}${name.slice(-1)}`)
  const reduced = VARIABLE_PARTS.reduce((rest, part) => rest.replace(part, VARIABLE), quoted)
  return reduced
    .replace(JOINED, withoutVariables)
    .replace(LISTED, VARIABLE)
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}

/** The fields of a row that the grouping reads. */
export interface Caused {
  readonly cause: string | undefined
  /** ISO date. */
  readonly date: string | undefined
}

export interface CauseGroup {
  /** The text without its variable parts; empty where REGARDS gave no text. */
  readonly pattern: string
  readonly count: number
  /** Of all rows grouped, 0 to 1. */
  readonly share: number
  readonly first: string | undefined
  readonly last: string | undefined
  /** Up to three different texts, in full. */
  readonly examples: readonly string[]
}

const EXAMPLES = 3

interface Gathering {
  count: number
  first: string | undefined
  last: string | undefined
  /** Milliseconds of first and last. */
  earliest: number
  latest: number
  readonly examples: string[]
}

/** The grouping data of a row, computed once: lists grow page by page, and long texts are slow to reduce. */
interface Reduced {
  readonly pattern: string
  /** Milliseconds; NaN for a row without a date. */
  readonly time: number
}

const reduced = new WeakMap<Caused, Reduced>()

/** Patterns by text: most texts of a list repeat. */
const patterns = new Map<string, string>()
const MOST_PATTERNS = 2000

function patternOf(text: string): string {
  const known = patterns.get(text)
  if (known !== undefined) return known
  if (patterns.size >= MOST_PATTERNS) patterns.clear()
  const pattern = causePattern(text)
  patterns.set(text, pattern)
  return pattern
}

function reduce(row: Caused): Reduced {
  const known = reduced.get(row)
  if (known !== undefined) return known
  const found = { pattern: patternOf(row.cause ?? ''), time: row.date === undefined ? NaN : Date.parse(row.date) }
  reduced.set(row, found)
  return found
}

function gather(groups: Map<string, Gathering>, row: Caused): void {
  const { pattern, time } = reduce(row)
  const { cause = '', date } = row
  let group = groups.get(pattern)
  if (group === undefined) {
    group = { count: 0, first: undefined, last: undefined, earliest: Infinity, latest: -Infinity, examples: [] }
    groups.set(pattern, group)
  }
  group.count++
  if (time < group.earliest) [group.earliest, group.first] = [time, date]
  if (time > group.latest) [group.latest, group.last] = [time, date]
  if (cause !== '' && group.examples.length < EXAMPLES && !group.examples.includes(cause)) group.examples.push(cause)
}

interface Tally {
  readonly rows: readonly Caused[]
  readonly groups: Map<string, Gathering>
}

/** The last tally of the list that begins with this row. */
const tallies = new WeakMap<Caused, Tally>()

function tallyOf(rows: readonly Caused[]): Tally['groups'] {
  const [head] = rows
  if (head === undefined) return new Map()
  const known = tallies.get(head)
  // Rows that follow those already counted are added to them; any other change is counted anew.
  const isLonger =
    known !== undefined && rows.length >= known.rows.length && known.rows.every((row, n) => row === rows[n])
  const groups = isLonger ? known.groups : new Map<string, Gathering>()
  for (let n = isLonger ? known.rows.length : 0; n < rows.length; n++) gather(groups, rows[n] ?? head)
  tallies.set(head, { rows, groups })
  return groups
}

/** The causes of these rows, most frequent first; equally frequent ones in the order they were met. */
export function groupByCause(rows: readonly Caused[]): readonly CauseGroup[] {
  return [...tallyOf(rows)]
    .map(([pattern, { count, first, last, examples }]) => ({
      ...{ pattern, count, first, last },
      examples: [...examples],
      share: count / rows.length,
    }))
    .sort((a, b) => b.count - a.count)
}

/** Only the rows of one cause. */
export function ofCause<R extends Caused>(rows: readonly R[], pattern: string): readonly R[] {
  return rows.filter(row => reduce(row).pattern === pattern)
}

/** Longest pattern an address holds unshortened. */
const LONGEST_KEY = 240

/** The key of a cause in an address: its pattern, or the beginning of a long one and a number made of all of it. */
export function causeKey(pattern: string): string {
  if (pattern.length <= LONGEST_KEY && !/\p{Cs}/u.test(pattern)) return pattern
  let hash = 0
  for (let n = 0; n < pattern.length; n++) hash = (Math.imul(hash, 31) + pattern.charCodeAt(n)) >>> 0
  const start = pattern.slice(0, LONGEST_KEY).replace(/\p{Cs}/gu, VARIABLE)
  return `${start}~${hash.toString(36)}`
}
