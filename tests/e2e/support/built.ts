/** Refuses to start without a build: the browser tests never run over the dev server. */
import { existsSync } from 'node:fs'

export default function requireBuild(): void {
  if (!existsSync('dist/index.html')) throw new Error('There is no build to test: run `npm run build`, or `npm test`.')
}
