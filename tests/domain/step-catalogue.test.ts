/** Which steps the dashboard knows, in which order it shows them, and which of them it can relaunch (docs/regards-api/actions.md 1). */
import { describe, expect, it } from 'vitest'
import type { GroupDefinition, StepId } from '@/domain/step-catalogue'
import { inCatalogueOrder, isKnownStep, isRelaunchable, STEP_CATALOGUE, stepDefinition } from '@/domain/step-catalogue'
import { STEP_TYPES } from '@/domain/session'

const STEP_IDS = Object.keys(STEP_CATALOGUE) as StepId[]
const STRANGERS = ['constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'SCAN', ' scan', 'workers.a']

describe('a step', () => {
  it.each(STRANGERS)('called "%s" is unknown: it has no row, and nothing can be done with it', stepId => {
    expect([isKnownStep(stepId), stepDefinition(stepId), isRelaunchable(stepId)]).toEqual([false, undefined, false])
  })

  it('can be relaunched only where REGARDS has a relaunch', () => {
    expect(STEP_IDS.filter(isRelaunchable)).toEqual(['scan', 'workers', 'oais', 'feature', 'storage'])
  })
})

describe('the order of steps', () => {
  const order = (...stepIds: readonly string[]) =>
    inCatalogueOrder(stepIds.map(stepId => ({ stepId }))).map(({ stepId }) => stepId)

  it('is the order data flows in, whatever the order the server lists them in', () => {
    expect(order('storage', 'catalog', 'workers', 'fem_dissemination', 'feature', 'scan', 'oais')).toEqual(STEP_IDS)
    const ranks = STEP_IDS.map(stepId => STEP_TYPES.indexOf(STEP_CATALOGUE[stepId].type))
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
  })

  it('puts unknown ones last, by name', () => {
    expect(order('zeta', 'storage', 'constructor', 'alpha', 'scan')).toEqual([
      'scan',
      'storage',
      'alpha',
      'constructor',
      'zeta',
    ])
  })

  it('leaves the list it was given as it was', () => {
    const given = [{ stepId: 'oais' }, { stepId: 'scan' }]
    inCatalogueOrder(given)
    expect(given).toEqual([{ stepId: 'oais' }, { stepId: 'scan' }])
  })
})

describe.each(STEP_IDS)('the row "%s"', stepId => {
  const { groups, actions } = STEP_CATALOGUE[stepId]
  const all: readonly GroupDefinition[] = Object.values(groups)

  it('shows no property twice', () => {
    const ids = all.flatMap(({ each = '', properties }) => properties.map(({ id }) => `${each}/${id}`))
    expect(ids).toEqual([...new Set(ids)])
  })

  it('puts each part under a sum of its own group that counts it', () => {
    for (const { properties } of all)
      for (const { id, partOf } of properties.filter(property => property.partOf !== undefined))
        expect(properties.find(property => property.id === partOf)?.sum).toContain(id)
  })

  it('offers no button twice', () => {
    const ids = actions.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
  })
})
