/** One error for every way a call to REGARDS can fail, with its status from the socket to the screen. */

/** Why there is no usable answer, when it is not simply the status. */
export type FailureReason =
  /** A status REGARDS or a proxy chose. */
  | 'status'
  /** No connection, or an answer without CORS headers: the browser does not tell which. */
  | 'offline'
  | 'timeout'
  /** The caller gave up: navigation, newer question, cancel. */
  | 'aborted'
  /** A web page instead of data. */
  | 'html'
  /** An empty body where data was due. */
  | 'empty'
  /** JSON that ends before its end. */
  | 'cut'
  | 'tooLarge'
  /** JSON of another shape than the contract. */
  | 'unreadable'
  /** A redirect: nothing is followed with a token. */
  | 'redirect'
  /** Nothing was sent: no token is held. */
  | 'notSent'
  /** Nothing was sent: a name in the question can be no part of a path. */
  | 'unaddressable'
  /** Nothing was sent: what would have been ordered is no longer what was confirmed. */
  | 'changed'

export interface ServiceErrorInit {
  readonly service: string
  readonly reason: FailureReason
  readonly status?: number | undefined
  readonly messages?: readonly string[] | undefined
  readonly code?: string | undefined
  readonly carriedToken?: boolean | undefined
  /** Asked about the token of a refusal that did not say so itself, REGARDS no longer knew it. */
  readonly hasTokenEnded?: boolean | undefined
  readonly retryAfter?: number | undefined
  readonly detail?: string | undefined
  /** What no session has: REGARDS said so of its id, or listed none of exactly these names. */
  readonly missing?: 'id' | 'names' | undefined
}

export class ServiceError extends Error {
  override readonly name = 'ServiceError'
  /** The microservice asked, as on the wire. */
  readonly service: string
  readonly reason: FailureReason
  readonly status: number | undefined
  /** All messages of a REGARDS body (docs/regards-api/README.md 7), as they came. */
  readonly messages: readonly string[]
  /** `additionalInformation.error` of a refused sign-in (docs/regards-api/README.md 3.3). */
  readonly code: string | undefined
  readonly carriedToken: boolean
  readonly hasTokenEnded: boolean
  /** Seconds the server asked to wait, when it could be read. */
  readonly retryAfter: number | undefined
  /** At most 2 kB of a body that is not REGARDS', for a folded view. */
  readonly detail: string | undefined
  readonly missing: 'id' | 'names' | undefined

  constructor(init: ServiceErrorInit) {
    super(`${init.service}: ${init.reason}${init.status === undefined ? '' : ` ${String(init.status)}`}`)
    this.service = init.service
    this.reason = init.reason
    this.status = init.status
    this.messages = init.messages ?? []
    this.code = init.code
    this.carriedToken = init.carriedToken ?? false
    this.hasTokenEnded = init.hasTokenEnded ?? false
    this.retryAfter = init.retryAfter
    this.detail = init.detail
    this.missing = init.missing
  }

  /** Nothing was sent for want of a token, or the one that was sent has ended: a 401, or what REGARDS said when asked. */
  get isUnauthorised(): boolean {
    return this.reason === 'notSent' || (this.carriedToken && (this.status === 401 || this.hasTokenEnded))
  }

  /** The right is missing. */
  get isForbidden(): boolean {
    return this.status === 403 && !this.isUnauthorised
  }

  /** REGARDS does not have what was asked for. A web page or another body in its place says so of the address, not of the thing. */
  get isNotFound(): boolean {
    return this.status === 404 && this.detail === undefined
  }

  /** It never left: nothing happened, and nothing is owed an explanation but this. */
  get isNotSent(): boolean {
    return this.reason === 'notSent' || this.reason === 'unaddressable' || this.reason === 'changed'
  }

  /** No answer that says what happened: for an order, its outcome is unknown. */
  get isOutcomeUnknown(): boolean {
    return (
      this.reason === 'offline' ||
      this.reason === 'timeout' ||
      this.reason === 'cut' ||
      this.status === 502 ||
      this.status === 503 ||
      this.status === 504
    )
  }
}
