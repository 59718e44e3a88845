/** The document of an OAIS product, letter for letter (contract: docs/regards-api/actions.md 3.3). */
import { describe, expect, it } from 'vitest'
import { downloadAip } from '@/services/rs-ingest'
import { answering, failureOf, replying } from './with-gateway'

const URN = 'URN:AIP:DATA:demo:fd4218b7-0eba-40ea-81e0-15cdd10ebed8:V1'

describe('the document of a product', () => {
  it('comes as it was sent: numbers too long for JavaScript are not rounded', async () => {
    const text = '{\n  "size": 9007199254740993,\n  "id": "p"\n}'
    const all = replying(() => ({ text }))
    expect(await downloadAip(URN)).toBe(text)
    expect(all).toEqual([{ method: 'GET', path: `rs-ingest/aips/${encodeURIComponent(URN)}/download`, query: {} }])
  })

  it.each([
    ['', 'empty'],
    ['<!doctype html><title>Sign in</title>', 'html'],
    ['{"id":', 'cut'],
    ['plain words', 'unreadable'],
    [`"${'x'.repeat(17 * 1024 * 1024)}"`, 'tooLarge'],
  ])('is none that reads %.20s', async (text, reason) => {
    answering(() => ({ text }))
    expect(await failureOf(downloadAip(URN))).toMatchObject({ service: 'rs-ingest', reason })
  })

  it('is refused with the words of the server', async () => {
    answering(() => ({ text: '{"messages":["Unknown product"]}', status: 404 }))
    expect(await failureOf(downloadAip(URN))).toMatchObject({ isNotFound: true, messages: ['Unknown product'] })
  })

  it.each(['', '..', 'a/b'])('of %j is not asked for', async id => {
    const all = replying(() => ({ text: '{}' }))
    expect(await failureOf(downloadAip(id))).toMatchObject({ reason: 'unaddressable' })
    expect(all).toEqual([])
  })
})
