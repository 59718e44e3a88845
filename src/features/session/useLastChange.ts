/** Remembers since when things have looked as they do: what tells counters that move from counters that stand. */
import { useState } from 'react'

/** By name: how a thing looks now, and when an answer first showed it so. */
type Sightings = Readonly<Record<string, { readonly print: string; readonly at: number }>>

/** The same object as long as nothing is new; what came from a list row counts as seen with the first own answer. */
function lookAgain(seen: Sightings, prints: Readonly<Record<string, string>>, answeredAt: number): Sightings {
  const entries = Object.entries(prints).map(([name, print]) => {
    const before = seen[name]
    const isKnown = before?.print === print && (before.at > 0 || answeredAt === 0)
    return [name, isKnown ? before : { print, at: answeredAt }] as const
  })
  return entries.every(([name, sighting]) => seen[name] === sighting) ? seen : Object.fromEntries(entries)
}

/**
 * When each of these was first seen as it is, in milliseconds by name; 0 when it has been so ever since we look.
 * @param prints by name: equal as long as nothing has moved
 * @param answeredAt when REGARDS last answered; 0 while a list row stands in
 */
export function useSightings(
  prints: Readonly<Record<string, string>>,
  answeredAt: number,
): Readonly<Record<string, number>> {
  const [seen, setSeen] = useState<Sightings>({})
  const next = lookAgain(seen, prints, answeredAt)
  if (next !== seen) setSeen(next)
  return Object.fromEntries(Object.entries(next).map(([name, { at }]) => [name, at]))
}
