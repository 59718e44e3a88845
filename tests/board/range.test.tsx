/** Sessions of a time range: read until it ends, with states, source, name and order; in the address, the file and the selection. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { World } from '@simulator/world'
import { usePreferences } from '@/stores/preferences'
import { resetServerClock } from '@/stores/server-clock'
import { aWorld } from '@tests/support/a-world'
import { renderApp } from '@tests/support/render-app'
import {
  address,
  countQuestions,
  drawer,
  openBoard,
  pane,
  questions,
  row,
  rowNames,
  settled,
  stateChip,
  stateWords,
} from './on-the-board'
import { linesOf, savedFiles } from './saved-files'

const PATIENT = { timeout: 60_000 }
const HOUR = 3_600_000

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const theWorld = () =>
  aWorld()
    .withSession('A/now', s => s.oais({ done: 1 }).changed('1m'))
    .withSession('B/failed', s => s.oais({ errors: 1 }).changed('5h'))
    .withSession('A/still', s => s.oais({ running: 1 }).changed('20h'))
    .withSession('A/failed-before', s => s.oais({ errors: 2, waiting: 1 }).changed('3d'))
    .withSession('A/lost', s => s.scan({ incomplete: 2 }).changed('4d'))
    .withSession('B/old', s => s.oais({ errors: 3 }).changed('9d'))
    .withSession('B/undated', s => s.oais({ errors: 1 }).changed(undefined))
    .build()

const range = () => screen.findByRole('combobox', { name: 'Updated' })
const wordsNow = () => stateWords('Sessions').join(', ')

describe('a range of time', PATIENT, () => {
  it('is chosen beside the name, in the address, and Back leaves it', async () => {
    const world = theWorld()
    const { user } = await openBoard(world)
    expect(await range()).toHaveDisplayValue('Any time')
    await user.selectOptions(await range(), 'Last 24 h')
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['now, A', 'failed, B', 'still, A']))
    expect(address()).toEqual({ sessionSince: '24h' })
    await user.selectOptions(await range(), 'Last 7 days')
    await waitFor(() => expect(rowNames('Sessions')).toHaveLength(5))
    act(() => window.history.back())
    await waitFor(() => expect(rowNames('Sessions')).toHaveLength(3))
    expect(await range()).toHaveDisplayValue('Last 24 h')
    await user.click(within(pane('Sessions')).getByRole('button', { name: 'Clear session filters' }))
    await waitFor(() => expect(rowNames('Sessions')).toHaveLength(7))
    expect(address()).toEqual({})
  })

  it('is read until it ends: one request in the usual case, the filters with it, and no count of REGARDS', async () => {
    const world = aWorld()
      .withSessions(700, 'A/run', s => s.oais({ done: 1 }))
      .build()
    const { user, refresh } = await openBoard(world, '/?source=A&sessionName=run')
    await waitFor(() => expect(countQuestions(world, 'Sessions').length).toBeGreaterThan(0))
    world.forgetRequests()
    await user.selectOptions(await range(), 'Since…')
    const field = screen.getByLabelText('Updated since, local time')
    const at = new Date(world.clock.now() - 250.5 * 60_000)
    const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
    await settled()
    world.forgetRequests()
    await user.clear(field)
    await user.type(field, local)
    await waitFor(() => expect(within(pane('Sessions')).getByRole('heading')).toHaveTextContent(/· 25[01]$/))
    // Others read the latest sessions of each source.
    const ofRange = () => questions(world, 'Sessions').filter(question => question.get('size') !== '10')
    const asked = ofRange().map(question => Object.fromEntries(question))
    expect(asked.map(({ page, size }) => `${page}/${size}`)).toEqual(['0/200', '1/200'])
    expect(asked[0]).toMatchObject({ sourceName: 'A', sessionName: 'run' })
    world.forgetRequests()
    await refresh()
    expect(ofRange()).toHaveLength(2)
    expect(countQuestions(world, 'Sessions').filter(question => question.get('sourceName') === 'A')).toEqual([])
  })

  it('counts its states by itself and says so, whichever of them are shown', async () => {
    const { user } = await openBoard(theWorld(), '/?sessionSince=7d')
    const all = 'Needs attention, Error 2, Waiting 1, Running 1, Ok 2, All 5, Stalled 1, Left out 1'
    await waitFor(() => expect(wordsNow()).toBe(all))
    expect(stateChip('Sessions', 'Error')).toHaveAttribute(
      'title',
      'Counted by the dashboard: 5 sessions in this time range.',
    )
    await user.click(stateChip('Sessions', 'Error'))
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['failed, B', 'failed-before, A']))
    await waitFor(() => expect(wordsNow()).toBe(all))
    await user.click(stateChip('Sessions', 'Stalled'))
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['failed, B', 'still, A', 'failed-before, A']))
    await user.click(stateChip('Sessions', 'Needs attention'))
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['failed-before, A', 'failed, B', 'still, A', 'lost, A']))
    expect(address()).toEqual({ sessionState: 'attention', sessionSince: '7d' })
  })

  it('is read once for list and counts, whatever states are chosen: a page of 200 each, ten at most', async () => {
    const world = aWorld()
      .withSessions(2300, 'A/run', s => s.oais({ errors: 1 }))
      .build()
    const { refresh } = await openBoard(
      world,
      '/?sessionSince=7d&sessionState=attention,errors,running,stalled,leftOut',
    )
    const ofRange = () => questions(world, 'Sessions').filter(question => question.get('size') === '200')
    const ten = Array.from({ length: 10 }, (_, page) => String(page))
    await waitFor(() => expect(wordsNow()).toContain('Error 2,000'))
    // The chips count what the list has read: nothing more is asked.
    expect(ofRange()).toEqual([])
    expect(await screen.findByText('Looked for among the latest 2,000 sessions of this time range.')).toBeVisible()
    world.forgetRequests()
    await refresh()
    expect(ofRange().map(question => question.get('page'))).toEqual(ten)
    expect(ofRange().some(question => question.has('sessionState'))).toBe(false)
  })

  it('is read anew by Refresh for the list too, however young its counts are', async () => {
    const world = theWorld()
    const { user, refresh } = await openBoard(world)
    await user.selectOptions(await range(), 'Last 24 h')
    await waitFor(() => expect(wordsNow()).toContain('All 3'))
    for (const name of ['first', 'second', 'third']) {
      const fresh = world.archive.openSession({ source: 'A', name })
      world.archive.addItem(fresh, 'oais', { kind: 'ingestRequest', status: 'STORED' })
      world.advance('10s')
      await refresh()
      expect(rowNames('Sessions')).toContain(`${name}, A`)
      expect(wordsNow()).toContain(`All ${rowNames('Sessions').length}`)
    }
  })

  it('is put into another order by the dashboard', async () => {
    const world = theWorld()
    await openBoard(world, '/?sessionSince=7d&sessionSort=name,asc&sessionState=errors,ok')
    expect(rowNames('Sessions')).toEqual(['failed, B', 'failed-before, A', 'lost, A', 'now, A'])
  })

  it('that holds more than is read says so, for the list and for the counts', async () => {
    const world = aWorld()
      .withSessions(30, 'A/run', s => s.oais({ errors: 1 }))
      .build()
    // Each page claims a full one: the limit is reached soon.
    let rows: readonly unknown[] = []
    world.faults.mutate(/sessions\?.*size=200/, text => {
      const answer = JSON.parse(text) as { content: unknown[]; metadata: object }
      if (answer.content.length > 0) rows = answer.content
      const content = Array.from({ length: 200 }, (_, n) => rows[n % 30])
      return JSON.stringify({ ...answer, content, metadata: { ...answer.metadata, totalElements: 9999 } })
    })
    await openBoard(world, '/?sessionSince=7d')
    expect(await screen.findByText('Only the latest 30 of this time range.')).toBeVisible()
    expect(within(pane('Sessions')).getByRole('heading')).toHaveTextContent('Sessions · 30+')
    expect(questions(world, 'Sessions')).toHaveLength(0)
    await waitFor(() =>
      expect(stateChip('Sessions', 'Error')).toHaveAttribute(
        'title',
        'Counted by the dashboard among the latest 30 sessions of this time range.',
      ),
    )
  })

  it('is the range of the file, which says it', async () => {
    const world = theWorld()
    const files = savedFiles()
    const { user } = await openBoard(world, '/?sessionSince=24h&sessionState=errors')
    await user.click(within(pane('Sessions')).getByRole('button', { name: 'Export CSV of sessions' }))
    await waitFor(() => expect(files).toHaveLength(1))
    const [comment, , ...rows] = linesOf((await files[0]) ?? '')
    expect(comment).toMatch(
      /# Sessions; status: Error, updated since \d{4}-\d\d-\d\dT[\d:.]+Z; by latest change, descending; 1 row;/,
    )
    expect(rows).toEqual([expect.stringMatching(/^B,failed,/)])
  })

  it('is what “Select all matching” takes, and where the next session is looked for', async () => {
    const { user } = await openBoard(theWorld(), '/?sessionSince=24h')
    await user.click(screen.getByRole('button', { name: 'Select' }))
    const bar = await screen.findByRole('group', { name: 'Selected sessions' })
    await user.click(within(bar).getByRole('button', { name: /^Select all matching/ }))
    await waitFor(() => expect(within(bar).getByRole('status')).toHaveTextContent('3 selected'))
    await user.click(row('Sessions', 'failed, B'))
    const opened = await screen.findByRole('region', drawer('B', 'failed'))
    await user.click(within(opened).getByRole('button', { name: 'Next session' }))
    expect(await screen.findByRole('region', drawer('A', 'still'))).toBeVisible()
    expect(
      within(await screen.findByRole('region', drawer('A', 'still'))).getByRole('button', { name: 'Next session' }),
    ).toHaveAttribute('aria-disabled', 'true')
    expect(address()).toMatchObject({ sessionSince: '24h' })
  })

  it('holds what changed since the last look in it, and nothing older', async () => {
    const world = theWorld()
    const app = await openBoard(world, '/?sessionSince=24h')
    await app.user.click(screen.getByRole('button', { name: 'More for sessions' }))
    await app.user.click(await screen.findByRole('menuitem', { name: 'Mark as seen' }))
    await waitFor(() =>
      expect(screen.getByRole('group', { name: 'Changes since the last look' })).toHaveTextContent(/No changes/),
    )
    const record = world.session({ source: 'B', name: 'failed' })
    const [item] = world.archive.items(record, 'oais')
    if (item !== undefined) world.archive.change(record, 'oais', item, 'STORED')
    world.advance('30s')
    await app.refresh()
    await waitFor(() => expect(stateChip('Sessions', 'Changed')).toHaveTextContent('Changed 1'))
    await app.user.click(stateChip('Sessions', 'Changed'))
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['failed, B']))
  })

  it('of a damaged link is left out and said', async () => {
    await openBoard(theWorld(), '/?sessionSince=yesterday')
    expect(rowNames('Sessions')).toHaveLength(7)
    expect(await screen.findByText(/^This link is damaged\. Ignored: .*sessionSince=yesterday/)).toBeVisible()
  })

  it('that holds nothing says so, and one press leads out of it', async () => {
    const world = aWorld()
      .withSession('A/old', s => s.oais({ done: 1 }).changed('30d'))
      .build()
    const { user } = await openBoard(world, '/?sessionSince=7d')
    expect(await screen.findByText('No matching sessions')).toBeVisible()
    const [, clear] = screen.getAllByRole('button', { name: 'Clear session filters' })
    await user.click(clear ?? document.body)
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['old, A']))
  })

  it('that cannot be read says so, keeps the choice, and is read again', async () => {
    const world = theWorld()
    const { user } = await openBoard(world)
    world.faults.refuse(/sessions\?.*size=200/, 422, ['Sessions are being counted'])
    await user.selectOptions(await range(), 'Last 24 h')
    expect(await screen.findByText('Could not load sessions')).toBeVisible()
    expect(await range()).toHaveDisplayValue('Last 24 h')
    world.faults.clear()
    await user.click(within(pane('Sessions')).getByRole('button', { name: 'Retry' }))
    await waitFor(() => expect(rowNames('Sessions')).toHaveLength(3))
  })
})

describe('the moment of a range', PATIENT, () => {
  it.each([
    ['ahead', 5 * HOUR],
    ['behind', -5 * HOUR],
  ])('is by the clock of REGARDS, on a computer whose clock is %s', async (_, ahead) => {
    const world = theWorld()
    const ask = globalThis.fetch
    vi.stubGlobal('fetch', async (...asked: Parameters<typeof fetch>) => {
      const answer = await ask(...asked)
      const headers = new Headers(answer.headers)
      headers.set('Date', new Date(world.clock.now()).toUTCString())
      return new Response(answer.body, { status: answer.status, headers })
    })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ahead, shouldAdvanceTime: true })
    resetServerClock()
    const { user } = await openBoard(world)
    await user.selectOptions(await range(), 'Last 24 h')
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['now, A', 'failed, B', 'still, A']))
  })

  it('is in the zone the user has chosen, and its field follows the address', async () => {
    act(() => usePreferences.getState().set({ timeZone: 'utc' }))
    const world: World = theWorld()
    const at = `${new Date(world.clock.now() - 6 * HOUR).toISOString().slice(0, 16)}:00.000Z`
    await openBoard(world, `/?sessionSince=${at}`)
    expect(rowNames('Sessions')).toEqual(['now, A', 'failed, B'])
    expect(await screen.findByLabelText('Updated since, UTC')).toHaveValue(at.slice(0, 16))
    expect(await range()).toHaveDisplayValue('Since…')
  })

  it('half emptied is put back when the field is left: list, address and field say the same', async () => {
    act(() => usePreferences.getState().set({ timeZone: 'utc' }))
    const world: World = theWorld()
    const at = `${new Date(world.clock.now() - 6 * HOUR).toISOString().slice(0, 16)}:00.000Z`
    const { user } = await openBoard(world, `/?sessionSince=${at}`)
    const field = await screen.findByLabelText('Updated since, UTC')
    await user.clear(field)
    expect(field).toHaveValue('')
    await user.tab()
    expect(field).toHaveValue(at.slice(0, 16))
    expect(address()).toEqual({ sessionSince: at })
    expect(rowNames('Sessions')).toEqual(['now, A', 'failed, B'])
  })

  it('in the future is refused: what is typed stays, and so does the list', async () => {
    act(() => usePreferences.getState().set({ timeZone: 'utc' }))
    const world: World = theWorld()
    const at = `${new Date(world.clock.now() - 6 * HOUR).toISOString().slice(0, 16)}:00.000Z`
    const { user } = await openBoard(world, `/?sessionSince=${at}`)
    const field = await screen.findByLabelText('Updated since, UTC')
    const later = new Date(world.clock.now() + 48 * HOUR).toISOString().slice(0, 16)
    fireEvent.change(field, { target: { value: later } })
    const alert = await within(pane('Sessions')).findByRole('alert')
    expect(alert).toHaveTextContent(/^This date is in the future\. Still shown: updated since .+\.$/)
    expect(field).toHaveAccessibleDescription(alert.textContent)
    expect(field).toBeInvalid()
    await user.click(field)
    await user.tab()
    expect(field).toHaveValue(later)
    expect(address()).toEqual({ sessionSince: at })
    expect(rowNames('Sessions')).toEqual(['now, A', 'failed, B'])
    const earlier = new Date(world.clock.now() - 21 * HOUR).toISOString().slice(0, 16)
    fireEvent.change(field, { target: { value: earlier } })
    expect(within(pane('Sessions')).queryByRole('alert')).toBeNull()
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['now, A', 'failed, B', 'still, A']))
  })

  it('is in French, by keys alone', async () => {
    act(() => usePreferences.getState().set({ language: 'fr' }))
    const { user } = await renderApp({ world: theWorld(), signedIn: 'operator' })
    const field = await screen.findByRole('combobox', { name: 'Modifiée' })
    expect(
      within(field)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Toute période', 'Dernières 24\u00a0h', '7 derniers jours', 'Depuis…'])
    screen.getByRole('combobox', { name: 'Rechercher une session' }).focus()
    await user.tab()
    expect(field).toHaveFocus()
  })
})
