/** Faults between a request and its answer: part of the model, so that a test needs one line for each. */
import type { Clock, Duration } from './clock'

/** `rs-admin`, `rs-admin/sessions`, `POST rs-fem/requests/retry`: a beginning; or an expression over the same text. */
type FaultTarget = string | RegExp

interface FaultOptions {
  /** How many requests it affects; absent: until lifted. */
  readonly times?: number
  /** Affects only requests whose body contains this text. */
  readonly bodyHolds?: string
}

type Answer = () => Promise<Response>
type Strike = (answer: Answer) => Promise<Response> | Response

interface Fault {
  readonly target: FaultTarget
  readonly options: FaultOptions
  readonly strike: Strike
  left: number
}

/** A fault that is on, until it is lifted. */
export interface Lift {
  lift(): void
}

export const CONTAINER_PAGE =
  '<!doctype html><html lang="en"><head><title>HTTP Status</title></head><body><h1>HTTP Status</h1><hr></body></html>'

const json = (status: number, text: string, headers: Readonly<Record<string, string>> = {}) =>
  new Response(text, { status, headers: { 'Content-Type': 'application/json', ...headers } })

const page = (status: number, text: string) =>
  new Response(text, { status, headers: { 'Content-Type': 'text/html;charset=utf-8' } })

function strikes({ target, options, left }: Fault, address: string, body: string): boolean {
  if (left <= 0 || (options.bodyHolds !== undefined && !body.includes(options.bodyHolds))) return false
  if (typeof target !== 'string') return target.test(address)
  return target === '*' || address.startsWith(target) || address.slice(address.indexOf(' ') + 1).startsWith(target)
}

export class Faults {
  readonly #clock: Clock
  #faults: Fault[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** The work is done at once, the answer comes late. The delay is simulated time: `world.advance` ends it. */
  latency(target: FaultTarget, delay: Duration, options?: FaultOptions): Lift {
    return this.#add(target, options, async answer => {
      const given = await answer()
      await this.#clock.wait(delay)
      return given
    })
  }

  /** Nothing is done. An array as body is a REGARDS error body; undefined gives one of its own, '' an empty body. */
  refuse(
    target: FaultTarget,
    status: number,
    body: unknown = ['The simulated REGARDS was told to refuse this'],
    options?: FaultOptions & { readonly headers?: Readonly<Record<string, string>> },
  ): Lift {
    const text = body === '' ? '' : JSON.stringify(Array.isArray(body) ? { messages: body } : body)
    return this.#add(target, options, () => json(status, text, options?.headers))
  }

  /** A web page instead of an answer: a proxy's, with any status. */
  html(target: FaultTarget, status = 200, options?: FaultOptions): Lift {
    return this.#add(target, options, () => page(status, CONTAINER_PAGE))
  }

  empty(target: FaultTarget, status = 200, options?: FaultOptions): Lift {
    return this.#add(target, options, () => new Response(null, { status }))
  }

  /** Text that is no JSON. */
  malformed(target: FaultTarget, text = '{"content": [', options?: FaultOptions): Lift {
    return this.#add(target, options, () => json(200, text))
  }

  /** The work is done, and the connection breaks after this share of the answer. */
  cut(target: FaultTarget, share = 0.5, options?: FaultOptions): Lift {
    return this.#add(target, options, async answer => {
      const given = await answer()
      const bytes = new Uint8Array(await given.arrayBuffer())
      let isFirst = true
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (isFirst) controller.enqueue(bytes.slice(0, Math.max(1, Math.floor(bytes.length * share))))
          else controller.error(new TypeError('terminated'))
          isFirst = false
        },
      })
      const headers = new Headers(given.headers)
      headers.set('Content-Length', String(bytes.length))
      return new Response(body, { status: given.status, headers })
    })
  }

  /** The work is done, and the answer comes one byte a second. */
  trickle(target: FaultTarget, options?: FaultOptions): Lift {
    return this.#add(target, options, async answer => {
      const given = await answer()
      const bytes = new Uint8Array(await given.arrayBuffer())
      let place = 0
      const body = new ReadableStream<Uint8Array>({
        pull: async controller => {
          if (place > 0) await this.#clock.wait('1s')
          if (place >= bytes.length) controller.close()
          else controller.enqueue(bytes.slice(place, ++place))
        },
      })
      return new Response(body, { status: given.status, headers: given.headers })
    })
  }

  /** No answer: connections are refused before anything is done. */
  outage(target: FaultTarget = '*', options?: FaultOptions): Lift {
    return this.#add(target, options, () => Response.error())
  }

  /** The work is done, and the connection is lost before the answer. */
  hangUp(target: FaultTarget, options?: FaultOptions): Lift {
    return this.#add(target, options, async answer => {
      await answer()
      return Response.error()
    })
  }

  /** The work goes on, the gateway gives up (docs/regards-api/README.md 2). */
  gatewayTimeout(target: FaultTarget, options?: FaultOptions): Lift {
    return this.#add(target, options, async answer => {
      await answer()
      return page(504, CONTAINER_PAGE)
    })
  }

  redirect(target: FaultTarget, location: string, options?: FaultOptions): Lift {
    return this.#add(target, options, () => new Response(null, { status: 302, headers: { Location: location } }))
  }

  /** Another text instead of the answer: wrong types, a huge body, any text. */
  mutate(target: FaultTarget, change: (text: string) => string, options?: FaultOptions): Lift {
    return this.#add(target, options, async answer => {
      const given = await answer()
      return json(given.status, change(await given.text()))
    })
  }

  /** Ends all faults. */
  clear(): void {
    this.#faults = []
  }

  /** Answers through the faults that affect this request, the latest one outermost. */
  async around(address: string, body: string, answer: Answer): Promise<Response> {
    let through = answer
    for (const fault of this.#faults.filter(candidate => strikes(candidate, address, body))) {
      fault.left -= 1
      const inner = through
      through = async () => fault.strike(inner)
    }
    return through()
  }

  #add(target: FaultTarget, options: FaultOptions = {}, strike: Strike): Lift {
    const fault: Fault = { target, options, strike, left: options.times ?? Infinity }
    this.#faults.push(fault)
    return {
      lift: () => {
        this.#faults = this.#faults.filter(other => other !== fault)
      },
    }
  }
}
