/** Many sessions at once: selected on the way through the list, previewed, relaunched once each, followed to the end. */
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { forgetRun } from '@/stores/relaunch-run'
import { storageKey } from '@/stores/storage-key'
import { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { apart, holdTime, nameFilter, openBoard, pass, row, rowNames, settled, stateChip } from './on-the-board'
import { linesOf, savedFiles } from './saved-files'

const SLOW = { timeout: 60_000 }
const INGEST = 'rs-ingest/requests/retry'
const RETRIES = /retry|chains\/relaunch/

const someErrors = (count: number) =>
  aWorld()
    .withSessions(count, 'A/day', s => s.oais({ done: 3, errors: 2 }))
    .build()

/** The page loaded anew: what is kept in the tab is all that is left. */
function reload() {
  cleanup()
  const kept = sessionStorage.getItem(storageKey('run')) ?? ''
  forgetRun()
  sessionStorage.setItem(storageKey('run'), kept)
}

/** The board with the boxes shown. */
async function openSelecting(world: World, account: 'operator' | 'lead' = 'operator') {
  const board = await openBoard(world, '/', account)
  await board.user.click(screen.getByRole('button', { name: 'Select' }))
  const bar = await screen.findByRole('group', { name: 'Selected sessions' })
  const press = (name: RegExp | string) => board.user.click(within(bar).getByRole('button', { name }))
  const box = (session: RegExp) => within(row('Sessions', session)).getByRole('checkbox')
  const selectAll = async (count: number) => {
    await press(/^Select all matching/)
    await waitFor(() => expect(within(bar).getByRole('status')).toHaveTextContent(`${count} selected`))
  }
  const preview = async () => {
    await press('Relaunch errors…')
    const dialog = await screen.findByRole('dialog', { name: /^Relaunch errors of/ })
    await within(dialog).findByRole('button', { name: 'Reload counters' })
    return dialog
  }
  return { ...board, bar, press, box, selectAll, preview }
}

const results = () => screen.findByRole('dialog', { name: 'Relaunch of many sessions' })
const line = () => screen.findByRole('group', { name: 'Progress of the relaunch', hidden: true })
const confirmIn = (dialog: HTMLElement) => within(dialog).getByRole('button', { name: /^Relaunch \(/ })

describe('selecting', SLOW, () => {
  it('by box, Shift and Space, kept while the list is filtered, until it is cleared', async () => {
    const { user, bar, box, press } = await openSelecting(someErrors(8))
    await user.click(box(/^day-1,/))
    await user.keyboard('{Shift>}')
    await user.click(box(/^day-4,/))
    await user.keyboard('{/Shift}')
    expect(bar).toHaveTextContent('4 selected')
    row('Sessions', /^day-6,/).focus()
    await user.keyboard(' ')
    await user.type(nameFilter('Sessions'), 'day-7')
    await waitFor(() => expect(rowNames('Sessions')).toHaveLength(1))
    await settled()
    expect(bar).toHaveTextContent('5 selected')
    await press('Clear selection')
    expect(bar).toHaveTextContent('None selected')
    await press(/^Select all matching \(1\)/)
    await waitFor(() => expect(bar).toHaveTextContent('1 selected'))
    expect(box(/^day-7,/)).toBeChecked()
  })

  it('all of several states says that they are being loaded, and no figures before one is known', async () => {
    const world = someErrors(3)
    const { user, bar, press } = await openSelecting(world)
    await user.click(stateChip('Sessions', 'Error'))
    await user.click(stateChip('Sessions', 'Waiting'))
    await waitFor(() => expect(rowNames('Sessions')).toHaveLength(3))
    await settled()
    world.faults.latency('rs-admin/sessions', '1s')
    await press(/^Select all matching/)
    await within(bar).findByRole('button', { name: 'Cancel' })
    expect(bar).toHaveTextContent('Loading…')
    expect(bar).not.toHaveTextContent(/of 0/)
    await waitFor(() => {
      world.advance('2s')
      expect(bar).toHaveTextContent('3 selected')
    })
  })
})

describe('relaunching', SLOW, () => {
  it('sends what the preview shows, once, and nothing of what it says is not possible or not allowed', async () => {
    const world = new World('many')
    const { user, selectAll, preview } = await openSelecting(world)
    await selectAll(65)
    const dialog = await preview()
    expect(world.requests.filter(({ url }) => RETRIES.test(url))).toEqual([])
    const listed = within(dialog).getByRole('list', { name: 'What will be relaunched' })
    // The operator may not relaunch files, one chain is inactive, one runs.
    const lists = within(dialog).getAllByRole('list', { hidden: true })
    expect(lists.map(list => list.textContent).join()).toMatch(
      /Not allowed: right POST rs-storage\/storages\/retry missing/,
    )
    expect(listed).toHaveTextContent('Not possible: acquisition chain inactive')
    expect(dialog).toHaveTextContent('Nothing to relaunch in 20 of them')
    const shown = within(listed)
      .getAllByText(/^\d.* errors?$/)
      .map(text => text.parentElement?.firstElementChild?.textContent)
    await user.dblClick(confirmIn(dialog))
    await results()
    // Sessions of one acquisition chain wait for each other: time has to pass.
    await waitFor(
      () => {
        world.advance('60s')
        expect(world.requests.filter(({ url }) => /rs-(ingest|worker-manager).*retry/.test(url))).toHaveLength(
          shown.filter(step => step === 'OAIS' || step === 'Worker manager').length,
        )
      },
      { timeout: 20_000 },
    )
    expect(world.received('rs-storage/storages/retry')).toEqual([])
    expect(world.received('rs-dataprovider/chains/relaunch').some(({ url }) => /asleep|busy|invalid/.test(url))).toBe(
      false,
    )
    await waitFor(() => expect(world.received('rs-fem/requests/retry')).toHaveLength(15))
  })

  it('tells what recovered in one line, until all is still, then a summary to take along', async () => {
    holdTime()
    const world = someErrors(3)
    const { user, selectAll, preview } = await openSelecting(world)
    await selectAll(3)
    await user.click(confirmIn(await preview()))
    const dialog = await results()
    await waitFor(() => expect(within(dialog).getAllByText(/^Accepted/)).toHaveLength(3))
    await user.click(within(dialog).getByRole('button', { name: 'Close' }))
    await pass(world, 60)
    // Told in one place, and not by a message for each.
    expect(screen.queryByText(/Accepted by REGARDS\.$/)).toBeNull()
    const said = await line()
    await waitFor(() =>
      expect(said).toHaveTextContent('3 sessions relaunched · 6 recovered · 0 running · 0 still failing'),
    )
    await pass(world, 15)
    expect(said).toHaveTextContent(/^Done: 3 sessions relaunched/)
    const write = vi.spyOn(navigator.clipboard, 'writeText')
    await user.click(within(said).getByRole('button', { name: 'Copy summary' }))
    expect(write.mock.lastCall?.[0]).toMatch(
      /^REGARDS relaunch of .*, project demo: Done: 3 sessions relaunched.*\nA \/ day-/,
    )
    await user.click(within(said).getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('group', { name: 'Progress of the relaunch' })).toBeNull()
    expect(world.received(INGEST)).toHaveLength(3)
  })

  it('a reload finds it paused: a click sends the rest, and nothing twice', async () => {
    const world = someErrors(5)
    const { user, selectAll, preview } = await openSelecting(world)
    await selectAll(5)
    world.faults.latency(INGEST, '1s')
    await user.click(confirmIn(await preview()))
    await waitFor(() => expect(world.received(INGEST)).toHaveLength(2))
    reload()
    world.faults.clear()
    const again = await openBoard(world)
    const said = await line()
    expect(said).toHaveTextContent('Paused: the page was reloaded')
    await again.user.click(within(said).getByRole('button', { name: 'Continue' }))
    await waitFor(() => expect(said).toHaveTextContent('2 relaunches not fully accepted'))
    await again.user.click(within(said).getByRole('button', { name: 'Results' }))
    expect(within(await results()).getAllByText(/Outcome unknown: REGARDS may be working/)).toHaveLength(2)
    expect(world.received(INGEST)).toHaveLength(3)
  })
})

it('products are deleted one after the other, each asked about and typed in its own dialog', SLOW, async () => {
  const world = someErrors(2)
  const { user, selectAll, press } = await openSelecting(world, 'lead')
  await selectAll(2)
  await press('Delete products…')
  const first = await screen.findByRole('dialog', { name: /^Delete products of/ })
  await user.click(within(first).getByRole('button', { name: 'Cancel' }))
  const removal = await screen.findByRole('group', { name: 'Deletions, one by one' })
  expect(removal).toHaveTextContent('Deletion 2 of 2')
  expect(screen.queryByRole('dialog')).toBeNull()
  await user.click(within(removal).getByRole('button', { name: 'Delete products…' }))
  expect(await screen.findByRole('dialog', { name: /^Delete products of/ })).toBeVisible()
  expect(world.requests.filter(({ method }) => method === 'DELETE')).toEqual([])
})

it(
  'the selected sessions are a file: read anew, in the order they were selected in, what is gone said',
  SLOW,
  async () => {
    const world = someErrors(6)
    const { user, box, bar, press } = await openSelecting(world)
    const files = savedFiles()
    for (const name of [/^day-4,/, /^day-1,/, /^day-2,/]) await user.click(box(name))
    world.purge({ source: 'A', name: 'day-1' })
    world.forgetRequests()
    await press('Export CSV')
    await waitFor(() => expect(files).toHaveLength(1))
    const [comment, header, ...rows] = linesOf((await files[0]) ?? '')
    expect(comment).toMatch(
      /# Sessions; selected sessions; in the order of selection; 2 rows, sessions no longer in REGARDS: 1; \d{4}-/,
    )
    expect(header).toMatch(/^Source,Name,Id,Error,Waiting,Running,Left out,Referenced,/)
    expect(rows.map(line => line.split(',')[1])).toEqual(['day-4', 'day-2'])
    expect(world.received('rs-admin/sessions/')).toHaveLength(3)
    expect(await screen.findAllByText(/^sessions_selected\.csv downloaded, not complete/)).not.toHaveLength(0)
    expect(within(bar).getByRole('status')).toHaveTextContent('3 selected')
  },
)

it(
  'the preview says once what the relaunches in it will not do, and the journal, by its key, what they sent',
  SLOW,
  async () => {
    const world = aWorld()
      .withSessions(2, 'A/day', s => s.oais({ done: 3, errors: 2 }))
      .withSession('B/night', s => s.storage({ done: 3, errors: 2 }))
      .build()
    const { user, selectAll, preview, press } = await openSelecting(world)
    await selectAll(3)
    const dialog = await preview()
    const limit = 'OAIS: Decide on versions for waiting requests: use “See waiting”.'
    expect(within(dialog).getAllByText(limit)).toHaveLength(1)
    // The operator may not relaunch files: what that would not do is of no matter.
    expect(within(dialog).queryByText(/storage requests at a time/)).toBeNull()
    expect(within(dialog).queryByText(/Relaunch denied requests/)).toBeNull()
    await user.click(confirmIn(dialog))
    await waitFor(() => expect(world.received(INGEST)).toHaveLength(2))
    await user.click(within(await results()).getAllByRole('button', { name: 'Close' })[0]!)
    await press('Clear selection')
    await user.keyboard('h')
    const journal = await screen.findByRole('dialog', { name: 'Journal' })
    const entries = within(journal).getAllByRole('listitem')
    expect(entries).toHaveLength(2)
    for (const entry of entries) expect(entry).toHaveTextContent(/Relaunch: OAIS.*A \/ day-\d.*Accepted/)
  },
)

it('a double click on Pause, on Continue or on Export CSV does not undo itself', SLOW, async () => {
  const world = someErrors(6)
  const { user, bar, selectAll, preview } = await openSelecting(world)
  const files = savedFiles()
  await selectAll(6)
  await user.dblClick(within(bar).getByRole('button', { name: 'Export CSV' }))
  await waitFor(() => expect(files).toHaveLength(1))
  world.faults.latency(INGEST, '1s')
  await user.click(confirmIn(await preview()))
  const dialog = await results()
  await waitFor(() => expect(world.received(INGEST)).toHaveLength(2))
  await user.dblClick(within(dialog).getByRole('button', { name: 'Pause' }))
  expect(within(dialog).getByRole('button', { name: 'Continue' })).toBeVisible()
  expect(await line()).toHaveTextContent(/^Paused/)
  await apart()
  await user.dblClick(within(dialog).getByRole('button', { name: 'Continue' }))
  expect(await line()).toHaveTextContent(/^Relaunching…/)
})

it.each([
  ['ends', (world: World) => world.expireTokens()],
  ['is ended by the user', () => undefined],
])('a sign-in that %s during Export CSV is what the message says', SLOW, async (how, end) => {
  const world = someErrors(6)
  const { user, selectAll, press } = await openSelecting(world)
  const files = savedFiles()
  await selectAll(6)
  world.faults.latency('rs-admin/sessions/', '1s')
  world.forgetRequests()
  await press('Export CSV')
  await waitFor(() => expect(world.received('rs-admin/sessions/')).toHaveLength(2))
  end(world)
  if (how !== 'ends') {
    await user.click(screen.getByRole('button', { name: /^User/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
  }
  world.faults.clear()
  world.advance('2s')
  if (how === 'ends') await screen.findAllByText('No CSV file: you were signed out.')
  else await screen.findByLabelText('Password')
  expect(screen.queryByText(/could not be loaded/)).toBeNull()
  expect(files).toEqual([])
})

describe('signing out of a run', SLOW, () => {
  const askToSignOut = async (user: UserEvent) => {
    await user.click(screen.getByRole('button', { name: /^User/ }))
    await user.keyboard('{End}{Enter}')
  }
  const question = () => screen.findByRole('dialog', { name: 'Sign out?' })

  it('asks first while some are not sent, by keyboard too, and drops them only then', async () => {
    const world = someErrors(6)
    const { user, selectAll, preview } = await openSelecting(world)
    await selectAll(6)
    world.faults.latency(INGEST, '1s')
    await user.click(confirmIn(await preview()))
    await waitFor(() => expect(world.received(INGEST)).toHaveLength(2))
    await user.click(within(await results()).getAllByRole('button', { name: 'Close' })[0]!)
    await askToSignOut(user)
    const dialog = await question()
    expect(dialog).toHaveTextContent('4 relaunches are not sent yet. Signing out drops them.')
    expect(dialog).toHaveTextContent('REGARDS may be working on 2 relaunches: they go on')
    expect(within(dialog).getByRole('button', { name: 'Stay signed in' })).toHaveFocus()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.getByRole('button', { name: /^User/ })).toHaveFocus()
    expect(await line()).toHaveTextContent(/^Relaunching…/)
    await askToSignOut(user)
    await user.click(within(await question()).getByRole('button', { name: 'Sign out' }))
    expect(await screen.findByLabelText('Password')).toBeVisible()
    expect(sessionStorage.getItem(storageKey('run'))).toBeNull()
    world.faults.clear()
    world.advance('5s')
    expect(world.received(INGEST)).toHaveLength(2)
  })

  it('does not ask once nothing is left to send or to follow', async () => {
    holdTime()
    const world = someErrors(2)
    const { user, selectAll, preview } = await openSelecting(world)
    await selectAll(2)
    await user.click(confirmIn(await preview()))
    const dialog = await results()
    await waitFor(() => expect(within(dialog).getAllByText(/^Accepted/)).toHaveLength(2))
    await user.click(within(dialog).getByRole('button', { name: 'Close' }))
    await askToSignOut(user)
    expect(await question()).toHaveTextContent('REGARDS may be working on 2 relaunches')
    expect(await question()).not.toHaveTextContent('not sent')
    await user.keyboard('{Enter}')
    await pass(world, 75)
    expect(await line()).toHaveTextContent(/^Done/)
    await askToSignOut(user)
    expect(await screen.findByLabelText('Password')).toBeVisible()
  })
})

/** What a request of a relaunch is about: a session by its id or its names, or the acquisition chain of a source. */
function subjectIn(address: string, body: string): string | undefined {
  const { pathname, searchParams: asked } = new URL(address)
  const [, id] = /\/rs-admin\/sessions\/(\d+)$/.exec(pathname) ?? []
  if (id !== undefined) return `#${id}`
  if (pathname.endsWith('/chain-monitoring')) return `chain ${asked.get('label') ?? ''}`
  if (!/chains\/relaunch|storages\/retry|requests(?:\/retry.*)?$/.test(pathname)) return undefined
  const [, bodySource] = /"(?:source|sessionOwner)":"([^"]*)"/.exec(body) ?? []
  const [, bodySession] = /"session":"([^"]*)"/.exec(body) ?? []
  return `${bodySource ?? asked.get('source') ?? asked.get('chainName')} / ${bodySession ?? asked.get('session')}`
}

interface Sent {
  /** Source and session, or a chain. */
  readonly subject: string
  readonly isRelaunch: boolean
  readonly at: number
}

/** Takes note of the requests of relaunches from now on, and of how many were under way at once. */
function watchRequests(world: World) {
  const names = new Map(world.archive.sessions.map(({ id, source, name }) => [`#${id}`, `${source} / ${name}`]))
  const sent: Sent[] = []
  const real = globalThis.fetch
  let [underWay, most] = [0, 0]
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const address = input instanceof Request ? input.url : input.toString()
    const found = subjectIn(address, typeof init?.body === 'string' ? init.body : '')
    if (found === undefined) return real(input, init)
    sent.push({ subject: names.get(found) ?? found, isRelaunch: RETRIES.test(address), at: Date.now() })
    most = Math.max(most, ++underWay)
    try {
      return await real(input, init)
    } finally {
      underWay--
    }
  })
  return { sent, most: () => most }
}

it(
  'takes at most 4 requests for each of 60 sessions, the preview included, and never more than 2 at once',
  SLOW,
  async () => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
      shouldAdvanceTime: true,
    })
    const world = new World('many')
    const { user, selectAll, preview } = await openSelecting(world, 'lead')
    await selectAll(65)
    // What was seen a minute ago is read again for the preview.
    await pass(world, 65)
    const { sent, most } = watchRequests(world)
    const dialog = await preview()
    const failing = world.archive.sessions
      .filter(({ name }) => name.startsWith('night'))
      .map(({ source, name }) => `${source} / ${name}`)
    expect(failing).toHaveLength(60)
    const of = (subject: string) => sent.filter(one => one.subject === subject)
    expect(new Set(failing.map(subject => of(subject).length))).toEqual(new Set([1]))
    await user.click(confirmIn(dialog))
    const shown = await results()
    const isOver = () => within(shown).queryAllByText(/^(?:Not sent yet|Sending…)/).length === 0
    for (let waits = 0; !isOver() && waits < 100; waits++) await pass(world, 5)
    expect(isOver()).toBe(true)
    /** Until all of it is relaunched: what follows its counters afterwards takes a turn of its own. */
    const untilSent = (subject: string) => of(subject).findLastIndex(({ isRelaunch }) => isRelaunch) + 1
    const counts = failing.map(subject => [subject, untilSent(subject)] as const)
    expect(counts.filter(([, count]) => count > 0)).toHaveLength(46)
    // With GeoJSON errors of more than two request types it takes more: see the next test.
    expect(counts.filter(([, count]) => count > 4)).toEqual([])
    expect(most()).toBe(2)
    // A chain is of its source, not of a session: one look tells all that wait for it, and the next comes 10 s later at the
    // earliest, unless one has just told that it is free and a relaunch was sent.
    const looks = of('chain scan-alpha').map(({ at }) => at)
    expect(looks).toHaveLength(1 + 11 * 2)
    const pauses = looks.map((at, place) => at - (looks[place - 2] ?? -Infinity))
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(10_000)
  },
)

it(
  'takes 6 requests for a session in error in all four types of GeoJSON requests, the preview included: REGARDS takes one call for each type',
  SLOW,
  async () => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
      shouldAdvanceTime: true,
    })
    const world = aWorld()
      .withSessions(3, 'A/day', s =>
        s.feature({ done: 2, errors: { CREATION: 2, UPDATE: 1, DELETION: 1, NOTIFICATION: 1 } }),
      )
      .withSession('B/night', s => s.oais({ done: 1, errors: 1 }))
      .build()
    const { user, selectAll, preview } = await openSelecting(world, 'lead')
    await selectAll(4)
    // What was seen a minute ago is read again for the preview.
    await pass(world, 65)
    const { sent, most } = watchRequests(world)
    await user.click(confirmIn(await preview()))
    const shown = await results()
    await waitFor(() => expect(within(shown).getAllByText(/^Accepted/)).toHaveLength(4))
    const untilRelaunched = (subject: string) => {
      const own = sent.filter(one => one.subject === subject)
      return own.slice(0, own.findLastIndex(({ isRelaunch }) => isRelaunch) + 1)
    }
    const kindsOf = (subject: string) =>
      untilRelaunched(subject).map(({ isRelaunch }) => (isRelaunch ? 'call' : 'read'))
    // A reading for the preview, one before the first call, and the calls.
    for (const day of ['A / day-0', 'A / day-1', 'A / day-2'])
      expect(kindsOf(day)).toEqual(['read', 'read', 'call', 'call', 'call', 'call'])
    expect(kindsOf('B / night')).toEqual(['read', 'read', 'call'])
    expect(world.received('rs-fem/requests/retry')).toHaveLength(3 * 4)
    expect(most()).toBe(2)
  },
)
