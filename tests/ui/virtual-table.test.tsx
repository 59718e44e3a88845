/** A table exposes the positions of its columns, and redraws a row only when it has changed. */
import { fireEvent, screen } from '@testing-library/react'
import { renderInTheme } from '@tests/support/render-in-theme'
import { useState } from 'react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { columnRules } from '@/ui/column-rules'
import type { Column } from '@/ui/table-types'
import { VirtualTable } from '@/ui/VirtualTable'

interface Line {
  readonly key: string
  readonly figure: number
}

const LINES: readonly Line[] = [
  { key: 'one', figure: 1 },
  { key: 'two', figure: 2 },
  { key: 'three', figure: 3 },
]
const drawn = vi.fn<(key: string) => void>()

const COLUMNS: readonly Column<Line>[] = [
  {
    id: 'name',
    header: 'Name',
    width: '1fr',
    cell: ({ key }) => {
      drawn(key)
      return key
    },
  },
  { id: 'gone', header: 'Gone', width: '1fr', hideBelow: 10_000, cell: () => 'gone' },
  { id: 'figure', header: 'Figure', width: '1fr', align: 'end', cell: ({ figure }) => figure },
]

function Table({ lines, listKey = '' }: { readonly lines: readonly Line[]; readonly listKey?: string }) {
  return (
    <VirtualTable<Line>
      name="Lines"
      columns={COLUMNS}
      total={lines.length}
      rowAt={index => lines[index]}
      rowKey={({ key }) => key}
      rowName={({ key }) => key}
      onActivate={() => undefined}
      onRange={() => undefined}
      rowHeight={32}
      listKey={listKey}
    />
  )
}

function Page() {
  const [lines, setLines] = useState(LINES)
  const [, setClicks] = useState(0)
  return (
    <>
      <button onClick={() => setClicks(n => n + 1)}>Again</button>
      <button onClick={() => setLines(all => all.map(line => (line.key === 'two' ? { ...line, figure: 22 } : line)))}>
        Change two
      </button>
      <Table lines={lines} />
    </>
  )
}

it('draws no row again when only what is around the table has changed, and one when one has', async () => {
  const user = userEvent.setup()
  renderInTheme(<Page />)
  drawn.mockClear()
  await user.click(screen.getByRole('button', { name: 'Again' }))
  expect(drawn).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Change two' }))
  expect(drawn.mock.calls).toEqual([['two']])
  expect(screen.getByRole('row', { name: 'two' })).toHaveTextContent('22')
})

it('draws a row once that two pages hold, and leaves the other place empty until it is read again', () => {
  const [one = { key: '', figure: 0 }, two = one] = LINES
  const { rerender } = renderInTheme(<Table lines={[one, two, { ...one, figure: 9 }]} />)
  const names = () => screen.getAllByRole('row').map(row => row.getAttribute('aria-label'))
  expect(names().slice(1)).toEqual(['one', 'two', 'Row 3, loading'])
  rerender(<Table lines={LINES} />)
  expect(names().slice(1)).toEqual(['one', 'two', 'three'])
})

it('has its tab stop at the first row of another list', async () => {
  const user = userEvent.setup()
  const { rerender } = renderInTheme(<Table lines={LINES} listKey="all" />)
  const stop = () =>
    screen
      .getAllByRole('row')
      .find(row => row.tabIndex === 0)
      ?.getAttribute('aria-label')
  await user.click(screen.getByRole('row', { name: 'one' }))
  await user.keyboard('{End}')
  expect(stop()).toBe('three')
  rerender(<Table lines={LINES.slice(0, 2)} listKey="some" />)
  expect(stop()).toBe('one')
  rerender(<Table lines={LINES} listKey="all" />)
  expect(stop()).toBe('one')
})

it('keeps the row under the eye in its place when that row moves to a page which is read later', () => {
  const lines = (from: number) => Array.from({ length: 100 }, (_, n) => ({ key: `line-${from + n}`, figure: n }))
  const { rerender } = renderInTheme(<Table lines={[...lines(0), ...lines(100)]} />)
  const grid = screen.getByRole('grid')
  grid.scrollTop = 95 * 32
  fireEvent.scroll(grid)
  const top = () => Math.ceil(grid.scrollTop / 32)
  expect(top()).toBe(95)
  // Ten lines have come above: the first page says so, the second one does not yet.
  rerender(<Table lines={[...lines(-10), ...lines(100)]} />)
  expect(top()).toBe(95)
  rerender(<Table lines={[...lines(-10), ...lines(90)]} />)
  expect(top()).toBe(105)
  expect(screen.getByRole('row', { name: 'line-95' })).toHaveAttribute('data-index', '105')
})

it('numbers its columns as they stand among all of them', () => {
  renderInTheme(<Table lines={LINES} />)
  const places = (role: string) => screen.getAllByRole(role).map(cell => cell.getAttribute('aria-colindex'))
  expect(screen.getByRole('grid')).toHaveAttribute('aria-colcount', '3')
  expect(places('columnheader')).toEqual(['1', '2', '3'])
  expect(places('gridcell')).toEqual(['1', '2', '3', '1', '2', '3', '1', '2', '3'])
})

it('leaves the columns out that have no room, the least important first, and says what stands in their place', () => {
  const columns = [
    { id: 'name', width: '2fr', place: 1 },
    { id: 'small', width: '60px', place: 2, hideBelow: 500 },
    { id: 'smaller', width: '80px', place: 3, hideBelow: 300 },
  ]
  expect(columnRules('c7', columns).split('\n')).toEqual([
    '[data-columns="c7"]{--columns:2fr 60px 80px}' +
      ['name', 'small', 'smaller'].map(id => `[data-columns="c7"] [data-instead-of="${id}"]{display:none}`).join(''),
    '@container table (width < 500px){[data-columns="c7"]{--columns:2fr 80px}' +
      '[data-columns="c7"] [aria-colindex="2"]{display:none}[data-columns="c7"] [data-instead-of="small"]{display:inline}}',
    '@container table (width < 300px){[data-columns="c7"]{--columns:2fr}' +
      '[data-columns="c7"] [aria-colindex="3"]{display:none}[data-columns="c7"] [data-instead-of="smaller"]{display:inline}}',
  ])
})
