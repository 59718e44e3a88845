/** Reading sessions by their date stops where the time that is asked for ends, and at a limit. */
import { beforeEach, describe, expect, it } from 'vitest'
import { isUnreadable } from '@/domain/session'
import { readSince } from '@/queries/read-since'
import { readMark } from '@/queries/seen'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { enter } from '@tests/services/with-gateway'

const MINUTE = 60_000
let world: World

/** Each a minute older than the one before; three have no date and come first. */
beforeEach(async () => {
  let builder = aWorld().withSessions(450, 'A/run', s => s.oais({ done: 1 }))
  for (const n of [1, 2, 3])
    builder = builder.withSession(`B/undated-${n}`, s => s.oais({ errors: 1 }).changed(undefined))
  world = builder.build()
  await enter(world)
  world.forgetRequests()
})

const asked = () =>
  world.received('rs-admin/sessions?').map(({ url }) => Object.fromEntries(new URL(url, 'http://x').searchParams))
const names = ({ entries }: Awaited<ReturnType<typeof readSince>>) =>
  entries.map(entry => (isUnreadable(entry) ? '?' : entry.name))

let touched: Set<string>
beforeEach(() => {
  touched = new Set()
})

/** It is the latest one from now on; once. */
function touch(name: string): void {
  if (touched.has(name)) return
  touched.add(name)
  const record = world.session({ source: 'A', name })
  const [item] = world.archive.items(record, 'oais')
  if (item !== undefined) world.archive.change(record, 'oais', item, 'ERROR')
  world.advance('20s')
}

describe('sessions since a moment', () => {
  it('are read in one page in the usual case; those without a date neither stop it nor are left out', async () => {
    const read = await readSince({}, world.clock.now() - 10.5 * MINUTE, 1000)
    expect(names(read)).toHaveLength(13)
    expect(names(read).slice(0, 4)).toEqual(['undated-1', 'undated-2', 'undated-3', 'run-0'])
    expect(read).toMatchObject({ isCut: false, total: 453 })
    expect(asked()).toEqual([expect.objectContaining({ page: '0', size: '200' })])
  })

  it('are read page by page, and no further than where they end', async () => {
    const read = await readSince({}, world.clock.now() - 300.5 * MINUTE, 1000)
    expect(names(read)).toHaveLength(303)
    expect(asked().map(({ page }) => page)).toEqual(['0', '1'])
  })

  it('end at the limit, and it says so', async () => {
    const read = await readSince({}, undefined, 400)
    expect(names(read)).toHaveLength(400)
    expect(read.isCut).toBe(true)
    expect(asked()).toHaveLength(2)
  })

  it('are all of them without a moment, each once, also when a row moves while they are read', async () => {
    world.faults.mutate(/sessions\?page=0/, text => {
      touch('run-449')
      return text
    })
    const read = await readSince({ source: 'A' }, undefined, 1000)
    expect(new Set(names(read)).size).toBe(names(read).length)
    expect(names(read)).toHaveLength(450)
    expect(names(read)[0]).toBe('run-449')
    expect(read).toMatchObject({ total: 450, isCut: false, isMoved: false })
    expect(asked().map(({ page }) => page)).toEqual(['0', '1', '2', '0'])
    expect(asked()[0]).toMatchObject({ sourceName: 'A' })
  })

  it('of a range hold the one that came into it meanwhile', async () => {
    world.faults.mutate(/sessions\?page=0/, text => {
      touch('run-440')
      return text
    })
    const read = await readSince({ source: 'A' }, world.clock.now() - 300.5 * MINUTE, 1000)
    expect(names(read)).toHaveLength(301)
    expect(names(read)[0]).toBe('run-440')
    expect(read.isMoved).toBe(false)
  })

  it('hold those that moved to a page read before because another one was purged', async () => {
    let isDone = false
    world.faults.mutate(/sessions\?page=0/, text => {
      if (!isDone) world.purge({ source: 'A', name: 'run-5' })
      isDone = true
      return text
    })
    const read = await readSince({ source: 'A' }, undefined, 1000)
    const model = Array.from({ length: 450 }, (_, n) => `run-${n}`).filter(name => name !== 'run-5')
    expect(names(read).sort()).toEqual(model.sort())
    expect(read).toMatchObject({ total: 449, isMoved: false })
  })

  it('that move faster than they are read: it says so, after a limited number of requests', async () => {
    world.faults.mutate(/sessions\?/, text => {
      const answer = JSON.parse(text) as { content: unknown[] }
      return JSON.stringify({ ...answer, content: answer.content.slice(0, 190) })
    })
    const read = await readSince({ source: 'A' }, undefined, 1000)
    expect(read.isMoved).toBe(true)
    expect(asked().length).toBeLessThanOrEqual(4 + 4)
  })

  it('of a server that gives fewer rows than it is asked for are counted as they come', async () => {
    world.faults.mutate(/sessions\?/, text => {
      const answer = JSON.parse(text) as { content: unknown[] }
      return JSON.stringify({ ...answer, content: answer.content.slice(0, 150) })
    })
    const read = await readSince({}, undefined, 300)
    expect(asked()).toHaveLength(2)
    expect(read.isCut).toBe(true)
  })
})

describe('a mark', () => {
  it('is one request where it gives all sessions', async () => {
    const mark = await readMark()
    expect(asked().map(({ size }) => size)).toEqual(['1000'])
    expect(mark).toMatchObject({ total: 453, cut: { all: false, error: false, active: false } })
    expect(mark.sessions.filter(({ errors }) => errors > 0)).toHaveLength(3)
  })

  it('asks for each state besides where there are more', async () => {
    world.faults.mutate(/sessions\?.*size=1000/, text => {
      const answer = JSON.parse(text) as { content: unknown[] }
      return JSON.stringify({ ...answer, content: answer.content.slice(0, 2) })
    })
    const mark = await readMark()
    expect(asked().map(({ sessionState = 'all' }) => sessionState)).toEqual(['all', 'errors', 'running', 'waiting'])
    expect(mark.cut).toEqual({ all: true, error: true, active: false })
  })

  it('that is cancelled ends its requests', async () => {
    await expect(readMark(AbortSignal.abort())).rejects.toMatchObject({ reason: 'aborted' })
  })
})
