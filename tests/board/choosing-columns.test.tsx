/** Which columns a list shows, in which order and sorted by what: chosen by keys, kept for the account, and not in a link. */
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aWorld } from '@tests/support/a-world'
import type { ListName } from './on-the-board'
import { address, cell, grid, openBoard, questions, settled } from './on-the-board'

const PATIENT = { timeout: 30_000 }

const theWorld = () =>
  aWorld()
    .withSession('A/one', s =>
      s.oais({ done: 4, errors: 2, waiting: 1 }).storage({ done: 7, refused: 3 }).changed('1m'),
    )
    .withSession('A/two', s => s.oais({ done: 2 }).changed('2m'))
    .build()

const heads = (list: ListName) =>
  within(grid(list))
    .getAllByRole('columnheader', { hidden: true })
    .map(({ textContent }) => textContent.replace('Σ', ''))

const button = (list: string) => screen.getByRole('button', { name: `Columns of ${list}` })
const findMenu = (list: string) => screen.findByRole('dialog', { name: `Columns of ${list}` })
/** The columns of the menu from the top, those that are not shown in brackets. */
const entries = (menu: HTMLElement) =>
  within(menu)
    .getAllByRole('checkbox')
    .map(box => {
      const name = box.closest('label')?.querySelector('span')?.textContent ?? ''
      return box.matches(':checked') ? name : `(${name})`
    })

const USUAL = ['Name', 'Status', 'Source', 'Referenced', 'Diffused', 'Created', 'Updated']

describe('the columns of a list', PATIENT, () => {
  it('are chosen and moved by keys alone; the list follows at once and the focus stays', async () => {
    const { user } = await openBoard(theWorld())
    expect(heads('Sessions')).toEqual(USUAL)
    button('sessions').focus()
    await user.keyboard('{Enter}')
    const menu = await findMenu('sessions')
    expect(entries(menu).slice(0, 4)).toEqual(['Name', 'Status', 'Source', '(In error)'])
    const box = (name: string | RegExp) => within(menu).getByRole('checkbox', { name })
    expect(box(/^Name/)).toBeDisabled()
    await user.tab()
    while (document.activeElement !== box('Status')) await user.tab()
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(box('In error')).toHaveFocus()
    await user.keyboard(' ')
    expect(heads('Sessions')).toEqual(['Name', 'Status', 'Source', 'In error', ...USUAL.slice(3)])
    await user.keyboard('{Alt>}{ArrowUp}{ArrowUp}{ArrowUp}{/Alt}')
    expect(box('In error')).toHaveFocus()
    expect(heads('Sessions')).toEqual(['Name', 'In error', 'Status', 'Source', ...USUAL.slice(3)])
    const down = within(menu).getByRole('button', { name: 'Move In error down' })
    down.focus()
    await user.keyboard('{Enter}')
    expect(down).toHaveFocus()
    expect(heads('Sessions')).toEqual(['Name', 'Status', 'In error', 'Source', ...USUAL.slice(3)])
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(button('sessions')).toHaveFocus()
    expect(heads('Sources')).not.toContain('In error')
  })

  it('show counters as figures, and nothing at zero; only what REGARDS can sort by has a button', async () => {
    const world = theWorld()
    const { user } = await openBoard(world)
    await user.click(button('sessions'))
    const menu = await findMenu('sessions')
    for (const name of ['In error', 'Waiting', 'Running', 'Left out', 'Files', 'Id'])
      await user.click(within(menu).getByRole('checkbox', { name }))
    await user.keyboard('{Escape}')
    const said = (session: RegExp) =>
      ['In error', 'Waiting', 'Running', 'Left out', 'Files'].map(head => cell('Sessions', session, head).textContent)
    expect(said(/^one/)).toEqual(['2', '1', '', '3', '7'])
    expect(said(/^two/)).toEqual(['', '', '', '', ''])
    const sortable = within(grid('Sessions'))
      .getAllByRole('button')
      .map(({ textContent }) => textContent)
    expect(sortable).toEqual(['Name', 'Source', 'Id', 'Created', 'Updated'])
    world.forgetRequests()
    await user.click(within(grid('Sessions')).getByRole('button', { name: 'Id' }))
    await settled()
    expect(address()).toEqual({ sessionSort: 'id,desc' })
    expect(questions(world, 'Sessions').map(question => question.getAll('sort'))).toEqual([['id,desc']])
  })

  it('are those of the account at the next visit, not of another one; one click brings back the usual ones', async () => {
    const world = theWorld()
    const first = await openBoard(world)
    await first.user.click(button('sources'))
    await first.user.click(within(await findMenu('sources')).getByRole('checkbox', { name: 'Status' }))
    const usual = ['Name', 'Status', 'Sessions', 'Referenced', 'Diffusion', 'Pulse', 'Updated']
    const chosen = usual.filter(name => name !== 'Status')
    expect(heads('Sources')).toEqual(chosen)
    expect(address()).toEqual({})
    cleanup()
    await openBoard(world, '/', 'lead')
    expect(heads('Sources')).toEqual(usual)
    cleanup()
    const { user } = await openBoard(world)
    expect(heads('Sources')).toEqual(chosen)
    await user.click(button('sources'))
    const menu = await findMenu('sources')
    const reset = within(menu).getByRole('button', { name: 'Reset' })
    expect(reset).toHaveAttribute('aria-disabled', 'false')
    await user.click(reset)
    expect(heads('Sources')).toEqual(usual)
    expect(reset).toHaveAttribute('aria-disabled', 'true')
  })

  it('leave out the source where every row has the same, and the menu says so', async () => {
    const { user } = await openBoard(theWorld(), '/?source=A')
    expect(heads('Sessions')).not.toContain('Source')
    await user.click(button('sessions'))
    const menu = await findMenu('sessions')
    expect(within(menu).getByRole('checkbox', { name: 'Source one source only' })).toBeChecked()
  })
})

describe('the last sort of a list', PATIENT, () => {
  const sortBy = async (user: { click: (element: Element) => Promise<void> }, name: string) => {
    await user.click(within(grid('Sessions')).getByRole('button', { name }))
    await settled()
  }

  it('is taken where the address says none, which then says it too', async () => {
    const world = theWorld()
    const { user } = await openBoard(world)
    await sortBy(user, 'Name')
    cleanup()
    world.forgetRequests()
    await openBoard(world, '/?source=A')
    expect(address()).toEqual({ source: 'A', sessionSort: 'name,asc' })
    expect(within(grid('Sessions')).getByRole('columnheader', { name: /^Name/ })).toHaveAttribute(
      'aria-sort',
      'ascending',
    )
  })

  it('gives way to that of a link, which is not kept', async () => {
    const world = theWorld()
    const { user } = await openBoard(world)
    await sortBy(user, 'Name')
    cleanup()
    await openBoard(world, '/?sessionSort=creationDate,asc')
    expect(address()).toEqual({ sessionSort: 'creationDate,asc' })
    cleanup()
    await openBoard(world)
    expect(address()).toEqual({ sessionSort: 'name,asc' })
  })

  it('is that of the account, and none once it is REGARDS’ own again', async () => {
    const world = theWorld()
    const { user } = await openBoard(world)
    await sortBy(user, 'Name')
    cleanup()
    await openBoard(world, '/', 'lead')
    expect(address()).toEqual({})
    cleanup()
    const again = await openBoard(world)
    await sortBy(again.user, 'Updated')
    expect(address()).toEqual({ sessionSort: 'lastUpdateDate,desc' })
    cleanup()
    await openBoard(world)
    expect(address()).toEqual({})
  })
})
