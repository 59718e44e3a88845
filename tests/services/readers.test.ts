/** What the first screen reads by hand is read as the schemas of first-schemas.ts would read it, whatever the answer. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPage } from '@/services/hateoas'
import { mayMeanEndOfToken, readRefusal } from '@/services/refusal'
import { readRight } from '@/services/rs-admin'
import { readProject } from '@/services/rs-admin-instance'
import { obtainToken } from '@/services/rs-authentication'
import { readSession, readSource } from '@/services/session-readers'
import { RUNS, mutations } from './bending'
import {
  gatewayFault,
  pageBySchema,
  project,
  refusal,
  right,
  sessionBySchema,
  sourceBySchema,
  token,
} from './first-schemas'
import { answering } from './with-gateway'

/** What a text is as JSON; nothing for one that is cut. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Read = (answer: unknown) => unknown

/** Both read the same, NaN and absent keys included. */
function expectSame(file: string, read: Read, bySchema: Read): void {
  fc.assert(
    fc.property(mutations(file), text => {
      const answer = parsed(text)
      expect(read(answer)).toStrictEqual(bySchema(answer))
    }),
    { numRuns: RUNS },
  )
}

const contentOf = (answer: unknown): unknown => (answer as { readonly content?: unknown } | null | undefined)?.content

describe('a page is read as by the schemas', () => {
  it.each(['sessions-page-0', 'sessions-odd-names', 'sessions-errors'])('of sessions: %s', file =>
    expectSame(
      file,
      answer => readPage(answer, ({ content }) => readSession(content)),
      answer => pageBySchema(answer, ({ content }) => sessionBySchema(content)),
    ),
  )

  it.each(['sources-page-0', 'sources-negative-totals', 'sources-without-date'])('of sources: %s', file =>
    expectSame(
      file,
      answer => readPage(answer, ({ content }) => readSource(content)),
      answer => pageBySchema(answer, ({ content }) => sourceBySchema(content)),
    ),
  )

  it('of rights: resources-operator', () =>
    expectSame(
      'resources-operator',
      answer => readPage(answer, ({ content }) => readRight(content)),
      answer =>
        pageBySchema(answer, ({ content }) => {
          const { data } = right.safeParse(content)
          return data && { microservice: data.microservice, resource: data.resource, verb: data.verb }
        }),
    ))

  it('of projects: projects-public', () =>
    expectSame(
      'projects-public',
      answer => readPage(answer, ({ content }) => readProject(content)),
      answer =>
        pageBySchema(answer, ({ content }) => {
          const { data } = project.safeParse(content)
          const isOpen = data?.isAccessible === true && !data.isDeleted
          return data && { name: data.name, label: data.label ?? data.name, isOpen }
        }),
    ))

  it('and its links, whatever they are', () =>
    expectSame(
      'sessions-page-0',
      answer => readPage(answer, ({ rels }) => [...rels]),
      answer => pageBySchema(answer, ({ rels }) => [...rels]),
    ))
})

describe('a session is read as by the schema', () => {
  it.each(['session-scan', 'session-oais', 'session-workers', 'session-feature', 'session-unknown-step'])('%s', file =>
    expectSame(
      file,
      answer => readSession(contentOf(answer)),
      answer => sessionBySchema(contentOf(answer)),
    ),
  )

  it('where its numbers are any text', () => {
    const digits = fc.string({ unit: fc.constantFrom(...Array.from('0123456789.eE+- \n')), maxLength: 8 })
    fc.assert(
      fc.property(digits, fc.double(), (text, number) => {
        const values = { a: text, b: number, c: `${number}` }
        const steps = [{ stepId: 's', inputRelated: text, outputRelated: number, properties: values }]
        for (const id of [text, number, 7]) {
          const content = { id, name: '', source: 'A', steps }
          expect(readSession(content)).toStrictEqual(sessionBySchema(content))
        }
      }),
      { numRuns: RUNS },
    )
  })
})

/** What a call comes to when this is answered; its error by the reason. */
const outcome = (text: string, call: () => Promise<unknown>): Promise<unknown> => {
  answering(() => ({ text }))
  return call().catch((error: unknown) => (error as { readonly reason?: unknown }).reason)
}

function expectSameCall(file: string, call: () => Promise<unknown>, bySchema: Read): Promise<void> {
  return fc.assert(
    fc.asyncProperty(mutations(file), async text => {
      const answer = parsed(text)
      // What is no JSON is not for a reader to say.
      if (answer === undefined) return
      expect(await outcome(text, call)).toStrictEqual(bySchema(answer) ?? 'unreadable')
    }),
    { numRuns: RUNS },
  )
}

describe('an answer is read as by the schema', () => {
  const asked = { project: 'demo', username: 'me' }

  it.each(['token', 'token-borrowed', 'token-external'])('that is a token: %s', file =>
    expectSameCall(
      file,
      () => obtainToken({ ...asked, password: 'x' }, { user: 'u', secret: 's' }),
      answer => {
        const { data } = token.safeParse(answer)
        if (data === undefined) return undefined
        return {
          ...{ accessToken: data.access_token, role: data.role, expiresIn: data.expires_in },
          ...{ project: data.tenant ?? data.scope ?? asked.project, user: data.email ?? data.sub ?? asked.username },
        }
      },
    ),
  )
})

const isWords = (said: unknown): said is string => typeof said === 'string' && said.trim() !== ''

describe('a refusal is read as by the schema', () => {
  it.each(['error-403', 'error-422-chain', 'error-500-sort', 'token-error-locked', 'token-error-unknown'])(
    '%s',
    file => {
      const wordsBySchema = (answer: unknown) => {
        const { data } = refusal.safeParse(answer)
        const said = [...(data?.messages ?? []), data?.message, data?.detailMessage].filter(isWords)
        return { said: new Set(said).size, code: data?.additionalInformation?.error }
      }
      fc.assert(
        fc.property(mutations(file), text => {
          const { messages = [], code } = readRefusal(text, null, null)
          expect({ said: messages.length, code }).toStrictEqual(wordsBySchema(parsed(text)))
        }),
        { numRuns: RUNS },
      )
    },
  )

  it('that may mean the end of a token', () => {
    const value = fc.oneof(fc.constantFrom<unknown>(500, 403, '500', 'x', null, [], {}), fc.jsonValue({ maxDepth: 1 }))
    const fault = fc.record(
      { timestamp: value, path: value, status: value, error: value, requestId: value, messages: value },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(fault, value), answer => {
        const { data } = refusal.safeParse(answer)
        const isSaid = (data?.messages ?? []).some(isWords)
        const text = JSON.stringify(answer)
        expect(mayMeanEndOfToken(500, text)).toBe(!isSaid && gatewayFault.safeParse(answer).success)
        expect(mayMeanEndOfToken(403, text)).toBe(!isSaid)
      }),
      { numRuns: RUNS },
    )
  })
})
