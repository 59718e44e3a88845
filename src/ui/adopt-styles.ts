/** Adds a style sheet to the page by script: the policy refuses the text of style elements (SECURITY.md). */
export function adoptStyles(text: string): void {
  // Where there is no layout, as in tests, there are no sheets either.
  if (!('adoptedStyleSheets' in document)) return
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  document.adoptedStyleSheets.push(sheet)
}
