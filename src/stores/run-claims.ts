/**
 * What the tabs of this browser have sent of their runs: a tab that was duplicated has the same run, and another one may
 * have another run with the same session. Names are not kept, only what can be compared.
 */
import { storageKey } from './storage-key'

const KIND = 'claims'
/** The same relaunch from another run of another tab is held back for so long, in milliseconds. */
const RECENT = 120_000
/** A run is not continued after that, in milliseconds. */
const LONGEST = 12 * 3_600_000
const MOST = 4000

interface Claim {
  readonly run: string
  /** Of the relaunch and the attempt. */
  readonly once: string
  /** Of the relaunch. */
  readonly same: string
  readonly at: number
}

/** Equal for equal texts, and for hardly any others (FNV-1a, twice 32 bits). */
function digest(text: string): string {
  const hash = (seed: number) => {
    let value = seed
    for (let n = 0; n < text.length; n++) value = Math.imul(value ^ text.charCodeAt(n), 0x01000193)
    return (value >>> 0).toString(36)
  }
  return `${hash(0x811c9dc5)}.${hash(0x1b873593)}`
}

function isClaim(value: unknown): value is Claim {
  if (typeof value !== 'object' || value === null) return false
  const { run, once, same, at } = value as Readonly<Record<string, unknown>>
  return typeof run === 'string' && typeof once === 'string' && typeof same === 'string' && typeof at === 'number'
}

function claims(now: number): readonly Claim[] {
  const found: unknown = JSON.parse(localStorage.getItem(storageKey(KIND)) ?? '[]')
  const all: readonly unknown[] = Array.isArray(found) ? found : []
  return all.filter(isClaim).filter(({ at }) => now - at < LONGEST)
}

/** The runs this tab has seen since it was loaded: what it sent itself holds nothing back. */
const own = new Set<string>()

/** A run that this tab takes up again after it was loaded. */
export function ownRun(id: string): void {
  own.add(id)
}

function take({ owner, run, place, attempt }: Wanted): boolean {
  try {
    const now = Date.now()
    ownRun(run)
    const same = digest(JSON.stringify([owner, place]))
    const once = digest(JSON.stringify([owner, place, attempt]))
    const known = claims(now)
    const isTaken = known.some(claim =>
      claim.run === run
        ? claim.once === once
        : !own.has(claim.run) && claim.same === same && Math.abs(now - claim.at) < RECENT,
    )
    if (isTaken) return false
    localStorage.setItem(storageKey(KIND), JSON.stringify([...known, { run, once, same, at: now }].slice(-MOST)))
  } catch {
    // Storage refused or full: this tab knows of itself only.
  }
  return true
}

interface Wanted {
  /** Project and user. */
  readonly owner: string
  /** The id of the run. */
  readonly run: string
  /** What is relaunched, as a text. */
  readonly place: string
  readonly attempt: number
}

/** Whether this tab may send it: no other one has sent this attempt of this run, nor just now the same from a run of its own. */
export async function claim(wanted: Wanted): Promise<boolean> {
  const { locks } = navigator as { readonly locks?: LockManager }
  try {
    if (locks !== undefined) return await locks.request(storageKey(KIND), () => take(wanted))
  } catch {
    // No lock for this page: looking and writing at once is nearly as good.
  }
  return take(wanted)
}
