/** "Mark as seen" sets a moment; afterwards rows, chip, line and title say what changed since. */
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { World } from '@simulator/world'
import { usePreferences } from '@/stores/preferences'
import { resetServerClock } from '@/stores/server-clock'
import { storageKey } from '@/stores/storage-key'
import { aWorld } from '@tests/support/a-world'
import { keepSeen } from '@/stores/seen'
import { ownerNow } from '@/stores/credentials'
import { linesOf, savedFiles } from './saved-files'
import {
  address,
  cell,
  openBoard,
  pane,
  pressedStates,
  questions,
  row,
  rowNames,
  settled,
  stateChip,
  stateWords,
  told,
  work,
} from './on-the-board'

const PATIENT = { timeout: 60_000 }
const HOUR = 3_600_000

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const theWorld = () =>
  aWorld()
    .withSession('A/well', s => s.oais({ done: 1 }).changed('1m'))
    .withSession('A/failed', s => s.oais({ errors: 1 }).changed('2m'))
    .withSession('A/busy', s => s.oais({ running: 1 }).changed('3m'))
    .withSession('B/old', s => s.oais({ done: 1 }).changed('9m'))
    .build()

const ingest = { kind: 'ingestRequest' } as const

/** One product of the session comes to another state, as REGARDS counts it some seconds later. */
function turn(world: World, name: string, status: 'STORED' | 'ERROR'): void {
  const record = world.session({ source: 'A', name })
  const [item] = world.archive.items(record, 'oais')
  if (item === undefined) throw new Error('No product')
  world.archive.change(record, 'oais', item, status)
}

function begin(world: World, name: string, status: 'STORED' | 'ERROR'): void {
  world.archive.addItem(world.archive.openSession({ source: 'A', name }), 'oais', { ...ingest, status })
}

/** A weekend: each kind of change once. */
function weekend(world: World): void {
  world.advance('30m')
  turn(world, 'well', 'ERROR')
  turn(world, 'failed', 'STORED')
  turn(world, 'busy', 'STORED')
  begin(world, 'fresh', 'STORED')
  world.purge({ source: 'B', name: 'old' })
  world.advance('20s')
}

type App = Awaited<ReturnType<typeof openBoard>>

const line = () => screen.findByRole('group', { name: 'Changes since the last look' })
const noLine = () => screen.queryByRole('group', { name: 'Changes since the last look' })

async function markAsSeen({ user }: Pick<App, 'user'>): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'More for sessions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Mark as seen' }))
  await line()
  await waitFor(() =>
    expect(screen.getByRole('group', { name: 'Changes since the last look' })).toHaveTextContent(/No changes since/),
  )
}

const changeOf = (name: string) => cell('Sessions', name, 'Changes').textContent
const kept = () => Object.keys(localStorage).filter(key => key.startsWith(`${storageKey('seen')} `))
const sessionRequests = (world: World) => questions(world, 'Sessions').map(question => question.get('size'))

describe('after “Mark as seen”', PATIENT, () => {
  it('each row says what became of it, the line and the title count them, and the gone ones are named', async () => {
    const world = theWorld()
    const app = await openBoard(world)
    expect(noLine()).toBeNull()
    expect(stateWords('Sessions').join()).not.toContain('Changed')
    await markAsSeen(app)
    expect(
      await screen.findByText(/^Marked as seen at \d\d:\d\d:\d\d: all 4 sessions, whatever the filters\.$/),
    ).toBeVisible()
    expect(changeOf('well, A')).toBe('')
    weekend(world)
    await app.refresh()
    await waitFor(() => expect(changeOf('well, A')).toBe('New error'))
    expect(changeOf('failed, A')).toBe('Recovered')
    expect(changeOf('busy, A')).toBe('Finished')
    expect(changeOf('fresh, A')).toBe('New')
    const shown = await line()
    expect(shown).toHaveTextContent(/^Since .*: 1 with new errors, 1 new, 1 recovered, 1 finished1 gone/)
    await waitFor(() => expect(document.title).toBe('(1) 4 changed – Sessions – REGARDS'))
    expect(stateChip('Sessions', 'Changed')).toHaveTextContent('Changed 4')
    expect(within(row('Sources', 'A')).getByRole('img', { name: /^4 sessions changed since / })).toHaveTextContent('4')
    world.forgetRequests()
    await app.user.click(within(shown).getByText('1 gone'))
    const names = await within(shown).findByRole('list', { name: 'Sessions gone from REGARDS' })
    expect(
      within(names)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['B / old'])
    expect(sessionRequests(world)).toEqual(['2000'])
    await app.refresh()
    expect(sessionRequests(world).filter(size => size === '2000')).toHaveLength(1)
  })

  it('is read in one request, and one more with each round', async () => {
    const world = theWorld()
    const app = await openBoard(world)
    await markAsSeen(app)
    expect(sessionRequests(world).sort()).toEqual(['1000', '200'])
    world.forgetRequests()
    await app.refresh()
    expect(sessionRequests(world).sort()).toEqual(['200', '50'])
  })

  it('a sign before the name says it, too, for where the column has no room', async () => {
    const world = theWorld()
    const app = await openBoard(world)
    await markAsSeen(app)
    weekend(world)
    await app.refresh()
    const sign = await within(row('Sessions', 'well, A')).findByRole('img', { name: /^New error since \d\d:\d\d/ })
    expect(sign).toHaveAttribute('data-instead-of', 'change')
    expect(sign).toHaveAttribute('title', sign.getAttribute('aria-label'))
    expect(within(row('Sessions', 'failed, A')).getByRole('img', { name: /^Recovered since/ })).toHaveTextContent('✓')
  })

  it('a round that brings a change is announced once', async () => {
    const world = theWorld()
    const app = await openBoard(world)
    await markAsSeen(app)
    weekend(world)
    await app.refresh()
    await waitFor(() => expect(told().join()).toMatch(/Since .*: 1 with new errors, 1 new, 1 recovered, 1 finished/))
    await app.refresh()
    await waitFor(() => expect(told().join()).toContain('Refreshed: no changes'))
    await new Promise(resolve => setTimeout(resolve, 1500))
    expect(told().join()).not.toContain('1 with new errors')
  })

  it('the whole project is marked, whatever the filters', async () => {
    const world = theWorld()
    const app = await openBoard(world, '/?source=A&sessionState=errors')
    await markAsSeen(app)
    expect(
      questions(world, 'Sessions')
        .filter(question => question.get('size') === '1000')
        .map(question => [...question.keys()]),
    ).toEqual([['page', 'size', 'sort', 'sort']])
    expect(await screen.findByText(/all 4 sessions/)).toBeVisible()
  })

  it('what is left is compared again from the next “Mark as seen” on, and nothing after Forget', async () => {
    const world = theWorld()
    const app = await openBoard(world)
    await markAsSeen(app)
    weekend(world)
    await app.refresh()
    await waitFor(() => expect(changeOf('well, A')).toBe('New error'))
    await app.user.click(within(await line()).getByRole('button', { name: 'Mark as seen' }))
    await waitFor(() => expect(changeOf('well, A')).toBe(''))
    expect(await line()).toHaveTextContent(/^No changes since/)
    expect(document.title).toBe('(1) Sessions – REGARDS')
    await app.user.click(within(await line()).getByRole('button', { name: 'Forget' }))
    expect(noLine()).toBeNull()
    expect(kept()).toEqual([])
    expect(stateWords('Sessions').join()).not.toContain('Changed')
    await waitFor(() => expect(told()).toContain('The last look was forgotten.'))
  })

  it('of a part of the sessions says which part, and claims no more', async () => {
    const world = theWorld()
    world.faults.mutate(/sessions\?.*size=1000/, text => {
      const answer = JSON.parse(text) as { content: unknown[] }
      return JSON.stringify({ ...answer, content: answer.content.slice(0, 1) })
    })
    const app = await openBoard(world)
    await markAsSeen(app)
    expect(await screen.findByText(/^Marked as seen at .*: 3 sessions? of 4|3 of 4 sessions, whatever/)).toBeVisible()
    expect(await line()).toHaveTextContent(/No changes since .* The mark holds 3 of 4 sessions\./)
  })

  it('a list that cannot be read leaves the moment before, and says so', async () => {
    const world = theWorld()
    const app = await openBoard(world)
    await markAsSeen(app)
    const [key = ''] = kept()
    const before = localStorage.getItem(key)
    world.faults.refuse(/sessions\?.*size=1000/, 500)
    await app.user.click(within(await line()).getByRole('button', { name: 'Mark as seen' }))
    expect(await screen.findByText('Not marked as seen: could not load sessions.')).toBeVisible()
    expect(localStorage.getItem(key)).toBe(before)
    expect(within(await line()).getByRole('button', { name: 'Mark as seen' })).toHaveAttribute('aria-disabled', 'false')
  })

  it('a comparison that fails says why, shows what was known, and is asked again', async () => {
    const world = theWorld()
    const app = await openBoard(world)
    await markAsSeen(app)
    weekend(world)
    world.faults.refuse(/sessions\?.*size=200(?!0)/, 500)
    await app.refresh()
    expect(
      await within(await line()).findByText(/^Could not compare\. The gateway or REGARDS returned an error\./),
    ).toBeVisible()
    expect(await line()).toHaveTextContent(/No changes since/)
    // The rows themselves are compared as they come.
    expect(changeOf('well, A')).toBe('New error')
    world.faults.clear()
    await app.user.click(within(await line()).getByRole('button', { name: 'Retry' }))
    await waitFor(async () => expect(await line()).toHaveTextContent(/1 with new errors/))
  })

  it('is there after a reload, for this account alone, and names no account', async () => {
    const world = theWorld()
    await markAsSeen(await openBoard(world))
    cleanup()
    weekend(world)
    await openBoard(world)
    await waitFor(() => expect(changeOf('well, A')).toBe('New error'))
    expect(Object.entries(localStorage).join()).not.toMatch(/operator@|example\.org/)
    cleanup()
    await openBoard(world, '/', 'lead')
    await settled()
    expect(noLine()).toBeNull()
  })

  it('another tab that marks or forgets is followed', async () => {
    const world = theWorld()
    const app = await openBoard(world)
    await markAsSeen(app)
    weekend(world)
    await app.refresh()
    await waitFor(() => expect(changeOf('well, A')).toBe('New error'))
    const [key = ''] = kept()
    act(() => {
      localStorage.removeItem(key)
      window.dispatchEvent(new StorageEvent('storage', { key, newValue: null }))
    })
    await waitFor(() => expect(noLine()).toBeNull())
  })

  it('is done by keys alone', async () => {
    const world = theWorld()
    const { user, refresh } = await openBoard(world)
    screen.getByRole('button', { name: 'More for sessions' }).focus()
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('menuitem', { name: 'Mark as seen' })).toHaveFocus()
    await user.keyboard('{Enter}')
    await waitFor(async () => expect(await line()).toHaveTextContent(/No changes since/))
    expect(screen.getByRole('button', { name: 'More for sessions' })).toHaveFocus()
    weekend(world)
    await refresh()
    await waitFor(async () => expect(await line()).toHaveTextContent(/1 gone/))
    const chip = stateChip('Sessions', 'Changed')
    chip.focus()
    await user.keyboard(' ')
    await waitFor(() => expect(rowNames('Sessions')).toHaveLength(4))
    expect(address()).toEqual({ sessionState: 'changed' })
    within(await line())
      .getByRole('button', { name: 'Mark as seen' })
      .focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(rowNames('Sessions')).toEqual([]))
    expect(await within(pane('Sessions')).findByText('No matching sessions')).toBeVisible()
    await user.tab()
    expect(within(await line()).getByRole('button', { name: 'Forget' })).toHaveFocus()
  })

  it('is in French, and the time as French writes it', async () => {
    const world = theWorld()
    act(() => usePreferences.getState().set({ language: 'fr' }))
    const { user } = await openBoardInFrench(world)
    await user.click(screen.getByRole('button', { name: 'Autres actions sur les sessions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Marquer comme vu' }))
    const shown = await screen.findByRole('group', { name: 'Changements depuis la dernière visite' })
    await waitFor(() => expect(shown).toHaveTextContent(/Aucun changement depuis \d\d:\d\d/))
    weekend(world)
    await user.click(screen.getByRole('button', { name: 'Rafraîchir' }))
    await waitFor(() =>
      expect(shown.textContent).toMatch(
        /^Depuis .*\u00a0: 1 avec de nouvelles erreurs, 1 nouvelle, 1 récupérée, 1 terminée1 disparue/,
      ),
    )
    expect(document.title).toBe('(1) 4 changées – Sessions – REGARDS')
  })
})

/** The board is found by its English names: here it is only opened. */
async function openBoardInFrench(world: World): Promise<Pick<App, 'user'>> {
  const { renderApp } = await import('@tests/support/render-app')
  const app = await renderApp({ world, signedIn: 'operator' })
  await screen.findByRole('row', { name: 'well, A' })
  return app
}

describe('the chip “Changed”', PATIENT, () => {
  it('counts under the source and the name, and filters beside other states, in their order', async () => {
    const world = theWorld()
    const app = await openBoard(world)
    await markAsSeen(app)
    world.advance('1h')
    turn(world, 'failed', 'STORED')
    begin(world, 'fresh', 'STORED')
    world.advance('20s')
    await app.refresh()
    await waitFor(() => expect(stateChip('Sessions', 'Changed')).toHaveTextContent('Changed 2'))
    await app.user.click(stateChip('Sessions', 'Changed'))
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['failed, A', 'fresh, A']))
    await app.user.click(stateChip('Sessions', 'Running'))
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['failed, A', 'fresh, A', 'busy, A']))
    expect(address()).toEqual({ sessionState: 'running,changed' })
    expect(pressedStates('Sessions')).toEqual(['Changed', 'Running'])
    await app.user.click(within(pane('Sessions')).getByRole('button', { name: 'Name' }))
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['busy, A', 'failed, A', 'fresh, A']))
    await app.user.click(row('Sources', 'B'))
    await waitFor(() => expect(stateChip('Sessions', 'Changed')).toHaveTextContent('Changed 0'))
    await waitFor(() => expect(rowNames('Sessions')).toEqual([]))
  })

  it('says in the list, in its file and in the line how many were compared, where more were updated', async () => {
    const world = aWorld()
      .withSessions(1200, 'A/run', s => s.oais({ errors: 1 }).changed('1m'))
      .build()
    const files = savedFiles()
    const at = new Date(world.clock.now() - 24 * HOUR).toISOString()
    const app = await openBoard(world, '/?sessionState=changed')
    await line()
    act(() => {
      keepSeen(ownerNow(), { at, from: at, total: 0, sessions: [], cut: { all: false, error: false, active: false } })
    })
    expect(await screen.findByText('Changed: compared for the latest 1,000 sessions only.')).toBeVisible()
    await waitFor(async () => expect(await line()).toHaveTextContent('Compared: the latest 1,000 sessions only.'))
    await app.user.click(within(pane('Sessions')).getByRole('button', { name: 'Export CSV of sessions' }))
    await waitFor(() => expect(files).toHaveLength(1))
    expect(linesOf((await files[0]) ?? '')[0]).toContain('partial: changes looked for among the latest 1,000 sessions')
  })

  it('shows what the line, the title and itself count, though more has changed since they were read', async () => {
    const world = theWorld()
    const app = await openBoard(world)
    await markAsSeen(app)
    weekend(world)
    await app.refresh()
    await waitFor(() => expect(stateChip('Sessions', 'Changed')).toHaveTextContent('Changed 4'))
    begin(world, 'later', 'ERROR')
    world.advance('20s')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 20_000, shouldAdvanceTime: true })
    world.forgetRequests()
    await app.user.click(stateChip('Sessions', 'Changed'))
    await waitFor(() => expect(rowNames('Sessions')).toContain('later, A'))
    expect(rowNames('Sessions')).toHaveLength(5)
    await waitFor(() => expect(stateChip('Sessions', 'Changed')).toHaveTextContent('Changed 5'))
    expect(await line()).toHaveTextContent(/^Since .*: 2 with new errors, 1 new, 1 recovered, 1 finished1 gone/)
    await waitFor(() => expect(document.title).toContain('5 changed'))
    expect(sessionRequests(world).filter(size => size === '200')).toHaveLength(1)
    await app.user.click(row('Sources', 'A'))
    await waitFor(() => expect(rowNames('Sessions')).toContain('later'))
    expect(rowNames('Sessions')).toHaveLength(5)
    expect(sessionRequests(world).filter(size => size === '200')).toHaveLength(1)
    world.forgetRequests()
    await app.refresh()
    expect(sessionRequests(world).filter(size => size === '200')).toHaveLength(1)
  })

  it('of a link says so where nothing was marked, instead of showing nothing without a reason', async () => {
    const world = theWorld()
    const { user } = await openBoard(world, '/?sessionState=changed')
    const shown = await line()
    expect(shown).toHaveTextContent('Nothing is marked as seen in this browser, so no change can be shown.')
    expect(rowNames('Sessions')).toEqual([])
    expect(pressedStates('Sessions')).toEqual(['Changed'])
    await user.click(within(shown).getByRole('button', { name: 'Mark as seen' }))
    await waitFor(async () => expect(await line()).toHaveTextContent(/No changes since/))
    await user.click(stateChip('Sessions', 'Changed'))
    await waitFor(() => expect(rowNames('Sessions')).toHaveLength(4))
  })
})

describe('what changed is told by REGARDS’ clock', PATIENT, () => {
  /** From now on each answer has the date of the world's own clock, as a gateway's does. */
  function sendDates(world: World): void {
    const ask = globalThis.fetch
    vi.stubGlobal('fetch', async (...asked: Parameters<typeof fetch>) => {
      const answer = await ask(...asked)
      const headers = new Headers(answer.headers)
      headers.set('Date', new Date(world.clock.now()).toUTCString())
      return new Response(answer.body, { status: answer.status, headers })
    })
  }
  function setComputer(ahead: number): void {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ahead, shouldAdvanceTime: true })
    resetServerClock()
  }

  it.each([
    ['ahead, and the gateway says the time', 5 * HOUR, true],
    ['behind, and the gateway says the time', -5 * HOUR, true],
    ['ahead, and nobody says the time', 5 * HOUR, false],
    ['behind, and nobody says the time', -5 * HOUR, false],
  ])('on a computer whose clock is %s', async (_, ahead, hasDates) => {
    const world = theWorld()
    if (hasDates) sendDates(world)
    setComputer(ahead)
    const app = await openBoard(world)
    await markAsSeen(app)
    world.advance('30s')
    turn(world, 'failed', 'STORED')
    begin(world, 'fresh', 'ERROR')
    world.advance('20s')
    await app.refresh()
    await waitFor(async () => expect(await line()).toHaveTextContent(/1 with new errors, 1 recovered/))
    expect(stateChip('Sessions', 'Changed')).toHaveTextContent('Changed 2')
  })

  it.each([
    ['ahead', 3 * HOUR],
    ['back', -3 * HOUR],
  ])('whose clock is set %s between the mark and the next visit', async (_, by) => {
    const world = theWorld()
    sendDates(world)
    setComputer(0)
    await markAsSeen(await openBoard(world))
    cleanup()
    vi.useRealTimers()
    setComputer(by)
    world.advance('10m')
    work(world, 'well')
    turn(world, 'failed', 'STORED')
    world.advance('20s')
    await openBoard(world)
    await waitFor(async () => expect(await line()).toHaveTextContent(/^Since \d\d:\d\d: 1 recovered/))
  })
})
