/** From a kind of list to the call that pages it (actions.md 3). Exhaustive by type. */
import type { RecordListId, RecordPage, RecordQuestion, RecordRows } from '@/domain/record-list'

type Loader<R extends object> = (question: RecordQuestion, page: number, signal?: AbortSignal) => Promise<RecordPage<R>>

const notYet = (): never => {
  throw new Error('being written')
}

const LOADERS: { readonly [L in RecordListId]: Loader<RecordRows[L]> } = {
  chains: notYet,
  productErrors: notYet,
  productsIncomplete: notYet,
  oaisProducts: notYet,
  oaisErrors: notYet,
  oaisWaiting: notYet,
  features: notYet,
  featureErrors: notYet,
  workerErrors: notYet,
  workerWaiting: notYet,
  storages: notYet,
  storageErrors: notYet,
  crawls: notYet,
  pendingDissemination: notYet,
}

/**
 * One page of a list, rows of other sessions left out.
 * @throws ServiceError
 */
export function findRecords<L extends RecordListId>(
  list: L,
  question: RecordQuestion,
  page: number,
  signal?: AbortSignal,
): Promise<RecordPage<RecordRows[L]>> {
  return LOADERS[list](question, page, signal)
}
