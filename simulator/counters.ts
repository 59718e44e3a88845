/** The effect of a property event on a step: the rules of docs/regards-api/sessions.md 5, and the flags of every property of docs/regards-api/sessions.md 6. */
import type { Counters } from '@/domain/session'

type StateName = keyof Counters

/** Flags of a property: does it count as input or output, and which counter of `state` does it feed. */
interface PropertyRule {
  readonly in?: true
  readonly out?: true
  readonly state?: StateName
}

const PLAIN: PropertyRule = {}
const IN: PropertyRule = { in: true }
const OUT: PropertyRule = { out: true }
const ERROR: PropertyRule = { state: 'errors' }
const RUNNING: PropertyRule = { state: 'running' }
const WAITING: PropertyRule = { state: 'waiting' }

/** By step, the properties that do something; any other one is only counted. */
const RULES: Readonly<Record<string, Readonly<Record<string, PropertyRule>>>> = {
  scan: {
    filesAcquired: IN,
    generatedProducts: OUT,
    canceled: OUT,
    chainRunning: RUNNING,
    invalid: ERROR,
    generationError: ERROR,
    ingestionFailed: ERROR,
  },
  workers: { 'workers.requests': IN, 'workers.no_worker_available': WAITING },
  oais: {
    totalRequests: IN,
    referencedProducts: OUT,
    requestsErrors: ERROR,
    requestsRunning: RUNNING,
    productWaitVersionMode: WAITING,
  },
  feature: {
    referencingRequests: IN,
    referencedProducts: OUT,
    runningReferencingRequests: RUNNING,
    runningUpdateRequests: RUNNING,
    runningDeleteRequests: RUNNING,
    runningNotifyRequests: RUNNING,
    inErrorReferencingRequests: ERROR,
    inErrorUpdateRequests: ERROR,
    inErrorDeleteRequests: ERROR,
    inErrorNotifyRequests: ERROR,
  },
  storage: {
    storeRequests: IN,
    referenceRequests: IN,
    storedFiles: OUT,
    referencedFiles: OUT,
    requestsRunning: RUNNING,
    requestsErrors: ERROR,
  },
  catalog: { indexed: { in: true, out: true }, indexedError: ERROR },
  // A step of a future REGARDS.
  quality: { checkedProducts: IN, approvedProducts: OUT, doubtfulProducts: ERROR },
}

/** By step, the last dotted part of names that hold a worker type or a recipient (docs/regards-api/sessions.md 6.2 and 6.7). */
const MEASURES: Readonly<Record<string, Readonly<Record<string, PropertyRule>>>> = {
  workers: { running: RUNNING, dispatched: RUNNING, error: ERROR, invalid: ERROR, done: OUT },
  fem_dissemination: { pending: { in: true, state: 'running' }, done: OUT },
}

/** The flags of a property; an unknown name has none. */
function ruleOf(stepId: string, property: string): PropertyRule {
  const measure = property.slice(property.lastIndexOf('.') + 1)
  return RULES[stepId]?.[property] ?? (measure === property ? undefined : MEASURES[stepId]?.[measure]) ?? PLAIN
}

export const STEP_TYPES: Readonly<Record<string, string>> = {
  scan: 'ACQUISITION',
  workers: 'ACQUISITION',
  oais: 'REFERENCING',
  feature: 'REFERENCING',
  storage: 'STORAGE',
  catalog: 'DISSEMINATION',
  fem_dissemination: 'DISSEMINATION',
  quality: 'REFERENCING',
}

/** The figures of one step. */
export class Tally {
  inputRelated = 0
  outputRelated = 0
  readonly state: Record<StateName, number> = { errors: 0, waiting: 0, running: 0 }
  readonly properties = new Map<string, number>()
  readonly stepId: string

  constructor(stepId: string) {
    this.stepId = stepId
  }

  /** An `INC` event, or a `DEC` one when `change` is negative (docs/regards-api/sessions.md 5). */
  add(property: string, change: number): void {
    const rule = ruleOf(this.stepId, property)
    this.properties.set(property, (this.properties.get(property) ?? 0) + change)
    if (rule.in === true) this.inputRelated += change
    if (rule.out === true) this.outputRelated += change
    if (rule.state !== undefined) this.state[rule.state] += change
  }

  /** A numeric `VALUE` event: everything becomes 0, and neither its name nor its value is kept. */
  reset(): void {
    this.inputRelated = 0
    this.outputRelated = 0
    for (const name of ['errors', 'waiting', 'running'] as const) this.state[name] = 0
    for (const property of this.properties.keys()) this.properties.set(property, 0)
  }

  copy(): Tally {
    const copy = new Tally(this.stepId)
    copy.inputRelated = this.inputRelated
    copy.outputRelated = this.outputRelated
    Object.assign(copy.state, this.state)
    for (const [property, value] of this.properties) copy.properties.set(property, value)
    return copy
  }
}
