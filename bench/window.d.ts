/** What probe.mjs adds to a measured page; all times in milliseconds. */

interface Window {
  readonly benchmark: {
    /** When the first session row was painted, since the navigation began. */
    readonly firstRow: Promise<number>
    readonly longTasks: readonly { readonly startTime: number; readonly duration: number }[]
    /** From the next click on, wait until the cards of a session, or the answers to a refresh, are painted. */
    readonly expect: (end: 'cards' | 'refreshed') => void
    /** How long that took. */
    readonly expected: () => Promise<number>
  }
}
