/** Two independent tables: what our catalogue reads, and what the simulated backend publishes. */
import { describe, expect, it } from 'vitest'
import type { Step } from '@/domain/session'
import type { GroupDefinition, StepId } from '@/domain/step-catalogue'
import { STEP_CATALOGUE } from '@/domain/step-catalogue'
import { errorBreakdown, readUnknownCounters } from '@/domain/step-reading'
import { aWorld } from '@tests/support/a-world'
import { shown } from '@tests/simulator/asking'

const EVERY_TYPE = { CREATION: 1, UPDATE: 2, DELETION: 3, NOTIFICATION: 4 }

/** One session in which every kind of item is in every status there is. */
const world = aWorld()
  .withSession('everything/at-once', s =>
    s
      .scan({
        ...{ done: 1, errors: 2, ingestionFailed: 3, invalid: 4, incomplete: 5, complete: 6, submitted: 7 },
        ...{ canceled: 8, invalidFiles: 9 },
      })
      .workers({ 'a.b-1.2': { error: 1, invalid: 2, done: 3, running: 4, dispatched: 5, retry: 6, deletion: 7 } }, 8)
      .oais({
        ...{ done: 1, errors: 2, running: 3, waiting: 4, ignored: 5, deleted: 6, newVersions: 7, replacements: 8 },
        ...{ postProcessPending: 9, postProcessDone: 10, postProcessErrors: 11 },
      })
      .feature({ done: EVERY_TYPE, errors: EVERY_TYPE, running: EVERY_TYPE, denied: EVERY_TYPE })
      .storage({
        ...{ done: 1, errors: 2, running: 3, refused: 4, referenced: 5, referenceErrors: 6 },
        ...{ copies: 7, copyErrors: 8, deleted: 9, deletionErrors: 10 },
      })
      .catalog({ indexed: 1, errors: 2 })
      .recipients({ 'mirror.example.org': { pending: 1, done: 2 } }),
  )
  .build()

async function published(): Promise<readonly Step[]> {
  const { steps } = await shown(world, 'everything', 'at-once')
  return steps.map(({ stepId, inputRelated, outputRelated, state, properties }) => ({
    stepId,
    type: '',
    inputRelated,
    outputRelated,
    state,
    properties: Object.fromEntries(Object.entries(properties).map(([name, text]) => [name, Number(text)])),
    lastUpdateDate: undefined,
  }))
}

const stepOf = async (stepId: string) => (await published()).find(step => step.stepId === stepId)

/** The raw names a row reads; a name inside an `each` group is written with a star. */
function rawNames(stepId: StepId): readonly string[] {
  const groups: readonly GroupDefinition[] = Object.values(STEP_CATALOGUE[stepId].groups)
  return groups.flatMap(({ each, properties }) =>
    properties.flatMap(({ id, sum }) => (sum ?? [id]).map(name => (each === undefined ? name : `${each}.${name}`))),
  )
}

const STEP_IDS = Object.keys(STEP_CATALOGUE) as StepId[]

describe('the catalogue and the simulated backend', () => {
  it('know the same steps', async () => {
    expect((await published()).map(({ stepId }) => stepId).sort()).toEqual([...STEP_IDS].sort())
  })

  it.each(STEP_IDS)('every property of the row "%s" is one the backend publishes', async stepId => {
    const names = Object.keys((await stepOf(stepId))?.properties ?? {})
    const isPublished = (raw: string) =>
      raw.includes('*')
        ? names.some(
            name => name.startsWith(raw.slice(0, raw.indexOf('*'))) && name.endsWith(raw.slice(raw.indexOf('*') + 1)),
          )
        : names.includes(raw)
    expect(rawNames(stepId).filter(raw => !isPublished(raw))).toEqual([])
  })

  it.each(STEP_IDS)('every property the backend publishes for "%s" has its place in the row', async stepId => {
    const step = await stepOf(stepId)
    expect(step && readUnknownCounters(step)).toEqual([])
  })

  it.each(STEP_IDS)('the errors of "%s" are made of the properties the row tones as errors', async stepId => {
    const step = await stepOf(stepId)
    expect(step).toBeDefined()
    const parts = step ? errorBreakdown(step) : []
    expect(parts.reduce((total, part) => total + part.value, 0)).toBe(step?.state.errors)
  })
})
