/** Names pasted or typed in another writing than REGARDS has them: what is offered, and what is said to differ. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { PAUSE } from '@/ui/SearchField'
import { aWorld } from '@tests/support/a-world'
import { address, nameFilter, openBoard, pane, questions, rowNames } from './on-the-board'

const PATIENT = { timeout: 30_000 }

/** What was typed has rested: it would filter by now. */
const rested = () => act(() => new Promise(resolve => setTimeout(resolve, PAUSE)))

const world = () =>
  aWorld()
    .withSession('C\u00f4te/\u00e9t\u00e9-1', s => s.oais({ done: 1 }))
    .withSession('plain/no\u00a0break', s => s.oais({ done: 1 }))
    .withSession('plain/day-1', s => s.oais({ errors: 1 }))
    .withSession('plain/day-2', s => s.oais({ done: 1 }))
    .build()

describe('a name filter that finds nothing', PATIENT, () => {
  it.each([
    ['day-1\u00a0', 'day-1', 'without U+00A0 (no-break space) at the end'],
    ['\tday-1', 'day-1', 'without U+0009 (tab) at the start'],
    ['day-1  ', 'day-1', 'without 2 × U+0020 (space) at the end'],
    ['day\u20111', 'day-1', '\u2068-\u2069 U+002D (hyphen), not U+2011 (non-breaking hyphen)'],
    ['day\u200b-1', 'day-1', 'without U+200B (zero-width space)'],
    [
      'e\u0301te\u0301-1',
      '\u00e9t\u00e9-1',
      '\u2068\u00e9\u2069 U+00E9, not \u2068e\u2069 U+0065 + U+0301 (combining acute accent)',
    ],
    ['no break', 'no\u00a0break', 'U+00A0 (no-break space), not U+0020 (space)'],
  ])('for %j offers %j and says which character differs', async (typed, name, words) => {
    const { user } = await openBoard(world(), `/?${new URLSearchParams({ sessionName: typed }).toString()}`)
    const button = await within(pane('Sessions')).findByRole('button', {
      name: new RegExp(`^${name.replace('\u00a0', '.')}$`),
    })
    expect(button.closest('li')?.textContent).toContain(words.replace('not U+2011', 'not \u2068\u2011\u2069 U+2011'))
    await user.click(button)
    await waitFor(() => expect(rowNames('Sessions')).toHaveLength(1))
    expect(address()['sessionName']).toBe(name)
  })

  it('offers each of several names pasted together', async () => {
    await openBoard(world(), `/?${new URLSearchParams({ sessionName: 'day-1 day-2' }).toString()}`)
    for (const name of ['day-1', 'day-2'])
      expect(await within(pane('Sessions')).findByRole('button', { name })).toBeInTheDocument()
  })

  it('says what cannot be seen in it where nothing is found in any writing', async () => {
    await openBoard(world(), `/?${new URLSearchParams({ sourceName: 'nobody\ufeff' }).toString()}`)
    expect(
      await within(pane('Sources')).findByText(/The text contains U\+FEFF \(byte order mark\)/),
    ).toBeInTheDocument()
  })

  it('because of another filter does not blame the capitals', async () => {
    await openBoard(world(), '/?sessionName=day-1&sessionState=running')
    expect(await screen.findByText(/exist, but not with the other filters/)).toBeInTheDocument()
    expect(screen.queryByText(/case-sensitive/)).toBeNull()
  })
})

describe('while a name is typed', PATIENT, () => {
  it('names are proposed once the typing rests, not once a letter', async () => {
    const built = world()
    const { user } = await openBoard(built)
    await user.click(nameFilter('Sessions'))
    for (const value of ['d', 'da', 'day', 'day-']) fireEvent.change(nameFilter('Sessions'), { target: { value } })
    await within(pane('Sessions')).findByRole('option', { name: 'day-1' })
    expect(
      built.received('rs-admin/sessions/names').map(({ url }) => new URL(url, 'http://g').searchParams.get('name')),
    ).toEqual(['day-'])
  })

  it('Clear clears what was typed and filters nothing yet: it never comes back', async () => {
    const built = world()
    const { user } = await openBoard(built)
    await user.click(nameFilter('Sessions'))
    await user.paste('day-2')
    fireEvent.click(within(pane('Sessions')).getByRole('button', { name: 'Clear session filters' }))
    await rested()
    expect(nameFilter('Sessions')).toHaveValue('')
    expect(address()).toEqual({})
    expect(questions(built, 'Sessions').some(question => question.has('sessionName'))).toBe(false)
  })

  it('what an input method composes filters nothing, and its keys are its own', async () => {
    const { user } = await openBoard(world())
    const field = nameFilter('Sessions')
    await user.click(field)
    fireEvent.compositionStart(field)
    fireEvent.change(field, { target: { value: 'day-1' } })
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 })
    fireEvent.keyDown(field, { key: 'Escape', isComposing: true })
    await rested()
    expect(address()).toEqual({})
    expect(field).toHaveValue('day-1')
    fireEvent.compositionEnd(field)
    await waitFor(() => expect(address()).toEqual({ sessionName: 'day-1' }))
  })
})
