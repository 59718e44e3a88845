/** What the drawer shows of a session, through the whole application over a simulated REGARDS. */
import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { GroupDefinition, StepId } from '@/domain/step-catalogue'
import { STEP_CATALOGUE } from '@/domain/step-catalogue'
import { board as boardWords } from '@/i18n/en/board'
import { steps as stepWords } from '@/i18n/en/steps'
import { usePreferences } from '@/stores/preferences'
import { aWorld } from '@tests/support/a-world'
import type { CardName } from './in-the-drawer'
import { openSession } from './in-the-drawer'

const EVERY_TYPE = { CREATION: 1, UPDATE: 2, DELETION: 3, NOTIFICATION: 4 }

const everything = () =>
  aWorld()
    .withSession('everything/at-once', s =>
      s
        .recipients({ 'mirror.example.org': { pending: 1, done: 2 } })
        .scan({ done: 1, errors: 2, ingestionFailed: 3, invalid: 4, incomplete: 5, canceled: 8, invalidFiles: 9 })
        .workers({ 'a.b-1.2': { error: 1, invalid: 2, done: 3, running: 4 } }, 8)
        .feature({ done: EVERY_TYPE, errors: EVERY_TYPE, running: EVERY_TYPE, denied: EVERY_TYPE })
        .oais({ done: 1, errors: 2, running: 3, waiting: 4, ignored: 5 })
        .storage({ done: 1, errors: 2, running: 3, refused: 4, referenced: 5 })
        .catalog({ indexed: 1, errors: 2 }),
    )
    .build()

const cardOf = (stepId: StepId): CardName => {
  const name: string = boardWords.type[STEP_CATALOGUE[stepId].type]
  return name as CardName
}

/** The figure beside a label. */
function figure(card: HTMLElement, label: string): string | null | undefined {
  return within(card).getAllByText(label, { selector: 'li span' })[0]?.nextElementSibling?.textContent
}

/** A line of a table, as texts. */
function line(card: HTMLElement, name: string): readonly (string | null)[] {
  const row = within(card).getByRole('rowheader', { name }).closest('tr')
  return [...(row?.querySelectorAll('td') ?? [])].map(cell => cell.textContent)
}

const columns = (card: HTMLElement) =>
  within(card)
    .getAllByRole('columnheader')
    .slice(1)
    // Without the mark of a sum.
    .map(header => header.textContent.replace('Σ', ''))

describe('the cards of a session', () => {
  it('stand in the order data flows through them, whatever order REGARDS gives', async () => {
    const { drawer } = await openSession(everything(), 'everything', 'at-once')
    await within(drawer).findByRole('article', { name: 'Acquisition' })
    const headings = within(drawer).getAllByRole('heading', { level: 3 })
    expect(headings.map(heading => heading.textContent)).toEqual(['Acquisition', 'Referencing', 'Storage', 'Diffusion'])
  })

  it('are only those of the steps the session has', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.oais({ done: 1 }))
      .build()
    const { card, drawer } = await openSession(world, 'A', 's')
    await card('Referencing')
    expect(within(drawer).getAllByRole('article')).toHaveLength(1)
  })

  it('show in and out with their own units', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.scan({ done: 4, filesPerProduct: 3 }))
      .build()
    const { card } = await openSession(world, 'A', 's')
    expect(await card('Acquisition')).toHaveTextContent(/12 files.*4 products/)
  })

  it('put several steps of a type in tabs of catalogue order, each with its errors', async () => {
    const { card, user } = await openSession(everything(), 'everything', 'at-once')
    const referencing = await card('Referencing')
    const tabs = within(referencing).getAllByRole('tab')
    expect(tabs.map(tab => tab.getAttribute('aria-label') ?? tab.textContent)).toEqual([
      'OAIS, 2 in error',
      'GeoJSON, 10 in error',
    ])
    await user.click(tabs[0]!)
    expect(tabs[0]).toHaveAttribute('aria-selected', 'true')
    await user.keyboard('{ArrowRight}')
    expect(tabs[1]).toHaveFocus()
    expect(within(referencing).getByRole('tabpanel', { name: 'GeoJSON, 10 in error' })).toBeInTheDocument()
  })

  it.each(Object.keys(STEP_CATALOGUE) as StepId[])('show every counter of the step "%s" by its label', async stepId => {
    usePreferences.setState({ zeros: [STEP_CATALOGUE[stepId].type] })
    const { card, user } = await openSession(everything(), 'everything', 'at-once')
    const shown = await card(cardOf(stepId))
    const tab = within(shown).queryByRole('tab', { name: new RegExp(`^${stepWords[stepId].title}`) })
    if (tab !== null) await user.click(tab)
    const words: Readonly<Record<string, { readonly label: string }>> = stepWords[stepId].properties
    const groups: readonly GroupDefinition[] = Object.values(STEP_CATALOGUE[stepId].groups)
    for (const { id } of groups.flatMap(({ properties }) => properties)) {
      expect(within(shown).queryAllByText(words[id]?.label ?? '').length, id).toBeGreaterThan(0)
    }
  })

  it('fold counters that are zero into one line, which opens in place, in this card only, and is remembered', async () => {
    const { user, card } = await openSession(
      aWorld()
        .withSession('A/day-1', s => s.oais({ done: 3, errors: 2 }).storage({ done: 1 }))
        .withSession('A/day-2', s => s.oais({ done: 1 }))
        .build(),
      'A',
      'day-1',
    )
    const referencing = await card('Referencing')
    const shown = () => [...referencing.querySelectorAll('li')].length
    const folded = shown()
    expect(figure(referencing, 'Errors')).toBe('2')
    const line = within(referencing).getByRole('button', { name: /^\d+ counters at zero$/ })
    expect(line).toHaveAttribute('aria-expanded', 'false')
    await user.click(line)
    expect(line).toHaveAttribute('aria-expanded', 'true')
    expect(`${shown() - folded} counters at zero`).toBe(line.textContent)
    expect(usePreferences.getState().zeros).toEqual(['REFERENCING'])
    const other = within(await card('Storage')).getByRole('button', { name: /^\d+ counters at zero$/ })
    expect(other).toHaveAttribute('aria-expanded', 'false')
    await user.click(line)
    expect(shown()).toBe(folded)
  })

  it('explain a counter when it has the focus', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.oais({ done: 7 }))
      .build()
    const { card } = await openSession(world, 'A', 's')
    const line = within(await card('Referencing'))
      .getAllByText(stepWords.oais.properties.referencedProducts.label, { selector: 'li span' })[0]!
      .closest<HTMLElement>('[role=note]')!
    act(() => line.focus())
    expect(await screen.findByRole('tooltip')).toHaveTextContent(stepWords.oais.properties.referencedProducts.hint)
  })

  it('show what is running, so that one knows what is left to do', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.storage({ done: 1, running: 12 }))
      .build()
    const { card } = await openSession(world, 'A', 's')
    expect(figure(await card('Storage'), 'Running')).toBe('12')
  })

  it('tell what the error badge is made of, invalid products included', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.scan({ errors: 20, ingestionFailed: 3, invalid: 2 }))
      .build()
    const { card } = await openSession(world, 'A', 's')
    const acquisition = await card('Acquisition')
    expect(within(acquisition).getByRole('img', { name: '25 in error' })).toBeInTheDocument()
    const { generationError, ingestionFailed, invalid } = stepWords.scan.properties
    const parts = `${generationError.label} 20 · ${ingestionFailed.label} 3 · ${invalid.label} 2`
    expect(acquisition).toHaveTextContent(`Errors: ${parts}`)
  })

  it('say what was lost without an error', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.storage({ done: 5, refused: 14 }))
      .build()
    const { card } = await openSession(world, 'A', 's')
    expect(await card('Storage')).toHaveTextContent('Ok, 14 left out')
  })

  it('say when a running step has not changed for long', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.storage({ done: 5, running: 2 }).changed('2h'))
      .build()
    const { card } = await openSession(world, 'A', 's')
    expect(await card('Storage')).toHaveTextContent('no change for 2 h')
  })

  it('say nothing about changes of a step that is not running', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.storage({ done: 5 }).changed('2h'))
      .build()
    const { card } = await openSession(world, 'A', 's')
    expect(await card('Storage')).not.toHaveTextContent('no change')
  })
})

describe('tables by name', () => {
  it('keep recipients apart whose names begin alike', async () => {
    const world = aWorld()
      .withSession('A/s', s =>
        s.recipients({ A: { pending: 1, done: 2 }, AB: { pending: 3, done: 4 }, done: { done: 5 } }),
      )
      .build()
    const { card } = await openSession(world, 'A', 's')
    const diffusion = await card('Diffusion')
    expect(columns(diffusion)).toEqual(['Pending', 'Done'])
    expect(line(diffusion, 'A')).toEqual(['1', '2'])
    expect(line(diffusion, 'AB')).toEqual(['3', '4'])
    expect(line(diffusion, 'done')).toEqual(['0', '5'])
  })

  it('show worker types whose names hold dots whole, with their figures', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.workers({ 'geo.reproject-1.2': { error: 3, invalid: 1, done: 10 } }))
      .build()
    const { card } = await openSession(world, 'A', 's')
    const acquisition = await card('Acquisition')
    const figures = Object.fromEntries(
      columns(acquisition).map((column, place) => [column, line(acquisition, 'geo.reproject-1.2')[place]]),
    )
    const { errors, error, invalid, done } = stepWords.workers.properties
    expect(figures).toMatchObject({ [errors.label]: '4', [error.label]: '3', [invalid.label]: '1', [done.label]: '10' })
  })

  it('never present recipients as in and out', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.recipients({ press: { pending: 0, done: 12 } }))
      .build()
    const { card } = await openSession(world, 'A', 's')
    expect(await card('Diffusion')).not.toHaveTextContent(/\d+ products/)
  })
})

describe('what this page does not know', () => {
  it('is a card of raw counters without any action', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.oais({ done: 1 }).step('quality', { checkedProducts: 40, doubtfulProducts: 3 }))
      .build()
    const { drawer } = await openSession(world, 'A', 's')
    const name = await within(drawer).findByText('doubtfulProducts')
    expect(name.nextElementSibling).toHaveTextContent('3')
    expect(within(drawer).queryByRole('button', { name: /^Relaunch/ })).toBeNull()
  })

  it('is shown under "Other counters" when the step itself is known', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.oais({ done: 20, foreign: { signedProducts: 19 } }))
      .build()
    const { card } = await openSession(world, 'A', 's')
    const referencing = await card('Referencing')
    expect(within(referencing).getByRole('heading', { name: 'Other counters' })).toBeInTheDocument()
    expect(figure(referencing, 'signedProducts')).toBe('19')
  })
})

describe('a session that cannot be shown', () => {
  it('is a clear panel when a link names one that never was', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.oais({ done: 1 }))
      .build()
    const { drawer } = await openSession(world, 'A', 'never was')
    await waitFor(() => expect(drawer).toHaveTextContent(/No session named .?never was.? in source/))
  })

  it('is a clear panel instead of old figures when it is purged meanwhile', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.oais({ done: 1 }))
      .build()
    const { card, drawer, refresh } = await openSession(world, 'A', 's')
    await card('Referencing')
    world.purge({ source: 'A', name: 's' })
    await refresh()
    expect(await within(drawer).findByText('This session no longer exists (deleted or purged)')).toBeInTheDocument()
    expect(within(drawer).queryByRole('article')).toBeNull()
  })

  it('keeps its figures and says that they are old when REGARDS does not answer', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.oais({ done: 7 }))
      .build()
    const { card, drawer, refresh } = await openSession(world, 'A', 's')
    await card('Referencing')
    world.faults.refuse(/^GET rs-admin\/sessions/, 500, ['Something broke'])
    await refresh()
    await waitFor(() => expect(drawer).toHaveTextContent('figures may be out of date'), { timeout: 5000 })
    expect(await card('Referencing')).toHaveTextContent(/7 products/)
  })
})
