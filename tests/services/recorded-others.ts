/** The recorded answers to requests we never send: why not, and what the nearest function makes of them. */
import { expect } from 'vitest'
import { readPage } from '@/services/hateoas'
import { decideVersioning } from '@/services/record-actions'
import { chainMonitor } from '@/services/record-schemas'
import * as admin from '@/services/rs-admin'
import { deleteProducts } from '@/services/rs-ingest'
import { recordedBody } from './recorded'
import type { Reader } from './recorded-reading'
import {
  DENIED,
  ORBIT,
  PRODUCT,
  UNEXPECTED,
  keysOf,
  list,
  names,
  of,
  readable,
  refusal,
  says,
} from './recorded-reading'

const NO_SORT = 'the order is one of a fixed list (domain/board-view.ts)'
const sessions = () => admin.findSessions({}, 0)
const errors = () => list('oaisErrors')
const remove = () => admin.deleteSession(4208)

/** Files whose request we never send: why, and what the nearest function makes of the answer. */
export const OTHER_FILES: Readonly<Record<string, readonly [why: string, read: Reader]>> = {
  'sessions-sort-unknown': [
    NO_SORT,
    async () => expect(await refusal(sessions())).toMatchObject(says(500, UNEXPECTED)),
  ],
  'sessions-sort-direction-unknown': [
    NO_SORT,
    async () => expect(await refusal(sessions())).toMatchObject(says(500, UNEXPECTED)),
  ],
  'sessions-source-empty': [
    'a source that is not asked for is left out',
    async () => expect(await names(sessions())).toEqual({ names: [], total: 0 }),
  ],
  'sessions-names-backslash': [
    'a backslash is sent doubled',
    async () => expect(await admin.findSessionNames('back\\slash')).toEqual(['backslash']),
  ],
  'session-id-no-number': [
    'ids are numbers',
    async () =>
      expect(await refusal(admin.findSessionById(1))).toMatchObject(says(400, expect.stringMatching(/"abc"/))),
  ],
  'ingest-requests-empty-include': [
    'no restriction is empty (services/restrictions.ts)',
    async () => expect(await refusal(errors())).toMatchObject(says(500, UNEXPECTED)),
  ],
  'ingest-requests-unknown-state': [
    'states are those of a fixed list',
    async () => expect(await errors()).toEqual({ rows: [], received: 0, total: 0 }),
  ],
  'workers-requests-backslash': [
    'a backslash is sent doubled',
    async () => expect(await keysOf('workerErrors', { ref: of('orbit-1', 'back\\slash') })).toEqual([[], 0, 0]),
  ],
  'dataprovider-chains': [
    'the monitoring holds the same chains, and more',
    () => {
      const page = readPage(recordedBody('dataprovider-chains'), ({ content }) => {
        return chainMonitor.safeParse({ chain: content }).data
      })
      expect(page?.total).toBe(8)
      expect(readable(page ?? { entries: [], total: 0 })).toHaveLength(1)
    },
  ],
  'dataprovider-products-role-without-right': [
    'products are asked by chain and state',
    async () => expect(await refusal(list('productErrors'))).toMatchObject(DENIED),
  ],
  'versioning-manual-422': [
    'the mode MANUAL is no choice here',
    async () => {
      const outcome = await decideVersioning({ ref: of('orbit-11', 'day-1'), mode: 'REPLACE' })
      const messages = ['You cannot choose MANUAL versioning mode!']
      expect(outcome).toEqual({ kind: 'refused', status: 422, messages })
    },
  ],
  'source-delete-unknown': [
    'no source is deleted from here',
    async () =>
      expect(await refusal(remove())).toMatchObject({
        ...says(404, expect.stringMatching(/no-such-source doesn't exist$/)),
        isNotFound: true,
      }),
  ],
  'source-path-semicolon': [
    'no source is deleted from here',
    async () => expect(await refusal(remove())).toMatchObject(says(403)),
  ],
  'token-none-403': [
    'a call without a token is not sent, or names its project',
    async () => expect(await refusal(sessions())).toMatchObject({ status: 403, messages: [] }),
  ],
  'token-none-with-scope-403': [
    'a call without a token asks for projects only',
    async () => expect(await refusal(sessions())).toMatchObject(DENIED),
  ],
  'delete-aips-mode-missing-422': [
    'the mode is always said',
    async () =>
      expect(await refusal(deleteProducts(ORBIT, [PRODUCT]))).toMatchObject(
        says(422, 'Session deletion mode is required'),
      ),
  ],
}
