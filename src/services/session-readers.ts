/** Sessions and sources as REGARDS sends them (docs/regards-api/sessions.md 1.1, 2.1), read for the lists and the drawer. */
import type { Counters, Session, Source, Step } from '@/domain/session'
import { fieldsOf, figureOf, idOf, listOf, nameOf, numberOf, textOf } from './readers'

/** Counters decide on badges and actions: absent counts 0, an invalid value is not read as 0. */
function countersOf(value: unknown): Counters | undefined {
  const state = fieldsOf(value ?? {})
  if (state === undefined) return undefined
  const counters = {
    errors: figureOf(state['errors']),
    waiting: figureOf(state['waiting']),
    running: figureOf(state['running']),
  }
  return Object.values(counters).some(Number.isNaN) ? undefined : counters
}

/** Numbers sent as text (docs/regards-api/sessions.md 2.1); NaN for a text that is none. */
function propertiesOf(value: unknown): Step['properties'] | undefined {
  const said = fieldsOf(value ?? {})
  if (said === undefined) return undefined
  const properties: Record<string, number> = {}
  // No property of REGARDS: to set it would change the object itself.
  for (const key of Object.keys(said)) if (key !== '__proto__') properties[key] = numberOf(said[key])
  return properties
}

function stepOf(value: unknown): Step | undefined {
  const said = fieldsOf(value)
  const stepId = nameOf(said?.['stepId'])
  const state = countersOf(said?.['state'])
  const properties = propertiesOf(said?.['properties'])
  if (said === undefined || stepId === undefined || state === undefined || properties === undefined) return undefined
  return {
    stepId,
    type: textOf(said['type']) ?? '',
    inputRelated: figureOf(said['inputRelated']),
    outputRelated: figureOf(said['outputRelated']),
    state,
    properties,
    lastUpdateDate: textOf(said['lastUpdateDate']),
  }
}

/** A session without its link; an unreadable step makes the row unreadable: its errors must not disappear. */
export function readSession(content: unknown): Omit<Session, 'canDelete'> | undefined {
  const said = fieldsOf(content)
  const id = idOf(said?.['id'])
  // May be empty: REGARDS takes such a name from events.
  const name = textOf(said?.['name'])
  const source = nameOf(said?.['source'])
  const steps = listOf(said?.['steps'] ?? [], stepOf)
  if (id === undefined || name === undefined || source === undefined || steps === undefined) return undefined
  const [creationDate, lastUpdateDate] = [textOf(said?.['creationDate']), textOf(said?.['lastUpdateDate'])]
  return { id, name, source, creationDate, lastUpdateDate, steps }
}

function sourceStepOf(value: unknown): Source['steps'][number] | undefined {
  const said = fieldsOf(value)
  const state = countersOf(said?.['state'])
  if (said === undefined || state === undefined) return undefined
  const [totalIn, totalOut] = [figureOf(said['totalIn']), figureOf(said['totalOut'])]
  return { type: textOf(said['type']) ?? '', totalIn, totalOut, state }
}

/** A source, read as strictly as a session, for the same reason. */
export function readSource(content: unknown): Source | undefined {
  const said = fieldsOf(content)
  const name = nameOf(said?.['name'])
  const steps = listOf(said?.['steps'] ?? [], sourceStepOf)
  if (name === undefined || steps === undefined) return undefined
  return { name, sessionCount: figureOf(said?.['nbSessions']), lastUpdateDate: textOf(said?.['lastUpdateDate']), steps }
}
