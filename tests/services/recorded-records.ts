/** The recorded lists of records and answers to actions, each with the function that asks for them. */
import { expect } from 'vitest'
import { decideVersioning } from '@/services/record-actions'
import { deleteAcquired, findChains, relaunchErrors as relaunchChain } from '@/services/rs-dataprovider'
import { deleteFeatures, relaunchErrors as relaunchFeatures } from '@/services/rs-fem'
import { deleteProducts, relaunchErrors as relaunchIngest } from '@/services/rs-ingest'
import { relaunchErrors as relaunchStorage } from '@/services/rs-storage'
import { relaunchByIds } from '@/services/rs-worker-manager'
import type { Reader } from './recorded-reading'
import { CHECKSUM, DENIED, MODEL, ORBIT, PRODUCT, keysOf, list, of, refusal, says } from './recorded-reading'

/** Files whose request is the one this function sends. */
export const RECORD_FILES: Readonly<Record<string, Reader>> = {
  'ingest-aips': async () => expect(await keysOf('oaisProducts')).toEqual([[1, 5], 5, 9]),
  'ingest-aips-count-only': async () => expect(await keysOf('oaisProducts')).toEqual([[1], 1, 9]),
  'ingest-requests-error': async () => {
    const { rows, total } = await list('oaisErrors')
    expect(rows).toMatchObject([
      { id: 200_001, cause: CHECKSUM(1) },
      { id: 200_007, cause: CHECKSUM(2) },
    ])
    expect(total).toBe(2)
  },
  'ingest-requests-waiting-version': async () => {
    const { rows } = await list('oaisWaiting')
    expect(rows).toMatchObject([200_004, 200_010].map(id => ({ id, cause: undefined, errorType: undefined })))
  },
  'fem-features': async () => {
    const { rows } = await list('features')
    expect(rows.map(({ id, disseminations }) => [id, disseminations[0]?.ackDate])).toEqual([
      [1, '2025-05-02T12:30:00Z'],
      [8, undefined],
      [15, undefined],
    ])
    expect(rows.every(({ document }) => document !== undefined)).toBe(true)
  },
  'fem-features-pending': async () => expect(await keysOf('pendingDissemination')).toEqual([[8, 15], 2, 2]),
  'fem-requests-creation': async () => {
    const { rows, total } = await list('featureErrors', { part: 'CREATION' })
    expect(rows).toMatchObject([6001, 6029].map(id => ({ id, type: 'CREATION', cause: MODEL, step: 'LOCAL_ERROR' })))
    expect(total).toBe(3)
  },
  'fem-requests-update': async () =>
    expect(await keysOf('featureErrors', { part: 'UPDATE' })).toEqual([[6002, 6030], 2, 3]),
  'fem-requests-deletion': async () =>
    expect(await keysOf('featureErrors', { part: 'DELETION' })).toEqual([[1038, 1039], 2, 3]),
  'workers-requests-error': async () => expect(await keysOf('workerErrors')).toEqual([[11, 110], 5, 21]),
  'workers-requests-no-worker': async () => {
    const { rows, total } = await list('workerWaiting')
    expect(rows).toMatchObject([{ id: 165, requestId: 'req-165', cause: undefined, workerType: undefined }])
    expect(total).toBe(6)
  },
  'storage-storages': async () => {
    const { rows } = await list('storages')
    expect(rows.map(({ name }) => name)).toEqual([
      ...['internal-cache', 'disk-a', 'back\\slash', 'per%cent', 'sem;colon'],
    ])
    expect(rows[1]).toMatchObject({ kind: 'OFFLINE', files: 19, used: 113 * 1024, limit: undefined })
  },
  'storage-requests-error': async () => {
    const { rows, total } = await list('storageErrors', { part: 'disk-a/STORAGE' })
    expect(rows).toMatchObject([1002, 1003, 1004].map(id => ({ id, cause: 'No space left on disk-a' })))
    expect(total).toBe(10)
  },
  'dataprovider-chain-monitoring': async () => {
    expect(await findChains('orbit-1')).toMatchObject([{ id: 9101, enabled: true, locked: false, running: false }])
    expect(await keysOf('chains')).toEqual([[9101], 2, 2])
  },
  'dataprovider-products-error': async () => {
    const { rows, received, total } = await list('productErrors')
    expect(rows.map(({ id }) => id)).toEqual([9005, 9013, 9021, 9045])
    expect(rows[0]?.cause).toBe('The file is empty\nno header found')
    expect({ received, total }).toEqual({ received: 5, total: 9 })
  },
  'relaunch-chain-inactive-422': async () =>
    expect(await refusal(relaunchChain(of('orbit-2', 'day-1')))).toMatchObject(
      says(422, 'Inactive processing chain "orbit-2" cannot be started'),
    ),
  'relaunch-chain-locked-422': async () =>
    expect(await refusal(relaunchChain(of('orbit-3', 'day-1')))).toMatchObject(
      says(422, 'Processing chain "orbit-3" already locked'),
    ),
  'relaunch-chain-unknown-500': async () =>
    expect(await refusal(relaunchChain(of('nobody', 'day-1')))).toMatchObject(says(500, 'Chain %s not found.')),
  'relaunch-ingest': () => relaunchIngest(ORBIT),
  'relaunch-fem-creation': async () =>
    expect(await relaunchFeatures(ORBIT, 'CREATION')).toEqual({ requested: 3, handled: 3 }),
  'relaunch-fem-nothing': async () =>
    expect(await relaunchFeatures(of('orbit-1', 'nothing'), 'CREATION')).toEqual({ requested: 0, handled: 0 }),
  'delete-aips-by-ids': () => deleteProducts(ORBIT, [PRODUCT]),
  'delete-aips-role-without-right': async () =>
    expect(await refusal(deleteProducts(ORBIT, [PRODUCT]))).toMatchObject(DENIED),
  'delete-chain-products': () => deleteAcquired(of('orbit-1', 'nothing')),
  'delete-features-of-session': () => deleteFeatures(of('orbit-1', 'nothing')),
  'relaunch-workers-by-ids': () => relaunchByIds([1, 2]),
  'relaunch-storage': () => relaunchStorage(ORBIT),
  'relaunch-storage-role-without-right': async () =>
    expect(await refusal(relaunchStorage(ORBIT))).toMatchObject(DENIED),
  'versioning-replace': async () =>
    expect(await decideVersioning({ ref: of('orbit-11', 'day-1'), mode: 'REPLACE' })).toEqual({ kind: 'accepted' }),
}
