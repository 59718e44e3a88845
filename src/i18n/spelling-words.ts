/** Characters and differences between writings, in words. */
import { useTranslation, useWords } from './translation'
import type { Difference } from '@/domain/name-variants'
import { isolate } from './isolate'

const MARK = /\p{M}/u

export interface SpellingWords {
  /** Characters one by one: each with its glyph, its code point, and its name where it has one here. */
  readonly characters: (text: string) => string
  /** How a name that was found differs from the text, as a list of a few words. */
  readonly ofName: (found: readonly Difference[]) => string
  /** How a text differs from the name that is wanted, a sentence each. */
  readonly ofText: (found: readonly Difference[]) => string
}

const codeOf = (character: string) => character.codePointAt(0) ?? 0

/** The namespace `spelling` has to be loaded. */
export function useSpellingWords(): SpellingWords {
  const { t } = useTranslation('spelling')
  const names: Readonly<Record<string, string>> = useWords('spelling').character
  const nameOf = (character: string): string | undefined => {
    const known = names[codeOf(character).toString(16)]
    if (known !== undefined) return known
    if (/\s/u.test(character)) return t('kind.space')
    if (MARK.test(character)) return t('kind.mark')
    return /[\p{C}\p{Default_Ignorable_Code_Point}]/u.test(character) ? t('kind.unseen') : undefined
  }
  const one = (character: string): string => {
    const code = `U+${codeOf(character).toString(16).toUpperCase().padStart(4, '0')}`
    const name = nameOf(character)
    if (name === undefined) return `${isolate(character)} ${code}`
    const isSeen = !/[\s\p{C}\p{M}\p{Default_Ignorable_Code_Point}]/u.test(character)
    return isSeen ? `${isolate(character)} ${code} (${name})` : `${code} (${name})`
  }
  const characters = (text: string): string => {
    const runs: { character: string; count: number }[] = []
    for (const character of text) {
      const last = runs.at(-1)
      if (last?.character === character) last.count++
      else runs.push({ character, count: 1 })
    }
    return runs
      .map(({ character, count }) =>
        count === 1 ? one(character) : t('repeated', { count, character: one(character) }),
      )
      .join(' + ')
  }
  const parts = ({ typed, written }: Difference) => ({ typed: characters(typed), written: characters(written) })
  return {
    characters,
    ofName: found =>
      found
        .map(difference => {
          const { typed, written, place } = difference
          const kind = written === '' ? 'without' : typed === '' ? 'with' : 'replaced'
          return t(`found.${kind}.${place}`, parts(difference))
        })
        .join(', '),
    ofText: found =>
      found
        .map(difference => {
          const { typed, written, place } = difference
          const kind = written === '' ? 'extra' : typed === '' ? 'missing' : 'replaced'
          return t(`typed.${kind}.${place}`, parts(difference))
        })
        .join(' '),
  }
}
