/** What the sessions of a source, added up, say about it. */
import { describe, expect, it } from 'vitest'
import type { Session, Source } from '@/domain/session'
import { auditSource } from '@/domain/audit-source'
import { driftedFrom, isUpToDate } from '@/domain/source-audit'

const session = (name: string, lastUpdateDate: string, outputRelated: number, ignoredProducts = 0): Session => ({
  id: 1,
  name,
  source: 'A',
  creationDate: undefined,
  lastUpdateDate,
  canDelete: false,
  steps: [
    {
      stepId: 'oais',
      type: 'REFERENCING',
      inputRelated: outputRelated,
      outputRelated,
      state: { errors: 0, waiting: 0, running: 0 },
      properties: { ignoredProducts },
      lastUpdateDate,
    },
  ],
})

const source = (totalOut: number, lastUpdateDate = '2025-06-02T00:00:00Z'): Source => ({
  name: 'A',
  sessionCount: 2,
  lastUpdateDate,
  steps: [{ type: 'REFERENCING', totalIn: 0, totalOut, state: { errors: 0, waiting: 0, running: 0 } }],
})

const SESSIONS = [session('old', '2025-06-01T00:00:00Z', 10, 2), session('new', '2025-06-02T00:00:00Z', 5, 1)]

describe('the sessions of a source, added up', () => {
  it('say what was set aside in them, and that all of them were read', () => {
    expect(auditSource({ entries: SESSIONS, total: 2 })).toEqual({
      setAside: 3,
      read: 2,
      total: 2,
      isComplete: true,
      sums: { REFERENCING: { in: 15, out: 15, errors: 0, waiting: 0, running: 0 } },
      latest: '2025-06-02T00:00:00Z',
    })
  })

  it('are not all of them when the server has more, or when one cannot be read', () => {
    expect(auditSource({ entries: SESSIONS, total: 300 }).isComplete).toBe(false)
    expect(auditSource({ entries: [...SESSIONS, { unreadable: true, label: 'x' }], total: 3 }).isComplete).toBe(false)
  })
})

it('they are up to date until the source changes, or a purge has deleted some', () => {
  const audit = auditSource({ entries: SESSIONS, total: 2 })
  expect(isUpToDate(audit, source(15))).toBe(true)
  expect(isUpToDate(audit, source(15, '2025-06-02T09:00:00Z'))).toBe(false)
  expect(isUpToDate(audit, { ...source(15), sessionCount: 1 })).toBe(false)
})

describe('the totals of a source', () => {
  const audit = auditSource({ entries: SESSIONS, total: 2 })

  it('hold when its sessions add up to them', () => {
    expect(driftedFrom(source(15), 'REFERENCING', audit)).toBeUndefined()
  })

  it('are not reliable when its sessions add up to something else, above as below', () => {
    expect(driftedFrom(source(17), 'REFERENCING', audit)).toBe(15)
    expect(driftedFrom(source(-3), 'REFERENCING', audit)).toBe(15)
  })

  it('are not judged by sessions read at another moment, in part, or not at all', () => {
    expect(driftedFrom(source(17, '2025-06-02T09:00:00Z'), 'REFERENCING', audit)).toBeUndefined()
    expect(driftedFrom(source(17), 'REFERENCING', auditSource({ entries: SESSIONS, total: 3 }))).toBeUndefined()
    expect(driftedFrom(source(17), 'REFERENCING', undefined)).toBeUndefined()
  })
})
