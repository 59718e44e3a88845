/** rs-ingest: deletion of OAIS products, which only its body limits (docs/regards-api/measured.md 1.2). */
import type { DeletionMode } from '../deleting'
import { deleteReferenced, DELETION_MODES } from '../deleting'
import { accepted, refusal } from '../envelope'
import { isReferenced } from '../holdings'
import { member, textMember } from '../matching'
import { QUEUE } from '../work'
import type { Call } from './route'
import { routesOf } from './route'
import { productsOf } from './rs-ingest-aips'

/** Deleting everything is not supported by the simulated world. */
const MOST = 500_000

const isMode = (mode: string): mode is DeletionMode => Object.hasOwn(DELETION_MODES, mode)

/** Stricter than a search: missing or too many values in a restriction. */
function restrictionFaults(given: unknown, name: string): readonly string[] {
  if (given === undefined || given === null) return []
  const values = member(given, 'values')
  const faults = [
    Array.isArray(values) ? undefined : `${name}.values is required`,
    Array.isArray(values) && values.length > 1000 ? `${name}.values: size must be between 0 and 1000` : undefined,
    ['INCLUDE', 'EXCLUDE'].includes(textMember(given, 'mode')) ? undefined : `${name}.mode is required`,
  ]
  return faults.filter(fault => fault !== undefined)
}

function faultsOf(body: unknown): readonly string[] {
  const mode = isMode(textMember(body, 'deletionMode')) ? [] : ['Session deletion mode is required']
  return [...mode, ...restrictionFaults(member(body, 'aipIds'), 'aipIds')]
}

/** Accepted before it is evaluated: unknown ids are no fault, and an unknown key filters nothing. */
function order({ archive, body }: Call): Response {
  if (body === undefined) return refusal(400, 'Required request body is missing')
  const faults = faultsOf(body)
  const mode = textMember(body, 'deletionMode')
  if (faults.length > 0 || !isMode(mode)) return refusal(422, ...faults)
  archive.timeline.after(QUEUE, () => {
    const rows = productsOf(archive, body, MOST) ?? []
    const wanted = new Set(rows.map(({ product }) => product.id))
    for (const record of new Set(rows.map(row => row.record))) {
      const products = archive.items(record, 'oais').filter(({ id }) => wanted.has(id))
      deleteReferenced(archive, record, products.filter(isReferenced), mode)
    }
  })
  return accepted()
}

export const ingestDeletionRoutes = routesOf('rs-ingest', {
  'POST /aips/delete': {
    role: 'ADMIN',
    description: 'Delete AIPs',
    controller: 'AIPController',
    answer: order,
  },
})
