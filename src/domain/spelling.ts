/** Spelling out a name so that it cannot be confused: invisible or misleading characters are shown by their code points. Pure. */

/** A stretch of a name, as it is or by its code points. */
interface Stretch {
  readonly text: string
  readonly isEscaped: boolean
}

/** Controls, direction marks, fillers, characters without a form, and every space but the ordinary one. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/u
const MARK = /\p{M}/u
const LATIN = /\p{Script=Latin}/u
/** Alphabets with letters that look like Latin ones. */
const TWINS = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Lisu}]/u
/** The characters of a usual keyboard. */
const TYPABLE = /^[\x20-\x7e\u00c0-\u00ff]*$/

const escape = (character: string): string =>
  character === '\\' ? '\\\\' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`

/** Says of each character whether this name shows it by its code point. */
function mustEscape(name: string, characters: readonly string[]): (character: string, place: number) => boolean {
  // Letters and marks apart look like the one letter that holds both.
  const isTakenApart = name.normalize('NFC') !== name
  const isMixed = LATIN.test(name) && TWINS.test(name)
  return (character, place) => {
    if (character === ' ') {
      const isAtAnEnd = place === 0 || place === characters.length - 1
      return isAtAnEnd || characters[place - 1] === ' '
    }
    return UNSEEN.test(character) || (isTakenApart && MARK.test(character)) || (isMixed && TWINS.test(character))
  }
}

/**
 * The name in stretches. When any is escaped, backslashes are doubled: two different names are never spelled the same.
 */
export function spell(name: string): readonly Stretch[] {
  const characters = Array.from(name)
  const must = mustEscape(name, characters)
  const isSpecial = name.includes('\\u{') || characters.some(must)
  if (!isSpecial) return [{ text: name, isEscaped: false }]
  const stretches: { text: string; isEscaped: boolean }[] = []
  for (const [place, character] of characters.entries()) {
    const isEscaped = character === '\\' || must(character, place)
    const text = isEscaped ? escape(character) : character
    const last = stretches.at(-1)
    if (last?.isEscaped === isEscaped) last.text += text
    else stretches.push({ text, isEscaped })
  }
  return stretches
}

/** The name written out, as plain text. */
export function spelled(name: string): string {
  return spell(name)
    .map(({ text }) => text)
    .join('')
}

/** True when the name is not what it looks like, so that it is shown written out. */
export function isTricky(name: string): boolean {
  return spell(name).some(({ isEscaped }) => isEscaped)
}

/** True when the name can be typed on a usual keyboard. */
export function isTypable(name: string): boolean {
  return !isTricky(name) && TYPABLE.test(name)
}

/**
 * Whether the text is exactly this name: unit by unit, nothing trimmed, folded or normalised. A tricky name may be
 * given as it is written out too: no field takes a line break, and no clipboard half a character.
 */
export function names(text: string, name: string): boolean {
  return text === name || (isTricky(name) && text === spelled(name))
}
