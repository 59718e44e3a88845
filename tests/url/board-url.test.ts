/** The address and the board say the same thing, whatever either holds (docs/regards-api/actions.md 4). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoardView } from '@/domain/board-view'
import { EMPTY_VIEW } from '@/domain/board-view'
import { parseBoardView, writeBoardView } from '@/url/board-url'
import { aBoardView } from './a-board-view'

const parse = (address: string) => parseBoardView(new URLSearchParams(address))
const write = (view: BoardView, address = '') => writeBoardView(new URLSearchParams(address), view).toString()

describe('an address', () => {
  it('as other REGARDS pages write it selects a source, opens a session and sets the filters', () => {
    expect(parse('?source=A&session=S&sourceName=a&sourceState=errors&sessionName=s&sessionState=running')).toEqual({
      source: 'A',
      session: 'S',
      filters: { sourceName: 'a', sourceState: ['errors'], sessionName: 's', sessionState: ['running'] },
    })
  })

  it('of ours says the rest', () => {
    const address =
      'session=S&sessionSource=B&id=42&sourceSort=nbSessions,desc&sessionSort=lastUpdateDate,asc&records=featureErrors&recordsPart=UPDATE&recordsOrder=asc&recordsCause=Disk+full'
    expect(parse(address)).toEqual({
      ...{ session: 'S', sessionSource: 'B', id: 42, filters: {} },
      sourceSort: { property: 'nbSessions', direction: 'desc' },
      sessionSort: { property: 'lastUpdateDate', direction: 'asc' },
      records: { list: 'featureErrors', part: 'UPDATE', direction: 'asc', cause: 'Disk full' },
    })
  })

  it.each([
    ['errors,waiting', ['errors', 'waiting']],
    ['ok,running,ok', ['running', 'ok']],
    ['waiting,errors,running,ok', ['errors', 'waiting', 'running', 'ok']],
  ])('with the states %s asks for each once, in the order of the screen', (text, states) => {
    const view = parse(`sessionState=${text}&sourceState=${text}`)
    expect(view).toEqual({ filters: { sourceState: states, sessionState: states } })
    expect(write({ filters: view.filters })).toBe(
      new URLSearchParams({ sourceState: states.join(), sessionState: states.join() }).toString(),
    )
  })

  it.each([
    ['stalled,ok', ['ok', 'stalled']],
    ['errors,attention', ['attention']],
  ])('with what REGARDS does not filter sessions by, %s, asks for it; of sources it means nothing', (text, states) => {
    expect(parse(`sessionState=${text}&sourceState=${text}`)).toEqual({ filters: { sessionState: states } })
  })

  it('with an order of a list it cannot mean keeps the list; an empty cause is that of errors without a text', () => {
    const address = 'source=A&session=S&records=oaisErrors&recordsOrder=sideways&recordsCause='
    expect(parse(address).records).toEqual({ list: 'oaisErrors', cause: '' })
  })

  it.each([
    ['nothing', ''],
    ['the order and the cause of no list', 'recordsOrder=asc&recordsCause=x'],
    ['nothing in any parameter', 'source=&session=&sessionSource=&id=&sourceName=&sourceState=&sourceSort=&records='],
    ['an empty session of no source', 'session='],
    ['parameters of others', 'tab=2&Source=A&source%20=A&__proto__=1&constructor=2'],
    ['a state REGARDS does not have', 'sourceState=ERRORS&sessionState=all'],
    ['a state REGARDS does not have beside one that it has', 'sourceState=errors,odd&sessionState=ok,'],
    ['an id that is no whole number', 'id=-1'],
    ['an id in figures of its own', 'id=1e3'],
    ['an id that would be rounded', 'id=9007199254740993'],
    ['an id with something after it', 'id=42%0A43'],
    ['a sort REGARDS cannot do', 'sourceSort=errors,desc&sessionSort=name'],
    ['a sort without a way', 'sourceSort=name,up&sessionSort=,asc'],
    ['a span of time that is not offered', 'sessionSince=25h'],
    ['no date', 'sessionSince=2026-13-01'],
    ['a time without its zone, which means another one elsewhere', 'sessionSince=2026-04-30T10:00'],
    ['a date before all sessions', 'sessionSince=0001-01-01'],
    ['a list there is not', 'records=constructor&recordsPart=x'],
    ['a part without its list', 'recordsPart=UPDATE'],
  ])('that holds %s shows the whole board, and is no error', (_, address) => {
    expect(parse(address)).toEqual(EMPTY_VIEW)
  })

  it.each([
    ['source=A&session=', { source: 'A', session: '' }],
    ['sessionSource=B&session=', { sessionSource: 'B', session: '' }],
    ['source=A&sessionSource=B&session=&id=7', { source: 'A', sessionSource: 'B', session: '', id: 7 }],
    ['session=&id=7', { id: 7 }],
    ['source=&session=&id=7', { id: 7 }],
  ])('that says %s opens the session with an empty name of the source that is said, if any', (address, view) => {
    expect(parse(address)).toEqual({ ...view, filters: {} })
    expect(parse(write(parse(address)))).toEqual(parse(address))
  })

  it('keeps its good values beside bad ones', () => {
    expect(parse('id=x&source=A&sourceState=?&sessionState=ok')).toEqual({
      source: 'A',
      filters: { sessionState: ['ok'] },
    })
  })

  it.each(['%', '%E0%A4%A', '%ud800', '?&&==&;', '%00', '+', '\ud800', 'source=%ff&session=%', '#?source=A'])(
    'that is damaged like "%s" can be read, and what was read can be written and read again',
    address => {
      const view = parse(address)
      expect(parse(write(view))).toEqual(view)
    },
  )

  it('never throws, whatever its query is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webQueryParameters(), hostileQuery), address => {
        const view = parse(address)
        expect(parse(write(view, address))).toEqual(view)
      }),
    )
  })
})

const PARAMETERS = ['source', 'session', 'sessionSource', 'id', 'sourceState', 'sessionSort', 'records', 'recordsPart']
/** Our own names with anything behind them, once or several times. */
const hostileQuery = fc
  .array(fc.tuple(fc.constantFrom(...PARAMETERS), fc.oneof(fc.string(), fc.constantFrom('%', '0', 'name,asc', 'ok'))))
  .map(pairs => pairs.map(pair => pair.join('=')).join('&'))

describe('a view', () => {
  it('is the same after a visit to the address bar', () => {
    fc.assert(
      fc.property(aBoardView, view => {
        expect(parse(write(view))).toEqual(view)
      }),
    )
  })

  it('is the same after it was sent as a link', () => {
    fc.assert(
      fc.property(aBoardView, view => {
        const link = new URL(`https://board.example.org/a/b/?${write(view)}#top`)
        expect(parse(link.search)).toEqual(view)
      }),
    )
  })

  it.each([
    'A+B',
    '100%',
    '%20',
    'a&b=c',
    'a#b?c',
    'é ü 東',
    '\u202eevil',
    ' both ends ',
    'line\nbreak',
    '\0',
    '../..',
    '"<b>',
  ])('of a source called "%s" comes back by the letter', source => {
    const view = { source, session: source, filters: { sourceName: source } }
    expect(parse(write(view))).toEqual(view)
  })

  it.each(['\ud800', 'a\udc00b', '\udc00\ud800'])('of a source with half a letter in it can be written', source => {
    // No address can hold it: it comes back as one that can be written again and stays the same.
    const back = parse(write({ source, filters: {} }))
    expect(back.source).toHaveLength(source.length)
    expect(parse(write(back))).toEqual(back)
  })

  it('leaves the parameters of others as they are, repeated ones too', () => {
    expect(write({ source: 'A', filters: {} }, 'tab=2&tab=3&session=S&x=a%2Bb')).toBe('tab=2&tab=3&x=a%2Bb&source=A')
  })

  it('leaves the parameters of others as they are, whatever they and the view are', () => {
    const foreign = fc.array(fc.tuple(fc.stringMatching(/^x-[a-z]*$/), fc.string({ unit: 'binary' })))
    fc.assert(
      fc.property(aBoardView, foreign, (view, others) => {
        const given = new URLSearchParams(others)
        const written = writeBoardView(given, view)
        expect([...written].filter(([name]) => name.startsWith('x-'))).toEqual(others)
        expect([...given]).toEqual(others)
      }),
    )
  })

  it('replaces what was there before, every parameter of it', () => {
    fc.assert(
      fc.property(aBoardView, aBoardView, (before, after) => {
        expect(parse(write(after, write(before)))).toEqual(after)
      }),
    )
  })

  it('of an empty board leaves an address without a query', () => {
    expect(write(EMPTY_VIEW, 'source=A&id=1&records=chains')).toBe('')
  })
})
