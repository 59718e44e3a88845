/** Downloads a text as a file, created in the page. */

/** Time for the browser to start the download before the URL is revoked. */
const TAKEN_UP = 10_000

/** @param text the whole of it, or its parts in order */
export function saveFile(name: string, text: string | readonly string[], type: string): void {
  // The mark tells spreadsheets that the text is UTF-8.
  const blob = new Blob([type === 'text/csv' ? '\ufeff' : '', ...[text].flat()], { type: `${type};charset=utf-8` })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN_UP)
}
