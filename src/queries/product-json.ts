/** The document of one OAIS product: asked when somebody wants to see it, and soon forgotten (docs/regards-api/actions.md 3.3). */
import { queryOptions } from '@tanstack/react-query'
import { downloadAip } from '@/services/rs-ingest'
import { keys } from './keys'

export function productJsonQuery(aipId: string) {
  return queryOptions({
    queryKey: keys.productJson(aipId),
    queryFn: ({ signal }) => downloadAip(aipId, signal),
    // A version of a product is never another one.
    staleTime: Infinity,
    gcTime: 10_000,
    retry: false,
  })
}
