/** rs-fem: the GeoJSON products, with their delivery to recipients (docs/regards-api/actions.md 3.5). */
import { accepted, iso, link, refusal } from '../envelope'
import { deleteFeatures } from '../deleting'
import { isFeature } from '../holdings'
import type { Item } from '../items'
import { peekItems } from '../live-steps'
import { firstFault, isWithin, restriction, satisfies, textMember } from '../matching'
import { productName, urnOf } from '../product-names'
import type { SessionRecord } from '../records'
import type { Sort } from '../step-items'
import { QUEUE } from '../work'
import type { Keys } from './order'
import { gather, sortedPage } from './order'
import type { Call } from './route'
import { routesOf } from './route'
import { exactSessions } from './sessions-asked'

const MODEL = 'geo_v1'

interface Row {
  readonly record: SessionRecord
  readonly feature: Item
  readonly urn: string
  readonly providerId: string
  /** What was sent of it, one item per recipient. */
  readonly sent: readonly Item[]
}

const isSent = ({ kind }: Sort): boolean => kind === 'recipient'
const isPending = ({ status }: Item): boolean => status === 'PENDING'

function featuresOf(record: SessionRecord): readonly Row[] {
  const sent = new Map<number, Item[]>()
  for (const item of peekItems(record, 'fem_dissemination', isSent))
    sent.set(item.product, [...(sent.get(item.product) ?? []), item])
  return peekItems(record, 'feature', isFeature).map(feature => ({
    record,
    feature,
    urn: urnOf('FEATURE', record, feature.product),
    providerId: productName(record, feature.product),
    sent: sent.get(feature.product) ?? [],
  }))
}

/** Products from before the start were acknowledged in five seconds. */
const acknowledgedAt = ({ createdAt, updatedAt }: Item): number =>
  updatedAt > createdAt ? updatedAt : createdAt + 5000

const disseminationOf = ({ sent }: Row): 'NONE' | 'PENDING' | 'DONE' =>
  sent.length === 0 ? 'NONE' : sent.some(isPending) ? 'PENDING' : 'DONE'

const KEYS: Keys<Row> = {
  id: ({ feature }) => feature.id,
  urn: ({ urn }) => urn,
  providerId: ({ providerId }) => providerId,
  version: () => 1,
  source: ({ record }) => record.source,
  session: ({ record }) => record.name,
  lastUpdate: ({ feature }) => feature.updatedAt,
}

/** Its nulls are written out, where absence is the rule elsewhere. */
const documentOf = (urn: string, providerId: string) => ({
  urn,
  entityType: 'DATA',
  model: MODEL,
  history: null,
  files: [],
  last: true,
  id: providerId,
  geometry: null,
  normalizedGeometry: null,
  properties: {},
  type: 'Feature',
})

function wrapFeature(row: Row) {
  const { record, feature, urn, providerId, sent } = row
  const path = 'rs-fem/admin/features'
  return {
    content: {
      id: feature.id,
      urn,
      source: record.source,
      session: record.name,
      providerId,
      version: 1,
      lastUpdate: iso(feature.updatedAt),
      disseminationPending: sent.some(isPending),
      disseminationsInfo: sent.map(item => ({
        label: item.about,
        requestDate: iso(item.createdAt),
        ackDate: isPending(item) ? undefined : iso(acknowledgedAt(item)),
        blocking: false,
      })),
      // A list may leave the document out.
      feature: feature.product % 4 === 1 ? undefined : documentOf(urn, providerId),
    },
    links: [
      link('self', `${path}/${encodeURIComponent(urn)}`),
      link('list', path),
      link('notify', `${path}/notify`),
      link('delete', `${path}/delete`),
    ],
  }
}

function takes(body: unknown): (row: Row) => boolean {
  const [ids, providerIds] = [restriction(body, 'featureIds'), restriction(body, 'providerIds')]
  // A plain text here, where rs-ingest wants a restriction.
  const dissemination = textMember(body, 'disseminationStatus')
  const isKnown = ['NONE', 'PENDING', 'DONE'].includes(dissemination)
  return row =>
    satisfies(ids, String(row.feature.id)) &&
    satisfies(providerIds, row.providerId) &&
    (!isKnown || disseminationOf(row) === dissemination) &&
    isWithin(body, 'lastUpdate', row.feature.updatedAt)
}

/** The features a body selects, or why it selects none. */
function featuresAsked({ archive, body }: Call): readonly Row[] | Response {
  if (body === undefined) return refusal(400, 'Required request body is missing')
  const fault = firstFault(body, ['featureIds', 'providerIds'])
  if (fault !== undefined) return refusal(fault.status, fault.message)
  const model = textMember(body, 'model')
  const sessions = model === '' || model === MODEL ? exactSessions(archive, body, 'source') : []
  return gather(sessions, record => featuresOf(record).filter(takes(body))) ?? refusal(413, 'Too many results')
}

function list(call: Call): Response {
  const rows = featuresAsked(call)
  if (rows instanceof Response) return rows
  return sortedPage(rows, {
    archive: call.archive,
    keys: KEYS,
    defaultSort: 'id,asc',
    wrap: wrapFeature,
    path: 'rs-fem/admin/features',
    search: call.search,
  })
}

/** A DELETE with a body: without a session the whole source, and without either everything. */
function remove(call: Call): Response {
  const rows = featuresAsked(call)
  if (rows instanceof Response) return rows
  const { archive } = call
  const wanted = new Set(rows.map(({ feature }) => feature.id))
  const records = new Set(rows.map(({ record }) => record))
  archive.timeline.after(QUEUE, () => {
    for (const record of records) {
      const features = archive.items(record, 'feature').filter(({ id }) => wanted.has(id))
      deleteFeatures(archive, record, features.filter(isFeature))
    }
  })
  return accepted()
}

const FEATURE = { role: 'EXPLOIT', controller: 'FeatureEntityController' } as const

export const featureRoutes = routesOf('rs-fem', {
  'POST /admin/features': { ...FEATURE, description: 'Search features', answer: list },
  'DELETE /admin/features/delete': { ...FEATURE, description: 'Delete features', answer: remove },
})
