/** Refresh: it reloads everything in view and nothing else, and the page keeps its state (docs/regards-api/previous-dashboard-defects.md 18 to 20). */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { aWorld } from '@tests/support/a-world'
import {
  address,
  cell,
  countQuestions,
  drawer,
  findRow,
  grid,
  nameFilter,
  openBoard,
  pane,
  questions,
  refreshButton,
  row,
  rowNames,
  selected,
  settled,
  pressedStates,
  threeSessions,
  told,
  work,
} from './on-the-board'

const PATIENT = { timeout: 30_000 }

const alerts = () => screen.queryAllByRole('alert', { hidden: true })

describe('Refresh', PATIENT, () => {
  it('asks once for sources, sessions, the open session and the counts by state, and for nothing else', async () => {
    const world = threeSessions()
    const { user, refresh } = await openBoard(world)
    await user.click(row('Sessions', 'one, A'))
    await screen.findByRole('region', drawer('A', 'one'))
    const { id } = world.session({ source: 'A', name: 'one' })
    await waitFor(() => expect(world.received(`rs-admin/sessions/${id}`)).toHaveLength(1))
    await screen.findByRole('button', { name: 'Relaunch errors (2)' })
    await waitFor(() => expect(countQuestions(world, 'Sessions')).toHaveLength(5))
    await settled()
    world.forgetRequests()
    await refresh()
    for (const list of ['Sources', 'Sessions'] as const) expect(countQuestions(world, list)).toHaveLength(5)
    const others = world.requests.filter(({ url }) => !url.includes('size=1&'))
    expect(others.map(({ url }) => url.split('?')[0]).sort()).toEqual([
      'rs-admin/sessions',
      `rs-admin/sessions/${id}`,
      'rs-admin/sources',
    ])
  })

  it('draws the row again that has changed, and no other', async () => {
    const world = threeSessions()
    const { refresh } = await openBoard(world)
    const dateIn = (name: string) => cell('Sessions', `${name}, A`, 'Updated').querySelector('time')?.dateTime ?? ''
    const [one, ...others] = ['one', 'two', 'three'].map(dateIn)
    // A row writes its dates, whole, whenever it is drawn.
    const written: number[] = []
    const prototype: { readonly format: unknown } = Intl.DateTimeFormat.prototype
    const format = Object.getOwnPropertyDescriptor(prototype, 'format')
    vi.spyOn(prototype, 'format', 'get').mockImplementation(function (this: typeof prototype) {
      const write = format?.get?.call(this) as (date: number) => string
      return (date: number) => {
        written.push(date)
        return write(date)
      }
    })
    work(world, 'one')
    await refresh()
    await waitFor(() => expect(dateIn('one')).not.toBe(one))
    expect(written).toContain(Date.parse(dateIn('one')))
    for (const date of others) expect(written).not.toContain(Date.parse(date))
  })

  it('asks for the pages in view and no other; the rows stay where they are', async () => {
    const world = aWorld().withSessions(500, 'A/run').build()
    const { refresh } = await openBoard(world)
    grid('Sessions').scrollTop = 410 * 32
    fireEvent.scroll(grid('Sessions'))
    await findRow('Sessions', 'run-415, A')
    await settled()
    const before = rowNames('Sessions')
    world.forgetRequests()
    await refresh()
    expect(questions(world, 'Sessions').map(asked => asked.get('page'))).toEqual(['8'])
    expect(rowNames('Sessions')).toEqual(before)
    expect(grid('Sessions').scrollTop).toBe(410 * 32)
  })

  it('says when it was done and what changed: three sessions, one, nothing', async () => {
    const world = threeSessions()
    const { refresh } = await openBoard(world)
    work(world, 'one', 'two', 'three')
    await refresh()
    await waitFor(() => expect(told()).toContain('Refreshed: 3 sessions changed'))
    expect(cell('Sessions', 'three, A', 'Referenced')).toHaveTextContent(/^4$/)
    work(world, 'two')
    await refresh()
    await waitFor(() => expect(told()).toContain('Refreshed: 1 session changed'))
    await refresh()
    await waitFor(() => expect(told()).toContain('Refreshed: no changes'))
    expect(screen.getByText(/^Refreshed at \d\d:\d\d:\d\d$/)).toBeInTheDocument()
  })

  it('keeps the selection, the filters, what is being typed, the open session and the focus', async () => {
    const world = threeSessions()
    const url = '/?source=A&session=two&sessionName=t&sourceState=errors'
    const { user, refresh } = await openBoard(world, url)
    await screen.findByRole('region', drawer('A', 'two'))
    work(world, 'two', 'three')
    await refresh()
    await waitFor(() => expect(cell('Sessions', 'two', 'Referenced')).toHaveTextContent(/^3$/))
    expect(refreshButton()).toHaveFocus()
    expect(address()).toEqual({ source: 'A', session: 'two', sessionName: 't', sourceState: 'errors' })
    expect(selected('Sources')).toEqual(['A'])
    expect(selected('Sessions')).toEqual(['two'])
    expect(nameFilter('Sessions')).toHaveValue('t')
    expect(pressedStates('Sources')).toEqual(['Error'])
    row('Sessions', 'two').focus()
    await user.keyboard('r')
    await settled()
    expect(row('Sessions', 'two')).toHaveFocus()
    expect(screen.getByRole('region', drawer('A', 'two'))).toBeInTheDocument()
  })

  it('follows the focused row when its place in the list changes', async () => {
    const world = threeSessions()
    const { user } = await openBoard(world)
    row('Sessions', 'one, A').focus()
    work(world, 'three')
    await user.keyboard('r')
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['three, A', 'one, A', 'two, A']))
    expect(row('Sessions', 'one, A')).toHaveFocus()
  })

  it('clicked again and again is one round while it is running', async () => {
    const world = threeSessions()
    const { user } = await openBoard(world)
    world.faults.latency('rs-admin', '3s')
    await user.tripleClick(refreshButton())
    expect(refreshButton()).toHaveAttribute('aria-busy', 'true')
    await waitFor(() => expect(world.requests).toHaveLength(2))
    world.advance('3s')
    await settled()
    expect(world.requests).toHaveLength(2)
  })
})

describe('the open session', PATIENT, () => {
  it('is never the one before under the name of the next, however slow or failing the answer', async () => {
    const world = threeSessions()
    const { user } = await openBoard(world)
    await user.click(row('Sessions', 'one, A'))
    const first = await screen.findByRole('region', drawer('A', 'one'))
    expect(await within(first).findByRole('button', { name: 'Relaunch errors (2)' })).toBeInTheDocument()
    world.faults.refuse(/^GET rs-admin\/sessions\/\d/, 422, ['Not now'])
    await user.click(row('Sessions', 'three, A'))
    const next = await screen.findByRole('region', drawer('A', 'three'))
    expect(screen.queryByRole('region', drawer('A', 'one'))).toBeNull()
    expect(await within(next).findByRole('article', { name: 'Referencing' })).toHaveTextContent(/3 products/)
    expect(within(next).queryByRole('button', { name: /^Relaunch/ })).toBeNull()
  })
})

describe('a round that fails', PATIENT, () => {
  it('keeps the old data with its age, and is shown once for the whole page however often it fails', async () => {
    const world = threeSessions()
    const { refresh } = await openBoard(world, '/?source=A&session=two')
    await screen.findByRole('region', drawer('A', 'two'))
    world.faults.outage()
    await refresh()
    await refresh()
    await waitFor(() => expect(alerts()).toHaveLength(1))
    expect(alerts()[0]).toHaveTextContent(/REGARDS unavailable since \d\d:\d\d:\d\d\./)
    expect(alerts()[0]?.nextElementSibling).toHaveTextContent(/^Data is .* old\.$/)
    expect(alerts()[0]).toHaveTextContent('The gateway is not responding.')
    expect(rowNames('Sources')).toEqual(['A'])
    expect(screen.getByRole('region', drawer('A', 'two'))).toHaveTextContent(/2 products/)
    expect(rowNames('Sessions')).toEqual(['one', 'two', 'three'])
  })

  it('in one list is shown in that list only: it keeps its rows and their age, the other is refreshed', async () => {
    const world = threeSessions()
    const { refresh, user } = await openBoard(world)
    const fault = world.faults.refuse('GET rs-admin/sources?', 503, ['Sources are being counted'])
    work(world, 'three')
    await refresh()
    await waitFor(() => expect(pane('Sources')).toHaveTextContent(/Refresh failed\..*Showing data from/))
    expect(rowNames('Sources')).toEqual(['A'])
    expect(rowNames('Sessions')).toEqual(['three, A', 'one, A', 'two, A'])
    expect(pane('Sessions')).not.toHaveTextContent('Refresh failed')
    fault.lift()
    await user.click(within(pane('Sources')).getByRole('button', { name: 'Retry' }))
    await waitFor(() => expect(pane('Sources')).not.toHaveTextContent('Refresh failed'))
  })
})
