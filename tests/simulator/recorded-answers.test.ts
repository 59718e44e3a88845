/** The simulator is held to the recorded answers of a real REGARDS, request by request; what differs on purpose is listed. */
import { describe, expect, it } from 'vitest'
import type { Answer } from './recorded-asking'
import { answerHere, FILES, recorded } from './recorded-asking'
import { PURPOSE } from './recorded-differences'
import { differences } from './recorded-shape'

type Members = Readonly<Record<string, unknown>>

const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {}

const rowsOf = (body: unknown): readonly Members[] => {
  const rows = Array.isArray(body) ? body : membersOf(body)['content']
  return Array.isArray(rows) ? rows.map(membersOf) : []
}

const rels = (links: unknown): string =>
  Array.isArray(links) ? links.map(link => String(membersOf(link)['rel'])).join(' ') : ''

const textOf = (value: unknown): string => (typeof value === 'string' ? `${value} ` : '')

/** What a row is known by, where both worlds hold the same ones: in rs-admin, the names. */
const namesIn = (body: unknown): string =>
  rowsOf(body)
    .map(({ content }) => membersOf(content))
    .map(({ source, name }) => textOf(source) + textOf(name))
    .join('| ')

/** One line, when the two are not the same. */
const unlessSame = (what: string, theirs: unknown, ours: unknown): readonly string[] =>
  JSON.stringify(theirs) === JSON.stringify(ours)
    ? []
    : [`${what}: ${JSON.stringify(theirs)} recorded, ${JSON.stringify(ours)} here`]

function compared(file: string, theirs: Answer, ours: Answer): readonly string[] {
  const isText = typeof theirs.body === 'string' || typeof ours.body === 'string'
  const isListOfNames = Array.isArray(theirs.body) && typeof theirs.body[0] === 'string'
  const [their, our] = [membersOf(theirs.body), membersOf(ours.body)]
  return [
    ...unlessSame('status', theirs.status, ours.status),
    ...unlessSame('headers', theirs.headers, ours.headers),
    ...(isText || isListOfNames ? unlessSame('body', theirs.body, ours.body) : []),
    ...differences([theirs.body], [ours.body]),
    ...unlessSame('messages', their['messages'], our['messages']),
    ...unlessSame('metadata', their['metadata'], our['metadata']),
    ...unlessSame('info', their['info'], our['info']),
    ...unlessSame('links of the page', rels(their['links']), rels(our['links'])),
    ...unlessSame('links of a row', rels(rowsOf(theirs.body)[0]?.['links']), rels(rowsOf(ours.body)[0]?.['links'])),
    ...(/^(sources|sessions)-/.test(file) ? unlessSame('rows', namesIn(theirs.body), namesIn(ours.body)) : []),
  ]
}

describe('the recorded answers', () => {
  it('are all compared, and nothing is said of files that are not there', () => {
    expect(FILES.length).toBeGreaterThan(70)
    expect(Object.keys(PURPOSE).filter(file => !FILES.includes(file))).toEqual([])
  })

  it.each(FILES)('and the simulator agree, apart from what differs on purpose: %s', async file => {
    const found = compared(file, recorded(file), await answerHere(file))
    expect([...found].sort()).toEqual(Object.keys(PURPOSE[file] ?? {}).sort())
  })
})
