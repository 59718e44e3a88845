/** The monthly purge, and what it subtracts from the sums of a source: more than the sessions had added (docs/regards-api/measured.md 7). */
import type { Archive } from './archive'
import { STEP_TYPES, Tally } from './counters'
import { forgetFigures } from './live-steps'
import type { SessionRecord, ShownStep, SourceRecord } from './records'
import { addToSource, shownSteps } from './records'

/** Everything of one type at once: the inputs twice, and of the outputs only the one that was read last. */
function lossOf(steps: readonly ShownStep[]): Tally {
  const lost = new Tally(steps[0]?.stepId ?? '')
  let lastOutput = 0
  for (const { tally } of steps) {
    lost.inputRelated += tally.inputRelated
    lastOutput = tally.outputRelated
    for (const name of ['errors', 'waiting', 'running'] as const) lost.state[name] += tally.state[name]
  }
  lost.outputRelated = lost.inputRelated + lastOutput
  return lost
}

/** The sums fall by what these sessions leave; the flags of the source do not change here. */
function takeFromSource(source: SourceRecord, purged: readonly SessionRecord[]): void {
  const byType = new Map<string, ShownStep[]>()
  for (const step of purged.flatMap(shownSteps)) {
    const type = STEP_TYPES[step.stepId] ?? 'ACQUISITION'
    byType.set(type, [...(byType.get(type) ?? []), step])
  }
  for (const steps of byType.values()) addToSource(source, lossOf(steps), -1, () => 0)
}

/** Rows are deleted at once, with empty sources; all items are kept. */
export function purge(archive: Archive, records: readonly SessionRecord[]): void {
  for (const name of new Set(records.map(({ source }) => source))) {
    const source = archive.source(name)
    const purged = records.filter(record => record.source === name)
    takeFromSource(source, purged)
    for (const record of purged) {
      source.sessions.splice(source.sessions.indexOf(record), 1)
      archive.register.purge(record)
      forgetFigures(record, archive.now)
    }
    if (source.sessions.length === 0) archive.sources.delete(name)
  }
  archive.version++
}
