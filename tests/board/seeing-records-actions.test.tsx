/** Actions on a list: relaunch of selected requests, versioning decisions, a crawl. */
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { World } from '@simulator/world'
import { useUnsentRelaunch } from '@/stores/unsent-relaunch'
import { aWorld } from '@tests/support/a-world'
import { signInAs } from '@tests/support/render-app'
import { isGone, openList } from './in-a-list'
import { holdTime, pass } from './on-the-board'

const OAIS_ERRORS = ['Referencing', 'See errors (5)', 'Requests in error (OAIS)'] as const
const RETRY = 'rs-ingest/requests/retry'
const VERSIONING = 'rs-ingest/requests/versioning'

const ofOais = () =>
  aWorld()
    .withSession('A/day-1', s => s.oais({ done: 3, errors: 5 }))
    .build()
const ofWaiting = () =>
  aWorld()
    .withSession('A/day-1', s => s.oais({ done: 3, waiting: 3 }))
    .build()

const only = (...values: readonly (string | number)[]) => ({ values, mode: 'INCLUDE', matchMode: 'STRICT' })
const bodyOf = (world: World, start: string): unknown => JSON.parse(world.received(start)[0]?.body ?? '')
/** Ids of the requests of a session that are so, the newest first. */
const idsOf = (world: World, stepId: string, status: string) =>
  world.archive
    .items(world.session({ source: 'A', name: 'day-1' }), stepId)
    .filter(item => item.status === status)
    .map(({ id }) => id)
    .sort((a, b) => b - a)

const confirmation = (name: RegExp | string) => screen.findByRole('dialog', { name })

afterEach(() => vi.useRealTimers())

describe('relaunching chosen requests', () => {
  it('relaunches exactly those selected with Space, and the card follows', async () => {
    const world = ofOais()
    const { user, grid, rowNames, dialog, card } = await openList(world, ['A', 'day-1'], OAIS_ERRORS)
    await waitFor(() => expect(rowNames()).toHaveLength(5))
    const ids = idsOf(world, 'oais', 'ERROR')
    within(grid()).getAllByRole('row')[1]?.focus()
    await user.keyboard(' {ArrowDown}{ArrowDown} ')
    expect(within(grid()).getAllByRole('checkbox', { checked: true })).toHaveLength(2)
    await user.click(within(dialog).getByRole('button', { name: 'Relaunch selected (2)' }))
    const question = await confirmation('Relaunch 2 requests')
    expect(question).toHaveTextContent('Only these 2 requests are relaunched.')
    await user.click(within(question).getByRole('button', { name: 'Relaunch (2)' }))
    await isGone('Relaunch 2 requests')
    expect(bodyOf(world, RETRY)).toMatchObject({
      sessionOwner: 'A',
      session: 'day-1',
      requestStates: only('ERROR'),
      requestIds: only(ids[0] ?? 0, ids[2] ?? 0),
    })
    expect(await screen.findByText(/^OAIS \(.*: Accepted by REGARDS\.$/)).toBeVisible()
    // What was chosen is no longer.
    expect(within(dialog).getByText('None selected')).toBeVisible()
    await user.keyboard('{Escape}')
    await isGone('Requests in error (OAIS)')
    expect(within(await card('Referencing')).getByRole('group', { name: 'Relaunch progress' })).toBeVisible()
  })

  it('is not offered while nothing is chosen, and says so', async () => {
    const { user, dialog, rowNames } = await openList(ofOais(), ['A', 'day-1'], OAIS_ERRORS)
    await waitFor(() => expect(rowNames()).toHaveLength(5))
    const button = within(dialog).getByRole('button', { name: 'Relaunch selected (0)' })
    expect(button).toHaveAttribute('aria-disabled', 'true')
    expect(button).toHaveAccessibleDescription(/Select rows first/)
    await user.click(within(dialog).getByRole('button', { name: 'Select all loaded rows' }))
    expect(within(dialog).getByRole('button', { name: 'Relaunch selected (5)' })).toBeVisible()
    await user.click(within(dialog).getByRole('button', { name: 'Clear selection' }))
    expect(within(dialog).getByRole('button', { name: 'Relaunch selected (0)' })).toBeVisible()
  })

  it('of a cause relaunches its requests only, and names it', async () => {
    const world = ofOais()
    const errors = ['Model "a" is unknown', 'Timeout', 'Model "b" is unknown', 'Timeout', 'Model "c" is unknown']
    world.faults.mutate('POST rs-ingest/requests?', text => {
      let place = 0
      return JSON.stringify(JSON.parse(text), (key, value: unknown) => (key === 'errors' ? [errors[place++]] : value))
    })
    const { user, dialog, rowNames } = await openList(world, ['A', 'day-1'], OAIS_ERRORS)
    await waitFor(() => expect(rowNames()).toHaveLength(5))
    const ids = idsOf(world, 'oais', 'ERROR')
    await user.click(within(dialog).getByRole('button', { name: /2 ×/ }))
    await user.click(await within(dialog).findByRole('button', { name: 'Relaunch these (2)' }))
    const question = await confirmation('Relaunch 2 requests')
    expect(question).toHaveTextContent('Cause: Timeout')
    await user.click(within(question).getByRole('button', { name: 'Relaunch (2)' }))
    await isGone('Relaunch 2 requests')
    expect(bodyOf(world, RETRY)).toMatchObject({ requestIds: only(ids[1] ?? 0, ids[3] ?? 0) })
  })

  it('is sent once for three clicks in a row', async () => {
    const world = ofOais()
    const { user, dialog, rowNames } = await openList(world, ['A', 'day-1'], OAIS_ERRORS)
    await waitFor(() => expect(rowNames()).toHaveLength(5))
    await user.click(within(dialog).getByRole('button', { name: 'Select all loaded rows' }))
    await user.click(within(dialog).getByRole('button', { name: 'Relaunch selected (5)' }))
    const question = await confirmation('Relaunch 5 requests')
    await user.tripleClick(within(question).getByRole('button', { name: 'Relaunch (5)' }))
    await isGone('Relaunch 5 requests')
    expect(world.received(RETRY)).toHaveLength(1)
  })

  it('names the type of GeoJSON requests, and only those chosen', async () => {
    const world = aWorld()
      .withSession('A/day-1', s => s.feature({ done: 3, errors: { UPDATE: 3 } }))
      .build()
    const { user, grid, dialog, rowNames } = await openList(
      world,
      ['A', 'day-1'],
      ['Referencing', 'See errors (3)', 'Requests in error (GeoJSON)'],
    )
    await waitFor(() => expect(rowNames()).toHaveLength(3))
    const ids = idsOf(world, 'feature', 'ERROR')
    await user.click(within(grid()).getAllByRole('checkbox')[0]!)
    // The box chooses; it does not open the row.
    expect(within(dialog).queryByRole('region', { name: /^Details/ })).toBeNull()
    await user.click(within(dialog).getByRole('button', { name: 'Relaunch selected (1)' }))
    const question = await confirmation('Relaunch 1 request')
    await user.click(within(question).getByRole('button', { name: 'Relaunch (1)' }))
    await isGone('Relaunch 1 request')
    expect(world.received('rs-fem/requests/retry')[0]?.url).toBe('rs-fem/requests/retry/UPDATE')
    expect(bodyOf(world, 'rs-fem/requests/retry')).toMatchObject({
      source: 'A',
      session: 'day-1',
      requestIds: only(ids[0] ?? 0),
    })
  })

  it('of worker requests names ids, and of "day-10" none', async () => {
    const world = aWorld()
      .withSession('A/day-1', s => s.workers({ unzip: { error: 2 } }, 2))
      .withSession('A/day-10', s => s.workers({ unzip: { error: 2 } }, 2))
      .build()
    const { user, dialog, rowNames } = await openList(
      world,
      ['A', 'day-1'],
      ['Acquisition', 'See waiting (2)', 'Requests waiting for a worker'],
    )
    await waitFor(() => expect(rowNames()).toHaveLength(2))
    const ids = idsOf(world, 'workers', 'NO_WORKER_AVAILABLE')
    await user.click(within(dialog).getByRole('button', { name: 'Select all loaded rows' }))
    await user.click(within(dialog).getByRole('button', { name: 'Relaunch selected (2)' }))
    await user.click(within(await confirmation('Relaunch 2 requests')).getByRole('button', { name: 'Relaunch (2)' }))
    await isGone('Relaunch 2 requests')
    expect(bodyOf(world, 'rs-worker-manager/requests/retry')).toMatchObject({
      ids: only(...ids),
      statuses: only('NO_WORKER_AVAILABLE'),
    })
  })

  it('that REGARDS refuses shows its message and stays open, to be sent again by a click', async () => {
    const world = ofOais()
    world.faults.refuse(`POST ${RETRY}`, 422, ['Ingest is in maintenance', 'until noon'], { times: 1 })
    const { user, dialog, rowNames } = await openList(world, ['A', 'day-1'], OAIS_ERRORS)
    await waitFor(() => expect(rowNames()).toHaveLength(5))
    await user.click(within(dialog).getByRole('button', { name: 'Select all loaded rows' }))
    await user.click(within(dialog).getByRole('button', { name: 'Relaunch selected (5)' }))
    const question = await confirmation('Relaunch 5 requests')
    await user.click(within(question).getByRole('button', { name: 'Relaunch (5)' }))
    const alert = await within(question).findByRole('alert')
    expect(alert).toHaveTextContent('Refused by REGARDS (HTTP 422).')
    expect(alert).toHaveTextContent('Ingest is in maintenance')
    expect(alert).toHaveTextContent('until noon')
    await user.click(await within(question).findByRole('button', { name: 'Send again' }))
    await isGone('Relaunch 5 requests')
    expect(world.received(RETRY)).toHaveLength(2)
  })

  it('whose answer is lost is unknown, and never resent automatically', async () => {
    const world = ofOais()
    world.faults.hangUp(`POST ${RETRY}`)
    const { user, dialog, rowNames } = await openList(world, ['A', 'day-1'], OAIS_ERRORS)
    await waitFor(() => expect(rowNames()).toHaveLength(5))
    await user.click(within(dialog).getByRole('button', { name: 'Select all loaded rows' }))
    await user.click(within(dialog).getByRole('button', { name: 'Relaunch selected (5)' }))
    const question = await confirmation('Relaunch 5 requests')
    await user.click(within(question).getByRole('button', { name: 'Relaunch (5)' }))
    expect(await within(question).findByText(/^Outcome unknown/)).toBeVisible()
    expect(world.received(RETRY)).toHaveLength(1)
  })

  it('with an ended sign-in is NOT sent, and says so over the same requests, which a fresh click then sends', async () => {
    const world = ofOais()
    const { user, dialog, rowNames } = await openList(world, ['A', 'day-1'], OAIS_ERRORS)
    await waitFor(() => expect(rowNames()).toHaveLength(5))
    const ids = idsOf(world, 'oais', 'ERROR')
    await user.click(within(dialog).getByRole('button', { name: 'Select all loaded rows' }))
    await user.click(within(dialog).getByRole('button', { name: 'Relaunch selected (5)' }))
    const question = await confirmation('Relaunch 5 requests')
    const ended = world.faults.refuse(/./, 401, '')
    await user.click(within(question).getByRole('button', { name: 'Relaunch (5)' }))
    expect(await within(question).findByText(/^Not sent: you were signed out/)).toBeInTheDocument()
    expect(await screen.findByRole('dialog', { name: 'Sign in again' })).toBeVisible()
    expect(useUnsentRelaunch.getState().relaunch).toBeUndefined()
    ended.lift()
    world.forgetRequests()
    await signInAs('operator')
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Sign in again' })).toBeNull())
    expect(world.received(RETRY)).toEqual([])
    await user.click(within(question).getByRole('button', { name: 'Relaunch (5)' }))
    await isGone('Relaunch 5 requests')
    expect(bodyOf(world, RETRY)).toMatchObject({ requestIds: only(...ids) })
  })

  it('without the right is disabled with the words of the first refusal', async () => {
    const world = ofOais()
    world.faults.refuse(`POST ${RETRY}`, 403, ['Access denied to retry'])
    const { user, dialog, rowNames } = await openList(world, ['A', 'day-1'], OAIS_ERRORS)
    await waitFor(() => expect(rowNames()).toHaveLength(5))
    await user.click(within(dialog).getByRole('button', { name: 'Select all loaded rows' }))
    await user.click(within(dialog).getByRole('button', { name: 'Relaunch selected (5)' }))
    const question = await confirmation('Relaunch 5 requests')
    await user.click(within(question).getByRole('button', { name: 'Relaunch (5)' }))
    expect(await within(question).findByText('Access denied to retry')).toBeVisible()
    expect(within(question).queryByRole('button', { name: /^(Relaunch|Send)/ })).toBeNull()
    await user.keyboard('{Escape}')
    await isGone('Relaunch 5 requests')
    const button = within(dialog).getByRole('button', { name: 'Relaunch selected (5)' })
    expect(button).toHaveAttribute('aria-disabled', 'true')
    expect(button).toHaveAccessibleDescription(/Access denied to retry/)
  })
})

const WAITING = ['Referencing', 'See waiting (3)', 'Requests waiting for administrator (OAIS)'] as const

describe('the decision on versions', () => {
  it.each([
    ['New version', 'INC_VERSION'],
    ['Replace', 'REPLACE'],
    ['Ignore', 'IGNORE'],
  ])('"%s" is explained, and taken for those chosen only', async (label, mode) => {
    holdTime()
    const world = ofWaiting()
    const { user, grid, dialog, rowNames, card } = await openList(world, ['A', 'day-1'], WAITING)
    await waitFor(() => expect(rowNames()).toHaveLength(3))
    const ids = idsOf(world, 'oais', 'WAITING_VERSIONING_MODE')
    await user.click(within(grid()).getAllByRole('checkbox')[1]!)
    await user.click(within(dialog).getByRole('button', { name: 'Decide for selected (1)' }))
    const question = await confirmation('Choose versioning')
    const decide = within(question).getByRole('button', { name: 'Apply' })
    expect(decide).toHaveAttribute('aria-disabled', 'true')
    await user.click(decide)
    expect(world.received(VERSIONING)).toEqual([])
    await user.click(within(question).getByRole('radio', { name: new RegExp(`^${label} ?\\w`) }))
    await user.click(decide)
    await isGone('Choose versioning')
    expect(world.received(VERSIONING)[0]?.method).toBe('PUT')
    expect(bodyOf(world, VERSIONING)).toMatchObject({
      sessionOwner: 'A',
      session: 'day-1',
      requestIds: only(ids[1] ?? 0),
      newVersioningMode: mode,
    })
    // REGARDS takes some seconds; the list follows without a click, and so does the count of the card.
    await pass(world, 20)
    expect(rowNames()).toHaveLength(2)
    await user.keyboard('{Escape}')
    await isGone('Requests waiting for administrator (OAIS)')
    expect(within(await card('Referencing')).getByRole('button', { name: 'See waiting (2)' })).toBeVisible()
  })

  it('can be taken for all of the session', async () => {
    holdTime()
    const world = ofWaiting()
    const { user, dialog, rowNames } = await openList(world, ['A', 'day-1'], WAITING)
    await waitFor(() => expect(rowNames()).toHaveLength(3))
    await user.click(within(dialog).getByRole('button', { name: 'Decide for all' }))
    const question = await confirmation('Choose versioning')
    expect(question).toHaveTextContent('For all waiting requests of this session')
    await user.click(within(question).getByRole('radio', { name: /^New version/ }))
    await user.click(within(question).getByRole('button', { name: 'Apply' }))
    await isGone('Choose versioning')
    expect(bodyOf(world, VERSIONING)).not.toHaveProperty('requestIds')
    await pass(world, 20)
    expect(await within(dialog).findByText('No requests waiting for administrator')).toBeVisible()
  })
})

describe('"crawl now"', () => {
  it('is started for a data source that REGARDS offers it for, after a question', async () => {
    const world = aWorld()
      .withSession('A/day-1', s => s.oais({ done: 2 }).catalog({ indexed: 1 }))
      .build()
    const { user, grid, rowNames, detail } = await openList(
      world,
      ['A', 'day-1'],
      ['Diffusion', 'See detail', 'Data source crawls'],
      'lead',
    )
    await waitFor(() => expect(rowNames()).toHaveLength(5))
    await user.click(within(grid()).getByRole('row', { name: 'Archive products' }))
    await user.click(within(await detail()).getByRole('button', { name: 'Crawl now' }))
    const question = await confirmation(/^Crawl .*Archive products.* now$/)
    await user.click(within(question).getByRole('button', { name: 'Crawl now' }))
    await isGone('Crawl now')
    await waitFor(() =>
      expect(within(grid()).getByRole('row', { name: 'Archive products' })).toHaveTextContent('Running'),
    )
    expect(world.received('rs-dam/crawler').filter(({ method }) => method === 'PUT')).toHaveLength(1)
    expect(within(await detail()).queryByRole('button', { name: 'Crawl now' })).toBeNull()
  })

  it('leaves the stack trace of a failed crawl folded, whole on demand', async () => {
    const world = aWorld()
      .withSession('A/day-1', s => s.catalog({ indexed: 1 }))
      .build()
    const { user, grid, rowNames, detail } = await openList(
      world,
      ['A', 'day-1'],
      ['Diffusion', 'See detail', 'Data source crawls'],
      'lead',
    )
    await waitFor(() => expect(rowNames()).toHaveLength(5))
    await user.click(within(grid()).getByRole('row', { name: /^Comets/ }))
    const opened = await detail()
    const trace = within(opened).getByRole('group', { name: 'Error message' })
    const folded = trace.textContent.split('\n').length
    await user.click(within(opened).getByRole('button', { name: /^Show all \d+ lines$/ }))
    expect(trace.textContent.split('\n').length).toBeGreaterThan(folded)
  })
})
