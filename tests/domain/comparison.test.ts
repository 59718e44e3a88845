/** Two sessions side by side: counters, lists of errors, causes. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupByCause } from '@/domain/causes'
import type { CounterId, ReadCauses } from '@/domain/comparison'
import { compareCauses, compareSteps, stepsWithoutList } from '@/domain/comparison'
import { errorLists } from '@/domain/error-lists'
import { STEP_CATALOGUE } from '@/domain/step-catalogue'
import { aSession, aStep } from './a-step'

const idOf = (counter: CounterId) =>
  counter.kind === 'property' ? [counter.group, counter.name, counter.id].filter(Boolean).join('.') : counter.id

/** `group.id before → now`. */
const changes = (...args: Parameters<typeof compareSteps>) =>
  compareSteps(...args).flatMap(({ stepId, changed }) =>
    changed.map(({ counter, before, now }) => `${stepId} ${idOf(counter)} ${before ?? '-'} → ${now ?? '-'}`),
  )

describe('the counters of two sessions', () => {
  it('are in the order of the catalogue, what differs apart from what does not', () => {
    const before = aSession('A', 'one', [
      aStep('catalog', { indexed: 5 }, {}, 5),
      aStep('oais', { referencedProducts: 5 }, {}, 5),
    ])
    const now = aSession('A', 'two', [
      aStep('oais', { referencedProducts: 5, ignoredProducts: 2 }, {}, 5),
      aStep('catalog', { indexed: 3, indexedError: 2 }, { errors: 2 }, 3),
    ])
    expect(changes(before, now)).toEqual([
      'oais products.ignoredProducts 0 → 2',
      'catalog out 5 → 3',
      'catalog errors 0 → 2',
      'catalog products.indexed 5 → 3',
      'catalog products.indexedError 0 → 2',
    ])
    const [oais] = compareSteps(before, now)
    expect(oais?.same.map(({ counter }) => idOf(counter))).toContain('products.referencedProducts')
  })

  it('name a worker, a step that only one has, and a counter nobody knows', () => {
    const before = aSession('A', 'one', [aStep('workers', { 'workers.a.done': 4 }), aStep('new-step', { odd: 1 })])
    const now = aSession('A', 'two', [aStep('workers', { 'workers.b.done': 7 })])
    expect(changes(before, now)).toEqual([
      'workers byWorker.a.done 4 → -',
      'workers byWorker.b.done - → 7',
      'new-step odd 1 → -',
    ])
    expect(compareSteps(before, now).at(-1)?.isAbsent).toEqual({ before: false, now: true })
  })

  it('have no flow where the step has none, and no difference to what is no number', () => {
    const before = aSession('A', 'one', [aStep('fem_dissemination', { 'r.done': NaN }, {}, 9)])
    const now = aSession('A', 'two', [aStep('fem_dissemination', { 'r.done': 2 }, {}, 3)])
    const [step] = compareSteps(before, now)
    expect(step?.changed).toEqual([
      {
        counter: { kind: 'property', group: 'byRecipient', id: 'done', name: 'r' },
        before: NaN,
        now: 2,
        difference: undefined,
      },
    ])
    expect(compareSteps(before, before)[0]?.changed).toEqual([])
  })

  const step = fc
    .tuple(
      fc.constantFrom(...Object.keys(STEP_CATALOGUE), 'new-step'),
      fc.dictionary(
        fc.constantFrom('referencedProducts', 'indexed', 'workers.w.done', 'r.pending', 'odd'),
        fc.integer(),
      ),
      fc.integer(),
      fc.nat(),
    )
    .map(([stepId, properties, out, errors]) => aStep(stepId, properties, { errors }, out))
  const session = fc
    .uniqueArray(step, { selector: ({ stepId }) => stepId, maxLength: 6 })
    .map(steps => aSession('A', 'x', steps))

  it('differ by what they say; the other way round each difference is its opposite; nothing differs from itself', () => {
    fc.assert(
      fc.property(session, session, (a, b) => {
        const forth = compareSteps(a, b).flatMap(({ changed, same }) => [...changed, ...same])
        const back = new Map(
          compareSteps(b, a).flatMap(({ stepId, changed, same }) =>
            [...changed, ...same].map(row => [`${stepId}${JSON.stringify(row.counter)}`, row]),
          ),
        )
        expect(back.size).toBe(forth.length)
        for (const { stepId, changed, same } of compareSteps(a, b)) {
          for (const row of [...changed, ...same]) {
            expect(row.difference).toBe((row.now ?? 0) - (row.before ?? 0))
            expect(back.get(`${stepId}${JSON.stringify(row.counter)}`)?.difference).toBe(0 - (row.difference ?? 0))
          }
          expect(same.every(({ difference }) => difference === 0)).toBe(true)
          expect(changed.every(({ difference }) => difference !== 0)).toBe(true)
        }
        expect(changes(a, a)).toEqual([])
      }),
    )
  })
})

describe('the lists of errors of a session', () => {
  it('are those of its steps in error, one for each type of GeoJSON requests', () => {
    const found = errorLists(
      aSession('A', 'x', [
        aStep('feature', { inErrorReferencingRequests: 3, inErrorNotifyRequests: 1 }, { errors: 4 }),
        aStep('scan', { invalid: 2 }, { errors: 2 }),
        aStep('oais', {}, { errors: 0 }),
      ]),
    )
    expect(found.map(({ list, part, count }) => [list, part, count])).toEqual([
      ['productErrors', undefined, 2],
      ['featureErrors', 'CREATION', 3],
      ['featureErrors', 'NOTIFICATION', 1],
    ])
  })

  it('leave out steps whose errors REGARDS does not list by session', () => {
    const failing = aSession('A', 'x', [
      aStep('storage', {}, { errors: 9 }),
      aStep('catalog', {}, { errors: 1 }),
      aStep('oais', {}, { errors: 1 }),
    ])
    expect(stepsWithoutList([failing, aSession('A', 'y')])).toEqual(['storage', 'catalog'])
  })
})

const read = (texts: readonly string[], isComplete = true): ReadCauses => ({
  groups: groupByCause(texts.map(cause => ({ cause, date: undefined }))),
  read: texts.length,
  total: texts.length,
  isComplete,
})
const times = (n: number, text: string) => Array.from({ length: n }, () => text)

describe('the causes of two sessions', () => {
  it('are more, new, gone, the same; the largest difference first', () => {
    const before = read([...times(12, 'disk full'), ...times(5, 'gone text'), ...times(2, 'same')])
    const now = read([...times(340, 'disk full'), ...times(7, 'new text'), ...times(2, 'same')])
    expect(
      compareCauses(before, now).map(
        ({ pattern, before: was, now: is, change }) => `${pattern}: ${was} → ${is}, ${change}`,
      ),
    ).toEqual(['disk full: 12 → 340, more', 'new text: 0 → 7, new', 'gone text: 5 → 0, gone', 'same: 2 → 2, same'])
  })

  it('are neither new nor gone where the other list was not read to its end', () => {
    const [first, second] = compareCauses(read(times(2, 'a b'), false), read(times(3, 'c d'), false))
    expect([first?.change, second?.change]).toEqual(['notRead', 'notRead'])
    expect(compareCauses(read(times(9, 'a b'), false), read(times(3, 'a b')))[0]?.change).toBe('fewer')
  })

  it('add up to all errors that were read, on both sides', () => {
    const texts = fc.array(fc.constantFrom('disk full', 'no such file 12', 'no such file 13', 'refused', ''), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(texts, texts, fc.boolean(), (before, now, isComplete) => {
        const rows = compareCauses(read(before, isComplete), read(now))
        expect(rows.reduce((sum, row) => sum + row.before, 0)).toBe(before.length)
        expect(rows.reduce((sum, row) => sum + row.now, 0)).toBe(now.length)
        expect(new Set(rows.map(({ pattern }) => pattern)).size).toBe(rows.length)
        for (const { before: was, now: is, difference } of rows) expect(difference).toBe(is - was)
        const sizes = rows.map(({ difference }) => Math.abs(difference))
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
      }),
    )
  })
})
