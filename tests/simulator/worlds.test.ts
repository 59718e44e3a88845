/** The content of the four named worlds. */
import { describe, expect, it } from 'vitest'
import { Clock } from '@simulator/clock'
import type { Seed } from '@simulator/seeds/seeds'
import { World } from '@simulator/world'
import { ask, page } from './asking'

const START = '2025-05-02T06:00:00Z'
const make = (seed: Seed) => new World(seed, new Clock(START))

const total = async (world: World, path: string) => (await page(world, path)).metadata.totalElements
const firstPage = async (world: World) => (await ask(world, 'rs-admin/sessions?size=200')).text()

describe('every world', () => {
  it.each(['calm', 'busy', 'broken'] as const)('%s is the same at every start', async seed => {
    expect(await firstPage(make(seed))).toBe(await firstPage(make(seed)))
  })
})

describe('the calm world', () => {
  it('has nothing in error, running or waiting', async () => {
    const world = make('calm')
    expect(await total(world, 'rs-admin/sessions')).toBeGreaterThan(50)
    for (const state of ['errors', 'running', 'waiting']) {
      expect(await total(world, `rs-admin/sessions?sessionState=${state}`), state).toBe(0)
      expect(await total(world, `rs-admin/sources?sourceState=${state}`), state).toBe(0)
    }
  })

  it('stays as it is', async () => {
    const world = make('calm')
    const before = await firstPage(world)
    world.advance('10m')
    expect(await firstPage(world)).toBe(before)
  })
})

describe('the busy world', () => {
  it('moves while one watches: sessions open, work runs, something fails', async () => {
    const world = make('busy')
    const sessions = await total(world, 'rs-admin/sessions')
    const seen = new Set<string>()
    let hasRun = false
    for (let n = 0; n < 12; n++) {
      world.advance('10s')
      seen.add(await firstPage(world))
      hasRun ||= (await total(world, 'rs-admin/sessions?sessionState=running')) > 0
    }
    expect(seen.size).toBeGreaterThan(10)
    expect(hasRun).toBe(true)
    expect(await total(world, 'rs-admin/sessions')).toBeGreaterThan(sessions)
  })
})

describe('the broken world', () => {
  it('has every step of the contract in error or running somewhere, and an unknown one', async () => {
    const world = make('broken')
    const { content } = await page(world, 'rs-admin/sessions?size=2000')
    const steps = content.flatMap(
      ({ content: session }) =>
        session['steps'] as { stepId: string; state: { errors: number; waiting: number; running: number } }[],
    )
    const troubled = new Set(
      steps.filter(({ state }) => state.errors + state.waiting + state.running > 0).map(({ stepId }) => stepId),
    )
    expect(troubled).toEqual(
      new Set(['catalog', 'fem_dissemination', 'feature', 'oais', 'quality', 'scan', 'storage', 'workers']),
    )
  })

  it('has look-alike names, wildcards, markup, a source without sessions and one with totals below zero', async () => {
    const world = make('broken')
    const named = (name: string) => total(world, `rs-admin/sessions?sessionName=${encodeURIComponent(name)}`)
    expect(await named('day-1')).toBeGreaterThan(3)
    expect(await named('run_1')).toBe(2)
    expect(await named('<img')).toBe(1)
    const { content } = await page(world, 'rs-admin/sources?size=200')
    expect(content.some(({ content: source }) => source['nbSessions'] === 0)).toBe(true)
    const totals = content.flatMap(({ content: source }) => source['steps'] as { totalOut: number }[])
    expect(totals.some(({ totalOut }) => totalOut < 0)).toBe(true)
  })
})

describe('the world of many failed sessions', () => {
  it('has sixty of them, an inactive and a running chain, and each step that can be relaunched', async () => {
    const world = make('many')
    expect(await total(world, 'rs-admin/sessions?sessionState=errors')).toBe(60)
    expect(world.archive.chains.filter(({ enabled }) => !enabled)).toHaveLength(1)
    expect(world.archive.chains.filter(({ locked }) => locked)).toHaveLength(1)
    const { content } = await page(world, 'rs-admin/sessions?size=200')
    const steps = content.flatMap(({ content: session }) => session['steps'] as { readonly stepId: string }[])
    expect(new Set(steps.map(({ stepId }) => stepId))).toEqual(
      new Set(['scan', 'oais', 'storage', 'feature', 'workers', 'catalog']),
    )
  })
})

describe('the huge world', () => {
  it('has 200 sources of 500 sessions each, and any page of them', async () => {
    const world = make('huge')
    expect(await total(world, 'rs-admin/sources')).toBe(200)
    expect(await total(world, 'rs-admin/sessions')).toBe(100_000)
    const sources = await page(world, 'rs-admin/sources?size=200')
    expect(new Set(sources.content.map(({ content }) => content['nbSessions']))).toEqual(new Set([500]))
    const last = await page(world, 'rs-admin/sessions?page=1999&size=50')
    expect(last.content).toHaveLength(50)
    expect(last.links.map(({ rel }) => rel)).not.toContain('next')
    expect((await page(world, 'rs-admin/sessions?page=2000&size=50')).content).toEqual([])
  })

  it('mixes its sources on the first page, has all kinds of state, and answers relaunches', async () => {
    const world = make('huge')
    const { content } = await page(world, 'rs-admin/sessions?size=50')
    expect(new Set(content.map(({ content: session }) => session['source'])).size).toBeGreaterThan(20)
    for (const state of ['errors', 'running', 'waiting', 'ok'])
      expect(await total(world, `rs-admin/sessions?sessionState=${state}`), state).toBeGreaterThan(100)
    const [failed] = (
      await page(world, 'rs-admin/sessions?sessionState=errors&sourceName=mission-002&size=200')
    ).content
      .map(({ content: session }) => session)
      .filter(session =>
        (session['steps'] as { stepId: string; state: { errors: number } }[]).some(
          step => step.stepId === 'oais' && step.state.errors > 0,
        ),
      )
    const { source, name } = failed as { source: string; name: string }
    world.session({ source, name }).fate = 'all'
    await ask(world, 'rs-ingest/requests/retry', { body: { sessionOwner: source, session: name } })
    world.advance('60s')
    const again = (await page(world, `rs-admin/sessions?sourceName=${source}&sessionName=${name}`)).content[0]?.content
    const steps = again?.['steps'] as { stepId: string; state: { errors: number } }[]
    expect(steps.find(({ stepId }) => stepId === 'oais')?.state.errors).toBe(0)
  })
})
