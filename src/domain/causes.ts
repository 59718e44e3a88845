/** Errors grouped by cause: texts that differ only in their names, numbers, paths and dates are one cause. */

/** What an error text is reduced to where it varies. */
export const VARIABLE = '…'

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

/** A name in quotes: the quotes stay, so that one sees that a name stood there. */
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

/** What of a row the grouping reads. */
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
  readonly examples: string[]
}

const time = (date: string) => Date.parse(date)
const earlier = (a: string | undefined, b: string) => (a === undefined || time(b) < time(a) ? b : a)
const later = (a: string | undefined, b: string) => (a === undefined || time(b) > time(a) ? b : a)

/** Patterns by text: most texts of a list come again and again. */
function patternReader(): (text: string) => string {
  const known = new Map<string, string>()
  return text => {
    const pattern = known.get(text) ?? causePattern(text)
    known.set(text, pattern)
    return pattern
  }
}

/** The causes of these rows, most frequent first; equally frequent ones in the order they were met. */
export function groupByCause(rows: readonly Caused[]): readonly CauseGroup[] {
  const groups = new Map<string, Gathering>()
  const patternOf = patternReader()
  for (const { cause = '', date } of rows) {
    const pattern = patternOf(cause)
    const group = groups.get(pattern) ?? { count: 0, first: undefined, last: undefined, examples: [] }
    groups.set(pattern, group)
    group.count++
    if (date !== undefined && !Number.isNaN(time(date))) {
      group.first = earlier(group.first, date)
      group.last = later(group.last, date)
    }
    if (cause !== '' && group.examples.length < EXAMPLES && !group.examples.includes(cause)) group.examples.push(cause)
  }
  return [...groups]
    .map(([pattern, group]) => ({ pattern, ...group, share: group.count / rows.length }))
    .sort((a, b) => b.count - a.count)
}

/** Only the rows of one cause. */
export function ofCause<R extends Caused>(rows: readonly R[], pattern: string): readonly R[] {
  const patternOf = patternReader()
  return rows.filter(({ cause = '' }) => patternOf(cause) === pattern)
}
