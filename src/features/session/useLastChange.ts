/** Tracks when each value last changed, to detect counters that have stopped changing. */
import { useState } from 'react'

/** By name: the current value, and when an answer first showed it. */
type LastChanges = Readonly<Record<string, { readonly fingerprint: string; readonly at: number }>>

/** The same object while nothing changes; values of a list row count as seen with the first answer of the session. */
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
 * When each current value was first seen, in milliseconds by name; 0 when it has not changed since the start.
 * @param fingerprints by name: equal as long as nothing has changed
 * @param answeredAt when REGARDS last answered; 0 while a list row is used
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
