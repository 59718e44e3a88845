/** config.json: read and checked once, before the first render; a wrong key is named, nothing is guessed (docs/configuration.md). */
import * as z from 'zod/mini'
import { LANGUAGE_CODES } from '@/domain/languages'
import { readStaticFile } from '@/services/static-file'
import { AUTO_REFRESH_CHOICES } from '@/stores/preferences'
import type { Configuration } from '@/stores/configuration'
import { DEFAULT_CONFIGURATION, HELP_PAGES } from '@/stores/configuration'

const KEYS = [
  'gateway',
  'projects',
  'client',
  'adminUiUrl',
  'language',
  'autoRefresh',
  'token',
  'sourceChecks',
  'helpLinks',
] as const
type ConfigurationKey = (typeof KEYS)[number]

export type ConfigurationFault =
  { readonly kind: 'missing' | 'notJson' | 'notObject' } | { readonly kind: 'wrongKey'; readonly key: ConfigurationKey }

const LARGEST = 100_000

/** http(s), nobody's credentials, nothing after the path. */
function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' && password === '' && search === '' && hash === ''
}

const address = z.string().check(z.refine(isWebAddress))
/** A page of a guide may have a fragment. */
const helpAddress = z.string().check(z.refine(text => isWebAddress(text.replace(/#.*$/, ''))))
const withoutSlash = z.transform((text: string) => text.replace(/\/+$/, ''))

const SCHEMAS = {
  gateway: z.pipe(
    z.string().check(z.refine(text => text === '' || (isWebAddress(text) && !/\/api(\/v1)?\/?$/.test(text)))),
    withoutSlash,
  ),
  projects: z._default(z.array(z.string()), DEFAULT_CONFIGURATION.projects as string[]),
  client: z._default(z.object({ user: z.string(), secret: z.string() }), DEFAULT_CONFIGURATION.client),
  adminUiUrl: z.optional(z.pipe(address, withoutSlash)),
  language: z.optional(z.enum(LANGUAGE_CODES)),
  autoRefresh: z.optional(z.literal(AUTO_REFRESH_CHOICES)),
  token: z._default(z.enum(['session', 'memory']), DEFAULT_CONFIGURATION.token),
  sourceChecks: z._default(z.boolean(), DEFAULT_CONFIGURATION.sourceChecks),
  helpLinks: z._default(z.partialRecord(z.enum(HELP_PAGES), helpAddress), {}),
} as const

const schema = z.looseObject(SCHEMAS)

/** Checks the text of config.json. */
export function parseConfiguration(text: string): Configuration | ConfigurationFault {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { kind: 'notJson' }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { kind: 'notObject' }
  const { success, data, error } = schema.safeParse(value)
  if (!success) {
    const wrong = KEYS.find(key => error.issues.some(({ path }) => path[0] === key))
    return wrong === undefined ? { kind: 'notObject' } : { kind: 'wrongKey', key: wrong }
  }
  const { gateway, projects, client, adminUiUrl, language, autoRefresh, token, sourceChecks } = data
  const helpLinks = { ...DEFAULT_CONFIGURATION.helpLinks, ...data.helpLinks }
  return { gateway, projects, client, adminUiUrl, language, autoRefresh, token, sourceChecks, helpLinks }
}

export function isFault(value: Configuration | ConfigurationFault): value is ConfigurationFault {
  return 'kind' in value
}

/** Reads config.json from beside the page. */
export async function readConfiguration(base: string): Promise<Configuration | ConfigurationFault> {
  const text = await readStaticFile(`${base}config.json`, LARGEST)
  return text === undefined ? { kind: 'missing' } : parseConfiguration(text)
}
