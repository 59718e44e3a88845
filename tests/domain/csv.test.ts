/** CSV that every spreadsheet reads and none of them calculates (trust S23). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCell, csvText, safeFileName } from '@/domain/csv'

/** Reads RFC 4180 as a spreadsheet does: rows of cells without their quotes. */
function parse(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  for (let place = 0; place < text.length; place++) {
    const character = text[place] ?? ''
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (text[place + 1] === '"') cell += text[++place] ?? ''
      else isQuoted = false
    } else if (character === '"') isQuoted = true
    else if (character === ',' || character === '\r') {
      rows.at(-1)?.push(cell)
      cell = ''
      if (character === '\r') {
        rows.push([])
        place++
      }
    } else cell += character
  }
  return rows.slice(0, -1)
}

/** Texts of any kind, those most of all that begin like a formula or need quotes. */
const dangerous = fc.tuple(
  fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '"', ',', "'", ' ', ''),
  fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('HYPERLINK("http://x","y")', 'cmd|"/c calc"!A0', '1+1')),
)

describe('a cell', () => {
  it.each([
    ['plain', 'plain'],
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-5', "'-5"],
    ['+5', "'+5"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['="a"', '"\'=""a"""'],
  ])('%j is written %j', (value, written) => {
    expect(csvCell(value)).toBe(written)
  })

  it('that is a number stays a number, also below zero', () => {
    expect([csvCell(-5), csvCell(1.5), csvCell(Number.NaN), csvCell(undefined)]).toEqual(['-5', '1.5', '', ''])
  })

  it('never begins like a formula, and holds its whole text', () => {
    fc.assert(
      fc.property(dangerous, ([start, rest]) => {
        const value = start + rest
        const [[read = ''] = []] = parse(csvText('x', [value], [])).slice(1)
        expect(read).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
        expect(read.endsWith(value)).toBe(true)
        expect(read.length - value.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('a file', () => {
  it('says first what it is, then its header, then a line per row', () => {
    expect(
      csvText(
        'Errors; no filter',
        ['Name', 'Count'],
        [
          ['a', 1],
          ['b', undefined],
        ],
      ),
    ).toBe('# Errors; no filter\r\nName,Count\r\na,1\r\nb,\r\n')
  })

  it('keeps its cells in their places whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(dangerous, dangerous), { minLength: 1, maxLength: 5 }), rows => {
        const cells = rows.map(pair => pair.map(parts => parts.join('')))
        const read = parse(csvText('x', ['a', 'b'], cells)).slice(2)
        expect(read.map(line => line.length)).toEqual(cells.map(() => 2))
      }),
    )
  })
})

describe('its name', () => {
  it.each([
    [['scan-alpha', '2025-05-02', 'oaisErrors'], 'scan-alpha_2025-05-02_oaisErrors.csv'],
    [['../../etc', 'pass wd'], 'etc_pass-wd.csv'],
    [['café', 'x'], 'cafe_x.csv'],
    [['\u202egnp', ''], 'gnp.csv'],
    [['日本'], 'list.csv'],
  ])('of %j is %j', (parts, name) => {
    expect(safeFileName(parts, 'csv')).toBe(name)
  })

  it('has letters, digits, dots, dashes and underscores only', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), parts => {
        expect(safeFileName(parts, 'csv')).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]*\.csv$/)
      }),
    )
  })
})
