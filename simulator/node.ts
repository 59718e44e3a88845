/** The in-process entry, for vitest: every fetch of the test goes to a world, and to nothing else. */
import { setupServer } from 'msw/node'
import { handlers } from './handlers'
import type { World } from './world'

interface Simulator {
  /** From now on this world answers. */
  use(world: World): void
  stop(): void
}

/** Answers what is asked under any origin's /api/v1; a request for anything else fails. */
export function startSimulator(world: World): Simulator {
  const server = setupServer(...handlers(world))
  server.listen({ onUnhandledRequest: 'error' })
  return {
    use: next => {
      server.resetHandlers(...handlers(next))
    },
    stop: () => {
      server.close()
    },
  }
}
