/** SQL LIKE as REGARDS uses it: which characters of a text have a special meaning (docs/regards-api/measured.md 2). */

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

interface LikeRules {
  readonly ignoreCase?: boolean
  /** A backslash takes what follows literally. Without this it is an ordinary character. */
  readonly canEscape?: boolean
}

/** The pattern `%value%`, as an expression over the whole text. */
function expressionOf(value: string, { ignoreCase = false, canEscape = false }: LikeRules): RegExp {
  let expression = '^'
  const pattern = Array.from(`%${value}%`)
  for (let place = 0; place < pattern.length; place++) {
    const sign = pattern[place] ?? ''
    // Even the closing wildcard is taken literally after a backslash at the end.
    if (canEscape && sign === '\\') expression += literally(pattern[++place] ?? '\\')
    else if (sign === '%') expression += '[^]*'
    else expression += sign === '_' ? '[^]' : literally(sign)
  }
  return new RegExp(`${expression}$`, ignoreCase ? 'iu' : 'u')
}

/** `LIKE '%value%'`: `%` and `_` act as wildcards, since REGARDS does not escape them. An empty value is in every text. */
export function containsLike(value: string, rules: LikeRules = {}): (text: string) => boolean {
  const isPlain = !/[%_\\]/.test(value)
  if (isPlain && rules.ignoreCase === true) {
    const wanted = value.toLowerCase()
    return text => text.toLowerCase().includes(wanted)
  }
  if (isPlain) return text => text.includes(value)
  const expression = expressionOf(value, rules)
  return text => expression.test(text)
}

/** As in request bodies: the server escapes `_` and nothing else, and a backslash escapes what follows. */
export function containsEscaped(value: string): (text: string) => boolean {
  return containsLike(value.replaceAll('_', '\\_'), { canEscape: true })
}
