/** Opens the board of a world in the whole application, and finds its way on it: lists, rows, filters, rounds, time. */
import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, vi } from 'vitest'
import type { World } from '@simulator/world'
import { useConfiguration } from '@/stores/configuration'
import { announce } from '@/ui/announce'
import { aWorld } from '@tests/support/a-world'
import type { Account } from '@tests/support/render-app'
import { renderApp } from '@tests/support/render-app'

export type ListName = 'Sources' | 'Sessions'

// Found also while a dialog is over the page.
const BEHIND = { hidden: true }

export const grid = (list: ListName) => screen.getByRole('grid', { name: list, ...BEHIND })
export const pane = (list: ListName) => screen.getByRole('region', { name: new RegExp(`^${list}`), ...BEHIND })

/** The names of the rows that are drawn, from the top. */
export function rowNames(list: ListName): readonly string[] {
  const [, ...rows] = within(grid(list)).queryAllByRole('row', BEHIND)
  return rows.map(row => row.getAttribute('aria-label') ?? '')
}

export const row = (list: ListName, name: string | RegExp) => within(grid(list)).getByRole('row', { name, ...BEHIND })
export const findRow = (list: ListName, name: string | RegExp) => within(grid(list)).findByRole('row', { name })

/** The text of a row under a header, which may have a sign after its word. */
export function cell(list: ListName, name: string | RegExp, header: string): HTMLElement {
  const headers = within(grid(list)).getAllByRole('columnheader', BEHIND)
  const place = headers.findIndex(({ textContent }) => textContent.startsWith(header))
  const found = within(row(list, name)).getAllByRole('gridcell', BEHIND)[place]
  if (found === undefined) throw new Error(`No column "${header}" in ${list}`)
  return found
}

/** The names of the rows that are marked as chosen. */
export const selected = (list: ListName) =>
  within(grid(list))
    .queryAllByRole('row', { selected: true, ...BEHIND })
    .map(found => found.getAttribute('aria-label'))

export const nameFilter = (list: ListName) =>
  screen.getByRole('combobox', { name: list === 'Sources' ? 'Search a source' : 'Search a session', ...BEHIND })
const stateChips = (list: ListName) => screen.getByRole('group', { name: `State of ${list.toLowerCase()}`, ...BEHIND })

/** The button of a state, whatever its count. */
export const stateChip = (list: ListName, state: string) =>
  within(stateChips(list)).getByRole('button', { name: new RegExp(String.raw`^${state}(?: [\d,]+)?$`), ...BEHIND })

/** The states that a list is filtered by, without their counts; "All" for none. */
export const pressedStates = (list: ListName) =>
  within(stateChips(list))
    .getAllByRole('button', { pressed: true, ...BEHIND })
    .map(({ textContent }) => textContent.replace(/ [\d,]*$/, ''))

/** What the buttons of the states say, from the left. */
export const stateWords = (list: ListName) =>
  within(stateChips(list))
    .getAllByRole('button', BEHIND)
    .map(({ textContent }) => textContent.trim())
export const refreshButton = () => screen.getByRole('button', { name: 'Refresh', ...BEHIND })
/** As assistive technology says a name: without the spaces around it, one for several. */
export const spoken = (name: string) => name.replace(/\s+/g, ' ').trim()
export const drawer = (source: string, session: string) => ({ name: spoken(`${source} / ${session}`), ...BEHIND })

/** What the address says. */
export const address = (): Readonly<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(window.location.search))

const asked = (world: World, list: ListName) =>
  world.received(`rs-admin/${list.toLowerCase()}?`).map(({ url }) => new URL(url, 'http://gateway').searchParams)

/** Counts by state ask for one row. */
const isCount = (question: URLSearchParams) => question.get('size') === '1'
/** The last ten sessions of a source, for its pulse: read when idle. */
const isPulse = (question: URLSearchParams) =>
  question.get('size') === '10' && question.get('sort')?.startsWith('creationDate,desc') === true

/** What a list was asked, one question per request; without it, the names are suggestions and ids single sessions. */
export const questions = (world: World, list: ListName) =>
  asked(world, list).filter(question => !isCount(question) && !isPulse(question))

/** What the pulses of sources were asked, one question per request. */
export const pulseQuestions = (world: World) => asked(world, 'Sessions').filter(isPulse)

/** What the counts by state were asked, one question per request. */
export const countQuestions = (world: World, list: ListName) => asked(world, list).filter(isCount)

/** So long that the next click is none of a double click (src/ui/useSteadyClick.ts). */
export async function apart(): Promise<void> {
  const start = performance.now()
  await waitFor(() => expect(performance.now() - start).toBeGreaterThan(500))
}

/** The counts over both lists have come, the last that the page asks for by itself. */
export async function counted(): Promise<void> {
  await waitFor(
    () => {
      for (const list of ['Sources', 'Sessions'] as const) expect(pane(list)).toHaveTextContent(/All \d/)
    },
    { timeout: 30_000 },
  )
}

/** Nothing is running any more. */
export async function settled(): Promise<void> {
  await waitFor(() => {
    for (const list of ['Sources', 'Sessions'] as const) expect(pane(list)).toHaveAttribute('aria-busy', 'false')
    expect(refreshButton()).toHaveAttribute('aria-busy', 'false')
  })
}

/** The board at an address, its first answers there and forgotten. */
export async function openBoard(world: World, url = '/', signedIn: Account = 'operator') {
  // What an earlier test made the page say is not what this one hears.
  announce('')
  // A closer look at sources when idle is a matter of its own.
  useConfiguration.setState({ sourceChecks: false })
  const app = await renderApp({ world, url, signedIn })
  await settled()
  world.forgetRequests()
  const refresh = async () => {
    await app.user.click(refreshButton())
    await settled()
  }
  return { ...app, refresh }
}

/** From now on time passes only when the test says so; requests and their answers take what they take. */
export function holdTime(): void {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
}

/** Lets time pass for the page and for REGARDS alike, and each round come to its end. */
export async function pass(world: World, seconds: number, each: () => void = () => undefined): Promise<void> {
  for (let passed = 0; passed < seconds; passed += 5) {
    world.advance('5s')
    await act(() => vi.advanceTimersByTimeAsync(5000))
    await settled()
    each()
  }
}

/** The latest of them in error, each with as many products as its name says. */
export const threeSessions = () =>
  aWorld()
    .withSession('A/one', s => s.oais({ done: 1, errors: 2 }).changed('1m'))
    .withSession('A/two', s => s.oais({ done: 2 }).changed('2m'))
    .withSession('A/three', s => s.oais({ done: 3 }).changed('3m'))
    .build()

/** One more product in each of these sessions of A, as REGARDS counts it some seconds later. */
export function work(world: World, ...names: readonly string[]): void {
  for (const name of names)
    world.archive.addItem(world.session({ source: 'A', name }), 'oais', { kind: 'ingestRequest', status: 'STORED' })
  world.advance('10s')
}

/** The announcements to screen readers. */
export const told = () => screen.queryAllByRole('status', { hidden: true }).map(({ textContent }) => textContent.trim())
