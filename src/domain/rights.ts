/** The right each list and each action needs (docs/regards-api/README.md 4). */
import type { RecordListId } from './record-list'
import type { RelaunchableStepId } from './step-catalogue'

/** An endpoint as `rs-admin/resources` names it (docs/regards-api/README.md 4). */
export interface Right {
  readonly microservice: string
  readonly resource: string
  readonly verb: string
}

/** A right's name: how it is shown, and the key under which a first refusal is remembered. */
export function rightName({ verb, microservice, resource }: Right): string {
  return `${verb} ${microservice}${resource}`
}

const right = (verb: string, microservice: string, resource: string): Right => ({ verb, microservice, resource })

const PRODUCTS = right('GET', 'rs-dataprovider', '/products')
const OAIS_REQUESTS = right('POST', 'rs-ingest', '/requests')
const FEATURES = right('POST', 'rs-fem', '/admin/features')
const WORKER_REQUESTS = right('POST', 'rs-worker-manager', '/requests')

/** The right to read each list. */
export const LIST_RIGHTS = {
  chains: right('GET', 'rs-dataprovider', '/chain-monitoring'),
  productErrors: PRODUCTS,
  productsIncomplete: PRODUCTS,
  oaisProducts: right('POST', 'rs-ingest', '/aips'),
  oaisErrors: OAIS_REQUESTS,
  oaisWaiting: OAIS_REQUESTS,
  features: FEATURES,
  featureErrors: right('POST', 'rs-fem', '/requests/search/{type}'),
  workerErrors: WORKER_REQUESTS,
  workerWaiting: WORKER_REQUESTS,
  storages: right('GET', 'rs-storage', '/storages'),
  storageErrors: right('GET', 'rs-storage', '/requests/{storage}/{type}'),
  crawls: right('GET', 'rs-dam', '/crawler/datasourceIngestions'),
  pendingDissemination: FEATURES,
} as const satisfies Record<RecordListId, Right>

/** The right for each relaunch (docs/regards-api/actions.md 2). */
export const RELAUNCH_RIGHTS = {
  scan: right('GET', 'rs-dataprovider', '/chains/relaunch'),
  workers: right('POST', 'rs-worker-manager', '/requests/retry'),
  oais: right('POST', 'rs-ingest', '/requests/retry'),
  feature: right('POST', 'rs-fem', '/requests/retry/{type}'),
  storage: right('POST', 'rs-storage', '/storages/retry'),
} as const satisfies Record<RelaunchableStepId, Right>

/** The rights for each deletion of exactly one session (docs/regards-api/measured.md 1.2). */
export const EXACT_RIGHTS = {
  oaisProducts: right('POST', 'rs-ingest', '/aips/delete'),
  features: right('DELETE', 'rs-fem', '/admin/features/delete'),
  acquiredProducts: right('DELETE', 'rs-dataprovider', '/chains/products'),
  workerRequests: right('DELETE', 'rs-worker-manager', '/requests/delete'),
} as const satisfies Record<string, Right>

/** The right for each other action. */
export const ACTION_RIGHTS = {
  deleteProducts: right('DELETE', 'rs-admin', '/sessions/{id}'),
  versioning: right('PUT', 'rs-ingest', '/requests/versioning'),
  crawl: right('PUT', 'rs-dam', '/crawler/datasourceIngestions/{id}'),
} as const satisfies Record<string, Right>
