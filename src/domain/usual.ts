/** What of a session is far from the usual: from the median of the finished sessions of its source before it. Pure. */
import { isEarlier, isFinished, newestFirst } from './pulse'
import type { Session, Step } from './session'
import { isSameSession } from './session'
import type { Unit } from './step-catalogue'
import { inCatalogueOrder, stepDefinition } from './step-catalogue'
import { errorBreakdown, setAsideCount } from './step-reading'

/** Finished sessions that a session is compared with. */
export const COMPARED = 5
/** A smaller difference is never far, however small the figures are: 1 and 3 are alike. */
export const LEAST_DIFFERENCE = 5

const USUAL_FIGURES = ['in', 'out', 'errors', 'leftOut'] as const
type UsualFigure = (typeof USUAL_FIGURES)[number]

/** A figure of a step beside the usual one. */
interface FigureRow {
  readonly kind: 'figure'
  readonly stepId: string
  readonly figure: UsualFigure
  /** Of `in` and `out`, where the step has one. */
  readonly unit: Unit | undefined
  /** Undefined: this session does not have the step. */
  readonly now: number | undefined
  /** Undefined: none of those before has it. */
  readonly usual: number | undefined
  readonly difference: number
}

/** A kind of error that none of those before had. */
interface NewErrorRow {
  readonly kind: 'newError'
  readonly stepId: string
  readonly propertyId: string
  /** The worker type. */
  readonly name: string | undefined
  readonly now: number
  readonly difference: number
}

export type UsualRow = FigureRow | NewErrorRow

/** Sessions of a source as far as they were read. */
export interface RecentSessions {
  readonly sessions: readonly Session[]
  /** Sessions the source had then. */
  readonly total: number
}

export type Comparison =
  | { readonly kind: 'first' }
  /** There are earlier ones, and none of them is finished. */
  | { readonly kind: 'unfinished' }
  /** None of the earlier ones that were read is finished; others were not read. */
  | { readonly kind: 'unfinishedRead'; readonly read: number }
  /** It is older than those read. */
  | { readonly kind: 'unread'; readonly read: number }
  | {
      readonly kind: 'compared'
      /** Those compared with, newest first. */
      readonly sessions: readonly Session[]
      readonly rows: readonly UsualRow[]
      /** It is not finished: that it has fewer says nothing yet. */
      readonly isUnfinished: boolean
    }

/** The middle of these numbers; NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const [low = NaN, high = NaN] = sorted.length % 2 === 1 ? [sorted[half], sorted[half]] : sorted.slice(half - 1)
  return (low + high) / 2
}

/** Less than half, or more than double; and by no small number. */
export function isFar(now: number, usual: number): boolean {
  if (Math.abs(now - usual) < LEAST_DIFFERENCE) return false
  return now < usual / 2 || now > usual * 2
}

const positive = (n: number) => (n > 0 ? n : 0)

/** A figure of a step as it is compared; what is below zero is being counted, and counts as zero. */
function figureOf(step: Step, figure: UsualFigure): number {
  const figures: Readonly<Record<UsualFigure, () => number>> = {
    in: () => step.inputRelated,
    out: () => step.outputRelated,
    errors: () => step.state.errors,
    leftOut: () => setAsideCount([step]),
  }
  return positive(figures[figure]())
}

const stepIn = ({ steps }: Session, id: string) => steps.find(({ stepId }) => stepId === id)

function figureRow(
  session: Session,
  before: readonly Session[],
  stepId: string,
  figure: UsualFigure,
): FigureRow | undefined {
  const flow = stepDefinition(stepId)?.flow
  const isFlow = figure === 'in' || figure === 'out'
  if (isFlow && flow === null) return undefined
  const own = stepIn(session, stepId)
  const others = before.map(one => stepIn(one, stepId))
  const now = own && figureOf(own, figure)
  const isNew = others.every(step => step === undefined)
  const usual = isNew ? undefined : median(others.map(step => (step === undefined ? 0 : figureOf(step, figure))))
  if (!isFar(now ?? 0, usual ?? 0)) return undefined
  const difference = (now ?? 0) - (usual ?? 0)
  return { kind: 'figure', stepId, figure, unit: isFlow ? flow?.[figure] : undefined, now, usual, difference }
}

const partKey = ({ propertyId, name }: { readonly propertyId: string; readonly name: string | undefined }) =>
  JSON.stringify([propertyId, name])

/** Kinds of errors are compared as they are, however few they are: one that never was is worth a look. */
function newErrors(session: Session, before: readonly Session[], stepId: string): readonly NewErrorRow[] {
  const own = stepIn(session, stepId)
  if (own === undefined) return []
  const others = before.flatMap(one => stepIn(one, stepId) ?? [])
  const seen = new Set(others.flatMap(errorBreakdown).map(partKey))
  return errorBreakdown(own)
    .filter(part => !seen.has(partKey(part)))
    .map(({ propertyId, name, value }) => ({
      kind: 'newError',
      stepId,
      propertyId,
      name,
      now: value,
      difference: value,
    }))
}

/** The rows of two sessions' steps, in the order data flows through them. */
function rowsOf(session: Session, before: readonly Session[], isUnfinished: boolean): readonly UsualRow[] {
  const steps = new Map([...before, session].flatMap(one => one.steps.map(step => [step.stepId, step] as const)))
  return inCatalogueOrder([...steps.values()]).flatMap(({ stepId }): readonly UsualRow[] => {
    const added = newErrors(session, before, stepId)
    // Of a step that is missing, or is new, one figure says it.
    const isOdd = stepIn(session, stepId) === undefined || before.every(one => stepIn(one, stepId) === undefined)
    const figures = USUAL_FIGURES.flatMap(figure => figureRow(session, before, stepId, figure) ?? [])
    const told = figures.filter(({ figure, usual, difference }) => {
      if (isOdd && figure === 'in' && figures.some(other => other.figure === 'out')) return false
      // Where there never were errors, their kinds say it all.
      const isSaid = figure === 'errors' && added.length > 0 && (usual ?? 0) === 0
      return !isSaid && !(isUnfinished && difference < 0)
    })
    return [...told, ...added]
  })
}

/** The finished sessions before this one, newest first, as many as are compared with. */
function comparedWith(session: Session, { sessions }: RecentSessions): readonly Session[] {
  const earlier = sessions.filter(one => !isSameSession(one, session) && isEarlier(one, session))
  return newestFirst(earlier.filter(isFinished)).slice(0, COMPARED)
}

const isWhole = ({ sessions, total }: RecentSessions) => sessions.length >= total

/** Nothing more would be found by reading on: enough are there, or all were read. */
export function isEnough(session: Session, recent: RecentSessions): boolean {
  return isWhole(recent) || comparedWith(session, recent).length === COMPARED
}

export function compareWithUsual(session: Session, recent: RecentSessions): Comparison {
  const before = comparedWith(session, recent)
  const read = recent.sessions.length
  if (before.length === 0) {
    const hasEarlier = recent.sessions.some(one => !isSameSession(one, session) && isEarlier(one, session))
    if (isWhole(recent)) return { kind: hasEarlier ? 'unfinished' : 'first' }
    return { kind: hasEarlier ? 'unfinishedRead' : 'unread', read }
  }
  const isUnfinished = !isFinished(session)
  return {
    kind: 'compared',
    sessions: before,
    rows: rowsOf(session, before, isUnfinished),
    isUnfinished,
  }
}
