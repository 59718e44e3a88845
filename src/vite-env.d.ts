/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** "1" in the demo build, else empty. */
  readonly VITE_DEMO: string
}
