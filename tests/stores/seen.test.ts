/** The moment of the last look is kept for its account alone, in limited room, and is worth nothing where it is damaged. */
import { act, renderHook } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { SeenMark } from '@/domain/changes'
import { useConfiguration } from '@/stores/configuration'
import { ownerNow, useCredentials } from '@/stores/credentials'
import { forgetSeen, keepSeen, seenNow, useSeen } from '@/stores/seen'
import { storageKey } from '@/stores/storage-key'

const signIn = (user: string) =>
  useCredentials.getState().signIn({ project: 'demo', user, role: 'EXPLOIT', accessToken: 't', expiresIn: 60 })

const mark = (n = 0): SeenMark => ({
  at: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(),
  from: '2026-01-01T00:00:00.000Z',
  total: 1,
  sessions: [{ id: 1, source: 'A', name: 'day-1', errors: 1, isActive: false, updated: 5 }],
  cut: { all: false, error: false, active: false },
})

const keysNow = () => Object.keys(localStorage).filter(key => key.startsWith(`${storageKey('seen')} `))
const reload = () => {
  const { identity } = useCredentials.getState()
  useCredentials.getState().signOut()
  signIn(identity?.user ?? '')
}

beforeEach(() => signIn('ada@example.org'))

describe('the mark of an account', () => {
  it('outlives a reload and goes when it is forgotten', () => {
    expect(seenNow()).toBeUndefined()
    expect(keepSeen(ownerNow(), mark())).toBe(true)
    reload()
    expect(seenNow()).toEqual(mark())
    forgetSeen(ownerNow())
    reload()
    expect(seenNow()).toBeUndefined()
  })

  it('is not that of another one, and its key names neither', () => {
    keepSeen(ownerNow(), mark())
    useCredentials.getState().signOut()
    signIn('bob@example.org')
    expect(seenNow()).toBeUndefined()
    expect(keysNow().join()).not.toMatch(/ada|demo|example/)
  })

  it('is kept for five accounts of a gateway; the oldest gives way', () => {
    const users = [3, 1, 2, 4, 5, 6]
    for (const n of users) {
      signIn(`${n}@example.org`)
      keepSeen(ownerNow(), mark(n))
    }
    const found = users.filter(n => {
      signIn(`${n}@example.org`)
      return seenNow() !== undefined
    })
    expect(found.sort()).toEqual([2, 3, 4, 5, 6])
    expect(keysNow()).toHaveLength(5)
  })

  it.each([
    ['storage is refused', () => vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)],
    ['config.json says so', () => useConfiguration.setState({ token: 'memory' })],
  ])('lasts as long as the page where %s', (_, prevent) => {
    prevent()
    expect(keepSeen(ownerNow(), mark())).toBe(false)
    expect(seenNow()).toEqual(mark())
    expect(keysNow()).toEqual([])
    reload()
    expect(seenNow()).toBeUndefined()
  })

  it('is none where what is kept is damaged', () => {
    keepSeen(ownerNow(), mark())
    const [key = ''] = keysNow()
    localStorage.setItem(key, '{"at":')
    expect(seenNow()).toBeUndefined()
  })

  it('is drawn anew when another tab changes it, and is the same object as long as it is the same mark', () => {
    keepSeen(ownerNow(), mark())
    const { result, rerender } = renderHook(() => useSeen())
    const before = result.current
    rerender()
    expect(result.current).toBe(before)
    const [key = ''] = keysNow()
    const other = (localStorage.getItem(key) ?? '').replace('"total":1', '"total":7')
    act(() => {
      localStorage.setItem(key, other)
      window.dispatchEvent(new StorageEvent('storage', { key, newValue: other }))
    })
    expect(result.current?.total).toBe(7)
    act(() => forgetSeen(ownerNow()))
    expect(result.current).toBeUndefined()
  })
})

function refuse(): never {
  throw new DOMException('Full', 'QuotaExceededError')
}
