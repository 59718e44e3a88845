/** The largest expected archive: 200 sources, 100 000 sessions, made from a few hundred recipes. */
import type { Archive } from '../archive'
import type { Profile } from './ordinary'
import { PROFILES, ordinary, troubleFor } from './ordinary'

const SOURCES = 200
const SESSIONS_PER_SOURCE = 500
const RECIPES_PER_PROFILE = 64

/** A month of sessions, newest first, dealt to the sources like cards so that every page mixes them. */
export function fillHuge(archive: Archive): void {
  const { random, now } = archive
  const recipes = new Map(
    PROFILES.map(profile => [
      profile,
      Array.from({ length: RECIPES_PER_PROFILE }, () => ordinary(random, profile, troubleFor(random, profile, 0.1))),
    ]),
  )
  const sources = Array.from({ length: SOURCES }, (_, n) => {
    const profile: Profile = PROFILES[n % PROFILES.length] ?? 'acquired'
    const source = `mission-${String(n + 1).padStart(3, '0')}`
    if (profile === 'acquired') archive.addChain(source, { mode: 'AUTO' })
    return { source, recipes: recipes.get(profile) ?? [] }
  })
  archive.storages.keep(
    'tape-2',
    sources.flatMap(({ source }, n) => (n % 5 === 1 ? [source] : [])),
  )
  archive.storages.keep(
    'Cold vault',
    sources.flatMap(({ source }, n) => (n % 5 === 3 ? [source] : [])),
  )
  const step = (30 * 86_400_000) / (SOURCES * SESSIONS_PER_SOURCE)
  let order = 0
  for (let run = SESSIONS_PER_SOURCE; run > 0; run--) {
    const name = `run-${String(run).padStart(4, '0')}`
    for (const { source, recipes: choices } of sources) {
      const updatedAt = Math.floor(now - 60_000 - step * order++)
      const recipe = choices[random.integer(0, choices.length - 1)] ?? []
      archive.addSession({ source, name, recipe, updatedAt, createdAt: updatedAt - 7_200_000 })
    }
  }
  archive.storages.limit('disk-online', 0.8)
}
