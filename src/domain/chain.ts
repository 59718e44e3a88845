/** Acquisition chains, and what prevents their relaunch (docs/regards-api/actions.md 2.1, 3.2). */

/** An acquisition chain, as far as a relaunch depends on it (docs/regards-api/actions.md 3.2). */
export interface Chain {
  readonly id: number
  readonly label: string
  /** `chain.active`: switched on. */
  readonly enabled: boolean
  /** `chain.locked`: a run is in progress. */
  readonly locked: boolean
  /** `active` beside the chain: one of its jobs is running. It does not prevent a relaunch. */
  readonly running: boolean
  readonly deletionPending: boolean
  readonly executionBlockers: readonly string[]
}

/** Why the Data Provider would refuse a relaunch (docs/regards-api/actions.md 2.1). */
export type ChainObstacle =
  | { readonly kind: 'none' | 'several' | 'inactive' | 'locked' | 'deletionPending' }
  | { readonly kind: 'blocked'; readonly blockers: readonly string[] }

/** What prevents relaunching the errors of a source, given the chains that have its name; undefined: nothing. */
export function chainObstacle(chains: readonly Chain[]): ChainObstacle | undefined {
  const [chain] = chains
  if (chain === undefined) return { kind: 'none' }
  if (chains.length > 1) return { kind: 'several' }
  if (!chain.enabled) return { kind: 'inactive' }
  if (chain.deletionPending) return { kind: 'deletionPending' }
  if (chain.executionBlockers.length > 0) return { kind: 'blocked', blockers: chain.executionBlockers }
  return chain.locked ? { kind: 'locked' } : undefined
}
