/** What a copy does where the browser has no clipboard for the page, and messages that say the same. */
import { act, screen, waitFor } from '@testing-library/react'
import { renderInTheme } from '@tests/support/render-in-theme'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { setLanguage } from '@/i18n/i18n'
import { Notices, notify } from '@/ui/notices'
import { useCopy } from '@/ui/useCopy'

const NAME = 'day\u00a01\u2009'

function CopyButton() {
  const copy = useCopy()
  return (
    <button type="button" onClick={() => copy(NAME, 'Copied!')}>
      Copy
    </button>
  )
}

function onPlainHttp(command?: () => boolean): void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })
  if (command !== undefined) Object.assign(document, { execCommand: command })
}

afterEach(() => {
  Reflect.deleteProperty(navigator, 'clipboard')
  Reflect.deleteProperty(document, 'execCommand')
})

const messages = () => screen.queryAllByRole('status').map(({ textContent }) => textContent)

describe('copying on plain http', () => {
  it.each([
    ['en', 'Copy failed: the browser blocked it. The text is selected: press Ctrl+C.'],
    ['fr', 'Échec de la copie\u00a0: le navigateur l’a bloquée. Le texte est sélectionné\u00a0: appuyez sur Ctrl+C.'],
  ] as const)('shows the text selected, and says which keys copy it, in %s', async (language, words) => {
    await setLanguage(language)
    const user = userEvent.setup()
    onPlainHttp()
    renderInTheme(
      <>
        <CopyButton />
        <Notices />
      </>,
    )
    await user.click(screen.getByRole('button', { name: 'Copy' }))
    await waitFor(() => expect(messages()).toEqual([`${words}${NAME}`]))
    await waitFor(() => expect(document.getSelection()?.toString()).toBe(NAME))
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Copy' }))
  })

  it('copies with the browser’s own command to the letter, and shows what was copied', async () => {
    const taken = vi.fn()
    const user = userEvent.setup()
    onPlainHttp(() => {
      const event = Object.assign(new Event('copy', { bubbles: true, cancelable: true }), {
        clipboardData: { setData: taken },
      })
      document.body.dispatchEvent(event)
      return true
    })
    renderInTheme(
      <>
        <CopyButton />
        <Notices />
      </>,
    )
    await user.click(screen.getByRole('button', { name: 'Copy' }))
    expect(await screen.findByText('Copied!')).toBeInTheDocument()
    expect(taken).toHaveBeenCalledExactlyOnceWith('text/plain', NAME)
    await waitFor(() => expect(document.getSelection()?.toString()).toBe(NAME))
  })
})

describe('messages', () => {
  it('that say the same are one, which says how often; another text or another button is another one', async () => {
    renderInTheme(<Notices />)
    const onClick = vi.fn()
    const say = (text: string, label?: string) =>
      notify({ tone: 'error', text, ...(label === undefined ? {} : { action: { label, onClick } }) })
    await act(async () => {
      for (let n = 0; n < 3; n++) say('Not copied.')
      say('Not copied.', 'Again')
      say('Not saved.')
      await Promise.resolve()
    })
    await screen.findByText('Not copied. (3 times)', { selector: 'p' })
    expect(screen.getAllByText('Not copied.', { selector: 'p' })).toHaveLength(1)
    expect(screen.getAllByText('Not saved.', { selector: 'p' })).toHaveLength(1)
    expect(screen.getAllByRole('button', { name: 'Again', hidden: true })).toHaveLength(1)
  })

  it('that tell of a failure are one alert, which the keyboard and a screen reader reach', async () => {
    renderInTheme(<Notices />)
    act(() => notify({ tone: 'error', text: 'Not sent' }))
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('Not sent')
    expect(alert).not.toHaveAttribute('aria-hidden')
    expect(screen.getAllByText('Not sent')).toHaveLength(1)
    await userEvent.setup().click(screen.getByRole('button', { name: 'Close message' }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  })

  it('that was closed begins anew', async () => {
    const user = userEvent.setup()
    renderInTheme(<Notices />)
    const say = () => act(() => notify({ tone: 'info', text: 'Nothing copied.' }))
    say()
    say()
    expect(await screen.findByText('Nothing copied. (2 times)')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Close message' }))
    await waitFor(() => expect(messages()).toEqual([]))
    say()
    expect(await screen.findByText('Nothing copied.')).toBeInTheDocument()
  })
})
