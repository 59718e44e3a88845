/** Names cannot be confused: invisible characters are written out, and only the exact name matches. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTricky, isTypable, names, spelled } from '@/domain/spelling'

/** Strings of any kind, those that hold halves of characters, marks and backslashes most of all. */
const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('a', 'é', 'e\u0301', ' ', '\\', 'u', '{', '2', '0', '}', '\u202e', '\ud800') }),
)

describe('a name is written out', () => {
  it.each([
    ['a direction override', 'report-\u202egnp.exe', 'report-\\u{202e}gnp.exe'],
    ['a direction mark', 'a\u200f1', 'a\\u{200f}1'],
    ['a character without width', 'zero\u200bwidth', 'zero\\u{200b}width'],
    ['a soft hyphen', 'day\u00ad-1', 'day\\u{ad}-1'],
    ['a line break', 'day\n1', 'day\\u{a}1'],
    ['a NUL', 'day\u00001', 'day\\u{0}1'],
    ['a no-break space', 'day\u00a01', 'day\\u{a0}1'],
    ['a filler that looks like a space', 'day\u31641', 'day\\u{3164}1'],
    ['a space at the end', 'day-1 ', 'day-1\\u{20}'],
    ['a space at the start', ' day-1', '\\u{20}day-1'],
    ['the second of two spaces', 'day  1', 'day \\u{20}1'],
    ['half a character', 'day\ud8001', 'day\\u{d800}1'],
    ['a letter taken apart', 'e\u0301te', 'e\\u{301}te'],
    ['a Cyrillic letter among Latin ones', 'sc\u0430n', 'sc\\u{430}n'],
    ['an invisible variation of a picture', '🛰\ufe0f', '🛰\\u{fe0f}'],
    ['a text that looks like one written out', 'a\\u{202e}', 'a\\\\u{202e}'],
  ])('where it holds %s', (_, name, written) => {
    expect(spelled(name)).toBe(written)
    expect(isTricky(name)).toBe(true)
    expect(isTypable(name)).toBe(false)
  })

  it.each([
    ...[
      '2025-05-02T10:11:12.345678+02:00',
      'run 7',
      'a+b:c/d%e_f "g" \'h\'',
      '<img src=x onerror=alert(1)>',
      'C:\\data',
    ],
    ...['été', 'مسح', 'αβγ', 'сканирование', '观测', '100% done_'],
  ])('as it is where nothing misleads: %s', name => {
    expect(spelled(name)).toBe(name)
    expect(isTricky(name)).toBe(false)
  })

  it('like no other name', () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        expect(spelled(a) === spelled(b)).toBe(a === b)
        // Nor like a name that is what another one looks like written out.
        if (isTricky(a)) expect(spelled(spelled(a))).not.toBe(spelled(a))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a text names a session', () => {
  it('only when every character is the same', () => {
    expect(names('day-1', 'day-1')).toBe(true)
    for (const other of ['', 'day-1 ', ' day-1', 'Day-1', 'day-10', 'day‑1', 'day-1\u200b', 'day-1\u0000'])
      expect(names(other, 'day-1')).toBe(false)
  })

  it('with the letter composed as it is in the name, not the other way', () => {
    expect(names('\u00e9te', 'e\u0301te')).toBe(false)
    expect(names('e\u0301te', 'e\u0301te')).toBe(true)
  })

  it('pasted as it is, or typed as it is written out', () => {
    const trick = 'report-\u202egnp.exe'
    expect(names(trick, trick)).toBe(true)
    expect(names('report-\\u{202e}gnp.exe', trick)).toBe(true)
    expect(names('report-exe.png', trick)).toBe(false)
    expect(names('report-gnp.exe', trick)).toBe(false)
  })

  it('only itself, whatever the two', () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        if (names(a, b)) expect([b, spelled(b)]).toContain(a)
        expect(names(a, a)).toBe(true)
        expect(names(spelled(a), a)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a name can be typed', () => {
  it.each(['day-1', '2025-05-02T10:11:12.345678+02:00', 'été 1', 'C:\\data'])('on any keyboard of ours: %s', name =>
    expect(isTypable(name)).toBe(true),
  )

  it.each(['观测', 'مسح', '🛰'])('not when it needs another one: %s', name => expect(isTypable(name)).toBe(false))
})
