/** After a bad night with one cause behind it: sixty failed sessions over all kinds of steps, some of which no relaunch takes. */
import type { Archive } from '../archive'
import { catalog, feature, oais, scan, storage, workers } from './parts'
import type { StepRecipe } from '../records'

type Make = (n: number) => readonly StepRecipe[]

/** Sources with how many sessions each, and what failed in them. */
const SOURCES: Readonly<Record<string, readonly [count: number, make: Make]>> = {
  'scan-alpha': [12, n => [scan({ done: 40, errors: 2 + (n % 3), invalid: n % 4 === 0 ? 1 : 0 }), oais({ done: 38 })]],
  // Its acquisition chain is inactive.
  'scan-asleep': [6, n => [scan({ done: 20, errors: 1 + n }), ...(n % 2 === 0 ? [oais({ done: 15, errors: 2 })] : [])]],
  // Its acquisition chain is running.
  'scan-busy': [4, () => [scan({ done: 30, errors: 3 })]],
  'scan-invalid': [3, () => [scan({ done: 10, invalid: 2 })]],
  'direct-c': [
    14,
    n => [oais({ done: 60, errors: 3 + (n % 5) }), ...(n % 3 === 0 ? [storage({ done: 90, errors: 2 })] : [])],
  ],
  'sensor-b': [10, n => [feature({ done: 30, errors: { CREATION: 2, ...(n % 2 === 0 ? { NOTIFICATION: 1 } : {}) } })]],
  'prep-beacons': [6, n => [workers({ unzip: { done: 20, error: 1 + (n % 4), invalid: n % 2 } })]],
  'index-only': [4, () => [catalog({ indexed: 8, errors: 2 })]],
  // More than one relaunch takes.
  mosaic: [1, () => [storage({ done: 4000, errors: 1400 })]],
}

const pad = (value: number) => String(value).padStart(2, '0')

export function fillMany(archive: Archive): void {
  archive.addChain('scan-alpha')
  archive.addChain('scan-asleep', { enabled: false })
  archive.addChain('scan-busy', { locked: true })
  archive.addChain('scan-invalid')
  let age = 0
  for (const [source, [count, make]] of Object.entries(SOURCES)) {
    for (let n = 0; n < count; n++) {
      age += 60_000
      archive.addSession({ source, name: `night-${pad(n + 1)}`, recipe: make(n), updatedAt: archive.now - age })
    }
  }
  for (let n = 0; n < 5; n++)
    archive.addSession({
      source: 'direct-c',
      name: `well-${pad(n + 1)}`,
      recipe: [oais({ done: 50 })],
      updatedAt: archive.now - age - n,
    })
}
