/** Signing in: what is sent, why it is refused, and that the entries are kept (docs/regards-api/previous-dashboard-defects.md 34 and 35). */
import { screen, waitFor } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { REFUSAL_CODES } from '@/features/sign-in/refusal-words'
import { signIn as english } from '@/i18n/en/signIn'
import { signIn as french } from '@/i18n/fr/signIn'
import type { Language } from '@/domain/languages'
import { ACCOUNTS, PASSWORD } from '@simulator/accounts'
import { useConfiguration } from '@/stores/configuration'
import { aWorld } from '@tests/support/a-world'
import { renderApp } from '@tests/support/render-app'
import { address, drawer, rowNames } from './on-the-board'

const PATIENT = { timeout: 30_000 }
const TOKEN = 'rs-authentication/oauth/token'

const theWorld = () =>
  aWorld()
    .withSession('A/day-1', s => s.oais({ done: 3 }))
    .build()

interface Typed {
  readonly project?: string
  readonly email?: string
  readonly password?: string
}

/** Fills the form in with what is not said otherwise, and sends it off. */
async function fillIn(user: UserEvent, typed: Typed = {}, words: typeof english | typeof french = english) {
  const { project = 'demo', email = 'operator@example.org', password = PASSWORD } = typed
  const fields = [
    [await screen.findByRole('combobox', { name: words.project }), project],
    [screen.getByRole('textbox', { name: words.email }), email],
    [screen.getByLabelText(words.password), password],
  ] as const
  for (const [field, text] of fields) {
    await user.click(field)
    await user.clear(field)
    if (text !== '') await user.paste(text)
  }
  await user.click(screen.getByRole('button', { name: words.submit }))
}

const passwordField = () => screen.getByLabelText('Password')

describe('signing in', PATIENT, () => {
  it('leads to the page that was asked for, with its open session', async () => {
    const { user } = await renderApp({ world: theWorld(), url: '/?source=A&session=day-1' })
    await fillIn(user)
    expect(await screen.findByRole('region', drawer('A', 'day-1'))).toBeInTheDocument()
    expect(address()).toEqual({ source: 'A', session: 'day-1' })
  })

  it('sends the password in the body of one request: no address and no other request holds it', async () => {
    const world = theWorld()
    const { user } = await renderApp({ world })
    await fillIn(user)
    await waitFor(() => expect(rowNames('Sessions')).toEqual(['day-1, A']))
    const [token, ...others] = world.requests.filter(request => JSON.stringify(request).includes(PASSWORD))
    expect(others).toEqual([])
    expect(token).toMatchObject({ method: 'POST', url: TOKEN })
    expect(JSON.parse(token?.body ?? '')).toEqual({
      grant_type: 'password',
      scope: 'demo',
      username: 'operator@example.org',
      password: PASSWORD,
    })
    expect(JSON.stringify(token?.headers)).not.toContain(PASSWORD)
    expect(window.location.href).not.toContain(PASSWORD)
  })

  it('sends a password of any characters as it was typed', async () => {
    const world = theWorld()
    const { user } = await renderApp({ world })
    const password = ' p&ss#w%rd+é ☀'
    await fillIn(user, { password })
    await screen.findByText(english.refused.ACCOUNT_UNKNOWN)
    expect(JSON.parse(world.received(TOKEN)[0]?.body ?? '')).toMatchObject({ password })
    expect(world.received(TOKEN)[0]?.url).toBe(TOKEN)
  })

  it('keeps the token in this tab and the password nowhere', async () => {
    const { user } = await renderApp({ world: theWorld() })
    await fillIn(user)
    await waitFor(() => expect(rowNames('Sessions')).toHaveLength(1))
    const kept = (storage: Storage) => JSON.stringify(Object.entries(storage))
    expect(kept(sessionStorage)).toContain('accessToken')
    expect(kept(sessionStorage)).not.toContain(PASSWORD)
    expect(kept(localStorage)).not.toMatch(/token|operator|orbit/i)
  })

  it('is one request, however often the button is clicked', async () => {
    const world = theWorld()
    const fault = world.faults.latency(TOKEN, '5s')
    const { user } = await renderApp({ world })
    await fillIn(user)
    await user.tripleClick(screen.getByRole('button', { name: english.submitting }))
    await user.type(passwordField(), '{Enter}')
    fault.lift()
    world.advance('5s')
    await waitFor(() => expect(rowNames('Sessions')).toHaveLength(1))
    expect(world.received(TOKEN)).toHaveLength(1)
  })

  it('proposes the public projects that are open, and takes any other name', async () => {
    const { user, world } = await renderApp({ world: theWorld() })
    const field = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Project' })
    const proposed = () => [...(field.list?.options ?? [])].map(({ value }) => value)
    await waitFor(() => expect(proposed()).toEqual(['demo', 'empty-lab']))
    await fillIn(user, { project: 'unlisted' })
    expect(await screen.findByText(english.refused.client)).toBeInTheDocument()
    expect(world.received(TOKEN)[0]?.headers['scope']).toBe('unlisted')
  })
})

/** How each code is provoked: an account of the simulated REGARDS each, or another project. */
const PROVOKED = new Map<string, Typed>([
  ...ACCOUNTS.flatMap(({ email, refusal, userRefusal }) => {
    const code = refusal ?? userRefusal
    return code === undefined ? [] : [[code, { email }] as const]
  }),
  ['ACCOUNT_UNKNOWN', { password: 'wrong' }],
  ['INSTANCE_ACCESS_DENIED', { project: 'instance' }],
])
const WORDS = { en: english, fr: french } as const
const REFUSALS = (['en', 'fr'] as const satisfies readonly Language[]).flatMap(language =>
  REFUSAL_CODES.map(code => [language, code] as const),
)

describe('a sign-in that is refused', PATIENT, () => {
  it.each(REFUSALS)('has a sentence of its own, in "%s" for %s; the password is cleared', async (language, code) => {
    useConfiguration.setState({ language })
    const words = WORDS[language]
    const { user } = await renderApp({ world: theWorld() })
    await screen.findByRole('button', { name: words.submit })
    const typed = PROVOKED.get(code)
    expect(typed).toBeDefined()
    await fillIn(user, typed, words)
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(words.refused[code])
    expect(alert).toHaveTextContent(words.refused.contact)
    expect(Object.values(words.refused).filter(sentence => sentence === words.refused[code])).toHaveLength(1)
    expect(screen.getByRole('combobox', { name: words.project })).toHaveValue(typed?.project ?? 'demo')
    expect(screen.getByRole('textbox', { name: words.email })).toHaveValue(typed?.email ?? 'operator@example.org')
    expect(screen.getByLabelText(words.password)).toHaveValue('')
  })

  it('puts the focus into the password, described by the reason, and the next try succeeds', async () => {
    const { user } = await renderApp({ world: theWorld() })
    await fillIn(user, { password: 'wrong' })
    await waitFor(() => expect(passwordField()).toHaveFocus())
    await waitFor(() =>
      expect(passwordField()).toHaveAccessibleDescription(
        `${english.refused.ACCOUNT_UNKNOWN} ${english.refused.contact}`,
      ),
    )
    await user.keyboard(`${PASSWORD}{Enter}`)
    await waitFor(() => expect(rowNames('Sessions')).toHaveLength(1))
  })

  it.each([
    ['does not answer', (world: ReturnType<typeof theWorld>) => world.faults.outage(TOKEN), english.refused.offline],
    ['answers 502', (world: ReturnType<typeof theWorld>) => world.faults.html(TOKEN, 502), /HTTP 502/],
    ['is not REGARDS', (world: ReturnType<typeof theWorld>) => world.faults.html(TOKEN), english.refused.unreadable],
  ])('because the gateway %s says so, once, and the form is still there', async (_, strike, said) => {
    const world = theWorld()
    strike(world)
    const { user } = await renderApp({ world })
    await fillIn(user)
    expect(await screen.findByRole('alert')).toHaveTextContent(said)
    expect(screen.queryByText(english.refused.contact)).toBeNull()
    expect(world.received(TOKEN)).toHaveLength(1)
    expect(screen.getByRole('textbox', { name: 'E-mail' })).toHaveValue('operator@example.org')
  })

  it('because something is missing asks REGARDS nothing', async () => {
    const world = theWorld()
    const { user } = await renderApp({ world })
    await fillIn(user, { password: '' })
    expect(await screen.findByRole('alert')).toHaveTextContent(english.missing)
    expect(world.received(TOKEN)).toEqual([])
  })
})
