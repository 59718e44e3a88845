/** Sources with a history: sessions of the last weeks, one a day or one a run. */
import type { Archive } from '../archive'
import type { Profile } from './ordinary'
import { dayName, ordinary, runName, troubleFor } from './ordinary'

export interface SourcePlan {
  readonly source: string
  readonly profile: Profile
  readonly sessions: number
  /** Share of sessions in which something went wrong. */
  readonly troubled: number
  /** Named by the date-time of the run, not by the day. */
  readonly isAutomatic?: boolean
}

const DAY = 86_400_000

/** Adds a source with its sessions; the newest one is some hours old. */
export function addHistory(archive: Archive, plan: SourcePlan): void {
  const { random, now } = archive
  const { source, profile, sessions, troubled, isAutomatic = false } = plan
  if (profile === 'acquired' && !archive.chains.some(({ label }) => label === source))
    archive.addChain(source, isAutomatic ? { mode: 'AUTO' } : {})
  let createdAt = now - random.integer(6, 30) * 3_600_000
  for (let n = 0; n < sessions; n++) {
    archive.addSession({
      source,
      name: isAutomatic ? runName(createdAt, random) : dayName(createdAt),
      createdAt,
      updatedAt: Math.min(createdAt + random.integer(600_000, 18_000_000), now - 5_400_000),
      recipe: ordinary(random, profile, troubleFor(random, profile, troubled)),
    })
    createdAt -= isAutomatic ? random.integer(30_000_000, DAY) : DAY
  }
}
