/** A long name keeps its end when it is cut, and no character of it is taken apart. */
import { describe, expect, it } from 'vitest'
import { nameEnds } from '@/ui/name-ends'

const LONG = 'a'.repeat(30)

describe('a name is cut in its middle', () => {
  it.each([
    ['sentinel-2025-05-02', 'sentinel-202', '5-05-02'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=al', 'ert(1)>'],
    [`${LONG}👩‍🚀1234567`, `${LONG}👩‍🚀`, '1234567'],
    [`${LONG}👩‍🚀123456`, LONG, '👩‍🚀123456'],
    [`${LONG}e\u0301123456`, LONG, 'e\u0301123456'],
    [
      '\u0645\u0633\u062d'.repeat(5),
      '\u0645\u0633\u062d'.repeat(5).slice(0, 8),
      '\u0645\u0633\u062d'.repeat(5).slice(8),
    ],
  ])('%s', (name, head, tail) => {
    expect(nameEnds(name)).toEqual({ head, tail })
  })

  it.each([
    ['a short one', '2025-05-02'],
    ['an empty one', ''],
    ['one in two directions', '(a) 2025 \u0645\u0633\u062d \u0645\u0633\u062d'],
    ['one that turns its direction', 'report-\u202eexe.png-of-today'],
    ['one of few characters made of many', '👩‍👩‍👧‍👦'.repeat(4)],
  ])('but not %s', (_what, name) => {
    expect(nameEnds(name)).toBeUndefined()
  })
})
