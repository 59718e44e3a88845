/** Sessions that are selected: by their names, newer figures taken over, and not too many. */
import { afterEach, describe, expect, it } from 'vitest'
import {
  MOST_SELECTED,
  forgetSelection,
  seeSessions,
  selectOnly,
  selectSessions,
  switchSelection,
  toggleSession,
  useSelectedSessions,
} from '@/stores/selected-sessions'
import { aSession } from '../domain/a-step'

const names = () => [...useSelectedSessions.getState().sessions.values()].map(({ session: { name } }) => name)

afterEach(forgetSelection)

describe('selected sessions', () => {
  it('come in the order they were selected in, and go on a second click', () => {
    for (const name of ['b', 'a', 'c']) toggleSession(aSession('A', name), 1)
    toggleSession(aSession('A', 'a'), 1)
    expect(names()).toEqual(['b', 'c'])
  })

  it('are told apart by their source', () => {
    selectSessions([aSession('A', 'day'), aSession('B', 'day'), aSession('A', 'day')], 1)
    expect(names()).toEqual(['day', 'day'])
  })

  it('take over newer figures, not older ones, and nothing that is not selected', () => {
    toggleSession(aSession('A', 'a', [], 1), 5)
    seeSessions([aSession('A', 'a', [], 2)], 4)
    seeSessions([aSession('A', 'other')], 6)
    const [seen] = useSelectedSessions.getState().sessions.values()
    expect(seen).toMatchObject({ at: 5, session: { id: 1 } })
    seeSessions([aSession('A', 'a', [], 2)], 6)
    expect([...useSelectedSessions.getState().sessions.values()]).toMatchObject([{ at: 6, session: { id: 2 } }])
  })

  it('are no more than the most', () => {
    selectSessions(
      Array.from({ length: MOST_SELECTED + 5 }, (_, n) => aSession('A', String(n))),
      1,
    )
    toggleSession(aSession('A', 'one more'), 1)
    expect(names()).toHaveLength(MOST_SELECTED)
  })

  it('are exactly those that something else asks for, with their boxes shown', () => {
    toggleSession(aSession('A', 'before'), 1)
    selectOnly([
      { session: aSession('A', 'b'), at: 3 },
      { session: aSession('A', 'a'), at: 4 },
    ])
    expect(useSelectedSessions.getState()).toMatchObject({ isOn: true, last: undefined })
    expect(names()).toEqual(['b', 'a'])
  })

  it('are none any more when selecting is switched off', () => {
    switchSelection()
    toggleSession(aSession('A', 'a'), 1)
    switchSelection()
    expect(useSelectedSessions.getState()).toMatchObject({ isOn: false, last: undefined })
    expect(names()).toEqual([])
  })
})
