/** What a property event does to a step, for every property of the contract (docs/regards-api/sessions.md 5 and 6). */
import { describe, expect, it } from 'vitest'
import { Tally } from '@simulator/counters'
import { aWorld } from '@tests/support/a-world'
import { shownStep } from './asking'

type Effect = '-' | 'in' | 'out' | 'in out' | 'errors' | 'waiting' | 'running' | 'in running'

/** The In/Out and State columns of the tables of docs/regards-api/sessions.md 6, copied by hand and not from the simulator. */
const CONTRACT: Readonly<Record<string, Readonly<Record<string, Effect>>>> = {
  scan: {
    filesAcquired: 'in',
    filesInvalid: '-',
    chainRunning: 'running',
    incomplete: '-',
    complete: '-',
    invalid: 'errors',
    generatedProducts: 'out',
    generationError: 'errors',
    ingestionFailed: 'errors',
    ingested: '-',
    canceled: 'out',
  },
  workers: {
    'workers.requests': 'in',
    'workers.no_worker_available': 'waiting',
    'workers.geo.reproject-1.2.running': 'running',
    'workers.geo.reproject-1.2.dispatched': 'running',
    'workers.geo.reproject-1.2.error': 'errors',
    'workers.geo.reproject-1.2.invalid': 'errors',
    'workers.geo.reproject-1.2.done': 'out',
    'workers.geo.reproject-1.2.retry': '-',
    'workers.geo.reproject-1.2.deletion': '-',
  },
  oais: {
    totalRequests: 'in',
    requestsErrors: 'errors',
    requestsRunning: 'running',
    referencedProducts: 'out',
    deletedProducts: '-',
    newProductVersions: '-',
    replacedProducts: '-',
    ignoredProducts: '-',
    productWaitVersionMode: 'waiting',
    postProcessPending: '-',
    postProcessSuccess: '-',
    postProcessErrors: '-',
  },
  feature: {
    referencingRequests: 'in',
    updateRequests: '-',
    deleteRequests: '-',
    notifyRequests: '-',
    referencedProducts: 'out',
    updatedProducts: '-',
    deletedProducts: '-',
    notifyProducts: '-',
    runningReferencingRequests: 'running',
    runningUpdateRequests: 'running',
    runningDeleteRequests: 'running',
    runningNotifyRequests: 'running',
    deniedReferencingRequests: '-',
    deniedUpdateRequests: '-',
    inErrorReferencingRequests: 'errors',
    inErrorUpdateRequests: 'errors',
    inErrorDeleteRequests: 'errors',
    inErrorNotifyRequests: 'errors',
  },
  storage: {
    storeRequests: 'in',
    referenceRequests: 'in',
    copyRequests: '-',
    deleteRequests: '-',
    requestsRunning: 'running',
    requestsRefused: '-',
    requestsErrors: 'errors',
    storedFiles: 'out',
    referencedFiles: 'out',
    deletedFiles: '-',
  },
  catalog: { indexed: 'in out', indexedError: 'errors' },
  fem_dissemination: { 'mirror.example.org.pending': 'in running', 'mirror.example.org.done': 'out' },
  oais2030: { requestsErrors: '-', 'a.b.error': '-' },
}

const EVENTS = Object.entries(CONTRACT).flatMap(([stepId, properties]) =>
  Object.entries(properties).map(([property, effect]) => ({ stepId, property, effect })),
)

describe('an event', () => {
  it.each(EVENTS)('of $stepId $property counts as: $effect', ({ stepId, property, effect }) => {
    const words = effect.split(' ')
    const tally = new Tally(stepId)
    const expected = (count: number) => ({
      inputRelated: words.includes('in') ? count : 0,
      outputRelated: words.includes('out') ? count : 0,
      state: {
        errors: words.includes('errors') ? count : 0,
        waiting: words.includes('waiting') ? count : 0,
        running: words.includes('running') ? count : 0,
      },
      properties: new Map([[property, count]]),
    })
    tally.add(property, 5)
    expect(tally).toMatchObject(expected(5))
    tally.add(property, -2)
    expect(tally).toMatchObject(expected(3))
  })

  it('that comes too early makes a counter negative until the other one has come', () => {
    const tally = new Tally('oais')
    tally.add('requestsRunning', -2)
    expect(tally.state.running).toBe(-2)
    tally.add('requestsRunning', 2)
    expect(tally.state.running).toBe(0)
    expect(tally.properties.get('requestsRunning')).toBe(0)
  })

  it('with a value resets the step: every property stays, at 0', () => {
    const tally = new Tally('catalog')
    tally.add('indexed', 40)
    tally.add('indexedError', 3)
    tally.reset()
    expect(tally).toMatchObject({ inputRelated: 0, outputRelated: 0, state: { errors: 0, waiting: 0, running: 0 } })
    expect([...tally.properties]).toEqual([
      ['indexed', 0],
      ['indexedError', 0],
    ])
  })
})

describe('a work item', () => {
  const world = () =>
    aWorld()
      .withSession('A/day-1', s => s.scan({ done: 2, errors: 1, filesPerProduct: 3 }))
      .build()

  it('that changes its status leaves one counter and enters another, and what stays is not counted again', async () => {
    const w = world()
    const record = w.session({ source: 'A', name: 'day-1' })
    const product = w.archive.items(record, 'scan').find(({ status }) => status === 'GENERATION_ERROR')!
    w.archive.change(record, 'scan', product, 'SUBMITTED')
    w.advance('7s')
    expect(await shownStep(w, 'A', 'day-1', 'scan')).toMatchObject({
      inputRelated: 9,
      outputRelated: 3,
      state: { errors: 0, waiting: 0, running: 0 },
      properties: { filesAcquired: '9', generatedProducts: '3', generationError: '0', ingested: '2' },
    })
  })

  it('that vanishes takes its files along', async () => {
    const w = world()
    const record = w.session({ source: 'A', name: 'day-1' })
    for (const product of w.archive.items(record, 'scan')) w.archive.change(record, 'scan', product, 'GONE')
    w.advance('7s')
    expect(await shownStep(w, 'A', 'day-1', 'scan')).toMatchObject({
      inputRelated: 0,
      outputRelated: 0,
      state: { errors: 0 },
      properties: { filesAcquired: '0', generatedProducts: '0', generationError: '0', ingested: '0' },
    })
  })

  it('of a step that is rebuilt is forgotten with all others', async () => {
    const w = aWorld()
      .withSession('A/day-1', s => s.catalog({ indexed: 7, errors: 2 }))
      .build()
    w.archive.resetStep(w.session({ source: 'A', name: 'day-1' }), 'catalog')
    w.advance('7s')
    expect(await shownStep(w, 'A', 'day-1', 'catalog')).toMatchObject({
      inputRelated: 0,
      outputRelated: 0,
      state: { errors: 0 },
      properties: { indexed: '0', indexedError: '0' },
    })
  })
})

describe('what rs-admin shows', () => {
  it('are numbers as text, also those of unknown properties', async () => {
    const w = aWorld()
      .withSession('A/day-1', s =>
        s.oais({ done: 3, foreign: { signedProducts: 2 } }).step('quality', { checkedProducts: 4 }),
      )
      .build()
    expect((await shownStep(w, 'A', 'day-1', 'oais')).properties).toEqual({
      totalRequests: '3',
      referencedProducts: '3',
      requestsErrors: '0',
      requestsRunning: '0',
      signedProducts: '2',
    })
    expect((await shownStep(w, 'A', 'day-1', 'quality')).properties).toEqual({ checkedProducts: '4' })
  })

  it('of recipients is what is pending now as input, and all that was ever acknowledged as output', async () => {
    const w = aWorld()
      .withSession('A/day-1', s => s.recipients({ 'mirror.example.org': { done: 12 }, press: { pending: 3, done: 9 } }))
      .build()
    expect(await shownStep(w, 'A', 'day-1', 'fem_dissemination')).toMatchObject({
      inputRelated: 3,
      outputRelated: 21,
      state: { errors: 0, waiting: 0, running: 3 },
    })
  })
})
