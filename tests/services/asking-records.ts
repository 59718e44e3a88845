/** What the tests of lists share: a page asked for, an answer read, a chain. */
import type { RecordListId, RecordListParams } from '@/domain/record-list'
import { findRecords } from '@/services/record-lists'
import type { Asked } from './with-gateway'
import { answering } from './with-gateway'

const REF = { source: 'A&B', name: 'day+1' }

/** A page of a list of REF, the newest first. */
export const ask = <L extends RecordListId>(list: L, more: Partial<RecordListParams> = {}, page = 0) =>
  findRecords(list, { ref: REF, direction: 'desc', ...more }, page)

/** The rows a list reads from one answer. */
export async function rowsOf<L extends RecordListId>(list: L, text: string, more: Partial<RecordListParams> = {}) {
  answering(() => ({ text }))
  return ask(list, more)
}

export const isOfChains = ({ path }: Asked) => path === 'rs-dataprovider/chain-monitoring'
/** As the chain monitoring has it. */
export const chain = (id: number, label: string, more: object = {}) => ({
  active: false,
  deletionPending: false,
  executionBlockers: [],
  chain: { id, label, active: true, locked: false, mode: 'AUTO', ...more },
})
