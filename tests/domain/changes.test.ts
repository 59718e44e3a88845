/** What changed since a mark: compared with a brute-force model that knows both worlds whole. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChangeKind, SeenMark } from '@/domain/changes'
import { MARK_LENGTH, readMark, writeMark } from '@/domain/kept-mark'
import { changesOf, comparedFrom, comparisonWith, goneSessions, markOf } from '@/domain/changes'
import { matches } from '@/domain/name-filter'
import type { Session } from '@/domain/session'
import { aSession, aStep } from './a-step'

const NOW = Date.UTC(2026, 4, 1, 12)
const MINUTE = 60_000
const iso = (at: number) => new Date(at).toISOString()

const ERRORS = { ok: 0, errors: 2, running: 0, waiting: 0, errorsAndRunning: 2, moreErrors: 900, moreAndRunning: 900 }
type State = keyof typeof ERRORS
const STATES = Object.keys(ERRORS) as readonly State[]
const isError = (state: State) => ERRORS[state] > 0
const isActive = (state: State) => !['ok', 'errors', 'moreErrors'].includes(state)

/** @param updated milliseconds from the mark */
function session(id: number, state: State, updated: number | undefined, created = -100 * MINUTE): Session {
  const counters = {
    errors: ERRORS[state],
    running: isActive(state) && state !== 'waiting' ? 1 : 0,
    waiting: state === 'waiting' ? 1 : 0,
  }
  return {
    ...aSession('A', `s${id}`, [aStep('oais', {}, counters)], id),
    creationDate: iso(NOW + created),
    lastUpdateDate: updated === undefined ? undefined : iso(NOW + updated),
  }
}

/** As PostgreSQL gives them: without a date first, then the latest. */
const newestFirst = (all: readonly Session[]) =>
  [...all].sort(
    (a, b) =>
      Date.parse(b.lastUpdateDate ?? '2999-01-01') - Date.parse(a.lastUpdateDate ?? '2999-01-01') || a.id - b.id,
  )

const counters = ({ steps }: Session) => steps[0]?.state ?? { errors: 0, running: 0, waiting: 0 }
const failing = (row: Session) => counters(row).errors > 0
const working = (row: Session) => counters(row).running + counters(row).waiting > 0

function markedAt(world: readonly Session[], most = 1000, now = NOW): SeenMark {
  const part = (rows: readonly Session[]) => ({ sessions: rows.slice(0, most), isCut: rows.length > most })
  const all = newestFirst(world)
  return markOf(now, world.length, {
    all: part(all),
    error: part(all.filter(failing)),
    active: part(all.filter(working)),
  })
}

/** Each session before and after; undefined: it was not there, or is gone. */
interface Life {
  readonly id: number
  readonly before: State | undefined
  readonly after: State | undefined
}

const lives = fc
  .array(fc.record({ before: fc.option(fc.constantFrom(...STATES)), after: fc.option(fc.constantFrom(...STATES)) }), {
    maxLength: 25,
  })
  .map(rows =>
    rows.map(({ before, after }, id): Life => ({ id: id + 1, before: before ?? undefined, after: after ?? undefined })),
  )

/** What became of it, for who knows both worlds. */
function truth({ before, after }: Life): ChangeKind | 'gone' | undefined {
  if (after === undefined) return before === undefined ? undefined : 'gone'
  if (ERRORS[after] > (before === undefined ? 0 : ERRORS[before])) return 'error'
  if (before === undefined) return 'new'
  if (isError(before) && !isError(after)) return 'recovered'
  return isActive(before) && !isActive(after) ? 'finished' : undefined
}

const before = (all: readonly Life[]) =>
  all.flatMap(({ id, before: state }) => (state === undefined ? [] : [session(id, state, -id * MINUTE)]))
const after = (all: readonly Life[]) =>
  all.flatMap(({ id, before: former, after: state }) => {
    if (state === undefined) return []
    return [session(id, state, id * MINUTE, former === undefined ? MINUTE : undefined)]
  })

describe('what became of each session', () => {
  it('is what a model says that knows both worlds, where the mark holds all of the first', () => {
    fc.assert(
      fc.property(lives, all => {
        const mark = markedAt(before(all))
        const compared = comparisonWith(mark)
        for (const row of after(all)) {
          const life = all.find(({ id }) => id === row.id)
          expect(compared.kindOf(row)).toBe(life && truth(life))
        }
        const changes = changesOf(mark, { rows: after(all), total: after(all).length, isCut: false }, compared)
        expect(changes.gone).toBe(all.filter(life => truth(life) === 'gone').length)
        for (const [kind, count] of Object.entries(changes.counts))
          expect(count).toBe(all.filter(life => truth(life) === kind).length)
        const gone = goneSessions(mark, { sessions: newestFirst(after(all)), isCut: false })
        expect(gone.map(({ id }) => id).sort()).toEqual(
          all
            .filter(life => truth(life) === 'gone')
            .map(({ id }) => id)
            .sort(),
        )
      }),
    )
  })

  it('claims nothing that is not so where the mark holds only some of it', () => {
    fc.assert(
      fc.property(lives, fc.nat(8), (all, most) => {
        const mark = markedAt(before(all), most)
        const compared = comparisonWith(mark)
        const held = new Set(mark.sessions.map(({ id }) => id))
        for (const row of after(all)) {
          const life = all.find(({ id }) => id === row.id)
          const said = compared.kindOf(row)
          if (said !== undefined) expect(said).toBe(life && truth(life))
          // What was kept is compared in full, and so is what is certainly new.
          if (held.has(row.id) || life?.before === undefined) expect(said).toBe(life && truth(life))
        }
        const changes = changesOf(mark, { rows: after(all), total: after(all).length, isCut: false }, compared)
        expect(changes.gone).toBe(all.filter(life => truth(life) === 'gone').length)
      }),
    )
  })

  it('names only sessions as gone that are, also where not all that there are were read', () => {
    fc.assert(
      fc.property(lives, fc.nat(8), fc.nat(10), (all, most, read) => {
        const mark = markedAt(before(all), most)
        const there = newestFirst(after(all))
        const gone = goneSessions(mark, { sessions: there.slice(0, read), isCut: there.length > read })
        for (const { id } of gone) expect(all.find(life => life.id === id)?.after).toBeUndefined()
      }),
    )
  })

  it('tells nothing of gone sessions where not all that were updated are known', () => {
    const mark = markedAt([session(1, 'ok', 0)])
    const compared = comparisonWith(mark)
    expect(changesOf(mark, { rows: [], total: 0, isCut: false }, compared).gone).toBe(1)
    expect(changesOf(mark, { rows: [], total: 0, isCut: true }, compared).gone).toBeUndefined()
  })

  it('a session that was purged and came again is new, and the former one is gone', () => {
    const mark = markedAt([session(1, 'errors', 0)])
    const again = { ...session(2, 'errors', MINUTE, MINUTE), name: 's1' }
    const compared = comparisonWith(mark)
    expect(compared.kindOf(again)).toBe('error')
    const changes = changesOf(mark, { rows: [again], total: 1, isCut: false }, compared)
    expect(changes.gone).toBe(1)
    expect(goneSessions(mark, { sessions: [again], isCut: false })).toHaveLength(1)
  })

  it('is compared for a session without a date, too', () => {
    const mark = markedAt([session(1, 'errors', undefined), session(2, 'ok', 0)])
    expect(comparisonWith(mark).kindOf(session(1, 'ok', undefined))).toBe('recovered')
  })

  it('where unreadable rows were left out of the mark, a session is not said to be new', () => {
    const none = { sessions: [], isCut: false }
    const mark = markOf(NOW, 1, { all: { sessions: [], isCut: true }, error: none, active: none })
    expect(comparisonWith(mark).kindOf(session(1, 'ok', MINUTE))).toBeUndefined()
    expect(comparisonWith(mark).kindOf(session(1, 'ok', MINUTE, MINUTE))).toBe('new')
  })
})

it.each([
  ['work that ended beside errors that were there', 'errorsAndRunning', 'errors', 'finished'],
  ['more errors than before', 'errors', 'moreErrors', 'error'],
  ['fewer errors, and as many', 'moreErrors', 'errors', undefined],
] as const)('of %s a session says what became of it', (_, former, now, kind) => {
  const compared = comparisonWith(readMark(writeMark(markedAt([session(1, former, 0)]))) ?? markedAt([]))
  expect(compared.kindOf(session(1, now, MINUTE))).toBe(kind)
})

describe('a session of the mark that may be a row which cannot be read', () => {
  const mark = markedAt([session(1, 'ok', 0), session(2, 'ok', 0), session(3, 'ok', 0)])
  it.each([
    ['by its name', ['s1'], [2, 3]],
    ['by its id', ['2'], [1, 3]],
    ['by nothing that is known', [undefined], []],
    ['not, where there is none', [], [1, 2, 3]],
  ])('%s is not named as gone', (_, unreadable, expected) => {
    const gone = goneSessions(mark, { sessions: [], isCut: false, unreadable })
    expect(gone.map(({ id }) => id)).toEqual(expected)
  })
})

it('sessions that moved while they were read leave the number of those gone unknown', () => {
  const mark = markedAt([session(1, 'ok', 0)])
  const changes = changesOf(mark, { rows: [], total: 0, isCut: false, isMoved: true }, comparisonWith(mark))
  expect(changes).toMatchObject({ gone: undefined, isMoved: true })
})

describe('what is compared', () => {
  it.each([
    ['begins with the newest session at the mark, some minutes earlier', NOW, -50 * MINUTE, -60],
    ['whatever a clock says that is ahead of REGARDS', NOW + 300 * MINUTE, -MINUTE, -11],
    ['and at the mark, where a session is dated in the future', NOW, 9000 * MINUTE, -10],
  ])('%s', (_, now, newest, minutes) => {
    const mark = markedAt([session(1, 'ok', newest), session(2, 'ok', newest - 9 * MINUTE)], 1000, now)
    expect(comparedFrom(mark)).toBe(NOW + minutes * MINUTE)
  })

  it('is everything where there was nothing', () => {
    expect(comparedFrom(markedAt([]))).toBeUndefined()
  })

  it('begins at the mark where no session has a date', () => {
    expect(comparedFrom(markedAt([session(1, 'ok', undefined)]))).toBe(NOW - 10 * MINUTE)
  })
})

describe('a mark as it is kept', () => {
  it('is the same mark again', () => {
    fc.assert(
      fc.property(lives, fc.nat(8), (all, most) => {
        const mark = markedAt(before(all), most)
        const again = readMark(writeMark(mark))
        expect(again).toMatchObject({ at: mark.at, total: mark.total, cut: mark.cut })
        expect(again?.from).toBe(mark.from)
        expect(new Set(again?.sessions)).toEqual(new Set(mark.sessions))
      }),
    )
  })

  it('is never longer than its limit, keeps errors and work first, and knows what it left out', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 300, max: 900 }), (all, most) => {
        const mark = markedAt(before(all))
        const text = writeMark(mark, most)
        expect(text.length).toBeLessThanOrEqual(most)
        const kept = readMark(text)
        const held = new Set(kept?.sessions.map(({ id }) => id))
        const left = mark.sessions.filter(({ id }) => !held.has(id))
        expect(kept?.cut).toEqual({
          all: left.length > 0,
          error: left.some(one => one.errors > 0),
          active: left.some(one => one.isActive),
        })
        if (left.some(one => one.errors > 0)) expect(kept?.sessions.every(one => one.errors > 0)).toBe(true)
        // What remains claims nothing false.
        const compared = comparisonWith(kept ?? mark)
        for (const row of after(all)) {
          const said = compared.kindOf(row)
          const life = all.find(({ id }) => id === row.id)
          if (said !== undefined) expect(said).toBe(life && truth(life))
        }
      }),
    )
  })

  it('has its limit with the longest names REGARDS stores, too', () => {
    const long = Array.from({ length: 3000 }, (_, id) => ({
      ...session(id, 'ok', -id),
      source: `${id}`.padEnd(255, '"'),
      name: `${id}`.padEnd(255, 'é'),
    }))
    const text = writeMark(markedAt(long))
    expect(text.length).toBeLessThanOrEqual(MARK_LENGTH)
    expect(readMark(text)?.sessions.length).toBeGreaterThan(200)
  })

  const whole = JSON.parse(writeMark(markedAt([session(1, 'errors', 0)]))) as Record<string, unknown>
  it.each([
    ['nothing', null],
    ['no JSON', '{"at":'],
    ['another shape', '[1]'],
    ['null', 'null'],
    ['no date', JSON.stringify({ ...whole, at: 'yesterday' })],
    ['a wrong first date', JSON.stringify({ ...whole, from: 7 })],
    ['a negative total', JSON.stringify({ ...whole, total: -1 })],
    ['lists of unknown length', JSON.stringify({ ...whole, cut: { all: true } })],
    ['no lists', JSON.stringify({ ...whole, cut: null })],
    ['no rows', JSON.stringify({ ...whole, rows: {} })],
    ['no sources', JSON.stringify({ ...whole, sources: undefined })],
    ['a row of another shape', JSON.stringify({ ...whole, rows: [{}] })],
    ['a row without its source', JSON.stringify({ ...whole, rows: [[1, 4, 's1', 0, 0, 0]] })],
    ['a row without a name', JSON.stringify({ ...whole, rows: [[1, 0, 5, 0, 0, 0]] })],
    ['a row without a date or null', JSON.stringify({ ...whole, rows: [[1, 0, 's1', 0, 0, 'x']] })],
    ['a row without its errors', JSON.stringify({ ...whole, rows: [[1, 0, 's1', -1, 0, 0]] })],
    ['a row that neither works nor rests', JSON.stringify({ ...whole, rows: [[1, 0, 's1', 0, 2, 0]] })],
  ])('is none where the text is %s', (_, text) => {
    expect(readMark(JSON.stringify(whole))).toBeDefined()
    expect(readMark(text)).toBeUndefined()
  })
})

/** LIKE as its definition says it, sign by sign. */
function like([sign, ...pattern]: readonly string[], text: readonly string[]): boolean {
  if (sign === undefined) return text.length === 0
  if (sign === '%') return like(pattern, text) || (text.length > 0 && like([sign, ...pattern], text.slice(1)))
  return text[0] !== undefined && (sign === '_' || sign === text[0]) && like(pattern, text.slice(1))
}

describe('filters are those of REGARDS', () => {
  it('for any text and any pattern', () => {
    const text = (signs: readonly string[], maxLength: number) =>
      fc.array(fc.constantFrom(...signs), { maxLength }).map(found => found.join(''))
    fc.assert(
      fc.property(text(['a', 'b', '_', '%', '😀', '.'], 6), text(['a', 'b', '😀', '.', '\n'], 7), (pattern, name) => {
        const expected = like(['%', ...Array.from(pattern), '%'], Array.from(name))
        expect(matches({ name: pattern })({ source: 'A', name })).toBe(expected)
      }),
    )
  })

  it('takes no time for a pattern with many gaps', () => {
    expect(matches({ name: '%a%a%a%a%a%a%a%a%z' })({ source: 'A', name: 'a'.repeat(200) })).toBe(false)
  })

  it.each([
    ['holds', 'ay-', 'day-1', true],
    ['with its case', 'AY', 'day-1', false],
    ['with % for any text', 'd%1', 'day-1', true],
    ['with _ for any sign', 'd_y', 'day-1', true],
    ['with one sign only', 'd_-', 'day-1', false],
    ['with every other sign as itself', 'a.c(', 'abc(', false],
    ['with a backslash as itself', 'c\\d', 'c\\d', true],
  ])('%s', (_, text, name, expected) => {
    expect(matches({ name: text })({ source: 'A', name })).toBe(expected)
    expect(matches({ name: text, source: 'B' })({ source: 'A', name })).toBe(false)
    expect(matches({ source: 'A' })({ source: 'A', name })).toBe(true)
  })
})
