/** rs-worker-manager: worker requests. `POST requests`, `POST requests/retry` (actions.md 2.5, 3.7). */
import type { SessionRef } from '@/domain/session'
import { isSameSession } from '@/domain/session'
import { readPage } from './hateoas'
import { ask, order } from './http'
import { allOf } from './paging'
import { oneOf } from './restrictions'
import { workerRequest } from './schemas'

const SERVICE = 'rs-worker-manager'
const LIST_SIZE = 1000

/** Both feed the error badge (defect 5). Other statuses are always said: without them the server takes waiting requests too. */
const statuses = oneOf('ERROR', 'INVALID_CONTENT')

/** The requests in error the server finds for a session: its own, and whether those of other sessions came along. */
export interface RequestsInError {
  readonly ids: readonly number[]
  readonly hasOthers: boolean
}

/**
 * Lists what the server would take for this session: it compares source and session as substrings (defect 6).
 * @throws ServiceError also for a row that cannot be read: it might belong to another session
 */
export async function findRequestsInError(ref: SessionRef): Promise<RequestsInError> {
  const listed = await allOf(SERVICE, page =>
    ask(
      {
        service: SERVICE,
        path: 'requests',
        method: 'POST',
        query: { page, size: LIST_SIZE },
        body: { source: ref.source, session: ref.name, statuses },
      },
      answer => readPage(answer, ({ content }) => workerRequest.safeParse(content).data),
    ),
  )
  const own = listed.filter(({ source, session }) => isSameSession({ source, name: session }, ref))
  // A row may come twice when others left the list between two pages.
  return { ids: [...new Set(own.map(({ id }) => id))], hasOthers: own.length < listed.length }
}

/** Orders all requests in error the filter matches; only for a session no other one is mixed up with. */
export function relaunchMatching({ source, name }: SessionRef): Promise<void> {
  return order({
    service: SERVICE,
    path: 'requests/retry',
    method: 'POST',
    body: { source, session: name, statuses },
  })
}

/** How many ids one order may hold (README.md 6). */
export const IDS_PER_ORDER = 1000

/** Orders exactly these requests, at most IDS_PER_ORDER. */
export function relaunchByIds(ids: readonly [number, ...number[]]): Promise<void> {
  return order({
    service: SERVICE,
    path: 'requests/retry',
    method: 'POST',
    body: { ids: oneOf(...ids), statuses },
  })
}
