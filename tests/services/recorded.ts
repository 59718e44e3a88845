/** The answers of the running services (tests/real-answers), given to a client that asks for them. */
import { readFileSync, readdirSync } from 'node:fs'
import { expect } from 'vitest'
import type { Asked } from './with-gateway'
import { replying } from './with-gateway'

const FOLDER = 'tests/real-answers'

interface Recorded {
  readonly request: {
    readonly method: string
    readonly path: string
    readonly query: Readonly<Record<string, unknown>>
    readonly body?: unknown
  }
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

export const recordedFiles = (): readonly string[] =>
  readdirSync(FOLDER).flatMap(file => (file.endsWith('.json') ? [file.slice(0, -5)] : []))

const recorded = (file: string) => JSON.parse(readFileSync(`${FOLDER}/${file}.json`, 'utf8')) as Recorded

/** What was answered, for a reader that no function of ours calls. */
export const recordedBody = (file: string): unknown => recorded(file).body

function answerOf(file: string) {
  const { status, headers, body } = recorded(file)
  return { status, headers, text: typeof body === 'string' ? body : JSON.stringify(body) }
}

/** From now on this file answers every call; `others` answer those to the paths they are recorded for. */
export function replaying(file: string, ...others: readonly string[]): readonly Asked[] {
  const byPath = new Map(others.map(other => [recorded(other).request.path.slice('/api/v1/'.length), other]))
  return replying(({ path }) => answerOf(byPath.get(path) ?? file))
}

/** The page of a list, and its order, that differ between a recording and a screen. */
const WINDOW = ['page', 'size', 'sort']
const filtersOf = (query: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(query)
      .filter(([name]) => !WINDOW.includes(name))
      .map(([name, value]) => [name, Array.isArray(value) ? value : String(value)]),
  )

/** What we sent is what the running service answered to: same call, same filters, same body. */
export function expectAsRecorded(file: string, asked: Asked | undefined): void {
  const { method, path, query, body } = recorded(file).request
  expect({ ...asked, query: filtersOf(asked?.query ?? {}) }).toEqual({
    ...{ method, path: path.slice('/api/v1/'.length), query: filtersOf(query) },
    ...(body === undefined ? {} : { body }),
  })
}
