/** The books of each step: in, less all that is known, where units agree; and why not, where they do not. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookOf } from '@/domain/books'
import type { Step } from '@/domain/session'
import { aStep } from './a-step'

/** A step that counts these as input and output. */
const step = (stepId: string, flow: readonly [number, number], properties: Readonly<Record<string, number>>): Step => ({
  ...aStep(stepId, properties, {}, flow[1]),
  inputRelated: flow[0],
})

/** The sum as one would write it. */
function written(one: Step): string {
  const told = bookOf(one)
  if ('why' in told) return told.why
  const { unit, terms, rest, ...ends } = told.book
  return `${unit}: ${ends.in} - ${ends.out}${terms.map(({ kind, value }) => ` - ${kind} ${value}`).join('')} = ${rest}`
}

describe('the books of a step', () => {
  it.each([
    [
      'ingest',
      step('oais', [120, 110], { totalRequests: 120, referencedProducts: 110, requestsErrors: 6, requestsRunning: 2 }),
      'products: 120 - 110 - errors 6 - running 2 = 2',
    ],
    [
      'ingest with all that it can have',
      step('oais', [20, 10], {
        ...{ requestsErrors: 1, productWaitVersionMode: 2, requestsRunning: 3, ignoredProducts: 1, deletedProducts: 3 },
        postProcessErrors: 5,
      }),
      'products: 20 - 10 - errors 1 - waiting 2 - running 3 - leftOut 1 - deleted 3 = 0',
    ],
    [
      'GeoJSON: denied requests never came in, and updates make no product',
      step('feature', [9, 6], {
        ...{ inErrorReferencingRequests: 1, runningReferencingRequests: 1, deniedReferencingRequests: 4 },
        ...{ inErrorUpdateRequests: 7, runningUpdateRequests: 7, updateRequests: 14 },
      }),
      'products: 9 - 6 - errors 1 - running 1 = 1',
    ],
    [
      'the worker manager: worker types may hold dots',
      step('workers', [20, 5], {
        ...{ 'workers.requests': 20, 'workers.no_worker_available': 2, 'workers.a.b.done': 5, 'workers.a.b.error': 1 },
        ...{ 'workers.a.b.invalid': 2, 'workers.c.running': 3, 'workers.c.dispatched': 1 },
        ...{ 'workers.c.retry': 4, 'workers.c.deletion': 1 },
      }),
      'requests: 20 - 5 - errors 3 - waiting 2 - running 4 - toDispatch 4 - toDelete 1 = 1',
    ],
    [
      'storage',
      step('storage', [25, 16], { requestsErrors: 3, requestsRunning: 2, requestsRefused: 1, deletedFiles: 1 }),
      'files: 25 - 16 - errors 3 - running 2 - leftOut 1 - deleted 1 = 2',
    ],
    ['a step with more out than in', step('oais', [3, 5], { requestsErrors: 1 }), 'products: 3 - 5 - errors 1 = -3'],
  ])('of %s are written out', (_, one, sum) => {
    expect(written(one)).toBe(sum)
  })

  it.each([
    ['the acquisition: files in, products out', step('scan', [40, 12], { filesAcquired: 40 }), 'units'],
    ['the catalogue: one counter is both', step('catalog', [5, 5], { indexed: 5 }), 'oneCounter'],
    ['recipients: what is pending is the input', step('fem_dissemination', [0, 12], {}), 'pending'],
    ['an unknown step', step('quality', [5, 5], {}), 'unknown'],
    [
      'storage, with errors beside deletions',
      step('storage', [5, 3], { requestsErrors: 2, deleteRequests: 1 }),
      'mixed',
    ],
    ['a counter that is no number', step('oais', [5, 3], { requestsErrors: NaN }), 'unreadable'],
    ['an input that is no number', step('oais', [NaN, 3], {}), 'unreadable'],
  ])('are not told for %s', (_, one, why) => {
    expect(bookOf(one)).toEqual({ why })
  })

  it('of storage are told once deletions and copies are over, without an error or anything running', () => {
    expect(written(step('storage', [5, 3], { deleteRequests: 2, deletedFiles: 2 }))).toBe(
      'files: 5 - 3 - deleted 2 = 0',
    )
  })

  it('always come out: what is taken off and what is left make what came in', () => {
    const figure = fc.integer({ min: -5, max: 50 })
    const names = [
      'requestsErrors',
      'requestsRunning',
      'ignoredProducts',
      'deletedProducts',
      'requestsRefused',
      'deletedFiles',
    ]
    const counters = fc.record(Object.fromEntries(names.map(name => [name, figure])))
    fc.assert(
      fc.property(fc.constantFrom('oais', 'storage'), figure, figure, counters, (stepId, input, output, of) => {
        const told = bookOf(step(stepId, [input, output], of))
        if ('why' in told) throw new Error(told.why)
        const { terms, rest, ...ends } = told.book
        expect(ends.out + terms.reduce((sum, { value }) => sum + value, 0) + rest).toBe(input)
      }),
    )
  })
})
