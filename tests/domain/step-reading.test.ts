/** What a card reads from a step's raw properties, case by case (docs/regards-api/sessions.md 5 and 6, docs/regards-api/actions.md 1). */
import { describe, expect, it } from 'vitest'
import type { Step } from '@/domain/session'
import type { GroupDefinition } from '@/domain/step-catalogue'
import { STEP_CATALOGUE, stepDefinition } from '@/domain/step-catalogue'
import type { Reading } from '@/domain/step-reading'
import {
  errorBreakdown,
  holds,
  isDerived,
  readEachGroup,
  readGroup,
  readUnknownCounters,
  relaunchableCount,
  setAsideCount,
  sumOf,
  workingCount,
} from '@/domain/step-reading'
import { aStep } from './a-step'

const figures = (readings: readonly Reading[]) =>
  Object.fromEntries(readings.map(({ property, value }) => [property.id, value]))
const tones = (readings: readonly Reading[]) =>
  Object.fromEntries(readings.map(({ property, tone }) => [property.id, tone]))

const { scan, workers, oais, catalog, fem_dissemination: recipients } = STEP_CATALOGUE

describe('a group of figures', () => {
  it('reads raw properties by their names and derived ones as sums, in the order of the catalogue', () => {
    const step = aStep('scan', { ingestionFailed: 3, generationError: 2, generatedProducts: 40, canceled: 5 })
    expect(Object.entries(figures(readGroup(step, scan.groups.products)))).toEqual([
      ['generatedProducts', 40],
      ['complete', 0],
      ['ingested', 0],
      ['productsErrors', 5],
      ['generationError', 2],
      ['ingestionFailed', 3],
      ['invalid', 0],
      ['incomplete', 0],
      ['productsCanceled', 5],
    ])
  })

  it('tones what is there, and mutes what is nought', () => {
    const step = aStep('scan', { generatedProducts: 1, invalid: 1, incomplete: 1, canceled: 0 })
    expect(tones(readGroup(step, scan.groups.products))).toEqual({
      ...{ generatedProducts: 'plain', invalid: 'error', incomplete: 'setAside' },
      ...{ complete: 'muted', ingested: 'muted', productsErrors: 'muted', generationError: 'muted' },
      ...{ ingestionFailed: 'muted', productsCanceled: 'muted' },
    })
  })

  it.each([
    ['below zero, since events may be processed out of order', -4, -4],
    ['no number, since what is not known is not nought', NaN, NaN],
  ])('shows a figure that is %s', (_, raw, shown) => {
    const [first] = readGroup(aStep('catalog', { indexed: raw }), catalog.groups.products)
    expect(first).toMatchObject({ value: shown, tone: 'plain' })
  })

  it('does not take what every object inherits for a counter', () => {
    const group: GroupDefinition = { properties: [{ id: 'constructor' }, { id: 'toString' }, { id: '__proto__' }] }
    expect(readGroup(aStep('x'), group).map(({ value }) => value)).toEqual([0, 0, 0])
  })
})

describe('a table by name', () => {
  const lines = (step: Step, group: GroupDefinition) =>
    readEachGroup(step, group).map(({ name, readings }) => [name, figures(readings)])

  it('has one line per exact worker type, however alike and dotted their names are', () => {
    const step = aStep('workers', {
      'workers.requests': 9,
      'workers.no_worker_available': 1,
      'workers.image.tiff.error': 2,
      'workers.image.error': 3,
      'workers.image.tiff.invalid': 4,
      'workers.image.running': 5,
      'workers.image.dispatched': 6,
    })
    expect(lines(step, workers.groups.byWorker)).toEqual([
      [
        'image',
        expect.objectContaining({ inProgress: 11, running: 5, dispatched: 6, errors: 3, error: 3, invalid: 0 }),
      ],
      ['image.tiff', expect.objectContaining({ inProgress: 0, errors: 6, error: 2, invalid: 4 })],
    ])
  })

  it('splits a recipient from its measure at the last dot', () => {
    const step = aStep('fem_dissemination', {
      'mirror.example.org.pending': 1,
      'mirror.done': 2,
      'done.done': 3,
      '__proto__.done': 4,
    })
    expect(lines(step, recipients.groups.byRecipient)).toEqual([
      ['__proto__', { pending: 0, done: 4 }],
      ['done', { pending: 0, done: 3 }],
      ['mirror', { pending: 0, done: 2 }],
      ['mirror.example.org', { pending: 1, done: 0 }],
    ])
  })

  it.each(['pending', '.pending', 'mirror.', 'mirror.unheardOf', ''])('has no line for "%s"', name => {
    const step = aStep('fem_dissemination', { [name]: 1 })
    expect(readEachGroup(step, recipients.groups.byRecipient)).toEqual([])
    expect(readUnknownCounters(step)).toEqual([{ name, value: 1 }])
  })

  it('is empty for a group without names', () => {
    expect(readEachGroup(aStep('catalog', { indexed: 1 }), catalog.groups.products)).toEqual([])
  })
})

describe('other counters', () => {
  it('are those no group reads, in alphabetical order', () => {
    const step = aStep('oais', { totalRequests: 1, zeta: 2, alpha: NaN, requestsErrors: 3, constructor: 4 })
    expect(readUnknownCounters(step)).toEqual([
      { name: 'alpha', value: NaN },
      { name: 'constructor', value: 4 },
      { name: 'zeta', value: 2 },
    ])
  })

  it('are not the parts of a sum', () => {
    expect(readUnknownCounters(aStep('scan', { generationError: 1, canceled: 2 }))).toEqual([])
    expect(readUnknownCounters(aStep('workers', { 'workers.a.b.dispatched': 1, 'workers.requests': 2 }))).toEqual([])
  })

  it.each(['constructor', 'a_step_of_tomorrow'])('are all there is of the unknown step "%s"', stepId => {
    expect(readUnknownCounters(aStep(stepId, { b: 1, a: 2 }))).toEqual([
      { name: 'a', value: 2 },
      { name: 'b', value: 1 },
    ])
  })
})

describe('the condition of a button', () => {
  it.each([
    ['none', undefined, aStep('x'), true],
    ['errors, and there are some', 'errors', aStep('x', {}, { errors: 1 }), true],
    ['errors, and there are none', 'errors', aStep('x', {}, { waiting: 1 }), false],
    ['errors, and they are below zero', 'errors', aStep('x', {}, { errors: -1 }), false],
    ['waiting, and something waits', 'waiting', aStep('x', {}, { waiting: 1 }), true],
    ['waiting, and nothing does', 'waiting', aStep('x', {}, { errors: 1 }), false],
    ['one of two figures, and the second is there', { positive: ['a', 'b'] }, aStep('x', { b: 1 }), true],
    ['a figure that is nought', { positive: ['a'] }, aStep('x', { a: 0 }), false],
    ['a figure below zero', { positive: ['a'] }, aStep('x', { a: -2 }), false],
    ['a figure that is no number', { positive: ['a'] }, aStep('x', { a: NaN }), false],
    ['a figure every object inherits', { positive: ['constructor'] }, aStep('x'), false],
    ['any recipient, and the dotted one has some', { positive: ['*.pending'] }, aStep('x', { 'a.b.pending': 1 }), true],
    ['any recipient, and none has any', { positive: ['*.pending'] }, aStep('x', { 'a.pending': 0, pending: 1 }), false],
  ] as const)('that wants %s', (_, condition, step, expected) => {
    expect(holds(condition, step)).toBe(expected)
  })
})

describe('what raw properties add up to', () => {
  const step = aStep('workers', { a: 2, b: 3, c: -5, d: NaN, 'x.y.error': 4, 'z.error': 5, error: 100 })

  it.each([
    [['a', 'b'], 5],
    [['a', 'c', 'd', 'unheardOf', 'constructor'], 2],
    [['*.error'], 9],
    [['*.error', 'a'], 11],
    [[], 0],
  ])('%j: %d, nothing below zero and nothing that is no number', (patterns, expected) => {
    expect(sumOf(step, patterns)).toBe(expected)
  })
})

it('a figure made of several counters is marked as ours, one that only has another name is not', () => {
  const derived = scan.groups.products.properties.filter(isDerived).map(({ id }) => id)
  expect(derived).toEqual(['productsErrors'])
})

describe('how many errors are relaunchable', () => {
  it.each([
    [
      'scan, invalid products left out',
      aStep('scan', { generationError: 2, ingestionFailed: 3, invalid: 9 }, { errors: 14 }),
      5,
    ],
    ['scan with a figure below zero', aStep('scan', { generationError: -2, ingestionFailed: 3 }, { errors: 1 }), 3],
    ['scan with invalid products only', aStep('scan', { invalid: 9 }, { errors: 9 }), 0],
    ['workers, by what REGARDS adds up', aStep('workers', { 'workers.a.error': 2 }, { errors: 7 }), 7],
    ['oais', aStep('oais', { requestsErrors: 4 }, { errors: 4 }), 4],
    ['storage', aStep('storage', {}, { errors: 1 }), 1],
    ['feature with errors of one type', aStep('feature', { inErrorDeleteRequests: 2 }, { errors: 2 }), 2],
    ['feature whose types have none', aStep('feature', {}, { errors: 2 }), 0],
    ['a step without errors', aStep('oais'), 0],
    ['catalog, which has no relaunch', aStep('catalog', { indexedError: 3 }, { errors: 3 }), 0],
    ['an unknown step', aStep('constructor', {}, { errors: 3 }), 0],
  ])('of %s', (_, step, expected) => {
    expect(relaunchableCount(step)).toBe(expected)
  })
})

describe('how many items are at work', () => {
  it.each([
    ['those running', aStep('oais', {}, { running: 3 }), 3],
    [
      'requests on their way back to a worker too',
      aStep('workers', { 'workers.a.b.retry': 2, 'workers.c.retry': 1 }, { running: 3 }),
      6,
    ],
    ['nothing below zero', aStep('workers', { 'workers.a.retry': -2 }, { running: -3 }), 0],
    ['nothing that is no number', aStep('workers', { 'workers.a.retry': NaN }, { running: 1 }), 1],
    ['what another step calls a retry: not those', aStep('oais', { 'a.retry': 5 }, { running: 1 }), 1],
    ['an unknown step, by its state', aStep('x', { 'a.retry': 5 }, { running: 2 }), 2],
  ])('%s', (_, step, expected) => {
    expect(workingCount(step)).toBe(expected)
  })
})

describe('what the errors are made of', () => {
  it.each([
    [
      'raw figures, the largest first, sums left out',
      aStep('scan', { generationError: 2, ingestionFailed: 30, invalid: 4 }),
      [
        ['ingestionFailed', undefined, 30],
        ['invalid', undefined, 4],
        ['generationError', undefined, 2],
      ],
    ],
    [
      'figures per worker',
      aStep('workers', { 'workers.a.b.error': 1, 'workers.a.b.invalid': 3, 'workers.c.error': 2, 'workers.c.done': 9 }),
      [
        ['invalid', 'a.b', 3],
        ['error', 'c', 2],
        ['error', 'a.b', 1],
      ],
    ],
    ['nothing at or below zero', aStep('oais', { requestsErrors: -1, totalRequests: 5 }), []],
    ['nothing REGARDS does not call an error', aStep('oais', { postProcessErrors: 5 }), []],
    ['nothing of an unknown step', aStep('x', { errors: 5 }), []],
  ])('is %s', (_, step, expected) => {
    expect(errorBreakdown(step).map(({ propertyId, name, value }) => [propertyId, name, value])).toEqual(expected)
  })
})

describe('what was set aside', () => {
  it.each([
    [
      'incomplete, cancelled and invalid files of an acquisition',
      [aStep('scan', { incomplete: 1, canceled: 2, filesInvalid: 4, invalid: 100 })],
      7,
    ],
    ['what several steps lost', [aStep('oais', { ignoredProducts: 3 }), aStep('storage', { requestsRefused: 4 })], 7],
    ['every denied kind of request', [aStep('feature', { deniedUpdateRequests: 1, deniedNotifyRequests: 2 })], 3],
    [
      'no figure below zero, and none that is no number',
      [aStep('oais', { ignoredProducts: -3 }), aStep('storage', { requestsRefused: NaN })],
      0,
    ],
    ['nothing of post-processing: the products are stored', [aStep('oais', { postProcessErrors: 5 })], 0],
    ['nothing of workers, which lose nothing silently', [aStep('workers', { 'workers.a.invalid': 3 })], 0],
    ['nothing of an unknown step', [aStep('x', { ignoredProducts: 3 })], 0],
    ['nothing of a session without steps', [], 0],
  ])('counts %s', (_, steps, expected) => {
    expect(setAsideCount(steps)).toBe(expected)
  })
})

describe('the button that leads to referenced products', () => {
  const seeReferenced = (step: Step) =>
    stepDefinition(step.stepId)?.actions.some(a => a.id === 'seeReferenced' && holds(a.when, step))

  it.each([
    [aStep('scan', { generatedProducts: 1 }), true],
    [aStep('scan', { generatedProducts: 0 }), false],
    [aStep('oais', { referencedProducts: 1 }), true],
    [aStep('feature', { referencedProducts: 0 }), false],
  ])('is there when there are some: %j', (step, expected) => {
    expect(seeReferenced(step)).toBe(expected)
  })
})

it('an oais product that waits for a decision is a reason to look at it, not an error', () => {
  const step = aStep('oais', { productWaitVersionMode: 2 }, { waiting: 2 })
  const shown = oais.actions.filter(({ when }) => holds(when, step)).map(({ id }) => id)
  expect(shown).toEqual(['seeWaiting'])
})
