/** Errors grouped by cause, and the CSV of what is listed. */
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { usePreferences } from '@/stores/preferences'
import { productName } from '@simulator/product-names'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { renderApp } from '@tests/support/render-app'
import { address } from './on-the-board'
import { openList, openListAt } from './in-a-list'

const TITLE = 'Requests in error (OAIS)'
const see = (count: string) => ['Referencing', `See errors (${count})`, TITLE] as const

const withErrors = (errors: number) =>
  aWorld()
    .withSession('A/day-1', s => s.oais({ done: 3, errors }))
    .build()

/** The newest of the errors recover at once; their products. */
function recover(world: World, count: number): readonly string[] {
  const record = world.session({ source: 'A', name: 'day-1' })
  const { archive } = world
  const inError = archive.items(record, 'oais').filter(({ status }) => status === 'ERROR')
  const gone = [...inError].sort((a, b) => b.id - a.id).slice(0, count)
  for (const request of gone) archive.change(record, 'oais', request, 'STORED')
  return gone.map(({ product }) => productName(record, product))
}

/** Error texts of the list, one after the other, again and again. */
function saying(world: World, ...texts: readonly string[]): void {
  world.faults.mutate('POST rs-ingest/requests', text => {
    let place = 0
    return JSON.stringify(JSON.parse(text), (key, value: unknown) =>
      key === 'errors' ? [texts[place++ % texts.length]] : value,
    )
  })
}

describe('errors are grouped by cause:', () => {
  it('texts that differ in names, numbers and paths only are one cause, with its count and share', async () => {
    const world = withErrors(8)
    saying(
      world,
      'Checksum mismatch for /data/1.tif',
      'No space left on disk-online',
      'Checksum mismatch for /data/22.tif',
      'Checksum mismatch for /in/x.h5',
    )
    const { rowNames, causes, dialog } = await openList(world, ['A', 'day-1'], see('8'))
    await waitFor(() => expect(rowNames()).toHaveLength(8))
    expect(causes().map(({ textContent }) => textContent.replace(/\d+\s(s|min) .*$/, ''))).toEqual([
      '6 ×Checksum mismatch for …75%',
      '2 ×No space left on disk-online25%',
    ])
    expect(dialog).toHaveTextContent('All rows (8)')
  })

  it('a click keeps only its rows and shows three of its texts; another one frees them', async () => {
    const world = withErrors(8)
    saying(world, 'Model "a" is unknown', 'Timeout after 30 ms', 'Model "b" is unknown', 'Model "c" is unknown')
    const { rowNames, causes, dialog, user } = await openList(world, ['A', 'day-1'], see('8'))
    await waitFor(() => expect(rowNames()).toHaveLength(8))
    await user.click(causes()[0]!)
    await waitFor(() => expect(rowNames()).toHaveLength(6))
    expect(causes()[0]).toHaveAttribute('aria-pressed', 'true')
    expect(dialog).toHaveTextContent('6 with this cause')
    for (const example of ['Model "a" is unknown', 'Model "b" is unknown', 'Model "c" is unknown'])
      expect(within(dialog).getAllByText(example)[0]).toBeVisible()
    await user.click(causes()[0]!)
    await waitFor(() => expect(rowNames()).toHaveLength(8))
    expect(causes()[0]).toHaveAttribute('aria-pressed', 'false')
  })

  it('over what has been read, which is said, until all is read', async () => {
    const { dialog, user } = await openListAt(withErrors(1200), ['A', 'day-1'], 'oaisErrors', TITLE)
    expect(await within(dialog).findByText('Latest 500 of 1,200 rows')).toBeVisible()
    await user.click(within(dialog).getByRole('button', { name: 'Load all' }))
    expect(await within(dialog).findByText('All rows (1,200)')).toBeVisible()
    expect(within(dialog).queryByRole('button', { name: 'Load all' })).toBeNull()
  })

  it('reading again can be stopped by the button that started it, which keeps the focus', async () => {
    const world = withErrors(1200)
    const { dialog, user } = await openListAt(world, ['A', 'day-1'], 'oaisErrors', TITLE)
    await within(dialog).findByText('Latest 500 of 1,200 rows')
    world.faults.mutate(/^POST rs-ingest\/requests\?.*page=2&/, text => {
      recover(world, 2)
      world.faults.latency('rs-ingest/requests', '5s')
      return text
    })
    const button = within(dialog).getByRole('button', { name: 'Load all' })
    await user.click(button)
    await waitFor(() => {
      world.advance('5s')
      expect(within(dialog).getByText('Rows moved while loading. Loading again…')).toBeVisible()
    })
    expect(button).toHaveTextContent('Stop')
    expect(button).toHaveFocus()
    await user.click(button)
    expect(await within(dialog).findByText(/rows? moved while loading\. Some may be missing\.$/)).toBeVisible()
    expect(dialog).not.toHaveTextContent('Loading again')
    expect(document.body).not.toHaveFocus()
  })

  it('loading all keeps the focus near the button that disappears', async () => {
    const { dialog, user } = await openListAt(withErrors(600), ['A', 'day-1'], 'oaisErrors', TITLE)
    await user.click(await within(dialog).findByRole('button', { name: 'Load all' }))
    expect(await within(dialog).findByText('All rows (600)')).toBeVisible()
    expect(dialog).toContainElement(document.activeElement as HTMLElement)
    expect(document.body).not.toHaveFocus()
  })

  it('reading can be stopped; what was read stays', async () => {
    const world = withErrors(1200)
    const { dialog, user } = await openListAt(world, ['A', 'day-1'], 'oaisErrors', TITLE)
    await within(dialog).findByText('Latest 500 of 1,200 rows')
    world.faults.latency('rs-ingest/requests', '5s')
    await user.click(within(dialog).getByRole('button', { name: 'Load all' }))
    expect(await within(dialog).findByRole('progressbar', { name: 'Loading 500 of 1,200…' })).toBeVisible()
    await user.click(within(dialog).getByRole('button', { name: 'Stop' }))
    world.advance('5s')
    expect(await within(dialog).findByText('Latest 1,000 of 1,200 rows')).toBeVisible()
    expect(within(dialog).getByRole('button', { name: 'Load all' })).toBeVisible()
    expect(world.received('rs-ingest/requests').filter(({ url }) => !url.includes('size=1&'))).toHaveLength(2)
  })
})

interface Saved {
  readonly name: string
  readonly text: string
}

/** Files the page has given, in order. */
const saved: Saved[] = []

beforeEach(() => {
  saved.length = 0
  let blob: Blob | undefined
  vi.spyOn(URL, 'createObjectURL').mockImplementation(object => {
    blob = object instanceof Blob ? object : undefined
    return 'blob:one'
  })
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => undefined)
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const name = this.download
    const reader = new FileReader()
    reader.onload = () => saved.push({ name, text: typeof reader.result === 'string' ? reader.result : '' })
    if (blob !== undefined) reader.readAsText(blob)
  })
  return () => vi.restoreAllMocks()
})

const linesOf = ({ text }: Saved) => text.replace(/^\ufeff/, '').split('\r\n')

describe('the CSV', () => {
  it('says first what it is, then holds what is shown and the raw values', async () => {
    const world = withErrors(2)
    saying(world, '=HYPERLINK("x")', 'plain')
    const { rowNames, dialog, user } = await openList(world, ['A', 'day-1'], see('2'))
    await waitFor(() => expect(rowNames()).toHaveLength(2))
    await user.click(within(dialog).getByRole('button', { name: 'Export CSV' }))
    await waitFor(() => expect(saved).toHaveLength(1))
    const [file = { name: '', text: '' }] = saved
    expect(file.name).toBe('A_day-1_oaisErrors.csv')
    const [comment, header, first, second, ...rest] = linesOf(file)
    expect(comment).toMatch(/^# Requests in error \(OAIS\); A \/ day-1; no filter; 2 rows; \d{4}-\d\d-\d\dT[\d:.]+Z$/)
    expect(header).toBe(
      'Product,Request,Request (raw),Status,Status (raw),Failed at,Failed at (raw),Error,Created,Created (raw)',
    )
    expect(first).toMatch(
      /^A-[^,]+,Ingestion,INGEST,In error,ERROR,[^,]+,[A-Z_]+,"'=HYPERLINK\(""x""\)",.*,\d{4}-\d\d-\d\dT[\d:.]+Z$/,
    )
    expect(second).toContain(',plain,')
    expect(rest).toEqual([''])
  })

  it('holds all pages, read to the end first', async () => {
    const { dialog, user } = await openListAt(withErrors(1200), ['A', 'day-1'], 'oaisErrors', TITLE)
    await within(dialog).findByText('Latest 500 of 1,200 rows')
    await user.click(within(dialog).getByRole('button', { name: 'Export CSV' }))
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(linesOf(saved[0]!)).toHaveLength(1203)
  })

  it('contains only the rows of the selected cause, and says so', async () => {
    const world = withErrors(4)
    saying(world, 'Model "a" is unknown', 'Timeout', 'Model "b" is unknown')
    const { rowNames, causes, dialog, user } = await openList(world, ['A', 'day-1'], see('4'))
    await waitFor(() => expect(rowNames()).toHaveLength(4))
    await user.click(within(dialog).getByRole('button', { name: /Timeout/ }))
    await waitFor(() => expect(rowNames()).toHaveLength(1))
    expect(causes()).toHaveLength(2)
    await user.click(within(dialog).getByRole('button', { name: 'Export CSV' }))
    await waitFor(() => expect(saved).toHaveLength(1))
    const [comment, , ...rows] = linesOf(saved[0]!)
    expect(comment).toContain('cause: Timeout')
    expect(rows.filter(row => row !== '')).toHaveLength(1)
  })

  it('can be given up while it reads: nothing is saved', async () => {
    const world = withErrors(1200)
    const { dialog, user } = await openListAt(world, ['A', 'day-1'], 'oaisErrors', TITLE)
    await within(dialog).findByText('Latest 500 of 1,200 rows')
    world.faults.latency('rs-ingest/requests', '5s')
    await user.click(within(dialog).getByRole('button', { name: 'Export CSV' }))
    expect(await within(dialog).findByText('Exporting 0 of 1,200…')).toBeVisible()
    await user.click(within(dialog).getByRole('button', { name: 'Cancel export' }))
    world.advance('5s')
    expect(await within(dialog).findByRole('button', { name: 'Export CSV' })).toBeVisible()
    expect(within(dialog).getByText('Latest 500 of 1,200 rows')).toBeVisible()
    expect(saved).toEqual([])
  })

  it('is not created from half a list: a failed reading is reported', async () => {
    const world = withErrors(1200)
    const { dialog, user } = await openListAt(world, ['A', 'day-1'], 'oaisErrors', TITLE)
    await within(dialog).findByText('Latest 500 of 1,200 rows')
    world.faults.refuse('rs-ingest/requests', 422, ['No more'])
    await user.click(within(dialog).getByRole('button', { name: 'Export CSV' }))
    await waitFor(() => expect(document.body).toHaveTextContent('No CSV file'))
    expect(saved).toEqual([])
  })

  it('holds those still in error and none that recovered since the list was opened; the page says the same', async () => {
    const world = withErrors(600)
    const { dialog, user } = await openListAt(world, ['A', 'day-1'], 'oaisErrors', TITLE)
    await within(dialog).findByText('Latest 500 of 600 rows')
    const gone = recover(world, 50)
    await user.click(within(dialog).getByRole('button', { name: 'Export CSV' }))
    await waitFor(() => expect(saved).toHaveLength(1))
    const lines = linesOf(saved[0]!)
    expect(lines[0]).toContain('; 550 rows; ')
    const names = lines.slice(2, -1).map(line => line.split(',')[0])
    expect(new Set(names).size).toBe(550)
    for (const name of gone) expect(names).not.toContain(name)
    expect(await within(dialog).findByText('Latest 500 of 550 rows')).toBeVisible()
  })

  it('and the page say how many rows moved when the list never stayed unchanged', async () => {
    const world = withErrors(1200)
    const { dialog, user } = await openListAt(world, ['A', 'day-1'], 'oaisErrors', TITLE)
    await within(dialog).findByText('Latest 500 of 1,200 rows')
    world.faults.mutate(/^POST rs-ingest\/requests\?.*page=1&/, text => {
      recover(world, 2)
      return text
    })
    await user.click(within(dialog).getByRole('button', { name: 'Export CSV' }))
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(linesOf(saved[0]!)[0]).toMatch(/; [\d,]+ rows, rows moved while loading: \d+; /)
    await user.click(within(dialog).getByRole('button', { name: 'Load all' }))
    expect(await within(dialog).findByText(/^\d+ rows? moved while loading\. Some may be missing\.$/)).toBeVisible()
    expect(dialog).not.toHaveTextContent('All rows')
  })

  it('is made with semicolons in French, and with the separator that was chosen', async () => {
    const world = withErrors(2)
    usePreferences.getState().set({ csvSeparator: ';' })
    const { dialog, user } = await openListAt(world, ['A', 'day-1'], 'oaisErrors', TITLE)
    await user.click(await within(dialog).findByRole('button', { name: 'Export CSV' }))
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(linesOf(saved[0]!)[1]).toMatch(/^Product;Request;/)
    usePreferences.getState().set({ csvSeparator: 'language' })
  })
})

describe('the address', () => {
  it('has the order and the cause of the list, and Back goes back', async () => {
    const world = withErrors(4)
    saying(world, 'Model "a" is unknown', 'Timeout', 'Model "b" is unknown')
    const { dialog, user, rowNames } = await openListAt(world, ['A', 'day-1'], 'oaisErrors', TITLE)
    await waitFor(() => expect(rowNames()).toHaveLength(4))
    await user.click(within(dialog).getByRole('button', { name: /Timeout/ }))
    await waitFor(() => expect(address()['recordsCause']).toBe('Timeout'))
    expect(rowNames()).toHaveLength(1)
    await user.click(within(dialog).getByRole('button', { name: /Created/ }))
    await waitFor(() => expect(address()['recordsOrder']).toBe('asc'))
    window.history.back()
    await waitFor(() => expect(address()['recordsOrder']).toBeUndefined())
    window.history.back()
    await waitFor(() => expect(address()['recordsCause']).toBeUndefined())
    await waitFor(() => expect(rowNames()).toHaveLength(4))
    expect(screen.getByRole('dialog', { name: TITLE })).toBeVisible()
  })

  it('with a cause no row has says so, shows all rows, and is freed by a click', async () => {
    const { user } = await renderApp({
      world: withErrors(2),
      url: '/?source=A&session=day-1&records=oaisErrors&recordsCause=Nobody%20knows&recordsOrder=x',
      signedIn: 'operator',
    })
    const dialog = await screen.findByRole('dialog', { name: TITLE })
    expect(await within(dialog).findByText('No loaded row has this cause:')).toBeVisible()
    expect(within(dialog).getByText('Nobody knows')).toBeVisible()
    expect(dialog).toHaveTextContent('All rows (2)')
    await user.click(within(dialog).getByRole('button', { name: 'Remove filter' }))
    await waitFor(() => expect(address()['recordsCause']).toBeUndefined())
    expect(within(dialog).getByRole('heading', { name: 'Errors grouped by cause' })).toHaveFocus()
  })

  it('that has the id of a session and a list opens the list', async () => {
    const world = withErrors(2)
    const { id } = world.session({ source: 'A', name: 'day-1' })
    await renderApp({ world, url: `/?id=${id}&records=oaisErrors`, signedIn: 'operator' })
    const dialog = await screen.findByRole('dialog', { name: TITLE })
    expect(await within(dialog).findByText('All rows (2)')).toBeVisible()
  })
})
