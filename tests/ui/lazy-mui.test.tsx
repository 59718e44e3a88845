/** A part whose code cannot be loaded shows a message, affects nothing else, and is loaded again at the next opening. */
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense, useState } from 'react'
import { expect, it } from 'vitest'
import { lazyMui } from '@/ui/lazy-mui'
import { renderInTheme } from '@tests/support/render-in-theme'

it('fails alone, and comes when it can', async () => {
  let isOffline = true
  const Menu = lazyMui<{ readonly word: string }>(() =>
    isOffline
      ? Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
      : Promise.resolve({ default: ({ word }) => <p>{word}</p> }),
  )
  function Page() {
    const [isOpen, setOpen] = useState(false)
    return (
      <>
        <h1>Lists</h1>
        <button onClick={() => setOpen(!isOpen)}>Menu</button>
        <Suspense>{isOpen && <Menu word="the menu" />}</Suspense>
      </>
    )
  }
  const user = userEvent.setup()
  renderInTheme(<Page />)
  const toggle = () => user.click(screen.getByRole('button', { name: 'Menu' }))
  await toggle()
  expect(await screen.findByRole('alert')).toHaveTextContent('Could not load this part')
  expect(screen.getByRole('heading', { name: 'Lists' })).toBeInTheDocument()
  await toggle()
  expect(screen.queryByRole('alert')).toBeNull()
  isOffline = false
  await toggle()
  expect(await screen.findByText('the menu')).toBeInTheDocument()
})
