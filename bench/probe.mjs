/** Runs in a measured page before its own code: puts the token where each page looks for it, and notes when something is painted. */

/**
 * Serialised into the page, so it uses nothing from outside itself.
 * @param {{ storage: Readonly<Record<string, string>>, row: string }} settings what sessionStorage holds; the selector of a session row
 */
export function probe({ storage, row }) {
  for (const [key, value] of Object.entries(storage)) sessionStorage.setItem(key, value)

  /** @type {{ startTime: number, duration: number }[]} */
  const longTasks = []
  const tasks = new window.PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries()) longTasks.push({ startTime, duration })
  })
  tasks.observe({ type: 'longtask', buffered: true })

  /** @param {() => boolean} holds @returns {Promise<void>} */
  const until = holds =>
    new Promise(resolve => {
      if (holds()) return resolve()
      const observer = new window.MutationObserver(() => {
        if (!holds()) return
        observer.disconnect()
        resolve()
      })
      const attributeFilter = ['aria-busy', 'aria-label']
      observer.observe(document, { childList: true, characterData: true, subtree: true, attributeFilter })
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

  /** @param {() => boolean} holds */
  const paintedOnce = async holds => {
    await until(holds)
    return nextPaint()
  }

  const ENDS = {
    cards: () => () => document.querySelector('article') !== null,
    // Whichever page: its first session shows other figures, and its button says that the round is over.
    refreshed: () => {
      const button = [...document.querySelectorAll('button')].find(({ textContent }) => /Refresh/.test(textContent))
      const figures = () => document.querySelector(row)?.textContent
      const before = figures()
      return () => figures() !== before && button?.ariaBusy === 'false'
    },
  }

  /** @type {Promise<number>} */
  let expected = Promise.resolve(NaN)
  const benchmark = {
    firstRow: paintedOnce(() => document.querySelector(row) !== null),
    longTasks,
    expected: () => expected,
    /** @param {keyof ENDS} end */
    expect(end) {
      const holds = ENDS[end]()
      expected = new Promise(resolve => {
        const onClick = (/** @type {MouseEvent} */ { timeStamp }) =>
          void paintedOnce(holds).then(painted => resolve(painted - timeStamp))
        document.addEventListener('click', onClick, { capture: true, once: true })
      })
    },
  }
  Object.assign(window, { benchmark })
}
