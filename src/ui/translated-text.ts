/**
 * Keeps the page true and alive under a translator that replaces its texts, as browsers and extensions do. React keeps
 * writing into the text nodes it made: once they are out of the page, a figure would stay as it was, and removing or
 * inserting beside one would throw.
 */

/** What stands in the page in place of a text that was taken out of it. */
const standIns = new WeakMap<Node, Node>()
const originals = new WeakMap<Node, Node>()

function forgetText(text: Node): void {
  const standIn = standIns.get(text)
  if (standIn !== undefined) originals.delete(standIn)
  standIns.delete(text)
}

/** The child of `parent` that is this node, holds it, or stands in its place. */
function childFor(parent: Node, node: Node): ChildNode | undefined {
  let child: Node | null = node.parentNode === parent ? node : (standIns.get(node) ?? node)
  while (child !== null && child.parentNode !== parent) child = child.parentNode
  return (child ?? undefined) as ChildNode | undefined
}

/** Takes away what stands in a text's place. */
function removeStandIn(parent: Node, text: Node): void {
  if (text.parentNode === parent) return
  const child = childFor(parent, text)
  forgetText(text)
  if (child !== undefined) Element.prototype.removeChild.call(parent, child)
}

/** Lets React change the children of an element, some of whose texts are not where React left them. */
function mend(parent: Node): void {
  if (Object.hasOwn(parent, 'removeChild')) return
  Object.assign(parent, {
    removeChild<T extends Node>(child: T): T {
      if (child.parentNode === parent) return Element.prototype.removeChild.call(parent, child) as T
      removeStandIn(parent, child)
      return child
    },
    insertBefore<T extends Node>(child: T, before: Node | null): T {
      removeStandIn(parent, child)
      const place = before === null ? null : (childFor(parent, before) ?? null)
      return Element.prototype.insertBefore.call(parent, child, place) as T
    },
    appendChild<T extends Node>(child: T): T {
      removeStandIn(parent, child)
      return Element.prototype.appendChild.call(parent, child) as T
    },
  })
}

const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE
const isFont = (node: Node) => node.nodeName === 'FONT'

interface Gap {
  readonly text: Node
  readonly record: MutationRecord
}

/** The texts that were replaced, each with what is in its place; a translator does so in one step or in two. */
function* replaced(records: readonly MutationRecord[]): Generator<readonly [Node, Node]> {
  const fresh = new Set<Node>()
  const gaps: Gap[] = []
  for (const record of records) {
    const added = [...record.addedNodes]
    const removed = [...record.removedNodes].filter(node => isText(node) || originals.has(node))
    if (added.length > 0 && removed.length > 0) {
      for (const [place, node] of removed.entries()) {
        const standIn = added[Math.min(place, added.length - 1)]
        if (standIn !== undefined) yield [node, standIn]
      }
      continue
    }
    for (const node of added.filter(isFont)) {
      const gap = gaps.findIndex(
        ({ record: { target, nextSibling, previousSibling } }) =>
          target === record.target && nextSibling === record.nextSibling && previousSibling === record.previousSibling,
      )
      const [found] = gap < 0 ? [] : gaps.splice(gap, 1)
      if (found === undefined) fresh.add(node)
      else yield [found.text, node]
    }
    for (const text of removed) {
      const beside = [record.previousSibling, record.nextSibling].find(node => node !== null && fresh.delete(node))
      if (beside === undefined || beside === null) gaps.push({ text, record })
      else yield [text, beside]
    }
  }
}

/**
 * Watches a part of the page from now on: a text that React changes is shown as React wrote it, whatever replaced it, and React
 * can remove and move what was replaced.
 * @returns ends the watch
 */
export function guardTexts(root: Node): () => void {
  // Writing into a text that is out of the page brings it back, in place of its translation.
  const writing = new MutationObserver(records => {
    for (const { target } of records) {
      const standIn = standIns.get(target)
      if (standIn === undefined) continue
      forgetText(target)
      if (standIn.parentNode !== null && !standIn.contains(target)) standIn.parentNode.replaceChild(target, standIn)
    }
  })
  const replacing = new MutationObserver(records => {
    for (const { addedNodes } of records) for (const node of addedNodes) forgetText(node)
    for (const [node, standIn] of replaced(records)) {
      // What replaces a translation stands for the text below it.
      const text = originals.get(node) ?? node
      forgetText(text)
      const parent = standIn.parentNode
      if (text === standIn || parent === null || text.parentNode === parent) continue
      standIns.set(text, standIn)
      originals.set(standIn, text)
      mend(parent)
      writing.observe(text, { characterData: true })
    }
  })
  replacing.observe(root, { childList: true, subtree: true })
  return () => {
    replacing.disconnect()
    writing.disconnect()
  }
}
