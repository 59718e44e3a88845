/** rs-storage: the file requests of one storage location, all sessions (docs/regards-api/actions.md 3.8). */
import type { Archive } from '../archive'
import { causeOf } from '../error-texts'
import { refusal } from '../envelope'
import type { Item, ItemKind } from '../items'
import { peekItems } from '../live-steps'
import { fileName } from '../product-names'
import type { SessionRecord } from '../records'
import type { Keys } from './order'
import { gather, sortedPage } from './order'
import type { Call } from './route'
import { routesOf } from './route'

/** By type of request, the items that are such requests; of the last one this archive has none. */
export const FILE_REQUEST_KINDS: Readonly<Record<string, ItemKind | undefined>> = {
  STORAGE: 'STORAGE',
  DELETION: 'FILE_DELETION',
  COPY: 'COPY',
  REFERENCE: 'REFERENCE',
  AVAILABILITY: undefined,
}

const STATUSES = ['TO_DO', 'PENDING', 'DELAYED', 'ERROR']

interface Row {
  readonly record: SessionRecord
  readonly request: Item
}

/** The requests of a type in a storage; without a status, all that are not done. */
export function fileRequestsIn(
  archive: Archive,
  storage: string,
  type: string,
  status: string | null,
): readonly Row[] | undefined {
  const kind = FILE_REQUEST_KINDS[type]
  if (kind === undefined) return []
  const sessions = archive.sessions.filter(({ source }) => archive.storages.homeOf(source, kind) === storage)
  return gather(sessions, record =>
    peekItems(
      record,
      'storage',
      sort => sort.kind === kind && STATUSES.includes(sort.status) && (status === null || sort.status === status),
    ).map(request => ({ record, request })),
  )
}

const KEYS: Keys<Row> = {
  id: ({ request }) => request.id,
  fileName: ({ record, request }) => fileName(record, request.product),
  status: ({ request }) => request.status,
}

function list({ archive, part, search }: Call): Response {
  const [storage, type, status] = [part('storage'), part('type'), search.get('status')]
  if (!Object.hasOwn(FILE_REQUEST_KINDS, type)) return refusal(400, `Unknown request type ${type}`)
  if (status !== null && !STATUSES.includes(status)) return refusal(400, `Unknown request status ${status}`)
  return sortedPage(fileRequestsIn(archive, storage, type, status), {
    archive,
    keys: KEYS,
    defaultSort: 'id,asc',
    wrap: ({ record, request }) => ({
      content: {
        id: request.id,
        fileName: fileName(record, request.product),
        type,
        status: request.status,
        errorCause: causeOf(archive, record, request)?.text,
      },
      links: [],
    }),
    path: `rs-storage/requests/${encodeURIComponent(storage)}/${type}`,
    search,
  })
}

export const fileRequestRoutes = routesOf('rs-storage', {
  'GET /requests/{storage}/{type}': {
    role: 'ADMIN',
    description: 'List file requests of a storage',
    controller: 'FileRequestsController',
    answer: list,
  },
})
