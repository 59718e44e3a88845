/** How a user has arranged each list is kept by account, names nobody, and is worth nothing where it is damaged. */
import { renderHook, act } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useCredentials } from '@/stores/credentials'
import { choiceNow, keepChoice, useListChoice } from '@/stores/list-choices'
import { storageKey } from '@/stores/storage-key'

const signIn = (user: string, project = 'demo') =>
  useCredentials.getState().signIn({ project, user, role: 'EXPLOIT', accessToken: 'a.b.c', expiresIn: 7200 })

beforeEach(() => signIn('me@example.org'))

afterEach(() => {
  vi.restoreAllMocks()
  useCredentials.getState().signOut()
})

const NAME = storageKey('lists')

describe('the choice of a list', () => {
  it('is kept for this list, each part by itself, and goes with undefined', () => {
    keepChoice('sessions', { columns: ['state', '-source'] })
    keepChoice('sessions', { sort: 'name,asc' })
    expect(choiceNow('sessions')).toEqual({ columns: ['state', '-source'], sort: 'name,asc' })
    expect(choiceNow('sources')).toEqual({})
    keepChoice('sessions', { columns: undefined })
    expect(choiceNow('sessions')).toEqual({ sort: 'name,asc' })
  })

  it('is for this user of this project only, and comes back with them', () => {
    keepChoice('sources', { sort: 'name,asc' })
    signIn('other@example.org')
    expect(choiceNow('sources')).toEqual({})
    keepChoice('sources', { sort: 'nbSessions,desc' })
    signIn('me@example.org', 'other')
    expect(choiceNow('sources')).toEqual({})
    signIn('me@example.org')
    expect(choiceNow('sources')).toEqual({ sort: 'name,asc' })
  })

  it('is kept under a name of this gateway, and says neither who nor which project', () => {
    keepChoice('sources', { columns: ['state'] })
    expect(Object.keys(localStorage)).toEqual([NAME])
    expect(localStorage.getItem(NAME)).not.toMatch(/me@|example|demo/)
  })

  it('tells whoever draws it, also when another tab has changed it', () => {
    const { result } = renderHook(() => useListChoice('sources'))
    act(() => keepChoice('sources', { sort: 'name,asc' }))
    expect(result.current).toEqual({ sort: 'name,asc' })
    act(() => {
      localStorage.clear()
      window.dispatchEvent(new StorageEvent('storage'))
    })
    expect(result.current).toEqual({})
  })

  it('lasts as long as the page in a browser that stores nothing', () => {
    const refusal = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('Full', 'QuotaExceededError')
    })
    keepChoice('sources', { sort: 'name,desc' })
    expect(choiceNow('sources')).toEqual({ sort: 'name,desc' })
    refusal.mockRestore()
    keepChoice('sources', { columns: ['state'] })
    expect(choiceNow('sources')).toEqual({ sort: 'name,desc', columns: ['state'] })
    expect(localStorage.getItem(NAME)).toContain('name,desc')
  })

  it('is forgotten for the account that chose first, once there are more than fifty', () => {
    for (let n = 0; n <= 50; n++) {
      signIn(`user-${n}@example.org`)
      keepChoice('sources', { sort: 'name,asc' })
    }
    expect(choiceNow('sources')).toEqual({ sort: 'name,asc' })
    signIn('user-1@example.org')
    expect(choiceNow('sources')).toEqual({ sort: 'name,asc' })
    signIn('user-0@example.org')
    expect(choiceNow('sources')).toEqual({})
  })
})

describe('what is stored is damaged:', () => {
  const mine = (own: unknown) => {
    keepChoice('sources', { sort: 'name,asc' })
    const [mark = ''] = Object.keys(JSON.parse(localStorage.getItem(NAME) ?? '') as object)
    return JSON.stringify({ [mark]: own })
  }

  it.each([
    ['no JSON', () => '{"a":'],
    ['a text', () => '"a"'],
    ['a list', () => '[1]'],
    ['nothing', () => 'null'],
    ['an account that is a number', () => mine(5)],
    ['a list that is null', () => mine({ sources: null })],
    ['columns that are a text', () => mine({ sources: { columns: 'name' } })],
    ['columns of which one is a number', () => mine({ sources: { columns: ['name', 5] } })],
    ['a sort that is an object', () => mine({ sources: { sort: {} } })],
  ])('%s is as if nothing was chosen, and gives way to the next choice', (_, text) => {
    localStorage.setItem(NAME, text())
    expect(choiceNow('sources')).toEqual({})
    keepChoice('sources', { columns: ['state'] })
    expect(choiceNow('sources')).toEqual({ columns: ['state'] })
  })

  it('the part that is whole is used', () => {
    localStorage.setItem(NAME, mine({ sources: { columns: 5, sort: 'name,asc' } }))
    expect(choiceNow('sources')).toEqual({ sort: 'name,asc' })
  })
})
