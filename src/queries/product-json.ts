/** The document of one OAIS product: loaded when the user opens it, and soon dropped (docs/regards-api/actions.md 3.3). */
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
