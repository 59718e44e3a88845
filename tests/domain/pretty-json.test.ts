/** An indented document is otherwise unchanged. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { prettyJson } from '@/domain/pretty-json'

it('is laid out as JSON.stringify would', () => {
  fc.assert(
    fc.property(fc.json(), text => {
      const value: unknown = JSON.parse(text)
      expect(prettyJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2))
    }),
    { numRuns: 1000 },
  )
})

it('keeps numbers that are too long for JavaScript', () => {
  expect(prettyJson('{"id":12345678901234567890,"x":1.000}')).toBe('{\n  "id": 12345678901234567890,\n  "x": 1.000\n}')
})

it('lays out again what was laid out otherwise', () => {
  expect(prettyJson('{\n\t"a" :\n [ 1 , { } , [] ] }')).toBe('{\n  "a": [\n    1,\n    {},\n    []\n  ]\n}')
})
