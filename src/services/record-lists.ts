/** From a kind of list to the call that pages it (docs/regards-api/actions.md 3). Exhaustive by type. */
import type { RecordListId, RecordPage, RecordListParams, RecordRows } from '@/domain/record-list'
import type { RecordLoader } from './record-page'
import * as dam from './rs-dam'
import * as dataprovider from './rs-dataprovider'
import * as fem from './rs-fem'
import * as ingest from './rs-ingest'
import * as storage from './rs-storage'
import * as workers from './rs-worker-manager'

const LOADERS: { readonly [L in RecordListId]: RecordLoader<RecordRows[L]> } = {
  chains: dataprovider.findChainRecords,
  productErrors: dataprovider.findProductErrors,
  productsIncomplete: dataprovider.findIncompleteProducts,
  oaisProducts: ingest.findProducts,
  oaisErrors: ingest.findErrors,
  oaisWaiting: ingest.findWaiting,
  features: fem.findFeatures,
  featureErrors: fem.findErrors,
  workerErrors: workers.findErrors,
  workerWaiting: workers.findWaiting,
  storages: storage.findStorages,
  storageErrors: storage.findErrors,
  crawls: dam.findCrawls,
  pendingDissemination: fem.findPendingDissemination,
}

/**
 * One page of a list, rows of other sessions left out.
 * @param size rows of a page; the list's own unless said
 * @throws ServiceError
 */
export function findRecords<L extends RecordListId>(
  list: L,
  question: RecordListParams,
  page: number,
  signal?: AbortSignal,
  size?: number,
): Promise<RecordPage<RecordRows[L]>> {
  return LOADERS[list](question, page, signal, size)
}
