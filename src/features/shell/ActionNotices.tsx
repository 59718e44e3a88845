/** Shows the outcome of every action once, when its own dialog is closed. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Action } from '@/domain/action'
import type { PartOutcome } from '@/domain/relaunch'
import { isDenied, isFullSuccess, isRightRefusal } from '@/domain/relaunch'
import { ACTION_RIGHTS, EXACT_RIGHTS, RELAUNCH_RIGHTS, rightName } from '@/domain/rights'
import { useActionWords } from '@/i18n/outcome-words'
import type { ActionState } from '@/queries/actions'
import { useActions } from '@/queries/actions'
import { takeLost } from '@/queries/kept-actions'
import { isAskerOpen } from '@/queries/useAction'
import { useOwner, visitNow } from '@/stores/credentials'
import { useForbidden } from '@/stores/forbidden'
import { useUnsentRelaunch } from '@/stores/unsent-relaunch'
import { notify } from '@/ui/notices'

/** By then a dialog without a place is gone, in milliseconds. */
const SETTLED = 300

/** The right a 403 to this action proves to be missing; undefined where it proves none. */
function missingRight(action: Action, outcome: PartOutcome): string | undefined {
  if (!isDenied(outcome)) return undefined
  switch (action.kind) {
    case 'relaunch':
      return isRightRefusal(action.stepId, outcome) ? rightName(RELAUNCH_RIGHTS[action.stepId]) : undefined
    case 'versioning':
      return rightName(ACTION_RIGHTS.versioning)
    case 'crawl':
      return rightName(ACTION_RIGHTS.crawl)
    case 'deletion':
      return action.parts === undefined ? rightName(ACTION_RIGHTS.deleteProducts) : undefined
  }
}

function rememberRefusals({ action, report }: ActionState): void {
  for (const { part, outcome } of report?.exact ?? [])
    if (outcome.kind === 'failed' && outcome.outcome.kind === 'refused' && isDenied(outcome.outcome))
      useForbidden.getState().remember(rightName(EXACT_RIGHTS[part]), outcome.outcome.messages.join(' '))
  for (const { outcome } of report?.outcome.parts ?? []) {
    const right = missingRight(action, outcome)
    if (right !== undefined && outcome.kind === 'refused')
      useForbidden.getState().remember(right, outcome.messages.join(' '))
  }
}

/** A relaunch that met an ended sign-in waits for a fresh click of the same user. */
function hold({ action, notSent }: ActionState, owner: string): boolean {
  if (notSent !== 'signedOut' || action.kind !== 'relaunch' || action.selected !== undefined) return false
  const { ref, stepId, only } = action
  useUnsentRelaunch.getState().hold({ ref, stepId, owner, ...(only === undefined ? {} : { only }) })
  return true
}

/** Draws nothing. Mounted while a user is signed in. */
export function ActionNotices() {
  const queryClient = useQueryClient()
  const owner = useOwner()
  const words = useActionWords()
  const actions = useActions()
  const noticed = useRef(new Set<number>())

  useEffect(() => {
    for (const { action, report, isOfRun } of takeLost(queryClient))
      if (report !== undefined && !isOfRun) notify({ tone: 'error', text: words.failure(action, report) })
    for (const state of actions) {
      const { number, action, status, report, notSent, asker, isOfRun } = state
      // What a reload brought back was told before it.
      if (status === 'sending' || (asker === undefined && !isOfRun) || noticed.current.has(number)) continue
      noticed.current.add(number)
      rememberRefusals(state)
      // What became of one of many is told with the others.
      if (isOfRun) continue
      if (report !== undefined && isFullSuccess(report.outcome))
        notify({ tone: 'success', text: words.success(action, report) })
      else if (!hold(state, owner)) {
        const text = report !== undefined ? words.failure(action, report) : notSent && words.notSent(action, notSent)
        // The dialog shows it, unless the outcome closes the dialog.
        const visit = visitNow()
        setTimeout(() => {
          // Nothing is shown to the next user.
          if (text !== undefined && visitNow() === visit && !isAskerOpen(state)) notify({ tone: 'error', text })
        }, SETTLED)
      }
    }
  }, [queryClient, actions, owner, words])
  return null
}
