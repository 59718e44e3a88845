/** The only HTTP client: the gateway, the token, the timeout, and every kind of bad answer. */
import { momentNow, passedSince } from '@/domain/moment'
import { ServiceError } from '@/domain/service-error'
import type { ServiceErrorInit } from '@/domain/service-error'
import { BARE, isHtml, parseBody, readBody } from './body'
import { firstAnswer } from './first-answers'
import { mayMeanEndOfToken, readRefusal } from './refusal'
import { excerpt } from './server-words'
import { tokenDoubt } from './token-doubt'
import type { TokenDoubt, TokenVerdict } from './token-doubt'

/** The settings from app at start; the client depends on neither stores nor screens. */
export interface HttpConfiguration {
  /** Origin and optional path of the gateway, without `/api/v1`; empty for the page's own origin. */
  readonly baseUrl: string
  readonly token: () => string | undefined
  /** Who is signed in, and since when: only the same user finishes an action of several calls. */
  readonly user?: () => string
  /** Called once when the token is no longer valid. */
  readonly onUnauthorised: (error: ServiceError) => void
  /** Asks REGARDS whether the token is still valid; never rejects. Absent: no question is sent, and nothing is proven. */
  readonly askAboutToken?: (token: string) => Promise<TokenVerdict>
  /** Called with the `Date` header of each answer, null where it cannot be read, and the milliseconds the answer took. */
  readonly onDate?: (date: string | null, took: number) => void
}

/** The authorization of a call: the token, or the public of a project (docs/regards-api/README.md 3.1 and 3.5). */
type Identity =
  | { readonly kind: 'token' }
  | { readonly kind: 'public'; readonly scope: string }
  | { readonly kind: 'client'; readonly user: string; readonly secret: string; readonly scope: string }

export interface Call {
  /** The microservice, as on the wire. */
  readonly service: string
  /** Below the microservice, each part already percent-encoded. */
  readonly path: string
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** A list names its parameter once for each of its values. */
  readonly query?: Readonly<Record<string, string | number | readonly string[] | undefined>>
  readonly body?: unknown
  readonly as?: Identity
  /** Asks about the token itself: its refusal is the answer, and the caller decides. */
  readonly isAboutToken?: boolean
  readonly signal?: AbortSignal | undefined
}

const TIME_LIMIT = 60_000

let configuration: (HttpConfiguration & { readonly doubt: TokenDoubt }) | undefined

/** To be called once, before the first question. */
export function configureHttp(next: HttpConfiguration): void {
  configuration = { ...next, doubt: tokenDoubt(next.token, next.askAboutToken ?? (() => Promise.resolve('unknown'))) }
}

/**
 * Remembers who is signed in.
 * @returns a check that throws ServiceError `notSent` once another user, or none, is signed in
 */
export function userCheck(): () => void {
  const user = configuration?.user?.()
  return () => {
    if (configuration?.user?.() !== user) throw new ServiceError({ service: 'gateway', reason: 'notSent' })
  }
}

function addressOf({ service, path, query = {} }: Call, baseUrl: string): string {
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [value].flat().map(one => [name, String(one)]),
    ),
  ).toString()
  return `${baseUrl}/api/v1/${service}/${path}${search === '' ? '' : `?${search}`}`
}

/** Base64 of UTF-8: `btoa` alone refuses what is beyond Latin-1. */
const base64 = (text: string) => btoa(String.fromCodePoint(...new TextEncoder().encode(text)))

/** As a header may hold it; no project's name has other characters, and `?` is in none (docs/regards-api/README.md 3.6). */
const headerText = (text: string) => text.replace(/[^ -~]/gu, '?')

/** Only headers that the gateway's CORS rule lets through (docs/regards-api/README.md 2). */
function headersOf({ as = { kind: 'token' }, body }: Call, token: string | undefined): Record<string, string> {
  const content: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' }
  switch (as.kind) {
    case 'token':
      return { ...content, Authorization: `Bearer ${token ?? ''}` }
    case 'public':
      return { ...content, scope: headerText(as.scope) }
    case 'client':
      return { ...content, Authorization: `Basic ${base64(`${as.user}:${as.secret}`)}`, scope: headerText(as.scope) }
  }
}

function initOf(call: Call, token: string | undefined): RequestInit {
  const body = call.body === undefined ? {} : { body: JSON.stringify(call.body) }
  return { method: call.method ?? 'GET', headers: headersOf(call, token), ...body, ...BARE }
}

interface Answer {
  readonly text: string
  readonly type: string
  /** The error for a bad answer with a good status. */
  readonly bad: (reason: ServiceErrorInit['reason'], detail?: string) => ServiceError
}

/** Sends one request, without redirects or retries; resolves for a good status only. */
async function send(call: Call): Promise<Answer> {
  const { service, method = 'GET', as, isAboutToken = false } = call
  if (configuration === undefined) throw new Error('configureHttp has not been called')
  const { baseUrl, onUnauthorised, onDate, doubt } = configuration
  const isPersonal = as === undefined || as.kind === 'token'
  const token = isPersonal ? configuration.token() : undefined

  const fail = (init: Omit<ServiceErrorInit, 'service' | 'carriedToken'>): ServiceError => {
    const error = new ServiceError({ service, carriedToken: token !== undefined, ...init })
    // With another token the user has signed in again meanwhile: the end of the old one no longer matters.
    if (error.isUnauthorised && !isAboutToken && configuration?.token() === token) onUnauthorised(error)
    return error
  }

  if (isPersonal && token === undefined) throw fail({ reason: 'notSent' })

  const timeLimit = AbortSignal.timeout(TIME_LIMIT)
  const signal = call.signal === undefined ? timeLimit : AbortSignal.any([call.signal, timeLimit])
  const interrupted = () => (timeLimit.aborted ? 'timeout' : call.signal?.aborted === true ? 'aborted' : undefined)

  const address = addressOf(call, baseUrl)
  const first = method === 'GET' ? await firstAnswer(address, token, signal) : undefined
  const sent = first?.asked ?? momentNow()
  let response: Response
  try {
    response = first?.response ?? (await fetch(address, { ...initOf(call, token), signal }))
  } catch {
    throw fail({ reason: interrupted() ?? 'offline' })
  }
  const { status } = response
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
    throw fail({ reason: 'redirect', status: status === 0 ? undefined : status })

  const { kind, text } = await readBody(response, signal)
  const date = response.headers.get('date')
  const type = response.headers.get('content-type') ?? ''
  // A web page may come from another server, with another clock.
  if (!isHtml(text, type)) onDate?.(date, passedSince(sent))
  const isWhole = kind === 'whole'
  if (!response.ok) {
    // A refusal that did not come whole is not shown as an empty one.
    const told = isWhole || text !== '' ? text : '…'
    const isDoubtful = token !== undefined && mayMeanEndOfToken(status, told)
    const hasTokenEnded = isDoubtful && (isAboutToken || (await doubt.verdictOn(token)) === 'ended')
    throw fail({
      reason: 'status',
      status,
      hasTokenEnded,
      ...readRefusal(told, response.headers.get('retry-after'), date),
    })
  }
  if (!isWhole) throw fail({ reason: interrupted() ?? kind, status })
  if (token !== undefined) doubt.accept()
  const bad: Answer['bad'] = (reason, detail) => fail({ reason, status, detail })
  return { text, type, bad }
}

/** The decoded answer; undefined where its shape is unexpected. */
function tried<T>(decode: () => T | undefined): T | undefined {
  try {
    return decode()
  } catch {
    return undefined
  }
}

/**
 * Asks for data and decodes it.
 * @param decode gives undefined, or throws, for data of another shape than the contract; it may keep the text of the body, too
 * @throws ServiceError for everything that is not a decoded answer
 */
export async function ask<T>(call: Call, decode: (answer: unknown, text: string) => T | undefined): Promise<T> {
  const { text, type, bad } = await send(call)
  const parsed = parseBody(text, type)
  if (!parsed.isData) throw bad(parsed.reason, parsed.reason === 'cut' ? undefined : excerpt(text))
  const decoded = tried(() => decode(parsed.value, text))
  if (decoded === undefined) throw bad('unreadable', excerpt(text))
  return decoded
}

/**
 * Sends a request whose acceptance has no body.
 * @throws ServiceError, also for a web page in place of REGARDS' answer
 */
export async function submit(call: Call): Promise<void> {
  const { text, type, bad } = await send(call)
  if (isHtml(text, type)) throw bad('html', excerpt(text))
}
