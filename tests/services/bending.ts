/** Answers bent out of shape, and what may come of them: a value that can be trusted, or a ServiceError. */
import fc from 'fast-check'
import { ServiceError } from '@/domain/service-error'
import type { Page } from '@/domain/session'
import { isUnreadable } from '@/domain/session'
import { answering, sample } from './with-gateway'

export const RUNS = 1000

type Path = readonly (string | number)[]

const childrenOf = (value: unknown): readonly (readonly [string | number, unknown])[] => {
  if (Array.isArray(value)) return value.map((child: unknown, place) => [place, child] as const)
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

/** Where something can be bent: everywhere. */
function pathsOf(value: unknown, here: Path = []): readonly Path[] {
  return [here, ...childrenOf(value).flatMap(([key, child]) => pathsOf(child, [...here, key]))]
}

/** What stands where something else should; the texts in braces are written into the JSON as they are. */
const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, false, 0, -1, 1.5, '', '0', '12', '-3', '1e400', ' 7 ', 'many', 'null', [], {}, [null], [[]]],
    ...['{1e400}', '{-1e400}', '{9007199254740993}', '{{"__proto__":{"id":1}}}', '{{"constructor":3,"length":-1}}'],
    ...['\ud800', '\u0000', '<img src=x onerror=alert(1)>', '__proto__', 'x'.repeat(5000)],
  ),
  fc.jsonValue({ maxDepth: 3 }),
)

const GONE = Symbol()

/** A copy with another value at the path, or without the one that was there. */
function bend(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by
  const bent = childrenOf(value).map(([name, child]) => [name, name === key ? bend(child, rest, by) : child] as const)
  const kept = bent.filter(([, child]) => child !== GONE)
  return Array.isArray(value) ? kept.map(([, child]) => child) : Object.fromEntries(kept)
}

const write = (value: unknown): string =>
  value === GONE ? '' : JSON.stringify(value).replaceAll(/"\{(.*?)\}"/g, (_, raw: string) => raw.replaceAll('\\"', '"'))

/** An answer of tests/samples, bent. */
export const mutations = (file: string): fc.Arbitrary<string> => bent(JSON.parse(sample(file)))

/** The text of a value with one to three places bent, cut, doubled, or replaced as a whole. */
export function bent(whole: unknown): fc.Arbitrary<string> {
  const paths = pathsOf(whole)
  const bending = fc.tuple(fc.constantFrom(...paths), fc.oneof({ weight: 4, arbitrary: strange }, fc.constant(GONE)))
  const text = JSON.stringify(whole)
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .array(bending, { minLength: 1, maxLength: 3 })
        .map(bends => write(bends.reduce((answer: unknown, [path, by]) => bend(answer, path, by), whole))),
    },
    { weight: 1, arbitrary: fc.nat(text.length).map(end => text.slice(0, end)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.nat(text.length), fc.string({ unit: 'binary', maxLength: 5 }))
        .map(([at, noise]) => text.slice(0, at) + noise + text.slice(at)),
    },
    { weight: 1, arbitrary: fc.oneof(fc.json(), fc.string({ unit: 'binary' })) },
  )
}

export const isText = (value: unknown) => typeof value === 'string' && value !== ''
export const isOptionalText = (value: unknown) => value === undefined || typeof value === 'string'

export const isPage =
  <T extends object>(isRow: (row: T) => boolean) =>
  ({ entries, total }: Page<T>) =>
    Number.isSafeInteger(total) &&
    total >= 0 &&
    entries.every(entry => (isUnreadable(entry) ? isOptionalText(entry.label) : isRow(entry)))

export interface Subject<T> {
  readonly call: () => Promise<T>
  readonly isSound: (value: T) => boolean
}

export const subject = <T>(call: () => Promise<T>, isSound: (value: T) => boolean): Subject<unknown> => ({
  call,
  isSound: value => isSound(value as T),
})

/** True for a sound value, or a ServiceError whose detail is small; anything else is what must never happen. */
export async function endsWell({ call, isSound }: Subject<unknown>): Promise<boolean> {
  try {
    return isSound(await call())
  } catch (error) {
    return error instanceof ServiceError && (error.detail ?? '').length <= 2000
  }
}

/** The first page is the mutated one, further ones are empty: a bent total must not make this test long. */
export function answerOnce(text: string, status = 200): void {
  let isFirst = true
  answering(() => {
    const answer = isFirst ? text : '{"metadata":{"totalElements":0},"content":[]}'
    isFirst = false
    return { text: answer, status }
  })
}
