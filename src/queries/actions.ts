/** Every action of this tab, from its click on: what is under way, what came back, what REGARDS may still be working on. */
import type { Mutation, QueryClient } from '@tanstack/react-query'
import { useMutationState } from '@tanstack/react-query'
import type { ActionReport, NotSentReason, Action, SentAction, Subject } from '@/domain/action'
import { notSentReason, overlap, sessionOf, subjectOf } from '@/domain/action'
import { mayBeWorking } from '@/domain/relaunch'
import { ServiceError } from '@/domain/service-error'
import type { SessionRef } from '@/domain/session'
import { isSameSession } from '@/domain/session'
import { pageTime } from '@/stores/server-clock'
import { keys } from './keys'

export interface ActionState {
  /** Counts up; unique in this page. */
  readonly number: number
  readonly action: Action
  /** When it was confirmed, in milliseconds. */
  readonly since: number
  readonly status: 'sending' | 'answered' | 'notSent'
  /** Once it is answered. */
  readonly report: ActionReport | undefined
  /** Once it is known that nothing was sent. */
  readonly notSent: NotSentReason | undefined
  /** Who asked for it: shown there as long as that is open. Undefined after a reload. */
  readonly asker: number | undefined
  /** It is one of many that were relaunched together: what became of it is told there. */
  readonly isOfRun: boolean
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Written by sendAction, or read back by kept-actions.ts, which checks it. */
function isAction(value: unknown): value is Action {
  return isObject(value) && 'kind' in value
}

function isReport(value: unknown): value is ActionReport {
  return isObject(value) && 'outcome' in value
}

/** The action behind an entry of the mutation cache; undefined for one that is none. */
export function readAction({ mutationId, state, meta }: Mutation): ActionState | undefined {
  const { variables, status, submittedAt, data, error } = state
  if (!isAction(variables)) return undefined
  const asker = meta?.['asker']
  return {
    number: mutationId,
    action: variables,
    since: submittedAt,
    status: status === 'success' ? 'answered' : status === 'error' ? 'notSent' : 'sending',
    report: isReport(data) ? data : undefined,
    notSent: error instanceof ServiceError ? notSentReason(error) : undefined,
    asker: typeof asker === 'number' ? asker : undefined,
    isOfRun: meta?.['isOfRun'] === true,
  }
}

/** All actions of this tab, the oldest first. */
export function useActions(): readonly ActionState[] {
  const found = useMutationState({
    filters: { mutationKey: keys.actions },
    select: mutation => readAction(mutation),
  })
  return found.flatMap(action => action ?? [])
}

/** True while an action about the same is under way, read without waiting for a render. */
export function isUnderWay(queryClient: QueryClient, subject: Subject): boolean {
  return queryClient
    .getMutationCache()
    .findAll({ mutationKey: keys.actions, status: 'pending' })
    .some(mutation => {
      const action = readAction(mutation)
      return action !== undefined && overlap(subjectOf(action.action), subject)
    })
}

/** True when REGARDS is, or may be, working on it: its counters are worth watching. */
export function isFollowed({ status, report }: ActionState): boolean {
  return status === 'sending' || (report !== undefined && mayBeWorking(report.outcome))
}

/** What is told of it. At each look: a clock that was set in between may be found out late. */
export function sentAction({ since, status, report }: ActionState): SentAction {
  const parts = report?.outcome.parts ?? []
  return {
    since: pageTime(since),
    isSending: status === 'sending',
    isUnknown: status === 'answered' && parts.every(({ outcome }) => outcome.kind === 'unknown'),
  }
}

/** Actions on this session that REGARDS may be working on, the oldest first. */
export function useFollowed(ref: SessionRef): readonly ActionState[] {
  return useActions().filter(action => {
    const session = sessionOf(action.action)
    return session !== undefined && isSameSession(session, ref) && isFollowed(action)
  })
}
