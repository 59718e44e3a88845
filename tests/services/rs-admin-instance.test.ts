/** The projects proposed at sign-in (contract: docs/regards-api/README.md 3.6). */
import { expect, it } from 'vitest'
import { findPublicProjects } from '@/services/rs-admin-instance'
import { aWorld } from '@tests/support/a-world'
import { answering, asked, enter, failureOf } from './with-gateway'

it('asks all of them, and proposes those that are open', async () => {
  const world = aWorld().build()
  await enter(world)
  expect(await findPublicProjects()).toEqual([
    { name: 'demo', label: 'Demonstration archive' },
    { name: 'empty-lab', label: 'Empty laboratory' },
  ])
  expect(asked(world)).toEqual([
    { method: 'GET', path: 'rs-admin-instance/projects/public', query: { page: '0', size: '500', sort: 'id,asc' } },
  ])
})

it('proposes a project by its name when it has no label, and leaves out what cannot be read', async () => {
  const content = [{ name: 'a' }, { name: 'b', label: '' }, { label: 'C' }, { name: 'd', isDeleted: true }, 5]
  const rows = content.map(project => ({ content: project }))
  answering(() => ({ text: JSON.stringify({ metadata: { totalElements: 5 }, content: rows }) }))
  expect(await findPublicProjects()).toEqual([
    { name: 'a', label: 'a' },
    { name: 'b', label: 'b' },
  ])
})

it('fails by its name when there is no gateway', async () => {
  const world = aWorld().build()
  await enter(world)
  world.faults.outage()
  expect(await failureOf(findPublicProjects())).toMatchObject({ service: 'rs-admin-instance', reason: 'offline' })
})
