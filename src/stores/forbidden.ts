/** Calls that REGARDS refused this user: their buttons show it until the next sign-in. */
import { create } from 'zustand'

interface Forbidden {
  /** By the right's name: what the server said. */
  readonly calls: Readonly<Record<string, string>>
  readonly remember: (name: string, words: string) => void
  readonly clear: () => void
}

export const useForbidden = create<Forbidden>()(set => ({
  calls: {},
  remember: (name, words) => set(({ calls }) => ({ calls: { ...calls, [name]: words } })),
  clear: () => set({ calls: {} }),
}))
