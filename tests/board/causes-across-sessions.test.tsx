/** Causes across sessions: one fault or thirty, from a cause to its sessions, and to relaunching exactly those. */
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { forgetRun } from '@/stores/relaunch-run'
import { forgetSelection } from '@/stores/selected-sessions'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import type { Account } from '@tests/support/render-app'
import { address, openBoard, row, stateChip } from './on-the-board'

const SLOW = { timeout: 60_000 }
const INGEST = 'POST rs-ingest/requests?'

/** The error texts of the OAIS requests of a session, one after the other, again and again. */
function saying(world: World, session: string, ...texts: readonly string[]): void {
  world.faults.mutate(
    INGEST,
    text => {
      let place = 0
      return JSON.stringify(JSON.parse(text), (key, value: unknown) =>
        key === 'errors' ? [texts[place++ % texts.length]] : value,
      )
    },
    { bodyHolds: `"${session}"` },
  )
}

/** Nine errors of one cause in four of five sessions, and two others. */
function oneFault() {
  const world = aWorld()
    .withSession('A/day-1', s => s.oais({ errors: 4 }).changed('1m'))
    .withSession('A/day-2', s => s.oais({ errors: 2 }).changed('2m'))
    .withSession('B/day-3', s => s.oais({ errors: 3 }).changed('3m'))
    .withSession('B/day-4', s => s.oais({ errors: 1 }).storage({ errors: 7 }).changed('4m'))
    .withSession('B/day-5', s => s.oais({ errors: 1 }).changed('5m'))
    .withSession('B/well', s => s.oais({ done: 9 }).changed('6m'))
    .build()
  saying(world, 'day-1', 'No space left on disk-1')
  saying(world, 'day-2', 'No space left on disk-2')
  saying(world, 'day-3', 'No space left on disk-1', 'No space left on disk-3', 'Model "a" is unknown')
  saying(world, 'day-4', 'No space left on disk-4')
  saying(world, 'day-5', 'Timeout after 30 ms')
  return world
}

async function openCauses(world: World, url = '/', account: Account = 'operator') {
  const board = await openBoard(world, url, account)
  const open = async () => {
    await board.user.click(screen.getByRole('button', { name: 'More for sessions' }))
    await board.user.click(await screen.findByRole('menuitem', { name: 'Causes of errors…' }))
    return screen.findByRole('dialog', { name: 'Causes of errors' })
  }
  /** Waits until all is read. */
  const read = async () => {
    const dialog = await open()
    await within(dialog).findByText(/^Loaded /)
    return dialog
  }
  return { ...board, open, read }
}

const textOf = (blob: Blob) =>
  new Promise<string>(resolve => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.readAsText(blob)
  })

const rows = (dialog: HTMLElement) =>
  within(within(dialog).getByRole('table', { name: 'Causes' }))
    .getAllByRole('row')
    .slice(1)
    .map(one => one.textContent)
const cause = (dialog: HTMLElement, name: string) => within(dialog).getByRole('button', { name })
const press = (dialog: HTMLElement, name: string | RegExp) => within(dialog).getByRole('button', { name })

afterEach(() => {
  forgetSelection()
  forgetRun()
  vi.restoreAllMocks()
})

describe('the causes of errors', SLOW, () => {
  it('answer the question of an incident in one sentence, say over what, and what they leave out', async () => {
    const { read } = await openCauses(oneFault())
    const dialog = await read()
    expect(dialog).toHaveTextContent('One cause explains 81% of 11 errors in 4 of 5 sessions.')
    expect(dialog).toHaveTextContent('All 5 sessions in error; up to 500 errors of each list, the newest.')
    expect(dialog).toHaveTextContent('Not included, because REGARDS does not list them by session: Storage (7).')
    expect(rows(dialog).map(text => text.replace(/OAIS.*$/, ''))).toEqual([
      '9 81%No space left on …4 of 5',
      '1 9%Model "…" is unknown1 of 5',
      '1 9%Timeout after … ms1 of 5',
    ])
  })

  it('are those of the source and the filters of the list', async () => {
    const { read, user } = await openCauses(oneFault(), '/?source=B')
    await user.click(stateChip('Sessions', 'Waiting'))
    await user.click(stateChip('Sessions', 'Error'))
    const dialog = await read()
    expect(dialog).toHaveTextContent('Source: \u2068B\u2069')
    expect(dialog).toHaveTextContent('All 3 sessions in error')
    expect(dialog).toHaveTextContent('One cause explains 60% of 5 errors in 2 of 3 sessions.')
  })

  it('are none where nothing is in error, and that is good', async () => {
    const world = aWorld()
      .withSession('A/well', s => s.oais({ done: 1 }))
      .build()
    const { open } = await openCauses(world)
    const dialog = await open()
    expect(await within(dialog).findByText('No sessions in error')).toBeVisible()
    expect(within(dialog).queryByRole('table')).toBeNull()
  })

  it('are of the selected sessions where some are selected', async () => {
    const { read, user } = await openCauses(oneFault())
    await user.click(screen.getByRole('button', { name: 'Select' }))
    for (const name of [/^day-4,/, /^day-5,/, /^well,/])
      await user.click(within(row('Sessions', name)).getByRole('checkbox'))
    const dialog = await read()
    expect(dialog).toHaveTextContent('Selected sessions')
    expect(dialog).toHaveTextContent('2 of 2 selected sessions in error')
    expect(rows(dialog)).toHaveLength(2)
  })

  it('can be searched, by their texts and the names of their sessions, and sorted by sessions', async () => {
    const world = oneFault()
    world.faults.clear()
    saying(world, 'day-1', 'Model "a" is unknown')
    for (const name of ['day-2', 'day-3', 'day-4', 'day-5'])
      saying(world, name, 'Timeout', 'Model "b" is unknown', 'Full')
    const { read, user } = await openCauses(world)
    const dialog = await read()
    const names = () => rows(dialog).map(text => text.replace(/^\d+ \d+%|\d of 5.*$/g, ''))
    expect(names()).toEqual(['Model "…" is unknown', 'Timeout', 'Full'])
    await user.click(within(within(dialog).getByRole('columnheader', { name: 'Sessions' })).getByRole('button'))
    expect(names()[0]).toBe('Timeout')
    expect(within(dialog).getByRole('columnheader', { name: 'Sessions' })).toHaveAttribute('aria-sort', 'descending')
    await user.type(within(dialog).getByRole('searchbox', { name: 'Search causes' }), 'MODEL day-1')
    expect(names()).toEqual(['Model "…" is unknown'])
    expect(dialog).toHaveTextContent('1 of 3 causes')
    await user.type(within(dialog).getByRole('searchbox'), ' nowhere')
    await user.click(press(dialog, 'Clear search'))
    expect(names()).toHaveLength(3)
  })

  it('lead to each session with its list at this cause, and Back returns to the opened cause', async () => {
    const { read, user } = await openCauses(oneFault())
    const dialog = await read()
    await user.click(cause(dialog, 'No space left on …'))
    const sessions = within(dialog).getByRole('list', { name: 'Sessions with this cause' })
    expect(
      within(sessions)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['A / day-1 · OAIS: 4', 'A / day-2 · OAIS: 2', 'B / day-3 · OAIS: 2', 'B / day-4 · OAIS: 1'])
    await user.click(within(sessions).getByRole('link', { name: 'B / day-3' }))
    const list = await screen.findByRole('dialog', { name: 'Requests in error (OAIS)' })
    expect(await within(list).findByText('2 with this cause')).toBeVisible()
    expect(address()).toMatchObject({ session: 'day-3', records: 'oaisErrors', recordsCause: 'No space left on …' })
    window.history.back()
    const back = await screen.findByRole('dialog', { name: 'Causes of errors' })
    expect(cause(back, 'No space left on …')).toHaveAttribute('aria-expanded', 'true')
    expect(cause(back, 'No space left on …')).toHaveFocus()
    expect(rows(back)).toHaveLength(4)
  })

  it('select their sessions, exactly those', async () => {
    const { read, user } = await openCauses(oneFault())
    const dialog = await read()
    await user.click(cause(dialog, 'No space left on …'))
    await user.click(press(dialog, 'Select these sessions (4)'))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(await screen.findByRole('group', { name: 'Selected sessions' })).toHaveTextContent('4 selected')
    expect(within(row('Sessions', /^day-4,/)).getByRole('checkbox')).toBeChecked()
    expect(within(row('Sessions', /^day-5,/)).getByRole('checkbox')).not.toBeChecked()
  })

  it('are relaunched through the preview of many, and nothing is sent before', async () => {
    const world = oneFault()
    const { read, user } = await openCauses(world)
    const dialog = await read()
    await user.click(cause(dialog, 'No space left on …'))
    expect(dialog).toHaveTextContent(
      'A relaunch takes all relaunchable errors of these sessions, whatever their cause.',
    )
    await user.click(press(dialog, 'Relaunch these… (4)'))
    const preview = await screen.findByRole('dialog', { name: 'Relaunch errors of 4 sessions' })
    await within(preview).findByRole('button', { name: 'Reload counters' })
    expect(world.requests.filter(({ url }) => url.includes('retry'))).toEqual([])
    await user.click(within(preview).getByRole('button', { name: /^Relaunch \(/ }))
    await waitFor(() => expect(world.received('rs-ingest/requests/retry')).toHaveLength(4))
    const sent = world.received('rs-ingest/requests/retry').map(({ body }) => body)
    for (const name of ['day-1', 'day-2', 'day-3', 'day-4']) expect(sent.join()).toContain(`"${name}"`)
  })

  it('are copied as text, and saved with every session, exact figures told apart from minimums', async () => {
    const world = oneFault()
    world.faults.refuse(INGEST, 400, ['No such thing'], { bodyHolds: '"day-5"' })
    const saved: Promise<string>[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation(file => {
      if (file instanceof Blob) saved.push(textOf(file))
      return 'blob:test'
    })
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    const { read, user } = await openCauses(world)
    const dialog = await read()
    expect(dialog).toHaveTextContent('1 list could not be loaded')
    expect(dialog).toHaveTextContent(/B.*day-5.*, OAIS: .*\(400\) No such thing/)
    expect(rows(dialog)[0]).toMatch(/^at least 9 90%/)
    const write = vi.spyOn(navigator.clipboard, 'writeText')
    await user.click(press(dialog, 'Copy'))
    expect(write.mock.lastCall?.[0]).toMatch(
      /^REGARDS causes of errors, .*, project demo\nAll sources\nAll 5 sessions.*\nOne cause explains 90% of 10 errors.*\nNot included.*\nat least 9 errors · 4 sessions · OAIS · .*: No space left on …\n/,
    )
    await user.type(within(dialog).getByRole('searchbox'), 'space')
    await user.click(press(dialog, 'Export CSV'))
    const lines = ((await saved[0]) ?? '').split('\r\n')
    expect(lines[0]).toContain('filter: space')
    expect(lines[1]).toBe(
      'Cause,Errors of the cause,Figures,Sessions of the cause,Source,Session,Session id,Step,Request type,Errors,Oldest in the session,Newest in the session,Example',
    )
    expect(lines.slice(2, 7).map(line => line.replace(/,\d+,OAIS,,/, ' ').replace(/,20.*$/, ''))).toEqual([
      'No space left on …,9,at least,4,A,day-1 4',
      'No space left on …,9,at least,4,A,day-2 2',
      'No space left on …,9,at least,4,B,day-3 2',
      'No space left on …,9,at least,4,B,day-4 1',
      '',
    ])
    world.faults.clear()
    saying(world, 'day-5', 'Timeout after 30 ms')
    await user.click(press(dialog, 'Load these again'))
    await waitFor(() => expect(dialog).not.toHaveTextContent('could not be loaded'))
    expect(dialog).toHaveTextContent('of 11 errors')
  })

  it('are read until they are stopped, and go on; a round of the board changes nothing of them', async () => {
    const world = oneFault()
    for (const name of ['day-4', 'day-5']) world.faults.latency(INGEST, '1h', { bodyHolds: `"${name}"` })
    const { open, user } = await openCauses(world)
    const dialog = await open()
    await waitFor(() => expect(dialog).toHaveTextContent('3 of 5 sessions, 9 errors loaded'))
    expect(dialog).toHaveTextContent('So far: One cause explains 88% of 9 errors in 3 of 3 sessions.')
    await user.click(press(dialog, 'Stop'))
    await waitFor(() => expect(dialog).toHaveTextContent('Stopped. 3 of 5 sessions'))
    expect(rows(dialog)[0]).toContain('at least 8')
    world.faults.clear()
    const before = world.received('rs-ingest/requests').length
    await user.keyboard('r')
    await waitFor(() => expect(world.received('rs-admin/sessions?').length).toBeGreaterThan(1))
    expect(dialog).toHaveTextContent('Stopped. 3 of 5 sessions')
    expect(world.received('rs-ingest/requests')).toHaveLength(before)
    await user.click(press(dialog, 'Continue'))
    await within(dialog).findByText(/^Loaded /)
    // One button all the time: the focus never gets lost.
    expect(press(dialog, 'Reload')).toHaveFocus()
    expect(rows(dialog)[0]).not.toContain('at least')
  })

  it('say why the sessions could not be loaded, with the words of the server', async () => {
    const world = oneFault()
    const { open, user } = await openCauses(world)
    world.faults.refuse(/sessionState=errors.*/, 400, ['Out of order'])
    const dialog = await open()
    expect(await within(dialog).findByText('Could not load the sessions in error')).toBeVisible()
    expect(dialog).toHaveTextContent('Out of order')
    world.faults.clear()
    await user.click(press(dialog, 'Retry'))
    await within(dialog).findByText(/^Loaded /)
  })
})
