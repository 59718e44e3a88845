/** The path the application is served under, with its slashes: the build does not know it, the address of its code does. */

/** Such as `/` or `/a/b/`. */
export function basePath(): string {
  return import.meta.env.PROD ? new URL(/* @vite-ignore */ '../', import.meta.url).pathname : '/'
}
