/** The five relaunch calls, and what is looked at before and after them (docs/regards-api/actions.md 2). */
import { expect } from 'vitest'
import type { World } from '@simulator/world'
import { ask, shownStep } from './asking'

export const ONLY_ERRORS = { values: ['ERROR'], mode: 'INCLUDE', matchMode: 'STRICT', ignoreCase: false }

export const relaunchChain = (w: World, chain: string, session = 'day-1') =>
  ask(w, `rs-dataprovider/chains/relaunch?${new URLSearchParams({ chainName: chain, session }).toString()}`)

export const relaunchOais = (w: World, body: object) => ask(w, 'rs-ingest/requests/retry', { body })

export const relaunchFeatures = (w: World, type: string, body: object) =>
  ask(w, `rs-fem/requests/retry/${type}`, { body })

export const relaunchFiles = (w: World, source: string, session: string, as = 'administrator') =>
  ask(w, `rs-storage/storages/retry?${new URLSearchParams({ source, session }).toString()}`, { method: 'POST', as })

export const relaunchWorkers = (w: World, body: object) => ask(w, 'rs-worker-manager/requests/retry', { body })

export const state = async (w: World, source: string, name: string, stepId: string) =>
  (await shownStep(w, source, name, stepId)).state

export const properties = async (w: World, source: string, name: string, stepId: string) =>
  (await shownStep(w, source, name, stepId)).properties

/** Accepted means 200 and nothing to read. */
export async function expectAccepted(answer: Response): Promise<void> {
  expect([answer.status, await answer.text()]).toEqual([200, ''])
}

export async function expectRefused(answer: Response, status: number, words: RegExp): Promise<void> {
  expect(answer.status).toBe(status)
  expect(await answer.json()).toEqual({ messages: [expect.stringMatching(words)] })
}
