/** A divider reports each step of a move, and the final value once. */
import { fireEvent, screen } from '@testing-library/react'
import { renderInTheme } from '@tests/support/render-in-theme'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { Splitter } from '@/ui/Splitter'

const onMove = vi.fn<(value: number) => void>()
const onMoved = vi.fn<(value: number) => void>()

beforeEach(() => {
  onMove.mockClear()
  onMoved.mockClear()
  HTMLElement.prototype.setPointerCapture = () => undefined
  renderInTheme(
    <Splitter
      name="Width"
      orientation="vertical"
      value={400}
      min={300}
      max={700}
      onMove={onMove}
      onMoved={onMoved}
      reset={() => undefined}
    />,
  )
})

/** What jsdom has no class for. */
const point = (type: string, clientX: number) =>
  fireEvent(bar(), new MouseEvent(type, { bubbles: true, cancelable: true, clientX }))

const bar = () => screen.getByRole('separator', { name: 'Width' })

it('keeps one value of a whole drag', () => {
  point('pointerdown', 400)
  for (const clientX of [410, 420, 430]) point('pointermove', clientX)
  expect(onMoved).not.toHaveBeenCalled()
  point('pointerup', 430)
  expect(onMove).toHaveBeenCalledTimes(3)
  expect(onMoved.mock.calls).toEqual([[430]])
})

it('keeps nothing of a click that moves nothing', () => {
  point('pointerdown', 400)
  point('pointerup', 400)
  expect(onMoved).not.toHaveBeenCalled()
})

it('keeps one value of a key that is held', async () => {
  const user = userEvent.setup()
  bar().focus()
  await user.keyboard('{ArrowRight>5/}')
  expect(onMove).toHaveBeenCalledTimes(5)
  expect(onMoved.mock.calls).toEqual([[424]])
})
