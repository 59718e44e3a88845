/** A session whose name is empty: REGARDS accepts such a name from events, and its figures are correct. */
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aWorld } from '@tests/support/a-world'
import { address, cell, drawer, findRow, openBoard, row, rowNames, selected } from './on-the-board'

const PATIENT = { timeout: 30_000 }
const NAMELESS = { source: 'A', name: '' }

const world = () =>
  aWorld()
    .withSession(NAMELESS, s => s.oais({ done: 4, errors: 2 }).changed('1m'))
    .withSession('A/day', s => s.oais({ done: 9 }).changed('2m'))
    .build()

const opened = () => screen.findByRole('region', drawer('A', '(empty name)'))

describe('a session with an empty name', PATIENT, () => {
  it('is a row like any other, with words as its name; a click opens it, another closes it', async () => {
    const here = world()
    const { user } = await openBoard(here)
    expect(rowNames('Sessions')).toEqual(['(empty name), A', 'day, A'])
    expect(cell('Sessions', '(empty name), A', 'Name')).toHaveTextContent(/^\(empty name\)$/)
    await user.click(row('Sessions', '(empty name), A'))
    expect(await within(await opened()).findByRole('article', { name: 'Referencing' })).toHaveTextContent(/4 products/)
    expect(address()).toEqual({ session: '', sessionSource: 'A', id: String(here.session(NAMELESS).id) })
    expect(selected('Sessions')).toEqual(['(empty name), A'])
    expect(document.title).toMatch(/\(empty name\)/)
    await user.click(row('Sessions', '(empty name), A'))
    await waitFor(() => expect(screen.queryByRole('region', drawer('A', '(empty name)'))).toBeNull())
    expect(address()).toEqual({})
  })

  it.each(['?source=A&session=', '?sessionSource=A&session='])('is opened by the link %s', async link => {
    await openBoard(world(), `/${link}`)
    expect(await within(await opened()).findByRole('article', { name: 'Referencing' })).toHaveTextContent(/4 products/)
  })

  it('stays open when its source is chosen', async () => {
    const { user } = await openBoard(world(), '/?sessionSource=A&session=')
    await opened()
    await user.click(row('Sources', 'A'))
    await waitFor(() => expect(address()).toMatchObject({ source: 'A', session: '' }))
    await findRow('Sessions', '(empty name)')
    expect(selected('Sessions')).toEqual(['(empty name)'])
  })

  it('is not copied: a click on its name says that it is empty', async () => {
    const { user } = await openBoard(world(), '/?sessionSource=A&session=')
    await navigator.clipboard.writeText('before')
    await user.click(within(await opened()).getByRole('button', { name: '(empty name)' }))
    expect(await screen.findByText('Nothing copied: the name is empty.')).toBeInTheDocument()
    expect(await navigator.clipboard.readText()).toBe('before')
  })

  it('is named in the sentences of a dialog', async () => {
    const { user } = await openBoard(world(), '/?sessionSource=A&session=')
    await opened()
    await user.click(await screen.findByRole('button', { name: 'Delete products' }))
    const dialog = await screen.findByRole('dialog', { name: /^Delete products of/ })
    expect(dialog).toHaveTextContent(/Session .?\(empty name\).?, source .?A/)
  })

  it('relaunches nothing as a whole, since REGARDS would take its whole source, and says why', async () => {
    const here = world()
    const { user } = await openBoard(here, '/?sessionSource=A&session=')
    const card = await within(await opened()).findByRole('article', { name: 'Referencing' })
    const button = await within(card).findByRole('button', { name: /^Relaunch error/ })
    expect(button).toHaveAccessibleDescription(/this session has no name, and REGARDS would relaunch the whole source/)
    await user.click(button)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(here.received('rs-ingest/requests/retry')).toEqual([])
  })

  it('whose row cannot be read has words as its name as well', async () => {
    const here = world()
    here.faults.mutate('GET rs-admin/sessions?', text => text.replace('"steps":[', '"steps":["broken",'))
    await openBoard(here)
    expect(rowNames('Sessions')[0]).toBe('(empty name) (unreadable)')
    expect(row('Sessions', '(empty name) (unreadable)')).toHaveTextContent('(empty name) (unreadable)')
  })
})

it('a link with an empty session and no source shows the board, and no session', PATIENT, async () => {
  await openBoard(world(), '/?session=&source=')
  expect(screen.queryByRole('region', { name: /\/ / })).toBeNull()
  expect(rowNames('Sessions')).toHaveLength(2)
})
