/** Both lists as CSV files: all that the filters let through, over all pages. */
import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { announce } from '@/ui/announce'
import { aWorld } from '@tests/support/a-world'
import { apart, openBoard, pane, questions } from './on-the-board'
import { linesOf, savedFiles } from './saved-files'

const SLOW = { timeout: 60_000 }
const exportButton = (list: 'Sources' | 'Sessions', name = /^Export CSV/) =>
  within(pane(list)).getByRole('button', { name })

it('sessions of two pages are all in the file, those of the filter only, in the order of the list', SLOW, async () => {
  const world = aWorld()
    .withSessions(520, 'A/day', s => s.oais({ done: 1234, errors: 1 }))
    .withSession('B/day-x', s => s.oais({ errors: 1 }))
    .build()
  const files = savedFiles()
  const { user } = await openBoard(world, '/?source=A')
  await user.click(exportButton('Sessions'))
  await waitFor(() => expect(files).toHaveLength(1))
  const [comment, header, first, ...more] = linesOf((await files[0]) ?? '')
  expect(comment).toMatch(/^\S?"?# Sessions; Source: A; by latest change, descending; 520 rows; \d{4}-/)
  expect(header).toMatch(/^Source,Name,Id,Error,Waiting,Running,Left out,Referenced,/)
  expect(first).toMatch(/^A,day-0,\d+,1,0,0,0,1234,/)
  expect(more).toHaveLength(519)
  expect(more.at(-1)).toMatch(/^A,day-519,.*,\d{4}-\d\d-\d\dT[\d:.]+Z?$/)
  expect(questions(world, 'Sessions').every(asked => asked.get('sourceName') === 'A')).toBe(true)
  expect(await screen.findAllByText('A_sessions.csv downloaded.')).not.toHaveLength(0)
  await waitFor(() => expect(exportButton('Sessions')).toBeVisible())
})

it(
  'an export is cancelled by the same button, but not by the second click of a double click, and leaves no file',
  SLOW,
  async () => {
    const world = aWorld()
      .withSession('A/day-1', s => s.oais({ done: 1 }))
      .build()
    const files = savedFiles()
    const { user } = await openBoard(world)
    world.faults.latency(/rs-admin\/sources\?.*size=500/, '1s', { times: 1 })
    await user.dblClick(exportButton('Sources'))
    await waitFor(() => expect(questions(world, 'Sources')).toHaveLength(1))
    await apart()
    await user.click(exportButton('Sources', /^Cancel export/))
    world.advance('2s')
    await apart()
    // A second export ends, the first one never does.
    await user.click(exportButton('Sources'))
    await waitFor(() => expect(files).toHaveLength(1))
    expect(linesOf((await files[0]) ?? '')).toHaveLength(3)
  },
)

it('a list that cannot be read to its end gives no file, and says so', SLOW, async () => {
  const world = aWorld()
    .withSession('A/day-1', s => s.oais({ done: 1 }))
    .build()
  const files = savedFiles()
  const { user } = await openBoard(world)
  world.faults.refuse('rs-admin/sources', 403)
  await user.click(exportButton('Sources'))
  expect(await screen.findAllByText(/^No CSV file/)).not.toHaveLength(0)
  expect(files).toHaveLength(0)
})

it('a sign-in that ends while a list is exported is what the message says', SLOW, async () => {
  const world = aWorld()
    .withSession('A/day-1', s => s.oais({ done: 1 }))
    .build()
  const files = savedFiles()
  const { user } = await openBoard(world)
  world.expireTokens()
  await user.click(exportButton('Sources'))
  expect(await screen.findAllByText('No CSV file: you were signed out.')).not.toHaveLength(0)
  expect(files).toHaveLength(0)
})

it('how far an export is, is said at its start and at each quarter, and not at each page', SLOW, async () => {
  const world = aWorld()
    .withSessions(5200, 'A/day', s => s.oais({ done: 1 }))
    .build()
  const files = savedFiles()
  const { user } = await openBoard(world)
  announce('')
  const region = screen.getAllByRole('status', { hidden: true }).find(({ ariaLive }) => ariaLive === 'polite')
  if (region === undefined) throw new Error('Nothing speaks')
  const said: string[] = []
  const watcher = new MutationObserver(() => said.push(region.textContent))
  watcher.observe(region, { characterData: true, childList: true, subtree: true })
  world.faults.latency('rs-admin/sessions', '1s')
  await user.click(exportButton('Sessions'))
  await waitFor(() => {
    world.advance('1s')
    expect(files).toHaveLength(1)
  })
  watcher.disconnect()
  const progress = said.filter(text => /export/i.test(text))
  expect(progress[0]).toBe('CSV export started')
  const quarters = progress.slice(1)
  expect(quarters.length).toBeGreaterThan(0)
  // Six answers come, and three quarters are between the start and the end.
  expect(quarters.length).toBeLessThanOrEqual(3)
  for (const text of quarters) expect(text).toMatch(/^Exporting [\d,]+ of 5,200…$/)
})

it(
  'a list in several states, of which no number of rows is known before its end, says that it is being loaded',
  SLOW,
  async () => {
    const world = aWorld()
      .withSessions(3, 'A/day', s => s.oais({ errors: 1, waiting: 1 }))
      .build()
    const files = savedFiles()
    const { user } = await openBoard(world, '/?sessionState=errors,waiting')
    world.faults.latency('rs-admin/sessions', '1s')
    await user.click(exportButton('Sessions'))
    const cancel = await screen.findByRole('button', { name: /^Cancel export/ })
    await waitFor(() => expect(cancel.parentElement).toHaveTextContent('Loading…'))
    expect(cancel.parentElement).not.toHaveTextContent(/0 of 0/)
    world.faults.clear()
    await waitFor(() => {
      world.advance('2s')
      expect(files).toHaveLength(1)
    })
  },
)
