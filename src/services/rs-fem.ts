/** rs-fem: GeoJSON requests. `POST requests/retry/{type}` (actions.md 2.4). */
import type { RequestType } from '@/domain/relaunch'
import type { SessionRef } from '@/domain/session'
import { ask } from './http'
import { oneOf } from './restrictions'
import { handled } from './schemas'

export interface Handled {
  /** Requests that matched when the server began. */
  readonly requested: number
  /** Requests put back to work. */
  readonly handled: number
}

/** Puts the requests of one type in error of exactly this session back to work; answers when the server has finished. */
export function relaunchErrors({ source, name }: SessionRef, type: RequestType): Promise<Handled> {
  return ask(
    {
      service: 'rs-fem',
      path: `requests/retry/${type}`,
      method: 'POST',
      body: { source, session: name, states: oneOf('ERROR') },
    },
    answer => {
      const { success, data } = handled.safeParse(answer)
      return success ? { requested: data.totalRequested ?? data.totalHandled, handled: data.totalHandled } : undefined
    },
  )
}
