/** Storage keys: several dashboards may be served by one host, and each uses only its own keys. */
import { basePath } from './base-path'
import { useConfiguration } from './configuration'

const OURS = 'regards-dashboard'
/** Keys of versions without the gateway in the key: its gateway is unknown. */
const OF_OLD = [`${OURS}-credentials`, `${OURS}-actions`]

/** The gateway that config.json names, as a normalised address. */
export function gatewayNow(): string {
  const { gateway } = useConfiguration.getState()
  return new URL(gateway, window.location.origin).href
}

/**
 * The name under which this dashboard keeps something that concerns its gateway, or a channel of it.
 * @param kind 'credentials', 'actions', 'places', 'lists', 'seen', 'run', 'watches', 'claims', 'sign-out' or 'signed-out'
 */
export function storageKey(kind: string): string {
  return `${placeKey(kind)}${gatewayNow()}`
}

/** Neither a path nor an address holds a space: no name begins with that of another path. */
const placeKey = (kind: string) => `${OURS}-${kind} ${basePath()} `

const KINDS = ['credentials', 'actions', 'places', 'run', 'watches']

/** Removes from the tab all that this dashboard kept for the present gateway. */
export function clearTab(): void {
  for (const kind of KINDS) sessionStorage.removeItem(storageKey(kind))
}

/** Removes from the tab what this dashboard kept for another gateway than the present one, and what older versions kept. */
export function removeStale(): void {
  const valid = new Set(KINDS.map(storageKey))
  try {
    for (const key of Object.keys(sessionStorage)) {
      const isOfThisPath = KINDS.some(kind => key.startsWith(placeKey(kind)))
      if (OF_OLD.includes(key) || (isOfThisPath && !valid.has(key))) sessionStorage.removeItem(key)
    }
  } catch {
    // Storage refused: nothing was kept.
  }
}
