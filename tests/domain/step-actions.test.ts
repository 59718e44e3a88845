/** The buttons of a step: which, in which order, with which figures. */
import { describe, expect, it } from 'vitest'
import type { Step } from '@/domain/session'
import { offeredActions } from '@/domain/step-actions'
import { aStep } from './a-step'

const offered = (step: Step) =>
  offeredActions(step).map(({ action, count }) => (count === undefined ? action.id : `${action.id} ${count}`))

describe('a step offers', () => {
  it.each<[string, Partial<Step>, readonly string[]]>([
    ['scan', {}, ['seeChains']],
    [
      'scan',
      {
        state: { errors: 25, waiting: 0, running: 0 },
        properties: { generatedProducts: 51, generationError: 20, ingestionFailed: 3, invalid: 2, incomplete: 4 },
      },
      ['seeChains', 'seeReferenced', 'seeErrors 25', 'seeIncomplete 4', 'relaunch 23'],
    ],
    ['workers', { state: { errors: 4, waiting: 2, running: 0 } }, ['seeErrors 4', 'relaunch 4', 'seeWaiting 2']],
    [
      'oais',
      {
        state: { errors: 3, waiting: 5, running: 0 },
        properties: { referencedProducts: 50, productWaitVersionMode: 5 },
      },
      ['seeReferenced 50', 'seeErrors 3', 'relaunch 3', 'seeWaiting 5'],
    ],
    [
      'feature',
      {
        state: { errors: 12, waiting: 0, running: 0 },
        properties: { referencedProducts: 7, inErrorReferencingRequests: 8, inErrorDeleteRequests: 4 },
      },
      ['seeReferenced 7', 'seeErrors 12', 'relaunch 12'],
    ],
    ['storage', { state: { errors: 9, waiting: 0, running: 0 } }, ['seeStorages', 'relaunch 9']],
    ['catalog', {}, ['seeDetail']],
    ['fem_dissemination', { properties: { 'press.pending': 0, 'press.done': 3 } }, []],
    ['fem_dissemination', { properties: { 'press.pending': 2 } }, ['seeDetail']],
    ['a step of tomorrow', { state: { errors: 9, waiting: 9, running: 9 } }, []],
  ])('%s %j: %j', (stepId, facts, actions) => {
    expect(offered({ ...aStep(stepId), ...facts })).toEqual(actions)
  })

  it('nothing for figures below zero', () => {
    expect(offered({ ...aStep('oais'), properties: { referencedProducts: -3 } })).toEqual([])
  })
})
