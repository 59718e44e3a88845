/** Remembers since when things have looked as they do: what tells counters that move from counters that stand. */
import { useState } from 'react'

/** By name: how a thing looks now, and when an answer first showed it so. */
type LastChanges = Readonly<Record<string, { readonly fingerprint: string; readonly at: number }>>

/** The same object as long as nothing is new; what came from a list row counts as seen with the first own answer. */
function updateLastChanges(
  seen: LastChanges,
  fingerprints: Readonly<Record<string, string>>,
  answeredAt: number,
): LastChanges {
  const entries = Object.entries(fingerprints).map(([name, fingerprint]) => {
    const before = seen[name]
    const isKnown = before?.fingerprint === fingerprint && (before.at > 0 || answeredAt === 0)
    return [name, isKnown ? before : { fingerprint, at: answeredAt }] as const
  })
  return entries.every(([name, seenFingerprint]) => seen[name] === seenFingerprint) ? seen : Object.fromEntries(entries)
}

/**
 * When each of these was first seen as it is, in milliseconds by name; 0 when it has been so ever since we look.
 * @param fingerprints by name: equal as long as nothing has moved
 * @param answeredAt when REGARDS last answered; 0 while a list row stands in
 */
export function useLastChange(
  fingerprints: Readonly<Record<string, string>>,
  answeredAt: number,
): Readonly<Record<string, number>> {
  const [seen, setSeen] = useState<LastChanges>({})
  const next = updateLastChanges(seen, fingerprints, answeredAt)
  if (next !== seen) setSeen(next)
  return Object.fromEntries(Object.entries(next).map(([name, { at }]) => [name, at]))
}
