/** rs-fem: relaunch of feature requests, the only one that counts what it did (actions.md 2.4). */
import { hasStep } from '../archive'
import { jsonAnswer, refusal } from '../envelope'
import { restriction, restrictionFault, satisfies } from '../matching'
import { relaunchFeature } from '../pipeline'
import type { Call } from './route'
import { routesOf } from './route'
import { exactSessions } from './sessions-asked'

const TYPES = ['CREATION', 'UPDATE', 'DELETION', 'NOTIFICATION', 'COPY', 'SAVE_METADATA']

function retry({ archive, body, part }: Call): Response {
  const type = part('type')
  if (!TYPES.includes(type)) return refusal(400, `Unknown request type ${type}`)
  if (body === undefined) return refusal(400, 'Required request body is missing')
  const states = restriction(body, 'states')
  const fault = restrictionFault(states)
  if (fault !== undefined) return refusal(fault.status, fault.message)
  let handled = 0
  for (const record of exactSessions(archive, body, 'source')) {
    if (!hasStep(record, 'feature')) continue
    // Only steps of requests in error can be retried, whatever states were asked for.
    const requests = archive
      .items(record, 'feature')
      .filter(({ kind, status }) => kind === type && status === 'ERROR' && satisfies(states, status))
    if (requests.length > 0) relaunchFeature(archive, record, requests)
    handled += requests.length
  }
  return jsonAnswer({
    totalRequested: handled,
    totalHandled: handled,
    message: `${handled} of ${handled} requests of type ${type} retried`,
  })
}

export const femRoutes = routesOf('rs-fem', {
  'POST /requests/retry/{type}': {
    role: 'EXPLOIT',
    description: 'Retry feature requests',
    controller: 'FeatureRequestController',
    answer: retry,
  },
})
