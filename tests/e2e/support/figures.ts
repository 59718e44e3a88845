/** Finds figures that are cut, covered or overlapped, by geometry instead of by text. */
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/** A figure that cannot be read whole, and why. */
export interface CutFigure {
  readonly text: string
  readonly why: string
  readonly where: string
}

/** Runs in the page. Names (`translate="no"`) may be cut with three dots; figures may not. */
function scan(): CutFigure[] {
  const FIGURE = /\d(?:[\d.,:\u00a0\u202f]*\d)?/g
  const ROOTS = 'html, body, #root'
  const found: CutFigure[] = []

  const isSpoken = (element: Element) => {
    for (let one: Element | null = element; one !== null; one = one.parentElement)
      if (getComputedStyle(one).clipPath === 'inset(50%)') return true
    return false
  }
  const isName = (element: Element) => {
    const name = element.closest('[translate=no]')
    return name !== null && !name.matches(ROOTS)
  }
  const dialogs = [...document.querySelectorAll('[role=dialog], [role=alertdialog]')]
  const top = dialogs.at(-1) ?? document.body

  const isDrawn = (element: Element) =>
    element.closest('option, script, style, [aria-busy=true] [inert]') === null &&
    element.checkVisibility({ visibilityProperty: true }) &&
    !isSpoken(element)

  /** The ancestors that clip, from the inside out. */
  const clips = (element: Element): Element[] => {
    const all: Element[] = []
    for (let one: Element | null = element; one !== null && !one.matches(ROOTS); one = one.parentElement) {
      const { overflowX, overflowY, display } = getComputedStyle(one)
      if (display !== 'inline' && (overflowX !== 'visible' || overflowY !== 'visible')) all.push(one)
    }
    return all
  }
  const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll'

  /** Why one rectangle of a figure is not whole. */
  const cutBy = (rect: DOMRect, element: Element): string | undefined => {
    const SLACK = 1
    // What is scrolled up or down comes back by scrolling; what does not scroll never does.
    let isReached = false
    for (const box of clips(element)) {
      const { overflowX, overflowY, textOverflow, fontSize } = getComputedStyle(box)
      const { left, right, top: above, bottom } = box.getBoundingClientRect()
      // What is whole beyond the side comes back too where one sees that there is more, and keys reach it.
      const isBeyond = rect.right <= left + SLACK || rect.left >= right - SLACK
      if (isBeyond && box.matches('[tabindex="0"][data-more]:not([data-more=none])') && scrolls(overflowX))
        return undefined
      if (overflowX !== 'visible' && (rect.left < left - SLACK || rect.right > right + SLACK))
        return `cut at the side by ${box.tagName}.${box.getAttribute('role') ?? ''}`
      if (
        textOverflow === 'ellipsis' &&
        box.scrollWidth > box.clientWidth + 1 &&
        rect.right > right - parseFloat(fontSize)
      )
        return 'replaced in part by three dots'
      isReached ||= scrolls(overflowY)
      if (!isReached && overflowY !== 'visible' && (rect.top < above - 2.5 || rect.bottom > bottom + 2.5))
        return `cut above or below by ${box.tagName}.${box.getAttribute('role') ?? ''}`
    }
    return rect.left < -SLACK || rect.right > window.innerWidth + SLACK ? 'outside the window' : undefined
  }

  /** What is left of a text where an ancestor cuts it at the side. */
  const shown = (rect: DOMRect, element: Element): DOMRect => {
    let { left, right } = rect
    for (const box of clips(element)) {
      if (getComputedStyle(box).overflowX === 'visible') continue
      const edges = box.getBoundingClientRect()
      left = Math.max(left, edges.left)
      right = Math.min(right, edges.right)
    }
    return new DOMRect(left, rect.top, Math.max(0, right - left), rect.height)
  }

  const isInView = (rect: DOMRect, element: Element) =>
    rect.top >= 0 &&
    rect.bottom <= window.innerHeight &&
    clips(element).every(box => {
      const { top: above, bottom } = box.getBoundingClientRect()
      return rect.top >= above && rect.bottom <= bottom
    })

  const hides = (x: number, y: number, element: Element): string | undefined => {
    const hit = document.elementFromPoint(x, y)
    if (hit === null || hit.contains(element) || element.contains(hit)) return undefined
    // Rows scroll under their header; explanations come and go.
    if (hit.closest('[role=tooltip]') !== null || hit.closest('[aria-rowindex="1"]') !== null) return undefined
    return `covered by ${hit.tagName} "${hit.textContent.slice(0, 30)}"`
  }

  const whereOf = (element: Element) => {
    const row = element.closest('[role=row], li, tr, article, header, [role=dialog], section')
    return `${row?.getAttribute('aria-label') ?? row?.textContent.slice(0, 60) ?? ''} > ${element.tagName}`
  }

  const words: { readonly element: Element; readonly rect: DOMRect; readonly text: string }[] = []
  const figures: { readonly element: Element; readonly rect: DOMRect; readonly text: string }[] = []
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement
    const content = node.nodeValue ?? ''
    if (element === null || content.trim() === '' || !isDrawn(element)) continue
    const range = document.createRange()
    if (element.closest('[role=row]') !== null) {
      range.selectNodeContents(node)
      for (const rect of range.getClientRects()) words.push({ element, rect: shown(rect, element), text: content })
    }
    if (isName(element)) continue
    for (const match of content.matchAll(FIGURE)) {
      range.setStart(node, match.index)
      range.setEnd(node, match.index + match[0].length)
      const rects = [...range.getClientRects()].filter(({ width }) => width > 0)
      // Broken over two lines a figure reads as two.
      if (new Set(rects.map(rect => Math.round(rect.top / 4))).size > 1)
        found.push({ text: content, why: 'broken over two lines', where: whereOf(element) })
      for (const rect of rects) {
        figures.push({ element, rect, text: content })
        const why = cutBy(rect, element)
        if (why !== undefined) found.push({ text: content, why, where: whereOf(element) })
      }
    }
  }
  for (const { element, rect, text } of figures) {
    const row = element.closest('[role=row]')
    if (row === null) continue
    const over = words.find(
      other =>
        other.element !== element &&
        other.element.closest('[role=row]') === row &&
        !isName(other.element) &&
        Math.min(other.rect.right, rect.right) - Math.max(other.rect.left, rect.left) > 1 &&
        Math.min(other.rect.bottom, rect.bottom) - Math.max(other.rect.top, rect.top) > 4,
    )
    if (over !== undefined) found.push({ text, why: `written over "${over.text}"`, where: whereOf(element) })
  }
  for (const { element, text } of figures) {
    const scrollers = clips(element).map(box => ({ box, left: box.scrollLeft, top: box.scrollTop }))
    // Rows of a table come and go as it scrolls: only those in view are looked at.
    if (element.closest('[role=grid]') === null) element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    const range = document.createRange()
    range.selectNodeContents(element)
    for (const rect of range.getClientRects()) {
      if (rect.width === 0 || !isInView(rect, element)) continue
      const y = rect.top + rect.height / 2
      const why = hides(rect.left + 1, y, element) ?? hides(rect.right - 1, y, element)
      if (why !== undefined) found.push({ text, why, where: whereOf(element) })
    }
    for (const { box, left, top: before } of scrollers) box.scrollTo({ left, top: before, behavior: 'instant' })
  }
  return found
}

/** Every figure of what lies on top (the dialog, or the page) that is cut, covered or written over. */
export async function findCutFigures(page: Page): Promise<readonly CutFigure[]> {
  await page.evaluate(
    () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0)))),
  )
  return page.evaluate(scan)
}

/** Looks at what is on the page at each width, in pixels; the view goes back to the first one. */
export async function expectNoCutFigure(page: Page, what: string, widths: readonly number[]): Promise<void> {
  const found: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    for (const { text, why, where } of await findCutFigures(page)) found.push(`${width}: "${text}" ${why} (${where})`)
  }
  expect.soft(found, what).toEqual([])
}
