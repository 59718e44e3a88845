/** A button whose meaning changes with its click: a double click is one. */
import { act, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { useSteadyClick } from '@/ui/useSteadyClick'

function Toggle() {
  const [isOn, setOn] = useState(false)
  return <button onClick={useSteadyClick(isOn, () => setOn(!isOn))}>{isOn ? 'Stop' : 'Start'}</button>
}

function Counter({ done }: { readonly done: () => void }) {
  return <button onClick={useSteadyClick('always', done)}>Count</button>
}

const button = () => screen.getByRole('button')
const click = () => act(() => button().click())

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})

it('does nothing on a click within 500 ms after its meaning has changed, each time', () => {
  render(<Toggle />)
  click()
  expect(button()).toHaveTextContent('Stop')
  vi.advanceTimersByTime(499)
  click()
  expect(button()).toHaveTextContent('Stop')
  vi.advanceTimersByTime(1)
  click()
  expect(button()).toHaveTextContent('Start')
  click()
  expect(button()).toHaveTextContent('Start')
})

it('takes every click while its meaning stays', () => {
  const done = vi.fn()
  render(<Counter done={done} />)
  click()
  click()
  expect(done).toHaveBeenCalledTimes(2)
})
