/** The storage locations: their content is what the storage steps count, and a full one refuses files (docs/regards-api/actions.md 2.3 and 3.8). */
import { describe, expect, it } from 'vitest'
import { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import type { Row } from './asking'
import { ask, page, shownStep } from './asking'

interface Location extends Row {
  readonly name: string
  readonly configuration?: Row & { readonly allocatedSizeInKo?: number }
  readonly nbFilesStored: number
  readonly totalStoredFilesSizeKo: number
  readonly nbStorageError: number
  readonly nbDeletionError: number
}

async function storages(world: World, as = 'operator') {
  const answer = (await (await ask(world, 'rs-storage/storages', { as })).json()) as readonly {
    readonly content: Location
    readonly links: readonly { readonly rel: string }[]
  }[]
  return answer
}

async function storage(world: World, name: string): Promise<Location> {
  const found = (await storages(world)).find(({ content }) => content.name === name)
  if (found === undefined) throw new Error(`No storage ${name} in the answer`)
  return found.content
}

const requestsOf = (world: World, path: string, as = 'administrator') =>
  page(world, `rs-storage/requests/${path}`, { as })

const described = () =>
  aWorld()
    .withSession('A/one', s => s.storage({ done: 30, errors: 4, deletionErrors: 2, running: 1 }))
    .withSession('A/two', s => s.storage({ done: 5, errors: 1, copies: 3, copyErrors: 2 }))
    .withSession('B/one', s => s.storage({ done: 7, referenced: 6, referenceErrors: 3 }))

describe('the list of storage spaces', () => {
  it('is bare, by name with letter case, the cache and places without configuration included', async () => {
    const world = described().build()
    const rows = await storages(world)
    expect(rows.map(({ content }) => content.name)).toEqual([
      'Cold vault',
      'disk-online',
      'elsewhere',
      'internal-cache',
      'tape-2',
    ])
    expect(rows.map(({ content: { configuration } }) => configuration?.['storageType'])).toEqual([
      'OFFLINE',
      'ONLINE',
      undefined,
      'CACHE',
      'NEARLINE',
    ])
    const limits = rows.map(({ content: { configuration } }) => configuration?.allocatedSizeInKo)
    expect(limits).toEqual([undefined, expect.any(Number), undefined, expect.any(Number), 0])
  })

  it('holds what the storage steps have stored, in units of 1024 bytes; referenced files take no room', async () => {
    const world = described().build()
    world.archive.storages.keep('tape-2', ['B'])
    const [disk, tape, elsewhere] = [
      await storage(world, 'disk-online'),
      await storage(world, 'tape-2'),
      await storage(world, 'elsewhere'),
    ]
    expect([disk.nbFilesStored, tape.nbFilesStored, elsewhere.nbFilesStored]).toEqual([35, 7, 6])
    expect(disk.totalStoredFilesSizeKo * 1024).toBeGreaterThan(35 * 1_048_576 - 1024)
    expect(elsewhere.totalStoredFilesSizeKo).toBe(0)
  })

  it('counts the errors and the work of all sessions together', async () => {
    expect(await storage(described().build(), 'disk-online')).toMatchObject({
      ...{ nbStorageError: 5, nbDeletionError: 2 },
      ...{ storageRunning: true, deletionRunning: false, copyRunning: false },
    })
  })

  it('counts in the broken world exactly what its sessions count', async () => {
    const world = new World('broken')
    const rows = (await storages(world)).map(({ content }) => content)
    const sum = (of: (row: Location) => number) => rows.reduce((total, row) => total + of(row), 0)
    const { content: sessions } = await page(world, 'rs-admin/sessions?size=2000')
    const steps = sessions
      .flatMap(({ content }) => content['steps'] as { stepId: string; properties: Record<string, string> }[])
      .filter(({ stepId }) => stepId === 'storage')
    const counted = (name: string) => steps.reduce((total, { properties }) => total + Number(properties[name] ?? 0), 0)
    const cached = (await storage(world, 'internal-cache')).nbFilesStored
    expect(sum(row => row.nbFilesStored) - cached).toBe(counted('storedFiles') + counted('referencedFiles'))
    const listed = async (type: string) => {
      const totals = await Promise.all(
        rows.map(async ({ name }) => {
          const answer = await requestsOf(world, `${encodeURIComponent(name)}/${type}?status=ERROR`)
          return answer.metadata.totalElements
        }),
      )
      return totals.reduce((total, count) => total + count, 0)
    }
    expect(await listed('STORAGE')).toBe(sum(row => row.nbStorageError))
    expect(await listed('DELETION')).toBe(sum(row => row.nbDeletionError))
    expect(
      (await listed('STORAGE')) + (await listed('DELETION')) + (await listed('COPY')) + (await listed('REFERENCE')),
    ).toBe(counted('requestsErrors'))
  })

  it('is measured every ten minutes, or on request; errors are known at once', async () => {
    const world = described().build()
    expect((await storage(world, 'disk-online')).nbFilesStored).toBe(42)
    await ask(world, 'rs-storage/storages/retry?source=A&session=one', { method: 'POST', as: 'administrator' })
    world.advance('30s')
    expect(await storage(world, 'disk-online')).toMatchObject({ nbFilesStored: 42, nbStorageError: 1 })
    expect((await ask(world, 'rs-storage/storages/monitoring/run?reset=false')).status).toBe(200)
    // Four files more, and two of the old ones deleted.
    expect((await storage(world, 'disk-online')).nbFilesStored).toBe(44)
    await ask(world, 'rs-storage/storages/retry?source=A&session=two', { method: 'POST', as: 'administrator' })
    world.advance('30s')
    expect((await storage(world, 'disk-online')).nbFilesStored).toBe(44)
    world.advance('10m')
    expect((await storage(world, 'disk-online')).nbFilesStored).toBe(45)
  })

  it('loses the files of a deleted session, and keeps what a purged one holds', async () => {
    const world = aWorld()
      .withSession('A/one', s => s.oais({ done: 5 }).storage({ done: 10 }))
      .withSession('A/two', s => s.oais({ done: 1 }).storage({ done: 2 }))
      .build()
    expect((await storage(world, 'disk-online')).nbFilesStored).toBe(12)
    await ask(world, `rs-admin/sessions/${world.session({ source: 'A', name: 'one' }).id}`, { method: 'DELETE' })
    world.advance('20m')
    expect((await storage(world, 'disk-online')).nbFilesStored).toBe(2)
    world.purge({ source: 'A', name: 'two' })
    await ask(world, 'rs-storage/storages/monitoring/run')
    expect((await storage(world, 'disk-online')).nbFilesStored).toBe(2)
  })

  it('offers administrators what they may do with a configured one, and operators nothing', async () => {
    const world = described().build()
    const links = async (as: string) => (await storages(world, as)).map(row => row.links.map(({ rel }) => rel))
    const all = ['up', 'down', 'copy', 'deleteFiles', 'update', 'delete']
    expect(await links('administrator')).toEqual([all, all, [], all, all])
    expect(await links('operator')).toEqual([[], [], [], [], []])
  })
})

describe('the file requests of a storage space', () => {
  it('are those of all sessions, by type and status', async () => {
    const world = described().build()
    const count = async (path: string) => (await requestsOf(world, path)).metadata.totalElements
    expect(await count('disk-online/STORAGE?status=ERROR')).toBe(5)
    expect(await count('disk-online/STORAGE?status=PENDING')).toBe(1)
    expect(await count('disk-online/STORAGE')).toBe(6)
    expect(await count('disk-online/DELETION?status=ERROR')).toBe(2)
    expect(await count('tape-2/COPY?status=ERROR')).toBe(2)
    expect(await count('elsewhere/REFERENCE?status=ERROR')).toBe(3)
    expect(await count('disk-online/AVAILABILITY?status=ERROR')).toBe(0)
    expect(await count('nowhere/STORAGE')).toBe(0)
    const { content } = await requestsOf(world, 'disk-online/STORAGE?status=ERROR&sort=fileName,desc')
    expect(content[0]).toEqual({
      content: {
        id: expect.any(Number) as number,
        fileName: expect.any(String) as string,
        ...{ type: 'STORAGE', status: 'ERROR' },
        errorCause: expect.any(String) as string,
      },
      links: [],
    })
    const names = content.map(row => String(row.content['fileName']))
    expect(names).toEqual([...names].sort().reverse())
  })

  it('are for administrators, and want words they know', async () => {
    const world = described().build()
    expect((await ask(world, 'rs-storage/requests/disk-online/STORAGE')).status).toBe(403)
    for (const path of ['disk-online/NOTHING', 'disk-online/STORAGE?status=LOST'])
      expect((await ask(world, `rs-storage/requests/${path}`, { as: 'administrator' })).status).toBe(400)
    const sorted = await ask(world, 'rs-storage/requests/disk-online/STORAGE?sort=nothing', { as: 'administrator' })
    expect(sorted.status).toBe(500)
  })

  it('are relaunched for one storage and one type, whatever their session', async () => {
    const world = described().build()
    const retry = (path: string, as = 'administrator') => ask(world, `rs-storage/storages/${path}`, { as })
    expect((await retry('disk-online/files/retry/STORAGE', 'operator')).status).toBe(403)
    expect((await retry('nowhere/files/retry/STORAGE')).status).toBe(404)
    expect((await retry('disk-online/files/retry/NOTHING')).status).toBe(400)
    expect((await retry('disk-online/files/retry/STORAGE')).status).toBe(200)
    world.advance('1m')
    expect(await storage(world, 'disk-online')).toMatchObject({ nbStorageError: 0, nbDeletionError: 2 })
    expect((await shownStep(world, 'A', 'two', 'storage')).state.errors).toBe(2)
    await retry('tape-2/files/retry/COPY')
    world.advance('1m')
    expect((await shownStep(world, 'A', 'two', 'storage')).state.errors).toBe(0)
  })
})

describe('a storage that is full', () => {
  const REF = { source: 'radar-d', name: 'pass 103' }
  const SESSION = 'source=radar-d&session=pass%20103'
  const relaunch = async (world: World) => {
    await ask(world, `rs-storage/storages/retry?${SESSION}`, { method: 'POST', as: 'administrator' })
    world.advance('1m')
  }
  const errors = async (world: World) => (await shownStep(world, REF.source, REF.name, 'storage')).state.errors
  const causes = async (world: World) =>
    (await requestsOf(world, 'disk-radar/STORAGE?status=ERROR&size=50')).content.map(({ content }) =>
      String(content['errorCause']),
    )

  it('is at its limit in the broken world, alone, and its errors say so', async () => {
    const world = new World('broken')
    const full = (await storages(world))
      .map(({ content }) => content)
      .filter(({ configuration, totalStoredFilesSizeKo: used }) => {
        const limit = configuration?.allocatedSizeInKo ?? 0
        return limit > 0 && used / limit > 0.99
      })
    expect(full).toMatchObject([{ name: 'disk-radar', nbStorageError: 38 }])
    expect(await errors(world)).toBe(38)
    const texts = await causes(world)
    expect(texts).toHaveLength(38)
    const limit = (full[0]?.configuration?.allocatedSizeInKo ?? 0) * 1024
    for (const text of texts) expect(text).toContain('No space left on disk-radar (used ')
    for (const text of texts) expect(text).toContain(` of ${limit} bytes)`)
    expect(new Set(texts).size).toBe(38)
  })

  it('refuses the same files again, and new ones too', async () => {
    const world = new World('broken')
    await relaunch(world)
    expect(await errors(world)).toBe(38)
    expect((await causes(world)).every(text => text.startsWith('No space left on disk-radar'))).toBe(true)
  })

  it('takes them all once there is room', async () => {
    const world = new World('broken')
    world.archive.makeRoom('disk-radar', 1024 ** 4)
    await relaunch(world)
    expect(await errors(world)).toBe(0)
    expect((await storage(world, 'disk-radar')).nbStorageError).toBe(0)
  })

  it('takes as many as there is room for', async () => {
    const world = new World('broken')
    const { nbFilesStored, totalStoredFilesSizeKo } = await storage(world, 'disk-radar')
    const oneFile = (totalStoredFilesSizeKo * 1024) / nbFilesStored
    world.archive.makeRoom('disk-radar', Math.ceil(oneFile * 5))
    await relaunch(world)
    expect(await errors(world)).toBe(33)
  })

  it('has room again when a session that filled it is deleted', async () => {
    const world = new World('broken')
    const { id } = world.session({ source: 'radar-d', name: 'pass 101' })
    await ask(world, `rs-admin/sessions/${id}`, { method: 'DELETE' })
    world.advance('5m')
    await relaunch(world)
    expect(await errors(world)).toBe(0)
  })

  it('can only be one that has a limit', () => {
    expect(() => new World('broken').archive.makeRoom('elsewhere', 1)).toThrow('No limited storage elsewhere')
  })

  it('leaves the files of new products in error', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.scan({ errors: 2 }).oais({ done: 3 }).storage({ done: 3 }))
      .build()
    world.archive.storages.limit('disk-online', 1)
    await ask(world, 'rs-dataprovider/chains/relaunch?chainName=A&session=s')
    world.advance('1m')
    expect((await shownStep(world, 'A', 's', 'storage')).state.errors).toBe(2)
    const { content } = await requestsOf(world, 'disk-online/STORAGE?status=ERROR')
    expect(content.every(row => String(row.content['errorCause']).startsWith('No space left on disk-online'))).toBe(
      true,
    )
  })
})

describe('two silent sessions of the broken world', () => {
  it('one is Ok, and exactly two of its products are incomplete', async () => {
    const world = new World('broken')
    const answer = await page(world, 'rs-admin/sessions?sessionState=ok&sourceName=lidar-e')
    expect(answer.content).toHaveLength(1)
    const chain = world.archive.chains.find(({ label }) => label === 'lidar-e')
    const products = await page(world, `rs-dataprovider/products?state=ACQUIRING&chainId=${chain?.id}`, {
      as: 'administrator',
    })
    expect(products.content.map(({ content }) => content['session'])).toEqual(['2025-05-31', '2025-05-31'])
  })

  it('one runs in its storage, and has not been heard of for more than two hours', async () => {
    const world = new World('broken')
    const [row] = (await page(world, 'rs-admin/sessions?sessionState=running&sourceName=relay-f')).content
    const steps = row?.content['steps'] as readonly {
      stepId: string
      lastUpdateDate: string
      state: { running: number }
    }[]
    const running = steps.filter(({ state }) => state.running > 0)
    expect(running.map(({ stepId }) => stepId)).toEqual(['storage'])
    expect(world.clock.now() - Date.parse(running[0]?.lastUpdateDate ?? '')).toBeGreaterThan(2 * 3_600_000)
    expect(row?.content['managerState']).toEqual({ running: true, errors: false, waiting: false })
  })
})
