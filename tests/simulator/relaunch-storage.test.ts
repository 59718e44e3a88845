/** Relaunch of storage requests: an administrator’s, a thousand a time, and never all kinds (docs/regards-api/actions.md 2.3). */
import { describe, expect, it } from 'vitest'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { ask } from './asking'
import { expectAccepted, expectRefused, properties, relaunchFiles, state } from './relaunching'

describe('relaunched storage requests', () => {
  const world = () =>
    aWorld()
      .withSession('C/run', s =>
        s.storage({ done: 100, errors: 1150, deletionErrors: 30, copyErrors: 20, referenceErrors: 5 }),
      )
      .withSession('C/run 2', s => s.storage({ errors: 3 }))
      .build()
  const errors = async (w: World) => (await state(w, 'C', 'run', 'storage')).errors

  it('are an administrator’s to relaunch: the operator is refused, and nothing moves', async () => {
    const w = world()
    await expectRefused(await relaunchFiles(w, 'C', 'run', 'operator'), 403, /^Access is denied$/)
    w.advance('60s')
    expect(await errors(w)).toBe(1205)
  })

  it('are 1000 storages a time and every deletion; copies and references never', async () => {
    const w = world()
    await expectAccepted(await relaunchFiles(w, 'C', 'run'))
    w.advance('60s')
    expect(await errors(w)).toBe(150 + 20 + 5)
    await relaunchFiles(w, 'C', 'run')
    w.advance('60s')
    expect(await errors(w)).toBe(20 + 5)
    await relaunchFiles(w, 'C', 'run')
    w.advance('60s')
    expect(await errors(w)).toBe(20 + 5)
    expect(await properties(w, 'C', 'run', 'storage')).toMatchObject({ storedFiles: '1220', deletedFiles: '30' })
  })

  it('are those of the exact session', async () => {
    const w = world()
    await relaunchFiles(w, 'C', 'run')
    w.advance('60s')
    expect((await state(w, 'C', 'run 2', 'storage')).errors).toBe(3)
  })

  it('have no address of the older server’s form', async () => {
    const answer = await ask(world(), 'rs-storage/storages/retry/C/run', { as: 'administrator' })
    expect(answer.ok).toBe(false)
  })

  it.each(['source=C', 'session=run'])('need both parameters, not %s alone', async query => {
    const answer = await ask(world(), `rs-storage/storages/retry?${query}`, { method: 'POST', as: 'administrator' })
    expect(answer.status).toBe(400)
  })
})
