/** All routes of the simulated REGARDS: the gateway looks calls up here, and rs-admin lists them as resources. */
import { link } from '../envelope'
import { pageAnswer } from '../paging'
import { mayCall } from '../rights'
import type { Call, Route } from './route'
import { routesOf } from './route'
import { adminInstanceRoutes } from './rs-admin-instance'
import { adminRoutes } from './rs-admin'
import { authenticationRoutes } from './rs-authentication'
import { damRoutes } from './rs-dam'
import { dataproviderRoutes } from './rs-dataprovider'
import { productRoutes } from './rs-dataprovider-products'
import { femRoutes } from './rs-fem'
import { featureRoutes } from './rs-fem-features'
import { ingestRoutes } from './rs-ingest'
import { aipRoutes } from './rs-ingest-aips'
import { ingestDeletionRoutes } from './rs-ingest-deletion'
import { storageRoutes } from './rs-storage'
import { fileRequestRoutes } from './rs-storage-requests'
import { workerManagerRoutes } from './rs-worker-manager'

/** docs/regards-api/README.md 4: the endpoints open to the caller; paging is ignored, `metadata` and links notwithstanding. */
function resources({ user, search }: Call): Response {
  const open = ROUTES.map((route, place) => ({ route, id: place + 1 })).filter(({ route }) => mayCall(user.role, route))
  return pageAnswer(
    open,
    ({ id, route: { description, service, controller, resource, verb, role } }) => ({
      content: {
        id,
        description,
        microservice: service,
        controllerSimpleName: controller,
        resource,
        verb,
        defaultRole: role,
      },
      links: [link('list', 'rs-admin/resources'), link('self', `rs-admin/resources/${id}`)],
    }),
    { path: 'rs-admin/resources', search, isUncut: true },
  )
}

export const ROUTES: readonly Route[] = [
  ...authenticationRoutes,
  ...adminInstanceRoutes,
  ...adminRoutes,
  ...routesOf('rs-admin', {
    'GET /resources': {
      role: 'PUBLIC',
      description: 'Endpoints open to the current user',
      controller: 'ResourceController',
      answer: resources,
    },
  }),
  ...dataproviderRoutes,
  ...productRoutes,
  ...workerManagerRoutes,
  ...ingestRoutes,
  ...aipRoutes,
  ...ingestDeletionRoutes,
  ...femRoutes,
  ...featureRoutes,
  ...storageRoutes,
  ...fileRequestRoutes,
  ...damRoutes,
]
