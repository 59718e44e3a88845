/** Where the products of a session are lost, in its drawer: the sentence, the picture, the table and the books, over the session that is there anyway. */
import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { World } from '@simulator/world'
import { setLanguage } from '@/i18n/i18n'
import { useConfiguration } from '@/stores/configuration'
import { usePreferences } from '@/stores/preferences'
import { aWorld } from '@tests/support/a-world'
import type { Account } from './in-the-drawer'
import { openSession } from './in-the-drawer'
import { address } from './on-the-board'

const lossy = () =>
  aWorld()
    .withSession('A/day', s =>
      s
        .scan({ done: 20, errors: 3, invalid: 2, incomplete: 4, canceled: 1, invalidFiles: 6, complete: 2 })
        .oais({ done: 12, errors: 3, running: 2, waiting: 1, ignored: 2 })
        .storage({ done: 14, errors: 2, refused: 3, running: 1 })
        .catalog({ indexed: 9, errors: 1 }),
    )
    .withSession('A/direct', s => s.feature({ done: 5, errors: { CREATION: 1 }, denied: { CREATION: 2 } }))
    .withSession('A/requests', s => s.workers({ common: { done: 5, error: 2, retry: 1 } }, 3))
    .build()

async function openLosses(world: World, session = 'day', signedIn: Account = 'operator') {
  const opened = await openSession(world, 'A', session, signedIn)
  await opened.user.click(await within(opened.drawer).findByRole('button', { name: 'Losses' }))
  const panel = await within(opened.drawer).findByRole('region', { name: 'Where products are lost' })
  const lane = (name: 'Products' | 'Files') => within(panel).getByRole('list', { name })
  const stage = (of: 'Products' | 'Files', id: string) => lane(of).querySelector<HTMLElement>(`[data-stage=${id}]`)!
  return { ...opened, panel, lane, stage }
}

/** What is drawn of a stage: its figure, and the length of each part of its bar, by kind. */
function drawn(stage: HTMLElement) {
  const lengths: Record<string, number> = {}
  for (const part of stage.querySelectorAll<HTMLElement>('[data-bar] > [data-part]')) {
    const kind = part.dataset['part'] ?? ''
    lengths[kind] = (lengths[kind] ?? 0) + Number(part.style.flexGrow)
  }
  return { figure: Number(stage.querySelector('strong')?.textContent), lengths }
}

/** What stands beside a bar: the figures of its parts, by kind. */
function said(stage: HTMLElement) {
  const figures: Record<string, number> = {}
  for (const part of stage.querySelectorAll<HTMLElement>('[data-parts] [data-part]')) {
    const kind = `${part.dataset['mixed'] === undefined ? '' : 'mixed '}${part.dataset['part']}`
    figures[kind] = (figures[kind] ?? 0) + Number.parseInt(part.textContent, 10)
  }
  return figures
}

/** A table by its columns: the stages, and the figures by the words of their rows. */
function columnsOf(table: HTMLElement) {
  const heads = within(table).getAllByRole('columnheader')
  const rows = within(table)
    .getAllByRole('rowheader')
    .map(head => ({ word: head.textContent, cells: [...(head.parentElement?.querySelectorAll('td') ?? [])] }))
  return heads.map(({ textContent }, place) => ({
    name: textContent,
    figures: Object.fromEntries(rows.map(({ word, cells }) => [word, cells[place]?.textContent])),
  }))
}

const KINDS = {
  errors: 'In error',
  waiting: 'Waiting',
  running: 'Running',
  leftOut: 'Left out',
  deleted: 'Deleted',
  unaccounted: 'Unaccounted',
  'mixed errors': 'In error, not split',
  'mixed running': 'Running, not split',
} as const

/** Errors and running requests that may be deletions; and a stage with more out than in, and a counter below zero. */
const mixed = () =>
  aWorld()
    .withSession('A/day', s =>
      s
        .scan({ done: 20, errors: 3, invalidFiles: 6 })
        .oais({ done: 12 })
        .step('storage', {
          ...{ storeRequests: 10, storedFiles: 7, requestsErrors: 2, requestsRunning: 1, deleteRequests: 2 },
        })
        .step('catalog', { indexed: 14, indexedError: -1 }),
    )
    .build()

describe('where products are lost', () => {
  it('is shown on demand, without a request, and shown again in the next session', async () => {
    const world = lossy()
    // A closer look at sources when idle is a matter of its own.
    useConfiguration.setState({ sourceChecks: false })
    const { user, drawer, card } = await openSession(world, 'A', 'day')
    await card('Referencing')
    await screen.findByRole('button', { name: 'Refresh' })
    expect(within(drawer).queryByRole('region', { name: 'Where products are lost' })).toBeNull()
    const button = within(drawer).getByRole('button', { name: 'Losses' })
    expect(button).toHaveAttribute('aria-expanded', 'false')
    world.forgetRequests()
    await user.click(button)
    await within(drawer).findByRole('region', { name: 'Where products are lost' })
    await user.click(within(drawer).getByRole('button', { name: 'Table and books' }))
    expect(button).toHaveAttribute('aria-expanded', 'true')
    // The counts over the lists come when idle.
    expect(world.received('').filter(({ url }) => !/[?&]size=1(?:&|$)/.test(url))).toEqual([])
    await user.click(within(drawer).getByRole('button', { name: 'Next session' }))
    const next = await screen.findByRole('region', { name: 'A / direct' })
    await within(next).findByRole('region', { name: 'Where products are lost' })
    await user.click(within(next).getByRole('button', { name: 'Losses' }))
    expect(within(next).queryByRole('region', { name: 'Where products are lost' })).toBeNull()
    expect(usePreferences.getState().losses).toBe(false)
  })

  it('is said in one sentence, products and files by their names', async () => {
    const { panel } = await openLosses(lossy())
    expect(panel).toHaveTextContent(
      '9 of 32 products are in the catalogue; 5 in error at Acquisition, 3 in error at Referencing, 1 in error at Diffusion, ' +
        '2 waiting at Acquisition, 1 waiting at Referencing, 2 running at Referencing, 5 left out at Acquisition, ' +
        '2 left out at Referencing, 2 unaccounted between Referencing and Diffusion, 2 files in error at Storage, ' +
        '1 file running at Storage, 6 files left out at Acquisition, 3 files left out at Storage.',
    )
  })

  it('is said in French', async () => {
    const { panel } = await openLosses(lossy(), 'direct')
    await act(() => setLanguage('fr'))
    expect(panel.querySelector('p')?.textContent).toBe(
      '5 produits sur 8 sont référencés\u00a0; 1 en erreur (Référencement), 2 écartés (Référencement).',
    )
    await act(() => setLanguage('en'))
  })

  it.each<[string, () => World]>([
    ['with all kinds of losses', lossy],
    ['with errors that are not split, and figures that contradict each other', mixed],
  ])('%s, is drawn as it is said, and both as the table has it', async (_name, world) => {
    const { user, panel, lane } = await openLosses(world())
    await user.click(within(panel).getByRole('button', { name: 'Table and books' }))
    for (const [name, title] of [
      ['Products', 'Products, from stage to stage'],
      ['Files', 'Files, from stage to stage'],
    ] as const) {
      const stages = within(lane(name)).getAllByRole('listitem')
      const columns = columnsOf(within(panel).getByRole('table', { name: title }))
      expect(columns).toHaveLength(stages.length - 1)
      for (const [place, { figures, name: between }] of columns.entries()) {
        const [from, to] = [stages[place]!, stages[place + 1]!]
        const words = (stage: HTMLElement) => stage.querySelector('[data-explained]')?.textContent
        expect(between).toBe(`${words(from)} → ${words(to)}`)
        expect([figures['In'], figures['Out']]).toEqual([drawn(from).figure, drawn(to).figure].map(String))
        const parts = said(from)
        for (const [kind, word] of Object.entries(KINDS))
          expect(figures[word], `${between}: ${word}`).toBe(
            figures[word] === '–'
              ? '–'
              : figures[word] === undefined && parts[kind] === undefined
                ? undefined
                : String(parts[kind] ?? (kind === 'unaccounted' ? -(parts['excess'] ?? 0) : 0)),
          )
        const marks = [...from.querySelectorAll('[data-mark]')].map(({ textContent }) => textContent)
        const excess = parts['excess'] === undefined ? [] : ['more than came in']
        expect(
          (figures['Marks'] ?? '')
            .split(', ')
            .filter(mark => mark !== '')
            .sort(),
        ).toEqual([...excess, ...marks].sort())
        // Without a difference there is nothing to split; what may be of other requests, or is below zero, is no part of a bar.
        const { on = 0, ...split } = drawn(from).lengths
        const inBar = Object.entries(parts).filter(([kind, value]) => !/^mixed|^excess/.test(kind) && value > 0)
        if (figures['Unaccounted'] === '–') expect(split).toEqual({})
        else expect(split).toEqual(Object.fromEntries(inBar))
        expect(on + Object.values(split).reduce((sum, length) => sum + length, 0)).toBe(drawn(from).figure)
      }
    }
  })

  it.each([
    ['Products', 'acquired', '3 in error: generation failed', 'productErrors'],
    ['Products', 'acquired', '4 left out: incomplete', 'productsIncomplete'],
    ['Products', 'submitted', '3 in error: OAIS', 'oaisErrors'],
    ['Products', 'submitted', '1 waiting: for administrator', 'oaisWaiting'],
    ['Products', 'referenced', '1 in error: indexing', 'crawls'],
    ['Files', 'filesSubmitted', '2 in error', 'storageErrors'],
  ] as const)('%s, %s: "%s" opens its list', async (of, id, name, list) => {
    const { user, stage } = await openLosses(lossy(), 'day', 'lead')
    const button = within(stage(of, id)).getByRole('button', { name })
    expect(button).toHaveAttribute('aria-haspopup', 'dialog')
    await user.click(button)
    await waitFor(() => expect(address()['records']).toBe(list))
  })

  it('opens the errors of creations, not of other requests', async () => {
    const { user, stage } = await openLosses(lossy(), 'direct')
    await user.click(within(stage('Products', 'submitted')).getByRole('button', { name: '1 in error: GeoJSON' }))
    expect(address()).toMatchObject({ records: 'featureErrors', recordsPart: 'CREATION' })
  })

  it('what no list explains is text that says so', async () => {
    const { stage } = await openLosses(lossy())
    for (const [text, why] of [
      ['2 running: OAIS', 'The dashboard has no list of these.'],
      ['2 left out: ignored', 'The dashboard has no list of these.'],
    ] as const) {
      const note = within(stage('Products', 'submitted')).getByText(text).closest<HTMLElement>('[role=note]')!
      act(() => note.focus())
      expect(note).toHaveAccessibleDescription(why)
      expect(stage('Products', 'submitted')).toHaveTextContent(text)
      expect(within(stage('Products', 'submitted')).queryByRole('button', { name: text })).toBeNull()
    }
  })

  it('a user without the right to a list is told so, and it stays shut', async () => {
    const { user, stage } = await openLosses(lossy(), 'day', 'night')
    const button = within(stage('Products', 'acquired')).getByRole('button', { name: '3 in error: generation failed' })
    await waitFor(() => expect(button).toHaveAttribute('aria-disabled', 'true'))
    expect(button).toHaveAccessibleDescription(/does not have the right/)
    await user.click(button)
    expect(address()['records']).toBeUndefined()
  })

  it('a step that the session does not have is not used, never zero', async () => {
    const { stage, panel, lane } = await openLosses(lossy(), 'direct')
    for (const id of ['acquired', 'generated', 'indexed'])
      expect(stage('Products', id)).toHaveTextContent(/ed ?not used$/)
    expect(stage('Products', 'submitted')).toHaveTextContent(/^Submitted ?8/)
    expect(within(panel).queryByRole('list', { name: 'Files' })).toBeNull()
    expect(lane('Products')).not.toHaveTextContent(/\b0\b/)
  })

  it('requests of workers are no products', async () => {
    const { panel, user } = await openLosses(lossy(), 'requests')
    expect(panel).toHaveTextContent('This session has no step that counts products or files.')
    expect(within(panel).queryAllByRole('list')).toEqual([])
    await user.click(within(panel).getByRole('button', { name: 'Table and books' }))
    expect(panel).toHaveTextContent(
      'Worker manager, requestsIn 11 − out 5 − errors 2 − waiting 3 − to dispatch again 1 = 0',
    )
  })

  it('more out than in is shown as such, and marked', async () => {
    const world = aWorld()
      .withSession('A/day', s => s.oais({ done: 5 }).catalog({ indexed: 7 }))
      .build()
    const { stage, panel, user } = await openLosses(world)
    expect(panel).toHaveTextContent(
      'All 7 products are in the catalogue; 2 more than came in between Referencing and Diffusion.',
    )
    expect(stage('Products', 'referenced')).toHaveTextContent('2 more than came in')
    await user.click(within(panel).getByRole('button', { name: 'Table and books' }))
    const [, toIndexed] = columnsOf(within(panel).getByRole('table'))
    expect(toIndexed?.figures).toMatchObject({ In: '5', Out: '7', Unaccounted: '-2', Marks: 'more than came in' })
  })

  it('errors that may be of deletions are in a row of their own, and in no sum', async () => {
    const world = aWorld()
      .withSession('A/day', s =>
        s.step('storage', { storeRequests: 10, storedFiles: 8, requestsErrors: 2, deleteRequests: 2 }),
      )
      .build()
    const { panel, user } = await openLosses(world)
    await user.click(within(panel).getByRole('button', { name: 'Table and books' }))
    expect(columnsOf(within(panel).getByRole('table')).map(({ figures }) => figures)).toEqual([
      {
        ...{ In: '10', Out: '8', 'In error': '0', Waiting: '0', Running: '0', 'Left out': '0', Deleted: '0' },
        ...{ Unaccounted: '2', 'In error, not split': '2', Marks: 'not split' },
      },
    ])
  })

  it('a counter below zero is marked, and explained', async () => {
    const world = aWorld()
      .withSession('A/day', s => s.oais({ done: 5 }).step('catalog', { indexed: 4, indexedError: -1 }))
      .withSession('A/fine', s => s.oais({ done: 5 }).step('catalog', { indexed: 4, indexedError: 1 }))
      .build()
    const { stage, panel } = await openLosses(world)
    expect(stage('Products', 'referenced')).toHaveTextContent(/-1 in error: indexing.*2 unaccounted.*below zero/)
    expect(panel).toHaveTextContent('4 of 5 products are in the catalogue; 2 unaccounted')
    expect(panel).toHaveTextContent('some counters are below zero or not numbers.')
    const mark = within(stage('Products', 'referenced')).getByText('below zero').closest<HTMLElement>('[role=note]')!
    act(() => mark.focus())
    expect(await screen.findByRole('tooltip')).toHaveTextContent('events not all processed yet')
  })

  it('follows the session when it is refreshed, and keeps what is open', async () => {
    const world = lossy()
    const { stage, panel, user, refresh } = await openLosses(world)
    await user.click(within(panel).getByRole('button', { name: 'Table and books' }))
    const record = world.session({ source: 'A', name: 'day' })
    world.archive.addItem(record, 'catalog', { kind: 'document', status: 'INDEXED' })
    world.advance('10s')
    await refresh()
    await waitFor(() => expect(stage('Products', 'referenced')).toHaveTextContent('1 unaccounted'))
    expect(panel).toHaveTextContent('10 of 32 products are in the catalogue')
    expect(within(panel).getByRole('button', { name: 'Table and books' })).toHaveAttribute('aria-expanded', 'true')
  })
})

describe('the books', () => {
  it('are written out for each step, and say why where there is no sum', async () => {
    const { panel, user } = await openLosses(lossy())
    await user.click(within(panel).getByRole('button', { name: 'Table and books' }))
    const list = within(panel).getByRole('heading', { name: /^Books/ }).nextElementSibling!
    const books = [...list.children].map(row => [...row.children].map(({ textContent }) => textContent))
    expect(books).toEqual([
      ['Data provider', 'No difference: files come in, products come out.'],
      ['OAIS, products', 'In 20 − out 12 − errors 3 − waiting 1 − running 2 − left out 2 = 0'],
      ['Storage, files', 'In 20 − out 14 − errors 2 − running 1 − left out 3 = 0'],
      ['Catalogue', 'No difference: REGARDS counts what is indexed, not what came in.'],
    ])
  })

  it('mark each figure below zero', async () => {
    const world = aWorld()
      .withSession('A/day', s => s.step('oais', { totalRequests: 5, referencedProducts: 3, requestsErrors: -3 }))
      .build()
    const { panel, user } = await openLosses(world)
    await user.click(within(panel).getByRole('button', { name: 'Table and books' }))
    expect(panel).toHaveTextContent('− errors -3 (below zero) = ')
  })
})
