/** One policy for all reads (trust, section 1): what is asked again by itself, how often, after how long. */
import type { ServiceError } from '@/domain/service-error'
import { isRoundUnderWay } from './round'

const MOST = 3
const AGAIN: readonly (number | undefined)[] = [408, 429, 502, 503, 504]

/** Worth another try: the answer may be another one. */
export function mayPass(error: ServiceError): boolean {
  if (error.isUnauthorised) return false
  if (error.reason === 'offline' || error.reason === 'timeout' || error.reason === 'cut') return true
  return error.reason === 'status' && AGAIN.includes(error.status)
}

/** For React Query; a polling round never repeats, the next round is the repeat. */
export function retryRead(failures: number, error: ServiceError): boolean {
  if (isRoundUnderWay() || error.isUnauthorised) return false
  if (error.reason === 'status' && error.status === 500) return failures < 1
  return mayPass(error) && failures < MOST
}

/** 1, 2, 4 s and a quarter more or less; longer when the server asked for it. In milliseconds. */
export function retryDelay(failures: number, error: ServiceError): number {
  const wait = 1000 * 2 ** failures * (0.75 + Math.random() / 2)
  return Math.max(wait, (error.retryAfter ?? 0) * 1000)
}
