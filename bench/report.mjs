/** Reports the measurements: on the terminal, in bench/output and, after a full run, in docs/performance.md between its marks. */
import { readFile, writeFile } from 'node:fs/promises'
import { format, resolveConfig } from 'prettier'
import { GROUPS } from './targets.mjs'

const DOCUMENT = 'docs/performance.md'
const MARKS = /(<!-- bench -->)[^]*(<!-- \/bench -->)/

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} yardstick
 * @property {string} dashboard
 * @property {string} ratio
 * @property {string} target
 * @property {string} verdict
 *
 * @typedef {object} Circumstances
 * @property {string} machine what it was measured with
 * @property {import('./settings.mjs').Settings} settings
 * @property {boolean} isQuick
 */

/** @param {number} value */
const times = value => `${value.toFixed(2)} ×`

/**
 * @param {import('./targets.mjs').Target} target
 * @param {import('./targets.mjs').Measured} measured
 * @returns {Row}
 */
function rowOf({ what, limit, say, value, yardstick, isRatio }, measured) {
  const dashboard = value(measured)
  const other = yardstick?.(measured)
  const ratio = other === undefined ? NaN : dashboard / other
  const found = isRatio ? ratio : dashboard
  const verdict = () => {
    if (limit === undefined) return ''
    if (found <= limit) return 'holds'
    return limit === 0 ? 'MISSED' : `MISSED by ${Math.ceil((found / limit - 1) * 100)} %`
  }
  return {
    what,
    yardstick: other === undefined ? '' : say(other),
    dashboard: say(dashboard),
    ratio: Number.isFinite(ratio) ? times(ratio) : '',
    target: limit === undefined ? '' : `≤ ${isRatio ? times(limit) : say(limit)}`,
    verdict: verdict(),
  }
}

/** @param {readonly { title: string, yardstick: string, rows: readonly Row[] }[]} groups @param {Circumstances} circumstances */
function markdown(groups, { machine, settings: { loads, clicks, scrolls, refreshes } }) {
  const tables = groups.flatMap(({ title, yardstick, rows }) => [
    `### ${title}`,
    '',
    `| what | ${yardstick} | dashboard | ratio | target | verdict |`,
    '| --- | ---: | ---: | ---: | ---: | --- |',
    ...rows.map(row => `| ${Object.values(row).join(' | ')} |`),
    '',
  ])
  return [
    ...tables,
    `Medians. Cold loads under each condition: ${loads}; clicks of each kind in each: ${clicks}; scrolled: ${scrolls}; refreshes of the long day: ${refreshes}. On ${machine}.`,
    '',
  ].join('\n')
}

/** @param {string} text as prettier would write it @param {string} file */
const formatted = async (text, file) => format(text, { ...(await resolveConfig(file)), filepath: file })

/** @param {string} table */
async function writeDocument(table) {
  const text = await readFile(DOCUMENT, 'utf8')
  if (!MARKS.test(text)) throw new Error(`${DOCUMENT} has lost the marks of its table`)
  // A function: in a replacement text, a dollar sign would have a meaning.
  const next = text.replace(MARKS, (_all, start, end) => `${start}\n\n${table}\n${end}`)
  await writeFile(DOCUMENT, await formatted(next, DOCUMENT))
}

/**
 * @param {import('./targets.mjs').Measured} measured
 * @param {Circumstances} circumstances
 */
export async function writeReport(measured, circumstances) {
  const groups = GROUPS.map(({ title, yardstick, targets }) => ({
    title,
    yardstick,
    rows: targets.map(target => rowOf(target, measured)),
  }))
  for (const { title, rows } of groups) {
    console.log(`\n── ${title}`)
    console.table(rows)
  }
  const table = markdown(groups, circumstances)
  const all = { ...circumstances, groups, measured }
  await writeFile('bench/output/results.json', `${JSON.stringify(all, undefined, 2)}\n`)
  await writeFile('bench/output/results.md', await formatted(table, 'bench/output/results.md'))
  // Quick runs are for development; the document only contains full runs.
  if (!circumstances.isQuick) await writeDocument(table)
}
