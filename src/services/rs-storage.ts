/** rs-storage: file requests. `POST storages/retry` (actions.md 2.3). */
import type { SessionRef } from '@/domain/session'
import { order } from './http'

/** Puts the deletion requests in error of exactly this session back to work, and at most 1000 of its storage requests. */
export function relaunchErrors({ source, name }: SessionRef): Promise<void> {
  return order({ service: 'rs-storage', path: 'storages/retry', method: 'POST', query: { source, session: name } })
}
