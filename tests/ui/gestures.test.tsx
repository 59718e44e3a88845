/** Which clicks end a selection and do nothing, and which are clicks all the same. */
import { fireEvent, screen } from '@testing-library/react'
import { renderInTheme } from '@tests/support/render-in-theme'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { guardGestures } from '@/ui/gestures'

let end: () => void
const pressed = vi.fn()

beforeEach(() => {
  end = guardGestures()
  pressed.mockReset()
  renderInTheme(
    <>
      <p>elsewhere</p>
      <div data-testid="row" onClick={pressed}>
        <span>a name</span>
      </div>
      <button type="button" onClick={pressed} onKeyDown={pressed}>
        a button
      </button>
    </>,
  )
})

afterEach(() => {
  document.getSelection()?.removeAllRanges()
  end()
})

const select = (text: string) => document.getSelection()?.selectAllChildren(screen.getByText(text))

it('a click at the end of a drag over its text does nothing', async () => {
  const user = userEvent.setup()
  const target = screen.getByText('a name')
  await user.pointer([
    { keys: '[MouseLeft>]', target, offset: 0 },
    { target, offset: 4 },
    { keys: '[/MouseLeft]', target, offset: 4 },
  ])
  expect(document.getSelection()?.toString()).toBe('a na')
  expect(pressed).not.toHaveBeenCalled()
})

it('the second click of a double click on a word does nothing', async () => {
  await userEvent.setup().dblClick(screen.getByText('a name'))
  expect(pressed).toHaveBeenCalledOnce()
})

it('a selection elsewhere, or one that stood before, holds no click up', () => {
  select('elsewhere')
  fireEvent.click(screen.getByTestId('row'), { detail: 1 })
  expect(pressed).toHaveBeenCalledOnce()
  select('a name')
  fireEvent.mouseDown(screen.getByTestId('row'))
  fireEvent.click(screen.getByTestId('row'), { detail: 1 })
  expect(pressed).toHaveBeenCalledTimes(2)
})

it('what the keyboard presses is pressed whatever is selected', () => {
  select('a button')
  fireEvent.click(screen.getByText('a button'), { detail: 0 })
  expect(pressed).toHaveBeenCalledOnce()
})

it.each([{ isComposing: true }, { keyCode: 229 }])('a key of an input method is heard by nothing: %j', init => {
  fireEvent.keyDown(screen.getByText('a button'), { key: 'Escape', ...init })
  expect(pressed).not.toHaveBeenCalled()
  fireEvent.keyDown(screen.getByText('a button'), { key: 'Escape' })
  expect(pressed).toHaveBeenCalledOnce()
})
