/** Filtering by name and by state: the requests, the address, and the empty lists. */
import { act, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { aWorld } from '@tests/support/a-world'
import type { ListName } from './on-the-board'
import {
  address,
  drawer,
  grid,
  nameFilter,
  openBoard,
  pane,
  pressedStates,
  questions,
  row,
  rowNames,
  selected,
  settled,
  stateChip,
  stateWords,
  threeSessions,
} from './on-the-board'

const PATIENT = { timeout: 30_000 }

const ofEveryState = () =>
  aWorld()
    .withSession('alpha/well', s => s.oais({ done: 1 }).changed('1m'))
    .withSession('beta/failed', s => s.oais({ errors: 1 }).changed('2m'))
    .withSession('gamma/busy', s => s.oais({ running: 1 }).changed('3m'))
    .withSession('delta/undecided', s => s.oais({ waiting: 1 }).changed('4m'))
    .build()

/** Puts a text into the name filter at once, as a hand that types quickly. */
async function typeName(user: UserEvent, list: ListName, text: string): Promise<void> {
  await user.click(nameFilter(list))
  await user.clear(nameFilter(list))
  await user.paste(text)
}

/** The names that are proposed at the moment. */
const suggested = () =>
  screen
    .queryAllByRole('listbox', { name: 'Suggestions' })
    .flatMap(list => within(list).getAllByRole('option'))
    .map(({ textContent }) => textContent)

const asked = (world: Parameters<typeof questions>[0], list: ListName, parameter: string) =>
  questions(world, list).map(question => question.get(parameter))

describe('a name filter', PATIENT, () => {
  it('filters after a pause in typing, and does not reload the other list', async () => {
    const world = ofEveryState()
    const { user } = await openBoard(world)
    await typeName(user, 'Sessions', 'dec')
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['undecided, delta']))
    expect(asked(world, 'Sessions', 'sessionName')).toEqual(['dec'])
    expect(questions(world, 'Sources')).toEqual([])
    expect(address()).toEqual({ sessionName: 'dec' })
  })

  it('filters at once with Enter, and leaves no place to come Back to for what was typed', async () => {
    const { user } = await openBoard(ofEveryState())
    const places = window.history.length
    await typeName(user, 'Sources', 'eta')
    await user.keyboard('{Enter}')
    expect(address()).toEqual({ sourceName: 'eta' })
    await waitFor(() => expect(rowNames('Sources')).toEqual(['beta']))
    expect(window.history.length).toBe(places)
  })

  it('proposes names whatever their capitals, at most ten, and filters by the one that is chosen', async () => {
    const world = aWorld().withSessions(12, 'A/Night').build()
    const { user } = await openBoard(world)
    await typeName(user, 'Sessions', 'night-1')
    await waitFor(() => expect(suggested()).toEqual(['Night-1', 'Night-10', 'Night-11']))
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['Night-10, A']))
    expect(nameFilter('Sessions')).toHaveValue('Night-10')
    await typeName(user, 'Sessions', 'NIGHT')
    await waitFor(() => expect(suggested()).toHaveLength(10))
    await user.click(within(pane('Sessions')).getByRole('option', { name: 'Night-3' }))
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['Night-3, A']))
  })

  it('that finds nothing for its capitals says so, and offers the names as they are written', async () => {
    const { user } = await openBoard(ofEveryState())
    await typeName(user, 'Sources', 'ALPHA')
    await user.keyboard('{Enter}')
    const hint = await within(pane('Sources')).findByText(/case-sensitive\. Did you mean/)
    expect(screen.getByText('No matching sources')).toBeInTheDocument()
    await user.click(await within(hint).findByRole('button', { name: 'alpha' }))
    await waitFor(() => expect(rowNames('Sources')).toEqual(['alpha']))
    expect(nameFilter('Sources')).toHaveValue('alpha')
  })

  it('that finds nothing in any spelling says how REGARDS compares, wildcards included', async () => {
    await openBoard(ofEveryState(), '/?sessionName=nobody')
    expect(await screen.findByText(/% matches any text, _ any one character/)).toBeInTheDocument()
  })

  it('is cleared by Escape, which leaves the open session open', async () => {
    const { user } = await openBoard(ofEveryState(), '/?source=beta&session=failed&sessionName=fail')
    await screen.findByRole('region', drawer('beta', 'failed'))
    await user.click(nameFilter('Sessions'))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(address()).toEqual({ source: 'beta', session: 'failed' }))
    expect(screen.getByRole('region', drawer('beta', 'failed'))).toBeInTheDocument()
  })
})

describe('a state filter', PATIENT, () => {
  const SOURCES = { Ok: ['alpha'], Error: ['beta'], Running: ['gamma'], Waiting: ['delta'] } as const
  const SESSIONS = {
    Ok: ['well, alpha'],
    Error: ['failed, beta'],
    Running: ['busy, gamma'],
    Waiting: ['undecided, delta'],
  } as const

  it.each([
    ['Sources', 'sourceState', SOURCES],
    ['Sessions', 'sessionState', SESSIONS],
  ] as const)('keeps the %s of each state, and All brings them back', async (list, parameter, kept) => {
    const world = ofEveryState()
    const { user } = await openBoard(world)
    for (const [state, names] of Object.entries(kept)) {
      await user.click(stateChip(list, state))
      await waitFor(() => expect(rowNames(list)).toEqual(names))
      await user.click(stateChip(list, state))
    }
    await user.click(stateChip(list, 'Error'))
    await user.click(stateChip(list, 'All'))
    await waitFor(() => expect(rowNames(list)).toHaveLength(4))
    expect([...new Set(asked(world, list, parameter))]).toEqual(
      expect.arrayContaining(['ok', 'errors', 'running', 'waiting']),
    )
    expect(address()).toEqual({})
  })

  it('that finds no error gives good news, not an empty list', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.oais({ done: 1 }))
      .build()
    const { user } = await openBoard(world)
    await user.click(stateChip('Sessions', 'Error'))
    expect(await screen.findByText('No sessions in error')).toBeInTheDocument()
    await user.click(stateChip('Sources', 'Error'))
    expect(await screen.findByText('No sources in error')).toBeInTheDocument()
  })
})

describe('the counts by state', PATIENT, () => {
  const counted = (list: ListName, words: readonly string[]) => waitFor(() => expect(stateWords(list)).toEqual(words))

  it('are those under the other filters, whichever state is chosen, and follow each refresh', async () => {
    const world = threeSessions()
    const { user, refresh } = await openBoard(world)
    await counted('Sources', ['Error 1', 'Waiting 0', 'Running 0', 'Ok 0', 'All 1'])
    await counted('Sessions', [
      'Needs attention',
      'Error 1',
      'Waiting 0',
      'Running 0',
      'Ok 2',
      'All 3',
      'Stalled 0',
      'Left out 0',
    ])
    await user.click(stateChip('Sessions', 'Error'))
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['one, A']))
    await counted('Sessions', [
      'Needs attention',
      'Error 1',
      'Waiting 0',
      'Running 0',
      'Ok 2',
      'All 3',
      'Stalled 0',
      'Left out 0',
    ])
    await typeName(user, 'Sessions', 'e')
    await counted('Sessions', [
      'Needs attention',
      'Error 1',
      'Waiting 0',
      'Running 0',
      'Ok 1',
      'All 2',
      'Stalled 0',
      'Left out 0',
    ])
    world.archive.addItem(world.session({ source: 'A', name: 'three' }), 'oais', {
      kind: 'ingestRequest',
      status: 'ERROR',
    })
    world.advance('10s')
    await refresh()
    await counted('Sessions', [
      'Needs attention',
      'Error 2',
      'Waiting 0',
      'Running 0',
      'Ok 0',
      'All 2',
      'Stalled 0',
      'Left out 0',
    ])
  })

  it('each say of when they are, and stay when the server does not answer', async () => {
    const world = threeSessions()
    const { refresh } = await openBoard(world)
    await counted('Sessions', [
      'Needs attention',
      'Error 1',
      'Waiting 0',
      'Running 0',
      'Ok 2',
      'All 3',
      'Stalled 0',
      'Left out 0',
    ])
    await waitFor(() => expect(stateChip('Sources', 'All')).toHaveAccessibleDescription(/^Counted at \d/))
    const saidOf = (state: string) => stateChip('Sessions', state).title
    for (const state of ['Error', 'Waiting', 'Running', 'Ok', 'All']) {
      expect(stateChip('Sessions', state)).toHaveAccessibleDescription(/^Counted at \d\d:\d\d:\d\d$/)
      expect(stateChip('Sources', state)).toHaveAccessibleDescription(/^Counted at \d\d:\d\d:\d\d$/)
    }
    const before = saidOf('Error')
    world.faults.refuse(/sessions\?.*size=1&.*sessionState=errors/, 503)
    world.advance('10s')
    vi.useFakeTimers({ toFake: ['Date', 'performance'], now: Date.now() + 10_000 })
    await refresh()
    vi.useRealTimers()
    await waitFor(() => expect(saidOf('Ok')).not.toBe(before))
    expect(saidOf('Error')).toBe(before)
    expect(stateWords('Sessions')[1]).toBe('Error 1')
    expect(stateChip('Sessions', 'Error')).toHaveAccessibleName('Error 1')
  })
})

describe('several states', PATIENT, () => {
  const ofTwoStates = () =>
    aWorld()
      .withSession('beta/failed', s => s.oais({ errors: 1 }).changed('2m'))
      .withSession('gamma/both', s => s.oais({ errors: 1, waiting: 2 }).changed('3m'))
      .withSession('delta/undecided', s => s.oais({ waiting: 1 }).changed('1m'))
      .withSession('alpha/well', s => s.oais({ done: 1 }).changed('4m'))
      .build()

  it('show what is in any of them, each once and in order, and the address and Back know them', async () => {
    const world = ofTwoStates()
    const { user } = await openBoard(world)
    await user.click(stateChip('Sessions', 'Waiting'))
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['undecided, delta', 'both, gamma']))
    await user.click(stateChip('Sessions', 'Error'))
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['undecided, delta', 'failed, beta', 'both, gamma']))
    expect(address()).toEqual({ sessionState: 'errors,waiting' })
    expect(pressedStates('Sessions')).toEqual(['Error', 'Waiting'])
    expect(within(pane('Sessions')).getByRole('heading')).toHaveTextContent('Sessions · 3')
    act(() => window.history.back())
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['undecided, delta', 'both, gamma']))
    expect(pressedStates('Sessions')).toEqual(['Waiting'])
    await user.click(stateChip('Sessions', 'All'))
    await waitFor(() => expect(rowNames('Sessions')).toHaveLength(4))
    expect(address()).toEqual({})
  })

  it('are asked one by one, with the other filters and the order, again with each refresh', async () => {
    const world = ofTwoStates()
    const { refresh } = await openBoard(world, '/?sourceState=errors,ok&sourceSort=name,desc&sourceName=a')
    expect(rowNames('Sources')).toEqual(['gamma', 'beta', 'alpha'])
    await refresh()
    const both = questions(world, 'Sources').map(question => Object.fromEntries(question))
    const one = { page: '0', size: '2000', sourceName: 'a' }
    expect(both).toEqual(['errors', 'ok'].map(sourceState => ({ ...one, sort: 'name,desc', sourceState })))
  })

  it('one of which is not answered show no half of it', async () => {
    const world = ofTwoStates()
    const { user } = await openBoard(world)
    world.faults.refuse(/sessions\?.*size=2000.*sessionState=waiting/, 500)
    await user.click(stateChip('Sessions', 'Error'))
    await user.click(stateChip('Sessions', 'Waiting'))
    expect(await screen.findByText('Could not load sessions')).toBeInTheDocument()
    expect(screen.queryByRole('grid', { name: 'Sessions' })).toBeNull()
  })

  it('that have more rows than are read say so', async () => {
    const world = aWorld()
      .withSessions(3, 'A/failed', s => s.oais({ errors: 1 }))
      .withSessions(3, 'A/undecided', s => s.oais({ waiting: 1 }))
      .build()
    // A server that gives fewer rows than it is asked for.
    world.faults.mutate(/sessions\?.*size=2000/, text => {
      const answer = JSON.parse(text) as { content: unknown[] }
      return JSON.stringify({ ...answer, content: answer.content.slice(0, 2) })
    })
    await openBoard(world, '/?sessionState=errors,waiting')
    expect(await screen.findByText('Only the first 3 in this order. One state alone shows all.')).toBeInTheDocument()
    expect(within(pane('Sessions')).getByRole('heading')).toHaveTextContent('Sessions · 3+')
  })
})

describe('what REGARDS does not filter by', PATIENT, () => {
  const inNeed = () =>
    aWorld()
      .withSession('A/well', s => s.oais({ done: 1 }).changed('1m'))
      .withSession('A/lost', s => s.scan({ incomplete: 2 }).changed('2m'))
      .withSession('A/busy', s => s.oais({ running: 1 }).changed('3m'))
      .withSession('A/failed', s => s.oais({ errors: 1 }).changed('5m'))
      .withSession('A/failed-now', s => s.oais({ errors: 2 }).changed('4m'))
      .withSession('A/still', s => s.oais({ running: 1 }).changed('3h'))
      .withSession('A/undecided', s => s.oais({ waiting: 1, errors: 1 }).changed('6m'))
      .build()
  const BY_URGENCY = ['undecided, A', 'failed-now, A', 'failed, A', 'still, A', 'lost, A']

  it('is counted among the rows that are loaded, and shown alone or beside other states', async () => {
    const { user } = await openBoard(inNeed())
    await waitFor(() => expect(stateWords('Sessions').slice(-2)).toEqual(['Stalled 1', 'Left out 1']))
    expect(stateChip('Sessions', 'Stalled')).toHaveAttribute(
      'title',
      expect.stringMatching(/^Among the 7 rows loaded\./),
    )
    await user.click(stateChip('Sessions', 'Stalled'))
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['still, A']))
    await user.click(stateChip('Sessions', 'Left out'))
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['lost, A', 'still, A']))
    await user.click(stateChip('Sessions', 'Waiting'))
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['lost, A', 'undecided, A', 'still, A']))
    expect(address()).toEqual({ sessionState: 'waiting,stalled,leftOut' })
  })

  it('is looked for in the first rows of a long list only, and says so', async () => {
    const world = inNeed()
    // A server that gives fewer rows than it is asked for.
    world.faults.mutate(/sessions\?.*size=1000/, text => {
      const answer = JSON.parse(text) as { content: unknown[] }
      return JSON.stringify({ ...answer, content: answer.content.slice(0, 2) })
    })
    await openBoard(world, '/?sessionState=leftOut')
    expect(rowNames('Sessions')).toEqual(['lost, A'])
    expect(screen.getByText('Stalled and left out: looked for in 2 of 7 sessions.')).toBeInTheDocument()
  })

  it('what needs attention comes in the order of urgency, alone, until another order is asked for', async () => {
    const { user } = await openBoard(inNeed(), '/?sessionState=errors&sessionSort=name,asc')
    await user.click(stateChip('Sessions', 'Needs attention'))
    await waitFor(() => expect(rowNames('Sessions')).toEqual(BY_URGENCY))
    expect(address()).toEqual({ sessionState: 'attention' })
    expect(pressedStates('Sessions')).toEqual(['Needs attention'])
    const sorted = () =>
      within(grid('Sessions'))
        .getAllByRole('columnheader')
        .filter(header => ['ascending', 'descending'].includes(header.getAttribute('aria-sort') ?? ''))
    expect(sorted()).toEqual([])
    await user.click(within(grid('Sessions')).getByRole('button', { name: /^Name/ }))
    await waitFor(() => expect(rowNames('Sessions')).toEqual([...BY_URGENCY].sort()))
    await user.click(stateChip('Sessions', 'Error'))
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['failed, A', 'failed-now, A', 'undecided, A']))
    expect(pressedStates('Sessions')).toEqual(['Error'])
  })

  it('when nothing needs attention, that and the time are said', async () => {
    const world = aWorld()
      .withSession('A/well', s => s.oais({ done: 1 }))
      .withSession('A/busy', s => s.oais({ running: 1 }))
      .build()
    await openBoard(world, '/?sessionState=attention')
    expect(screen.getByText('Nothing needs you')).toBeInTheDocument()
    expect(screen.getByText(/^As of \d+:\d+:\d+/)).toBeInTheDocument()
  })
})

describe('what a filter leaves', PATIENT, () => {
  it('is counted in the title of its list, and told to who does not see it', async () => {
    const { user } = await openBoard(ofEveryState())
    const title = within(pane('Sessions')).getByRole('heading')
    expect(title).toHaveTextContent('Sessions · 4')
    await user.click(stateChip('Sessions', 'Error'))
    await waitFor(() => expect(title).toHaveTextContent('Sessions · 1'))
    await waitFor(() =>
      expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('1 session'),
    )
  })

  it('is everything again with Clear, which frees the source too and touches no filter of the other list', async () => {
    const url = '/?source=beta&sourceState=errors&sessionName=fail&sessionState=errors'
    const { user } = await openBoard(ofEveryState(), url)
    await user.click(screen.getByRole('button', { name: 'Clear session filters' }))
    await waitFor(() => expect(rowNames('Sessions')).toHaveLength(4))
    expect(address()).toEqual({ sourceState: 'errors' })
    expect(nameFilter('Sessions')).toHaveValue('')
    expect(rowNames('Sources')).toEqual(['beta'])
    expect(screen.queryByRole('button', { name: 'Clear session filters' })).toBeNull()
  })

  it('may be nothing, and the way out of it is beside', async () => {
    const { user } = await openBoard(ofEveryState(), '/?source=beta&sessionState=running')
    expect(await screen.findByText('No sessions running')).toBeInTheDocument()
    const [clear] = screen.getAllByRole('button', { name: 'Clear session filters' }).slice(-1)
    await user.click(clear!)
    await waitFor(() => expect(rowNames('Sessions')).toHaveLength(4))
  })
})

describe('the address', PATIENT, () => {
  it('gives every filter and both orders back', async () => {
    const world = ofEveryState()
    const url =
      '/?source=beta&sourceName=a&sourceState=errors&sessionName=ai&sessionState=errors' +
      '&sourceSort=name,asc&sessionSort=creationDate,desc'
    await openBoard(world, url)
    expect(nameFilter('Sources')).toHaveValue('a')
    expect(pressedStates('Sources')).toEqual(['Error'])
    expect(nameFilter('Sessions')).toHaveValue('ai')
    expect(pressedStates('Sessions')).toEqual(['Error'])
    expect(selected('Sources')).toEqual(['beta'])
    expect(rowNames('Sessions')).toEqual(['failed'])
  })

  it('asks with the names of the contract, and leaves out what is not filtered by', async () => {
    const world = ofEveryState()
    const { user } = await openBoard(world)
    await user.click(stateChip('Sessions', 'Error'))
    await user.click(row('Sources', 'beta'))
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['failed']))
    const [question] = questions(world, 'Sessions').slice(-1)
    expect(Object.fromEntries(question!)).toEqual({
      ...{ page: '0', size: '50', sourceName: 'beta', sessionState: 'errors' },
      // The last of them: which no two sessions share.
      sort: 'id,asc',
    })
    expect(question?.getAll('sort')).toEqual(['lastUpdateDate,desc', 'id,asc'])
  })

  it('with unknown values shows everything; what is not of this page survives every change', async () => {
    const { user } = await openBoard(ofEveryState(), '/?sessionState=FATAL&sessionSort=colour,asc&theme=wall')
    expect(rowNames('Sessions')).toHaveLength(4)
    expect(pressedStates('Sessions')).toEqual(['All'])
    await user.click(stateChip('Sources', 'Ok'))
    await settled()
    expect(address()).toEqual({ theme: 'wall', sourceState: 'ok' })
  })
})
