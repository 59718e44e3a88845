/** Listens for what no test may cause: a policy violation, an uncaught error, a line on the console, a request to a stranger. */
import type { BrowserContext, ConsoleMessage } from '@playwright/test'

export interface Watch {
  /** Lines that this test causes on purpose. */
  allow(...lines: RegExp[]): void
  /** An origin besides the application's that it may talk to. */
  befriend(origin: string): void
  complaints(): readonly string[]
}

/** Chromium writes one for every answer above 399 and every lost connection: an injected fault always does. */
export const FAILED_REQUEST = /^Failed to load resource:/

declare global {
  interface Window {
    reportViolation?: (text: string) => void
  }
}

export async function watch(context: BrowserContext, url: string): Promise<Watch> {
  const heard: string[] = []
  const allowed: RegExp[] = []
  const friends = new Set([new URL(url).origin])

  await context.exposeBinding('reportViolation', (_source, text: string) => {
    heard.push(`policy violation: ${text}`)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      window.reportViolation?.(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
    })
  })
  context.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text())
  })
  context.on('weberror', error => heard.push(`uncaught: ${error.error().stack ?? error.error().message}`))
  context.on('request', request => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && !friends.has(origin)) heard.push(`request to a stranger: ${request.url()}`)
  })

  return {
    allow: (...lines) => {
      allowed.push(...lines)
    },
    befriend: origin => {
      friends.add(origin)
    },
    complaints: () => heard.filter(line => !allowed.some(pattern => pattern.test(line))),
  }
}
