/** One policy for all reads: what is asked again automatically, how often, after how long. */
import { ServiceError } from '@/domain/service-error'
import { isRefreshing } from './refetch-board'

/** Services throw nothing else. */
declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ServiceError
  }
}

/** For React Query; a polling round never repeats, the next round is the repeat. */
export function retryRead(failures: number, error: ServiceError): boolean {
  return !isRefreshing() && isRetryable(failures, error)
}

/** Whether a read is retried after this many failures: reads outside a round have no next round. */
const isRetryable = (failures: number, { meaning }: ServiceError): boolean => failures < meaning.repeats

/** 1, 2, 4 s and a quarter more or less; longer when the server asked for it. In milliseconds. */
export function retryDelay(failures: number, error: ServiceError): number {
  const wait = 1000 * 2 ** failures * (0.75 + Math.random() / 2)
  return Math.max(wait, (error.retryAfter ?? 0) * 1000)
}

/** Ends after so many milliseconds, or with what the signal was aborted with. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', giveUp)
      resolve()
    }, milliseconds)
    signal.addEventListener('abort', giveUp, { once: true })
  })
}

/**
 * Reads outside React Query, asked again as all reads are.
 * @throws ServiceError of the last try, or what the signal was aborted with
 */
export async function readAgain<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let failures = 0; ; failures++) {
    signal.throwIfAborted()
    try {
      return await ask()
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof ServiceError) || !isRetryable(failures, error)) throw error
      await pause(retryDelay(failures, error), signal)
    }
  }
}
