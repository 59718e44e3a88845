/** What the numbers do not show: losses that are no errors, running steps without a change, ages, totals that drift. */
import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { World } from '@simulator/world'
import { useConfiguration } from '@/stores/configuration'
import { aWorld } from '@tests/support/a-world'
import { openSession } from './in-the-drawer'
import { cell, findRow, grid, holdTime, openBoard, pane, pass, row, threeSessions } from './on-the-board'

/** The closer look waits until the page is idle. */
const PATIENT = { timeout: 30_000 }

/** The board, with the closer look at sources that comes when idle. */
async function openAudited(world: World) {
  const app = await openBoard(world)
  act(() => useConfiguration.setState({ sourceChecks: true }))
  return app
}

describe('Ok, but…', () => {
  const world = () =>
    aWorld()
      .withSession('A/s', s => s.oais({ done: 5, ignored: 3 }).storage({ done: 5, refused: 2 }))
      .withSession('A/t', s => s.oais({ done: 5, ignored: 1 }))
      .build()

  it('a session that is Ok says how much was left out', async () => {
    await openBoard(world())
    expect(await findRow('Sessions', 's, A')).toHaveTextContent('Ok, 5 left out')
  })

  it('so does a source: its sessions are added up when idle', async () => {
    await openAudited(world())
    await expect.poll(() => cell('Sources', 'A', 'Status').textContent, PATIENT).toBe('Ok, 6 left out')
  })

  it('a source in error is not asked about: its badge says enough', async () => {
    const broken = aWorld()
      .withSession('A/s', s => s.oais({ done: 5, errors: 1, ignored: 3 }))
      .withSession('B/s', s => s.oais({ done: 5, ignored: 3 }))
      .build()
    await openAudited(broken)
    await expect.poll(() => cell('Sources', 'B', 'Status').textContent, PATIENT).toBe('Ok, 3 left out')
    expect(broken.received('rs-admin/sessions?').filter(({ url }) => url.includes('sourceName=A'))).toEqual([])
  })
})

describe('no change', () => {
  const stuck = () =>
    aWorld()
      .withSession('A/s', s => s.storage({ done: 5, running: 2 }).changed('3h'))
      .withSession('A/t', s => s.storage({ done: 5, running: 2 }).changed('5m'))
      .build()

  it('is said in words in the list, with the step that has stopped changing', async () => {
    await openBoard(stuck())
    expect(cell('Sessions', 's, A', 'Updated')).toHaveTextContent('no change 3 h')
    expect(cell('Sessions', 's, A', 'Updated').title).toContain('Storage')
    expect(cell('Sessions', 't, A', 'Updated')).not.toHaveTextContent('no change')
  })

  it('is said in the head of the session too', async () => {
    const { drawer } = await openSession(stuck(), 'A', 's')
    expect(await within(drawer).findByText('no change for 3 h in Storage')).toBeInTheDocument()
  })
})

describe('the age of a list', () => {
  const changedAgo = () =>
    aWorld()
      .withSession('A/s', s => s.oais({ done: 1 }).changed('3h'))
      .build()

  it('is when its data last changed, where the first row does not say so', async () => {
    await openBoard(changedAgo(), '/?sourceSort=name,asc&sessionSort=lastUpdateDate,asc')
    for (const list of ['Sources', 'Sessions'] as const) {
      expect(pane(list)).toHaveTextContent('updated 3 h ago')
      expect(pane(list)).not.toHaveTextContent('Refreshed')
    }
  })

  it('is not said where the first row is the one that changed last', async () => {
    await openBoard(changedAgo())
    for (const list of ['Sources', 'Sessions'] as const) expect(pane(list)).not.toHaveTextContent('updated')
  })

  it('is also when it was answered, once the other list has been answered at another time', async () => {
    holdTime()
    const world = threeSessions()
    const { user } = await openBoard(world)
    await pass(world, 10)
    expect(pane('Sessions')).not.toHaveTextContent('Refreshed')
    await user.click(row('Sources', 'A'))
    await waitFor(() => expect(pane('Sessions')).toHaveTextContent('Refreshed just now'))
    expect(pane('Sources')).not.toHaveTextContent('Refreshed')
  })

  it('is not repeated when a session is opened: the session says its own', async () => {
    holdTime()
    const world = threeSessions()
    const { user } = await openBoard(world)
    const shown = screen.getByText(/^Refreshed at/).textContent
    await pass(world, 10)
    await user.click(row('Sessions', 'two, A'))
    expect(await screen.findByText(/^refreshed (just now|\d+\ss ago)$/)).toBeVisible()
    expect(screen.getByText(/^Refreshed at/)).toHaveTextContent(shown)
    for (const list of ['Sources', 'Sessions'] as const) expect(pane(list)).not.toHaveTextContent('Refreshed')
  })

  it('is not said again by a session that was answered together with the lists', async () => {
    const { drawer } = await openSession(threeSessions(), 'A', 'two')
    expect(await within(drawer).findByText(/^created/)).toBeVisible()
    expect(drawer).not.toHaveTextContent('refreshed')
  })
})

describe('the totals of a source', () => {
  it('are "unreliable" once a purge has made them drift, though they are above zero', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.oais({ done: 40 }).changed('1m'))
      .withSession('A/old', s => s.oais({ done: 10, ignored: 90 }).changed('40d'))
      .build()
    world.archive.source('A').aggregates.get('REFERENCING')!.totalOut += 7
    await openAudited(world)
    await expect.poll(() => cell('Sources', 'A', 'Referenced').textContent, PATIENT).toBe('unreliable')
    expect(cell('Sources', 'A', 'Referenced').title).toMatch(/add up to 50/)
  })
})

describe('figures explain themselves', () => {
  it('columns on focus, in a sentence that names the unit; sums of this page are marked', async () => {
    await openBoard(
      aWorld()
        .withSession('A/s', s => s.oais({ done: 1 }))
        .build(),
    )
    const header = within(grid('Sessions')).getByRole('columnheader', { name: /Referenced/ })
    expect(within(header).getByTitle('Calculated by the dashboard')).toHaveTextContent('Σ')
    act(() => within(header).getByRole('note').focus())
    expect(await screen.findByRole('tooltip')).toHaveTextContent('Products referenced (OAIS and GeoJSON).')
  })
})

describe('a session for a colleague', () => {
  const copied = async (name: string) => {
    const world = aWorld()
      .withSession('A/s', s => s.scan({ done: 4, errors: 1 }).oais({ done: 4, ignored: 2 }))
      .build()
    const { user, drawer } = await openSession(world, 'A', 's')
    const write = vi.spyOn(navigator.clipboard, 'writeText')
    await user.click(await within(drawer).findByRole('button', { name }))
    return String(write.mock.calls.at(-1)?.[0])
  }

  it('is its link: what is shown is in the address', async () => {
    expect(await copied('Copy link')).toBe(window.location.href)
  })

  it('is six lines of text with its numbers and the time', async () => {
    const lines = (await copied('Copy as text')).split('\n')
    expect(lines).toHaveLength(6)
    expect(lines[0]).toBe('REGARDS session A / s (project demo)')
    expect(lines[1]).toContain('Acquisition: Data provider: 5 files in, 4 products out, 1 in error')
    expect(lines[2]).toContain('2 left out')
    expect(lines[3]).toBe('Storage: no step')
    expect(lines[5]).toMatch(/^Refreshed: \d+ \w+ \d{4}.*\. Updated: .*\. http/)
  })
})

describe('the help menu', () => {
  it('leads to the pages of the guide that config.json names, elsewhere and without a trace of this page', async () => {
    const { user } = await openBoard(
      aWorld()
        .withSession('A/s', s => s.oais({ done: 1 }))
        .build(),
    )
    act(() =>
      useConfiguration.setState(({ helpLinks }) => ({
        helpLinks: { ...helpLinks, storages: 'https://guide.example.org/storages' },
      })),
    )
    await user.click(screen.getByRole('button', { name: 'Help' }))
    const links = await screen.findAllByRole('menuitem', { name: /^Guide: / })
    expect(links).toHaveLength(6)
    const storages = screen.getByRole('menuitem', { name: 'Guide: storage' })
    expect(storages).toHaveAttribute('href', 'https://guide.example.org/storages')
    expect(storages).toHaveAttribute('rel', 'noopener noreferrer')
  })
})

// Last: what has failed is left alone for a minute, also by later tests.
describe('closer looks at sources', () => {
  it('after a failure no further source is looked at for a while', async () => {
    const down = aWorld()
      .withSession('A/s', s => s.oais({ done: 1 }))
      .withSession('B/s', s => s.oais({ done: 1 }))
      .withSession('C/s', s => s.oais({ done: 1 }))
      .build()
    down.faults.refuse(/sourceName=/, 500)
    await openAudited(down)
    const looked = () => down.received('rs-admin/sessions?').filter(({ url }) => url.includes('sourceName='))
    await expect.poll(() => looked().length, PATIENT).toBe(1)
    await expect.poll(() => row('Sources', 'A').textContent, PATIENT).not.toContain('left out')
    expect(looked()).toHaveLength(1)
  })
})
