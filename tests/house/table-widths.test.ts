/** The columns that a table shows at a width have room there, at every width from 320 px: none is pushed out or cut. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RECORD_LISTS } from '@/domain/record-list'
import { createFormat } from '@/i18n/format'
import { translate } from '@/i18n/translation'
import type { CellWords } from '@/features/browse/cells'
import { sessionColumns } from '@/features/browse/session-columns'
import { sourceColumns } from '@/features/browse/source-columns'
import { RECORD_COLUMNS } from '@/features/records/list/record-columns'
import { rowActionOf } from '@/features/records/actions/row-actions'
import type { ListColumn } from '@/features/browse/column-choice'
import { LIST_GAP, choicesOf, shownColumns } from '@/features/browse/column-choice'
import { COLUMN_GAP, ROW_PADDING } from '@/ui/TableHeader'

interface Track {
  readonly width?: string
  readonly hideBelow?: number
}

const words: CellWords = {
  t: translate('board'),
  format: createFormat('en', 'utc'),
  typeWord: String,
  stalledAfter: 30,
}

/** What a track needs at least, in pixels. */
function least({ width = '' }: Track): number {
  const pixels = /(\d+)px/.exec(width)?.[1]
  if (pixels === undefined) throw new Error(`No least width in "${width}"`)
  return Number(pixels)
}

/** Widths at which the columns shown need more room than there is. */
function tooNarrow(tracks: readonly Track[], gap: number): readonly string[] {
  const found: string[] = []
  for (let width = 320; width <= 1920; width++) {
    const shown = tracks.filter(({ hideBelow = 0 }) => width >= hideBelow)
    const needed = shown.reduce((sum, track) => sum + least(track), 0) + (shown.length - 1) * gap + 2 * ROW_PADDING
    if (needed > width) found.push(`${width}: ${needed}`)
  }
  return found.length === 0 ? [] : [`${found[0]} … ${found.at(-1)}`]
}

describe('the columns shown have room', () => {
  const LISTS: readonly (readonly [string, 'sources' | 'sessions', readonly ListColumn<never>[]])[] = [
    ['sources', 'sources', sourceColumns(words, () => undefined)],
    ['sessions', 'sessions', sessionColumns(words, false)],
    ['sessions of a source', 'sessions', sessionColumns(words, true)],
  ]

  it.each(LISTS)('in the list of %s, as it is usual', (_name, kind, columns) => {
    const shown = shownColumns(kind, columns, choicesOf(columns))
    expect(shown.length).toBeGreaterThan(5)
    expect(tooNarrow(shown, LIST_GAP)).toEqual([])
  })

  it.each(LISTS)(
    'in the list of %s, whatever was chosen in which order; the name is first and never leaves',
    (...args) => {
      const [, kind, columns] = args
      const ids = columns.map(({ id }) => id)
      fc.assert(
        fc.property(fc.shuffledSubarray(ids), chosen => {
          const shown = shownColumns(kind, columns, choicesOf(columns, chosen))
          expect(tooNarrow(shown, LIST_GAP)).toEqual([])
          expect(shown[0]).toMatchObject({ id: 'name' })
          expect(shown[0]).not.toHaveProperty('hideBelow')
          // All of them at once have room on a wide screen.
          for (const { hideBelow = 0 } of shown) expect(hideBelow).toBeLessThan(1500)
        }),
        { numRuns: 60 },
      )
    },
  )

  it.each(LISTS)('in the list of %s: of two columns always the same one leaves first', (_name, kind, columns) => {
    const ids = columns.map(({ id }) => id)
    const order = new Map(
      shownColumns(kind, columns, choicesOf(columns, ids)).map(({ id, hideBelow = 0 }) => [id, hideBelow]),
    )
    fc.assert(
      fc.property(fc.shuffledSubarray(ids), chosen => {
        const shown = shownColumns(kind, columns, choicesOf(columns, chosen))
        const leaving = [...shown]
          .sort((a, b) => (a.hideBelow ?? 0) - (b.hideBelow ?? 0))
          .map(({ id }) => order.get(id) ?? 0)
        expect(leaving).toEqual([...leaving].sort((a, b) => a - b))
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['sources', { referenced: 542, sessionCount: 632, diffused: 740, pulse: 832, updated: 368 }],
    ['sessions', { referenced: 638, diffused: 722, created: 880, updated: 440 }],
    ['sessions of a source', { referenced: 556, diffused: 640, created: 798, updated: 358 }],
  ])('the usual columns of %s leave at these widths', (name, limits) => {
    const [, kind, columns] = LISTS.find(([list]) => list === name) ?? []
    if (kind === undefined || columns === undefined) throw new Error(name)
    const shown = shownColumns(kind, columns, choicesOf(columns))
    expect(Object.fromEntries(shown.flatMap(({ id, hideBelow }) => (hideBelow ? [[id, hideBelow]] : [])))).toEqual(
      limits,
    )
  })

  it.each(RECORD_LISTS)('in %s', list => {
    const tracks: readonly Track[] = (RECORD_COLUMNS[list] as readonly Track[]).filter(
      ({ width }) => width !== undefined,
    )
    const boxes: readonly Track[] = rowActionOf(list) === undefined ? [] : [{ width: '24px' }]
    expect(tooNarrow([...boxes, ...tracks], COLUMN_GAP)).toEqual([])
  })
})
