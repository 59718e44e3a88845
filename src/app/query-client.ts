/** React Query as this application wants it: one retry policy for reads, none for actions, nothing queued while offline. */
import { QueryClient } from '@tanstack/react-query'
import { retryDelay, retryRead } from '@/queries/retry-policy'

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: retryRead,
        retryDelay,
        // The browser's offline state says nothing about a gateway on the same network.
        networkMode: 'always',
        // Refresh is a round of its own (queries/useRefresh.ts), asked for or by the clock.
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { retry: 0, networkMode: 'always' },
    },
  })
}
