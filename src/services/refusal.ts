/** What a refusal says: all messages of a REGARDS body, the code of a refused sign-in, or the start of another body (docs/regards-api/README.md 3.3, 7). */
import type { ServiceErrorInit } from '@/domain/service-error'
import { isObjectOf, isOneOf, isSaid, isText } from '@/domain/shapes'
import { fieldsOf, textOf } from './readers'
import { excerpt, redact } from './server-words'

/** The gateway's own messages for an unreadable token and for its own faults. */
const isGatewayFault = isObjectOf({
  timestamp: isSaid,
  path: isText,
  status: isOneOf(500),
  error: isText,
  requestId: isText,
})

const isWords = (message: unknown): message is string => typeof message === 'string' && message.trim() !== ''

/** Seconds to wait: a number or a date (RFC 9110); nothing when it is neither, or past. */
function readRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  const seconds = /^\s*\d+\s*$/.test(header) ? Number(header) : (Date.parse(header) - now) / 1000
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : undefined
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function messagesIn(answer: ReturnType<typeof fieldsOf>): readonly unknown[] {
  const messages = answer?.['messages']
  return Array.isArray(messages) ? messages : []
}

/**
 * Reads the body of a bad status, of any kind.
 * @param date the `Date` header: a retry time is by the clock of the server
 */
export function readRefusal(
  body: string,
  retryAfter: string | null,
  date: string | null,
): Pick<ServiceErrorInit, 'messages' | 'code' | 'detail' | 'retryAfter'> {
  const answer = fieldsOf(parse(body))
  const said = [...messagesIn(answer), answer?.['message'], answer?.['detailMessage']].filter(isWords)
  const code = textOf(fieldsOf(answer?.['additionalInformation'])?.['error'])
  return {
    messages: [...new Set(said)].map(redact),
    code,
    // Without messages the body itself is shown, unless it is empty.
    detail: said.length > 0 || body.trim() === '' ? undefined : excerpt(body),
    retryAfter: readRetryAfter(retryAfter, Date.parse(date ?? '') || Date.now()),
  }
}

/**
 * The two shapes in which a token ends besides 401 (docs/regards-api/measured.md 4): a 403 without REGARDS' `messages`, when the gateway
 * still knew it, and the gateway's own 500, when it cannot be read. Either may have another cause: REGARDS has to be asked.
 */
export function mayMeanEndOfToken(status: number, body: string): boolean {
  if (status !== 403 && status !== 500) return false
  const answer = parse(body)
  if (messagesIn(fieldsOf(answer)).some(isWords)) return false
  return status === 403 || isGatewayFault(answer)
}
