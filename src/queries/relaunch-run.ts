/** Sends what is left of a run: in order, two sessions at a time, each by the one action of a single relaunch. */
import type { QueryClient } from '@tanstack/react-query'
import type { RelaunchAction } from '@/domain/action'
import { notSentReason, subjectOf } from '@/domain/action'
import { chainObstacle } from '@/domain/chain'
import type { RelaunchOutcome } from '@/domain/relaunch'
import type { RelaunchPlan } from '@/domain/relaunch-preview'
import type { Run, RunEvent, RunItem } from '@/domain/relaunch-run'
import { afterEvent, isSending, mayMeetOwnRun, nextItem, nextLook, startRun } from '@/domain/relaunch-run'
import { ServiceError } from '@/domain/service-error'
import { findChains } from '@/services/rs-dataprovider'
import { ownerNow, visitNow } from '@/stores/credentials'
import { keepInTab, keptInTab } from '@/stores/kept-in-tab'
import { RUN_KIND, forgetRun, useRelaunchRun } from '@/stores/relaunch-run'
import { claim, ownRun } from '@/stores/run-claims'
import { pageNow } from '@/stores/server-clock'
import { isUnderWay } from './actions'
import { isLeaving } from './kept-actions'
import { restoredRun } from './kept-run'
import { sendAction } from './send-action'
import { ACTION_MUTATION, invalidateBoard } from './useAction'

/**
 * The steps of a session are relaunched one after the other: what was read so recently, in milliseconds, is not read again.
 * What was read before the run is: each session is read in it at least once.
 */
const KNOWN_FOR = 15_000

/** The askers of dialogs and buttons have numbers above it (useAction.ts). */
const NO_DIALOG = 0

const runNow = (): Run | undefined => useRelaunchRun.getState().run

function put(run: Run): void {
  const owner = ownerNow()
  useRelaunchRun.setState({ run, owner })
  keepInTab(RUN_KIND, owner, run)
}

/** Lets something have happened to the run of this tab. */
export function tellRun(event: RunEvent): void {
  const run = runNow()
  if (run === undefined) return
  const after = afterEvent(run, event)
  if (after !== run) put(after)
}

/** Takes up the run this tab kept: it waits for a click. */
export function takeUpRun(owner: string): void {
  if (owner === '' || runNow() !== undefined) return
  const run = restoredRun(keptInTab(RUN_KIND, owner), pageNow())
  if (run === undefined) return
  ownRun(run.id)
  put(run)
}

const LOST: RelaunchOutcome = { parts: [{ outcome: { kind: 'unknown', reason: 'unreadable' } }] }

/** Whether the acquisition chain of this source runs; when that cannot be found out, the answer to the relaunch tells. */
async function isChainBusy(source: string): Promise<boolean> {
  try {
    return chainObstacle(await findChains(source))?.kind === 'locked'
  } catch {
    return false
  }
}

/** What became of one attempt. */
async function sendItem(queryClient: QueryClient, run: Run, index: number, item: RunItem): Promise<RunEvent> {
  const { ref, stepId, only, attempt } = item
  const action: RelaunchAction = { kind: 'relaunch', ref, stepId, only }
  const subject = subjectOf(action)
  const isFree = () => !isUnderWay(queryClient, subject)
  if (!isFree()) return { type: 'notSent', index, reason: 'elsewhere' }
  if (mayMeetOwnRun(run, item) && (await isChainBusy(ref.source))) return { type: 'postponed', index, at: pageNow() }
  const isOurs = await claim({ owner: ownerNow(), run: run.id, place: subject.place, attempt })
  if (!isOurs) return { type: 'notSent', index, reason: 'otherTab' }
  if (!isFree()) return { type: 'notSent', index, reason: 'elsewhere' }
  const mutation = queryClient.getMutationCache().build(queryClient, {
    ...ACTION_MUTATION,
    // The run is no asker that shows an answer, but its actions were asked for in this page: the journal writes them down.
    meta: { isOfRun: true, asker: NO_DIALOG },
    // In the same millisecond, too, it was read after the run had begun.
    mutationFn: (asked: RelaunchAction) =>
      sendAction(asked, queryClient, Math.min(KNOWN_FOR, pageNow() - run.startedAt + 1)),
  })
  try {
    const { outcome, baseline } = await mutation.execute(action)
    return { type: 'answered', index, outcome, baseline }
  } catch (error) {
    if (error instanceof ServiceError) return { type: 'notSent', index, reason: notSentReason(error) }
    // A fault of the dashboard: told as what it is, and the run does not stand still for it.
    reportError(error)
    return { type: 'answered', index, outcome: LOST, baseline: undefined }
  }
}

/** Whether this attempt is still what the run of this tab waits for. */
function isAwaited({ id }: Run, index: number, { attempt }: RunItem): boolean {
  const run = runNow()
  const now = run?.items[index]
  return run?.id === id && now?.attempt === attempt && now.state.kind === 'sending'
}

let timer: ReturnType<typeof setTimeout> | undefined

/** Goes on when the next acquisition chain is to be looked at again. One that is due waits for an answer, which goes on by itself. */
function pumpLater(queryClient: QueryClient): void {
  clearTimeout(timer)
  const run = runNow()
  const now = pageNow()
  const look = run && nextLook(run, now)
  if (look !== undefined) timer = setTimeout(() => pump(queryClient), look - now)
}

/** Sends as much as may be under way; each answer makes room for the next one. */
function pump(queryClient: QueryClient): void {
  for (;;) {
    const run = runNow()
    const index = run && nextItem(run, pageNow())
    const item = index === undefined ? undefined : run?.items[index]
    if (run === undefined || index === undefined || item === undefined) {
      pumpLater(queryClient)
      return
    }
    // Known, and kept, before anything leaves: a reload never sends it a second time.
    tellRun({ type: 'sending', index, at: pageNow() })
    const visit = visitNow()
    void sendItem(queryClient, run, index, item).then(event => {
      // What ends because its page goes, or comes back for who has left, is no answer.
      if (isLeaving() || visitNow() !== visit || !isAwaited(run, index, item)) return
      tellRun(event)
      pump(queryClient)
      const now = runNow()
      // Once, and not after each of many.
      if (event.type === 'answered' && now !== undefined && !isSending(now)) invalidateBoard(queryClient)
    })
  }
}

/** Starts a run in the place of the one before. */
export function beginRun(queryClient: QueryClient, plan: RelaunchPlan): void {
  const before = runNow()
  if (before !== undefined && isSending(before)) return
  put(startRun(plan, `${Date.now()}-${Math.random()}`, pageNow()))
  useRelaunchRun.setState({ isShown: true })
  pump(queryClient)
}

/** Goes on with what is left: after a pause, or for what failed; `index`: one whose outcome is unknown. */
export function goOn(queryClient: QueryClient, what: 'resumed' | 'again' | { readonly index: number }): void {
  tellRun(typeof what === 'string' ? { type: what } : { type: 'againUnknown', index: what.index })
  pump(queryClient)
}

/** Takes the run off the page, unless something is under way. */
export function closeRun(): void {
  const run = runNow()
  if (run !== undefined && !isSending(run)) forgetRun()
}
