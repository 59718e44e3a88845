/** The keys of the board. */
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

interface Region {
  readonly element: Element
  readonly enter: () => void
}

/** A region whose first such part takes the focus; none when either is not drawn. */
function regionOf(selector: string, part: string): readonly Region[] {
  const element = document.querySelector(selector)
  const target = element?.querySelector<HTMLElement>(part) ?? null
  return element === null || target === null ? [] : [{ element, enter: () => target.focus() }]
}

/** F6 cycles: sources, sessions, session, messages; missing regions are skipped. */
function nextRegion({ toSources, toSessions }: Options): void {
  const grids = [...document.querySelectorAll('[role=grid]')]
  // A list that is not drawn takes no focus.
  const either = () => {
    toSources()
    toSessions()
  }
  const regions = [
    ...grids.map((element, place) => ({
      element,
      enter: grids.length === 1 ? either : [toSources, toSessions][place],
    })),
    ...regionOf('[data-drawer]', 'h2'),
    // The messages are the only region that speaks.
    ...regionOf('[role=region][aria-live]', 'button'),
  ]
  const here = regions.findIndex(({ element }) => element.contains(document.activeElement))
  regions[(here + 1) % regions.length]?.enter?.()
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
      F6: event => {
        // The messages listen for it too, at the window, and would take the focus every time.
        event.stopPropagation()
        nextRegion(options)
        return true
      },
      Escape: () => {
        if (!options.isDrawerOpen) return false
        options.close()
        return true
      },
    },
    { singleKeys: options.singleKeys },
  )
}
