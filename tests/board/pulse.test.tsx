/** The last sessions of a source as marks: the picture says what the text says, each mark leads to its session, and they can be turned off. */
import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { usePreferences } from '@/stores/preferences'
import { aWorld } from '@tests/support/a-world'
import { address, findRow, openBoard, pulseQuestions } from './on-the-board'

const PATIENT = { timeout: 30_000 }
const LATER = { timeout: 8_000 }

const states = () =>
  aWorld()
    .withSession('A/ok', s => s.oais({ done: 40 }).changed('5h'))
    .withSession('A/left', s => s.oais({ done: 20, ignored: 6 }).changed('4h'))
    .withSession('A/running', s => s.oais({ done: 10, running: 3 }).changed('3h'))
    .withSession('A/waiting', s => s.oais({ done: 30, waiting: 2 }).changed('2h'))
    .withSession('A/errors', s => s.oais({ done: 0, errors: 7 }).changed('1h'))
    .withSession('B/other', s => s.oais({ done: 5 }).changed('1m'))
    .build()

/** Of the pictures of marks: the heights of their bars, and their signs. */
const pictures = (marks: readonly HTMLElement[]) =>
  marks.map(mark => ({
    height: Number(mark.querySelector('rect')?.getAttribute('height')),
    sign: mark
      .querySelector('path')
      ?.getAttribute('d')
      ?.replace(/^M\S+ \S+?(?=m)/, ''),
  }))

const marksIn = (place: HTMLElement) => within(place).findAllByRole('link', { hidden: true }, LATER)

/** Names without the dates, which depend on when the test runs. */
const spoken = (marks: readonly HTMLElement[]) =>
  marks.map(mark => mark.getAttribute('aria-label')?.replace(/\. Created .*/, ''))

const aboveSessions = () => screen.findByRole('list', { name: /^Last \d+ sessions of A/ }, LATER)

describe('the pulse of a source', PATIENT, () => {
  it('is above its sessions: heights are products, and a sign stands for everything that is not Ok', async () => {
    await openBoard(states(), '/?source=A')
    const list = await aboveSessions()
    const marks = await marksIn(list)
    expect(spoken(marks)).toEqual([
      'ok: 40 products, Ok',
      'left: 20 products, 6 left out',
      'running: 10 products, 3 running',
      'waiting: 30 products, 2 waiting',
      'errors: 0 products, 7 in error',
    ])
    const drawn = pictures(marks)
    const [tallest, ...others] = drawn.map(({ height }) => height)
    expect(others.map(height => Math.round((40 * height) / (tallest ?? NaN)))).toEqual([20, 10, 30, 5])
    const signs = drawn.map(({ sign }) => sign)
    expect(signs[0]).toBeUndefined()
    expect(new Set(signs).size).toBe(5)
    expect(list).toHaveAccessibleName(
      'Last 5 sessions of A: 1 in error, 1 waiting, 1 running, 1 Ok with products left out, 1 Ok',
    )
  })

  it('is in its row too, with the same words and heights, and the row keeps its one Tab stop', async () => {
    await openBoard(states(), '/?source=A')
    const own = await marksIn(await aboveSessions())
    const group = await within(await findRow('Sources', 'A')).findByRole(
      'group',
      { name: /^Last 5 sessions of A/ },
      LATER,
    )
    const marks = within(group).getAllByRole('link')
    expect(spoken(marks)).toEqual(spoken(own))
    expect(pictures(marks)).toEqual(pictures(own))
    expect(marks.every(mark => mark.tabIndex === -1)).toBe(true)
    expect(marks.map(mark => mark.title)).toEqual(marks.map(mark => mark.getAttribute('aria-label')))
  })

  it('is reached by keys: one Tab stop, arrows, and Enter opens the session beside the lists as they are', async () => {
    const { user } = await openBoard(states(), '/?source=A&sessionSort=name%2Casc')
    const marks = await marksIn(await aboveSessions())
    expect(marks.map(mark => mark.tabIndex)).toEqual([-1, -1, -1, -1, 0])
    act(() => marks.at(-1)?.focus())
    expect(await screen.findByRole('tooltip')).toHaveTextContent(/^errors: 0 products, 7 in error\. Created /)
    await user.keyboard('{ArrowLeft}{ArrowLeft}')
    expect(marks[2]).toHaveFocus()
    await user.keyboard('{Home}{ArrowLeft}')
    expect(marks[0]).toHaveFocus()
    expect(marks.map(mark => mark.tabIndex)).toEqual([0, -1, -1, -1, -1])
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('region', { name: 'A / ok' })).toBeVisible()
    expect(address()).toMatchObject({ source: 'A', session: 'ok', sessionSort: 'name,asc' })
  })

  it('leads from a row to a session of another source, without choosing that source', async () => {
    const { user } = await openBoard(states(), '/?source=A')
    const group = await within(await findRow('Sources', 'B')).findByRole('group', { name: /^Last session of B/ }, LATER)
    const link = within(group).getByRole('link')
    expect(link).toHaveAttribute('href', expect.stringContaining('source=B&session=other'))
    await user.click(link)
    expect(await screen.findByRole('region', { name: 'B / other' })).toBeVisible()
    expect(address()).toMatchObject({ source: 'A', sessionSource: 'B' })
  })

  it('follows the list of sessions: a session of it that changes is drawn anew without a request of its own', async () => {
    const world = states()
    const { refresh } = await openBoard(world, '/?source=A')
    const list = await aboveSessions()
    world.forgetRequests()
    const session = world.session({ source: 'A', name: 'ok' })
    world.archive.addItem(session, 'oais', { kind: 'ingestRequest', status: 'STORED' })
    world.advance('10s')
    await refresh()
    await waitFor(() => expect(within(list).getByRole('link', { name: /^ok: 41 products/ })).toBeVisible())
    expect(pulseQuestions(world).filter(question => question.get('sourceName') === 'A')).toEqual([])
  })

  it('asks once for each source in view that no list has whole', async () => {
    const world = states()
    await openBoard(world, '/?source=A&sessionName=e')
    await aboveSessions()
    await within(await findRow('Sources', 'B')).findByRole('group', { name: /^Last session of B/ }, LATER)
    expect(
      pulseQuestions(world)
        .map(question => question.get('sourceName'))
        .sort(),
    ).toEqual(['A', 'B'])
  })

  it('can be turned off: neither a column, nor marks, nor a request', async () => {
    usePreferences.setState({ pulse: false })
    const world = states()
    await openBoard(world, '/?source=A&sessionName=e')
    await act(() => new Promise(resolve => setTimeout(resolve, 4_000)))
    expect(screen.queryByRole('columnheader', { name: /^Pulse/ })).toBeNull()
    expect(screen.queryByRole('list', { name: /sessions of A/ })).toBeNull()
    expect(pulseQuestions(world)).toEqual([])
  })

  it('says that it could not be loaded, and is loaded on request', async () => {
    const world = states()
    const { user } = await openBoard(world, '/?source=A&sessionName=e')
    const { fetch } = globalThis
    const refuse = vi.spyOn(globalThis, 'fetch').mockImplementation((...call) => {
      const { url } = new Request(...call)
      return url.includes('size=10') && !url.includes('size=100') ? Promise.reject(new TypeError('no')) : fetch(...call)
    })
    const again = await screen.findByRole('button', { name: 'Reload last sessions' }, LATER)
    expect(again).toHaveAttribute('title', 'Could not load the last sessions')
    refuse.mockRestore()
    await user.click(again)
    expect(await aboveSessions()).toBeVisible()
  })
})
