/** Whether a refused token is still valid: one request for a burst of refusals, and no endless sign-in. */

/** unknown: there was no answer, or it proves nothing. */
export type TokenVerdict = 'holds' | 'ended' | 'unknown'

/** A burst of refusals sends one request; a token that ends just after is found by the next refresh. */
const KEPT = 5_000
/** A refusal is shown after this time at the latest. */
const LONGEST_WAIT = 10_000

interface Asked {
  readonly verdict: Promise<TokenVerdict>
  until: number
}

export interface TokenDoubt {
  /** Call it for a refusal that may be the end of the token; never rejects. */
  readonly verdictOn: (token: string) => Promise<TokenVerdict>
  /** Call it when REGARDS accepted a token. */
  readonly accept: () => void
}

async function inTime(verdict: Promise<TokenVerdict>): Promise<TokenVerdict> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<TokenVerdict>(resolve => {
    timer = setTimeout(() => resolve('unknown'), LONGEST_WAIT)
  })
  try {
    return await Promise.race([verdict, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * @param held the current token
 * @param ask asks REGARDS about that one; it may put a new one in its place
 */
export function tokenDoubt(held: () => string | undefined, ask: (token: string) => Promise<TokenVerdict>): TokenDoubt {
  const known = new Map<string, Asked>()
  // Such a refusal ended the last sign-in, and REGARDS has accepted nothing since.
  let hasJustEnded = false

  const question = async (token: string): Promise<TokenVerdict> => {
    const verdict = await ask(token)
    if (verdict !== 'ended') return verdict
    // A new token refused in the same way: the token is not the cause, and signing in again would not help.
    if (hasJustEnded) return 'unknown'
    hasJustEnded = true
    return verdict
  }

  const remember = (token: string): Asked => {
    const asked: Asked = { verdict: question(token), until: Infinity }
    known.set(token, asked)
    void asked.verdict.then(verdict => {
      // An ended token has ended for good: its late refusals, too, mean that.
      if (verdict === 'ended') return
      asked.until = performance.now() + KEPT
      const renewed = held()
      if (verdict === 'holds' && renewed !== undefined) known.set(renewed, asked)
    })
    return asked
  }

  return {
    verdictOn: async token => {
      for (const [other, { until }] of known) if (until < performance.now()) known.delete(other)
      const asked = known.get(token) ?? (held() === token ? remember(token) : undefined)
      // A replaced token cannot be checked.
      return asked === undefined ? 'unknown' : inTime(asked.verdict)
    },
    accept: () => {
      hasJustEnded = false
    },
  }
}
