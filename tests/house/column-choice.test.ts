/** What was chosen of the columns of a list: order, what is shown, and what a later or a damaged version makes of it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptChoices, moved, toggled } from '@/features/browse/column-changes'
import { choicesOf } from '@/features/browse/column-choice'

const COLUMNS = [{ id: 'name' }, { id: 'state' }, { id: 'errors', isExtra: true }, { id: 'source' }] as const

/** As it reads: `+state -errors`. */
const text = (choices: ReturnType<typeof choicesOf>) =>
  choices.map(({ id, isShown }) => `${isShown ? '+' : '-'}${id}`).join(' ')

describe('the columns', () => {
  it.each<[string, readonly string[] | undefined, string]>([
    ['nothing: what is usual', undefined, '+state -errors +source'],
    ['an order', ['source', 'errors', 'state'], '+source +errors +state'],
    ['what is not shown', ['-state', 'errors', '-source'], '-state +errors -source'],
    ['no column at all: all that is known later comes unticked', [], '-state -errors -source'],
    ['a version that knew fewer', ['source'], '+source -state -errors'],
    ['ids that nobody knows', ['colour', '-size', 'source', 'state', '-errors'], '+source +state -errors'],
    ['an id twice: the first one counts', ['-source', 'source', 'state', 'errors'], '-source +state +errors'],
    ['the name, which is in no choice', ['-name', 'state', '-errors', 'source'], '+state -errors +source'],
  ])('of %s', (_, kept, expected) => {
    expect(text(choicesOf(COLUMNS, kept))).toBe(expected)
  })

  it('move by one place, and not beyond the ends', () => {
    const choices = choicesOf(COLUMNS)
    expect(text(moved(choices, 'source', -1))).toBe('+state +source -errors')
    expect(text(moved(choices, 'state', 1))).toBe('-errors +state +source')
    for (const [id, by] of [
      ['state', -1],
      ['source', 1],
      ['colour', 1],
    ] as const)
      expect(moved(choices, id, by)).toBe(choices)
  })

  it('are kept as they were chosen, whatever was done; what is usual is not kept', () => {
    const step = fc.tuple(fc.constantFrom('state', 'errors', 'source'), fc.constantFrom('up', 'down', 'tick'))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), steps => {
        const choices = steps.reduce(
          (now, [id, what]) => (what === 'tick' ? toggled(now, id) : moved(now, id, what === 'up' ? -1 : 1)),
          choicesOf(COLUMNS),
        )
        const kept = keptChoices(COLUMNS, choices)
        expect(choicesOf(COLUMNS, kept)).toEqual(choices)
        expect(kept === undefined).toBe(text(choices) === text(choicesOf(COLUMNS)))
      }),
    )
  })
})
