/** Every key: what it does, where the focus goes, and when it does nothing. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aWorld } from '@tests/support/a-world'
import {
  address,
  counted,
  drawer,
  grid,
  nameFilter,
  openBoard,
  questions,
  row,
  rowNames,
  selected,
  settled,
} from './on-the-board'

const PATIENT = { timeout: 30_000 }

/** run-0 is the latest, and in error. */
const runs = () =>
  aWorld()
    .withSession('A/run-0', s => s.oais({ done: 1, errors: 2 }).changed('10s'))
    .withSessions(20, 'A/later')
    .build()

const closed = (source: string, session: string) =>
  waitFor(() => expect(screen.queryByRole('region', drawer(source, session))).toBeNull())

describe('in a list', PATIENT, () => {
  it.each([
    ['{ArrowDown}', 'later-0, A'],
    ['{ArrowDown}{ArrowDown}{ArrowUp}', 'later-0, A'],
    ['{End}', 'later-19, A'],
    ['{End}{Home}', 'run-0, A'],
    ['{End}{ArrowUp}', 'later-18, A'],
    ['{PageDown}', 'later-15, A'],
    ['{PageDown}{PageUp}', 'run-0, A'],
  ])('%s moves the focus to "%s", and opens nothing', async (keys, name) => {
    const { user } = await openBoard(runs())
    row('Sessions', 'run-0, A').focus()
    await user.keyboard(keys)
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName(name))
    expect(address()).toEqual({})
  })

  it.each(['{Enter}', ' '])('%j opens the session that has the focus, and the focus stays on its row', async key => {
    const { user } = await openBoard(runs())
    row('Sessions', 'run-0, A').focus()
    await user.keyboard(key)
    await screen.findByRole('region', drawer('A', 'run-0'))
    expect(row('Sessions', 'run-0, A')).toHaveFocus()
    expect(selected('Sessions')).toEqual(['run-0, A'])
  })

  it('Enter selects a source, and frees it again', async () => {
    const { user } = await openBoard(runs())
    row('Sources', 'A').focus()
    await user.keyboard('{Enter}')
    expect(address()).toEqual({ source: 'A' })
    expect(row('Sources', 'A')).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(address()).toEqual({})
  })

  it('Tab stops once: from the sources to the sessions to the open session', async () => {
    const { user } = await openBoard(runs())
    for (const list of ['Sources', 'Sessions'] as const)
      expect(
        within(grid(list))
          .getAllByRole('row')
          .filter(({ tabIndex }) => tabIndex === 0),
      ).toHaveLength(1)
    row('Sessions', 'run-0, A').focus()
    await user.keyboard('{Enter}')
    const opened = await screen.findByRole('region', drawer('A', 'run-0'))
    const order = [grid('Sources'), grid('Sessions'), opened]
    row('Sources', 'A').focus()
    const reached: HTMLElement[] = []
    for (let n = 0; n < 40 && reached.length < 3; n++) {
      const part = order.find(element => element.contains(document.activeElement))
      if (part !== undefined && reached.at(-1) !== part) reached.push(part)
      await user.tab()
    }
    expect(reached.map(element => element.getAttribute('aria-label'))).toEqual(['Sources', 'Sessions', 'A / run-0'])
  })
})

describe('with a session open', PATIENT, () => {
  const open = async () => {
    const board = await openBoard(runs())
    row('Sessions', 'run-0, A').focus()
    await board.user.keyboard('{Enter}')
    await screen.findByRole('region', drawer('A', 'run-0'))
    return board
  }

  it('j and k open the next and the previous one; before the first there is none', async () => {
    const { user } = await open()
    await user.keyboard('j')
    await screen.findByRole('region', drawer('A', 'later-0'))
    await user.keyboard('jj')
    await screen.findByRole('region', drawer('A', 'later-2'))
    await user.keyboard('k')
    await screen.findByRole('region', drawer('A', 'later-1'))
    await user.keyboard('kkkk')
    await screen.findByRole('region', drawer('A', 'run-0'))
    expect(selected('Sessions')).toEqual(['run-0, A'])
  })

  it('the arrows move the row at once, and the session follows after a short rest: those passed over are not asked', async () => {
    const { user, world } = await open()
    world.forgetRequests()
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}')
    expect(row('Sessions', 'later-2, A')).toHaveFocus()
    await screen.findByRole('region', drawer('A', 'later-2'))
    await settled()
    const last = world.session({ source: 'A', name: 'later-2' }).id
    await waitFor(() => expect(world.received(`rs-admin/sessions/${last}`)).toHaveLength(1))
    expect(row('Sessions', 'later-2, A')).toHaveFocus()
  })

  it('Escape closes it, and the focus is on its row, from wherever in it', async () => {
    const { user } = await open()
    within(screen.getByRole('region', drawer('A', 'run-0')))
      .getByRole('button', { name: 'Next session' })
      .focus()
    await user.keyboard('{Escape}')
    await closed('A', 'run-0')
    expect(row('Sessions', 'run-0, A')).toHaveFocus()
    expect(address()).toEqual({})
  })

  it('its Close button gives the focus back to the row of the session that was shown last', async () => {
    const { user } = await open()
    const opened = screen.getByRole('region', drawer('A', 'run-0'))
    await user.click(within(opened).getByRole('button', { name: 'Next session' }))
    const next = await screen.findByRole('region', drawer('A', 'later-0'))
    await user.click(within(next).getByRole('button', { name: 'Close' }))
    await closed('A', 'later-0')
    expect(row('Sessions', 'later-0, A')).toHaveFocus()
  })

  it('Escape in a dialog closes that alone, and the focus is back on the button that opened it', async () => {
    const { user } = await open()
    const button = await screen.findByRole('button', { name: 'Relaunch errors (2)' })
    button.focus()
    await user.keyboard('{Enter}')
    await screen.findByRole('dialog', { name: /^Relaunch errors: / })
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(button).toHaveFocus()
    expect(screen.getByRole('region', drawer('A', 'run-0'))).toBeInTheDocument()
  })

  it('F6 cycles: sources, sessions, the session, and the sources again', async () => {
    const { user } = await open()
    row('Sources', 'A').focus()
    await user.keyboard('{F6}')
    expect(grid('Sessions')).toContainElement(document.activeElement as HTMLElement)
    await user.keyboard('{F6}')
    expect(screen.getByRole('region', drawer('A', 'run-0'))).toContainElement(document.activeElement as HTMLElement)
    await user.keyboard('{F6}')
    expect(row('Sources', 'A')).toHaveFocus()
  })
})

describe('with a message on the page', PATIENT, () => {
  it('F6 includes it too, and everything else', async () => {
    const { user } = await openBoard(runs())
    await user.click(row('Sessions', 'run-0, A'))
    await user.click(await screen.findByRole('button', { name: 'Relaunch errors (2)' }))
    const dialog = await screen.findByRole('dialog', { name: /^Relaunch errors: / })
    await user.click(within(dialog).getByRole('button', { name: 'Relaunch (2)' }))
    await waitFor(() => expect(screen.queryByRole('dialog', { name: /^Relaunch errors: / })).toBeNull())
    const messages = await screen.findByRole('region', { name: 'Messages' })
    await within(messages).findByRole('button', { name: 'Close message' })
    const regions = [grid('Sources'), grid('Sessions'), screen.getByRole('region', drawer('A', 'run-0')), messages]
    row('Sources', 'A').focus()
    for (const place of [1, 2, 3, 0]) {
      await user.keyboard('{F6}')
      expect(regions.findIndex(region => region.contains(document.activeElement))).toBe(place)
    }
  })
})

describe('without one', PATIENT, () => {
  it('j and k move the focus in the list', async () => {
    const { user } = await openBoard(runs())
    row('Sessions', 'run-0, A').focus()
    await user.keyboard('jjk')
    expect(row('Sessions', 'later-0, A')).toHaveFocus()
    expect(address()).toEqual({})
  })

  it('F6 leads from the page to the sources, then to the sessions, and round again', async () => {
    const { user } = await openBoard(runs())
    await user.keyboard('{F6}')
    expect(row('Sources', 'A')).toHaveFocus()
    await user.keyboard('{F6}')
    expect(row('Sessions', 'run-0, A')).toHaveFocus()
    await user.keyboard('{F6}')
    expect(row('Sources', 'A')).toHaveFocus()
  })

  it('/ leads to the name filter of the sessions, wherever the focus is', async () => {
    const { user } = await openBoard(runs())
    await user.keyboard('/')
    expect(nameFilter('Sessions')).toHaveFocus()
    expect(nameFilter('Sessions')).toHaveValue('')
  })

  it('r refreshes', async () => {
    const world = runs()
    const { user } = await openBoard(world)
    await user.keyboard('r')
    await waitFor(() => expect(questions(world, 'Sources')).toHaveLength(1))
    await settled()
  })

  it('? shows this list with every key in it; Escape closes it, and the focus is back', async () => {
    const { user } = await openBoard(runs())
    row('Sessions', 'run-0, A').focus()
    await user.keyboard('?')
    const dialog = await screen.findByRole('dialog', { name: 'Keyboard' })
    const keys = within(dialog)
      .getAllByRole('term')
      .flatMap(term => [...term.children].map(({ textContent }) => textContent))
    expect(keys).toEqual(
      expect.arrayContaining([
        '/',
        'r',
        '↑',
        '↓',
        'Home',
        'End',
        'PgUp',
        'PgDn',
        'Enter',
        'Esc',
        'j',
        'k',
        'F6',
        'h',
        '?',
      ]),
    )
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(row('Sessions', 'run-0, A')).toHaveFocus()
  })

  it('the focus is back on the menu’s button after the settings', async () => {
    const { user } = await openBoard(runs())
    const button = screen.getByRole('button', { name: /^User/ })
    button.focus()
    await user.keyboard('{Enter}')
    await screen.findByRole('menu')
    await user.keyboard('{Enter}')
    await screen.findByRole('dialog', { name: 'Settings' })
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(button).toHaveFocus()
  })
})

describe('single letters', PATIENT, () => {
  it('are mere letters in a field', async () => {
    const world = runs()
    const { user } = await openBoard(world)
    await user.click(nameFilter('Sources'))
    await user.keyboard('r/?jk')
    expect(nameFilter('Sources')).toHaveValue('r/?jk')
    expect(nameFilter('Sources')).toHaveFocus()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(questions(world, 'Sessions')).toEqual([])
  })

  it('are silent under a dialog', async () => {
    const world = runs()
    const { user } = await openBoard(world)
    await counted()
    world.forgetRequests()
    await user.keyboard('?')
    const dialog = await screen.findByRole('dialog', { name: 'Keyboard' })
    await user.keyboard('r/j')
    expect(dialog).toContainElement(document.activeElement as HTMLElement)
    expect(world.requests).toEqual([])
  })

  it('are the browser’s with Ctrl, Meta or Alt', async () => {
    const world = runs()
    const { user } = await openBoard(world)
    await counted()
    world.forgetRequests()
    await user.keyboard('{Control>}r{/Control}{Meta>}r{/Meta}{Alt>}r{/Alt}')
    await settled()
    expect(world.requests).toEqual([])
  })

  it('are what the keyboard writes, wherever the key is: ? and / with Shift on a French one', async () => {
    await openBoard(runs())
    fireEvent.keyDown(document.body, { key: '/', code: 'Period', shiftKey: true })
    expect(nameFilter('Sessions')).toHaveFocus()
    nameFilter('Sessions').blur()
    fireEvent.keyDown(document.body, { key: '?', code: 'KeyM', shiftKey: true })
    expect(await screen.findByRole('dialog', { name: 'Keyboard' })).toBeInTheDocument()
    expect(rowNames('Sessions').length).toBeGreaterThan(0)
  })
})
