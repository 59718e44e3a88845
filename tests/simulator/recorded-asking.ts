/** Recorded answers, and how their requests are put to a world: by the same role, with ids that it has (tests/real-answers/README.md). */
import { readdirSync, readFileSync } from 'node:fs'
import type { World } from '@simulator/world'
import { ask, signedIn } from './asking'
import { adminWorld, servicesWorld } from './recorded-worlds'

type Query = Readonly<Record<string, string | number | readonly (string | number)[]>>

export interface Recorded {
  readonly request: { readonly method: string; readonly path: string; readonly query: Query; readonly body?: unknown }
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

const FOLDER = 'tests/real-answers'

export const FILES: readonly string[] = readdirSync(FOLDER)
  .filter(name => name.endsWith('.json'))
  .map(name => name.replace('.json', ''))
  .sort()

export const recorded = (file: string): Recorded =>
  JSON.parse(readFileSync(`${FOLDER}/${file}.json`, 'utf8')) as Recorded

/** As the README says; everything else was asked by an operator. */
function roleOf(file: string): string {
  if (file.startsWith('token-none') || file === 'resources' || file === 'token-malformed-500') return 'nobody'
  if (file === 'sessions-role-without-right') return 'visitor'
  if (file.endsWith('role-without-right')) return 'operator'
  return /^(dataprovider-products|storage-requests|relaunch-storage|delete-aips|delete-chain)/.test(file)
    ? 'administrator'
    : 'operator'
}

const HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  resources: { scope: 'demo' },
  'token-none-with-scope-403': { scope: 'demo' },
  'token-malformed-500': { Authorization: 'Bearer no-token-at-all' },
}

/** The ids of the recording, and whose they are here. */
function ownIds(world: World, path: string): string {
  const session = { '4213': 'day-1', '4208': 'backslash' }[/sessions\/(\d+)$/.exec(path)?.[1] ?? '']
  return session === undefined
    ? path
    : path.replace(/\d+$/, String(world.session({ source: 'orbit-1', name: session }).id))
}

function queryOf(world: World, query: Query): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const one of [value].flat())
      search.append(
        name,
        String(name === 'chainId' ? (world.archive.chains.find(({ label }) => label === 'orbit-1')?.id ?? 0) : one),
      )
  return search.size === 0 ? '' : `?${search.toString()}`
}

/** Ends the operator's token as the file tells. */
async function endToken(world: World, file: string): Promise<void> {
  if (!file.startsWith('token-ended')) return
  await signedIn(world)
  if (file === 'token-ended-seen-403') {
    world.advance('110m')
    await ask(world, 'rs-admin/sources')
  }
  world.advance(file === 'token-ended-seen-403' ? '11m' : '121m')
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** As in a file: parsed when it is JSON, or the text. */
  readonly body: unknown
}

const HOST = /http:\/\/rs-gateway\.internal(:\d+)?/g

/** Asks a world of its own what the file asked. */
export async function answerHere(file: string): Promise<Answer> {
  const { request } = recorded(file)
  const world = request.path.includes('/rs-admin/') ? adminWorld() : servicesWorld()
  await endToken(world, file)
  const path = ownIds(world, request.path.replace('/api/v1/', ''))
  const headers = HEADERS[file]
  const answer = await ask(world, path + queryOf(world, request.query), {
    method: request.method,
    as: roleOf(file),
    ...(headers === undefined ? {} : { headers }),
    ...(request.body === undefined ? {} : { body: request.body }),
  })
  const text = (await answer.text()).replace(HOST, 'http://gateway.example')
  const kept = ['content-type', 'www-authenticate', 'retry-after'].flatMap(name => {
    const value = answer.headers.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true
  return {
    status: answer.status,
    headers: Object.fromEntries(kept),
    body: isJson ? (JSON.parse(text) as unknown) : text,
  }
}
