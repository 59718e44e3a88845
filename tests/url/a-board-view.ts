/** Any view of the board, for properties that hold for all of them. */
import fc from 'fast-check'
import type { BoardView, ChosenStates } from '@/domain/board-view'
import { SESSION_SORTS, SOURCE_SORTS } from '@/domain/board-view'
import { RECORD_LISTS } from '@/domain/record-list'
import type { SessionFilter } from '@/domain/session'
import { SESSION_FILTERS, STATE_FILTERS } from '@/domain/session'

/** Text as an address can hold it: anything but an empty text and half a surrogate pair. */
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })

const someOf = <S extends SessionFilter>(states: readonly S[], one: S): fc.Arbitrary<ChosenStates<S>> =>
  fc.subarray([...states], { minLength: 1 }).map(([first = one, ...others]) => [first, ...others])
const sourceState = someOf(STATE_FILTERS, 'errors')
/** What needs attention is a list of its own. */
const sessionState: fc.Arbitrary<ChosenStates> = fc.oneof(
  someOf(
    SESSION_FILTERS.filter(state => state !== 'attention'),
    'errors',
  ),
  fc.constant<ChosenStates>(['attention']),
)

const sort = <P extends string>(properties: readonly P[]) =>
  fc.record({ property: fc.constantFrom(...properties), direction: fc.constantFrom('asc' as const, 'desc' as const) })

/** The name of a session may be empty where its source is known (url/board-url.ts). */
const isWritten = ({ source, session, sessionSource }: BoardView) =>
  session !== '' || source !== undefined || sessionSource !== undefined

const anyView: fc.Arbitrary<BoardView> = fc.record(
  {
    source: text,
    session: fc.oneof(text, fc.constant('')),
    sessionSource: text,
    id: fc.integer({ min: 0, max: 999_999_999_999_999 }),
    filters: fc.record(
      {
        sourceName: text,
        sourceState,
        sessionName: text,
        sessionState,
        sessionSince: fc.constantFrom('24h', '7d', '2026-04-30', '2026-04-30T10:00:00.000Z', '2026-04-30T10:00+02:00'),
      },
      { requiredKeys: [] },
    ),
    sourceSort: sort(SOURCE_SORTS),
    sessionSort: sort(SESSION_SORTS),
    records: fc.record(
      {
        list: fc.constantFrom(...RECORD_LISTS),
        part: text,
        direction: fc.constantFrom('asc' as const, 'desc' as const),
        cause: fc.oneof(text, fc.constant('')),
      },
      { requiredKeys: ['list'] },
    ),
  },
  { requiredKeys: ['filters'] },
)

export const aBoardView: fc.Arbitrary<BoardView> = anyView.filter(isWritten)
