/** The keys of the board (screens.md, Keys). */
import { useKeys } from '@/ui/useKeys'

interface Options {
  readonly singleKeys: boolean
  readonly isDrawerOpen: boolean
  readonly close: () => void
  readonly toFilter: () => void
  readonly move: (direction: 1 | -1) => void
  readonly toSources: () => void
  readonly toSessions: () => void
}

/** F6 goes round: sources, sessions, session, messages. */
function nextRegion({ toSources, toSessions }: Options): void {
  const here = document.activeElement
  const grids = [...document.querySelectorAll('[role=grid]')]
  const drawer = document.querySelector<HTMLElement>('[data-drawer] h2, [data-drawer]')
  const messages = document.querySelector<HTMLElement>('[data-notices] button')
  const stops = [
    { holds: grids[0]?.contains(here) === true && grids.length > 1, next: toSessions },
    {
      holds: grids.at(-1)?.contains(here) === true,
      next: () => (drawer ?? messages ?? undefined)?.focus() ?? drawer ?? messages ?? toSources(),
    },
    {
      holds: here?.closest('[data-drawer]') !== null && here !== null,
      next: () => {
        if (messages === null) toSources()
        else messages.focus()
      },
    },
  ]
  const stop = stops.find(({ holds }) => holds)
  if (stop === undefined) toSources()
  else stop.next()
}

export function useBoardKeys(options: Options): void {
  const done = (act: () => void) => () => {
    act()
    return true
  }
  useKeys(
    {
      '/': done(options.toFilter),
      j: done(() => options.move(1)),
      k: done(() => options.move(-1)),
      F6: done(() => nextRegion(options)),
      Escape: () => {
        if (!options.isDrawerOpen) return false
        options.close()
        return true
      },
    },
    { singleKeys: options.singleKeys },
  )
}
