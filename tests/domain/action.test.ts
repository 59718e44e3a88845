/** The target of an action, and when two actions have the same one. */
import { describe, expect, it } from 'vitest'
import type { Action } from '@/domain/action'
import { notSentReason, overlap, subjectOf } from '@/domain/action'
import { ServiceError } from '@/domain/service-error'

const A = { source: 'A', name: 'day-1' }
const relaunch = (more: object = {}): Action => ({ kind: 'relaunch', ref: A, stepId: 'oais', ...more })
const selected = (...ids: number[]) => relaunch({ selected: { list: 'oaisErrors', ref: A, ids } })
const ofType = (type: string, ...ids: number[]) =>
  relaunch({ stepId: 'feature', selected: { list: 'featureErrors', ref: A, ids, type } })
const decision = (...ids: number[]): Action => ({ kind: 'versioning', ref: A, mode: 'IGNORE', ids })
const all: Action = { kind: 'versioning', ref: A, mode: 'REPLACE' }

describe('two actions have the same target', () => {
  it.each([
    ['all errors of a step, twice', relaunch(), relaunch(), true],
    ['all errors of a step, and some of them', relaunch(), selected(1), true],
    ['some errors, and others of the same step', selected(1, 2), selected(3), false],
    ['some errors, and one of them', selected(1, 2), selected(2), true],
    ['one id in two types of GeoJSON requests', ofType('UPDATE', 1), ofType('DELETION', 1), false],
    ['two steps of one session', relaunch(), relaunch({ stepId: 'storage' }), false],
    ['one step of two sessions', relaunch(), relaunch({ ref: { source: 'A', name: 'day-10' } }), false],
    ['sources and names that read alike', relaunch(), relaunch({ ref: { source: 'A", "day', name: '1' } }), false],
    ['a relaunch and a decision', selected(1), decision(1), false],
    ['a decision for all, and one for some', all, decision(4), true],
    ['two data sources', { kind: 'crawl', id: 'a', label: 'x' }, { kind: 'crawl', id: 'b', label: 'x' }, false],
  ] as const)('%s', (_, a, b, expected) => {
    expect(overlap(subjectOf(a), subjectOf(b))).toBe(expected)
    expect(overlap(subjectOf(b), subjectOf(a))).toBe(expected)
  })
})

describe('why nothing was sent', () => {
  const error = (init: object) =>
    new ServiceError({ service: 'rs-admin', reason: 'status', carriedToken: true, ...init })

  it.each([
    ['signedOut', error({ status: 401 })],
    ['signedOut', error({ reason: 'notSent' })],
    ['gone', error({ status: 404 })],
    ['changed', error({ reason: 'changed' })],
    ['unread', error({ status: 500 })],
    ['unread', error({ reason: 'timeout' })],
  ] as const)('%s', (reason, given) => {
    expect(notSentReason(given)).toBe(reason)
  })
})
