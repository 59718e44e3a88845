/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** "1" in the demo build, else empty. */
  readonly VITE_DEMO: string
  /** "1" where the simulator answers: in the demo build, and in the development server without REGARDS_GATEWAY; else empty. */
  readonly VITE_SIMULATED: string
}
