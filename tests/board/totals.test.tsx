/** The totals of a source against the sum of its sessions, through the whole application: written out, without a request of its own. */
import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { World } from '@simulator/world'
import { useConfiguration } from '@/stores/configuration'
import { aWorld } from '@tests/support/a-world'
import { openBoard, row, settled, stateChip } from './on-the-board'

const drifted = () => {
  const world = aWorld()
    .withSession('A/one', s => s.oais({ done: 40, errors: 2 }).storage({ done: 50 }))
    .withSession('A/two', s => s.oais({ done: 10 }))
    .withSession('B/one', s => s.oais({ done: 5 }))
    .build()
  world.archive.source('A').aggregates.get('REFERENCING')!.totalOut += 7
  return world
}

/** All that was asked besides the counts over the lists and the ten sessions of a pulse, which come when idle. */
const asked = (world: World) => world.received('').filter(({ url }) => !/[?&]size=10?(?:&|$)/.test(url))

async function openTotals(world: World, url = '/?source=A') {
  const app = await openBoard(world, url)
  const open = async () => {
    await app.user.click(screen.getByRole('button', { name: 'More for sources' }))
    await app.user.click(await screen.findByRole('menuitem', { name: 'Compare totals with sessions' }))
    return screen.findByRole('dialog', { name: /^Totals of / })
  }
  return { ...app, open }
}

/** What a row of the dialog says, under the word of its step type. */
function written(dialog: HTMLElement, type: string, figure: string) {
  const group = within(dialog).getByRole('rowheader', { name: type }).closest('tbody')!
  return within(group).getByRole('rowheader', { name: figure }).nextElementSibling?.textContent
}

describe('the totals of a source', () => {
  it('are compared with the sessions in the list, each sum written out, without any request', async () => {
    const world = drifted()
    const { open } = await openTotals(world)
    const dialog = await open()
    expect(dialog).toHaveAccessibleName('Totals of \u2068A\u2069')
    expect(dialog).toHaveTextContent('All 2 sessions loaded. 1 figure differs. A difference is no loss: totals drift')
    expect(written(dialog, 'Referencing', 'In')).toBe('52 − 52 = 0')
    expect(written(dialog, 'Referencing', 'Out')).toBe('57 − 50 = 7')
    expect(written(dialog, 'Referencing', 'In error')).toBe('2 − 2 = 0')
    expect(written(dialog, 'Storage', 'Out')).toBe('50 − 50 = 0')
    expect(asked(world)).toEqual([])
  })

  it('follow the list when it is refreshed', async () => {
    const world = drifted()
    const { open, refresh, user } = await openTotals(world)
    const dialog = await open()
    await user.click(within(dialog).getByRole('button', { name: 'Close' }))
    world.archive.addItem(world.session({ source: 'A', name: 'two' }), 'oais', {
      kind: 'ingestRequest',
      status: 'STORED',
    })
    world.advance('10s')
    await refresh()
    await waitFor(async () => expect(written(await open(), 'Referencing', 'Out')).toBe('58 − 51 = 7'))
  })

  it('are not compared with a filtered list: it is said that the sessions are not read', async () => {
    const { open, user } = await openTotals(drifted())
    await user.click(stateChip('Sessions', 'Error'))
    await settled()
    const dialog = await open()
    expect(dialog).toHaveTextContent('Its sessions are not loaded: no comparison.')
    expect(within(dialog).queryByRole('table')).toBeNull()
  })

  it('are not compared where only some sessions are read, and it is said how many', async () => {
    const many = aWorld()
      .withSessions(130, 'A/day', s => s.oais({ done: 1 }))
      .build()
    const { open } = await openTotals(many)
    const dialog = await open()
    expect(dialog).toHaveTextContent(/Only \d+ of 130 sessions loaded: no comparison\./)
    expect(within(dialog).queryByRole('table')).toBeNull()
    expect(asked(many)).toEqual([])
  })

  it('use what the check when idle has read, and ask for nothing besides', async () => {
    const ok = aWorld()
      .withSession('A/one', s => s.oais({ done: 40, ignored: 1 }))
      .withSession('A/two', s => s.oais({ done: 2, ignored: 1 }))
      .build()
    const { open } = await openTotals(ok, '/?source=A&sessionState=errors')
    act(() => useConfiguration.setState({ sourceChecks: true }))
    await expect.poll(() => row('Sources', 'A').textContent, { timeout: 30_000 }).toContain('Ok, 2 left out')
    const checks = asked(ok).length
    ok.forgetRequests()
    const dialog = await open()
    expect(checks).toBe(1)
    expect(dialog).toHaveTextContent('All 2 sessions loaded. No figure differs.')
    expect(asked(ok)).toEqual([])
  })

  it('ask to select a source where none is', async () => {
    const { open } = await openTotals(drifted(), '/')
    expect(await open()).toHaveTextContent('No source is selected.')
  })

  it('that are not in the list are not guessed', async () => {
    const { open } = await openTotals(drifted(), '/?source=A&sourceName=B')
    expect(await open()).toHaveTextContent('The totals of this source are not loaded')
  })
})
