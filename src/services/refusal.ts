/** What a refusal says: all messages of a REGARDS body, the code of a refused sign-in, or the start of another body (docs/regards-api/README.md 3.3, 7). */
import * as z from 'zod/mini'
import type { ServiceErrorInit } from '@/domain/service-error'
import { excerpt, redact } from './server-words'

const text = z.catch(z.optional(z.string()), undefined)

const refusal = z.looseObject({
  messages: z.catch(z.optional(z.array(z.unknown())), undefined),
  message: text,
  detailMessage: text,
  additionalInformation: z.catch(z.optional(z.looseObject({ error: text })), undefined),
})

/** What the gateway itself says of a token that it cannot read, and of its own faults. */
const gatewayFault = z.looseObject({
  timestamp: z.unknown(),
  path: z.string(),
  status: z.literal(500),
  error: z.string(),
  requestId: z.string(),
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

/**
 * Reads the body of a bad status; any body will do.
 * @param date the `Date` header: a time to come back at is by the clock of who said it
 */
export function readRefusal(
  body: string,
  retryAfter: string | null,
  date: string | null,
): Pick<ServiceErrorInit, 'messages' | 'code' | 'detail' | 'retryAfter'> {
  const { success, data } = refusal.safeParse(parse(body))
  const said = success ? [...(data.messages ?? []), data.message, data.detailMessage].filter(isWords) : []
  const code = success ? data.additionalInformation?.error : undefined
  return {
    messages: [...new Set(said)].map(redact),
    code,
    // Without words the body itself is shown: only an empty one says nothing.
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
  const { success, data } = refusal.safeParse(answer)
  if (success && (data.messages ?? []).some(isWords)) return false
  return status === 403 || gatewayFault.safeParse(answer).success
}
