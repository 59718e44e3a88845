/** `npm run check`: types, lint rules, format, layer rules, and unused code; all five are always run. */
import { runTogether } from './run.mjs'

const CACHE = 'node_modules/.cache'

// The slowest first; unchanged files are not checked again.
const passed = await runTogether([
  ['lint', 'eslint', '.', '--max-warnings', '0', '--cache', '--cache-location', `${CACHE}/eslint/`],
  ['types', 'tsc', '--noEmit', '--project', '.', '--incremental', '--tsBuildInfoFile', `${CACHE}/check.tsbuildinfo`],
  ['format', 'prettier', '--check', '--log-level', 'warn', '--cache', '.'],
  ['arrows between layers', 'depcruise', '--config', '.dependency-cruiser.mjs', 'src', 'simulator', 'tests', 'bench'],
  ['what nothing uses', 'knip', '--no-progress'],
])
if (!passed) process.exit(1)
console.log('\nAll checks passed.')
