/** rs-ingest: OAIS requests. `POST requests/retry` (actions.md 2.2). */
import type { SessionRef } from '@/domain/session'
import { order } from './http'
import { oneOf } from './restrictions'

/** Orders the requests in error of exactly this session to be taken up again; any other state would be dangerous. */
export function relaunchErrors({ source, name }: SessionRef): Promise<void> {
  return order({
    service: 'rs-ingest',
    path: 'requests/retry',
    method: 'POST',
    body: { sessionOwner: source, session: name, requestStates: oneOf('ERROR') },
  })
}
