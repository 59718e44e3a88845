/** Filtering by name and by state: the requests, the address, and the empty lists. */
import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { aWorld } from '@tests/support/a-world'
import type { ListName } from './on-the-board'
import {
  address,
  drawer,
  nameFilter,
  openBoard,
  pane,
  questions,
  row,
  rowNames,
  selected,
  settled,
  stateFilter,
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
      await user.selectOptions(stateFilter(list), state)
      await waitFor(() => expect(rowNames(list)).toEqual(names))
    }
    await user.selectOptions(stateFilter(list), 'All')
    await waitFor(() => expect(rowNames(list)).toHaveLength(4))
    expect(asked(world, list, parameter).slice(0, 4)).toEqual(['ok', 'errors', 'running', 'waiting'])
    expect(address()).toEqual({})
  })

  it('that finds no error gives good news, not an empty list', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.oais({ done: 1 }))
      .build()
    const { user } = await openBoard(world)
    await user.selectOptions(stateFilter('Sessions'), 'Error')
    expect(await screen.findByText('No sessions in error')).toBeInTheDocument()
    await user.selectOptions(stateFilter('Sources'), 'Error')
    expect(await screen.findByText('No sources in error')).toBeInTheDocument()
  })
})

describe('what a filter leaves', PATIENT, () => {
  it('is counted in the title of its list, and told to who does not see it', async () => {
    const { user } = await openBoard(ofEveryState())
    const title = within(pane('Sessions')).getByRole('heading')
    expect(title).toHaveTextContent('Sessions · 4')
    await user.selectOptions(stateFilter('Sessions'), 'Error')
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
    expect(stateFilter('Sources')).toHaveDisplayValue('Error')
    expect(nameFilter('Sessions')).toHaveValue('ai')
    expect(stateFilter('Sessions')).toHaveDisplayValue('Error')
    expect(selected('Sources')).toEqual(['beta'])
    expect(rowNames('Sessions')).toEqual(['failed'])
  })

  it('asks with the names of the contract, and leaves out what is not filtered by', async () => {
    const world = ofEveryState()
    const { user } = await openBoard(world)
    await user.selectOptions(stateFilter('Sessions'), 'Error')
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
    expect(stateFilter('Sessions')).toHaveDisplayValue('All')
    await user.selectOptions(stateFilter('Sources'), 'Ok')
    await settled()
    expect(address()).toEqual({ theme: 'wall', sourceState: 'ok' })
  })
})
