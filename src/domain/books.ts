/** The books of a step: what came in, less what came out and what is known of the rest. Only where both are counted in one unit. */
import { partsOfStep } from './loss-stages'
import type { Step } from './session'
import type { StepId, Unit } from './step-catalogue'
import { isKnownStep } from './step-catalogue'
import { own, signedSumOf } from './step-reading'

/** What is taken off; the last two are those of the worker manager: neither running nor waiting for REGARDS. */
const TERM_KINDS = ['errors', 'waiting', 'running', 'leftOut', 'deleted', 'toDispatch', 'toDelete'] as const
type TermKind = (typeof TERM_KINDS)[number]

interface TermDefinition {
  readonly kind: TermKind
  /** As in the step catalogue; a leading star stands for any worker type. */
  readonly properties: readonly string[]
}

/** Why no difference is told. */
type Untold = 'units' | 'oneCounter' | 'pending' | 'mixed' | 'unreadable' | 'unknown'

type BookDefinition = { readonly unit: Unit; readonly terms?: readonly TermDefinition[] } | { readonly why: Untold }

/**
 * Where units agree (docs/regards-api/sessions.md 6). Without terms they are those of the loss line.
 * - workers: each request is in one status at a time.
 * - oais, feature: one request for each product; of GeoJSON only creations come in (docs/regards-api/sessions.md 6.4).
 */
const BOOKS: Readonly<Record<StepId, BookDefinition>> = {
  scan: { why: 'units' },
  workers: {
    unit: 'requests',
    terms: [
      { kind: 'errors', properties: ['*.error', '*.invalid'] },
      { kind: 'waiting', properties: ['workers.no_worker_available'] },
      { kind: 'running', properties: ['*.running', '*.dispatched'] },
      { kind: 'toDispatch', properties: ['*.retry'] },
      { kind: 'toDelete', properties: ['*.deletion'] },
    ],
  },
  oais: { unit: 'products' },
  feature: { unit: 'products' },
  storage: { unit: 'files' },
  catalog: { why: 'oneCounter' },
  fem_dissemination: { why: 'pending' },
}

interface Term {
  readonly kind: TermKind
  readonly value: number
}

export interface Book {
  readonly unit: Unit
  readonly in: number
  readonly out: number
  /** One for each kind that is not zero, in the order of TERM_KINDS. */
  readonly terms: readonly Term[]
  /** What is left. Below zero: more is counted than came in. */
  readonly rest: number
}

export type StepBook = { readonly book: Book } | { readonly why: Untold }

/** The terms of the loss line for this step; undefined while a counter has others in it. */
function lineTerms(step: Step): readonly TermDefinition[] | undefined {
  const rows = partsOfStep(step.stepId).filter(({ isBeforeInput }) => isBeforeInput !== true)
  const isMixed = rows.some(
    ({ properties, mixedWith = [] }) =>
      properties.some(property => own(step, property) !== 0) && mixedWith.some(property => own(step, property) > 0),
  )
  return isMixed ? undefined : rows
}

export function bookOf(step: Step): StepBook {
  if (!isKnownStep(step.stepId)) return { why: 'unknown' }
  const definition = BOOKS[step.stepId]
  if ('why' in definition) return definition
  const rows = definition.terms ?? lineTerms(step)
  if (rows === undefined) return { why: 'mixed' }
  const valueOf = (kind: TermKind) =>
    signedSumOf(
      step,
      rows.filter(row => row.kind === kind).flatMap(({ properties }) => properties),
    )
  const terms = TERM_KINDS.map(kind => ({ kind, value: valueOf(kind) })).filter(({ value }) => value !== 0)
  const { inputRelated, outputRelated } = step
  const rest = terms.reduce((left, { value }) => left - value, inputRelated - outputRelated)
  if (Number.isNaN(rest)) return { why: 'unreadable' }
  return { book: { unit: definition.unit, in: inputRelated, out: outputRelated, terms, rest } }
}
