/** The one way to send an action: once per click, never resent automatically, never two about the same at a time (docs/regards-api/actions.md 2). */
import type { QueryClient } from '@tanstack/react-query'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ActionReport, NotSentReason, Action, Subject } from '@/domain/action'
import { notSentReason, overlap, subjectOf } from '@/domain/action'
import { ServiceError } from '@/domain/service-error'
import type { ActionState } from './actions'
import { isFollowed, isUnderWay, useActions } from './actions'
import { hasEnded } from './kept-actions'
import { keys } from './keys'
import { isLongRead } from './refetch-board'
import { sendAction } from './send-action'

let askers = 0
const openAskers = new Set<number>()

/** Whether who asked for it is still there to show its answer. */
export function isAskerOpen({ asker }: ActionState): boolean {
  return asker !== undefined && openAskers.has(asker)
}

/** One number for each component that asks; known to be open for as long as it is there to show an answer. */
function useAsker(showsAnswer: boolean): number {
  const [asker] = useState(() => ++askers)
  useEffect(() => {
    if (showsAnswer) openAskers.add(asker)
    return () => {
      openAskers.delete(asker)
    }
  }, [asker, showsAnswer])
  return asker
}

/** What is in view is asked again; a list that is read far down follows by itself, page by page. */
export const invalidateBoard = (queryClient: QueryClient) =>
  void queryClient.invalidateQueries({ queryKey: keys.board, predicate: query => !isLongRead(query, 1) })

/** How every action is sent, whoever gives it: once, and known for as long as the page lives. */
export const ACTION_MUTATION = { mutationKey: keys.actions, networkMode: 'always', retry: 0, gcTime: Infinity } as const

interface ActionHandle {
  /** Sends it, unless an action about the same is under way. */
  readonly submit: (action: Action, onAnswer?: (report: ActionReport) => void) => void
  /** What this asker asked for is under way. */
  readonly isPending: boolean
  /** What this asker asked for last. */
  readonly asked: Action | undefined
  /** What came back for it. */
  readonly report: ActionReport | undefined
  /** Why that was not sent. */
  readonly notSent: NotSentReason | undefined
  /** An action about the same, from another part of the page, that is under way. */
  readonly elsewhere: ActionState | undefined
  /** The latest action about the same whose following has not ended, other than the one this asker asked for. */
  readonly before: ActionState | undefined
}

/**
 * @param subject what the action is about: others about the same are looked for
 * @param showsAnswer false where a notice has to tell what became of it
 */
export function useAction(subject: Subject, showsAnswer = true): ActionHandle {
  const queryClient = useQueryClient()
  const asker = useAsker(showsAnswer)
  const { mutate, isPending, variables, data, error } = useMutation({
    ...ACTION_MUTATION,
    meta: { asker },
    mutationFn: (action: Action) => sendAction(action, queryClient),
    // What came back is known at once, whatever the board takes to be asked again.
    onSettled: (_report, failed) => {
      if (!(failed instanceof ServiceError) || !failed.isUnauthorised) invalidateBoard(queryClient)
    },
  })
  const others = useActions().filter(
    action => action.asker !== asker && isFollowed(action) && overlap(subjectOf(action.action), subject),
  )
  return {
    submit: (action, onAnswer) => {
      // A second click comes before React has drawn the first one.
      if (isUnderWay(queryClient, subjectOf(action))) return
      // Called only while this asker is there and has asked for nothing else since.
      mutate(action, { onSuccess: report => onAnswer?.(report) })
    },
    isPending,
    asked: variables,
    report: data,
    notSent: error === null ? undefined : notSentReason(error),
    elsewhere: others.find(({ status }) => status === 'sending'),
    before: others.findLast(action => action.status === 'answered' && !hasEnded(queryClient, action)),
  }
}
