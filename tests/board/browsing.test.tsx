/** Looking at sources and sessions: what the rows show, and that selecting one moves nothing else. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aWorld } from '@tests/support/a-world'
import {
  address,
  cell,
  drawer,
  findRow,
  grid,
  openBoard,
  pane,
  questions,
  row,
  rowNames,
  selected,
  threeSessions,
} from './on-the-board'

const PATIENT = { timeout: 30_000 }

const twoSources = () =>
  aWorld()
    .withSession('A/day-1', s => s.oais({ done: 10, errors: 3 }).changed('2m'))
    .withSession('B/day-1', s => s.oais({ done: 7 }).changed('3m'))
    .withSession('B/day-2', s => s.oais({ done: 5 }).changed('4m'))
    .build()

describe('a row', PATIENT, () => {
  it('of a session tells what is in error, running and waiting, in words as well', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.scan({ errors: 20 }).oais({ errors: 3, running: 4, waiting: 5 }))
      .build()
    await openBoard(world)
    const state = cell('Sessions', 's, A', 'Status')
    for (const badge of ['23 errors', '4 running', '5 waiting'])
      expect(within(state).getByRole('img', { name: badge })).toBeInTheDocument()
  })

  it('of a session without any trouble has no badge', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.oais({ done: 3 }))
      .build()
    await openBoard(world)
    expect(cell('Sessions', 's, A', 'Status')).toHaveTextContent(/^$/)
  })

  it('of a session that is Ok also says what was left out', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.storage({ done: 3, refused: 14 }))
      .build()
    await openBoard(world)
    expect(cell('Sessions', 's, A', 'Status')).toHaveTextContent('Ok, 14 left out')
  })

  it('of a source adds its sessions up, and counts them', async () => {
    const world = aWorld()
      .withSession('A/one', s => s.oais({ done: 10, errors: 3 }).catalog({ indexed: 8 }))
      .withSession('A/two', s => s.oais({ done: 7, errors: 2 }).catalog({ indexed: 6 }))
      .build()
    await openBoard(world)
    expect(within(cell('Sources', 'A', 'Status')).getByRole('img', { name: '5 errors' })).toBeInTheDocument()
    expect(cell('Sources', 'A', 'Sessions')).toHaveTextContent(/^2$/)
    expect(cell('Sources', 'A', 'Referenced')).toHaveTextContent(/^17$/)
    expect(cell('Sources', 'A', 'Diffusion')).toHaveTextContent(/^14$/)
  })

  it('counts a product that is indexed and sent to three recipients as diffused once', async () => {
    const world = aWorld()
      .withSession('A/s', s =>
        s.catalog({ indexed: 4 }).recipients({ press: { done: 4 }, mirror: { done: 4 }, lab: { done: 4 } }),
      )
      .build()
    await openBoard(world)
    expect(cell('Sessions', 's, A', 'Diffused')).toHaveTextContent(/^4$/)
  })

  it('counts OAIS and GeoJSON products as referenced together', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.oais({ done: 3 }).feature({ done: { CREATION: 2 } }))
      .build()
    await openBoard(world)
    expect(cell('Sessions', 's, A', 'Referenced')).toHaveTextContent(/^5$/)
  })

  it('shows no figure, not even 0, where the session has no such step', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.scan({ done: 3 }))
      .build()
    await openBoard(world)
    expect(cell('Sessions', 's, A', 'Referenced')).toHaveTextContent(/^$/)
    expect(cell('Sessions', 's, A', 'Diffused')).toHaveTextContent(/^$/)
  })

  it('shortens figures from 100,000 on, and keeps them exact on hover', async () => {
    const world = aWorld()
      .withSession('A/large', s => s.oais({ done: 112_889 }))
      .withSession('A/less', s => s.oais({ done: 99_999 }))
      .build()
    await openBoard(world)
    expect(cell('Sessions', 'large, A', 'Referenced')).toHaveTextContent('112.9k')
    expect(cell('Sessions', 'large, A', 'Referenced')).toHaveAttribute('title', '112,889')
    expect(cell('Sessions', 'less, A', 'Referenced')).toHaveTextContent('99,999')
  })

  it('of a source whose total fell below zero after a purge says "unreliable" instead of the figure', async () => {
    const world = aWorld()
      .withSession('A/old', s => s.oais({ done: 10, errors: 5 }))
      .withSession('A/new', s => s.oais({ done: 1 }))
      .build()
    world.purge({ source: 'A', name: 'old' })
    await openBoard(world)
    const total = cell('Sources', 'A', 'Referenced')
    expect(total).toHaveTextContent(/^unreliable$/)
    expect(total.title).toMatch(/REGARDS reports -14/)
  })

  it('of a source whose total is no number is never shown as 0', async () => {
    const world = twoSources()
    world.faults.mutate('GET rs-admin/sources?', text => text.replace('"totalOut":10', '"totalOut":"many"'))
    await openBoard(world)
    expect(cell('Sources', 'A', 'Referenced')).toHaveTextContent(/^(\?|unreliable)$/)
    expect(cell('Sources', 'B', 'Referenced')).toHaveTextContent(/^12$/)
  })

  it('tells when it last changed, and "never" when REGARDS has no date', async () => {
    const world = aWorld()
      .withSession('A/dated', s => s.oais({ done: 1 }).changed('2h'))
      .withSession('A/dateless', s => s.oais({ done: 1 }).changed(undefined))
      .build()
    const { user } = await openBoard(world)
    const dated = cell('Sessions', 'dated, A', 'Updated')
    expect(dated).toHaveTextContent(/^2 h ago$/)
    expect(dated.title).toMatch(/\d{4}, \d\d:\d\d:\d\d/)
    expect(cell('Sessions', 'dateless, A', 'Updated')).toHaveTextContent(/^never$/)
    await user.click(row('Sessions', 'dateless, A'))
    expect(await screen.findByRole('region', { name: 'A / dateless' })).toHaveTextContent('updated never')
  })

  it('that cannot be read is shown as such, opens nothing, and spoils no other', async () => {
    const world = twoSources()
    world.faults.mutate('GET rs-admin/sessions?', text => text.replace('"steps":[', '"steps":["broken",'))
    const { user } = await openBoard(world)
    expect(rowNames('Sessions')).toEqual(['day-1 (unreadable)', 'day-1, B', 'day-2, B'])
    await user.click(row('Sessions', 'day-1 (unreadable)'))
    expect(address()).toEqual({})
  })
})

describe('choosing a source', PATIENT, () => {
  it('keeps its sessions only, of exactly this source, and shows it as a chip; choosing it again frees them', async () => {
    const world = aWorld()
      .withSession('scan-1/one', s => s.changed('1m'))
      .withSession('scan-10/ten', s => s.changed('2m'))
      .build()
    const { user } = await openBoard(world)
    await user.click(row('Sources', 'scan-1'))
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['one']))
    expect(address()).toEqual({ source: 'scan-1' })
    expect(selected('Sources')).toEqual(['scan-1'])
    expect(within(grid('Sessions')).queryByRole('columnheader', { name: 'Source' })).toBeNull()
    expect(within(pane('Sessions')).getByText('Source:', { exact: false })).toHaveTextContent('Source: scan-1')
    await user.click(row('Sources', 'scan-1'))
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['one, scan-1', 'ten, scan-10']))
    expect(address()).toEqual({})
  })

  it('is undone by its chip, and asks the sources nothing', async () => {
    const world = twoSources()
    const { user } = await openBoard(world)
    await user.click(row('Sources', 'B'))
    await user.click(screen.getByRole('button', { name: 'Source: B. Remove filter' }))
    await waitFor(() => expect(rowNames('Sessions')).toHaveLength(3))
    expect(address()).toEqual({})
    expect(questions(world, 'Sources')).toEqual([])
  })
})

describe('choosing a session', PATIENT, () => {
  it('opens it and changes nothing else: no source is selected, no list is reloaded', async () => {
    const world = twoSources()
    const { user } = await openBoard(world)
    const before = rowNames('Sessions')
    await user.click(row('Sessions', 'day-2, B'))
    await screen.findByRole('region', drawer('B', 'day-2'))
    expect(rowNames('Sessions')).toEqual(before)
    expect(selected('Sources')).toEqual([])
    const { id } = world.session({ source: 'B', name: 'day-2' })
    expect(address()).toEqual({ session: 'day-2', sessionSource: 'B', id: String(id) })
    expect([...questions(world, 'Sources'), ...questions(world, 'Sessions')]).toEqual([])
  })

  it('marks it by source and name; the one of the same name opens in its turn instead of closing it', async () => {
    const { user } = await openBoard(twoSources())
    await user.click(row('Sessions', 'day-1, A'))
    await screen.findByRole('region', drawer('A', 'day-1'))
    expect(selected('Sessions')).toEqual(['day-1, A'])
    await user.click(row('Sessions', 'day-1, B'))
    const opened = await screen.findByRole('region', drawer('B', 'day-1'))
    expect(await within(opened).findByRole('article', { name: 'Referencing' })).toHaveTextContent(/7 products/)
    expect(selected('Sessions')).toEqual(['day-1, B'])
    expect(screen.queryByRole('region', drawer('A', 'day-1'))).toBeNull()
  })

  it.each(['the row again', 'Close'])('is undone with %s', async way => {
    const { user } = await openBoard(twoSources())
    await user.click(row('Sessions', 'day-1, A'))
    const opened = await screen.findByRole('region', drawer('A', 'day-1'))
    await user.click(way === 'Close' ? within(opened).getByRole('button', { name: way }) : row('Sessions', 'day-1, A'))
    await waitFor(() => expect(screen.queryByRole('region', drawer('A', 'day-1'))).toBeNull())
    expect(address()).toEqual({})
    expect(selected('Sessions')).toEqual([])
  })
})

describe('a long list', PATIENT, () => {
  const long = () => aWorld().withSessions(500, 'A/run').build()

  it('has its real length, and asks for the pages in view only', async () => {
    const world = long()
    await openBoard(world)
    expect(grid('Sessions')).toHaveAttribute('aria-rowcount', '501')
    expect(within(pane('Sessions')).getByRole('heading')).toHaveTextContent('Sessions · 500')
    grid('Sessions').scrollTop = 410 * 32
    fireEvent.scroll(grid('Sessions'))
    await findRow('Sessions', 'run-410, A')
    expect(questions(world, 'Sessions').map(asked => asked.get('page'))).toEqual(['8'])
    expect(screen.getAllByRole('row').length).toBeLessThan(150)
  })

  it('opens a row of an earlier page after scrolling to a later one and back', async () => {
    const { user } = await openBoard(long())
    for (const place of [300, 0]) {
      grid('Sessions').scrollTop = place * 32
      fireEvent.scroll(grid('Sessions'))
      await findRow('Sessions', `run-${place + 5}, A`)
    }
    await user.click(row('Sessions', 'run-3, A'))
    expect(await screen.findByRole('region', drawer('A', 'run-3'))).toBeInTheDocument()
  })
})

describe('a whole list of ties', { timeout: 120_000 }, () => {
  const COUNT = 220

  const STEP = 10

  /** Scrolls from the top to the end; the name at each place. */
  async function scrolled(list: 'Sources' | 'Sessions'): Promise<readonly string[]> {
    const names: string[] = []
    const nameAt = (place: number) =>
      grid(list)
        .querySelector(`[aria-rowindex="${place + 2}"]`)
        ?.getAttribute('aria-label') ?? 'nothing drawn'
    for (let top = 0; top < COUNT; top += STEP) {
      grid(list).scrollTop = top * 32
      fireEvent.scroll(grid(list))
      const places = Array.from({ length: STEP }, (_, n) => top + n)
      await waitFor(() => expect(places.map(nameAt).filter(name => /loading|nothing/.test(name))).toEqual([]), {
        timeout: 10_000,
      })
      names.push(...places.map(nameAt))
    }
    return names
  }

  it.each([
    ['Sessions', 'source,asc'],
    ['Sessions', 'lastUpdateDate,desc'],
    ['Sources', 'nbSessions,desc'],
  ] as const)(
    '%s by %s shows every row once, though the database orders ties anew on each page',
    async (list, sort) => {
      const world = aWorld()
      for (let n = 0; n < COUNT; n++)
        world.withSession(list === 'Sources' ? `S-${n}/day` : `A/run-${n}`, s => s.changed('1h'))
      await openBoard(world.build(), `/?${list === 'Sources' ? 'sourceSort' : 'sessionSort'}=${sort}`)
      const names = await scrolled(list)
      expect(names).toHaveLength(COUNT)
      expect(new Set(names).size).toBe(COUNT)
    },
  )
})

describe('the order of a list', PATIENT, () => {
  it('is the latest change first, and the server’s for every header that can be clicked', async () => {
    const world = twoSources()
    const { user } = await openBoard(world)
    expect(rowNames('Sessions')).toEqual(['day-1, A', 'day-1, B', 'day-2, B'])
    const header = (name: string | RegExp) => within(grid('Sessions')).getByRole('columnheader', { name })
    expect(header('Updated')).toHaveAttribute('aria-sort', 'descending')
    await user.click(within(header('Source')).getByRole('button'))
    await user.click(within(header('Source')).getByRole('button'))
    await waitFor(() => expect(rowNames('Sessions')[2]).toBe('day-1, A'))
    expect(header('Source')).toHaveAttribute('aria-sort', 'descending')
    expect(address()).toEqual({ sessionSort: 'source,desc' })
    expect(questions(world, 'Sessions').map(asked => asked.getAll('sort'))).toEqual([
      ['source,asc', 'id,asc'],
      ['source,desc', 'id,asc'],
    ])
    expect(within(header(/^Referenced/)).queryByRole('button')).toBeNull()
  })

  it('of sources can be the number of sessions, the largest first', async () => {
    const world = twoSources()
    const { user } = await openBoard(world)
    expect(rowNames('Sources')).toEqual(['A', 'B'])
    await user.click(within(grid('Sources')).getByRole('button', { name: 'Sessions' }))
    await waitFor(() => expect(rowNames('Sources')).toEqual(['B', 'A']))
    expect(questions(world, 'Sources').map(asked => asked.getAll('sort'))).toEqual([['nbSessions,desc', 'name,asc']])
    expect(questions(world, 'Sessions')).toEqual([])
  })
})

describe('the name of a row is a link', () => {
  const link = (list: 'Sources' | 'Sessions', name: string) => within(row(list, name)).getByRole('link')

  it('to the source, or to the session, without a click', async () => {
    const world = threeSessions()
    await openBoard(world, '/?sessionName=o')
    const { id } = world.session({ source: 'A', name: 'two' })
    expect(link('Sources', 'A')).toHaveAttribute('href', '?source=A')
    expect(link('Sessions', 'two, A')).toHaveAttribute('href', `?source=A&session=two&id=${id}`)
  })

  it('whose plain click is one on the row, and opens the session once', async () => {
    const { user } = await openBoard(threeSessions())
    await user.click(link('Sessions', 'two, A'))
    expect(await screen.findByRole('region', drawer('A', 'two'))).toBeInTheDocument()
    expect(address()).toMatchObject({ session: 'two' })
  })

  it('whose click with a modifier key is handled by the browser', async () => {
    await openBoard(threeSessions())
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey'] as const) {
      // True: the page has not handled it as something else.
      const isLeft = fireEvent.click(link('Sessions', 'two, A'), { [key]: true })
      expect(isLeft).toBe(true)
    }
    expect(address()).toEqual({})
    expect(fireEvent.click(link('Sessions', 'two, A'))).toBe(false)
  })

  it('and no stop of the Tab key: the row is', async () => {
    await openBoard(threeSessions())
    expect(link('Sessions', 'two, A')).toHaveAttribute('tabindex', '-1')
  })
})
