/** JSON in indented lines without parsing its numbers: those too long for JavaScript stay exact. */

const STEP = '  '

/** Strings, marks of structure, and everything else up to the next of them; white space between is dropped. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s"{}[\],:]+/g

/** The same document, indented. */
export function prettyJson(text: string): string {
  let depth = 0
  let before = ''
  const lineEnd = () => `\n${STEP.repeat(Math.max(0, depth))}`
  return (text.match(TOKENS) ?? [])
    .map(token => {
      const isOpening = token === '{' || token === '['
      const isClosing = token === '}' || token === ']'
      const wasOpened = before === '{' || before === '['
      before = token
      if (isClosing) {
        depth--
        // Empty lists and objects stay on one line.
        return wasOpened ? token : lineEnd() + token
      }
      const start = wasOpened ? lineEnd() : ''
      if (isOpening) depth++
      if (token === ':') return ': '
      return token === ',' ? `,${lineEnd()}` : start + token
    })
    .join('')
}
