/** An open session beside those before it: what is far from the usual, one quiet line else, and one request at most. */
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { openBoard, questions } from './on-the-board'

const PATIENT = { timeout: 30_000 }
const LATER = { timeout: 8_000 }

/** Sessions of A from the oldest to the newest, a minute apart, each created when it last changed. */
const sessionsOf = (
  ...figures: readonly { readonly done: number; readonly errors?: number; readonly running?: number }[]
) => {
  let world = aWorld()
  for (const [n, one] of figures.entries())
    world = world.withSession(`A/day-${n + 1}`, s => s.oais(one).changed(`${(figures.length - n) * 60}m`))
  return world
}
const usual = Array.from({ length: 5 }, () => ({ done: 100 }))

const part = () => screen.findByRole('region', { name: 'Against the usual' }, LATER)
const cells = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .map(row => [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent))

/** Requests for earlier sessions, of any size. */
const reads = (world: World) =>
  questions(world, 'Sessions').filter(question => question.get('sort') === 'creationDate,desc')

async function open(world: World, session: string, list = 'source=A') {
  return openBoard(world, `/?${list}&sessionSource=A&session=${session}`)
}

describe('a session against the usual of its source', PATIENT, () => {
  it('is one quiet line when nothing is far from it', async () => {
    await open(sessionsOf(...usual, { done: 120 }).build(), 'day-6')
    await waitFor(async () => expect(await part()).toHaveTextContent('As usual (compared with 5 sessions)'), LATER)
    expect(within(await part()).queryByRole('table')).toBeNull()
  })

  it('has the figures that are far in a sentence, and the same figures in a table', async () => {
    const { user } = await open(sessionsOf(...usual, { done: 20, errors: 3 }).build(), 'day-6')
    const line = await within(await part()).findByText(/^3 figures far from usual/, {}, LATER)
    expect(line).toHaveTextContent(
      '3 figures far from usual: OAIS: 23 requests in (usual 100) · OAIS: 20 products out (usual 100) · OAIS, Errors: 3, not in the sessions compared (compared with 5 sessions)',
    )
    await user.click(line)
    const table = within(await part()).getByRole('table')
    expect(cells(table)).toEqual([
      ['Step', 'Figure', 'Now', 'Usual', 'Difference'],
      ['OAIS', 'requests in', '23', '100', '−77'],
      ['OAIS', 'products out', '20', '100', '−80'],
      ['OAIS', 'Errors', '3', 'none', '+3'],
    ])
    expect(await part()).toHaveTextContent(
      /Compared with: \S*day-5\S*, \S*day-4\S*, \S*day-3\S*, \S*day-2\S*, \S*day-1/,
    )
  })

  it('does not shout at small numbers', async () => {
    await open(
      sessionsOf(...Array.from({ length: 5 }, () => ({ done: 1, errors: 1 })), { done: 3, errors: 3 }).build(),
      'day-6',
    )
    await waitFor(async () => expect(await part()).toHaveTextContent(/^As usual/), LATER)
  })

  it.each<[string, World, string, string]>([
    ['the first of its source', sessionsOf({ done: 9 }).build(), 'day-1', 'First session of this source'],
    [
      'with few before it',
      sessionsOf({ done: 9 }, { done: 9 }, { done: 9 }, { done: 9 }).build(),
      'day-4',
      'As usual (compared with only 3 sessions)',
    ],
    [
      'not finished',
      sessionsOf(...usual, { done: 3, running: 9 }).build(),
      'day-6',
      'As usual so far (compared with 5 sessions)',
    ],
    [
      'with none finished before it',
      sessionsOf({ done: 9, running: 1 }, { done: 9 }).build(),
      'day-2',
      'No earlier session is finished: nothing to compare with',
    ],
    [
      'with none finished among the newest of very many',
      aWorld()
        .withSessions(150, 'A/day', s => s.oais({ done: 9, running: 1 }))
        .withSession('A/newest', s => s.oais({ done: 9 }).changed('1m'))
        .build(),
      'newest',
      'No finished session before this one in the 100 newest sessions of this source: nothing to compare with',
    ],
  ])('says so of one that is %s', async (_name, world, session, expected) => {
    await open(world, session)
    await waitFor(async () => expect(await part()).toHaveTextContent(expected), LATER)
  })

  it('says what the first session is: the first that REGARDS still has; and from which difference on a figure is far', async () => {
    const { user } = await open(sessionsOf({ done: 9 }).build(), 'day-1')
    const first = await within(await part()).findByText('First session of this source', {}, LATER)
    await user.hover(first)
    expect(await screen.findByRole('tooltip')).toHaveTextContent('No earlier session of this source in REGARDS')
    cleanup()
    await open(sessionsOf(...usual, { done: 120 }).build(), 'day-6')
    const line = await within(await part()).findByText(/^As usual/, {}, LATER)
    expect(line).toHaveAttribute('title', expect.stringContaining('by 5 or more'))
  })

  it('asks nothing when a list has the sessions, and once when none has', async () => {
    const known = sessionsOf(...usual, { done: 100 }).build()
    await open(known, 'day-6')
    await waitFor(async () => expect(await part()).toHaveTextContent(/^As usual/), LATER)
    expect(reads(known)).toEqual([])

    cleanup()
    const unknown = sessionsOf(...usual, { done: 100 }).build()
    const { refresh } = await open(unknown, 'day-6', 'source=B')
    await waitFor(async () => expect(await part()).toHaveTextContent(/^As usual/), LATER)
    await refresh()
    expect(reads(unknown).filter(question => question.get('size') === '100')).toHaveLength(1)
  })

  it('says that the earlier ones could not be loaded, beside cards that are there', async () => {
    const world = sessionsOf(...usual, { done: 100 }).build()
    const { fetch } = globalThis
    const refuse = vi.spyOn(globalThis, 'fetch').mockImplementation((...call) => {
      const { url } = new Request(...call)
      return url.includes('creationDate')
        ? Promise.resolve(
            new Response('{"messages":["no"]}', { status: 403, headers: { 'Content-Type': 'application/json' } }),
          )
        : fetch(...call)
    })
    const { user } = await open(world, 'day-6', 'source=B')
    const again = await within(await part()).findByRole('button', { name: 'Retry' }, LATER)
    expect(await part()).toHaveTextContent('Could not load earlier sessions.')
    expect(screen.getByRole('article', { name: 'Referencing' })).toBeVisible()
    refuse.mockRestore()
    await user.click(again)
    await waitFor(async () => expect(await part()).toHaveTextContent(/^As usual/), LATER)
  })
})
