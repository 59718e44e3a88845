/** A service that fails: its own region shows what and why, the others work, and Retry reloads it (docs/regards-api/previous-dashboard-defects.md 23 and 37). */
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Lift } from '@simulator/faults'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { renderApp } from '@tests/support/render-app'
import type { ListName } from './on-the-board'
import { drawer, nameFilter, openBoard, pane, questions, row, rowNames } from './on-the-board'

const PATIENT = { timeout: 30_000 }

const oneSession = () =>
  aWorld()
    .withSession('A/s', s => s.oais({ done: 7, errors: 2 }))
    .build()

const LISTS = [
  ['Sources', 'GET rs-admin/sources?', 'Could not load sources', ['A']],
  ['Sessions', 'GET rs-admin/sessions?', 'Could not load sessions', ['s, A']],
] as const
const OTHER: Readonly<Record<ListName, ListName>> = { Sources: 'Sessions', Sessions: 'Sources' }
const ROWS: Readonly<Record<ListName, readonly string[]>> = { Sources: ['A'], Sessions: ['s, A'] }

/** What a region says of its own failure. */
const failureIn = (list: ListName) => within(pane(list)).findByRole('alert')

const messagesIn = (alert: HTMLElement) =>
  within(alert)
    .queryAllByRole('listitem')
    .map(({ textContent }) => textContent)

describe.each(LISTS)('when the %s cannot be read', PATIENT, (list, target, said, rows) => {
  it('their pane alone says so with the status and all the server’s words, and never "nothing yet"', async () => {
    const world = oneSession()
    const words = ['Relation "t_source" is locked', 'by transaction 4711', 'since 02:00']
    world.faults.refuse(target, 422, words)
    await openBoard(world)
    const alert = await failureIn(list)
    expect(alert).toHaveTextContent(said)
    expect(alert).toHaveTextContent('HTTP 422')
    expect(messagesIn(alert)).toEqual(words)
    expect(pane(list)).not.toHaveTextContent(/No (source|session)/)
    expect(screen.getAllByRole('alert')).toEqual([alert])
    expect(rowNames(OTHER[list])).toEqual(ROWS[OTHER[list]])
  })

  it('Retry reloads only them', async () => {
    const world = oneSession()
    const fault = world.faults.refuse(target, 422)
    const { user } = await openBoard(world)
    const alert = await failureIn(list)
    await user.click(within(alert).getByRole('button', { name: 'Retry' }))
    await waitFor(() => expect(questions(world, list)).toHaveLength(1))
    await waitFor(() => expect(within(alert).getByRole('button', { name: 'Retry' })).toBeInTheDocument())
    fault.lift()
    await user.click(within(alert).getByRole('button', { name: 'Retry' }))
    await waitFor(() => expect(rowNames(list)).toEqual(rows))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(questions(world, OTHER[list])).toEqual([])
  })

  it('for a missing right, only their pane says so, and no sign-in is asked for', async () => {
    const world = oneSession()
    world.faults.refuse(target, 403, ['Access denied to endpoint for role EXPLOIT'])
    await openBoard(world)
    const alert = await failureIn(list)
    expect(alert).toHaveTextContent('Your role EXPLOIT does not give access to this list.')
    expect(messagesIn(alert)).toEqual(['Access denied to endpoint for role EXPLOIT'])
    expect(rowNames(OTHER[list])).toEqual(ROWS[OTHER[list]])
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

const TARGET = 'GET rs-admin/sources?'

/** The board while an answer is asked for again and again. */
const openAnyhow = (world: World) => renderApp({ world, signedIn: 'operator' })

type Strike = (world: World) => Lift

describe('an unusable answer', PATIENT, () => {
  it.each<readonly [string, Strike, string]>([
    ['a web page', ({ faults }) => faults.html(TARGET), 'Received a web page instead of data.'],
    ['nothing', ({ faults }) => faults.empty(TARGET), 'The answer was empty.'],
    [
      'another shape',
      ({ faults }) => faults.malformed(TARGET, '{"items":[]}'),
      'The answer is not in the expected format.',
    ],
    [
      'plain text',
      ({ faults }) => faults.malformed(TARGET, 'all is well'),
      'The answer is not in the expected format.',
    ],
    ['a redirect', ({ faults }) => faults.redirect(TARGET, 'https://login.invalid/'), 'The gateway sent a redirect.'],
  ])('but %s is named for what it is, draws no empty list, and ends with Retry', async (_, strike, said) => {
    const world = oneSession()
    const fault = strike(world)
    const { user } = await openAnyhow(world)
    const alert = await failureIn('Sources')
    expect(alert).toHaveTextContent(said)
    expect(screen.queryByText('No sources yet')).toBeNull()
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['s, A']))
    fault.lift()
    await user.click(await within(alert).findByRole('button', { name: 'Retry' }))
    await waitFor(() => expect(rowNames('Sources')).toEqual(['A']))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it.each<readonly [string, Strike, string]>([
    ['half a list', ({ faults }) => faults.malformed(TARGET), 'The answer was cut off.'],
    ['a connection that breaks', ({ faults }) => faults.cut(TARGET), 'The answer was cut off.'],
    ['no connection', ({ faults }) => faults.outage(TARGET), 'The gateway is not responding.'],
    ['a proxy’s page of status 502', ({ faults }) => faults.html(TARGET, 502), 'HTTP 502'],
  ])('but %s is shown at the first try, and ends without a click', async (_, strike, said) => {
    const world = oneSession()
    const fault = strike(world)
    await openAnyhow(world)
    const alert = await failureIn('Sources')
    expect(alert).toHaveTextContent(said)
    expect(screen.queryByText('No sources yet')).toBeNull()
    fault.lift()
    await waitFor(() => expect(rowNames('Sources')).toEqual(['A']))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('can be read as it came, folded and as mere text', async () => {
    const world = oneSession()
    world.faults.html(TARGET)
    const { user } = await openAnyhow(world)
    const alert = await failureIn('Sources')
    expect(alert).not.toHaveTextContent('HTTP Status')
    await user.click(within(alert).getByRole('button', { name: 'Raw response' }))
    expect(within(alert).getByLabelText('Raw response')).toHaveTextContent('HTTP Status')
    expect(within(alert).queryByRole('heading')).toBeNull()
  })
})

describe('the words of a server', PATIENT, () => {
  it('are text and nothing else, and folded when they are long', async () => {
    const world = oneSession()
    const markup = '<img src="https://elsewhere.invalid/x" onerror="alert(1)">'
    world.faults.refuse(TARGET, 422, [markup, `at org.example.${'Deep'.repeat(200)}.End`])
    const { user } = await openBoard(world)
    const alert = await failureIn('Sources')
    expect(messagesIn(alert)[0]).toBe(markup)
    expect(within(alert).queryByRole('img')).toBeNull()
    expect(alert).not.toHaveTextContent('DeepDeep.End')
    await user.click(within(alert).getByRole('button', { name: 'Show all' }))
    expect(alert).toHaveTextContent('DeepDeep.End')
  })
})

describe('when something beside the lists fails', PATIENT, () => {
  it('the open session says so in the drawer, shows what its row knows, and the lists live', async () => {
    const world = oneSession()
    const fault = world.faults.refuse(/^GET rs-admin\/sessions\/\d/, 422, ['Steps are locked', 'until noon'])
    const { user } = await openBoard(world)
    await user.click(row('Sessions', 's, A'))
    const opened = await screen.findByRole('region', drawer('A', 's'))
    const alert = await within(opened).findByRole('alert')
    expect(alert).toHaveTextContent('Could not load the session')
    expect(messagesIn(alert)).toEqual(['Steps are locked', 'until noon'])
    expect(within(opened).getByRole('article', { name: 'Referencing' })).toHaveTextContent(/7 products/)
    expect([...rowNames('Sources'), ...rowNames('Sessions')]).toEqual(['A', 's, A'])
    fault.lift()
    await user.click(within(alert).getByRole('button', { name: 'Retry' }))
    await waitFor(() => expect(within(opened).queryByRole('alert')).toBeNull())
  })

  it('suggestions are missing, and filtering works without them', async () => {
    const world = oneSession()
    world.faults.refuse(/names/, 500)
    const { user } = await openBoard(world)
    await user.click(nameFilter('Sources'))
    await user.paste('A')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(questions(world, 'Sources').map(asked => asked.get('sourceName'))).toEqual(['A']))
    expect(rowNames('Sources')).toEqual(['A'])
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('the list of rights, the relaunch is still offered: REGARDS refuses it without the right', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.storage({ errors: 2 }))
      .build()
    world.faults.refuse('GET rs-admin/resources', 500)
    const { user } = await openBoard(world)
    await user.click(row('Sessions', 's, A'))
    const opened = await screen.findByRole('region', drawer('A', 's'))
    const button = await within(opened).findByRole('button', { name: 'Relaunch errors (2)' })
    expect(button).not.toHaveAttribute('aria-disabled', 'true')
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
