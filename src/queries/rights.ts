/** What the user may do, for calls that no link announces; read once per sign-in (docs/regards-api/README.md 4). */
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Right } from '@/domain/rights'
import { ACTION_RIGHTS, rightName } from '@/domain/rights'
import { findResources } from '@/services/rs-admin'
import { useCredentials } from '@/stores/credentials'
import { useForbidden } from '@/stores/forbidden'
import { keys } from './keys'

function resourcesQuery() {
  return queryOptions({
    queryKey: keys.resources,
    // By name: REGARDS has thousands, and every button looks up its own at each render.
    queryFn: async ({ signal }): Promise<ReadonlySet<string>> => new Set((await findResources(signal)).map(rightName)),
    staleTime: Infinity,
    gcTime: Infinity,
    retry: false,
  })
}

/** Why this user may not send a call. */
interface MissingRight {
  readonly right: string
  readonly role: string
  /** What REGARDS said when it refused the call once. */
  readonly words: string | undefined
}

/** The calls among these that this user may not send: known from REGARDS' list of rights, or learnt from its first refusal. */
export function useMissingRights(rights: readonly Right[]): readonly MissingRight[] {
  // Without the list an action may be sent, and its refusal is explained.
  const { data } = useQuery(resourcesQuery())
  const calls = useForbidden(forbidden => forbidden.calls)
  const role = useCredentials(credentials => credentials.identity?.role ?? '')
  return rights.map(rightName).flatMap(name => {
    const isListed = data?.has(name) ?? true
    const words = calls[name]
    return isListed && words === undefined ? [] : [{ right: name, role, words }]
  })
}

/** Undefined when the call may be tried. */
export function useMissingRight(right: Right): MissingRight | undefined {
  return useMissingRights([right])[0]
}

/**
 * What stands in the way of deleting products: no link of the server offers it, or it was refused once.
 * @param canDelete the server offered it, for one session at least
 */
export function useMissingDeletion(canDelete: boolean): MissingRight | undefined {
  const missing = useMissingRight(ACTION_RIGHTS.deleteProducts)
  const role = useCredentials(credentials => credentials.identity?.role ?? '')
  if (canDelete && missing?.words === undefined) return undefined
  return missing ?? { right: rightName(ACTION_RIGHTS.deleteProducts), role, words: undefined }
}
