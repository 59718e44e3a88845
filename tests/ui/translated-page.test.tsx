/** A page whose texts a translator replaced: figures that change are shown as they are, and nothing breaks. */
import { act, render, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { guardTexts } from '@/ui/translated-text'
import { FONT, TRANSLATORS, translate } from '@tests/support/translate'

let end: () => void

beforeEach(() => {
  end = guardTexts(document.body)
})

afterEach(() => end())

/** Texts beside elements and beside each other, and one that comes and goes. */
function Line({
  count,
  isMore = false,
  first,
}: {
  readonly count: number
  readonly isMore?: boolean
  readonly first?: ReactNode
}) {
  return (
    <p data-testid="line">
      {first}
      {count} files <b>{count + 1}</b> of {count + 2}
      {isMore && ' and more'}
      {isMore ? <i>!</i> : '.'}
    </p>
  )
}

const shown = () => screen.getByTestId('line').textContent

const HOW = Object.keys(TRANSLATORS) as (keyof typeof TRANSLATORS)[]

describe.each(HOW)('translated %s', how => {
  it('shows figures that changed, and lets texts come and go', async () => {
    const { rerender, unmount } = render(<Line count={5} />)
    for (const count of [6, 7]) {
      translate(document.body, how)
      await act(() => Promise.resolve())
      rerender(<Line count={count} />)
      await waitFor(() => expect(shown()).toBe(`${count} files ${count + 1} of ${count + 2}.`))
      translate(document.body, how)
      await act(() => Promise.resolve())
      rerender(<Line count={count} isMore first={<u>So </u>} />)
      await waitFor(() => expect(shown()).toBe(`So ${count} files ${count + 1} of ${count + 2} and more!`))
      translate(document.body, how)
      await act(() => Promise.resolve())
      rerender(<Line count={count} />)
      await waitFor(() => expect(shown()).toBe(`${count} files ${count + 1} of ${count + 2}.`))
    }
    unmount()
    expect(document.body).not.toHaveTextContent('files')
  })

  it('keeps the order of texts that change places', async () => {
    const list = (...parts: readonly string[]) => (
      <p data-testid="line">
        {parts.map(part => (part.startsWith('t') ? <Part key={part} text={part} /> : <b key={part}>{part}</b>))}
      </p>
    )
    const { rerender } = render(list('t1', 'e1', 't2', 'e2'))
    translate(document.body, how)
    await act(() => Promise.resolve())
    rerender(list('e2', 't2', 't1', 'e3', 'e1'))
    expect(shown()).toBe('e2t2t1e3e1')
  })
})

function Part({ text }: { readonly text: string }) {
  return text
}

it('a text that did not change keeps its translation', async () => {
  const { rerender } = render(<Line count={5} />)
  translate(document.body)
  await act(() => Promise.resolve())
  rerender(<Line count={5} first={<u>So </u>} />)
  expect(shown()).toBe('So 5 files 6 of 7.')
  expect(screen.getByTestId('line').querySelectorAll(FONT).length).toBeGreaterThan(6)
})

it('a translation that is replaced by another one, or taken back, does no harm', async () => {
  const { rerender } = render(<Line count={5} />)
  const line = screen.getByTestId('line')
  const [original] = line.childNodes
  translate(line)
  await act(() => Promise.resolve())
  translate(line)
  await act(() => Promise.resolve())
  rerender(<Line count={6} />)
  await waitFor(() => expect(shown()).toBe('6 files 7 of 8.'))
  translate(line)
  await act(() => Promise.resolve())
  if (original !== undefined) line.firstChild?.replaceWith(original)
  await act(() => Promise.resolve())
  rerender(<Line count={7} isMore />)
  await waitFor(() => expect(shown()).toBe('7 files 8 of 9 and more!'))
})
