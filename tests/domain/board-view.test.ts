/** Every rule by which the board goes from one view to the next. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoardView } from '@/domain/board-view'
import {
  clearFilters,
  closeRecords,
  closeSession,
  EMPTY_VIEW,
  isByUrgency,
  openSession,
  selectSession,
  selectSource,
  setFilters,
  showRecords,
  toggleState,
} from '@/domain/board-view'
import { aBoardView } from '../url/a-board-view'

const FILTERS = { sourceName: 'a', sourceState: ['errors'], sessionName: 'b', sessionState: ['ok'] } as const
const RECORDS = { list: 'oaisErrors' } as const
/** Source A chosen, its session S open, a list over it, everything else set too. */
const FULL: BoardView = {
  source: 'A',
  session: 'S',
  id: 7,
  filters: FILTERS,
  sourceSort: { property: 'name', direction: 'asc' },
  sessionSort: { property: 'source', direction: 'desc' },
  records: RECORDS,
}
const { source: _, ...FREE } = FULL

describe('the open session', () => {
  it.each([
    ['none', EMPTY_VIEW, undefined],
    ['of the chosen source', { source: 'A', session: 'S', filters: {} }, { source: 'A', name: 'S' }],
    ['of another source', { source: 'A', sessionSource: 'B', session: 'S', filters: {} }, { source: 'B', name: 'S' }],
    [
      'of its own source, none being chosen',
      { sessionSource: 'B', session: 'S', filters: {} },
      { source: 'B', name: 'S' },
    ],
    ['not known by an id alone', { id: 7, filters: {} }, undefined],
    ['not known by a name without a source', { session: 'S', filters: {} }, undefined],
    ['not there because a source is chosen', { source: 'A', filters: {} }, undefined],
  ] as const)('is %s', (_name, view, expected) => {
    expect(openSession(view)).toEqual(expected)
  })
})

describe('opening a session', () => {
  it('moves no list: source, filters and sorts stay', () => {
    const { source, filters, sourceSort, sessionSort } = selectSession(FULL, { source: 'B', name: 'T' }, 8)
    expect({ source, filters, sourceSort, sessionSort }).toEqual({
      ...{ source: 'A', filters: FILTERS, sourceSort: FULL.sourceSort, sessionSort: FULL.sessionSort },
    })
  })

  it.each([
    ['of the chosen source', 'A', { source: 'A', session: 'T', id: 8 }],
    ['of another source', 'B', { source: 'A', session: 'T', sessionSource: 'B', id: 8 }],
  ])('%s writes its source only when it is not the chosen one', (_name, source, expected) => {
    const opened = selectSession({ source: 'A', filters: {} }, { source, name: 'T' }, 8)
    expect(opened).toEqual({ ...expected, filters: {} })
  })

  it('closes the list of the session before, and forgets its id', () => {
    const { records, id, session } = selectSession(FULL, { source: 'A', name: 'T' })
    expect({ records, id, session }).toEqual({ records: undefined, id: undefined, session: 'T' })
  })

  it('then closing it gives back the view there was', () => {
    fc.assert(
      fc.property(aBoardView, fc.string(), fc.string(), (view, source, name) => {
        const closed = closeSession(view)
        expect(closeSession(selectSession(closed, { source, name }, 1))).toEqual(closed)
        expect(openSession(selectSession(closed, { source, name }))).toEqual({ source, name })
      }),
    )
  })
})

describe('closing', () => {
  it('a session closes the list opened from it and leaves no trace of either', () => {
    const { session, id, records, ...rest } = FULL
    expect(closeSession({ ...FULL, sessionSource: 'B' })).toEqual(rest)
    expect([session, id, records]).toEqual(['S', 7, RECORDS])
  })

  it('a list leaves its session open', () => {
    const { records, ...rest } = FULL
    expect(closeRecords(FULL)).toEqual(rest)
    expect(showRecords(rest, RECORDS)).toEqual({ ...rest, records })
  })

  it('a list and opening another part of it replaces it', () => {
    expect(showRecords(FULL, { list: 'featureErrors', part: 'UPDATE' }).records).toEqual({
      list: 'featureErrors',
      part: 'UPDATE',
    })
  })
})

describe('choosing a source', () => {
  it.each([
    ['keeps the session of that source, its id and its list', { ...FREE, sessionSource: 'A' }, 'A', FULL],
    ['closes the session of another one', FULL, 'B', { ...closeSession(FULL), source: 'B' }],
    [
      'closes a session known by its id alone',
      { id: 7, records: RECORDS, filters: {} },
      'A',
      { source: 'A', filters: {} },
    ],
    ['closes a session whose source is unknown', { session: 'S', filters: {} }, 'A', { source: 'A', filters: {} }],
    ['that is chosen already frees it, and its session stays open', FULL, 'A', { ...FREE, sessionSource: 'A' }],
    [
      'that is chosen already frees it, and a session of another source stays open',
      { ...FULL, sessionSource: 'B' },
      'A',
      { ...FREE, sessionSource: 'B' },
    ],
    ['that is chosen already frees it, and leaves nothing behind', { source: 'A', filters: {} }, 'A', EMPTY_VIEW],
    ['of an empty view chooses it', EMPTY_VIEW, 'A', { source: 'A', filters: {} }],
  ] as const)('%s', (_name, view, name, expected) => {
    expect(selectSource(view, name)).toEqual(expected)
  })

  it('never opens another session than the one that was open', () => {
    fc.assert(
      fc.property(aBoardView, fc.string({ minLength: 1 }), (view, name) => {
        const after = openSession(selectSource(view, name))
        if (after !== undefined) expect(after).toEqual(openSession(view))
      }),
    )
  })
})

describe('filters', () => {
  it.each([
    ['are changed one by one', { sessionName: 'c' }, { ...FILTERS, sessionName: 'c' }],
    [
      'go with nothing in them',
      { sourceName: '', sessionState: undefined },
      { sourceState: ['errors'], sessionName: 'b' },
    ],
  ])('%s, and nothing else moves', (_name, change, filters) => {
    expect(setFilters(FULL, change)).toEqual({ ...FULL, filters })
  })

  it('of the time goes with the other filters of the sessions, and not with those of the sources', () => {
    const view = setFilters(FULL, { sessionSince: '7d' })
    expect(clearFilters(view, 'sources').filters.sessionSince).toBe('7d')
    expect(clearFilters(view, 'sessions').filters).not.toHaveProperty('sessionSince')
  })

  it('of the sources are cleared alone', () => {
    expect(clearFilters(FULL, 'sources')).toEqual({ ...FULL, filters: { sessionName: 'b', sessionState: ['ok'] } })
  })

  it('of the sessions are cleared with the chosen source, which filters them too; the open session stays', () => {
    expect(clearFilters(FULL, 'sessions')).toEqual({
      ...FREE,
      sessionSource: 'A',
      filters: { sourceName: 'a', sourceState: ['errors'] },
    })
  })

  it('of the sessions are cleared where no source is chosen', () => {
    expect(clearFilters({ filters: FILTERS, id: 7 }, 'sessions')).toEqual({
      filters: { sourceName: 'a', sourceState: ['errors'] },
      id: 7,
    })
  })
})

describe('states that rows may be in', () => {
  it.each([
    ['one is added', undefined, 'waiting', ['waiting']],
    ['a second one is added, in the order of the screen', ['waiting'], 'errors', ['errors', 'waiting']],
    ['one is taken away', ['errors', 'waiting'], 'errors', ['waiting']],
    ['the last one is taken away', ['waiting'], 'waiting', undefined],
    ['all of them are taken away', ['errors', 'waiting'], 'all', undefined],
    ['all are none already', undefined, 'all', undefined],
    ['what needs attention stands alone', ['errors', 'leftOut'], 'attention', ['attention']],
    ['a state takes the place of what needs attention', ['attention'], 'stalled', ['stalled']],
    ['what needs attention is taken away', ['attention'], 'attention', undefined],
  ] as const)('%s', (_name, sessionState, pressed, expected) => {
    const before: BoardView = { filters: { sourceState: ['ok'], ...(sessionState && { sessionState }) } }
    const after = toggleState(before, 'sessions', pressed)
    expect(after).toEqual({ filters: { sourceState: ['ok'], ...(expected && { sessionState: expected }) } })
  })

  it('what needs attention is ordered by urgency until another order is asked for', () => {
    const { sessionSort, ...unsorted } = FULL
    const urgent = toggleState(FULL, 'sessions', 'attention')
    expect(urgent).toEqual({ ...unsorted, filters: { ...FILTERS, sessionState: ['attention'] } })
    expect(isByUrgency(urgent)).toBe(true)
    expect(isByUrgency({ ...urgent, ...(sessionSort && { sessionSort }) })).toBe(false)
    expect(isByUrgency(FULL)).toBe(false)
  })

  it('of the sources are theirs alone', () => {
    expect(toggleState({ filters: { sessionState: ['ok'] } }, 'sources', 'running')).toEqual({
      filters: { sessionState: ['ok'], sourceState: ['running'] },
    })
  })
})

it('no transition changes the view it is given', () => {
  const before = structuredClone(FULL)
  selectSource(FULL, 'B')
  selectSession(FULL, { source: 'B', name: 'T' })
  clearFilters(FULL, 'sessions')
  closeRecords(closeSession(FULL))
  expect(FULL).toEqual(before)
})
