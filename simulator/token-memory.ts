/** What the gateway knows of the tokens it was shown: an ended one is refused in one of three shapes (docs/regards-api/measured.md 4). */
import type { Clock } from './clock'
import type { Claims } from './tokens'
import { readToken } from './tokens'

/** Why a token opens nothing: never let through, let through lately, or no token at all. */
export type RefusedToken = 'unseen' | 'seen' | 'malformed'

/** What the gateway has let through it takes for good so long. */
const REMEMBERED = 30 * 60_000

export class TokenMemory {
  /** Tokens of an earlier era are refused. */
  era = 0
  readonly #clock: Clock
  /** How the tokens of each ended era are refused. */
  readonly #shapes: RefusedToken[] = []
  readonly #letThrough = new Map<string, number>()
  #given = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  next(): number {
    return ++this.#given
  }

  /** Ends every token given so far. */
  expire(shape: RefusedToken): void {
    this.#shapes[this.era++] = shape
  }

  /** Whose token it is, which is then remembered; or why it is refused. */
  show(token: string): Claims | RefusedToken {
    const claims = readToken(token)
    if (claims === undefined) return 'malformed'
    if (claims.era !== this.era) return this.#shapes[claims.era] ?? 'unseen'
    if (claims.exp * 1000 <= this.#clock.now()) return this.#isRemembered(token) ? 'seen' : 'unseen'
    this.#letThrough.set(token, this.#clock.now())
    return claims
  }

  #isRemembered(token: string): boolean {
    const at = this.#letThrough.get(token)
    return at !== undefined && this.#clock.now() - at <= REMEMBERED
  }
}
