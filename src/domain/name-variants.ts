/** Names that look like a text but are written otherwise: what to look for instead of it, and which characters differ. Pure. */

const SPACE = /\s/u
/** Marks, and the vowels and last consonants of Hangul that is written letter by letter. */
const JOINED = /\p{M}|[\u1160-\u11ff\ud7b0-\ud7fb]/u
/** Written, but not seen: zero-width characters, marks of direction, soft hyphens. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}|(?!\s)\p{C}/u
const DASH = /[\p{Pd}\u2043\u2212]/u
const SINGLE_QUOTE = /[\u02b9\u02bc\u2018-\u201b\u2032\u0060\u00b4]/u
const DOUBLE_QUOTE = /[\u201c-\u201f\u2033\u00ab\u00bb]/u

/** One letter with its marks, or a run of spaces. */
interface Unit {
  readonly text: string
  /** What it is compared by; empty where it counts for nothing. */
  readonly folded: string
}

function fold(text: string): string {
  const plain = Array.from(text)
    .filter(character => !UNSEEN.test(character))
    .join('')
  if (SPACE.test(plain)) return ' '
  return Array.from(plain.normalize('NFKC').toLowerCase())
    .map(character => {
      if (DASH.test(character)) return '-'
      if (SINGLE_QUOTE.test(character)) return "'"
      return DOUBLE_QUOTE.test(character) ? '"' : character
    })
    .join('')
    .normalize('NFC')
}

function unitsOf(text: string): readonly Unit[] {
  const parts: string[] = []
  let kind = ''
  for (const character of text) {
    const now = SPACE.test(character) ? 'space' : UNSEEN.test(character) ? 'unseen' : 'letter'
    const isPartOfLast = (now === 'space' && kind === 'space') || (JOINED.test(character) && kind === 'letter')
    if (isPartOfLast) parts.push(`${parts.pop() ?? ''}${character}`)
    else parts.push(character)
    kind = now
  }
  const units = parts.map(part => ({ text: part, folded: fold(part) }))
  const isLetter = ({ folded }: Unit) => folded !== '' && folded !== ' '
  const [first, last] = [units.findIndex(isLetter), units.findLastIndex(isLetter)]
  // Spaces count for nothing at both ends, nor beside one another with something unseen between.
  return units.map((unit, place) => {
    if (unit.folded !== ' ') return unit
    const isInside = place > first && place < last
    const before = units.slice(0, place).findLast(({ folded }) => folded !== '')
    return isInside && before?.folded !== ' ' ? unit : { ...unit, folded: '' }
  })
}

/** A text by what is seen of it, without case: equal for texts that differ only in how they are written. */
export function looseForm(text: string): string {
  return unitsOf(text)
    .map(({ folded }) => folded)
    .join('')
}

export interface Difference {
  /** The characters of the text; empty where it lacks those of the name. */
  readonly typed: string
  /** The characters of the name; empty where it lacks those of the text. */
  readonly written: string
  readonly place: 'start' | 'inside' | 'end'
}

/** Both as far as they fold to the same, piece by piece. */
function aligned(typed: readonly Unit[], written: readonly Unit[]): readonly (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = []
  let [i, j] = [0, 0]
  while (i < typed.length || j < written.length) {
    let [left, right] = ['', '']
    let [leftFolded, rightFolded] = ['', '']
    const take = (isLeft: boolean) => {
      const unit = isLeft ? typed[i++] : written[j++]
      if (isLeft) [left, leftFolded] = [left + (unit?.text ?? ''), leftFolded + (unit?.folded ?? '')]
      else [right, rightFolded] = [right + (unit?.text ?? ''), rightFolded + (unit?.folded ?? '')]
    }
    if (typed[i]?.folded === '' && written[j]?.folded !== '') take(true)
    else if (written[j]?.folded === '' && typed[i]?.folded !== '') take(false)
    else {
      take(true)
      take(false)
      // One letter may be written as several.
      while (leftFolded.length < rightFolded.length && i < typed.length) take(true)
      while (rightFolded.length < leftFolded.length && j < written.length) take(false)
    }
    pairs.push([left, right])
  }
  return pairs
}

/**
 * Where a text differs from a name that holds it in another writing, in the order of the text; a difference that comes again is
 * shown once.
 * @returns undefined when the name does not hold the text in any writing
 */
export function differences(text: string, name: string): readonly Difference[] | undefined {
  const [typed, whole] = [unitsOf(text), unitsOf(name)]
  const [wanted, offered] = [looseForm(text), looseForm(name)]
  const start = wanted === '' ? -1 : offered.indexOf(wanted)
  if (start < 0) return undefined
  let length = 0
  const isWhole = wanted === offered
  const part = whole.filter(({ folded }) => {
    const from = length
    length += folded.length
    // Of a longer name, what stands around the text is no difference.
    return (
      isWhole ||
      (folded === '' ? from > start && from < start + wanted.length : from >= start && from < start + wanted.length)
    )
  })
  const pairs = aligned(typed, part)
  const isSeen = ([left, right]: readonly [string, string]) => looseForm(left) !== '' || looseForm(right) !== ''
  const [first, last] = [pairs.findIndex(isSeen), pairs.findLastIndex(isSeen)]
  const found = pairs.flatMap(([left, right], at): readonly Difference[] =>
    left === right ? [] : [{ typed: left, written: right, place: at < first ? 'start' : at > last ? 'end' : 'inside' }],
  )
  return found.filter(
    (one, at) =>
      found.findIndex(
        other => other.typed === one.typed && other.written === one.written && other.place === one.place,
      ) === at,
  )
}

/** The characters of a text that cannot be seen, or are spaces where none is looked for; each once. */
export function oddCharacters(text: string): readonly string[] {
  const odd = unitsOf(text).flatMap(({ text: part, folded }) => {
    if (folded === '') return Array.from(part)
    return folded === ' ' && part !== ' ' ? Array.from(part).filter((character, at) => character !== ' ' || at > 0) : []
  })
  return [...new Set(odd)]
}

/** For a search in which `_` is any character: what may be written otherwise is left open. */
function openForm(text: string): string {
  return Array.from(text)
    .map(character => (/[\s'"-]/u.test(character) || fold(character).length > 1 ? '_' : character))
    .join('')
}

const MOST = 6

/**
 * What to look for in place of a text that finds nothing, most likely first, each once and none empty: without what is not seen
 * and the spaces at its ends, in both Unicode forms, in plain characters, and each of several names pasted together.
 */
export function otherTexts(text: string): readonly string[] {
  const seen = Array.from(text)
    .filter(character => !UNSEEN.test(character))
    .join('')
  const trimmed = seen.trim()
  const plain = looseForm(text)
  const lines = text.split(/[\n\r\t]+/u)
  const parts = (lines.length > 1 ? lines : text.split(/\s+/u)).map(part => looseForm(part))
  const all = [
    text,
    trimmed.normalize('NFC'),
    trimmed.normalize('NFD'),
    plain,
    openForm(plain.normalize('NFC')),
    openForm(plain.normalize('NFD')),
    ...(parts.length > 1 ? parts : []),
  ]
  return [...new Set(all)].filter(one => one !== '').slice(0, MOST)
}
