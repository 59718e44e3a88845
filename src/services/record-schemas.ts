/** Rows of lists: strict about the values that actions use, lenient about the rest (docs/regards-api/actions.md 2, 3). */
import * as z from 'zod/mini'
import { count, counter, date, figure, id, name, names, no, or, word } from './schemas'

/** A word of REGARDS, a newer one's too; empty where nothing is said. */
const said = z.catch(or(z.string(), ''), '')

/** A name that decides on the session of a row: an invalid value must not read as another name, nor an absent one as an empty name. */
const owner = or(z.string(), undefined)

/** Kept as it came: an error text (services/server-words.ts), or a document. */
const anything = z.optional(z.unknown())

const figureIfSaid = z.catch(z.optional(count), undefined)

const noUnlessSaid = or(z.boolean(), false)

/** docs/regards-api/actions.md 3.2: an unreadable obstacle must not read as "can run". */
export const chainMonitor = z.looseObject({
  active: no,
  deletionPending: noUnlessSaid,
  executionBlockers: or(z.array(z.string()), []),
  chain: z.looseObject({
    id,
    label: name,
    active: z.boolean(),
    locked: noUnlessSaid,
    mode: said,
    periodicity: word,
    lastActivationDate: date,
  }),
})

/** docs/regards-api/actions.md 3.2: as far as a list of products depends on it. */
export const chainIdentity = z.looseObject({ chain: z.looseObject({ id, label: name }) })

/** docs/regards-api/actions.md 3.1. */
export const product = z.looseObject({
  id,
  productName: said,
  session: owner,
  state: said,
  sipState: said,
  error: anything,
  lastUpdate: date,
})

/** docs/regards-api/actions.md 3.3. */
export const aip = z.looseObject({
  id,
  aipId: name,
  sessionOwner: owner,
  session: owner,
  providerId: said,
  version: figureIfSaid,
  state: said,
  storages: z.catch(names, []),
  creationDate: date,
  lastUpdate: date,
})

/** docs/regards-api/actions.md 3.3, for deletions: the session of a product must be published, not guessed. */
export const ownedAip = z.looseObject({ aipId: name, sessionOwner: z.string(), session: z.string() })

/** docs/regards-api/actions.md 3.4. */
export const oaisRequest = z.looseObject({
  id,
  sessionOwner: owner,
  session: owner,
  providerId: word,
  dtype: said,
  state: said,
  errorType: word,
  errors: anything,
  creationDate: date,
})

const dissemination = z.looseObject({ label: said, requestDate: date, ackDate: date })

/** docs/regards-api/actions.md 3.5. */
export const feature = z.looseObject({
  id,
  source: owner,
  session: owner,
  urn: said,
  providerId: said,
  version: figureIfSaid,
  lastUpdate: date,
  disseminationsInfo: z.catch(
    z.pipe(
      z.array(z.unknown()),
      z.transform(found => found.flatMap(one => dissemination.safeParse(one).data ?? [])),
    ),
    [],
  ),
  feature: anything,
})

/** docs/regards-api/actions.md 3.6; only some types of requests have the names of their session. */
export const featureRequest = z.looseObject({
  id,
  source: owner,
  session: owner,
  type: said,
  providerId: word,
  urn: word,
  state: said,
  step: said,
  errors: anything,
  registrationDate: date,
})

/** docs/regards-api/actions.md 3.7. */
export const workerRequest = z.looseObject({
  id,
  source: owner,
  session: owner,
  requestId: said,
  contentType: said,
  status: said,
  dispatchedWorkerType: word,
  error: anything,
  creationDate: date,
})

/** docs/regards-api/actions.md 3.7, for deletions: the session of a request must be published, not guessed. */
export const ownedWorkerRequest = z.looseObject({ id, source: z.string(), session: z.string() })

/** In bytes: Ko are units of 1024 (docs/regards-api/actions.md 3.8). */
const size = z.pipe(
  z.pipe(
    counter,
    z.transform(ko => ko * 1024),
  ),
  z.number(),
)

/** docs/regards-api/actions.md 3.8: the used space must not be a guess. */
export const storageLocation = z.looseObject({
  name,
  configuration: or(z.looseObject({ storageType: or(z.string(), 'OFFLINE'), allocatedSizeInKo: size }), undefined),
  nbFilesStored: figure,
  totalStoredFilesSizeKo: size,
  nbFilesStoredWithPendingActionRemaining: figure,
  nbStorageError: figure,
  nbDeletionError: figure,
  storageRunning: no,
  deletionRunning: no,
  copyRunning: no,
  pendingActionRunning: no,
})

/** docs/regards-api/actions.md 3.8. */
export const fileRequest = z.looseObject({ id, fileName: said, type: said, status: said, errorCause: anything })

/** docs/regards-api/actions.md 3.9; its id starts a crawl. */
export const crawl = z.looseObject({
  id: name,
  label: said,
  status: said,
  statusDate: date,
  lastIngestDate: date,
  nextPlannedIngestDate: date,
  duration: word,
  savedObjectsCount: figureIfSaid,
  inErrorObjectsCount: figureIfSaid,
  stackTrace: anything,
})

/** docs/regards-api/actions.md 2.4, RequestHandledResponse. */
export const handled = z.looseObject({ totalRequested: z.nullish(id), totalHandled: id })
