/** Acquisition chains and their relaunch, a GET that changes state (contract: docs/regards-api/actions.md 2.1, 3.2). */
import { describe, expect, it } from 'vitest'
import { findChains, relaunchErrors } from '@/services/rs-dataprovider'
import { aWorld } from '@tests/support/a-world'
import { answering, asked, enter, failureOf } from './with-gateway'

const REF = { source: 'scan & go', name: '2025-05-02T10:11:12+02:00' }

const world = () =>
  aWorld()
    .withChain('scan', { enabled: false, executionBlockers: ['No plugin'] })
    .withChain('scan-alpha', { locked: true })
    .withChain('Scan', { deletionPending: true })
    .build()

describe('the chains of a source', () => {
  it('are those with exactly its name, among all that hold it', async () => {
    const here = world()
    await enter(here)
    expect(await findChains('scan')).toEqual([
      {
        ...{ id: 100, label: 'scan', enabled: false, locked: false, running: false },
        ...{ deletionPending: false, executionBlockers: ['No plugin'] },
      },
    ])
    const query = { label: 'scan', page: '0', size: '100', sort: ['label,asc', 'id,asc'] }
    expect(asked(here)).toEqual([{ method: 'GET', path: 'rs-dataprovider/chain-monitoring', query }])
  })

  it('tell a chain that is switched on from one that runs', async () => {
    await enter(world())
    expect(await findChains('scan-alpha')).toMatchObject([{ enabled: true, locked: true, running: true }])
    expect(await findChains('Scan')).toMatchObject([{ deletionPending: true, locked: false, running: false }])
  })

  it('may be several, since labels are not unique, or none', async () => {
    await enter(aWorld().withChain('twin').withChain('twin').build())
    expect((await findChains('twin')).map(({ id }) => id)).toEqual([100, 101])
    expect(await findChains('nobody')).toEqual([])
  })

  it('are read to the last page', async () => {
    const many = aWorld()
    for (let n = 0; n < 120; n++) many.withChain(`chain-${n}`)
    const here = many.withChain('chain').build()
    await enter(here)
    expect(await findChains('chain')).toHaveLength(1)
    expect(asked(here).map(({ query }) => query['page'])).toEqual(['0', '1'])
  })

  it.each([
    ['whether it is switched on is not said', { chain: { id: 1, label: 'scan' } }],
    ['a lock is nonsense', { chain: { id: 1, label: 'scan', active: true, locked: 'no' } }],
    ['a pending deletion is nonsense', { deletionPending: 0, chain: { id: 1, label: 'scan', active: true } }],
    ['blockers are nonsense', { executionBlockers: 'none', chain: { id: 1, label: 'scan', active: true } }],
  ])('are not vouched for when %s', async (_, content) => {
    answering(() => ({ text: JSON.stringify({ metadata: { totalElements: 1 }, content: [{ content }] }) }))
    expect(await failureOf(findChains('scan'))).toMatchObject({ service: 'rs-dataprovider', reason: 'unreadable' })
  })

  it('have nothing in their way that is not said', async () => {
    const content = { active: 'perhaps', chain: { id: '1', label: 'scan', active: true } }
    answering(() => ({ text: JSON.stringify({ metadata: { totalElements: 1 }, content: [{ content }] }) }))
    expect(await findChains('scan')).toEqual([
      {
        ...{ id: 1, label: 'scan', enabled: true, locked: false, running: false },
        ...{ deletionPending: false, executionBlockers: [] },
      },
    ])
  })
})

describe('the relaunch', () => {
  it('names chain and session in the query, each encoded once', async () => {
    const here = aWorld()
      .withSession(REF, s => s.scan({ errors: 2 }))
      .build()
    await enter(here)
    await relaunchErrors(REF)
    const query = { chainName: 'scan & go', session: '2025-05-02T10:11:12+02:00' }
    expect(asked(here)).toEqual([{ method: 'GET', path: 'rs-dataprovider/chains/relaunch', query }])
    here.advance('1m')
    expect(here.archive.items(here.session(REF), 'scan').filter(({ status }) => status === 'GENERATION_ERROR')).toEqual(
      [],
    )
  })

  it('is refused with the words of the server', async () => {
    await enter(world())
    expect(await failureOf(relaunchErrors({ source: 'scan', name: 'any' }))).toMatchObject({
      status: 422,
      messages: ['Inactive processing chain "scan" cannot be started'],
    })
    expect(await failureOf(relaunchErrors({ source: 'nobody', name: 'any' }))).toMatchObject({
      status: 500,
      messages: ['Chain %s not found.'],
    })
  })
})
