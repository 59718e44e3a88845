/** Every action goes into the journal, once, whoever asked for it; and what becomes of it is written there too. */
import type { QueryClient } from '@tanstack/react-query'
import { MutationObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createQueryClient } from '@/app/query-client'
import type { Action, ActionReport } from '@/domain/action'
import { journalOutcome } from '@/domain/journal'
import { ServiceError } from '@/domain/service-error'
import type { Session } from '@/domain/session'
import { readAction } from '@/queries/actions'
import { sessionQuery } from '@/queries/board'
import { keepJournal } from '@/queries/journal'
import { endFollowing, keepTrack } from '@/queries/kept-actions'
import { keys } from '@/queries/keys'
import { ownerNow, useCredentials } from '@/stores/credentials'
import { forgetJournal, journalOf } from '@/stores/journal'
import { aStep } from '../domain/a-step'

const REF = { source: 'A', name: 'day-1' }
const ACTIONS: { readonly [K in Action['kind']]: Extract<Action, { readonly kind: K }> } = {
  relaunch: { kind: 'relaunch', ref: REF, stepId: 'oais' },
  versioning: { kind: 'versioning', ref: REF, mode: 'REPLACE' },
  crawl: { kind: 'crawl', id: 'u-1', label: 'Data' },
  deletion: { kind: 'deletion', ref: REF, id: 1, confirmed: 'x' },
}

const session = (errors: number): Session => ({
  ...{ ...REF, id: 1, creationDate: undefined, lastUpdateDate: undefined, canDelete: true },
  steps: [aStep('oais', {}, { errors })],
})
const ACCEPTED: ActionReport = { outcome: { parts: [{ outcome: { kind: 'accepted' } }] }, baseline: session(5) }

let stops: (() => void)[] = []
/** A page: its cache, and what keeps its actions and its journal. */
function page(): QueryClient {
  const client = createQueryClient()
  stops = [keepTrack(client, ownerNow()), keepJournal(client, ownerNow())]
  return client
}
const leave = () => {
  for (const stop of stops) stop()
  stops = []
}
const entries = () => journalOf(ownerNow())
const outcomes = () => entries().map(journalOutcome)

/** Asks for an action that ends so; never, when nothing is said. */
function ask(client: QueryClient, action: Action, answer = new Promise<ActionReport>(() => undefined)) {
  const options = { mutationKey: keys.actions, mutationFn: () => answer, meta: { asker: 7 }, gcTime: Infinity }
  return new MutationObserver<ActionReport, ServiceError, Action>(client, options).mutate(action).catch(() => undefined)
}

beforeEach(() => {
  const token = { project: 'demo', user: 'ada@example.org', role: 'EXPLOIT', accessToken: 't', expiresIn: 60 }
  useCredentials.getState().signIn(token)
})
afterEach(leave)

describe.each(Object.values(ACTIONS))('an action ($kind)', action => {
  it('is written at its click, and once', async () => {
    const client = page()
    let answer: (report: ActionReport) => void = () => undefined
    const asked = ask(client, action, new Promise(resolve => (answer = resolve)))
    expect(entries()).toMatchObject([{ status: 'sending', what: { kind: action.kind } }])
    answer(ACCEPTED)
    await asked
    expect(outcomes()).toEqual(['accepted'])
  })

  it('that was not sent says so', async () => {
    const refusal = new ServiceError({ service: 'rs-admin', reason: 'status', status: 401, carriedToken: true })
    await ask(page(), action, Promise.reject(refusal))
    expect(entries()).toMatchObject([{ status: 'notSent', notSent: 'signedOut' }])
  })

  it('that was under way at a sign-out is not known to have ended', () => {
    void ask(page(), action)
    leave()
    expect(outcomes()).toEqual(['unknown'])
  })
})

describe('after a reload', () => {
  it('an answered action is there once, and its counters go on', async () => {
    await ask(page(), ACTIONS.relaunch, Promise.resolve(ACCEPTED))
    leave()
    const client = page()
    expect(outcomes()).toEqual(['accepted'])
    client.setQueryData(sessionQuery(REF).queryKey, session(2))
    expect(entries()).toMatchObject([{ counters: { isFinal: false, said: { recovered: 3, failing: 2 } } }])
  })

  it('an action that was forgotten stays forgotten', async () => {
    await ask(page(), ACTIONS.relaunch, Promise.resolve(ACCEPTED))
    leave()
    forgetJournal(ownerNow())
    page()
    expect(entries()).toEqual([])
  })
})

describe('the counters', () => {
  it('are taken from the rows of the list too', async () => {
    const client = page()
    await ask(client, ACTIONS.relaunch, Promise.resolve(ACCEPTED))
    client.setQueryData(keys.sessionsPage({}, 0), { total: 1, entries: [session(1)] })
    expect(entries()).toMatchObject([{ counters: { said: { recovered: 4, failing: 1 } } }])
  })

  it('are final once they have come to rest: what moves later is the work of others', async () => {
    const client = page()
    await ask(client, ACTIONS.relaunch, Promise.resolve(ACCEPTED))
    client.setQueryData(sessionQuery(REF).queryKey, session(2))
    const [mutation] = client.getMutationCache().getAll()
    const state = mutation && readAction(mutation)
    if (state !== undefined) endFollowing(client, state)
    client.setQueryData(sessionQuery(REF).queryKey, session(9))
    expect(entries()).toMatchObject([{ counters: { isFinal: true, said: { recovered: 3, failing: 2 } } }])
  })
})
