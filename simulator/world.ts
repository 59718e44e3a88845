/** One simulated REGARDS: time, projects, faults, and everything it was asked. */
import type { SessionRef } from '@/domain/session'
import { Archive } from './archive'
import type { Duration } from './clock'
import { Clock } from './clock'
import { addUsualCrawls } from './crawls'
import { Faults } from './faults'
import { purge } from './purge'
import type { SessionRecord } from './records'
import type { Seed } from './seeds/seeds'
import { fillFrom } from './seeds/seeds'
import { Timeline } from './timeline'
import type { RefusedToken } from './token-memory'
import { TokenMemory } from './token-memory'

/** Fills a world at its start; tests write their own (tests/support/a-world.ts). */
export interface Scenario {
  fill(world: World): void
}

/** A request as it came, for tests that ask what was sent. */
interface ReceivedRequest {
  readonly method: string
  /** After /api/v1/, query included. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const LOG_LENGTH = 10_000

export class World {
  readonly clock: Clock
  readonly faults: Faults
  /** The holdings of the project `demo`. */
  readonly archive: Archive
  readonly tokens: TokenMemory
  readonly #empty: Archive
  readonly #timeline: Timeline
  readonly #requests: ReceivedRequest[] = []

  constructor(seed: Seed | Scenario = 'broken', clock = new Clock()) {
    this.clock = clock
    this.faults = new Faults(clock)
    this.tokens = new TokenMemory(clock)
    this.#timeline = new Timeline(clock.now())
    this.archive = new Archive(this.#timeline, typeof seed === 'string' ? seed : 'scenario')
    this.#empty = new Archive(this.#timeline, 'empty')
    addUsualCrawls(this.archive)
    if (typeof seed === 'string') fillFrom(seed, this)
    else seed.fill(this)
  }

  get requests(): readonly ReceivedRequest[] {
    return this.#requests
  }

  /** The holdings of any project: all but `demo` are empty. */
  archiveOf(tenant: string): Archive {
    return tenant === 'demo' ? this.archive : this.#empty
  }

  /** Moves the clock and does all that was due meanwhile. */
  advance(duration: Duration): void {
    this.clock.advance(duration)
    this.catchUp()
  }

  /** Does what is due by now; called before every answer. */
  catchUp(): void {
    this.#timeline.runUntil(this.clock.now())
  }

  /**
   * Every token given so far is refused from now on, in one shape: `unseen` 401, `seen` a web page with 403, `malformed`
   * 500. Time alone ends a token too, and then it is `seen` or `unseen` as it happened.
   */
  expireTokens(shape: RefusedToken = 'unseen'): void {
    this.tokens.expire(shape)
  }

  log(request: ReceivedRequest): void {
    this.#requests.push(request)
    if (this.#requests.length > LOG_LENGTH) this.#requests.shift()
  }

  /** The requests whose address begins so, such as `rs-fem/requests/retry`. */
  received(start: string): readonly ReceivedRequest[] {
    return this.#requests.filter(({ url }) => url.startsWith(start))
  }

  forgetRequests(): void {
    this.#requests.length = 0
  }

  /** A session for a test to look at behind the answers; it must exist. */
  session(ref: SessionRef): SessionRecord {
    const record = this.archive.find(ref)
    if (record === undefined) throw new Error(`No session ${ref.source} / ${ref.name} in this world`)
    return record
  }

  /** What only the purge does: these rows disappear at once (docs/regards-api/sessions.md 3). */
  purge(...refs: readonly SessionRef[]): void {
    purge(
      this.archive,
      refs.map(ref => this.session(ref)),
    )
  }
}
