/** What the monthly purge takes from the sums of a source: more than the sessions had put in (docs/regards-api/measured.md 7). */
import { STEP_TYPES, Tally } from './counters'
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

/** The sums fall by what these sessions leave; the flags of the source are nobody's business here. */
export function takeFromSource(source: SourceRecord, purged: readonly SessionRecord[]): void {
  const byType = new Map<string, ShownStep[]>()
  for (const step of purged.flatMap(shownSteps)) {
    const type = STEP_TYPES[step.stepId] ?? 'ACQUISITION'
    byType.set(type, [...(byType.get(type) ?? []), step])
  }
  for (const steps of byType.values()) addToSource(source, lossOf(steps), -1, () => 0)
}
