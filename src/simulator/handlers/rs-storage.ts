/** rs-storage: relaunch of file requests, for administrators (actions.md 2.3). */
import { hasStep } from '../archive'
import { accepted, refusal } from '../envelope'
import { relaunchStorage } from '../pipeline'
import type { Call } from './route'
import { routesOf } from './route'

function retry({ archive, search }: Call): Response {
  const [source, name] = [search.get('source'), search.get('session')]
  if (source === null) return refusal(400, "Required request parameter 'source' is not present")
  if (name === null) return refusal(400, "Required request parameter 'session' is not present")
  const record = archive.find({ source, name })
  if (record !== undefined && hasStep(record, 'storage')) relaunchStorage(archive, record)
  return accepted()
}

export const storageRoutes = routesOf('rs-storage', {
  'POST /storages/retry': {
    role: 'ADMIN',
    description: 'Retry storage errors of a session',
    controller: 'StorageLocationController',
    answer: retry,
  },
})
