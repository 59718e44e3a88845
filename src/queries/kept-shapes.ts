/** The shapes of the actions that a tab keeps over a reload (kept-actions.ts). */
import { RELAUNCHED_BY_IDS } from '@/domain/record-list'
import {
  isAnyOf,
  isListOf,
  isNumber,
  isObjectOf,
  isOneOf,
  isOptional,
  isRecordOf,
  isSaid,
  isText,
  isTuple,
} from '@/domain/shapes'

const isRef = isObjectOf({ source: isText, name: isText })

const isOrder = isAnyOf(
  isObjectOf({
    kind: isOneOf('relaunch'),
    ref: isRef,
    stepId: isText,
    only: isOptional(isListOf(isText)),
    selected: isOptional(
      isObjectOf({ list: isOneOf(...Object.keys(RELAUNCHED_BY_IDS)), ref: isRef, ids: isListOf(isNumber) }),
    ),
  }),
  isObjectOf({ kind: isOneOf('versioning'), ref: isRef, mode: isText, ids: isOptional(isListOf(isNumber)) }),
  isObjectOf({ kind: isOneOf('crawl'), id: isText, label: isText }),
  isObjectOf({ kind: isOneOf('deletion'), ref: isRef, id: isNumber, confirmed: isText }),
)

const isStep = isObjectOf({
  stepId: isText,
  state: isObjectOf({ errors: isNumber, waiting: isNumber, running: isNumber }),
  // JSON has null where there was no number.
  properties: isRecordOf(isAnyOf(isNumber, isOneOf(null))),
})
export const isOutcome = isAnyOf(
  isObjectOf({ kind: isOneOf('accepted', 'nothing') }),
  isObjectOf({ kind: isOneOf('handled'), handled: isNumber, requested: isNumber }),
  isObjectOf({ kind: isOneOf('refused'), status: isNumber, messages: isListOf(isText) }),
  isObjectOf({ kind: isOneOf('unknown'), reason: isText }),
)
const isReport = isObjectOf({
  outcome: isObjectOf({ parts: isListOf(isObjectOf({ outcome: isOutcome })) }),
  baseline: isOptional(isObjectOf({ source: isText, name: isText, steps: isListOf(isStep) })),
})

/** An action as React Query stores it, with the data of this application. */
export const isKept = isObjectOf({
  mutationKey: isTuple(isOneOf('action')),
  state: isObjectOf({
    status: isOneOf('pending', 'success'),
    submittedAt: isNumber,
    variables: isOrder,
    data: isOptional(isReport),
  }),
})
const isProgress = isObjectOf({
  phase: isOneOf('reading', 'sending'),
  done: isNumber,
  sent: isNumber,
  total: isNumber,
})

/** What a tab keeps of one user. */
export interface Everything {
  readonly mutations: readonly unknown[]
  /** The progress of deletions in several calls, by the keys of their sessions. */
  readonly progresses: readonly (readonly [queryKey: readonly string[], progress: unknown])[]
}

/** Its actions are read one by one: a damaged one does not affect the others. */
export const isEverything = isObjectOf({
  mutations: isListOf(isSaid),
  progresses: isListOf(isTuple(isListOf(isText), isRecordOf(isProgress))),
})
