/** Says what was measured: on the terminal, in bench/output, and in README between its two marks. */
import { readFile, writeFile } from 'node:fs/promises'
import { format, resolveConfig } from 'prettier'
import { TARGETS } from './targets.mjs'

const README = 'README.md'
const MARKS = /(<!-- bench -->)[^]*(<!-- \/bench -->)/

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} target
 * @property {string} measured
 * @property {boolean} isKept
 * @property {string | undefined} why only for a target that is missed
 */

/**
 * @param {import('./targets.mjs').Measured} measured
 * @returns {readonly Row[]}
 */
function rowsOf(measured) {
  return TARGETS.map(({ what, limit, say, value, why }) => {
    const found = value(measured)
    const isKept = found <= limit
    return {
      what,
      target: `≤ ${say(limit)}`,
      measured: say(found),
      isKept,
      why: isKept ? undefined : why(measured),
    }
  })
}

/** @param {Row} row */
const verdict = ({ isKept, why }) => (isKept ? 'holds' : `MISSED: ${why}`)

/** @param {readonly Row[]} rows @param {string} machine */
function markdown(rows, machine) {
  return [
    '| what | target | measured | verdict |',
    '| --- | ---: | ---: | --- |',
    ...rows.map(row => `| ${row.what} | ${row.target} | ${row.measured} | ${verdict(row)} |`),
    '',
    `Medians, on ${machine}; the built application served with gzip over the simulated world \`huge\`, each page opened with nothing cached.`,
    '',
  ].join('\n')
}

/** @param {string} text as prettier would write it @param {string} file */
const formatted = async (text, file) => format(text, { ...(await resolveConfig(file)), filepath: file })

/**
 * @param {import('./targets.mjs').Measured} measured
 * @param {string} machine what it was measured with
 */
export async function writeReport(measured, machine) {
  const rows = rowsOf(measured)
  console.table(
    rows.map(row => ({
      what: row.what,
      target: row.target,
      measured: row.measured,
      '': row.isKept ? 'holds' : 'MISSED',
    })),
  )
  for (const row of rows) if (!row.isKept) console.log(`MISSED  ${row.what}: ${row.why}`)

  const table = markdown(rows, machine)
  await writeFile('bench/output/results.json', `${JSON.stringify({ machine, rows, measured }, undefined, 2)}\n`)
  await writeFile('bench/output/results.md', await formatted(table, 'bench/output/results.md'))
  const readme = await readFile(README, 'utf8')
  if (!MARKS.test(readme)) throw new Error(`${README} has lost the marks of its table`)
  // A function: in a replacement text, a dollar sign would have a meaning.
  const next = readme.replace(MARKS, (_all, start, end) => `${start}\n\n${table}\n${end}`)
  await writeFile(README, await formatted(next, README))
}
