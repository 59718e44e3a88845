/** Sends requests without credentials and reads bodies up to a limit; detects bodies that are no data. */
import type { FailureReason } from '@/domain/service-error'

/** No redirect, no cache, no referrer, no cookies. */
export const BARE = {
  redirect: 'manual',
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
} as const

/** More than any page of rows or any one document can be; a longer one is refused before it fills the tab. */
const LARGEST_BODY = 16 * 1024 * 1024

export interface ReadBody {
  /** `cut`: the connection ended before the body did, or the read was aborted. */
  readonly kind: 'whole' | 'cut' | 'tooLarge'
  /** The text that arrived. */
  readonly text: string
}

/** The body as text, under the caller's signal to the last byte; never rejects. */
export async function readBody(response: Response, signal: AbortSignal): Promise<ReadBody> {
  const reader = response.body?.getReader()
  if (reader === undefined) return { kind: 'whole', text: '' }
  const giveUp = () => void reader.cancel().catch(() => undefined)
  signal.addEventListener('abort', giveUp, { once: true })
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength
      if (size > LARGEST_BODY) {
        giveUp()
        return { kind: 'tooLarge', text }
      }
      text += decoder.decode(part.value, { stream: true })
    }
    return { kind: signal.aborted ? 'cut' : 'whole', text: text + decoder.decode() }
  } catch {
    return { kind: 'cut', text }
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}

const beginsLikeJson = (text: string) => /^\s*[[{"]/.test(text)

/** A web page in place of an answer. A type alone proves nothing: proxies say `text/html` of anything, even of nothing. */
export function isHtml(text: string, contentType: string): boolean {
  if (text.trim() === '' || beginsLikeJson(text)) return false
  return contentType.includes('html') || /^\s*<(!doctype|html|head|body|\?xml)/i.test(text)
}

export type Parsed =
  | { readonly isData: true; readonly value: unknown }
  | { readonly isData: false; readonly reason: Extract<FailureReason, 'html' | 'empty' | 'cut' | 'unreadable'> }

/** The JSON in a body, or what it is instead. */
export function parseBody(text: string, contentType: string): Parsed {
  if (text.trim() === '') return { isData: false, reason: 'empty' }
  if (isHtml(text, contentType)) return { isData: false, reason: 'html' }
  try {
    return { isData: true, value: JSON.parse(text) }
  } catch {
    return { isData: false, reason: beginsLikeJson(text) ? 'cut' : 'unreadable' }
  }
}
