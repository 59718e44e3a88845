/** rs-storage: the storage locations with their content, their measurement, and relaunches of file requests (docs/regards-api/actions.md 2.3 and 3.8). */
import type { Archive } from '../archive'
import { accepted, jsonAnswer, link, nothing, refusal } from '../envelope'
import type { Endpoint } from '../rights'
import { mayCall } from '../rights'
import { hasStep } from '../live-steps'
import { uuidOf } from '../random'
import type { StorageLocation } from '../storage-locations'
import { relaunchFiles, relaunchStorage } from '../storing'
import { FILE_REQUEST_KINDS, fileRequestsIn } from './rs-storage-requests'
import type { Call } from './route'
import { routesOf } from './route'

const UPDATE: Endpoint = { service: 'rs-storage', verb: 'PUT', resource: '/storages/{name}', role: 'ADMIN' }

const toKo = (bytes: number): number => Math.floor(bytes / 1024)

function pluginOf({ name, plugin }: StorageLocation) {
  return (
    plugin && {
      pluginId: plugin,
      label: name,
      businessId: uuidOf(`plugin ${name}`),
      version: '2.0.0',
      active: true,
      parameters: [],
    }
  )
}

function configurationOf(location: StorageLocation) {
  const { id, name, type, priority, limit } = location
  if (type === undefined) return undefined
  return {
    id,
    name,
    storageType: type,
    priority,
    allocatedSizeInKo: limit === undefined ? undefined : toKo(limit),
    pluginConfiguration: pluginOf(location),
  }
}

/** Used space is known by measurement, work and errors at once. */
function wrapLocation(location: StorageLocation, { archive: { storages }, user }: Call) {
  const { name, type, waiting = 0 } = location
  const { files, bytes } = storages.monitored(name)
  const pending = Math.min(waiting, files)
  const isAtWork = (kind: 'STORAGE' | 'FILE_DELETION' | 'COPY') => storages.requests(name, kind, 'PENDING') > 0
  const path = `rs-storage/storages/${encodeURIComponent(name)}`
  return {
    content: {
      name,
      configuration: configurationOf(location),
      nbFilesStored: files,
      totalStoredFilesSizeKo: toKo(bytes),
      nbFilesStoredWithPendingActionRemaining: pending,
      nbStorageError: storages.requests(name, 'STORAGE', 'ERROR'),
      nbDeletionError: storages.requests(name, 'FILE_DELETION', 'ERROR'),
      storageRunning: isAtWork('STORAGE'),
      deletionRunning: isAtWork('FILE_DELETION'),
      copyRunning: isAtWork('COPY'),
      pendingActionRunning: false,
      pendingActionRemaining: pending > 0,
      allowsPhysicalDeletion: location.allowsPhysicalDeletion === true,
    },
    links:
      type !== undefined && mayCall(user.role, UPDATE)
        ? ['up', 'down', 'copy', 'deleteFiles', 'update', 'delete'].map(rel => link(rel, path))
        : [],
  }
}

function list(call: Call): Response {
  const locations = [...call.archive.storages.locations].sort((a, b) => (a.name < b.name ? -1 : 1))
  return jsonAnswer(locations.map(location => wrapLocation(location, call)))
}

function monitor({ archive }: Call): Response {
  archive.storages.monitor()
  return accepted()
}

function retry({ archive, search }: Call): Response {
  const [source, name] = [search.get('source'), search.get('session')]
  if (source === null) return refusal(400, "Required request parameter 'source' is not present")
  if (name === null) return refusal(400, "Required request parameter 'session' is not present")
  const record = archive.find({ source, name })
  if (record !== undefined && hasStep(record, 'storage')) relaunchStorage(archive, record)
  return accepted()
}

/** Everything in error of one type in one storage, whatever its session. */
function retryIn(archive: Archive, storage: string, type: string): void {
  const rows = fileRequestsIn(archive, storage, type, 'ERROR') ?? []
  const wanted = new Set(rows.map(({ request }) => request.id))
  for (const record of new Set(rows.map(row => row.record)))
    relaunchFiles(
      archive,
      record,
      archive.items(record, 'storage').filter(({ id }) => wanted.has(id)),
    )
}

function retryFiles({ archive, part }: Call): Response {
  const [name, type] = [part('name'), part('type')]
  if (archive.storages.find(name) === undefined) return nothing(404)
  if (!Object.hasOwn(FILE_REQUEST_KINDS, type)) return refusal(400, `Unknown request type ${type}`)
  retryIn(archive, name, type)
  return accepted()
}

const LOCATION = { controller: 'StorageLocationController' } as const

export const storageRoutes = routesOf('rs-storage', {
  'GET /storages': { ...LOCATION, role: 'EXPLOIT', description: 'List storage locations', answer: list },
  'GET /storages/monitoring/run': {
    ...LOCATION,
    role: 'EXPLOIT',
    description: 'Run storage monitoring',
    answer: monitor,
  },
  'POST /storages/retry': {
    ...LOCATION,
    role: 'ADMIN',
    description: 'Retry storage errors of a session',
    answer: retry,
  },
  'GET /storages/{name}/files/retry/{type}': {
    ...LOCATION,
    role: 'ADMIN',
    description: 'Retry file requests in error of a storage',
    answer: retryFiles,
  },
})
