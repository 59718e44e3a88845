/** The right each list and each order needs (docs/regards-api/README.md 4); those of relaunches are in relaunch.ts. */
import type { RecordListId } from './record-list'
import type { Right } from './relaunch'

const right = (verb: string, microservice: string, resource: string): Right => ({ verb, microservice, resource })

const PRODUCTS = right('GET', 'rs-dataprovider', '/products')
const OAIS_REQUESTS = right('POST', 'rs-ingest', '/requests')
const FEATURES = right('POST', 'rs-fem', '/admin/features')
const WORKER_REQUESTS = right('POST', 'rs-worker-manager', '/requests')

/** What reading each list needs. */
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

/** What the orders need that are no relaunch of a step. */
export const ACTION_RIGHTS = {
  deleteProducts: right('DELETE', 'rs-admin', '/sessions/{id}'),
  deleteOaisProducts: right('POST', 'rs-ingest', '/aips/delete'),
  deleteFeatures: right('DELETE', 'rs-fem', '/admin/features/delete'),
  deleteAcquiredProducts: right('DELETE', 'rs-dataprovider', '/chains/products'),
  deleteWorkerRequests: right('DELETE', 'rs-worker-manager', '/requests/delete'),
  versioning: right('PUT', 'rs-ingest', '/requests/versioning'),
  crawl: right('PUT', 'rs-dam', '/crawler/datasourceIngestions/{id}'),
} as const satisfies Record<string, Right>
