/** rs-dataprovider: the products of the chains, for administrators (docs/regards-api/actions.md 3.1). */
import type { Archive } from '../archive'
import { causeOf } from '../error-texts'
import { accepted, iso, jsonAnswer, refusal } from '../envelope'
import { deleteAcquired } from '../deleting'
import { isProduct } from '../holdings'
import type { Item } from '../items'
import { peekItems } from '../live-steps'
import { containsLike } from '../like'
import { productName, urnOf } from '../product-names'
import { uuidOf } from '../random'
import type { Chain, SessionRecord } from '../records'
import type { Sort } from '../step-items'
import { serialOf } from '../step-items'
import { QUEUE } from '../work'
import type { Keys } from './order'
import { gather, sortedPage } from './order'
import type { Call } from './route'
import { isLong, routesOf } from './route'

/** The two states of a product for each status. */
const STATES: Readonly<Record<string, readonly [state: string, sipState: string]>> = {
  ACQUIRING: ['ACQUIRING', 'NOT_SCHEDULED'],
  COMPLETED: ['COMPLETED', 'NOT_SCHEDULED'],
  INVALID: ['INVALID', 'NOT_SCHEDULED_INVALID'],
  GENERATION_ERROR: ['COMPLETED', 'GENERATION_ERROR'],
  SUBMITTED: ['FINISHED', 'SUBMITTED'],
  INGESTION_FAILED: ['FINISHED', 'INGESTION_FAILED'],
  INGESTED: ['FINISHED', 'INGESTED'],
  CANCELED: ['CANCELED', 'NOT_SCHEDULED'],
}

const statesOf = (status: string): readonly [string, string] => STATES[status] ?? [status, 'NOT_SCHEDULED']

interface Row {
  readonly record: SessionRecord
  readonly product: Item
  readonly name: string
}

const KEYS: Keys<Row> = {
  id: ({ product }) => product.id,
  productName: ({ name }) => name,
  session: ({ record }) => record.name,
  state: ({ product }) => statesOf(product.status)[0],
  sipState: ({ product }) => statesOf(product.status)[1],
  lastUpdate: ({ product }) => product.updatedAt,
}

/** Only failed jobs of a product are recorded. */
function jobOf(product: Item, text: string | undefined) {
  if (product.status !== 'GENERATION_ERROR' || text === undefined) return undefined
  const stackTrace = `java.lang.IllegalStateException: ${text}`
  return { id: uuidOf(`job ${product.id}`), status: { status: 'FAILED', stackTrace } }
}

function wrapProduct(archive: Archive, { record, product, name }: Row) {
  const [state, sipState] = statesOf(product.status)
  const error = causeOf(archive, record, product)?.text
  return {
    content: {
      id: product.id,
      productName: name,
      session: record.name,
      state,
      sipState,
      error,
      lastUpdate: iso(product.updatedAt),
      ipId: product.status === 'INGESTED' ? urnOf('AIP', record, product.product) : undefined,
      sip: { type: 'Feature', id: name, ipType: 'DATA', properties: { contentInformations: [] } },
      lastSIPGenerationJobInfo: jobOf(product, error),
    },
    links: [],
  }
}

/** The chain a source's products belong to: the first of its label. */
const chainOf = (archive: Archive, source: string): Chain | undefined =>
  archive.chains.find(({ label }) => label === source)

/** `state` and `sipState` are joined by OR; without either, every product is wanted. */
function wanted(search: URLSearchParams): (sort: Sort) => boolean {
  const [states, sipStates] = [search.getAll('state'), search.getAll('sipState')]
  if (states.length + sipStates.length === 0) return isProduct
  return sort => {
    const [state, sipState] = statesOf(sort.status)
    return isProduct(sort) && (states.includes(state) || sipStates.includes(sipState))
  }
}

function list({ archive, search }: Call): Response {
  const [chainId, from] = [search.get('chainId'), Date.parse(search.get('from') ?? '')]
  if (chainId !== null && !/^\d+$/.test(chainId)) return refusal(400, `"${chainId}" is not an identifier`)
  const hasSession = containsLike(search.get('session') ?? '')
  const hasName = containsLike(search.get('productName') ?? '')
  const wants = wanted(search)
  const sessions = archive.sessions
    // Every product of this archive has its session.
    .filter(({ name }) => search.get('nosession') !== 'true' && hasSession(name))
    .filter(({ source }) => chainId === null || chainOf(archive, source)?.id === Number(chainId))
  const rows = gather(sessions, record =>
    peekItems(record, 'scan', wants)
      .map(product => ({ record, product, name: productName(record, product.product) }))
      .filter(({ product, name }) => hasName(name) && !(product.updatedAt < from)),
  )
  return sortedPage(rows, {
    archive,
    keys: KEYS,
    defaultSort: 'lastUpdate,asc',
    wrap: row => wrapProduct(archive, row),
    path: 'rs-dataprovider/products',
    search,
  })
}

function one({ archive, part }: Call): Response {
  const id = Number(part('id'))
  if (!isLong(part('id'))) return refusal(400, `"${part('id')}" is not an identifier`)
  const record = archive.register.bySerial(serialOf(id))
  const product = record && peekItems(record, 'scan', isProduct).find(candidate => candidate.id === id)
  return record === undefined || product === undefined
    ? refusal(404, `Product with id ${id} not found`)
    : jsonAnswer(wrapProduct(archive, { record, product, name: productName(record, product.product) }))
}

/** All sessions of the chain unless one is named, to the letter; an unknown chain has none. */
function remove({ archive, search }: Call): Response {
  const [label, session] = [search.get('chainName'), search.get('session')]
  if (label === null) return refusal(400, "Required request parameter 'chainName' is not present")
  if (!archive.chains.some(chain => chain.label === label)) return accepted()
  archive.timeline.after(QUEUE, () => {
    for (const record of archive.sessions)
      if (record.source === label && (session === null || record.name === session))
        deleteAcquired(archive, record, archive.items(record, 'scan').filter(isProduct))
  })
  return accepted()
}

const PRODUCT = { role: 'ADMIN', controller: 'ProductController' } as const

export const productRoutes = routesOf('rs-dataprovider', {
  'GET /products': { ...PRODUCT, description: 'List products', answer: list },
  'GET /products/{id}': { ...PRODUCT, description: 'One product', answer: one },
  'DELETE /chains/products': {
    role: 'ADMIN',
    description: 'Delete products of a session of a chain',
    controller: 'AcquisitionProcessingChainController',
    answer: remove,
  },
})
