/** The step catalogue: every step REGARDS publishes, what its card shows and what can be done with it (docs/regards-api/sessions.md 4 and 6, docs/regards-api/actions.md 1). */
import type { RecordListId } from './record-list'
import { featureCounters } from './request-type'
import type { StepType } from './session'

/** The six ways a figure can look; each has an icon, a colour and a word. */
export const TONES = ['plain', 'muted', 'running', 'waiting', 'error', 'setAside'] as const
export type Tone = (typeof TONES)[number]

/** What a step's input or output counts. */
export type Unit = 'files' | 'requests' | 'products'

export interface PropertyDefinition {
  readonly id: string
  /** A derived figure: the sum of these raw properties. Absent: the raw property of the same name. */
  readonly sum?: readonly string[]
  /** Shown under the derived figure it is part of. */
  readonly partOf?: string
  readonly tone?: Exclude<Tone, 'muted'>
}

export interface GroupDefinition {
  /** One line per name found where the star is, up to the last dot; property ids are then the measures. */
  readonly each?: '*' | `${string}.*`
  readonly properties: readonly PropertyDefinition[]
}

/** `'errors'` and `'waiting'` read the step's state; `positive` wants one of these properties above zero. Absent: always. */
export type Condition = 'errors' | 'waiting' | { readonly positive: readonly string[] }

export interface SeeAction {
  readonly id:
    'seeChains' | 'seeReferenced' | 'seeErrors' | 'seeIncomplete' | 'seeWaiting' | 'seeStorages' | 'seeDetail'
  readonly list: RecordListId
  readonly when?: Condition
  /** The figures that count the rows of its list, where the step has them. */
  readonly counts?: readonly string[]
}

/** What a relaunch of a step does not do, by the keys of its texts; with `counts`, only where that property is above zero. */
interface RelaunchLimit {
  readonly id: 'scanInvalid' | 'workersContent' | 'oaisVersion' | 'featureDenied' | 'featureGone' | 'storageCopies'
  readonly counts?: string
}

export interface RelaunchAction {
  readonly id: 'relaunch'
  readonly when: Condition
  /** The figures a relaunch can recover, when they are fewer than `state.errors`. */
  readonly counts?: readonly string[]
  readonly limits: readonly RelaunchLimit[]
  /** The acquisition chain of the source has to be in order; a 403 may say that it is not (docs/regards-api/actions.md 2.1). */
  readonly needsChain?: true
  /** Its service answers only when the work is done. */
  readonly isSynchronous?: true
  /** It takes one call for each FEM request type. */
  readonly isByRequestType?: true
  /** Maximum storage requests per relaunch (docs/regards-api/actions.md 2.3). */
  readonly most?: number
}

type ActionDefinition = SeeAction | RelaunchAction

export interface StepDefinition {
  readonly type: StepType
  /** Units of `inputRelated` and `outputRelated`; null where input and output form no flow (fem_dissemination, docs/regards-api/sessions.md 6.7). */
  readonly flow: { readonly in: Unit; readonly out: Unit } | null
  /** `state.running` counts jobs there, not items: it adds up with no other figure of the step (docs/regards-api/sessions.md 6.1). */
  readonly runsJobs?: true
  /** Relaunched items that `state` does not count as running (docs/regards-api/sessions.md 6.2). */
  readonly alsoWorking?: readonly string[]
  readonly groups: Readonly<Record<string, GroupDefinition>>
  /** Why its errors have no relaunch, by the keys of its texts; with `counts`, only where that property is above zero. */
  readonly notRelaunched?: { readonly id: 'scanInvalid' | 'catalog'; readonly counts?: string }
  /** What a deletion of products leaves, by the keys of its texts. */
  readonly outlivesDeletion?: 'chain' | 'index'
  readonly actions: readonly ActionDefinition[]
}

const FEATURE_ERRORS = featureCounters('errors')

export const STEP_CATALOGUE = {
  scan: {
    type: 'ACQUISITION',
    flow: { in: 'files', out: 'products' },
    runsJobs: true,
    notRelaunched: { id: 'scanInvalid', counts: 'invalid' },
    outlivesDeletion: 'chain',
    groups: {
      chain: { properties: [{ id: 'chainRunning', tone: 'running' }] },
      files: { properties: [{ id: 'filesAcquired' }, { id: 'filesInvalid', tone: 'setAside' }] },
      products: {
        properties: [
          { id: 'generatedProducts' },
          { id: 'complete' },
          { id: 'ingested' },
          { id: 'productsErrors', sum: ['generationError', 'ingestionFailed'], tone: 'error' },
          { id: 'generationError', partOf: 'productsErrors', tone: 'error' },
          { id: 'ingestionFailed', partOf: 'productsErrors', tone: 'error' },
          { id: 'invalid', tone: 'error' },
          { id: 'incomplete', tone: 'setAside' },
          { id: 'productsCanceled', sum: ['canceled'], tone: 'setAside' },
        ],
      },
    },
    actions: [
      { id: 'seeChains', list: 'chains' },
      { id: 'seeReferenced', list: 'oaisProducts', when: { positive: ['generatedProducts'] } },
      { id: 'seeErrors', list: 'productErrors', when: 'errors' },
      {
        id: 'seeIncomplete',
        list: 'productsIncomplete',
        when: { positive: ['incomplete'] },
        counts: ['incomplete'],
      },
      {
        id: 'relaunch',
        when: { positive: ['generationError', 'ingestionFailed'] },
        counts: ['generationError', 'ingestionFailed'],
        limits: [{ id: 'scanInvalid', counts: 'invalid' }],
        needsChain: true,
      },
    ],
  },
  workers: {
    type: 'ACQUISITION',
    flow: { in: 'requests', out: 'requests' },
    alsoWorking: ['*.retry'],
    groups: {
      requests: {
        properties: [
          { id: 'total', sum: ['workers.requests'] },
          { id: 'noWorkerAvailable', sum: ['workers.no_worker_available'], tone: 'waiting' },
        ],
      },
      byWorker: {
        each: 'workers.*',
        properties: [
          { id: 'inProgress', sum: ['running', 'dispatched'], tone: 'running' },
          { id: 'running', partOf: 'inProgress', tone: 'running' },
          { id: 'dispatched', partOf: 'inProgress', tone: 'running' },
          { id: 'errors', sum: ['error', 'invalid'], tone: 'error' },
          { id: 'error', partOf: 'errors', tone: 'error' },
          { id: 'invalid', partOf: 'errors', tone: 'error' },
          { id: 'done' },
          { id: 'retry' },
          { id: 'deletion' },
        ],
      },
    },
    actions: [
      { id: 'seeErrors', list: 'workerErrors', when: 'errors' },
      { id: 'relaunch', when: 'errors', limits: [{ id: 'workersContent' }] },
      { id: 'seeWaiting', list: 'workerWaiting', when: 'waiting' },
    ],
  },
  oais: {
    type: 'REFERENCING',
    flow: { in: 'requests', out: 'products' },
    groups: {
      requests: {
        properties: [
          { id: 'totalRequests' },
          { id: 'requestsRunning', tone: 'running' },
          { id: 'productWaitVersionMode', tone: 'waiting' },
          { id: 'requestsErrors', tone: 'error' },
        ],
      },
      products: {
        properties: [
          { id: 'referencedProducts' },
          { id: 'newProductVersions' },
          { id: 'replacedProducts' },
          { id: 'ignoredProducts', tone: 'setAside' },
          { id: 'deletedProducts' },
        ],
      },
      postProcessing: {
        properties: [
          { id: 'postProcessPending' },
          { id: 'postProcessSuccess' },
          // The product is stored: nothing is left out.
          { id: 'postProcessErrors' },
        ],
      },
    },
    actions: [
      {
        id: 'seeReferenced',
        list: 'oaisProducts',
        when: { positive: ['referencedProducts'] },
        counts: ['referencedProducts'],
      },
      { id: 'seeErrors', list: 'oaisErrors', when: 'errors' },
      { id: 'relaunch', when: 'errors', limits: [{ id: 'oaisVersion' }] },
      {
        id: 'seeWaiting',
        list: 'oaisWaiting',
        when: { positive: ['productWaitVersionMode'] },
        counts: ['productWaitVersionMode'],
      },
    ],
  },
  feature: {
    type: 'REFERENCING',
    flow: { in: 'requests', out: 'products' },
    groups: {
      requests: { properties: featureCounters('all').map(id => ({ id })) },
      running: { properties: featureCounters('running').map(id => ({ id, tone: 'running' as const })) },
      errors: {
        properties: [
          { id: 'requestsErrors', sum: FEATURE_ERRORS, tone: 'error' },
          ...FEATURE_ERRORS.map(id => ({ id, partOf: 'requestsErrors', tone: 'error' as const })),
        ],
      },
      denied: { properties: featureCounters('denied').map(id => ({ id, tone: 'setAside' as const })) },
      products: {
        properties: [
          { id: 'referencedProducts' },
          { id: 'updatedProducts' },
          { id: 'deletedProducts' },
          { id: 'notifyProducts' },
        ],
      },
    },
    actions: [
      {
        id: 'seeReferenced',
        list: 'features',
        when: { positive: ['referencedProducts'] },
        counts: ['referencedProducts'],
      },
      { id: 'seeErrors', list: 'featureErrors', when: { positive: FEATURE_ERRORS }, counts: FEATURE_ERRORS },
      {
        id: 'relaunch',
        when: { positive: FEATURE_ERRORS },
        limits: [{ id: 'featureDenied' }, { id: 'featureGone' }],
        isSynchronous: true,
        isByRequestType: true,
      },
    ],
  },
  storage: {
    type: 'STORAGE',
    flow: { in: 'files', out: 'files' },
    groups: {
      requests: {
        properties: [
          { id: 'storeRequests' },
          { id: 'referenceRequests' },
          { id: 'copyRequests' },
          { id: 'deleteRequests' },
          { id: 'requestsRunning', tone: 'running' },
          { id: 'requestsErrors', tone: 'error' },
          { id: 'requestsRefused', tone: 'setAside' },
        ],
      },
      files: {
        properties: [{ id: 'storedFiles' }, { id: 'referencedFiles' }, { id: 'deletedFiles' }],
      },
    },
    actions: [
      { id: 'seeStorages', list: 'storages' },
      { id: 'relaunch', when: 'errors', limits: [{ id: 'storageCopies' }], isSynchronous: true, most: 1000 },
    ],
  },
  catalog: {
    type: 'DISSEMINATION',
    flow: { in: 'products', out: 'products' },
    notRelaunched: { id: 'catalog' },
    outlivesDeletion: 'index',
    groups: { products: { properties: [{ id: 'indexed' }, { id: 'indexedError', tone: 'error' }] } },
    actions: [{ id: 'seeDetail', list: 'crawls' }],
  },
  fem_dissemination: {
    type: 'DISSEMINATION',
    flow: null,
    groups: { byRecipient: { each: '*', properties: [{ id: 'pending', tone: 'running' }, { id: 'done' }] } },
    actions: [{ id: 'seeDetail', list: 'pendingDissemination', when: { positive: ['*.pending'] } }],
  },
} as const satisfies Record<string, StepDefinition>

export type StepCatalogue = typeof STEP_CATALOGUE
export type StepId = keyof StepCatalogue

/** The steps whose row offers `relaunch`: services must know a call for each of them, and for no other. */
export type RelaunchableStepId = {
  [Id in StepId]: Extract<StepCatalogue[Id]['actions'][number], { readonly id: 'relaunch' }> extends never ? never : Id
}[StepId]

export function isKnownStep(stepId: string): stepId is StepId {
  return Object.hasOwn(STEP_CATALOGUE, stepId)
}

/** The row of a step, or undefined for a step of a newer REGARDS. */
export function stepDefinition(stepId: string): StepDefinition | undefined {
  return isKnownStep(stepId) ? STEP_CATALOGUE[stepId] : undefined
}

/** The relaunch a step offers; undefined where there is none. */
export function relaunchOf(stepId: string): RelaunchAction | undefined {
  return stepDefinition(stepId)?.actions.find(action => action.id === 'relaunch')
}

export function isRelaunchable(stepId: string): stepId is RelaunchableStepId {
  return relaunchOf(stepId) !== undefined
}

/** Steps in catalogue order, unknown ones last in alphabetical order: the server's order means nothing (docs/regards-api/previous-dashboard-defects.md 42). */
export function inCatalogueOrder<T extends { readonly stepId: string }>(steps: readonly T[]): readonly T[] {
  const order = Object.keys(STEP_CATALOGUE)
  const rank = (step: T) => (isKnownStep(step.stepId) ? order.indexOf(step.stepId) : order.length)
  return [...steps].sort((a, b) => rank(a) - rank(b) || (a.stepId < b.stepId ? -1 : 1))
}
