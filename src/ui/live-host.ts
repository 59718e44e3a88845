/** The element outside the page's root for announcements: dialogs do not hide it. */

let host: HTMLElement | undefined

/** What dialogs hide from assistive technology while they are open. */
const HIDING = ['aria-hidden', 'inert']

function keepHeard(element: HTMLElement): void {
  for (const name of HIDING) if (element.hasAttribute(name)) element.removeAttribute(name)
}

/** The element itself, at the end of the body; made when it is first asked for. */
export function liveHost(): HTMLElement {
  if (host?.isConnected === true) return host
  host = document.createElement('div')
  document.body.append(host)
  // A dialog hides all that lies beside it; what it hides here is shown again before anything reads the page.
  new MutationObserver(([record]) => record?.target instanceof HTMLElement && keepHeard(record.target)).observe(host, {
    attributeFilter: HIDING,
  })
  return host
}
