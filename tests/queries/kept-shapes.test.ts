/** A reload restores exactly the actions that a schema would accept, however damaged they are. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { RELAUNCHED_BY_IDS } from '@/domain/record-list'
import { isEverything, isKept } from '@/queries/kept-shapes'
import { bent } from '@tests/services/bending'

const ref = z.looseObject({ source: z.string(), name: z.string() })

const order = z.union([
  z.looseObject({
    kind: z.literal('relaunch'),
    ref,
    stepId: z.string(),
    only: z.optional(z.array(z.string())),
    selected: z.optional(
      z.looseObject({ list: z.enum(Object.keys(RELAUNCHED_BY_IDS)), ref, ids: z.array(z.number()) }),
    ),
  }),
  z.looseObject({ kind: z.literal('versioning'), ref, mode: z.string(), ids: z.optional(z.array(z.number())) }),
  z.looseObject({ kind: z.literal('crawl'), id: z.string(), label: z.string() }),
  z.looseObject({ kind: z.literal('deletion'), ref, id: z.number(), confirmed: z.string() }),
])

const counters = z.looseObject({ errors: z.number(), waiting: z.number(), running: z.number() })
const step = z.looseObject({
  stepId: z.string(),
  state: counters,
  properties: z.record(z.string(), z.nullable(z.number())),
})
const outcome = z.union([
  z.looseObject({ kind: z.enum(['accepted', 'nothing']) }),
  z.looseObject({ kind: z.literal('handled'), handled: z.number(), requested: z.number() }),
  z.looseObject({ kind: z.literal('refused'), status: z.number(), messages: z.array(z.string()) }),
  z.looseObject({ kind: z.literal('unknown'), reason: z.string() }),
])
const report = z.looseObject({
  outcome: z.looseObject({ parts: z.array(z.looseObject({ outcome })) }),
  baseline: z.optional(z.looseObject({ source: z.string(), name: z.string(), steps: z.array(step) })),
})

const mutation = z.looseObject({
  mutationKey: z.tuple([z.literal('action')]),
  state: z.looseObject({
    status: z.enum(['pending', 'success']),
    submittedAt: z.number(),
    variables: order,
    data: z.optional(report),
  }),
})
const progress = z.looseObject({
  phase: z.enum(['reading', 'sending']),
  done: z.number(),
  sent: z.number(),
  total: z.number(),
})

const everything = z.object({
  mutations: z.array(z.unknown()),
  progresses: z.array(z.tuple([z.array(z.string()), z.record(z.string(), progress)])),
})

const REF = { source: 'A', name: 'day-1' }
const COUNTERS = { errors: 1, waiting: 0, running: 2 }
const BASELINE = { ...REF, steps: [{ stepId: 'oais', state: COUNTERS, properties: { a: 1, b: null } }] }
const OUTCOMES = [
  { kind: 'accepted' },
  { kind: 'handled', handled: 3, requested: 3 },
  { kind: 'refused', status: 422, messages: ['locked'] },
  { kind: 'unknown', reason: 'timeout' },
]
const SELECTED = { list: Object.keys(RELAUNCHED_BY_IDS)[0], ref: REF, ids: [1, 2] }
const ORDERS = [
  { kind: 'relaunch', ref: REF, stepId: 'oais', only: ['CREATION'], selected: SELECTED },
  { kind: 'versioning', ref: REF, mode: 'REPLACE', ids: [4] },
  { kind: 'crawl', id: 'x', label: 'X' },
  { kind: 'deletion', ref: REF, id: 7, confirmed: 'day-1' },
]
const kept = (variables: object, outcome: object) => ({
  mutationKey: ['action'],
  state: {
    ...{ status: 'success', submittedAt: 1, variables },
    data: { outcome: { parts: [{ outcome }] }, baseline: BASELINE },
  },
})

/** Both say the same of any text; a key that no object of ours has is left to each. */
function expectSame(whole: unknown, isRight: (value: unknown) => boolean, schema: z.ZodMiniType): void {
  expect(isRight(whole)).toBe(true)
  fc.assert(
    fc.property(bent(whole), text => {
      if (text.includes('__proto__')) return
      let value: unknown
      try {
        value = JSON.parse(text)
      } catch {
        return
      }
      expect(isRight(value)).toBe(schema.safeParse(value).success)
    }),
    { numRuns: 1000 },
  )
}

it.each(ORDERS.map((order, n) => [order.kind, order, OUTCOMES[n] ?? {}] as const))(
  'an action to %s',
  (_, order, outcome) => expectSame(kept(order, outcome), isKept, mutation),
)

it('all that is kept', () => {
  const progress = { phase: 'sending', done: 1, sent: 2, total: 3 }
  expectSame({ mutations: [1, {}], progresses: [[['a', 'b'], { x: progress }]] }, isEverything, everything)
})
