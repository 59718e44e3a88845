/** Two sessions of a source side by side: counters and causes, the one before by default, and no more requests than said. */
import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { GROUPED } from '@/queries/cause-comparison'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { openBoard } from './on-the-board'

const PATIENT = { timeout: 30_000 }
const LATER = { timeout: 8_000 }

const twoRuns = () =>
  aWorld()
    .withSession('A/first', s => s.oais({ done: 9 }).changed('5h'))
    .withSession('A/before', s => s.oais({ done: 100, errors: 12 }).catalog({ indexed: 100 }).changed('3h'))
    .withSession('A/now', s => s.oais({ done: 60, errors: 40 }).changed('1h'))
    .withSession('B/before', s => s.oais({ done: 1 }).changed('2h'))

async function openDialog(world: World, session = 'now') {
  const { user } = await openBoard(world, `/?source=A&session=${session}`, 'lead')
  await user.click(await screen.findByRole('button', { name: 'Compare…' }, LATER))
  return { user, dialog: await screen.findByRole('dialog', { name: 'Compare two sessions' }, LATER) }
}

const field = (dialog: HTMLElement) => within(dialog).getByRole('combobox', { name: 'Compare with session' })

const cells = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .slice(1)
    .map(row => [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent.trim()).join(' | '))

const counters = (dialog: HTMLElement) => within(dialog).findByRole('table', { name: 'Counters' }, LATER)

/** Rows of lists of errors that were asked for. */
const listReads = (world: World) => world.received('rs-ingest/requests')

async function compareCauses(user: UserEvent, dialog: HTMLElement) {
  await user.click(await within(dialog).findByRole('button', { name: 'Compare causes' }, LATER))
  return within(dialog).findByRole('table', { name: 'OAIS' }, LATER)
}

describe('the comparison of two sessions', PATIENT, () => {
  it('has the one before it by default, and what differs of each step; identical counters are folded', async () => {
    const { user, dialog } = await openDialog(twoRuns().build())
    const table = await counters(dialog)
    expect(field(dialog)).toHaveValue('before')
    expect(cells(table)).toEqual([
      'OAIS',
      'In (requests) | 112 | 100 | −12',
      'Out (products) | 100 | 60 | −40',
      'In error | 12 | 40 | +28',
      'Received (Requests) | 112 | 100 | −12',
      'Errors (Requests) | 12 | 40 | +28',
      'Referenced (Products) | 100 | 60 | −40',
      'Catalogue',
      'In (products) | 100 | no step | −100',
      'Out (products) | 100 | no step | −100',
      'Indexed (Products) | 100 | no step | −100',
    ])
    await user.click(within(dialog).getByRole('button', { name: /^Show \d+ identical counters$/ }))
    expect(cells(table)).toContain('Running | 0 | 0 | 0')
    await user.click(within(dialog).getByRole('button', { name: 'Hide identical counters' }))
    expect(cells(table)).not.toContain('Running | 0 | 0 | 0')
  })

  it('is with any other session of the source, found by a part of its name; one of another source is none', async () => {
    const world = twoRuns().build()
    const { user, dialog } = await openDialog(world)
    await counters(dialog)
    await user.clear(field(dialog))
    await user.type(field(dialog), 'fir')
    await user.click(await within(dialog).findByRole('option', { name: 'first' }, LATER))
    await waitFor(async () => expect(cells(await counters(dialog))).toContain('Out (products) | 9 | 60 | +51'), LATER)
    await user.clear(field(dialog))
    await user.type(field(dialog), 'elsewhere{Enter}')
    expect(await within(dialog).findByText(/^No other session of this source has this name/, {}, LATER)).toBeVisible()
    expect(within(dialog).queryByRole('table')).toBeNull()
    expect(field(dialog)).toHaveValue('elsewhere')
  })

  it('of the first session is with the next one; of an only one there is none', async () => {
    const { dialog } = await openDialog(twoRuns().build(), 'first')
    await counters(dialog)
    expect(field(dialog)).toHaveValue('before')
  })

  it('says that there is no other session', async () => {
    const { dialog } = await openDialog(
      aWorld()
        .withSession('A/now', s => s.oais({ done: 1 }))
        .build(),
    )
    expect(await within(dialog).findByText('This source has no other session.', {}, LATER)).toBeVisible()
    expect(within(dialog).queryByRole('combobox')).toBeNull()
  })

  it('reads causes only when asked to: how many of each in both, and nothing twice', async () => {
    const world = twoRuns().build()
    const { user, dialog } = await openDialog(world)
    await counters(dialog)
    expect(listReads(world)).toEqual([])
    const table = await compareCauses(user, dialog)
    const same = within(dialog).queryByRole('button', { name: /identical causes?$/ })
    if (same !== null) await user.click(same)
    const rows = cells(table).map(row => row.split(' | '))
    const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column]), 0)
    expect(listReads(world)).toHaveLength(2)
    expect(dialog).toHaveTextContent(/before\S*: 12 errors · \S*now\S*: 40 errors/)
    for (const [, before, now, difference = ''] of rows) {
      expect(Number(now) - Number(before)).toBe(Number(difference.replace('−', '-').replace(/ .*/, '')))
      expect(difference.endsWith(' new')).toBe(before === '0')
      expect(difference.endsWith(' gone')).toBe(now === '0')
    }
    expect([sum(1), sum(2)]).toEqual([12, 40])
  })

  it('reads a part of a long list, the newest, and says so', async () => {
    const world = aWorld()
      .withSession('A/before', s => s.oais({ done: 1, errors: 3 }).changed('3h'))
      .withSession('A/now', s => s.oais({ done: 1, errors: 1_234 }).changed('1h'))
      .build()
    const { user, dialog } = await openDialog(world)
    await counters(dialog)
    expect(dialog).toHaveTextContent('Loads up to 1,000 errors of each list, the newest first.')
    await compareCauses(user, dialog)
    expect(dialog).toHaveTextContent(/now\S*: first 1,000 errors of 1,234/)
    expect(GROUPED).toBe(1000)
    expect(listReads(world)).toHaveLength(3)
  })

  it('can be cancelled while it reads, and begun again', async () => {
    const world = twoRuns().build()
    const { user, dialog } = await openDialog(world)
    await counters(dialog)
    const { fetch } = globalThis
    const hold = vi.spyOn(globalThis, 'fetch').mockImplementation((...call) => {
      const request = new Request(...call)
      if (!request.url.includes('rs-ingest/requests')) return fetch(...call)
      return new Promise((_, reject) => {
        request.signal.addEventListener('abort', () => reject(request.signal.reason as Error))
      })
    })
    await user.click(within(dialog).getByRole('button', { name: 'Compare causes' }))
    expect(await within(dialog).findByText('0 of 52 errors loaded')).toBeVisible()
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    expect(await within(dialog).findByRole('button', { name: 'Compare causes' })).toBeVisible()
    hold.mockRestore()
    expect(await compareCauses(user, dialog)).toBeVisible()
  })

  it('stops at once when the sign-in is lost: no other list is asked', async () => {
    const world = aWorld()
      .withSession('A/before', s => s.scan({ errors: 2 }).oais({ done: 1, errors: 3 }).changed('3h'))
      .withSession('A/now', s => s.scan({ errors: 1 }).oais({ done: 1, errors: 5 }).changed('1h'))
      .build()
    const { user, dialog } = await openDialog(world)
    await counters(dialog)
    const { fetch } = globalThis
    const lists: string[] = []
    vi.spyOn(globalThis, 'fetch').mockImplementation((...call) => {
      const { url, signal } = new Request(...call)
      if (!/rs-dataprovider\/products|rs-ingest\/requests/.test(url)) return fetch(...call)
      lists.push(url)
      // The first one is told; the one beside it would be answered later.
      if (lists.length > 1)
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error))
        })
      return Promise.resolve(new Response('{}', { status: 401, headers: { 'Content-Type': 'application/json' } }))
    })
    await user.click(await within(dialog).findByRole('button', { name: 'Compare causes' }, LATER))
    await waitFor(() => expect(within(dialog).getByText(/^Could not load these errors/)).toBeInTheDocument(), LATER)
    expect(within(dialog).getByText('Compare causes')).toBeInTheDocument()
    expect(lists.length).toBeLessThanOrEqual(2)
  })

  it('says what could not be read beside what could', async () => {
    const world = aWorld()
      .withSession('A/before', s => s.scan({ errors: 2 }).oais({ done: 1, errors: 3 }).changed('3h'))
      .withSession('A/now', s =>
        s.scan({ errors: 1 }).oais({ done: 1, errors: 5 }).storage({ errors: 4 }).changed('1h'),
      )
      .build()
    const { user, dialog } = await openDialog(world)
    await counters(dialog)
    expect(dialog).toHaveTextContent('Not compared: REGARDS does not list errors by session for Storage.')
    const { fetch } = globalThis
    vi.spyOn(globalThis, 'fetch').mockImplementation((...call) =>
      new Request(...call).url.includes('rs-dataprovider/products')
        ? Promise.resolve(
            new Response('{"messages":["Chains are being moved"]}', {
              status: 422,
              headers: { 'Content-Type': 'application/json' },
            }),
          )
        : fetch(...call),
    )
    expect(await compareCauses(user, dialog)).toBeVisible()
    expect(within(dialog).getByRole('alert')).toHaveTextContent(/^Could not load these errors .*Chains are being moved/)
    expect(field(dialog)).toHaveValue('before')
  })

  it('names the right that a list needs, and does not ask for it', async () => {
    const world = aWorld()
      .withSession('A/before', s => s.scan({ errors: 2 }).changed('3h'))
      .withSession('A/now', s => s.scan({ errors: 1 }).changed('1h'))
      .build()
    const { user } = await openBoard(world, '/?source=A&session=now')
    await user.click(await screen.findByRole('button', { name: 'Compare…' }, LATER))
    const dialog = await screen.findByRole('dialog', { name: 'Compare two sessions' }, LATER)
    await waitFor(
      () => expect(dialog).toHaveTextContent('Data provider: Not compared: right GET rs-dataprovider/products missing'),
      LATER,
    )
    expect(within(dialog).queryByRole('button', { name: 'Compare causes' })).toBeNull()
    expect(world.received('rs-dataprovider/products')).toEqual([])
  })
})
