/** Which earlier actions a reload restores, and which it does not. */
import { MutationObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createQueryClient } from '@/app/query-client'
import type { ActionReport, Action } from '@/domain/action'
import type { ActionState } from '@/queries/actions'
import { readAction } from '@/queries/actions'
import { endFollowing, keepTrack, takeLost } from '@/queries/kept-actions'
import { keys } from '@/queries/keys'
import { useConfiguration } from '@/stores/configuration'
import { ownerOf } from '@/stores/credentials'
import { storageKey } from '@/stores/storage-key'

const OWNER = ownerOf({ project: 'demo', user: 'operator', role: 'EXPLOIT' })
const ORDER: Action = { kind: 'relaunch', ref: { source: 'A', name: 'day-1' }, stepId: 'oais' }
const ACCEPTED: ActionReport = { outcome: { parts: [{ outcome: { kind: 'accepted' } }] }, baseline: undefined }

let client = createQueryClient()
/** The page as a reload finds it: nothing is left but what the tab kept. */
const reloaded = () => {
  client = createQueryClient()
  keepTrack(client, OWNER)
  return { lost: takeLost(client) }
}
const actions = (): readonly ActionState[] =>
  client
    .getMutationCache()
    .getAll()
    .flatMap(mutation => readAction(mutation) ?? [])

/** Sends an action with this outcome; without one it never ends. */
function give(answer = new Promise<ActionReport>(() => undefined)) {
  const observer = new MutationObserver(client, {
    mutationKey: keys.actions,
    mutationFn: () => answer,
    meta: { asker: 7 },
  })
  return observer.mutate(ORDER as never).catch(() => undefined)
}

beforeEach(() => {
  reloaded()
})

afterEach(() => vi.restoreAllMocks())

describe('a reload', () => {
  it('restores accepted actions, without their former dialog', async () => {
    await give(Promise.resolve(ACCEPTED))
    expect(reloaded().lost).toEqual([])
    expect(actions()).toMatchObject([{ action: ORDER, status: 'answered', asker: undefined }])
    expect(actions()[0]?.report?.outcome).toEqual(ACCEPTED.outcome)
  })

  it('names a running action once: its outcome is not known', () => {
    void give()
    const { lost } = reloaded()
    expect(lost).toMatchObject([{ action: ORDER, status: 'answered' }])
    expect(lost[0]?.report?.outcome.parts).toEqual([{ outcome: { kind: 'unknown', reason: 'reloaded' } }])
    expect(reloaded().lost).toEqual([])
    expect(actions()).toHaveLength(1)
  })

  it('does not believe what a request says that its page has left', async () => {
    const observer = give(new Promise(resolve => setTimeout(resolve, 20, { ...ACCEPTED, outcome: { parts: [] } })))
    // A clock of long ago: the tests after this one are in a page that stays.
    vi.spyOn(performance, 'now').mockReturnValue(-1_000_000)
    window.dispatchEvent(new Event('beforeunload'))
    await observer
    expect(reloaded().lost).toMatchObject([{ action: ORDER }])
  })

  it('forgets what was refused, and what was not sent', async () => {
    await give(
      Promise.resolve({
        ...ACCEPTED,
        outcome: { parts: [{ outcome: { kind: 'refused', status: 422, messages: [] } }] },
      }),
    )
    await give(Promise.reject(new Error('not sent')))
    reloaded()
    expect(actions()).toEqual([])
  })

  it('forgets what has come to its end', async () => {
    await give(Promise.resolve(ACCEPTED))
    for (const action of actions()) endFollowing(client, action)
    reloaded()
    expect(actions()).toEqual([])
  })

  it('restores nothing of another user', async () => {
    await give(Promise.resolve(ACCEPTED))
    client = createQueryClient()
    keepTrack(client, ownerOf({ project: 'demo', user: 'administrator', role: 'ADMIN' }))
    expect(actions()).toEqual([])
  })

  it('restores nothing where config.json wants memory only', async () => {
    useConfiguration.setState({ token: 'memory' })
    await give(Promise.resolve(ACCEPTED))
    expect(Object.keys(sessionStorage)).toEqual([])
    reloaded()
    expect(actions()).toEqual([])
  })

  const kept = (variables: object, data: object = ACCEPTED) => {
    const state = { status: 'success', submittedAt: Date.now(), variables, data }
    return JSON.stringify({
      owner: OWNER,
      text: JSON.stringify({ mutations: [{ mutationKey: ['action'], state }], progresses: [] }),
    })
  }

  it('detects an action of another version by its shape, and ignores it', () => {
    for (const odd of [
      kept({ ...ORDER, selected: {} }),
      kept({ ...ORDER, kind: 'versioning', mode: 'IGNORE', ids: 'x' }),
      kept(ORDER, { outcome: { parts: [{ outcome: { kind: 'refused' } }] } }),
      kept(ORDER, { outcome: { parts: 7 } }),
    ]) {
      sessionStorage.setItem(storageKey('actions'), odd)
      reloaded()
      expect(actions()).toEqual([])
    }
    sessionStorage.setItem(storageKey('actions'), kept(ORDER, { ...ACCEPTED, exact: 7 }))
    reloaded()
    expect(actions()).toMatchObject([{ action: ORDER }])
    expect(actions()[0]?.report).not.toHaveProperty('exact')
  })

  it.each([
    'nonsense',
    JSON.stringify({ owner: OWNER, text: '{' }),
    JSON.stringify({ owner: OWNER, text: '[]' }),
    JSON.stringify({ owner: OWNER, text: '{"mutations":[{"mutationKey":["action"],"state":{}}],"progresses":[]}' }),
    JSON.stringify({ owner: OWNER, text: '{"mutations":[7,null],"progresses":[[["x"],{"oaisProducts":{}}]]}' }),
  ])('is harmed by nothing that stands there in its place: %s', text => {
    for (const key of [storageKey('actions')]) sessionStorage.setItem(key, text)
    expect(reloaded().lost).toEqual([])
    expect(actions()).toEqual([])
  })
})
