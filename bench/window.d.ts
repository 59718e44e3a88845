/** What probe.mjs adds to a measured page. */

interface Window {
  readonly benchmark: {
    /** When the first session row was painted, in milliseconds since the navigation began. */
    readonly firstRow: Promise<number>
    /** When an element of this selector is painted: now, or as soon as there is one. */
    readonly paintedAt: (selector: string) => Promise<number>
  }
}
