/** Filters, order and paging of the lists, as in REGARDS, quirks included (docs/regards-api/README.md 5 and 6). */
import { describe, expect, it } from 'vitest'
import { aWorld } from '@tests/support/a-world'
import { ask, page, signedIn } from './asking'

const world = () =>
  aWorld()
    .withSession('Alpha/run_1', s => s.oais({ errors: 1 }).changed('1m'))
    .withSession('Alpha/run-1', s => s.oais({ done: 1 }).changed('2m'))
    .withSession('alphabet/RUN', s => s.oais({ waiting: 1, running: 1 }).changed('3m'))
    .withSession('zeta/never', s => s.changed(undefined))
    .build()

const names = async (path: string) => (await page(world(), path)).content.map(({ content }) => content['name'])

describe('the session list', () => {
  it('contains the asked text, letter case respected', async () => {
    expect(await names('rs-admin/sessions?sessionName=run')).toEqual(['run_1', 'run-1'])
  })

  it('takes _ and % in the asked text for wildcards', async () => {
    expect(await names('rs-admin/sessions?sessionName=run_1')).toEqual(['run_1', 'run-1'])
    expect(await names('rs-admin/sessions?sessionName=r%251')).toEqual(['run_1', 'run-1'])
  })

  it('wants the exact source, and knows no session of the empty one', async () => {
    expect(await names('rs-admin/sessions?sourceName=Alpha')).toEqual(['run_1', 'run-1'])
    expect(await names('rs-admin/sessions?sourceName=Alph')).toEqual([])
    expect(await names('rs-admin/sessions?sourceName=')).toEqual([])
  })

  it('filters by each state, flags together being possible, and ignores a state it does not know', async () => {
    expect(await names('rs-admin/sessions?sessionState=errors')).toEqual(['run_1'])
    expect(await names('rs-admin/sessions?sessionState=waiting')).toEqual(['RUN'])
    expect(await names('rs-admin/sessions?sessionState=running')).toEqual(['RUN'])
    expect(await names('rs-admin/sessions?sessionState=ok')).toEqual(['never', 'run-1'])
    expect(await names('rs-admin/sessions?sessionState=asleep')).toHaveLength(4)
  })

  it('puts the newest first unless asked otherwise, and a session without date before them', async () => {
    expect(await names('rs-admin/sessions')).toEqual(['never', 'run_1', 'run-1', 'RUN'])
    expect(await names('rs-admin/sessions?sort=lastUpdateDate,asc')).toEqual(['RUN', 'run-1', 'run_1', 'never'])
    expect(await names('rs-admin/sessions?sort=source,desc&sort=name,asc')).toEqual(['never', 'RUN', 'run-1', 'run_1'])
  })

  it('breaks on a sort it does not know', async () => {
    const answer = await ask(world(), 'rs-admin/sessions?sort=nothing,asc')
    expect(answer.status).toBe(500)
    expect(await answer.json()).toEqual({
      messages: [expect.stringMatching(/No property 'nothing' found for type 'Session'$/)],
    })
  })

  it('gives 20 rows a page, or as many as asked, with links to the others', async () => {
    const many = aWorld().withSessions(45, 'A/s').build()
    const first = await page(many, 'rs-admin/sessions')
    expect(first.metadata).toEqual({ size: 20, totalElements: 45, totalPages: 3, number: 0 })
    expect(first.links.map(({ rel }) => rel)).toEqual(['first', 'self', 'next', 'last'])
    const middle = await page(many, 'rs-admin/sessions?page=1&size=20')
    expect(middle.content[0]?.content['name']).toBe('s-20')
    expect(middle.links.map(({ rel }) => rel)).toEqual(['first', 'prev', 'self', 'next', 'last'])
    const nonsense = await page(many, 'rs-admin/sessions?page=-1&size=x')
    expect(nonsense.metadata).toEqual(first.metadata)
  })
})

describe('the source list', () => {
  it('contains the asked text, where the session list wants it exact', async () => {
    expect(await names('rs-admin/sources?sourceName=lpha&sort=name,asc')).toEqual(['Alpha', 'alphabet'])
    expect(await names('rs-admin/sources?sourceState=errors')).toEqual(['Alpha'])
    expect(await names('rs-admin/sources?sort=nbSessions,desc&size=1')).toEqual(['Alpha'])
  })

  it('breaks on a sort it does not know', async () => {
    expect((await ask(world(), 'rs-admin/sources?sort=nothing')).status).toBe(500)
  })
})

describe('the suggested names', () => {
  it('ignore letter case, come once each, in order, and at most ten', async () => {
    const many = aWorld().withSessions(12, 'A/day').withSessions(3, 'B/DAY').withSessions(2, 'C/day').build()
    const answer = await ask(many, 'rs-admin/sessions/names?name=Day')
    expect(await answer.json()).toEqual([
      'DAY-0',
      'DAY-1',
      'DAY-2',
      'day-0',
      'day-1',
      'day-10',
      'day-11',
      'day-2',
      'day-3',
      'day-4',
    ])
    expect(await (await ask(world(), 'rs-admin/sources/names?name=ALPHA')).json()).toEqual(['Alpha', 'alphabet'])
  })
})

describe('another project', () => {
  it('has nothing of the demonstration archive', async () => {
    const full = world()
    const token = await signedIn(full, 'operator', 'empty-lab')
    const answer = await ask(full, 'rs-admin/sessions', { headers: { Authorization: `Bearer ${token}` } })
    expect(await answer.json()).toMatchObject({ metadata: { totalElements: 0 }, content: [] })
  })
})
