/** Opens a session of a world in the whole application, and finds its way in the drawer. */
import { screen, within } from '@testing-library/react'
import { expect } from 'vitest'
import type { World } from '@simulator/world'
import { renderApp } from '@tests/support/render-app'

export type CardName = 'Acquisition' | 'Referencing' | 'Storage' | 'Diffusion'
export type Account = 'operator' | 'administrator' | 'lead' | 'night'

export async function openSession(world: World, source: string, session: string, signedIn: Account = 'operator') {
  const url = `/?${new URLSearchParams({ source, session }).toString()}`
  const { user } = await renderApp({ world, url, signedIn })
  const drawer = await screen.findByRole('region', { name: `${source} / ${session}` })
  const card = (name: CardName) => within(drawer).findByRole('article', { name })
  const relaunchButton = async (name: CardName) =>
    within(await card(name)).findByRole('button', { name: /^Relaunch error/ })

  /** Opens the relaunch dialog of a card. */
  const openRelaunch = async (name: CardName) => {
    await user.click(await relaunchButton(name))
    return screen.findByRole('dialog', { name: /^Relaunch errors: / })
  }
  /** Clicks the button of the dialog that confirms, once it is enabled. */
  const confirm = async (dialog: HTMLElement, name: RegExp | string = /^Relaunch( again)? \(\d/) => {
    const button = await within(dialog).findByRole('button', { name })
    await expect.poll(() => button.getAttribute('aria-disabled')).not.toBe('true')
    await user.click(button)
  }
  const refresh = () => user.click(screen.getByRole('button', { name: 'Refresh' }))

  return { user, drawer, card, relaunchButton, openRelaunch, confirm, refresh }
}
