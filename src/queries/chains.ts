/** The acquisition chains of a source: asked when a relaunch is about to be confirmed, never kept. */
import { queryOptions } from '@tanstack/react-query'
import { findChains } from '@/services/rs-dataprovider'
import { keys } from './keys'

/** The chains that bear the source's name (docs/regards-api/actions.md 3.2). */
export function chainsQuery(source: string) {
  return queryOptions({
    queryKey: keys.chains(source),
    queryFn: ({ signal }) => findChains(source, signal),
    // What stands in the way changes by the minute: an answer is good for the dialog it was asked for.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}
