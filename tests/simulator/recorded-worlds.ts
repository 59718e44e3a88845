/** Worlds that hold the same kind of data as the installation whose answers were recorded, with its names (tests/real-answers/README.md). */
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'

/** What rs-admin showed: nine sessions of orbit-1, one of every other source, and a crowd of other sources. */
export function adminWorld(): World {
  const made = aWorld()
  const add = (source: string, names: readonly string[]) => {
    for (const name of names) made.withSession({ source, name }, s => s.oais({ done: 3 }))
  }
  add('Scan-Alpha', ['day-1', 'Day-1', 'day-1%'])
  add('SCAN-ALPHA', ['day-1', 'day-19'])
  add('scan-alpha', ['day-1', 'day-2'])
  add('ORBIT-1', ['run'])
  for (const source of ['orbit%5', 'orbit-11', 'orbit-2', 'orbit-3', 'orbit_4']) add(source, ['run'])
  made.withSession('orbit-1/100%', s => s.oais({ done: 3, running: 1 }))
  add('orbit-1', ['100x', 'backslash', 'back\\slash', 'DAY-1'])
  made
    .withSession('orbit-1/day_1', s => s.oais({ done: 3, errors: 1 }))
    .withSession('orbit-1/day-10', s => s.oais({ done: 3 }))
    .withSession('orbit-1/day-1', s =>
      s
        .scan({ done: 12, errors: 2 })
        .workers({ 'crop.v2': { error: 3 } }, 3)
        .storage({ done: 6, errors: 2 })
        .feature({ done: 3, errors: { CREATION: 3, UPDATE: 3, DELETION: 3, NOTIFICATION: 3 } })
        .recipients({ 'archive.north': { done: 1, pending: 2 } })
        .oais({ done: 3, errors: 2, waiting: 2 }),
    )
  add('orbit-1', ['dayX1'])
  // 84 names held day-1: seven of them are above.
  for (let n = 1; n <= 77; n++) add(`mission-${n}`, ['day-1'])
  return made.build()
}

const IN_ERROR = { CREATION: 3, UPDATE: 3, DELETION: 3, NOTIFICATION: 3 }

/** What the other services held: three sessions that are alike, chains in every state, and one storage in trouble. */
export function servicesWorld(): World {
  const made = aWorld()
    .withChain('b\\s')
    .withChain('orbit-1')
    .withChain('orbit-11')
    .withChain('orbit-2', { enabled: false })
    .withChain('orbit-3', { locked: true })
    .withSession('orbit-1/day-1', s =>
      s
        .scan({ errors: 3, ingestionFailed: 2 })
        .oais({ done: 3, errors: 2, waiting: 2 })
        .feature({ done: 3, errors: IN_ERROR })
        .recipients({ 'archive.north': { pending: 2, done: 1 } })
        .storage({ done: 6, errors: 8 })
        .workers({ 'crop.v2': { error: 6, invalid: 3 } }, 3),
    )
    .withSession('orbit-1/day-10', s =>
      s
        .scan({ errors: 4 })
        .oais({ done: 3, errors: 1 })
        .workers({ 'crop.v2': { error: 9 } }, 3),
    )
    .withSession('orbit-11/day-1', s => s.oais({ done: 3, waiting: 2 }).workers({ 'crop.v2': { error: 3 } }))
    .withSession('orbit-1/back\\slash', s => s.workers({ 'crop.v2': { error: 3 } }).storage({ errors: 2 }))
  for (const label of ['per%cent', 'sem;colon', 'sources']) made.withChain(label)
  const world = made.build()
  const { storages } = world.archive
  storages.locations.length = 0
  for (const name of ['sem;colon', 'per%cent', 'disk-a', 'back\\slash']) storages.open({ name, type: 'OFFLINE' })
  storages.open({ name: 'internal-cache', type: 'CACHE', limit: 500_000_000 * 1024 })
  storages.keep('disk-a', ['orbit-1', 'orbit-11'])
  return world
}
