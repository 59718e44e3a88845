/** rs-dataprovider: chains and their products. `GET chain-monitoring`, `GET products`, `GET chains/relaunch`, `DELETE chains/products` (docs/regards-api/actions.md 2.1, 2.6, 3.1, 3.2). */
import type * as z from 'zod/mini'
import type { ChainRecord, ProductRecord, RecordListParams, RecordPage } from '@/domain/record-list'
import type { Chain } from '@/domain/chain'
import type { SessionRef } from '@/domain/session'
import { readPage } from './hateoas'
import { ask, submit } from './http'
import { namesOf } from './own-rows'
import { allOf } from './paging'
import type { RecordLoader } from './record-page'
import { OF_OTHERS, SIZE, pageQuery, readRecords } from './record-page'
import { chainIdentity, chainMonitor, product } from './record-schemas'
import { causeOf } from './server-words'
import { named } from './session-names'

const SERVICE = 'rs-dataprovider'

/** All chains whose label contains this one, as far as the schema asks. */
function listChains<S extends z.ZodMiniType<object>>(label: string, schema: S, signal: AbortSignal | undefined) {
  return allOf<z.output<S>>(SERVICE, page => {
    const query = { label, ...pageQuery(page, SIZE.heavy, 'label', 'asc') }
    return ask({ service: SERVICE, path: 'chain-monitoring', query, signal }, answer =>
      readPage(answer, ({ content }) => schema.safeParse(content).data),
    )
  })
}

const chainOf = ({
  chain,
  active: running,
  deletionPending,
  executionBlockers,
}: z.output<typeof chainMonitor>): Chain => ({
  id: chain.id,
  label: chain.label,
  enabled: chain.active,
  locked: chain.locked,
  running,
  deletionPending,
  executionBlockers,
})

/**
 * The chains that have exactly this label: the server finds those that contain it, and labels are not unique.
 * @throws ServiceError also when one of them cannot be read, since a relaunch depends on it
 */
export async function findChains(label: string, signal?: AbortSignal): Promise<readonly Chain[]> {
  const found = await listChains(label, chainMonitor, signal)
  return found.filter(({ chain }) => chain.label === label).map(chainOf)
}

/** A page of the chains of the source, as a list to look at. */
export const findChainRecords: RecordLoader<ChainRecord> = ({ ref, direction }, page, signal, size = SIZE.light) =>
  ask(
    {
      service: SERVICE,
      path: 'chain-monitoring',
      query: { label: ref.source, ...pageQuery(page, size, 'label', direction) },
      signal,
    },
    readRecords(chainMonitor, monitor => {
      const { id, label, mode, periodicity, lastActivationDate } = monitor.chain
      if (label !== ref.source) return OF_OTHERS
      const more = { mode, periodicity, lastActivationDate }
      return { key: String(id), cause: undefined, date: lastActivationDate, ...chainOf(monitor), ...more }
    }),
  )

/** Products that count in the errors of the step: the server joins states of both kinds by OR. */
const IN_ERROR = { state: ['INVALID'], sipState: ['GENERATION_ERROR', 'INGESTION_FAILED'] }
const INCOMPLETE = { state: ['ACQUIRING'] }

/** The ids of the chains that have exactly this label. */
async function listChainIds(label: string, signal: AbortSignal | undefined): Promise<readonly number[]> {
  const found = await listChains(label, chainIdentity, signal)
  return found.filter(({ chain }) => chain.label === label).map(({ chain }) => chain.id)
}

/** The same, asked once for all who read together; what failed is asked again. */
async function sharedChainIds(
  label: string,
  known: NonNullable<RecordListParams['chainIds']>,
  signal: AbortSignal | undefined,
): Promise<readonly number[]> {
  const ids = known.get(label) ?? listChainIds(label, signal)
  known.set(label, ids)
  try {
    return await ids
  } catch (error) {
    if (known.get(label) === ids) known.delete(label)
    throw error
  }
}

/**
 * Products of the session in these states. They are asked by chain, since the server knows no source here, and it
 * takes the session's name as a substring. Several chains of one label are read side by side, page by page.
 */
const findProducts =
  (states: typeof IN_ERROR | typeof INCOMPLETE): RecordLoader<ProductRecord> =>
  async (
    { ref, direction, isById, chainIds = new Map<string, Promise<readonly number[]>>() },
    page,
    signal,
    size = SIZE.light,
  ) => {
    const chains = await sharedChainIds(ref.source, chainIds, signal)
    const read = readRecords(product, ({ id, productName, session, state, sipState, error, lastUpdate }) =>
      session === ref.name
        ? { key: String(id), cause: causeOf(error), date: lastUpdate, id, productName, state, sipState }
        : OF_OTHERS,
    )
    // Every name contains the empty text.
    const session = ref.name === '' ? undefined : ref.name
    const pages = await Promise.all(
      chains.map(chainId => {
        const order = pageQuery(page, size, isById === true ? 'id' : 'lastUpdate', direction)
        const query = { ...states, chainId, session, ...order }
        return ask({ service: SERVICE, path: 'products', query, signal }, read)
      }),
    )
    const sum = (pick: (one: RecordPage<ProductRecord>) => number) => pages.reduce((total, one) => total + pick(one), 0)
    return {
      entries: pages.flatMap(({ entries }) => entries),
      total: sum(({ total }) => total),
      received: sum(({ received }) => received),
      ends: pages.flatMap(({ ends }) => ends),
    }
  }

export const findProductErrors = findProducts(IN_ERROR)
export const findIncompleteProducts = findProducts(INCOMPLETE)

/** Relaunches the products of this session whose generation or ingestion failed. A GET that changes state (docs/regards-api/actions.md 2.1). */
export async function relaunchErrors(ref: SessionRef): Promise<void> {
  const { source, name } = named(SERVICE, ref)
  return submit({ service: SERVICE, path: 'chains/relaunch', query: { chainName: source, session: name } })
}

/**
 * Requests the deletion of the acquired products of exactly this session, in every chain whose label is the source
 * (docs/regards-api/measured.md 1.2).
 * @throws ServiceError; `unaddressable`, and nothing is sent, for a session without a name: REGARDS would delete the products of the whole chain
 */
export async function deleteAcquired(ref: SessionRef): Promise<void> {
  const { source, name } = namesOf(SERVICE, ref)
  const query = { chainName: source, session: name }
  await submit({ service: SERVICE, path: 'chains/products', method: 'DELETE', query })
}
