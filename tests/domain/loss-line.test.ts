/** Where products and files are lost: every figure of the line and of its sentence, for counters of any kind (docs/regards-api/sessions.md 6). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Gap, Lane } from '@/domain/loss-line'
import { lossLine } from '@/domain/loss-line'
import { LOSS_LINE } from '@/domain/loss-stages'
import { outsideOf, summaryOf } from '@/domain/loss-summary'
import type { Step } from '@/domain/session'
import { sumOf } from '@/domain/step-reading'
import type { GroupDefinition, StepId } from '@/domain/step-catalogue'
import { STEP_CATALOGUE, stepDefinition } from '@/domain/step-catalogue'
import { aStep } from './a-step'

const line = (...steps: readonly Step[]) => lossLine({ steps })
const sentence = (...steps: readonly Step[]) => summaryOf(line(...steps))

/** The stages of a lane and their figures; a stage the session does not have is not there. */
const stages = ({ stages: all }: Lane) =>
  Object.fromEntries(all.flatMap(({ id, value }) => (value === undefined ? [] : [[id, value]])))

const between = ({ gaps }: Lane, from: string, to: string): Gap => {
  const gap = gaps.find(one => one.from?.id === from && one.to.id === to)
  if (gap === undefined) throw new Error(`No gap from ${from} to ${to}`)
  return gap
}

const parts = (gap: Gap) => Object.fromEntries(gap.parts.map(({ id, value }) => [id, value]))

const SCAN = {
  ...{ filesAcquired: 40, filesInvalid: 9, generatedProducts: 12, ingested: 10, complete: 1, chainRunning: 2 },
  ...{ generationError: 2, ingestionFailed: 3, invalid: 4, incomplete: 5, canceled: 8 },
}

describe('the products of a session', () => {
  it('go from acquired to indexed, and each difference is split into what the counters say', () => {
    const [products] = line(
      aStep('scan', { ...SCAN, ingestionFailed: 0 }),
      aStep('oais', {
        totalRequests: 12,
        requestsErrors: 2,
        requestsRunning: 1,
        ignoredProducts: 1,
        referencedProducts: 7,
      }),
      aStep('catalog', { indexed: 4, indexedError: 1 }),
    )
    expect(stages(products)).toEqual({ acquired: 32, generated: 12, submitted: 12, referenced: 7, indexed: 4 })
    expect(parts(between(products, 'acquired', 'generated'))).toEqual({
      ...{ generationError: 2, invalid: 4, complete: 1, incomplete: 5, canceled: 8 },
    })
    expect(parts(between(products, 'generated', 'submitted'))).toEqual({})
    expect(parts(between(products, 'submitted', 'referenced'))).toEqual({
      ...{ oaisErrors: 2, oaisRunning: 1, ignored: 1, unaccounted: 1 },
    })
    expect(parts(between(products, 'referenced', 'indexed'))).toEqual({ indexedError: 1, unaccounted: 2 })
    expect(products.gaps.flatMap(({ marks }) => marks)).toEqual([])
  })

  it('are not used where the session has no such step, and never zero', () => {
    const [products, files] = line(aStep('oais', { totalRequests: 5, referencedProducts: 5 }))
    expect(products.stages.map(({ id, value }) => [id, value])).toEqual([
      ['acquired', undefined],
      ['generated', undefined],
      ['submitted', 5],
      ['referenced', 5],
      ['indexed', undefined],
    ])
    expect(products.gaps).toHaveLength(1)
    expect(stages(files)).toEqual({})
  })

  it('that Ingest refused on arrival are in error at the acquisition, which alone counts them', () => {
    const [products] = line(aStep('scan', { generatedProducts: 10, ingestionFailed: 3 }))
    expect(stages(products)).toEqual({ acquired: 13, generated: 13, submitted: 10 })
    expect(parts(between(products, 'generated', 'submitted'))).toEqual({ ingestionFailed: 3 })
  })

  it.each([
    ['in error', { requestsErrors: 3 }, { oaisErrors: 3 }],
    ['relaunched', { requestsRunning: 3 }, { oaisRunning: 3 }],
  ])('whose request is %s count there, and not a second time at the acquisition', (_, oais, expected) => {
    const [products] = line(
      aStep('scan', { generatedProducts: 10, ingestionFailed: 3 }),
      aStep('oais', { totalRequests: 13, referencedProducts: 10, ...oais }),
    )
    expect(parts(between(products, 'generated', 'submitted'))).toEqual({})
    expect(parts(between(products, 'submitted', 'referenced'))).toEqual(expected)
  })

  it('of GeoJSON come in where they are submitted: the acquisition never had them', () => {
    const [products] = line(
      aStep('scan', { generatedProducts: 10 }),
      aStep('oais', { totalRequests: 10, referencedProducts: 10 }),
      aStep('feature', { referencingRequests: 4, deniedReferencingRequests: 2, referencedProducts: 4 }),
    )
    expect(stages(products)).toMatchObject({ generated: 10, submitted: 16, referenced: 14 })
    expect(between(products, 'generated', 'submitted')).toMatchObject({ missing: 0, parts: [], marks: [] })
    expect(parts(between(products, 'submitted', 'referenced'))).toEqual({ denied: 2 })
  })

  it('that were deleted are neither lost nor unaccounted', () => {
    const [products] = line(aStep('oais', { totalRequests: 5, referencedProducts: 2, deletedProducts: 3 }))
    expect(between(products, 'submitted', 'referenced').parts).toEqual([
      { id: 'oaisDeleted', kind: 'deleted', type: 'REFERENCING', value: 3 },
    ])
  })

  it('that are more after a step than before it are shown as such', () => {
    const [products] = line(aStep('oais', { totalRequests: 5, referencedProducts: 8, requestsErrors: 1 }))
    const gap = between(products, 'submitted', 'referenced')
    expect(gap).toMatchObject({ missing: -3, marks: ['excess'] })
    expect(parts(gap)).toEqual({ oaisErrors: 1, unaccounted: -4 })
  })

  it('that were indexed after an indexing error are counted once too often, and that is said', () => {
    const [products] = line(
      aStep('feature', { referencingRequests: 5, referencedProducts: 5 }),
      aStep('catalog', { indexed: 5, indexedError: 2 }),
    )
    const gap = between(products, 'referenced', 'indexed')
    expect(parts(gap)).toEqual({ indexedError: 2, unaccounted: -2 })
    expect(gap.marks).toEqual(['excess'])
  })

  it('are not told apart where a counter is no number, and a counter below zero is marked', () => {
    const [unreadable] = line(aStep('oais', { totalRequests: NaN, referencedProducts: 5, requestsErrors: 1 }))
    expect(between(unreadable, 'submitted', 'referenced')).toMatchObject({ missing: undefined, marks: ['unreadable'] })
    const [negative] = line(aStep('oais', { totalRequests: 5, referencedProducts: 5, requestsErrors: -1 }))
    const gap = between(negative, 'submitted', 'referenced')
    expect(gap.marks).toEqual(['negative'])
    expect(parts(gap)).toEqual({ oaisErrors: -1, unaccounted: 1 })
  })

  it('with errors in a step that has no step before it are still told', () => {
    const [products] = line(aStep('catalog', { indexed: 5, indexedError: 2 }))
    expect(products.gaps).toMatchObject([{ from: undefined, missing: undefined, parts: [{ value: 2 }], marks: [] }])
  })
})

describe('the files of a session', () => {
  it('are split like products, in their own lane', () => {
    const [, files] = line(
      aStep('storage', {
        ...{ storeRequests: 20, referenceRequests: 5, storedFiles: 12, referencedFiles: 4, deletedFiles: 1 },
        ...{ requestsErrors: 3, requestsRunning: 2, requestsRefused: 1, deleteRequests: 0 },
      }),
    )
    expect(stages(files)).toEqual({ filesSubmitted: 25, filesStored: 16 })
    expect(parts(between(files, 'filesSubmitted', 'filesStored'))).toEqual({
      ...{ storageErrors: 3, storageRunning: 2, refused: 1, filesDeleted: 1, unaccounted: 2 },
    })
  })

  it('of the acquisition are not compared with those of the storage: one may be stored several times', () => {
    const [, files] = line(aStep('scan', SCAN), aStep('storage', { storeRequests: 90, storedFiles: 90 }))
    const gap = between(files, 'filesAcquired', 'filesSubmitted')
    expect(gap).toMatchObject({ missing: undefined, marks: ['notCompared'] })
    expect(parts(gap)).toEqual({ filesInvalid: 9 })
    expect(parts(between(line(aStep('scan', SCAN))[1], 'filesAcquired', 'filesSubmitted'))).toEqual({ filesInvalid: 9 })
  })

  it.each(['copyRequests', 'deleteRequests'])(
    'in error may be %s as far as there are any, and those are in no sum',
    others => {
      const [, files] = line(aStep('storage', { storeRequests: 9, storedFiles: 9, [others]: 2, requestsErrors: 2 }))
      const gap = between(files, 'filesSubmitted', 'filesStored')
      expect(gap).toMatchObject({ missing: 0, parts: [], marks: ['mixed'] })
      expect(gap.mixed).toMatchObject([{ id: 'storageErrors', value: 2 }])
    },
  )

  it('in error that are more than all copies and deletions are certain', () => {
    const [, files] = line(
      aStep('storage', {
        storeRequests: 20,
        storedFiles: 9,
        deleteRequests: 2,
        requestsErrors: 10,
        requestsRunning: 1,
      }),
    )
    const gap = between(files, 'filesSubmitted', 'filesStored')
    expect(parts(gap)).toEqual({ storageErrors: 8, unaccounted: 3 })
    expect(gap.mixed.map(({ id, value }) => [id, value])).toEqual([
      ['storageErrors', 2],
      ['storageRunning', 1],
    ])
  })
})

describe('the table of the line', () => {
  const lanes = Object.values(LOSS_LINE)
  const rows = lanes.flatMap(({ unit, stages: all }) =>
    all.flatMap(({ counts, parts: own }) => [...counts, ...own].map(row => ({ unit, ...row }))),
  )
  const propertiesOf = (stepId: StepId) => {
    const groups: readonly GroupDefinition[] = Object.values(STEP_CATALOGUE[stepId].groups)
    return groups.flatMap(({ properties }) => properties.flatMap(({ id, sum }) => sum ?? [id]))
  }

  it('names properties that the step catalogue knows, and lists that a card of the step opens', () => {
    expect(rows.length).toBeGreaterThan(25)
    for (const row of rows) {
      expect(propertiesOf(row.stepId)).toEqual(expect.arrayContaining([...row.properties]))
      if (!('opens' in row)) continue
      const lists: readonly string[] =
        stepDefinition(row.stepId)?.actions.flatMap(action =>
          action.id === 'relaunch' ? [] : [action.list, ...(action.list === 'storages' ? ['storageErrors'] : [])],
        ) ?? []
      expect(lists).toContain(row.opens.list)
    }
  })

  it('never mixes units: requests of workers and deliveries are in no lane, files in one of their own', () => {
    expect(rows.map(({ stepId }) => stepId)).not.toContain('workers')
    expect(rows.map(({ stepId }) => stepId)).not.toContain('fem_dissemination')
    const isOfFiles = (name: string) =>
      /files|^(?:store|reference)Requests$|^requests(?:Errors|Running|Refused)$/i.test(name)
    for (const { unit, stepId, properties } of rows)
      for (const property of properties)
        expect(`${property}: ${stepId !== 'oais' && isOfFiles(property) ? 'files' : 'products'}`).toBe(
          `${property}: ${unit}`,
        )
  })

  it('has each loss that a badge counts as left out, of creations', () => {
    const left = rows.filter(row => 'kind' in row && row.kind === 'leftOut').flatMap(({ properties }) => properties)
    expect(new Set(left)).toEqual(
      new Set([
        'incomplete',
        'canceled',
        'ignoredProducts',
        'deniedReferencingRequests',
        'filesInvalid',
        'requestsRefused',
      ]),
    )
  })
})

/** Steps that a session may have, with any of the counters of the table. */
const someSteps = (counter: fc.Arbitrary<number>) => {
  const names = new Map<StepId, Set<string>>()
  for (const { stages: all } of Object.values(LOSS_LINE))
    for (const { counts, parts: own } of all)
      for (const { stepId, properties } of [...counts, ...own])
        for (const property of properties) names.set(stepId, (names.get(stepId) ?? new Set<string>()).add(property))
  names.get('storage')?.add('copyRequests').add('deleteRequests')
  const ids = [...names.keys()]
  return fc
    .subarray(ids)
    .chain(chosen =>
      fc.tuple(
        ...chosen.map(stepId =>
          fc
            .record(Object.fromEntries([...(names.get(stepId) ?? [])].map(name => [name, counter])))
            .map(of => aStep(stepId, of)),
        ),
      ),
    )
}

const ANY = fc.oneof(fc.integer({ min: -5, max: 30 }), fc.constant(NaN))
const REAL = fc.integer({ min: 0, max: 30 })
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('for any counters', () => {
  it('the parts add up to the difference, and nothing is below zero without a mark', () => {
    fc.assert(
      fc.property(someSteps(ANY), steps => {
        for (const { gaps } of line(...steps))
          for (const { from, to, missing, parts: own, mixed, marks } of gaps) {
            if (missing !== undefined && !marks.includes('unreadable')) {
              expect(sum(own.map(({ value }) => value))).toBe(missing)
              expect((from?.value ?? NaN) + to.entered - (to.value ?? NaN)).toBe(missing)
            }
            const isOdd = [...own, ...mixed].some(({ value }) => value < 0) || (missing ?? 0) < 0
            if (isOdd) expect(marks.filter(mark => mark === 'excess' || mark === 'negative')).not.toEqual([])
            if ([...own, ...mixed].some(({ value }) => Number.isNaN(value))) expect(marks).toContain('unreadable')
            expect([...own, ...mixed].filter(({ value }) => value === 0)).toEqual([])
          }
      }),
    )
  })

  it('a stage has a figure exactly where the session has a step that counts it', () => {
    fc.assert(
      fc.property(someSteps(ANY), steps => {
        const ids = steps.map(({ stepId }) => stepId)
        const [products, files] = line(...steps)
        expect('acquired' in stages(products)).toBe(ids.includes('scan'))
        expect('indexed' in stages(products)).toBe(ids.includes('catalog'))
        expect('referenced' in stages(products)).toBe(ids.includes('oais') || ids.includes('feature'))
        expect('filesStored' in stages(files)).toBe(ids.includes('storage'))
      }),
    )
  })

  it('what arrived, and what was lost or is on its way, are all that came in', () => {
    fc.assert(
      fc.property(someSteps(REAL), steps => {
        const { head, losses } = sentence(...steps)
        if (head.kind !== 'of' && head.kind !== 'all') return
        const [products, files] = line(...steps)
        const { gaps } = head.unit === 'products' ? products : files
        const of = (kinds: (kind: string) => boolean) =>
          sum(losses.filter(({ unit, kind }) => unit === head.unit && kinds(kind)).map(({ value }) => value))
        const told = of(kind => kind !== 'excess' && kind !== 'mixed')
        const unsummed = gaps.filter(({ missing }) => missing === undefined).flatMap(gap => gap.parts)
        const surplus = sum(gaps.map(({ missing }) => Math.max(0, -(missing ?? 0))))
        expect(head.last + told - sum(unsummed.map(({ value }) => value)) - of(kind => kind === 'excess')).toBe(
          head.total - surplus,
        )
        expect(head.last).toBeLessThanOrEqual(head.total)
        expect(head.kind === 'all').toBe(head.last === head.total)
        // Without figures that contradict each other, it is simply a sum.
        if (of(kind => kind === 'excess') === 0 && unsummed.length === 0) expect(head.last + told).toBe(head.total)
      }),
    )
  })

  it('no loss is told that no counter has, and none that one has is left untold', () => {
    fc.assert(
      fc.property(someSteps(REAL), steps => {
        const { losses } = sentence(...steps)
        const of = (kind: string) => sum(losses.filter(one => one.kind === kind).map(({ value }) => value))
        const counted = (stepId: StepId, ...names: readonly string[]) =>
          sum(steps.filter(step => step.stepId === stepId).map(step => sumOf(step, names)))
        expect(of('leftOut')).toBe(
          counted('scan', 'incomplete', 'canceled', 'filesInvalid') +
            counted('oais', 'ignoredProducts') +
            counted('feature', 'deniedReferencingRequests') +
            counted('storage', 'requestsRefused'),
        )
        expect(of('waiting')).toBe(counted('scan', 'complete') + counted('oais', 'productWaitVersionMode'))
        const certain =
          counted('scan', 'generationError', 'invalid') +
          counted('oais', 'requestsErrors') +
          counted('feature', 'inErrorReferencingRequests') +
          counted('catalog', 'indexedError') +
          counted('storage', 'requestsErrors')
        const errors = of('errors') + of('mixed')
        expect(errors).toBeGreaterThanOrEqual(certain)
        expect(errors).toBeLessThanOrEqual(certain + counted('scan', 'ingestionFailed'))
      }),
    )
  })
})

describe('the sentence', () => {
  it('tells how many arrived, of how many, and what became of the others, by place', () => {
    const told = sentence(
      aStep('oais', { totalRequests: 1210, ignoredProducts: 2, requestsErrors: 4, referencedProducts: 1204 }),
      aStep('storage', { storeRequests: 10, storedFiles: 9, requestsErrors: 1 }),
      aStep('catalog', { indexed: 1200 }),
    )
    expect(told.head).toEqual({ kind: 'of', unit: 'products', stage: 'indexed', last: 1200, total: 1210 })
    expect(told.losses).toEqual([
      { kind: 'errors', value: 4, unit: 'products', place: ['REFERENCING'] },
      { kind: 'leftOut', value: 2, unit: 'products', place: ['REFERENCING'] },
      { kind: 'unaccounted', value: 4, unit: 'products', place: ['REFERENCING', 'DISSEMINATION'] },
      { kind: 'errors', value: 1, unit: 'files', place: ['STORAGE'] },
    ])
  })

  it('adds up what is lost in the same way at the same place', () => {
    const { losses } = sentence(aStep('scan', { ...SCAN, complete: 0, filesInvalid: 0 }))
    expect(losses).toEqual([
      { kind: 'errors', value: 9, unit: 'products', place: ['ACQUISITION'] },
      { kind: 'leftOut', value: 13, unit: 'products', place: ['ACQUISITION'] },
    ])
  })

  it('says that a counter is below zero or no number, and tells the others', () => {
    const odd = sentence(
      aStep('oais', { totalRequests: 9, requestsErrors: 2, ignoredProducts: NaN, referencedProducts: 4 }),
    )
    expect(odd).toMatchObject({
      head: { kind: 'of', last: 4, total: 9 },
      losses: [{ kind: 'errors', value: 2 }],
      isOdd: true,
    })
    expect(sentence(aStep('oais', { totalRequests: 9, referencedProducts: 4 })).isOdd).toBe(false)
    expect(sentence(aStep('storage', { storeRequests: 9, requestsErrors: -1 })).isOdd).toBe(true)
  })

  it.each([
    ['nothing that counts products or files', [aStep('workers', { 'workers.requests': 3 })], { kind: 'none' }],
    ['no step', [], { kind: 'none' }],
    ['files only', [aStep('storage', { storeRequests: 3, storedFiles: 3 })], { kind: 'all', unit: 'files', total: 3 }],
    ['the catalogue only', [aStep('catalog', { indexed: 3 })], { kind: 'only', last: 3 }],
    ['nothing yet', [aStep('oais', { totalRequests: 0 })], { kind: 'zero', unit: 'products' }],
    ['all arrived', [aStep('oais', { totalRequests: 3, referencedProducts: 3 })], { kind: 'all', stage: 'referenced' }],
    ['a figure below zero', [aStep('oais', { totalRequests: 3, referencedProducts: -3 })], { kind: 'untold' }],
    ['no number', [aStep('oais', { totalRequests: NaN, referencedProducts: 3 })], { kind: 'untold' }],
    [
      'stages that contradict each other: what came in is at no stage',
      [
        aStep('scan', { generatedProducts: 75 }),
        aStep('oais', { totalRequests: 78, referencedProducts: 60 }),
        aStep('catalog', { indexed: 72 }),
      ],
      { kind: 'arrived', stage: 'indexed', last: 72 },
    ],
    [
      'more after than before',
      [aStep('oais', { totalRequests: 3, referencedProducts: 5 }), aStep('catalog', { indexed: 4 })],
      { kind: 'of', last: 4, total: 5 },
    ],
  ])('of a session with %s', (_, steps, head) => {
    expect(sentence(...steps).head).toMatchObject(head)
  })
})

describe('what the sentence does not tell is said beside it', () => {
  it('errors and waiting requests of workers, and GeoJSON requests that bring no product', () => {
    const steps = [
      aStep('workers', { 'unzip.errors': 4 }, { errors: 4, waiting: 2 }),
      aStep(
        'feature',
        { inErrorReferencingRequests: 8, inErrorDeleteRequests: 4, inErrorNotifyRequests: 2 },
        { errors: 14 },
      ),
    ]
    expect(outsideOf(steps)).toEqual([
      { stepId: 'workers', errors: 4, waiting: 2 },
      { stepId: 'feature', errors: 6, waiting: 0 },
    ])
  })

  it('nothing where the line tells all', () => {
    const steps = [
      aStep('scan', { generationError: 20, ingestionFailed: 3, invalid: 2 }, { errors: 25 }),
      aStep('oais', { requestsErrors: 3, productWaitVersionMode: 1 }, { errors: 3, waiting: 1 }),
      aStep('storage', { requestsErrors: 2, deleteRequests: 1 }, { errors: 2 }),
      aStep('catalog', { indexedError: 1 }, { errors: 1 }),
    ]
    expect(outsideOf(steps)).toEqual([])
  })
})
