/** The outcomes of the calls of an action, and their sum (docs/regards-api/actions.md 2). */
import type { PartOutcome, RelaunchOutcome, RelaunchPart } from '@/domain/relaunch'
import type { RequestType } from '@/domain/request-type'
import { ServiceError } from '@/domain/service-error'
import { userCheck } from './http'

/** Longer texts are logs or pages, not messages. */
const LONGEST_WORDS = 500

/** The words of a refusal; a short text in place of REGARDS' own body is its words too, as a refused decision on versions has them. */
function wordsOf({ messages, detail = '' }: ServiceError): readonly string[] {
  if (messages.length > 0) return messages
  const isText = /^\s*[\p{L}\p{N}]/u.test(detail) && detail.length <= LONGEST_WORDS
  return isText ? [detail.trim()] : []
}

/** The outcome of an action that failed with this error. */
export function failure(error: ServiceError): PartOutcome {
  const { unknown } = error.meaning
  if (unknown !== undefined) return { kind: 'unknown', reason: unknown }
  return { kind: 'refused', status: error.status ?? 0, messages: wordsOf(error) }
}

/**
 * How one call ended.
 * @throws ServiceError when it was not sent, or the token was refused: then nothing was done
 */
export async function outcomeOf(call: () => Promise<PartOutcome>): Promise<PartOutcome> {
  try {
    return await call()
  } catch (error) {
    if (!(error instanceof ServiceError) || error.isUnauthorised || error.isNotSent) throw error
    return failure(error)
  }
}

/** For calls whose acceptance has no body. */
export async function accepted(call: Promise<void>): Promise<PartOutcome> {
  await call
  return { kind: 'accepted' }
}

/** For calls that return the number of relaunched items. */
export async function counted(
  call: Promise<{ readonly requested: number; readonly handled: number }>,
): Promise<PartOutcome> {
  const { requested, handled } = await call
  return requested === 0 && handled === 0 ? { kind: 'nothing' } : { kind: 'handled', requested, handled }
}

/** One call of an action. */
interface ActionCall {
  readonly type?: RequestType
  readonly call: () => Promise<PartOutcome>
}

/** Calls one after the other; a token that ends half-way counts as a refusal, since the first calls were made. The calls end when another user signs in. */
export async function oneAfterTheOther(calls: readonly ActionCall[]): Promise<RelaunchOutcome> {
  const parts: RelaunchPart[] = []
  const check = userCheck()
  let isOver = false
  for (const { type, call } of calls) {
    const named = type === undefined ? {} : { type }
    if (isOver) {
      parts.push({ ...named, outcome: { kind: 'refused', status: 401, messages: [] } })
      continue
    }
    try {
      check()
      parts.push({ ...named, outcome: await outcomeOf(call) })
    } catch (error) {
      if (parts.length === 0) throw error
      isOver = true
      parts.push({ ...named, outcome: { kind: 'refused', status: 401, messages: [] } })
    }
  }
  return { parts }
}

/** The sum of the successful calls; undefined when there are none. */
function success(outcomes: readonly PartOutcome[]): PartOutcome | undefined {
  const handled = outcomes.flatMap(outcome => (outcome.kind === 'handled' ? [outcome] : []))
  const sum = (pick: (one: (typeof handled)[number]) => number) => handled.reduce((total, one) => total + pick(one), 0)
  if (outcomes.some(({ kind }) => kind === 'accepted')) return { kind: 'accepted' }
  if (handled.length > 0) return { kind: 'handled', requested: sum(p => p.requested), handled: sum(p => p.handled) }
  return outcomes.find(({ kind }) => kind === 'nothing')
}

/** One outcome for the user, however many calls were sent: the successes together, then each kind of failure once. */
export function asOneAction({ parts }: RelaunchOutcome): RelaunchOutcome {
  const failed = parts.filter(({ outcome: { kind } }) => kind === 'refused' || kind === 'unknown')
  const each = [...new Map(failed.map(part => [JSON.stringify(part), part])).values()]
  const well = success(parts.map(({ outcome }) => outcome))
  const type = parts[0]?.type
  return { parts: well === undefined ? each : [{ ...(type && { type }), outcome: well }, ...each] }
}
