/** CSV that every spreadsheet reads and none of them calculates. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CSV_SEPARATORS, csvCell, csvFormOf, csvText, safeFileName } from '@/domain/csv'

/** Reads RFC 4180 as a spreadsheet does: rows of cells without their quotes. */
function parse(text: string, separator = ','): readonly (readonly string[])[] {
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
    else if (character === separator || character === '\r') {
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

  it('has quotes where it holds the separator of its file, and a decimal as its spreadsheet reads it', () => {
    const french = csvFormOf('fr')
    expect([csvCell('a;b', french), csvCell('a,b', french), csvCell(1.5, french)]).toEqual(['"a;b"', 'a,b', '1,5'])
    expect(csvCell(1.5, { separator: ',', decimal: ',' })).toBe('"1,5"')
    expect(csvCell('a\tb', { separator: '\t', decimal: '.' })).toBe('"a\tb"')
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
      fc.property(
        fc.array(fc.tuple(dangerous, dangerous, fc.double()), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...CSV_SEPARATORS),
        fc.constantFrom('.' as const, ',' as const),
        (rows, separator, decimal) => {
          const cells = rows.map(([a, b, n]) => [a.join(''), b.join(''), n])
          const read = parse(csvText('x', ['a', 'b', 'c'], cells, { separator, decimal }), separator).slice(2)
          expect(read.map(line => line.length)).toEqual(cells.map(() => 3))
        },
      ),
    )
  })
})

describe('its name', () => {
  it.each([
    [['scan-alpha', '2025-05-02', 'oaisErrors'], 'scan-alpha_2025-05-02_oaisErrors.csv'],
    [['../../etc', 'pass wd'], 'etc_pass-wd.csv'],
    [['café', 'x'], 'café_x.csv'],
    [['cafe\u0301', 'x'], 'café_x.csv'],
    [['\u202egnp', ''], 'gnp.csv'],
    [['日本', 'день 1'], '日本_день-1.csv'],
    [['हिन्दी', 'שלום'], 'हिन्दी_שלום.csv'],
    [['می\u200cخواهم'], 'میخواهم.csv'],
    [['🛰️ pass', '½'], 'pass_½.csv'],
    [['CON'], '_CON.csv'],
    [['aux.tar', 'x'], '_aux.tar_x.csv'],
    [['com1', ''], '_com1.csv'],
    [['console'], 'console.csv'],
    [['a:b<c>|d?*"'], 'a-b-c-d.csv'],
    [['...', '\u0301'], 'list.csv'],
    [['\u3164'], 'list.csv'],
  ])('of %j is %j', (parts, name) => {
    expect(safeFileName(parts, 'csv')).toBe(name)
  })

  it('has letters, digits, marks, dots, dashes and underscores only, and 210 bytes at most', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 })), parts => {
        const name = safeFileName(parts, 'csv')
        expect(name).toMatch(/^[\p{L}\p{N}_][\p{L}\p{N}\p{M}._-]*\.csv$/u)
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(210)
      }),
    )
  })

  it('is never cut within a character', () => {
    const name = safeFileName(['हिन्दी'.repeat(40)], 'csv')
    expect('हिन्दी'.repeat(40).startsWith(name.slice(0, -4))).toBe(true)
    // The last sign is whole: a consonant with its vowel.
    expect(name).toMatch(/(?:हि|न्दी|दी)\.csv$/u)
    expect(safeFileName(['𠀀'.repeat(100)], 'csv')).toBe(`${'𠀀'.repeat(20)}.csv`)
  })
})
