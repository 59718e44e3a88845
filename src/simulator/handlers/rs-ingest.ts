/** rs-ingest: relaunch of OAIS requests (actions.md 2.2). */
import { hasStep } from '../archive'
import { accepted, refusal } from '../envelope'
import { restriction, restrictionFault, satisfies } from '../matching'
import { relaunchIngest } from '../pipeline'
import type { Call } from './route'
import { routesOf } from './route'
import { exactSessions } from './sessions-asked'

/** What a retry takes when it is not told. */
const RETRYABLE = { values: ['ERROR', 'ABORTED'], mode: 'INCLUDE' } as const

function retry({ archive, body }: Call): Response {
  if (body === undefined) return refusal(400, 'Required request body is missing')
  const [states, types] = [restriction(body, 'requestStates'), restriction(body, 'requestTypes')]
  const fault = restrictionFault(states) ?? restrictionFault(types)
  if (fault !== undefined) return refusal(fault.status, fault.message)
  if (!satisfies(types, 'INGEST')) return accepted()
  for (const record of exactSessions(archive, body, 'sessionOwner')) {
    if (!hasStep(record, 'oais')) continue
    const requests = archive
      .items(record, 'oais')
      .filter(
        ({ kind, status }) => kind === 'ingestRequest' && isRequest(status) && satisfies(states ?? RETRYABLE, status),
      )
    if (requests.length > 0) relaunchIngest(archive, record, requests)
  }
  return accepted()
}

/** Stored, ignored and deleted products have no request any more. */
const isRequest = (status: string): boolean => !['STORED', 'IGNORED', 'DELETED'].includes(status)

export const ingestRoutes = routesOf('rs-ingest', {
  'POST /requests/retry': {
    role: 'EXPLOIT',
    description: 'Retry ingest requests',
    controller: 'RequestController',
    answer: retry,
  },
})
