/** Opens a list behind a "See ..." of a session in the whole application, and finds its way in it. */
import { screen, within } from '@testing-library/react'
import { expect } from 'vitest'
import type { World } from '@simulator/world'
import { renderApp } from '@tests/support/render-app'
import type { Account, CardName } from './in-the-drawer'
import { openSession } from './in-the-drawer'

/** A dialog and what is in it. */
export function listIn(dialog: HTMLElement, name: RegExp | string) {
  const grid = () => within(dialog).getByRole('grid', { name })
  return {
    dialog,
    grid,
    /** The names of the rows that are drawn and read, from the top. */
    rowNames: (): readonly string[] =>
      within(grid())
        .getAllByRole('row')
        .slice(1)
        .map(row => row.getAttribute('aria-label') ?? '')
        .filter(text => !/^Row \d+, loading$/.test(text)),
    row: (of: RegExp | string) => within(grid()).findByRole('row', { name: of }),
    /** What its causes are, from the top: count, text, share. */
    causes: () =>
      within(within(dialog).getByRole('region', { name: 'Errors grouped by cause' })).getAllByRole('button', {
        name: /×/,
      }),
    detail: () => within(dialog).findByRole('region', { name: /^Details of / }),
  }
}

/** Opens a list by the button of its card. */
export async function openList(
  world: World,
  [source, session]: readonly [string, string],
  [card, button, title]: readonly [CardName, RegExp | string, string],
  account: Account = 'operator',
) {
  const opened = await openSession(world, source, session, account)
  const see = await within(await opened.card(card)).findByRole('button', { name: button })
  // Rights are read once after the sign-in.
  await expect.poll(() => see.getAttribute('aria-disabled')).not.toBe('true')
  world.forgetRequests()
  await opened.user.click(see)
  const dialog = await screen.findByRole('dialog', { name: title })
  return { ...opened, see, ...listIn(dialog, title) }
}

/** Opens a list by its address. */
export async function openListAt(
  world: World,
  [source, session]: readonly [string, string],
  records: string,
  title: string,
  { account = 'operator', part }: { readonly account?: Account; readonly part?: string } = {},
) {
  const address = new URLSearchParams({ source, session, records, ...(part && { recordsPart: part }) })
  const { user } = await renderApp({ world, url: `/?${address.toString()}`, signedIn: account })
  const dialog = await screen.findByRole('dialog', { name: title })
  return { user, ...listIn(dialog, title) }
}

export const isGone = (title: string) =>
  expect.poll(() => screen.queryByRole('dialog', { name: title }), { timeout: 10_000 }).toBeNull()
