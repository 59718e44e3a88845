/** `npm run check`: types, lint rules, format and the arrows between the layers; all four are always run. */
import { run } from './run.mjs'

const passed = [
  run('types', 'tsc', ['--noEmit', '--project', '.']),
  run('lint', 'eslint', ['.', '--max-warnings', '0']),
  run('format', 'prettier', ['--check', '--log-level', 'warn', '.']),
  run('arrows between layers', 'depcruise', [
    '--config',
    '.dependency-cruiser.mjs',
    'src',
    'simulator',
    'tests',
    'bench',
  ]),
]
if (passed.includes(false)) process.exit(1)
console.log('\nEverything checked.')
