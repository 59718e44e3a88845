/** Rows grouped by their cause, and those of the cause that is selected. */
import { useMemo } from 'react'
import type { CauseGroup, Caused } from '@/domain/causes'
import { causeKey, groupByCause, ofCause } from '@/domain/causes'

interface Causes<R> {
  readonly groups: readonly CauseGroup[]
  /** The pattern of the selected cause; undefined when no loaded row has it. */
  readonly cause: string | undefined
  /** Rows of the selected cause, or all. */
  readonly rows: readonly R[] | undefined
  /** The key of a selected cause that no row has: its rows have recovered, or are not loaded yet. */
  readonly absent: string | undefined
}

/**
 * @param all rows read so far; undefined before the first answer
 * @param hasCauses whether rows of this list have errors
 * @param selected key of the cause in the address
 */
export function useCauses<R extends Caused>(
  all: readonly R[] | undefined,
  hasCauses: boolean,
  selected: string | undefined,
): Causes<R> {
  const groups = useMemo(() => (hasCauses && all !== undefined ? groupByCause(all) : []), [hasCauses, all])
  const key = hasCauses ? selected : undefined
  const cause = groups.find(({ pattern }) => key !== undefined && causeKey(pattern) === key)?.pattern
  const rows = useMemo(() => (cause === undefined || all === undefined ? all : ofCause(all, cause)), [cause, all])
  return { groups, cause, rows, absent: cause === undefined && all !== undefined ? key : undefined }
}
