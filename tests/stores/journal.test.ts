/** What of the journal stays in the browser, for whom, and that no tab takes another one's entries away. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { JournalEntry } from '@/domain/journal'
import { JOURNAL_LIMIT } from '@/domain/journal'
import { useConfiguration } from '@/stores/configuration'
import { ownerNow, useCredentials } from '@/stores/credentials'
import { changeJournal, forgetJournal, journalOf, shareJournal, writeJournal } from '@/stores/journal'

const entry = (n: number, more: Partial<JournalEntry> = {}): JournalEntry => ({
  id: `id-${n}`,
  revision: 0,
  at: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(),
  what: { kind: 'crawl', label: `source ${n}` },
  status: 'answered',
  parts: [{ outcome: { kind: 'accepted' } }],
  ...more,
})

const signIn = (user: string) =>
  useCredentials.getState().signIn({ project: 'demo', user, role: 'EXPLOIT', accessToken: 't', expiresIn: 60 })
const ids = () => journalOf(ownerNow()).map(({ id }) => id)
/** The page as a reload finds it. */
const reload = () => {
  const { identity } = useCredentials.getState()
  useCredentials.getState().signOut()
  signIn(identity?.user ?? '')
}
const keyNow = () => Object.keys(localStorage).find(key => key.includes('journal')) ?? 'none'
/** Another tab writes, as this one hears of it. */
function otherTab(text: string | null): void {
  const key = keyNow()
  if (text === null) localStorage.removeItem(key)
  else localStorage.setItem(key, text)
  window.dispatchEvent(new StorageEvent('storage', { key, newValue: text }))
}

beforeEach(() => signIn('ada@example.org'))

describe('the journal', () => {
  it('outlives a reload, the latest first', () => {
    for (const n of [1, 3, 2]) writeJournal(ownerNow(), entry(n))
    reload()
    expect(ids()).toEqual(['id-3', 'id-2', 'id-1'])
  })

  it('keeps the latest 500', () => {
    writeJournal(ownerNow(), entry(0))
    localStorage.setItem(keyNow(), JSON.stringify(Array.from({ length: JOURNAL_LIMIT }, (_, n) => entry(n))))
    writeJournal(ownerNow(), entry(JOURNAL_LIMIT))
    reload()
    expect(ids()).toHaveLength(JOURNAL_LIMIT)
    expect(ids()).toContain(`id-${JOURNAL_LIMIT}`)
    expect(ids()).not.toContain('id-0')
  })

  it('is for its account alone, also after another one was here', () => {
    writeJournal(ownerNow(), entry(1))
    useCredentials.getState().signOut()
    signIn('bob@example.org')
    expect(ids()).toEqual([])
    useCredentials.getState().signOut()
    signIn('ada@example.org')
    expect(ids()).toEqual(['id-1'])
  })

  it.each([
    ['no JSON', 'nonsense'],
    ['no list', '{"a":1}'],
    ['of other shapes', '[{"id":"x"},null,3]'],
  ])('that is %s is read as empty, and written to again', (_, text) => {
    writeJournal(ownerNow(), entry(1))
    localStorage.setItem(keyNow(), text)
    reload()
    expect(ids()).toEqual([])
    writeJournal(ownerNow(), entry(2))
    reload()
    expect(ids()).toEqual(['id-2'])
  })

  it('loses its damaged entries only', () => {
    writeJournal(ownerNow(), entry(1))
    localStorage.setItem(keyNow(), JSON.stringify([entry(1), { ...entry(2), parts: 'none' }]))
    reload()
    expect(ids()).toEqual(['id-1'])
  })

  it('lasts as long as the page where storage is full', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(() => writeJournal(ownerNow(), entry(1))).not.toThrow()
    expect(ids()).toEqual(['id-1'])
  })

  it('is kept in no storage where the token is not either', () => {
    useConfiguration.setState({ token: 'memory' })
    writeJournal(ownerNow(), entry(1))
    expect(ids()).toEqual(['id-1'])
    expect(keyNow()).toBe('none')
  })

  it('takes a change of an entry that is there, and none of one that was forgotten', () => {
    writeJournal(ownerNow(), entry(1))
    changeJournal(ownerNow(), 'id-1', before => ({ ...before, status: 'notSent', notSent: 'gone' }))
    expect(journalOf(ownerNow())).toMatchObject([{ status: 'notSent', notSent: 'gone', revision: 1 }])
    forgetJournal(ownerNow())
    changeJournal(ownerNow(), 'id-1', before => ({ ...before, status: 'answered' }))
    expect(ids()).toEqual([])
  })
})

describe('two tabs', () => {
  it('keep both entries when one overwrote the other', () => {
    const stop = shareJournal(ownerNow())
    writeJournal(ownerNow(), entry(1))
    otherTab(JSON.stringify([entry(2)]))
    reload()
    expect(ids()).toEqual(['id-2', 'id-1'])
    stop()
  })

  it('agree on the entry that was changed last, and come to rest', () => {
    const stop = shareJournal(ownerNow())
    writeJournal(ownerNow(), entry(1))
    const newer = JSON.stringify([entry(1, { revision: 2, status: 'notSent', notSent: 'gone' })])
    const write = vi.spyOn(Storage.prototype, 'setItem')
    otherTab(newer)
    expect(write).toHaveBeenCalledTimes(1)
    expect(journalOf(ownerNow())).toMatchObject([{ revision: 2, notSent: 'gone' }])
    stop()
  })

  it('forget together', () => {
    const stop = shareJournal(ownerNow())
    writeJournal(ownerNow(), entry(1))
    otherTab(null)
    expect(ids()).toEqual([])
    stop()
  })
})
