/** What is watched: what is read next, when it is over and how, and what is said of it; nothing ends that nobody has read. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_VIEW } from '@/domain/board-view'
import type { SessionListQuestion } from '@/domain/list-params'
import type { Counters, Session } from '@/domain/session'
import { sessionKey } from '@/domain/session'
import type { BoardWatch, WatchEvent } from '@/domain/watching'
import {
  MOST_MATCHED,
  STILL_AFTER,
  afterLook,
  dueAt,
  isBusy,
  isInList,
  isUnread,
  listParts,
  listTarget,
  matchedKeys,
  membersOf,
  nextLook,
  sessionsTarget,
  startWatch,
  targetKey,
  watchFigures,
  watchView,
} from '@/domain/watching'
import { aSession, aStep } from './a-step'

const MINUTE = 60_000
const PATIENCE = 30

const session = (n: number, state: Partial<Counters> = {}, products = 0): Session =>
  aSession('A', `day-${n}`, [aStep('oais', {}, state, products)], n)

const watchOf = (...sessions: readonly Session[]) =>
  startWatch(sessionsTarget(sessions.map(one => ({ session: one, at: 0 }))), 'w', 0)
const listOf = (question: SessionListQuestion = {}) => startWatch(listTarget(question), 'w', 0)

const seen = (at: number, ...sessions: readonly Session[]): WatchEvent => ({ type: 'seen', sessions, at })
const part = (index: number, count: number, at: number, print = `${count}`): WatchEvent => ({
  type: 'part',
  index,
  count,
  print,
  at,
})
const after = (watch: BoardWatch, ...events: readonly WatchEvent[]) =>
  events.reduce((now, event) => afterLook(now, event, PATIENCE), watch)
const endOf = (watch: BoardWatch) => watch.end?.kind

describe('a session', () => {
  const running = session(1, { running: 3 }, 10)
  const done = session(1, { errors: 2 }, 13)

  it.each<[string, readonly WatchEvent[], string | undefined]>([
    ['runs', [seen(2 * MINUTE, running)], undefined],
    ['has just become still', [seen(2 * MINUTE, done)], undefined],
    ['is still for two minutes', [seen(MINUTE, done), seen(MINUTE + STILL_AFTER, done)], 'done'],
    ['is still, and starts again', [seen(MINUTE, done), seen(4 * MINUTE, running)], undefined],
    ['runs without a change for what is long', [seen(30 * MINUTE, running)], 'stalled'],
    [
      'waits without a change for what is long',
      [seen(1, session(1, { waiting: 1 })), seen(31 * MINUTE, session(1, { waiting: 1 }))],
      'stalled',
    ],
    [
      'runs, and moves now and then',
      [seen(20 * MINUTE, session(1, { running: 2 }, 11)), seen(40 * MINUTE, session(1, { running: 2 }, 11))],
      undefined,
    ],
    [
      'cannot be read for long',
      [
        { type: 'failed', isRefused: false, retryAfter: 0 },
        { type: 'looking', at: 60 * MINUTE },
      ],
      undefined,
    ],
    ['runs and is there no more', [{ type: 'missing', session: { source: 'A', name: 'day-1' }, at: 1 }], 'gone'],
    ['has another id', [{ type: 'missing', session: { source: 'A', name: 'day-1', id: 1 }, at: 1 }], undefined],
  ])('that %s', (_, events, kind) => {
    expect(endOf(after(watchOf(running), ...events))).toBe(kind)
  })

  it('that was still when the watch began has two minutes to start', () => {
    expect(endOf(after(watchOf(done), seen(STILL_AFTER - 1, done)))).toBeUndefined()
    expect(endOf(after(watchOf(done), seen(STILL_AFTER, done)))).toBe('done')
  })

  it('is asked for by its id, then by its names, then by the id it has now', () => {
    const ids = (watch: BoardWatch) => {
      const look = nextLook(watch)
      return look?.kind === 'session' ? look.session.id : 'none'
    }
    const watch = watchOf(running)
    expect(ids(watch)).toBe(1)
    const lost = after(watch, { type: 'missing', session: { source: 'A', name: 'day-1', id: 1 }, at: 1 })
    expect(ids(lost)).toBeUndefined()
    expect(ids(after(lost, seen(2, { ...running, id: 7 })))).toBe(7)
  })

  it('has its products and errors counted, and no products where it has no such step', () => {
    expect(watchFigures(watchOf(done))).toMatchObject({ products: 13, errors: 2, inError: 1 })
    expect(watchFigures(watchOf(aSession('A', 'scan', [aStep('scan')]))).products).toBeUndefined()
  })

  it('that has ended changes no more, but for having been seen', () => {
    const ended = after(watchOf(done), seen(STILL_AFTER, done))
    expect(ended.end?.isSeen).toBe(false)
    expect(after(ended, seen(9 * MINUTE, running))).toBe(ended)
    expect(after(ended, { type: 'visited' }).end?.isSeen).toBe(true)
  })

  it('seen later than now, by a clock that was set back since, is no change of the future', () => {
    const ahead = after(watchOf(running), seen(60 * MINUTE, done))
    expect(endOf(after(ahead, seen(MINUTE, done)))).toBeUndefined()
    expect(endOf(after(ahead, seen(MINUTE, done), seen(MINUTE + STILL_AFTER, done)))).toBe('done')
  })

  it('in view is not asked for again before its pace has passed', () => {
    const watch = watchOf(running)
    expect(dueAt(after(watch, { ...seen(5 * MINUTE, running), isInView: true } as WatchEvent), MINUTE)).toBe(6 * MINUTE)
    // An own answer counts from its question.
    expect(dueAt(after(watch, { type: 'looking', at: MINUTE }, seen(MINUTE + 9000, running)), MINUTE)).toBe(2 * MINUTE)
  })
})

describe('a failure', () => {
  const failed = (retryAfter = 0): WatchEvent => ({ type: 'failed', isRefused: false, retryAfter })
  const watch = after(watchOf(session(1)), { type: 'looking', at: MINUTE })

  it.each([
    [[failed()], 2],
    [[failed(), failed()], 4],
    [[failed(), failed(), failed(), failed(), failed()], 5],
    [[failed(900)], 15],
  ] as const)('makes the wait longer, five minutes at most, or as long as REGARDS says: %#', (events, minutes) => {
    expect(dueAt(after(watch, ...events), MINUTE)).toBe(MINUTE + minutes * MINUTE)
  })

  it('is over with the next answer', () => {
    const again = after(watch, failed(), seen(3 * MINUTE, session(1)))
    expect(again).toMatchObject({ failures: 0 })
    expect(again.trouble).toBeUndefined()
  })
})

describe('a selection', () => {
  const [one, two] = [session(1, { running: 1 }), session(2, { running: 1 })]
  const rows = (at: number, isWhole: boolean, ...sessions: readonly Session[]): WatchEvent => ({
    ...{ type: 'seen', sessions, at },
    rows: { isWhole, size: 100 },
  })

  it('is read as rows of one list: of its source where it has one', () => {
    expect(nextLook(watchOf(one, two))).toEqual({ kind: 'rows', source: 'A', size: 100 })
    expect(nextLook(watchOf(one, { ...two, source: 'B' }))).toEqual({ kind: 'rows', source: undefined, size: 100 })
  })

  it('has those that are not among the rows read one by one between, and more rows the next time', () => {
    const first = after(watchOf(one, two), { type: 'looking', at: MINUTE }, rows(MINUTE + 5, false, one))
    expect(nextLook(first)).toMatchObject({ kind: 'session', session: { name: 'day-2' } })
    const second = after(first, { type: 'looking', at: 2 * MINUTE }, seen(2 * MINUTE + 5, two))
    expect(nextLook(second)).toEqual({ kind: 'rows', source: 'A', size: 200 })
  })

  it('is done when all of it is still, and counts what is gone', () => {
    const still = [session(1, { errors: 2 }, 5), session(2, {}, 7), session(3, { errors: 1 }, 1)] as const
    const watch = after(watchOf(one, two, session(3)), rows(MINUTE, true, still[0], still[1]))
    expect(watchFigures(watch)).toMatchObject({ sessions: 2, gone: 1, inError: 1, errors: 2, products: 12 })
    expect(endOf(watch)).toBeUndefined()
    expect(endOf(after(watch, rows(MINUTE + STILL_AFTER, true, still[0], still[1])))).toBe('done')
    expect(endOf(after(watchOf(one, two), rows(1, true)))).toBe('gone')
  })

  it('is not stalled while one of it moves', () => {
    const moving = [10, 20, 30, 40, 50].map(minute =>
      rows(minute * MINUTE, true, { ...one, lastUpdateDate: `${minute}` }, two),
    )
    expect(endOf(after(watchOf(one, two), ...moving))).toBeUndefined()
    expect(
      endOf(after(watchOf(one, two), ...moving, rows(80 * MINUTE, true, { ...one, lastUpdateDate: '50' }, two))),
    ).toBe('stalled')
  })

  it('left with one session is read as that one', () => {
    const watch = after(watchOf(one, two), rows(1, true, one))
    expect(nextLook(watch)).toMatchObject({ kind: 'session', session: { name: 'day-1' } })
  })

  it('takes no older answer for a newer one', () => {
    const watch = after(watchOf(one, two), rows(MINUTE, true, session(1, { errors: 9 }), two))
    expect(watchFigures(after(watch, { ...seen(1, one), isInView: true } as WatchEvent)).errors).toBe(9)
  })
})

describe('a list', () => {
  it.each([
    [{}, 'running total, waiting total, errors total figure'],
    [{ state: 'running' }, 'running total'],
    [{ state: 'waiting' }, 'waiting total'],
    [{ state: 'ok' }, 'running rows, waiting rows, errors rows figure'],
    [{ state: 'errors' }, 'running rows, waiting rows, errors rows figure'],
    [{ state: { anyOf: ['errors', 'leftOut'] } }, 'running rows, waiting rows, errors rows figure'],
    [{ state: { anyOf: [], since: '24h' } }, 'running rows, waiting rows, errors rows figure'],
  ] as const)('%j is read in parts: %s', (question, parts) => {
    expect(
      listParts(question)
        .map(({ state, by, isFigure }) => [state, by, ...(isFigure ? ['figure'] : [])].join(' '))
        .join(', '),
    ).toBe(parts)
  })

  it('goes on while anything of it runs or waits, and counts the errors at the end', () => {
    const places = (watch: BoardWatch) => {
      const look = nextLook(watch)
      return look?.kind === 'part' ? look.index : undefined
    }
    let watch = listOf()
    const read: (number | undefined)[] = []
    for (const [count, minute] of [
      [4, 1],
      [1, 2],
      [0, 3],
      [1, 4],
      [0, 5],
      [0, 6],
      [2, 7],
    ] as const) {
      const place = places(watch)
      read.push(place)
      watch = after(watch, part(place ?? -1, count, minute * MINUTE))
    }
    expect(read).toEqual([0, 1, 0, 1, 0, 1, 2])
    // The last change was at six minutes: those that run have to be looked at once more.
    expect(endOf(watch)).toBeUndefined()
    const end = after(watch, part(0, 0, 8 * MINUTE), part(1, 0, 9 * MINUTE))
    expect(endOf(end)).toBe('done')
    expect(watchFigures(end)).toMatchObject({ running: 0, waiting: 0, inError: 2 })
  })

  it('that lets through what runs is over when it is empty', () => {
    const watch = after(
      listOf({ state: 'running' }),
      part(0, 1, MINUTE),
      part(0, 0, 2 * MINUTE),
      part(0, 0, 3 * MINUTE),
    )
    expect(endOf(watch)).toBeUndefined()
    const end = after(watch, part(0, 0, 4 * MINUTE))
    expect(endOf(end)).toBe('done')
    // Of what runs no more nothing is counted: others may be in error.
    expect(watchFigures(end).inError).toBeUndefined()
  })

  it('is stalled when the same sessions run for what is long, and not when others do', () => {
    const same = [part(0, 1, 1, 'x'), part(1, 0, 2), part(0, 1, 31 * MINUTE, 'x')]
    expect(endOf(after(listOf(), ...same))).toBe('stalled')
    expect(endOf(after(listOf(), ...same.slice(0, 2), part(0, 1, 31 * MINUTE, 'y')))).toBeUndefined()
  })

  it('is not known before each part was read', () => {
    expect(isUnread(after(listOf(), part(0, 0, 1)))).toBe(true)
    expect(isBusy(after(listOf(), part(0, 0, 1)))).toBe(true)
    expect(isUnread(after(listOf(), part(0, 0, 1), part(1, 0, 2)))).toBe(false)
    expect(watchFigures(after(listOf(), part(0, 3, 1))).inError).toBeUndefined()
  })

  it.each([
    ['errors', session(1, { running: 1, errors: 1 }), true],
    ['errors', session(1, { running: 1 }), false],
    [{ anyOf: ['errors', 'running'] }, session(1, { running: 1 }), true],
    [{ anyOf: ['stalled'] }, session(1, { running: 1 }), false],
    [{ anyOf: ['attention'] }, session(1, { waiting: 1 }), true],
    [{ anyOf: ['changed'] }, session(1, { running: 1 }), true],
    [{ anyOf: ['changed'] }, session(2, { running: 1 }), false],
    [undefined, session(1), true],
  ] as const)('in state %j has %j in it: %s', (state, row, isIn) => {
    const question = state === undefined ? {} : ({ state } as SessionListQuestion)
    expect(isInList(question, row, { now: 0, minutes: PATIENCE, isChanged: ({ id }) => id === 1 })).toBe(isIn)
  })
})

describe('a filtered list', () => {
  const patience = { now: 0, minutes: PATIENCE, isChanged: () => false }
  const found = (index: number, at: number, ...keys: readonly string[]): WatchEvent => ({
    ...{ type: 'part', index, count: keys.length, print: `${keys.length}` },
    ...{ at, keys },
  })
  const matched = ({ target }: BoardWatch) => (target.kind === 'list' ? target.matched : undefined)
  const place = (watch: BoardWatch) => {
    const look = nextLook(watch)
    return look?.kind === 'part' ? look.index : undefined
  }

  it('reads at first also which of it are in error, and then again when nothing of it runs or waits', () => {
    let watch = listOf({ state: 'errors' })
    const read: (number | undefined)[] = []
    for (const [minute, count] of [1, 1, 1, 1, 1, 0, 0, 0].entries()) {
      const index = place(watch)
      read.push(index)
      watch = after(watch, part(index ?? -1, count, minute * MINUTE))
    }
    expect(read).toEqual([0, 1, 2, 0, 1, 0, 1, 2])
    expect(isUnread(after(listOf({ state: 'errors' }), part(0, 0, 1), part(1, 0, 2)))).toBe(true)
  })

  it('keeps what has matched, and counts it while it runs although it matches no more', () => {
    const watch = after(listOf({ state: 'errors' }), found(2, 1, sessionKey(session(1))))
    if (watch.target.kind !== 'list') throw new Error('No list')
    const isMember = membersOf(watch.target, patience)
    expect(isMember(session(1, { running: 1 }))).toBe(true)
    expect(isMember(session(2, { running: 1 }))).toBe(false)
    expect(isMember(session(3, { running: 1, errors: 1 }))).toBe(true)
  })

  it('gives up first what was in error for the longest time, and last what ran', () => {
    const many = Array.from({ length: MOST_MATCHED }, (_, n) => `still-${n}`)
    const watch = after(listOf({ state: 'errors' }), found(0, 1, 'ran'), found(2, 2, ...many))
    const kept = matched(watch) ?? []
    expect(kept).toHaveLength(MOST_MATCHED)
    // The latest are the first of an answer.
    expect(kept.slice(-2)).toEqual(['still-0', 'ran'])
    expect(kept).not.toContain(`still-${MOST_MATCHED - 1}`)
    expect(after(watch, { type: 'matched', keys: ['ran'] })).toBe(watch)
  })

  it.each([
    ['errors', ['day-1', 'day-9']],
    [{ anyOf: ['leftOut', 'attention'] }, ['day-1', 'day-9']],
    [{ anyOf: ['leftOut'] }, []],
    [{ anyOf: ['changed'] }, ['day-1', 'day-2']],
    [{ anyOf: [], since: '24h' }, ['day-9']],
    ['running', []],
    [undefined, []],
  ] as const)('in state %j takes in what the page knew to match, and what was relaunched: %j', (state, names) => {
    const known = [session(1, { errors: 1 }), session(2), { ...session(3, { errors: 1 }), source: 'B' }]
    const relaunched = [
      { source: 'A', name: 'day-9' },
      { source: 'A', name: 'other' },
    ]
    const question = { source: 'A', name: 'day', ...(state === undefined ? {} : { state }) } as SessionListQuestion
    const keys = matchedKeys(listOf(question), known, relaunched, {
      ...patience,
      now: Date.now(),
      isChanged: () => true,
    })
    expect(keys).toEqual(names.map(name => sessionKey({ source: 'A', name })))
  })

  it('says no figure of those in error when not all were looked at', () => {
    const cut: WatchEvent = { type: 'part', index: 2, count: 3, print: '', at: 1, isCut: true }
    expect(watchFigures(after(listOf({ state: { anyOf: ['leftOut'] } }), cut)).inError).toBeUndefined()
    const whole = after(listOf({ state: { anyOf: ['leftOut'] } }), part(2, 3, 1))
    expect(watchFigures(whole).inError).toBe(3)
  })
})

describe('a list of a range of time', () => {
  const inRange: SessionListQuestion = { state: { anyOf: ['running'], since: '24h' } }
  const now = Date.UTC(2026, 4, 2)
  const patience = { now, minutes: PATIENCE, isChanged: () => false }

  it.each([
    ['in it', '2026-05-01T00:00:01Z', true],
    ['before it', '2026-04-30T23:59:59Z', false],
    ['never', undefined, false],
  ])('holds a session that was updated %s: %s', (_, lastUpdateDate, isIn) => {
    expect(isInList(inRange, { ...session(1, { running: 1 }), lastUpdateDate }, patience)).toBe(isIn)
  })

  it('is shown with its range', () => {
    const every = listOf({ state: { anyOf: [], since: '7d' } })
    expect(watchView(every)?.(EMPTY_VIEW)).toEqual({ filters: { sessionSince: '7d' } })
  })
})

describe('two watches', () => {
  it('are of the same thing whatever order it was named in', () => {
    const key = (...sessions: readonly Session[]) =>
      targetKey(sessionsTarget(sessions.map(one => ({ session: one, at: 0 }))))
    expect(key(session(1), session(2))).toBe(key(session(2), session(1)))
    expect(key(session(1))).not.toBe(key(session(2)))
    const sorted: SessionListQuestion = { source: 'A', sort: { property: 'name', direction: 'asc' } }
    expect(targetKey(listTarget(sorted))).toBe(targetKey(listTarget({ source: 'A' })))
    expect(targetKey(listTarget({ source: 'A' }))).not.toBe(targetKey(listTarget({ name: 'A' })))
  })
})

describe('what is watched, on the board', () => {
  it('is the session, or the list as it was asked for', () => {
    expect(watchView(watchOf(session(1)))?.(EMPTY_VIEW)).toMatchObject({ session: 'day-1', sessionSource: 'A', id: 1 })
    const list = listOf({ name: 'day', state: { anyOf: ['running', 'errors'] } })
    expect(watchView(list)?.({ ...EMPTY_VIEW, source: 'B', session: 'x' })).toEqual({
      filters: { sessionName: 'day', sessionState: ['errors', 'running'] },
    })
  })

  it('has no place for a selection, nor for a session that is gone', () => {
    expect(watchView(watchOf(session(1), session(2)))).toBeUndefined()
    const gone = after(watchOf(session(1)), { type: 'missing', session: { source: 'A', name: 'day-1' }, at: 1 })
    expect(watchView(gone)).toBeUndefined()
  })
})

describe('whatever is read, in whatever order', () => {
  const counters = fc.record({ errors: fc.nat(2), waiting: fc.nat(1), running: fc.nat(1) })
  const looks = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), counters), { minLength: 1, maxLength: 20 })

  it('a watch ends done only on an answer without work that was the same for two minutes', () => {
    fc.assert(
      fc.property(looks, found => {
        let watch = watchOf(session(1, { running: 1 }))
        let at = 0
        let [last, since] = ['', 0]
        for (const [minutes, state] of found) {
          at += minutes * MINUTE
          const now = JSON.stringify(state)
          if (now !== last) [last, since] = [now, at]
          watch = after(watch, seen(at, session(1, state)))
          if (watch.end === undefined) continue
          expect(watch.end.at).toBe(at)
          expect(watch.end.kind).toBe(state.running + state.waiting === 0 ? 'done' : 'stalled')
          if (since > minutes * MINUTE) expect(at - since).toBeGreaterThanOrEqual(STILL_AFTER)
          return
        }
      }),
    )
  })

  it('a question is always one, and asks about what is watched', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 12 }), isFound => {
        let watch = watchOf(session(1, { running: 1 }), session(2, { running: 1 }), session(3, { running: 1 }))
        isFound.forEach((found, n) => {
          const look = nextLook(watch)
          const at = (n + 1) * MINUTE
          watch = after(watch, { type: 'looking', at })
          if (look?.kind === 'session') {
            expect(look.session.isGone).toBeUndefined()
            const { name, id } = look.session
            watch = after(
              watch,
              found
                ? seen(at, { ...session(1, { running: 1 }), name, id: id ?? 9 })
                : { type: 'missing', session: look.session, at },
            )
          } else if (look !== undefined) {
            watch = after(watch, {
              ...seen(at, session(1, { running: 1 })),
              rows: { isWhole: false, size: 100 },
            } as WatchEvent)
          } else expect(watch.end?.kind).toBe('gone')
        })
      }),
    )
  })
})
