/** Where a long name is cut when it has no room: in the middle, since names of one kind often differ at their end. */

/** Characters as a reader counts them that stay at the end, and how many a name has at least to be cut in its middle. */
const KEPT = 7
const CUT_FROM = 13
/** As many code units as the end may take: a character can be made of many. */
const LOOKED_AT = 120

const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/
/** Characters written from left to right. */
const LEFT_TO_RIGHT = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])[\p{L}\p{N}]/u

let segmenter: Intl.Segmenter | undefined

function charactersOf(text: string): readonly string[] {
  if (typeof Intl.Segmenter !== 'function') return text.match(/[^\p{M}]\p{M}*/gu) ?? []
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/**
 * The two parts of a name between which it may be cut; undefined where its end is left to the browser: of a short one, and of one in two
 * directions, whose halves would be put in another order.
 */
export function nameEnds(name: string): { readonly head: string; readonly tail: string } | undefined {
  if (name.length < CUT_FROM) return undefined
  if (RIGHT_TO_LEFT.test(name) && LEFT_TO_RIGHT.test(name)) return undefined
  const characters = charactersOf(name.slice(-LOOKED_AT))
  if (characters.length < CUT_FROM) return undefined
  const tail = characters.slice(-KEPT).join('')
  return { head: name.slice(0, name.length - tail.length), tail }
}
