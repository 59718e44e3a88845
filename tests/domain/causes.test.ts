/** Errors grouped by cause: what one administrator would call the same error is one group. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Caused } from '@/domain/causes'
import { causeKey, causePattern, groupByCause, ofCause } from '@/domain/causes'
import type { Facts } from '@simulator/error-families'
import { FAMILIES, noSpace } from '@simulator/error-families'

/** Facts as different as they come from one item to the next. */
const facts = fc.record({
  id: fc.integer({ min: 1, max: 999_999 }),
  hex: fc.string({
    unit: fc.constantFrom(...Array.from({ length: 16 }, (_, n) => n.toString(16))),
    minLength: 32,
    maxLength: 32,
  }),
  uuid: fc.uuid(),
  minute: fc.integer({ min: 0, max: 59 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
})

function factsOf({ id, hex, uuid, minute, share }: typeof facts extends fc.Arbitrary<infer T> ? T : never): Facts {
  const name = `scan-alpha-${id % 9}-${String(id).padStart(6, '0')}`
  return {
    name,
    file: `${name}.tif`,
    path: `/data/incoming/scan-alpha/day-${minute}/${name}.tif`,
    urn: `URN:AIP:DATA:demo:${uuid}:V1`,
    storage: 'disk-online',
    date: `2025-06-02T07:${String(minute).padStart(2, '0')}:58.64259Z`,
    number: (least, most) => Math.round(least + share * (most - least)),
    // A sum without any digit is no sum.
    hex: length => `7${hex}`.slice(0, length),
    one: (...choices) => choices[id % choices.length] ?? choices[0],
  }
}

describe('the pattern of a text', () => {
  it.each([
    [
      'Checksum mismatch for /data/a/b.tif: expected 0123abcd99, found ffee0011',
      'Checksum mismatch for …: expected …, found …',
    ],
    ['URN already exists: URN:AIP:DATA:demo:fd4218b7-0eba-40ea-81e0-15cdd10ebed8:V1', 'URN already exists: …'],
    ['Model "geo_v2" is unknown', 'Model "…" is unknown'],
    ["Datum 'x' isn't valid, it doesn't parse", "Datum '…' isn't valid, it doesn't parse"],
    ['Worker stopped (exit code 137)', 'Worker stopped (exit code …)'],
    ['Locked since 2025-06-02T07:57:58.64259Z', 'Locked since …'],
    ['Locked since 2025-06-02 07:57', 'Locked since …'],
    ['Timeout after 30000 ms contacting https://files.example.org/jobs/1?a=b', 'Timeout after … ms contacting …'],
    ['Cannot open C:\\data\\in\\file 1', 'Cannot open … …'],
    ['SHA-256 mismatch on granule_00012.h5', 'SHA-256 mismatch on …'],
    ['Job 6f1f9a52-1d3f-4f0e-9d53-0a4f6b8f1c11 aborted', 'Job … aborted'],
    ['Missing bands 1, 2, 7 and 9', 'Missing bands … and …'],
    ['Missing bands 1, 2 and 9', 'Missing bands … and …'],
    ['read/write error and n/a', 'read/write error and n/a'],
    ['  too   many\tspaces ', 'too many spaces'],
    ['', ''],
  ])('%j is %j', (text, pattern) => {
    expect(causePattern(text)).toBe(pattern)
  })

  it.each(Object.entries(FAMILIES).flatMap(([key, families]) => families.map((family, n) => ({ key, n, family }))))(
    'is one for all texts of the cause $n of "$key"',
    ({ family }) => {
      fc.assert(
        fc.property(facts, facts, (a, b) => {
          expect(causePattern(family.text(factsOf(a)))).toBe(causePattern(family.text(factsOf(b))))
        }),
        { numRuns: 50 },
      )
    },
  )

  it('is one for all files a full storage had no room for', () => {
    const pattern = (n: number) =>
      causePattern(
        noSpace(
          factsOf({ id: n, hex: 'ab'.repeat(16), uuid: '6f1f9a52-1d3f-4f0e-9d53-0a4f6b8f1c11', minute: 1, share: 0 }),
          n * 1000,
          n * 1001,
        ),
      )
    expect(pattern(17)).toBe(pattern(4711))
  })

  it('tells causes apart that are not the same', () => {
    const patterns = Object.values(FAMILIES)
      .flat()
      .map(({ text }) =>
        causePattern(
          text(
            factsOf({ id: 1, hex: 'ab'.repeat(16), uuid: '6f1f9a52-1d3f-4f0e-9d53-0a4f6b8f1c11', minute: 1, share: 0 }),
          ),
        ),
      )
    const found = new Set(patterns)
    expect(found.size).toBeGreaterThan(25)
  })

  it('of a stack trace of a megabyte is found at once, by its beginning', () => {
    const trace = `org.example.Failure: x\n${'\tat org.example.Crawler.run(Crawler.java:10)\n'.repeat(20_000)}`
    expect(causePattern(trace).length).toBeLessThan(2100)
  })
})

const row = (cause: string | undefined, date?: string): Caused => ({ cause, date })

describe('the groups', () => {
  const rows = [
    row('Model "a" is unknown', '2025-06-02T08:00:00Z'),
    row('Disk full at 12 %', '2025-06-01T08:00:00Z'),
    row('Model "b" is unknown', '2025-06-02T06:00:00Z'),
    row('Model "a" is unknown', '2025-06-02T07:00:00Z'),
    row(undefined, '2025-06-02T07:00:00Z'),
    row('Model "c" is unknown'),
    row('Model "d" is unknown', 'no date'),
  ]

  it('come most frequent first, with count, share, first and last date, and three different texts', () => {
    expect(groupByCause(rows)).toEqual([
      {
        pattern: 'Model "…" is unknown',
        count: 5,
        share: 5 / 7,
        first: '2025-06-02T06:00:00Z',
        last: '2025-06-02T08:00:00Z',
        examples: ['Model "a" is unknown', 'Model "b" is unknown', 'Model "c" is unknown'],
      },
      {
        pattern: 'Disk full at … %',
        count: 1,
        share: 1 / 7,
        first: '2025-06-01T08:00:00Z',
        last: '2025-06-01T08:00:00Z',
        examples: ['Disk full at 12 %'],
      },
      {
        pattern: '',
        count: 1,
        share: 1 / 7,
        first: '2025-06-02T07:00:00Z',
        last: '2025-06-02T07:00:00Z',
        examples: [],
      },
    ])
  })

  it('of nothing are none', () => {
    expect(groupByCause([])).toEqual([])
  })

  it('hold every row once, and give back exactly the rows they counted', () => {
    const cause = fc.option(fc.constantFrom('Job 1 failed', 'Job 2 failed', 'No space', ''), { nil: undefined })
    fc.assert(
      fc.property(fc.array(cause, { maxLength: 30 }), causes => {
        const all = causes.map(one => row(one))
        const groups = groupByCause(all)
        for (const { pattern, count } of groups) expect(ofCause(all, pattern)).toHaveLength(count)
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(all.length)
      }),
    )
  })

  it('of a list that grows page by page read each row once, not all of them again for each page', () => {
    let reads = 0
    const counted = (n: number): Caused => ({
      get cause() {
        reads++
        return `Step ${'abcdefghij'.charAt(n % 10)} failed`
      },
      date: undefined,
    })
    const rows = Array.from({ length: 10_000 }, (_, n) => counted(n))
    for (let end = 500; end <= rows.length; end += 500) expect(groupByCause(rows.slice(0, end))).toHaveLength(10)
    expect(reads).toBeLessThanOrEqual(2 * rows.length)
    expect(groupByCause(rows)[0]?.count).toBe(1000)
  })

  it('are counted anew when a row in the middle has changed or gone', () => {
    const all = ['a', 'b', 'a', 'c'].map(cause => row(cause))
    groupByCause(all)
    expect(groupByCause(all.toSpliced(1, 1, row('c'))).map(({ pattern, count }) => [pattern, count])).toEqual([
      ['a', 2],
      ['c', 2],
    ])
    expect(groupByCause(all.toSpliced(2, 1)).map(({ count }) => count)).toEqual([1, 1, 1])
  })
})

describe('the key of a cause in an address', () => {
  it('is its pattern, and of a long one short and its own', () => {
    expect(causeKey('Disk full')).toBe('Disk full')
    const [one, other] = [causeKey('x'.repeat(2000)), causeKey(`${'x'.repeat(1999)}y`)]
    expect(one).not.toBe(other)
    expect(one.length).toBeLessThan(260)
  })

  it('is text that an address can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
        const key = causeKey(text)
        expect(new URLSearchParams(new URLSearchParams({ key }).toString()).get('key')).toBe(key)
        expect(causeKey('\ud800' + text)).not.toMatch(/\p{Cs}/u)
      }),
    )
  })
})
