/** The columns that a table shows at a width have room there, at every width from 320 px: none is pushed out or cut. */
import { describe, expect, it } from 'vitest'
import { RECORD_LISTS } from '@/domain/record-list'
import { createFormat } from '@/i18n/format'
import { translate } from '@/i18n/translation'
import type { CellWords } from '@/features/browse/cells'
import { sessionColumns } from '@/features/browse/session-columns'
import { sourceColumns } from '@/features/browse/source-columns'
import { RECORD_COLUMNS } from '@/features/records/list/record-columns'
import { rowActionOf } from '@/features/records/actions/row-actions'
import { LIST_GAP } from '@/features/browse/columns'
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
  it.each([
    ['sources', sourceColumns(words, () => undefined)],
    ['sessions', sessionColumns(words, false)],
    ['sessions of a source', sessionColumns(words, true)],
  ] as const)('in the list of %s', (_name, columns) => {
    expect(tooNarrow(columns as readonly Track[], LIST_GAP)).toEqual([])
  })

  it.each(RECORD_LISTS)('in %s', list => {
    const tracks: readonly Track[] = (RECORD_COLUMNS[list] as readonly Track[]).filter(
      ({ width }) => width !== undefined,
    )
    const boxes: readonly Track[] = rowActionOf(list) === undefined ? [] : [{ width: '24px' }]
    expect(tooNarrow([...boxes, ...tracks], COLUMN_GAP)).toEqual([])
  })
})
