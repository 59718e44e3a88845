/** The size of the window, as a value that changes with it. */
import { useSyncExternalStore } from 'react'

function subscribe(tell: () => void): () => void {
  window.addEventListener('resize', tell)
  return () => window.removeEventListener('resize', tell)
}

const width = () => window.innerWidth
const height = () => window.innerHeight

/** In pixels. */
export const useWindowWidth = (): number => useSyncExternalStore(subscribe, width)

/** In pixels. */
export const useWindowHeight = (): number => useSyncExternalStore(subscribe, height)
