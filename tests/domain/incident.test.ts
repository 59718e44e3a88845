/** Causes across sessions: every error in exactly one cause, whatever the order, and nothing said that was not read. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Caused } from '@/domain/causes'
import { causePattern, groupByCause } from '@/domain/causes'
import type { IncidentSession, ListReading } from '@/domain/incident'
import {
  causesAcross,
  forgetFailures,
  incidentFigures,
  keepReadings,
  newestInError,
  shareSaid,
  sortCauses,
  unreadSession,
  verdictOn,
  withReading,
} from '@/domain/incident'
import { ServiceError } from '@/domain/service-error'
import type { Session, Step } from '@/domain/session'
import { sessionKey } from '@/domain/session'
import { aSession, aStep } from './a-step'

const row = (cause: string | undefined, date?: string): Caused => ({ cause, date })
const rows = (count: number, cause: string, date?: string) => Array.from({ length: count }, () => row(cause, date))
const read = (all: readonly Caused[], more: Partial<Extract<ListReading, { kind: 'read' }>> = {}): ListReading => ({
  ...{ kind: 'read', groups: groupByCause(all), unreadable: 0, isWhole: true },
  ...more,
})
const REFUSED = new ServiceError({ service: 'rs-ingest', reason: 'status', status: 503 })

const oais = (errors: number) => aStep('oais', {}, { errors })
const feature = (creation: number, deletion: number) =>
  aStep(
    'feature',
    { inErrorReferencingRequests: creation, inErrorDeleteRequests: deletion },
    { errors: creation + deletion },
  )

/** A session with what its lists hold, one after the other. */
function opened(name: string, steps: readonly Step[], ...readings: readonly (ListReading | undefined)[]) {
  const one = unreadSession(aSession('A', name, steps), 0)
  return { ...one, lists: one.lists.map((list, place) => ({ ...list, reading: readings[place] })) }
}
const ofOais = (name: string, all: readonly Caused[]) => opened(name, [oais(all.length)], read(all))

describe('the lists of a session', () => {
  it.each([
    ['OAIS requests', [oais(3)], ['oaisErrors  3']],
    ['products', [aStep('scan', { generationError: 2, invalid: 1 }, { errors: 3 })], ['productErrors  3']],
    ['worker requests', [aStep('workers', {}, { errors: 4 })], ['workerErrors  4']],
    ['GeoJSON requests, by type', [feature(2, 1)], ['featureErrors CREATION 2', 'featureErrors DELETION 1']],
    ['steps without errors', [oais(0), feature(0, 0)], []],
    ['files, which REGARDS lists for no session', [aStep('storage', {}, { errors: 7 })], []],
    ['a step that nobody knows', [aStep('tides', {}, { errors: 7 })], []],
    ['several, as data flows', [feature(1, 0), oais(3)], ['oaisErrors  3', 'featureErrors CREATION 1']],
  ] as const)('with %s', (_, steps, wanted) => {
    const { lists } = unreadSession(aSession('A', 'day-1', steps), 0)
    expect(lists.map(({ list, part = '', count }) => `${list} ${part} ${count}`)).toEqual(wanted)
  })

  it('leave out errors that are not listed by session, and say so', () => {
    const steps = [aStep('storage', {}, { errors: 7 }), oais(3), aStep('catalog', {}, { errors: 2 })]
    expect(unreadSession(aSession('A', 'day-1', steps), 0).unlisted).toEqual([
      { stepId: 'storage', errors: 7 },
      { stepId: 'catalog', errors: 2 },
    ])
  })
})

it('the newest sessions in error come first, those without errors never', () => {
  const dated = (id: number, day: string | undefined, errors: number): Session => ({
    ...aSession('A', `day-${id}`, [oais(errors)], id),
    lastUpdateDate: day && `2025-05-${day}T00:00:00Z`,
  })
  const all = [dated(1, undefined, 1), dated(2, '01', 1), dated(3, '03', 0), dated(4, '02', 1), dated(5, '02', 9)]
  expect(newestInError(all, 3).map(({ id }) => id)).toEqual([5, 4, 2])
  expect(newestInError(all, 9).map(({ id }) => id)).toEqual([5, 4, 2, 1])
})

it('a session that has not changed keeps what was read of it, a changed one is read again', () => {
  const at = (day: string | undefined) => ({ ...aSession('A', 'day-1', [oais(2)]), lastUpdateDate: day })
  const before = [{ ...ofOais('day-1', rows(2, 'a')), session: at('2025-05-01') }]
  const reread = (day: string | undefined) => keepReadings(before, [unreadSession(at(day), 9)])
  expect(incidentFigures(reread('2025-05-01'))).toMatchObject({ errors: 2, done: 1 })
  expect(reread('2025-05-01')[0]?.at).toBe(9)
  expect(incidentFigures(reread('2025-05-02'))).toMatchObject({ errors: 0, done: 0 })
  // Without a date nothing proves that it is unchanged.
  expect(incidentFigures(keepReadings([{ ...before[0]!, session: at(undefined) }], reread(undefined)))).toMatchObject({
    errors: 0,
  })
})

describe('a cause', () => {
  const cause = (pattern: string, sessions: readonly IncidentSession[]) =>
    causesAcross(sessions).find(one => one.pattern === pattern)

  it('has its errors, its sessions, its steps, and the oldest and newest date of its own errors', () => {
    const full = 'No space left'
    const sessions = [
      ofOais('day-1', [row(full, '2025-05-02T10:00:00Z'), row('other', '2025-01-01T00:00:00Z')]),
      opened(
        'day-2',
        [feature(3, 1), oais(1)],
        read([row(full, '2025-05-01T10:00:00+02:00')]),
        read(rows(2, full, '2025-05-01T09:00:00Z')),
        read([row(full)]),
      ),
    ]
    const found = cause(full, sessions)
    expect(found).toMatchObject({ count: 5, first: '2025-05-01T10:00:00+02:00', last: '2025-05-02T10:00:00Z' })
    expect(found?.share).toBeCloseTo(5 / 6)
    expect(found?.steps).toEqual([
      { stepId: 'oais', errors: 2 },
      { stepId: 'feature', errors: 3 },
    ])
    expect(found?.sessions.map(({ session, count }) => `${session.name} ${count}`)).toEqual(['day-2 4', 'day-1 1'])
    expect(found?.sessions[0]?.places).toEqual([
      { stepId: 'feature', list: 'featureErrors', part: 'CREATION', count: 2 },
      { stepId: 'oais', list: 'oaisErrors', count: 1 },
      { stepId: 'feature', list: 'featureErrors', part: 'DELETION', count: 1 },
    ])
  })

  it('has no date when none of its errors has one', () => {
    expect(cause('a', [ofOais('day-1', rows(2, 'a'))])).toMatchObject({ first: undefined, last: undefined })
  })

  it('of more sessions comes first when they are sorted by sessions', () => {
    const causes = causesAcross([
      ofOais('day-1', rows(9, 'often')),
      ofOais('day-2', rows(1, 'wide')),
      ofOais('day-3', rows(1, 'wide')),
    ])
    expect(causes.map(({ pattern }) => pattern)).toEqual(['often', 'wide'])
    expect(sortCauses(causes, 'sessions').map(({ pattern }) => pattern)).toEqual(['wide', 'often'])
  })
})

describe('what was read', () => {
  const figures = (...readings: readonly (ListReading | undefined)[]) =>
    incidentFigures([opened('day-1', [feature(1, 1), oais(3)], ...readings)])
  const all = read(rows(3, 'a'))

  it.each([
    ['everything', [all, all, all], { errors: 9, done: 1, isExact: true }],
    ['not all lists yet', [all, undefined, all], { errors: 6, done: 0, begun: 1, isExact: false }],
    ['no list yet', [], { errors: 0, done: 0, begun: 0, isExact: false }],
    ['a list up to its limit', [all, read(rows(3, 'a'), { isWhole: false }), all], { cut: 1, isExact: false }],
    [
      'a row that has no text that can be read',
      [read([], { unreadable: 2 }), all, all],
      { unreadable: 2, isExact: false },
    ],
    ['a list that failed', [{ kind: 'failed', error: REFUSED }, all, all], { errors: 6, done: 1, isExact: false }],
  ] as const)('%s', (_, readings, wanted) => {
    expect(figures(...readings)).toMatchObject(wanted)
  })

  it('is exact without what may not be read, and that is counted apart', () => {
    const barred: ListReading = { kind: 'right', right: 'POST rs-fem/requests/search/{type}' }
    expect(figures(all, barred, barred)).toMatchObject({
      isExact: true,
      errors: 3,
      barred: [{ stepId: 'feature', errors: 2, right: barred.right }],
    })
  })

  it('names the lists that failed; they alone are read again', () => {
    const session = opened('day-1', [feature(1, 0), oais(3)], { kind: 'failed', error: REFUSED }, all)
    expect(incidentFigures([session]).failed.map(({ list }) => list.list)).toEqual(['oaisErrors'])
    expect(forgetFailures([session])[0]?.lists.map(({ reading }) => reading?.kind)).toEqual([undefined, 'read'])
  })

  it('is put where it belongs', () => {
    const sessions = [opened('day-1', [oais(1)]), opened('day-2', [feature(1, 1)])]
    const after = withReading(sessions, sessionKey({ source: 'A', name: 'day-2' }), 1, all)
    expect(after.flatMap(({ lists }) => lists.map(({ reading }) => reading?.kind))).toEqual([
      undefined,
      undefined,
      'read',
    ])
  })
})

describe('one fault or thirty', () => {
  const verdict = (...sessions: readonly (readonly Caused[])[]) =>
    verdictOn(causesAcross(sessions.map((all, n) => ofOais(`day-${n}`, all))))
  const each = (count: number, of: (n: number) => readonly Caused[]) => Array.from({ length: count }, (_, n) => of(n))
  const letters = (n: number) => `cause ${String.fromCharCode(97 + n)}`

  it.each([
    ['nothing read', verdict(), { kind: 'none' }],
    ['one in all', verdict(rows(3, 'a'), rows(1, 'a')), { kind: 'all', sessions: 2 }],
    [
      'one in nearly all, never said to be all',
      verdict(rows(999, 'a'), rows(1, 'b')),
      { kind: 'most', causes: 1, share: 0.99, sessions: 1 },
    ],
    [
      'one for half',
      verdict(rows(2, 'a'), rows(1, 'b'), rows(1, 'c')),
      { kind: 'most', causes: 1, share: 0.5, sessions: 1 },
    ],
    [
      'three together',
      verdict(rows(3, 'a'), rows(3, 'b'), [...rows(3, 'c'), row('a')], rows(1, 'd')),
      { kind: 'most', causes: 3, share: 0.9, sessions: 3 },
    ],
    [
      'thirty',
      verdict(...each(30, n => [row(letters(n % 26) + letters(n))])),
      { kind: 'many', causes: 30, largest: 1 },
    ],
    ['two alike', verdict(rows(1, 'a'), rows(1, 'b')), { kind: 'most', causes: 1, share: 0.5, sessions: 1 }],
  ] as const)('%s', (_, found, wanted) => {
    expect(found).toEqual(wanted)
  })

  it.each([
    [1, 1],
    [0.9999, 0.99],
    [0.29, 0.29],
    [0.57, 0.57],
    [0.001, 0],
  ])('a share of %d is said as %d', (share, said) => {
    expect(shareSaid(share)).toBe(said)
  })
})

describe('whatever was read', () => {
  const error = fc.record({
    cause: fc.option(
      fc.oneof(
        fc.constantFrom('No space left', 'Checksum mismatch for /data/1.tif', 'Checksum mismatch for /data/22.tif', ''),
        fc.string(),
      ),
      { nil: undefined },
    ),
    date: fc.option(
      fc
        .date({ min: new Date('2020-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
        .map(d => d.toISOString()),
      { nil: undefined },
    ),
  })
  const reading = fc.option(
    fc.oneof(
      fc.array(error, { maxLength: 12 }).map(all => ({ all, reading: read(all) })),
      fc.constant({ all: [], reading: { kind: 'failed', error: REFUSED } satisfies ListReading }),
    ),
    { nil: undefined },
  )
  const world = fc.array(fc.tuple(reading, reading, reading), { maxLength: 8 }).map(sessions =>
    sessions.map((lists, n) => ({
      all: lists.flatMap(list => list?.all ?? []),
      session: opened(`day-${n}`, [oais(1), feature(1, 1)], ...lists.map(list => list?.reading)),
    })),
  )
  const sum = (counts: readonly number[]) => counts.reduce((total, n) => total + n, 0)

  it('every error is in exactly one cause, and in one session and one step of it', () => {
    fc.assert(
      fc.property(world, sessions => {
        const causes = causesAcross(sessions.map(({ session }) => session))
        const all = sessions.flatMap(one => one.all)
        expect(sum(causes.map(({ count }) => count))).toBe(all.length)
        expect(incidentFigures(sessions.map(({ session }) => session)).errors).toBe(all.length)
        expect(new Set(causes.map(({ pattern }) => pattern)).size).toBe(causes.length)
        for (const cause of causes) {
          const own = all.filter(one => causePattern(one.cause ?? '') === cause.pattern)
          expect(cause.count).toBe(own.length)
          expect(sum(cause.sessions.map(({ count }) => count))).toBe(cause.count)
          expect(sum(cause.sessions.flatMap(({ places }) => places.map(({ count }) => count)))).toBe(cause.count)
          expect(sum(cause.steps.map(({ errors }) => errors))).toBe(cause.count)
          const times = own.flatMap(({ date }) => (date === undefined ? [] : [Date.parse(date)]))
          expect(cause.first && Date.parse(cause.first)).toBe(times.length === 0 ? undefined : Math.min(...times))
          expect(cause.last && Date.parse(cause.last)).toBe(times.length === 0 ? undefined : Math.max(...times))
        }
        if (causes.length > 0) expect(sum(causes.map(({ share }) => share))).toBeCloseTo(1)
      }),
    )
  })

  it('the order in which sessions were read changes nothing', () => {
    fc.assert(
      fc.property(
        world.chain(sessions => {
          const all = sessions.map(({ session }) => session)
          return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))
        }),
        ([before, shuffled]) => {
          expect(causesAcross(shuffled)).toEqual(causesAcross(before))
          expect(verdictOn(causesAcross(shuffled))).toEqual(verdictOn(causesAcross(before)))
          const { failed: _a, ...one } = incidentFigures(before)
          const { failed: _b, ...other } = incidentFigures(shuffled)
          expect(other).toEqual(one)
        },
      ),
    )
  })

  it('a verdict counts no session twice and never says all when something is left', () => {
    fc.assert(
      fc.property(world, sessions => {
        const all = sessions.map(({ session }) => session)
        const verdict = verdictOn(causesAcross(all))
        if (verdict.kind === 'most') {
          expect(verdict.share).toBeLessThan(1)
          expect(verdict.sessions).toBeLessThanOrEqual(all.length)
        }
        expect(verdict.kind === 'none').toBe(incidentFigures(all).errors === 0)
      }),
    )
  })
})
