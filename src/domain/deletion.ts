/** Deleting the products of a session: what is deleted, what is kept, what is left afterwards (docs/regards-api/sessions.md 7). Pure. */
import type { Snapshot } from './relaunch-progress'
import { FEATURE_REQUESTS, featureCounters } from './request-type'
import type { Session } from './session'
import { sumOf } from './step-reading'

/** Where something is counted: the properties of one step that add up to it; a leading star as in the catalogue. */
interface Place {
  readonly stepId: string
  readonly properties: readonly string[]
}

/** What each service deletes. */
const DELETED = {
  oaisProducts: { stepId: 'oais', properties: ['referencedProducts'] },
  features: { stepId: 'feature', properties: ['referencedProducts'] },
  storedFiles: { stepId: 'storage', properties: ['storedFiles'] },
  referencedFiles: { stepId: 'storage', properties: ['referencedFiles'] },
  documents: { stepId: 'catalog', properties: ['indexed'] },
  // A product is in one of these states; `ingested` is counted among the generated ones already (docs/regards-api/sessions.md 6.1).
  acquiredProducts: {
    stepId: 'scan',
    properties: [
      ...['generatedProducts', 'complete', 'incomplete', 'canceled'],
      ...['generationError', 'ingestionFailed', 'invalid'],
    ],
  },
  acquiredFiles: { stepId: 'scan', properties: ['filesAcquired'] },
  blockedRequests: { stepId: 'workers', properties: ['*.error', '*.invalid', 'workers.no_worker_available'] },
} as const satisfies Record<string, Place>

/** What no service deletes. */
const KEPT = {
  ingestErrors: { stepId: 'oais', properties: ['requestsErrors'] },
  ingestWaiting: { stepId: 'oais', properties: ['productWaitVersionMode'] },
  featureErrors: { stepId: 'feature', properties: featureCounters('errors') },
  fileErrors: { stepId: 'storage', properties: ['requestsErrors'] },
  indexingErrors: { stepId: 'catalog', properties: ['indexedError'] },
} as const satisfies Record<string, Place>

const DENIED: Place = { stepId: 'feature', properties: [FEATURE_REQUESTS.DELETION.denied] }

/** What else changes during a deletion. */
const PROGRESS: readonly Place[] = [
  DENIED,
  { stepId: 'oais', properties: ['deletedProducts'] },
  { stepId: 'feature', properties: ['deletedProducts'] },
  { stepId: 'feature', properties: [FEATURE_REQUESTS.DELETION.all] },
  { stepId: 'storage', properties: ['deletedFiles'] },
  { stepId: 'storage', properties: ['deleteRequests'] },
]

export type DeletedId = keyof typeof DELETED
type KeptId = keyof typeof KEPT
/** `deniedDeletions`: products whose deletion REGARDS has denied since it was requested. */
type RemainingId = DeletedId | KeptId | 'deniedDeletions'

/** A count; never 0. */
interface Counted<Id extends string> {
  readonly id: Id
  readonly count: number
}

const countAt = ({ steps }: Session, { stepId, properties }: Place): number =>
  steps.reduce((total, step) => (step.stepId === stepId ? total + sumOf(step, properties) : total), 0)

function counted<Id extends string>(session: Session, places: Readonly<Record<Id, Place>>): readonly Counted<Id>[] {
  return (Object.keys(places) as Id[])
    .map(id => ({ id, count: countAt(session, places[id]) }))
    .filter(({ count }) => count > 0)
}

/** What a deletion would delete, as counted now. */
export function deletedCounts(session: Session): readonly Counted<DeletedId>[] {
  return counted<DeletedId>(session, DELETED)
}

/** What is counted now and would be kept. */
export function keptCounts(session: Session): readonly Counted<KeptId>[] {
  return counted<KeptId>(session, KEPT)
}

/** What a deletion has left of a session, by name and count. */
export function remainingCounts(baseline: Session, current: Session): readonly Counted<RemainingId>[] {
  const denied = countAt(current, DENIED) - countAt(baseline, DENIED)
  return [
    ...deletedCounts(current),
    ...(denied > 0 ? [{ id: 'deniedDeletions', count: denied } as const] : []),
    ...keptCounts(current),
  ]
}

/** The figures that are counted down, and what each is made of: what each deletion removes directly, then what follows. */
const COUNTDOWN = {
  oais: ['oaisProducts'],
  features: ['features'],
  acquired: ['acquiredProducts'],
  requests: ['blockedRequests'],
  stored: ['storedFiles', 'referencedFiles'],
  indexed: ['documents'],
} as const satisfies Record<string, readonly DeletedId[]>
type CountdownId = keyof typeof COUNTDOWN

export interface CountdownFigure {
  readonly id: CountdownId
  /** When the deletion was confirmed. */
  readonly before: number
  readonly left: number
}

/** The progress of each figure; those that were and are 0 are left out. */
export function countdown(baseline: Session, current: Session): readonly CountdownFigure[] {
  const sum = (session: Session, id: CountdownId) =>
    COUNTDOWN[id].reduce((total, going) => total + countAt(session, DELETED[going]), 0)
  return (Object.keys(COUNTDOWN) as CountdownId[])
    .map(id => ({ id, before: sum(baseline, id), left: sum(current, id) }))
    .filter(({ before, left }) => before > 0 || left > 0)
}

/** The figures of a deletion's progress: done when nothing is left to delete; what is kept does not matter. */
export function deletionSnapshot(session: Session): Snapshot {
  const goes = deletedCounts(session)
  return {
    isOver: goes.length === 0,
    fingerprint: JSON.stringify([goes, PROGRESS.map(place => countAt(session, place))]),
  }
}
