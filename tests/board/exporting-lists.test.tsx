/** Both lists as CSV files: all that the filters let through, over all pages. */
import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { aWorld } from '@tests/support/a-world'
import { openBoard, pane, questions } from './on-the-board'

const SLOW = { timeout: 60_000 }
const exportButton = (list: 'Sources' | 'Sessions', name = /^Export CSV/) =>
  within(pane(list)).getByRole('button', { name })

const textOf = (blob: Blob) =>
  new Promise<string>(resolve => {
    const reader = new FileReader()
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '')
    reader.readAsText(blob)
  })

/** The files that are saved from now on, as text. */
function savedFiles(): Promise<string>[] {
  const files: Promise<string>[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation(blob => {
    if (blob instanceof Blob) files.push(textOf(blob))
    return 'blob:file'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  return files
}
const linesOf = (text: string) => text.trim().split('\r\n')

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

it('an export is cancelled by the same button, and leaves no file', SLOW, async () => {
  const world = aWorld()
    .withSession('A/day-1', s => s.oais({ done: 1 }))
    .build()
  const files = savedFiles()
  const { user } = await openBoard(world)
  world.faults.latency('rs-admin/sources', '1s', { times: 1 })
  await user.click(exportButton('Sources'))
  await waitFor(() => expect(questions(world, 'Sources')).toHaveLength(1))
  await user.click(exportButton('Sources', /^Cancel export/))
  world.advance('2s')
  // A second export ends, the first one never does.
  await user.click(exportButton('Sources'))
  await waitFor(() => expect(files).toHaveLength(1))
  expect(linesOf((await files[0]) ?? '')).toHaveLength(3)
})

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
