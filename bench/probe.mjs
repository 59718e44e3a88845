/** Runs in a measured page before its own code: puts the token where each page looks for it, and notes when rows are painted. */

/**
 * Serialised into the page, so it uses nothing from outside itself.
 * @param {{ storage: Readonly<Record<string, string>>, row: string }} settings what sessionStorage holds; the selector of a session row
 */
export function probe({ storage, row }) {
  for (const [key, value] of Object.entries(storage)) sessionStorage.setItem(key, value)

  /** @param {string} selector @returns {Promise<void>} */
  const isThere = selector =>
    new Promise(resolve => {
      if (document.querySelector(selector) !== null) return resolve()
      const observer = new window.MutationObserver(() => {
        if (document.querySelector(selector) === null) return
        observer.disconnect()
        resolve()
      })
      observer.observe(document, { childList: true, subtree: true })
    })

  // A message sent from a frame's callback arrives when that frame has been painted.
  /** @returns {Promise<number>} */
  const nextPaint = () =>
    new Promise(resolve => {
      window.requestAnimationFrame(() => {
        const { port1, port2 } = new window.MessageChannel()
        port1.onmessage = () => resolve(performance.now())
        port2.postMessage(undefined)
      })
    })

  /** @param {string} selector */
  const paintedAt = async selector => {
    await isThere(selector)
    return nextPaint()
  }
  Object.assign(window, { benchmark: { paintedAt, firstRow: paintedAt(row) } })
}
