/** Links: a pasted address opens its session wherever that is, or says that it no longer exists (docs/regards-api/previous-dashboard-defects.md 14 and 15). */
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import {
  questions,
  address,
  drawer,
  findRow,
  openBoard,
  row,
  rowNames,
  selected,
  spoken,
  pressedStates,
} from './on-the-board'

const PATIENT = { timeout: 30_000 }
const GONE = 'This session no longer exists (deleted or purged)'

const link = (parameters: Readonly<Record<string, string>>) => `/?${new URLSearchParams(parameters).toString()}`

const referencing = async (source: string, session: string) =>
  within(await screen.findByRole('region', drawer(source, session))).findByRole('article', { name: 'Referencing' })

/** 300 sessions, the oldest of them with figures of its own. */
const many = () =>
  aWorld()
    .withSessions(299, 'A/day')
    .withSession('A/day-299', s => s.oais({ done: 77 }).changed('20d'))
    .build()

const idOf = (world: World, source: string, name: string) => String(world.session({ source, name }).id)

describe('a link to a session far below the first page', PATIENT, () => {
  it('by its names opens it, and no look-alike: "day-2" is not "day-299"', async () => {
    await openBoard(many(), link({ source: 'A', session: 'day-299' }))
    expect(await referencing('A', 'day-299')).toHaveTextContent(/77 products/)
    cleanup()
    await openBoard(many(), link({ source: 'A', session: 'day-2' }))
    expect(await screen.findByRole('region', drawer('A', 'day-2'))).not.toHaveTextContent(/77 products/)
  })

  it('by its id alone opens it under its names', async () => {
    const world = many()
    await openBoard(world, link({ id: idOf(world, 'A', 'day-299') }))
    expect(await referencing('A', 'day-299')).toHaveTextContent(/77 products/)
  })

  it('by names and id asks for it directly, without a search', async () => {
    const world = many()
    const id = idOf(world, 'A', 'day-299')
    await openBoard(world, link({ sessionSource: 'A', session: 'day-299', id }))
    await referencing('A', 'day-299')
    world.forgetRequests()
    await act(async () => {
      screen.getByRole('button', { name: 'Refresh' }).click()
      await Promise.resolve()
    })
    await waitFor(() => expect(world.received(`rs-admin/sessions/${id}`)).toHaveLength(1))
    expect(questions(world, 'Sessions').map(String)).toEqual([expect.not.stringContaining('sessionName')])
  })
})

describe('a link from another page of REGARDS', PATIENT, () => {
  it('that says source and session chooses the one and opens the other', async () => {
    const world = aWorld()
      .withSession('A/S', s => s.oais({ done: 4 }))
      .withSession('B/S', s => s.oais({ done: 9 }))
      .build()
    await openBoard(world, '/?source=A&session=S')
    expect(await referencing('A', 'S')).toHaveTextContent(/4 products/)
    expect(selected('Sources')).toEqual(['A'])
    expect(rowNames('Sessions')).toEqual(['S'])
    expect(selected('Sessions')).toEqual(['S'])
  })

  it('opens a session that its own filters leave out of the list', async () => {
    const world = aWorld()
      .withSession('A/fine', s => s.oais({ done: 4 }))
      .withSession('A/failed', s => s.oais({ errors: 1 }))
      .build()
    await openBoard(world, '/?source=A&session=fine&sessionState=errors')
    expect(await referencing('A', 'fine')).toHaveTextContent(/4 products/)
    expect(rowNames('Sessions')).toEqual(['failed'])
    expect(pressedStates('Sessions')).toEqual(['Error'])
  })
})

describe('a link to a deleted session', PATIENT, () => {
  const world = () =>
    aWorld()
      .withSession('A/s', s => s.oais({ errors: 4 }))
      .withSession('A/other', s => s.oais({ done: 9 }))
      .build()

  it.each([
    ['its id', { id: '999' }, 'Session 999'],
    ['names and id', { source: 'A', session: 'gone', id: '999' }, 'A / gone'],
  ])('by %s says so, offers nothing to do with it, and the board lives on', async (_, parameters, title) => {
    const { user } = await openBoard(world(), link(parameters))
    const panel = await screen.findByRole('region', { name: title })
    expect(await within(panel).findByText(GONE)).toBeInTheDocument()
    expect(within(panel).queryByRole('button', { name: /^Relaunch/ })).toBeNull()
    await user.click(within(panel).getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByText(GONE)).toBeNull())
    await user.click(await findRow('Sessions', /^other/))
    expect(await referencing('A', 'other')).toHaveTextContent(/9 products/)
  })

  it('opens the session recreated under the same names, with another id', async () => {
    const stale = world()
    const id = idOf(stale, 'A', 's')
    stale.purge({ source: 'A', name: 's' })
    stale.archive.addSession({ source: 'A', name: 's', recipe: [{ stepId: 'oais', batches: [], zeros: [] }] })
    await openBoard(stale, link({ source: 'A', session: 's', id }))
    expect(await referencing('A', 's')).toBeInTheDocument()
    expect(screen.queryByText(GONE)).toBeNull()
  })

  it('never opens another session that has its id now: the names win', async () => {
    const mixed = world()
    await openBoard(mixed, link({ source: 'A', session: 's', id: idOf(mixed, 'A', 'other') }))
    const card = await referencing('A', 's')
    expect(within(card).getByRole('img', { name: '4 in error' })).toBeInTheDocument()
    expect(screen.queryByRole('region', drawer('A', 'other'))).toBeNull()
  })
})

describe('a link whose names no session has', PATIENT, () => {
  const NONE = (session: string, source: string) => `No session named ${session} in source ${source}`
  const world = () =>
    aWorld()
      .withSession('A/day-1', s => s.oais({ done: 4 }))
      .withSession('A/day-2', s => s.oais({ done: 5 }))
      .withSession('B/night', s => s.oais({ done: 6 }))
      .build()
  const offered = (panel: HTMLElement) =>
    within(panel)
      .queryAllByRole('link')
      .map(({ textContent }) => textContent)
  const opened = async (parameters: Readonly<Record<string, string>>, title: string) => {
    const app = await openBoard(world(), link(parameters))
    const panel = await screen.findByRole('region', { name: title })
    await waitFor(() => expect(panel).not.toHaveTextContent('Looking for similar names'))
    return { ...app, panel }
  }

  it('says so, not that it was deleted, and offers the nearest names: a click opens one', async () => {
    const { user, panel } = await opened({ source: 'A', session: 'dya-1' }, 'A / dya-1')
    expect(panel).toHaveTextContent(NONE('dya-1', 'A'))
    expect(screen.queryByText(GONE)).toBeNull()
    expect(offered(panel)).toEqual(['A / day-1', 'A / day-2'])
    expect(within(panel).getByRole('link', { name: 'A / day-1' })).toHaveAttribute(
      'href',
      expect.stringMatching(/source=A&session=day-1&id=\d+$/),
    )
    await user.click(within(panel).getByRole('link', { name: 'A / day-1' }))
    expect(await referencing('A', 'day-1')).toHaveTextContent(/4 products/)
  })

  it('names the session of that name in another source, and chooses that source', async () => {
    const { user, panel } = await opened({ source: 'A', session: 'night' }, 'A / night')
    expect(panel).toHaveTextContent('A session with this name exists in another source.')
    expect(offered(panel)[0]).toBe('B / night')
    await user.click(within(panel).getByRole('link', { name: 'B / night' }))
    expect(await referencing('B', 'night')).toHaveTextContent(/6 products/)
    expect(selected('Sources')).toEqual(['B'])
  })

  it('offers the session of the id that the link has beside them', async () => {
    const mixed = world()
    await openBoard(mixed, link({ source: 'A', session: 'qqqqqq', id: idOf(mixed, 'A', 'day-2') }))
    const panel = await screen.findByRole('region', { name: 'A / qqqqqq' })
    expect(await within(panel).findByRole('link', { name: 'A / day-2' })).toBeInTheDocument()
    expect(panel).not.toHaveTextContent(GONE)
  })

  it('asks nothing for names that REGARDS cannot store', async () => {
    const long = 'x'.repeat(3000)
    const app = await openBoard(world(), link({ source: 'A', session: long }))
    expect(await screen.findByText(/names of at most 255 characters/)).toBeInTheDocument()
    expect(app.world.requests.filter(({ url }) => url.includes(long))).toEqual([])
  })

  it('differs from a session that was seen here and no longer exists', async () => {
    const purged = world()
    const { user, refresh } = await openBoard(purged)
    await user.click(row('Sessions', /^day-1/))
    await referencing('A', 'day-1')
    purged.purge({ source: 'A', name: 'day-1' })
    await refresh()
    expect(await screen.findByText(GONE)).toBeInTheDocument()
  })

  it('does not count as deleted when a proxy answers 404', async () => {
    const cut = world()
    cut.faults.html('GET rs-admin/sessions/', 404)
    await openBoard(cut, link({ id: '1' }))
    expect(await screen.findByText('Could not load the session')).toBeInTheDocument()
    expect(screen.queryByText(GONE)).toBeNull()
  })

  it('with parts that mean nothing names them', async () => {
    await openBoard(world(), '/?id=12a&records=nonsense&sessionState=odd&foreign=1')
    expect(await screen.findByText(/^This link is damaged\. Ignored: /)).toHaveTextContent(
      /id=12a.*sessionState=odd.*records=nonsense/,
    )
  })
})

describe.each([
  '2025-05-02T10:11:12.345678+02:00',
  '100%',
  '%2F',
  'a/b',
  'a_b',
  'back\\slash',
  'q&a=1#top',
  ' of spaces ',
  'été à Ōsaka ☀ 日本',
  '"><b>bold</b>',
])('a name like %s', PATIENT, name => {
  const tricky = () =>
    aWorld()
      .withSession({ source: `src ${name}`, name: `${name}x` }, s => s.oais({ done: 8 }))
      .withSession({ source: `src ${name}`, name }, s => s.oais({ done: 6 }))
      .build()

  it('opens with a click, and the address it leaves opens it again', async () => {
    const { user } = await openBoard(tricky())
    await user.click(row('Sessions', spoken(`${name}, src ${name}`)))
    expect(await referencing(`src ${name}`, name)).toHaveTextContent(/6 products/)
    expect(address()).toMatchObject({ session: name, sessionSource: `src ${name}` })
    const left = window.location.search
    cleanup()
    await openBoard(tricky(), `/${left}`)
    expect(await referencing(`src ${name}`, name)).toHaveTextContent(/6 products/)
  })

  it('opens by a link of names only, as other pages make it, its source chosen', async () => {
    const world = tricky()
    await openBoard(world, link({ source: `src ${name}`, session: name }))
    expect(await referencing(`src ${name}`, name)).toHaveTextContent(/6 products/)
    expect(rowNames('Sessions')).toHaveLength(2)
    expect(selected('Sessions')).toEqual([name])
  })
})

describe('Back', PATIENT, () => {
  it('goes from the open session to the list as it was, then to the list of all sources', async () => {
    const world = aWorld().withSession('A/s').withSession('B/t').build()
    const { user } = await openBoard(world)
    await user.click(row('Sources', 'A'))
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['s']))
    await user.click(row('Sessions', 's'))
    await screen.findByRole('region', drawer('A', 's'))
    act(() => window.history.back())
    await waitFor(() => expect(screen.queryByRole('region', drawer('A', 's'))).toBeNull())
    expect(address()).toEqual({ source: 'A' })
    act(() => window.history.back())
    await waitFor(() => expect(rowNames('Sessions')).toHaveLength(2))
    expect(address()).toEqual({})
  })
})
