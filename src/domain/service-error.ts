/** One error type for every failure of a call to REGARDS, with its status, and the meaning of each failure. */

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
  /** Nothing was sent: the target is no longer what was confirmed. */
  | 'changed'

/** What a failure means for the caller: every decision on a failure is made here. */
interface FailureMeaning {
  /** Most automatic retries of a read. */
  readonly repeats: 0 | 1 | 3
  /** A retry may succeed: nothing was refused, and what was requested is not gone. */
  readonly isTransient: boolean
  /** The data shown is out of date: if nothing in view has a better answer, the page reports an outage. */
  readonly isOutage: boolean
  /** Why the outcome of an action is unknown after this failure; undefined where nothing was done. */
  readonly unknown: 'timeout' | 'noAnswer' | 'gateway' | 'unreadable' | undefined
  /** The word for its reason, the same wherever it is shown (i18n/reason-words.ts). */
  readonly word: Exclude<FailureReason, 'aborted'> | 'signedOut' | 'forbidden' | 'barred' | 'gateway'
}

const REFUSED = { repeats: 0, isTransient: false, isOutage: true, unknown: undefined, word: 'status' } as const
const PASSING = { ...REFUSED, isTransient: true } as const
const NO_ANSWER = { ...PASSING, repeats: 3, unknown: 'noAnswer' } as const
/** Without a proper answer the action may have been done. */
const NO_DATA = { ...PASSING, unknown: 'unreadable' } as const

/** Every class of failures with what it means: the reasons, and in place of `status` what the status says. */
const FAILURES = {
  offline: { ...NO_ANSWER, word: 'offline' },
  cut: { ...NO_ANSWER, word: 'cut' },
  timeout: { ...NO_ANSWER, unknown: 'timeout', word: 'timeout' },
  aborted: { ...NO_DATA, word: 'offline' },
  html: { ...NO_DATA, word: 'html' },
  empty: { ...NO_DATA, word: 'empty' },
  tooLarge: { ...NO_DATA, word: 'tooLarge' },
  unreadable: { ...NO_DATA, word: 'unreadable' },
  redirect: { ...NO_DATA, word: 'redirect' },
  notSent: { ...REFUSED, isOutage: false, word: 'notSent' },
  unaddressable: { ...REFUSED, word: 'unaddressable' },
  changed: { ...REFUSED, word: 'changed' },
  signedOut: { ...REFUSED, isOutage: false, word: 'signedOut' },
  forbidden: { ...REFUSED, word: 'forbidden' },
  barred: { ...REFUSED, word: 'barred' },
  gone: { ...REFUSED, isOutage: false },
  refused: REFUSED,
  /** 408 and 429. */
  busy: { ...PASSING, repeats: 3 },
  /** 500: a fault of the service, which may have been a single one. */
  fault: { ...PASSING, repeats: 1 },
  /** 502, 503 and 504 are no refusal: a server in between gets no answer. */
  gateway: { ...PASSING, repeats: 3, unknown: 'gateway', word: 'gateway' },
  /** Any other status. */
  unexpected: PASSING,
} as const satisfies Record<Exclude<FailureReason, 'status'>, FailureMeaning> & Record<string, FailureMeaning>
type FailureClass = keyof typeof FAILURES

/** The class of a status that says more than the hundred it belongs to. */
const BY_STATUS: Readonly<Partial<Record<number, FailureClass>>> = {
  408: 'busy',
  429: 'busy',
  500: 'fault',
  502: 'gateway',
  503: 'gateway',
  504: 'gateway',
}

/** True for a refusal for a missing right: it always has a message of REGARDS, others with this status do not (docs/regards-api/measured.md 4). */
export function isRightMissing(status: number | undefined, messages: readonly string[]): boolean {
  return status === 403 && messages.length > 0
}

export interface ServiceErrorInit {
  readonly service: string
  readonly reason: FailureReason
  readonly status?: number | undefined
  readonly messages?: readonly string[] | undefined
  readonly code?: string | undefined
  readonly carriedToken?: boolean | undefined
  /** After an unclear refusal, REGARDS was asked and no longer knew the token. */
  readonly hasTokenEnded?: boolean | undefined
  readonly retryAfter?: number | undefined
  readonly detail?: string | undefined
  /** No session has this id or exactly these names, by the answer of REGARDS. */
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

  /** No token, or one that has ended: a 401, or the answer of REGARDS when asked. */
  get isUnauthorised(): boolean {
    return this.reason === 'notSent' || (this.carriedToken && (this.status === 401 || this.hasTokenEnded))
  }

  /** Refused with 403, whether a right is missing or not. */
  get isForbidden(): boolean {
    return this.status === 403 && !this.isUnauthorised
  }

  /** REGARDS does not have what was asked for. A web page or another body means that the address does not exist, not the resource. */
  get isNotFound(): boolean {
    return this.status === 404 && this.detail === undefined
  }

  /** It was not sent: nothing happened. */
  get isNotSent(): boolean {
    return this.reason === 'notSent' || this.reason === 'unaddressable' || this.reason === 'changed'
  }

  get failureClass(): FailureClass {
    const { reason, status = 0 } = this
    if (reason !== 'status') return reason
    if (this.isUnauthorised) return 'signedOut'
    if (this.isForbidden) return isRightMissing(status, this.messages) ? 'forbidden' : 'barred'
    if (this.isNotFound) return 'gone'
    return BY_STATUS[status] ?? (status >= 400 && status < 500 ? 'refused' : 'unexpected')
  }

  get meaning(): FailureMeaning {
    return FAILURES[this.failureClass]
  }
}
