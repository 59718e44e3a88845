/** The lists behind "See ...": each opens from its button, requests exactly what it shows, and shows its state. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { World } from '@simulator/world'
import { useConfiguration } from '@/stores/configuration'
import { aWorld } from '@tests/support/a-world'
import { isGone, listIn, openList, openListAt } from './in-a-list'
import type { Account, CardName } from './in-the-drawer'
import { openSession } from './in-the-drawer'

const only = (...values: readonly string[]) => ({ values, mode: 'INCLUDE', matchMode: 'STRICT' })

const ofA = () =>
  aWorld()
    .withSession('A/day-1', s =>
      s
        .scan({ done: 3, errors: 2, ingestionFailed: 1, invalid: 1, incomplete: 2 })
        .oais({ done: 3, errors: 2, waiting: 2 })
        .storage({ done: 3, errors: 2 })
        .catalog({ indexed: 3 }),
    )
    .withSession('A/day-10', s => s.scan({ errors: 4, incomplete: 1 }).oais({ done: 1, errors: 4 }))
    .withSession('B/day-1', s => s.scan({ errors: 5 }).oais({ done: 2, errors: 5 }))
    .build()
/** Storages have errors, and one of the sessions has none of them. */
const withCalm = () =>
  aWorld()
    .withSession('A/day-1', s => s.storage({ done: 3, errors: 2 }))
    .withSession('A/calm', s => s.storage({ done: 3 }))
    .build()
const ofWorkers = () =>
  aWorld()
    .withSession('A/day-1', s => s.workers({ unzip: { error: 2, invalid: 1 } }, 2))
    .withSession('A/day-10', s => s.workers({ unzip: { error: 3 } }, 1))
    .build()
const ofFeatures = () =>
  aWorld()
    .withSession('A/day-1', s =>
      s.feature({ done: 3, errors: { UPDATE: 2, NOTIFICATION: 1 } }).recipients({ press: { pending: 2, done: 1 } }),
    )
    .withSession('A/day-10', s => s.feature({ done: 4, errors: { UPDATE: 3 } }))
    .build()

interface Listed {
  readonly world: () => World
  readonly see: readonly [CardName, string, string]
  readonly account?: Account
  readonly rows: number
  /** Method, path and what must be in the query; then what must be in the body. */
  readonly asked: readonly [string, Readonly<Record<string, string | readonly string[]>>, object?]
}

const NEWEST = { page: '0', sort: 'id,desc' }
const OWNER = { sessionOwner: 'A', session: 'day-1' }
const SOURCE = { source: 'A', session: 'day-1' }

const LISTS: Readonly<Record<string, Listed>> = {
  chains: {
    world: ofA,
    see: ['Acquisition', 'See chains', 'Acquisition chains'],
    rows: 1,
    asked: ['GET rs-dataprovider/chain-monitoring', { label: 'A', sort: ['label,asc', 'id,asc'] }],
  },
  'what is referenced, from Acquisition': {
    world: ofA,
    see: ['Acquisition', 'See referenced', 'Referenced products (OAIS)'],
    rows: 3,
    asked: ['POST rs-ingest/aips', NEWEST, OWNER],
  },
  'products in error': {
    world: ofA,
    see: ['Acquisition', 'See error requests (4)', 'Products in error'],
    account: 'administrator',
    rows: 4,
    asked: [
      'GET rs-dataprovider/products',
      { session: 'day-1', state: 'INVALID', sort: ['lastUpdate,desc', 'id,asc'] },
    ],
  },
  'incomplete products': {
    world: ofA,
    see: ['Acquisition', 'See incomplete (2)', 'Incomplete products'],
    account: 'administrator',
    rows: 2,
    asked: [
      'GET rs-dataprovider/products',
      { session: 'day-1', state: 'ACQUIRING', sort: ['lastUpdate,desc', 'id,asc'] },
    ],
  },
  'OAIS products': {
    world: ofA,
    see: ['Referencing', 'See referenced products (3)', 'Referenced products (OAIS)'],
    rows: 3,
    asked: ['POST rs-ingest/aips', NEWEST, OWNER],
  },
  'OAIS requests in error': {
    world: ofA,
    see: ['Referencing', 'See errors (2)', 'Requests in error (OAIS)'],
    rows: 2,
    asked: ['POST rs-ingest/requests', NEWEST, { ...OWNER, requestStates: only('ERROR') }],
  },
  'OAIS requests that wait': {
    world: ofA,
    see: ['Referencing', 'See waiting (2)', 'Requests waiting for administrator (OAIS)'],
    rows: 2,
    asked: ['POST rs-ingest/requests', NEWEST, { ...OWNER, requestStates: only('WAITING_VERSIONING_MODE') }],
  },
  'GeoJSON products': {
    world: ofFeatures,
    see: ['Referencing', 'See referenced products (3)', 'Referenced products (GeoJSON)'],
    rows: 3,
    asked: ['POST rs-fem/admin/features', NEWEST, SOURCE],
  },
  'GeoJSON requests in error': {
    world: ofFeatures,
    see: ['Referencing', 'See errors (3)', 'Requests in error (GeoJSON)'],
    rows: 2,
    asked: ['POST rs-fem/requests/search/UPDATE', NEWEST, { ...SOURCE, states: only('ERROR') }],
  },
  'worker requests in error': {
    world: ofWorkers,
    see: ['Acquisition', 'See error requests (3)', 'Worker requests in error'],
    rows: 3,
    asked: ['POST rs-worker-manager/requests', NEWEST, { ...SOURCE, statuses: only('ERROR', 'INVALID_CONTENT') }],
  },
  'worker requests that wait': {
    world: ofWorkers,
    see: ['Acquisition', 'See waiting (2)', 'Requests waiting for a worker'],
    rows: 2,
    asked: ['POST rs-worker-manager/requests', NEWEST, { ...SOURCE, statuses: only('NO_WORKER_AVAILABLE') }],
  },
  storages: {
    world: ofA,
    see: ['Storage', 'See storages', 'Storages'],
    rows: 5,
    asked: ['GET rs-storage/storages', {}],
  },
  crawls: {
    world: ofA,
    see: ['Diffusion', 'See detail', 'Data source crawls'],
    account: 'lead',
    rows: 5,
    asked: ['GET rs-dam/crawler/datasourceIngestions', {}],
  },
  'products waiting for a recipient': {
    world: ofFeatures,
    see: ['Diffusion', 'See detail', 'Products pending acknowledgement'],
    rows: 2,
    asked: ['POST rs-fem/admin/features', NEWEST, { ...SOURCE, disseminationStatus: 'PENDING' }],
  },
}

describe('the next crawl of a data source', () => {
  it('is told by how far ahead it is, and is due once its date has come', async () => {
    const world = ofA()
    const next = world.archive.crawls.find(({ label }) => label === 'GeoJSON products')
    const late = world.archive.crawls.find(({ label }) => label === 'Archive products')
    if (next === undefined || late === undefined) throw new Error('The usual crawls are gone')
    next.plannedAt = world.archive.now + 30.5 * 60_000
    late.plannedAt = world.archive.now - 60_000
    const { row } = await openList(world, ['A', 'day-1'], ['Diffusion', 'See detail', 'Data source crawls'], 'lead')
    expect(await row('GeoJSON products')).toHaveTextContent(/in 30\smin$/)
    expect(await row('Archive products')).toHaveTextContent(/due now$/)
  })
})

describe('the list of', () => {
  it.each(Object.entries(LISTS))('%s opens from its button and asks exactly for what it shows', async (_, listed) => {
    const world = listed.world()
    const { rowNames, dialog } = await openList(world, ['A', 'day-1'], listed.see, listed.account)
    await waitFor(() => expect(rowNames()).toHaveLength(listed.rows))
    const [start, query, body] = listed.asked
    const [request] = world.received(start.slice(start.indexOf(' ') + 1))
    const { pathname, searchParams } = new URL(request?.url ?? '', 'http://gateway')
    expect(`${request?.method} ${pathname.slice(1)}`).toBe(start)
    for (const [key, value] of Object.entries(query)) expect(searchParams.getAll(key)).toEqual([value].flat())
    if (body !== undefined) expect(JSON.parse(request?.body ?? '')).toMatchObject(body)
    expect(dialog).toHaveTextContent(/Refreshed (just now|\d+\ss ago)/)
  })
})

describe('of the previous dashboard, no longer:', () => {
  it('a badge of four worker errors and an empty list, because refused contents were not asked for (defect 5)', async () => {
    const world = aWorld()
      .withSession('A/day-1', s => s.workers({ unzip: { invalid: 4 } }))
      .build()
    const { rowNames, dialog } = await openList(
      world,
      ['A', 'day-1'],
      ['Acquisition', 'See error requests (4)', 'Worker requests in error'],
    )
    await waitFor(() => expect(rowNames()).toHaveLength(4))
    expect(within(dialog).getAllByText('Invalid content')).toHaveLength(4)
  })

  it('worker requests of "day-10" in the list of "day-1"; it says how many the server counted (defect 6)', async () => {
    const { rowNames, dialog } = await openList(
      ofWorkers(),
      ['A', 'day-1'],
      ['Acquisition', 'See error requests (3)', 'Worker requests in error'],
    )
    await waitFor(() => expect(rowNames()).toHaveLength(3))
    expect(dialog).toHaveTextContent('3 rows from other sessions, hidden')
  })

  it('products in error of other sources and of sessions with longer names (defect 7)', async () => {
    const world = ofA()
    const { rowNames, dialog } = await openList(
      world,
      ['A', 'day-1'],
      ['Acquisition', 'See error requests (4)', 'Products in error'],
      'administrator',
    )
    await waitFor(() => expect(rowNames()).toHaveLength(4))
    expect(rowNames().every(name => name.startsWith('A-'))).toBe(true)
    expect(dialog).toHaveTextContent('4 rows from other sessions, hidden')
    const chain = world.archive.chains.find(({ label }) => label === 'A')
    expect(world.received('rs-dataprovider/products')[0]?.url).toContain(`chainId=${chain?.id ?? ''}`)
  })

  it('referenced products of "day-10" and of source "AB" in the list of A / day-1: its own, and how many more the server found', async () => {
    const world = aWorld()
      .withSession('A/day-1', s => s.oais({ done: 3 }))
      .withSession('A/day-10', s => s.oais({ done: 4 }))
      .withSession('AB/day-1', s => s.oais({ done: 2 }))
      .build()
    const { rowNames, dialog } = await openList(
      world,
      ['A', 'day-1'],
      ['Referencing', 'See referenced products (3)', 'Referenced products (OAIS)'],
    )
    await waitFor(() => expect(rowNames()).toHaveLength(3))
    expect(within(dialog).getByText('3 rows')).toBeVisible()
    expect(within(dialog).getByText('6 rows from other sessions, hidden')).toBeVisible()
  })

  it('chains of longer labels, counted as those of other sources', async () => {
    const world = ofA()
    world.archive.addChain('AB')
    const { dialog } = await openList(world, ['A', 'day-1'], ['Acquisition', 'See chains', 'Acquisition chains'])
    expect(await within(dialog).findByText('1 row from another source, hidden')).toBeVisible()
  })

  it('incomplete products among those in error (defect 8)', async () => {
    const { rowNames, dialog } = await openList(
      ofA(),
      ['A', 'day-1'],
      ['Acquisition', 'See error requests (4)', 'Products in error'],
      'administrator',
    )
    await waitFor(() => expect(rowNames()).toHaveLength(4))
    expect(within(dialog).queryByText('Incomplete')).toBeNull()
  })

  it('creations only, when updates failed: each type has its list, those in error first (defect 12)', async () => {
    const world = ofFeatures()
    const { rowNames, dialog, user } = await openList(
      world,
      ['A', 'day-1'],
      ['Referencing', 'See errors (3)', 'Requests in error (GeoJSON)'],
    )
    const tabs = await within(dialog).findAllByRole('tab')
    expect(tabs.map(tab => tab.getAttribute('aria-label') ?? tab.textContent)).toEqual([
      'Update, 2 in error',
      'Notification, 1 in error',
      'Creation',
      'Deletion',
    ])
    await user.click(within(dialog).getByRole('tab', { name: 'Notification, 1 in error' }))
    await waitFor(() => expect(rowNames()).toHaveLength(1))
    expect(window.location.search).toContain('recordsPart=NOTIFICATION')
    await user.click(within(dialog).getByRole('tab', { name: 'Creation' }))
    expect(await within(dialog).findByText('No requests of this type in error')).toBeVisible()
  })
})

const ERRORS = ['Referencing', 'See errors (2)', 'Requests in error (OAIS)'] as const

describe('a list says how it is:', () => {
  it('loading, in the place its rows will have', async () => {
    const world = ofA()
    world.faults.latency('rs-ingest/requests', '5s')
    const { grid, rowNames } = await openList(world, ['A', 'day-1'], ERRORS)
    expect(grid()).toHaveAttribute('aria-busy', 'true')
    world.advance('5s')
    await waitFor(() => expect(rowNames()).toHaveLength(2))
    expect(grid()).toHaveAttribute('aria-busy', 'false')
  })

  it('empty, which looks good', async () => {
    const world = aWorld()
      .withSession('A/day-1', s => s.oais({ done: 3 }))
      .build()
    const { dialog } = await openListAt(world, ['A', 'day-1'], 'oaisErrors', 'Requests in error (OAIS)')
    expect(await within(dialog).findByText('No requests in error')).toBeVisible()
  })

  it('failed, with the server message and Retry', async () => {
    const world = ofA()
    const fault = world.faults.refuse('rs-ingest/requests', 422, ['Ingest is in maintenance', 'until noon'])
    const { dialog, rowNames, user } = await openList(world, ['A', 'day-1'], ERRORS)
    const alert = await within(dialog).findByRole('alert')
    expect(alert).toHaveTextContent('Could not load the list')
    expect(alert).toHaveTextContent('Ingest is in maintenance')
    expect(alert).toHaveTextContent('until noon')
    fault.lift()
    await user.click(within(alert).getByRole('button', { name: 'Retry' }))
    await waitFor(() => expect(rowNames()).toHaveLength(2))
  })

  it('failed for the reason a pane gives of the same failure, in the same words', async () => {
    const world = ofA()
    world.faults.refuse('GET rs-admin/sources?', 503)
    world.faults.refuse('rs-ingest/requests', 503)
    const { dialog } = await openListAt(world, ['A', 'day-1'], 'oaisErrors', 'Requests in error (OAIS)')
    const pane = await screen.findByText('Could not load sources')
    const reason = 'The gateway cannot reach REGARDS.'
    expect(pane.parentElement).toHaveTextContent(reason)
    // A list says so once its repeats have failed, too.
    expect(await within(dialog).findByRole('alert', {}, { timeout: 12_000 })).toHaveTextContent(reason)
  }, 20_000)

  it('old, with its age, when a reload fails; its rows stay', async () => {
    const world = ofA()
    const { dialog, rowNames, user } = await openList(world, ['A', 'day-1'], ERRORS)
    await waitFor(() => expect(rowNames()).toHaveLength(2))
    world.faults.refuse('rs-ingest/requests', 422, ['Not now'])
    await user.click(within(dialog).getByRole('button', { name: 'Reload' }))
    expect(await within(dialog).findByText(/^Refresh failed\./)).toBeVisible()
    expect(dialog).toHaveTextContent(/Refresh failed\..*Showing data from/)
    expect(rowNames()).toHaveLength(2)
  })

  it('not all of it readable: broken rows are counted and spoil no other', async () => {
    const world = ofA()
    world.faults.mutate('POST rs-ingest/requests', text => text.replace(/"id":\d+/, '"id":"broken"'))
    const { dialog, rowNames } = await openList(world, ['A', 'day-1'], ERRORS)
    await waitFor(() => expect(rowNames()).toHaveLength(1))
    expect(dialog).toHaveTextContent('1 unreadable row')
  })

  it('not for this user: its button says which right is missing, and asks nothing', async () => {
    const world = ofA()
    const { card, user } = await openSession(world, 'A', 'day-1')
    const button = await within(await card('Acquisition')).findByRole('button', { name: 'See error requests (4)' })
    await waitFor(() => expect(button).toHaveAttribute('aria-disabled', 'true'))
    expect(button).toHaveAccessibleDescription(/EXPLOIT.*GET rs-dataprovider\/products/)
    await user.click(button)
    expect(screen.queryByRole('dialog')).toBeNull()
    button.focus()
    expect(await screen.findByRole('tooltip')).toHaveTextContent('GET rs-dataprovider/products')
  })

  it('not for this user: in its place, when a link opens it', async () => {
    const world = ofA()
    const { dialog } = await openListAt(world, ['A', 'day-1'], 'productErrors', 'Products in error')
    expect(await within(dialog).findByText('You do not have access to this list')).toBeVisible()
    expect(dialog).toHaveTextContent(/Your role EXPLOIT does not have the right GET rs-dataprovider\/products/)
  })

  it('refused once: remembered, in its place and at its button', async () => {
    const world = ofA()
    world.faults.refuse('rs-ingest/requests', 403, ['Access denied to requests'])
    const { dialog, user, card } = await openList(world, ['A', 'day-1'], ERRORS)
    expect(await within(dialog).findByText(/Server message: Access denied to requests/)).toBeVisible()
    await user.keyboard('{Escape}')
    await isGone('Requests in error (OAIS)')
    const button = await within(await card('Referencing')).findByRole('button', { name: 'See errors (2)' })
    expect(button).toHaveAttribute('aria-disabled', 'true')
    expect(button).toHaveFocus()
  })
})

describe('a list', () => {
  it('closes with Escape, gives the focus back to its button, and leaves the session open', async () => {
    const { user, see, drawer } = await openList(ofA(), ['A', 'day-1'], ERRORS)
    expect(window.location.search).toContain('records=oaisErrors')
    await user.keyboard('{Escape}')
    await isGone('Requests in error (OAIS)')
    await waitFor(() => expect(see).toHaveFocus())
    expect(drawer).toBeInTheDocument()
    expect(window.location.search).not.toContain('records')
  })

  it('closes with Back', async () => {
    const { drawer } = await openList(ofA(), ['A', 'day-1'], ERRORS)
    window.history.back()
    await isGone('Requests in error (OAIS)')
    expect(drawer).toBeInTheDocument()
  })

  it('opens from a link together with its session, and its button has the focus afterwards', async () => {
    const { user, rowNames } = await openListAt(ofA(), ['A', 'day-1'], 'oaisErrors', 'Requests in error (OAIS)')
    await waitFor(() => expect(rowNames()).toHaveLength(2))
    await user.click(screen.getByRole('button', { name: 'Close the list' }))
    await isGone('Requests in error (OAIS)')
    const drawer = await screen.findByRole('region', { name: 'A / day-1' })
    await waitFor(() => expect(drawer).toContainElement(document.activeElement as HTMLElement))
  })

  it('is turned round where the server sorts, newest first until then', async () => {
    const world = ofA()
    const { user, grid, rowNames } = await openList(world, ['A', 'day-1'], ERRORS)
    await waitFor(() => expect(rowNames()).toHaveLength(2))
    const before = rowNames()
    expect(within(grid()).getByRole('columnheader', { name: /Created/ })).toHaveAttribute('aria-sort', 'descending')
    await user.click(within(grid()).getByRole('button', { name: /Created/ }))
    await waitFor(() => expect(rowNames()).toEqual([...before].reverse()))
    expect(world.received('rs-ingest/requests').at(-1)?.url).toContain('sort=id%2Casc')
    // No other column can be sorted.
    expect(within(grid()).getAllByRole('button')).toHaveLength(1)
  })

  it('reads on as its end comes into view, page by page, and says how far it is', async () => {
    const world = aWorld()
      .withSession('A/day-1', s => s.oais({ done: 250 }))
      .build()
    const { user, dialog, grid } = await openList(
      world,
      ['A', 'day-1'],
      ['Referencing', 'See referenced products (250)', 'Referenced products (OAIS)'],
    )
    expect(await within(dialog).findByText('At least 100 rows')).toBeVisible()
    expect(within(dialog).getByText('100 of 250 loaded, similar session names included')).toBeVisible()
    // How many of the 250 are of this session is not known before the end.
    expect(grid()).toHaveAttribute('aria-rowcount', '-1')
    expect(world.received('rs-ingest/aips')).toHaveLength(1)
    grid().scrollTop = 95 * 32
    fireEvent.scroll(grid())
    expect(await within(dialog).findByText('At least 200 rows')).toBeVisible()
    await user.click(within(dialog).getByRole('button', { name: 'Load all' }))
    expect(await within(dialog).findByText('250 rows')).toBeVisible()
    const pages = world.received('rs-ingest/aips').filter(({ url }) => url.includes('size=100&'))
    expect(new Set(pages.map(({ url }) => url)).size).toBe(3)
  })

  it('leads to the same in the REGARDS administration where its address is known', async () => {
    const world = ofA()
    const { dialog } = await openList(world, ['A', 'day-1'], ERRORS)
    expect(within(dialog).queryByRole('link')).toBeNull()
    useConfiguration.setState({ adminUiUrl: 'https://regards.example.org/ui' })
    const link = await within(dialog).findByRole('link', { name: 'Open in administration' })
    expect(link).toHaveAttribute(
      'href',
      expect.stringContaining('/admin/demo/data/acquisition/oais/featureManager/requests?sessionOwner=A&session=day-1'),
    )
  })
})

describe('a row', () => {
  it('opens with Enter: all its fields, the whole error text, and a copy of it', async () => {
    const { user, grid, rowNames, detail, dialog } = await openList(
      ofA(),
      ['A', 'day-1'],
      ['Acquisition', 'See error requests (4)', 'Products in error'],
      'administrator',
    )
    await waitFor(() => expect(rowNames()).toHaveLength(4))
    within(grid()).getAllByRole('row')[1]?.focus()
    await user.keyboard('{Enter}')
    const opened = await detail()
    expect(within(opened).getByRole('heading', { level: 3 })).toHaveTextContent(rowNames()[0] ?? '')
    expect(within(opened).getByText('Ingestion')).toBeVisible()
    const text = within(opened).getByRole('group', { name: 'Error message' }).textContent
    await user.click(within(opened).getByRole('button', { name: 'Copy' }))
    expect(await navigator.clipboard.readText()).toBe(text)
    within(grid()).getAllByRole('row')[1]?.focus()
    // The arrows move the row and what is opened with it.
    await user.keyboard('{ArrowDown}')
    await waitFor(() =>
      expect(within(dialog).getByRole('region', { name: /^Details of / })).toHaveAccessibleName(
        `Details of ${rowNames()[1] ?? ''}`,
      ),
    )
    await user.keyboard('{Escape}')
    await waitFor(() => expect(within(dialog).queryByRole('region', { name: /^Details/ })).toBeNull())
    expect(dialog).toBeVisible()
    expect(within(grid()).getAllByRole('row')[2]).toHaveFocus()
  })

  it('turns the two characters \\n of an error text into lines', async () => {
    const world = ofA()
    world.faults.mutate('GET rs-dataprovider/products', text =>
      JSON.stringify(JSON.parse(text), (key, value: unknown) => (key === 'error' ? 'first line\\nsecond line' : value)),
    )
    const { user, grid, rowNames, detail } = await openList(
      world,
      ['A', 'day-1'],
      ['Acquisition', 'See error requests (4)', 'Products in error'],
      'administrator',
    )
    await waitFor(() => expect(rowNames()).toHaveLength(4))
    await user.click(within(grid()).getAllByRole('row')[1]!)
    const text = within(await detail()).getByRole('group', { name: 'Error message' })
    expect(text.textContent).toBe('first line\nsecond line')
  })

  it('of an OAIS product shows its metadata on request, unchanged', async () => {
    const world = ofA()
    const { user, grid, rowNames, detail } = await openList(
      world,
      ['A', 'day-1'],
      ['Referencing', 'See referenced products (3)', 'Referenced products (OAIS)'],
    )
    await waitFor(() => expect(rowNames()).toHaveLength(3))
    await user.click(within(grid()).getAllByRole('row')[1]!)
    const opened = await detail()
    expect(world.received('rs-ingest/aips/')).toEqual([])
    await user.click(within(opened).getByRole('button', { name: 'Metadata (JSON)' }))
    const json = await within(opened).findByRole('group', { name: 'Metadata (JSON)' })
    expect(json.textContent).toMatch(/^\{\n {2}"/)
    expect(world.received('rs-ingest/aips/')[0]?.url).toMatch(/^rs-ingest\/aips\/URN[^/]*\/download/)
  })

  it('of a product on its way names each recipient with its dates', async () => {
    const { user, grid, rowNames, detail } = await openList(
      ofFeatures(),
      ['A', 'day-1'],
      ['Diffusion', 'See detail', 'Products pending acknowledgement'],
    )
    await waitFor(() => expect(rowNames()).toHaveLength(2))
    await user.click(within(grid()).getAllByRole('row')[1]!)
    const table = within(await detail()).getByRole('table', { name: 'Recipients' })
    expect(within(table).getByRole('row', { name: /press .*pending/ })).toBeVisible()
  })

  it.each([
    ['inactive', { enabled: false }, 'No: inactive', 'The acquisition chain is inactive'],
    ['running', { locked: true }, 'Not now: running', 'The acquisition chain is running'],
    ['to be deleted', { deletionPending: true }, 'No: deletion pending', 'A deletion is pending'],
    ['blocked', { executionBlockers: ['No scan plugin'] }, 'No: No scan plugin', 'No scan plugin'],
    ['free to run', {}, 'Yes', 'Can runYes'],
  ])('of a chain that is %s says so in words', async (_, settings, short, sentence) => {
    const world = aWorld()
      .withChain('A', settings)
      .withSession('A/day-1', s => s.scan({ done: 1 }))
      .build()
    const { user, row, detail } = await openList(
      world,
      ['A', 'day-1'],
      ['Acquisition', 'See chains', 'Acquisition chains'],
    )
    const chain = await row('A')
    expect(chain).toHaveTextContent(short)
    await user.click(chain)
    expect(await detail()).toHaveTextContent(sentence)
  })
})

describe('storages', () => {
  it('say how full they are in figures, or that they have no limit', async () => {
    const { row } = await openList(ofA(), ['A', 'day-1'], ['Storage', 'See storages', 'Storages'])
    expect(await row('disk-online')).toHaveTextContent(/\d [KMGT]?i?B of 40 TiB, \d+%/)
    expect(await row('Cold vault')).toHaveTextContent(/no limit/)
  })

  it('show their files in error below when one is chosen, by kind, for those who may see them', async () => {
    const world = withCalm()
    const { user, row, dialog } = await openList(
      world,
      ['A', 'calm'],
      ['Storage', 'See storages', 'Storages'],
      'administrator',
    )
    expect(dialog).toHaveTextContent('Select a storage to see its files in error.')
    await user.click(await row('disk-online'))
    const name = /^Files in error: .*disk-online/
    await within(dialog).findByRole('grid', { name })
    const files = listIn(dialog, name)
    await waitFor(() => expect(files.rowNames()).toHaveLength(2))
    expect(world.received('rs-storage/requests')[0]?.url).toMatch(
      /^rs-storage\/requests\/disk-online\/STORAGE\?status=ERROR/,
    )
    expect(new URLSearchParams(window.location.search).get('recordsPart')).toBe('disk-online/STORAGE')
    await user.click(within(dialog).getByRole('tab', { name: 'Deletion' }))
    expect(await within(dialog).findByText('No files of this type in error')).toBeVisible()
    // Back closes the dialog, whatever was looked at in it.
    window.history.back()
    await isGone('Storages')
  })

  it('seen from a card in error, show the files of the one with most errors at once, and their causes', async () => {
    const { row, dialog } = await openList(
      withCalm(),
      ['A', 'day-1'],
      ['Storage', 'See storages', 'Storages'],
      'administrator',
    )
    await within(dialog).findByRole('grid', { name: /^Files in error: .*disk-online/ })
    expect(await row('disk-online')).toHaveAttribute('aria-selected', 'true')
    await waitFor(() => expect(listIn(dialog, 'Storages').causes()).not.toHaveLength(0))
    // It is in the address, for who the link is sent to, and Back closes the dialog.
    expect(new URLSearchParams(window.location.search).get('recordsPart')).toBe('disk-online/STORAGE')
    window.history.back()
    await isGone('Storages')
  })

  it('seen by a link that names none, are all shown when none has errors', async () => {
    const world = aWorld()
      .withSession('A/calm', s => s.storage({ done: 3 }))
      .build()
    const { dialog } = await openListAt(world, ['A', 'calm'], 'storageErrors', 'Storages', { account: 'administrator' })
    expect(await within(dialog).findByText('Select a storage to see its files in error.')).toBeVisible()
    expect(new URLSearchParams(window.location.search).get('records')).toBe('storages')
  })

  it('say which right is missing in the place of their files', async () => {
    const { user, row, dialog } = await openList(withCalm(), ['A', 'calm'], ['Storage', 'See storages', 'Storages'])
    await user.click(await row('disk-online'))
    expect(await within(dialog).findByText('You do not have access to this list')).toBeVisible()
    expect(dialog).toHaveTextContent(/GET rs-storage\/requests\/\{storage\}\/\{type\}/)
  })
})
