/** Which known sessions a damaged link may have meant: names compared with typing errors and changes by mail programs in mind. Pure. */
import { looseForm } from './name-variants'
import type { SessionRef } from './session'
import { LONGEST_NAME } from './session'

/** Single changes that lead from one text to the other: a character more, less, another, or two neighbours exchanged. */
function edits(from: readonly string[], to: readonly string[]): number {
  let before: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, place) => place)
  for (const [row, character] of from.entries()) {
    const line = [row + 1]
    for (const [column, other] of to.entries()) {
      const isSame = character === other
      const isExchanged = row > 0 && column > 0 && character === to[column - 1] && from[row - 1] === other
      line.push(
        Math.min(
          (line[column] ?? 0) + 1,
          (last[column + 1] ?? 0) + 1,
          (last[column] ?? 0) + (isSame ? 0 : 1),
          isExchanged ? (before[column - 1] ?? 0) + 1 : Infinity,
        ),
      )
    }
    before = last
    last = line
  }
  return last[to.length] ?? 0
}

/** The maximum distance of a name that was cut or extended. */
const CUT = 0.4

/**
 * How far a name is from the one that was asked for: 0 for the same, below 0.1 where only the spelling differs, 1 for
 * nothing in common.
 */
export function distance(asked: string, name: string): number {
  if (asked === name) return 0
  const [a, b] = [looseForm(asked), looseForm(name)]
  if (a === b) return 0.05
  const [from, to] = [Array.from(a).slice(0, LONGEST_NAME), Array.from(b).slice(0, LONGEST_NAME)]
  const longest = Math.max(from.length, to.length)
  if (from.length === 0 || to.length === 0) return 1
  const share = 0.1 + 0.9 * (edits(from, to) / longest)
  const isCut = a.startsWith(b) || b.startsWith(a) || a.endsWith(b) || b.endsWith(a)
  return isCut ? Math.min(share, CUT) : share
}

/** Beyond this distance two names are similar only by chance. */
const ALIKE = 0.55

/** True when the two names are obviously alike. */
export function isAlike(asked: string, name: string): boolean {
  return distance(asked, name) <= ALIKE
}

/**
 * The candidates that the link may have meant, nearest first.
 * @param most how many at most
 * @returns those whose name is alike, and those of the very source, of which all names are known to be offered
 */
export function nearestSessions<T extends SessionRef>(
  asked: SessionRef,
  candidates: readonly T[],
  most = 5,
): readonly T[] {
  return candidates
    .map(candidate => {
      const name = distance(asked.name, candidate.name)
      const source = distance(asked.source, candidate.source)
      return { candidate, name, source, sum: name + source / 4 }
    })
    .filter(({ name, source }) => name <= ALIKE || source < 0.1)
    .sort((one, other) => one.sum - other.sum)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

/** The names among these that are alike, nearest first. */
export function nearestNames(asked: string, names: readonly string[], most: number): readonly string[] {
  return names
    .map(name => ({ name, far: distance(asked, name) }))
    .filter(({ far }) => far <= ALIKE)
    .sort((one, other) => one.far - other.far)
    .slice(0, most)
    .map(({ name }) => name)
}

/** Long enough to tell names apart, short enough for any address. */
const LONGEST_PART = 64

/**
 * Parts of a name to search for, the longest first: the whole without spaces around it, its other Unicode form, then
 * shorter and shorter beginnings and its end.
 */
export function partsOf(name: string): readonly string[] {
  const whole = Array.from(name.replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, '').trim()).slice(0, LONGEST_PART)
  const begin = (share: number) => whole.slice(0, Math.max(1, Math.floor(whole.length * share))).join('')
  const text = whole.join('')
  const end = whole.slice(Math.ceil(whole.length / 2)).join('')
  const parts = [text, text.normalize('NFC'), text.normalize('NFD'), begin(0.75), begin(0.5), end, begin(0.25)]
  return [...new Set(parts.map(part => part.trim()))].filter(part => part !== '')
}
