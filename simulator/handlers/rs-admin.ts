/** rs-admin: sources, sessions, their names, their deletion, and what the caller may do (docs/regards-api/sessions.md 1, 2 and 7, docs/regards-api/README.md 4). */
import { STEP_TYPES } from '../counters'
import { deleteSession, deleteSource as deleteWholeSource } from '../deletion'
import type { Wrapped } from '../envelope'
import { accepted, iso, jsonAnswer, link, nothing, refusal } from '../envelope'
import { pageAnswer } from '../paging'
import type { SessionRecord, ShownStep, SourceRecord } from '../records'
import { shownSteps } from '../records'
import type { Listed } from './lists'
import { listSessions, listSources, suggest } from './lists'
import { unknownProperty } from './order'
import type { Call } from './route'
import { isLong, routesOf } from './route'

const managerState = (flags: number) => ({
  running: (flags & 4) !== 0,
  errors: (flags & 1) !== 0,
  waiting: (flags & 2) !== 0,
})

/** The server promises no order of steps: here it differs between sessions, and is stable within one. */
function unordered<T>(list: readonly T[], salt: number): readonly T[] {
  const turn = list.length === 0 ? 0 : salt % list.length
  return [...list.slice(turn), ...list.slice(0, turn)]
}

function wrapSource({ name, sessions, aggregates, flags, updatedAt }: SourceRecord, call: Call): Wrapped {
  const steps = [...aggregates.values()].map(({ id, type, totalIn, totalOut, state }) => ({
    id,
    type,
    totalIn,
    totalOut,
    state: { ...state },
  }))
  return {
    content: {
      name,
      nbSessions: sessions.length,
      steps: unordered(steps, name.length),
      lastUpdateDate: updatedAt === undefined ? undefined : iso(updatedAt),
      managerState: managerState(flags),
    },
    links: [
      link('list', 'rs-admin/sources'),
      ...(call.may('DELETE', 'rs-admin', '/sources/{name}')
        ? [link('delete', `rs-admin/sources/${encodeURIComponent(name)}`)]
        : []),
    ],
  }
}

function stepContent({ stepId, tally, updatedAt, registeredAt }: ShownStep, record: SessionRecord) {
  return {
    stepId,
    source: record.source,
    session: record.name,
    type: STEP_TYPES[stepId] ?? 'ACQUISITION',
    inputRelated: tally.inputRelated,
    outputRelated: tally.outputRelated,
    state: { ...tally.state },
    properties: Object.fromEntries([...tally.properties].map(([name, value]) => [name, String(value)])),
    lastUpdateDate: iso(updatedAt),
    registrationDate: iso(registeredAt),
  }
}

function wrapSession(record: SessionRecord, call: Call): Wrapped {
  const self = `rs-admin/sessions/${record.id}`
  return {
    content: {
      id: record.id,
      name: record.name,
      source: record.source,
      creationDate: iso(record.createdAt),
      lastUpdateDate: record.updatedAt === undefined ? undefined : iso(record.updatedAt),
      steps: unordered(shownSteps(record), record.id).map(step => stepContent(step, record)),
      managerState: managerState(record.flags),
    },
    links: [
      link('list', 'rs-admin/sessions'),
      link('self', self),
      ...(call.may('DELETE', 'rs-admin', '/sessions/{id}') ? [link('delete', self)] : []),
    ],
  }
}

function listed<Row>(
  call: Call,
  path: string,
  list: Listed<Row>,
  wrap: (row: Row, call: Call) => Wrapped,
  type: string,
): Response {
  if ('unknown' in list) return unknownProperty(list.unknown, type)
  const ties = { order: list.order, seed: call.archive.seed }
  return pageAnswer(list.rows, row => wrap(row, call), { path, search: call.search, defaultSize: 20, ties })
}

const sources = (call: Call): Response =>
  listed(call, 'rs-admin/sources', listSources(call.archive, call.search), wrapSource, 'Source')

const sessions = (call: Call): Response =>
  listed(call, 'rs-admin/sessions', listSessions(call.archive, call.search), wrapSession, 'Session')

function withSession(call: Call, answer: (record: SessionRecord) => Response): Response {
  const id = call.part('id')
  if (!isLong(id))
    return refusal(
      400,
      `Failed to convert value of type 'java.lang.String' to required type 'long'; For input string: "${id}"`,
    )
  const record = call.archive.register.byId(Number(id))
  return record === undefined ? nothing(404) : answer(record)
}

function deleteSource({ archive, part }: Call): Response {
  const name = part('name')
  if (!archive.sources.has(name))
    return refusal(
      404,
      `Entity fr.cnes.regards.framework.modules.session.manager.domain.Source with id : ${name} doesn't exist`,
    )
  deleteWholeSource(archive, name)
  return accepted()
}

const EXPLOIT = { role: 'EXPLOIT' } as const
const SOURCE = { ...EXPLOIT, controller: 'SourceManagerController' } as const
const SESSION = { ...EXPLOIT, controller: 'SessionManagerController' } as const

export const adminRoutes = routesOf('rs-admin', {
  'GET /sources': { ...SOURCE, description: 'List sources', answer: sources },
  'GET /sources/names': {
    ...SOURCE,
    description: 'Source names',
    answer: ({ archive, search }) => jsonAnswer(suggest(archive.sources.keys(), search.get('name') ?? '')),
  },
  'DELETE /sources/{name}': { ...SOURCE, description: 'Delete the products of a source', answer: deleteSource },
  'GET /sessions': { ...SESSION, description: 'List sessions', answer: sessions },
  'GET /sessions/names': {
    ...SESSION,
    description: 'Session names',
    answer: ({ archive, search }) =>
      jsonAnswer(
        suggest(
          archive.sessions.filter(({ isListed }) => isListed).map(({ name }) => name),
          search.get('name') ?? '',
        ),
      ),
  },
  'GET /sessions/{id}': {
    ...SESSION,
    description: 'One session',
    answer: call => withSession(call, record => jsonAnswer(wrapSession(record, call))),
  },
  'DELETE /sessions/{id}': {
    ...SESSION,
    description: 'Delete the products of a session',
    answer: call =>
      withSession(call, record => {
        deleteSession(call.archive, record)
        return accepted()
      }),
  },
})
