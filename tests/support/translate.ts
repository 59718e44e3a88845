/** A page translator as browsers have one: every text is taken out and its words come back in elements of its own. */

/** The elements translators use; a plain string, as the name is deprecated. */
export const FONT = 'font' as string

/** How a translator puts its words in place of a text. */
export const TRANSLATORS = {
  'in one step': (text: Text, words: HTMLElement) => text.replaceWith(words),
  'in two steps': (text: Text, words: HTMLElement) => {
    text.before(words)
    text.remove()
  },
  'taking the text out first': (text: Text, words: HTMLElement) => {
    const { parentNode, nextSibling } = text
    text.remove()
    parentNode?.insertBefore(words, nextSibling)
  },
  'keeping the text inside': (text: Text, words: HTMLElement) => {
    text.replaceWith(words)
    words.firstElementChild?.replaceChildren(text)
  },
} as const satisfies Readonly<Record<string, (text: Text, words: HTMLElement) => void>>

/** Translates what is shown now; the words stay the same, so that they can be compared. */
export function translate(root: Node, how: keyof typeof TRANSLATORS = 'in one step'): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode)
  for (const text of texts) {
    if (text.data.trim() === '' || text.parentElement?.closest('style, script') !== null) continue
    const [outer, inner] = [document.createElement(FONT), document.createElement(FONT)]
    inner.textContent = text.data
    outer.append(inner)
    TRANSLATORS[how](text, outer)
  }
}
