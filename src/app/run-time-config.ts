/** config.json: read and checked once, before the first render; an error names the wrong key, nothing is guessed (docs/configuration.md). */
import { LANGUAGE_CODES } from '@/domain/languages'
import { isFields, isListOf, isObjectOf, isOneOf, isOptional, isText } from '@/domain/shapes'
import type { IsShape } from '@/domain/shapes'
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

/** http(s), no credentials, nothing after the path. */
function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' && password === '' && search === '' && hash === ''
}

const isAddress: IsShape = value => isText(value) && isWebAddress(value)
/** A page of a guide may have a fragment. */
const isHelpAddress: IsShape = value => isText(value) && isWebAddress(value.replace(/#.*$/, ''))
const isGateway: IsShape = value => value === '' || (isAddress(value) && !/\/api(\/v1)?\/?$/.test(String(value)))
const isHelpPage = isOneOf(...HELP_PAGES)

const IS_RIGHT: Readonly<Record<ConfigurationKey, IsShape>> = {
  gateway: isGateway,
  projects: isOptional(isListOf(isText)),
  client: isOptional(isObjectOf({ user: isText, secret: isText })),
  adminUiUrl: isOptional(isAddress),
  language: isOptional(isOneOf(...LANGUAGE_CODES)),
  autoRefresh: isOptional(isOneOf(...AUTO_REFRESH_CHOICES)),
  token: isOptional(isOneOf('session', 'memory')),
  sourceChecks: isOptional(isOneOf(true, false)),
  helpLinks: isOptional(
    value => isFields(value) && Object.entries(value).every(([page, link]) => isHelpPage(page) && isHelpAddress(link)),
  ),
}

/** What the file holds once every key is right. */
type Said = Pick<Configuration, 'gateway'> &
  Partial<Omit<Configuration, 'helpLinks'>> & {
    readonly helpLinks?: Partial<Configuration['helpLinks']>
  }

const withoutSlash = (text: string) => text.replace(/\/+$/, '')

function complete({ gateway, projects, client, adminUiUrl, language, autoRefresh, ...rest }: Said): Configuration {
  const usual = DEFAULT_CONFIGURATION
  return {
    gateway: withoutSlash(gateway),
    projects: projects ?? usual.projects,
    client: client === undefined ? usual.client : { user: client.user, secret: client.secret },
    adminUiUrl: adminUiUrl === undefined ? undefined : withoutSlash(adminUiUrl),
    language,
    autoRefresh,
    token: rest.token ?? usual.token,
    sourceChecks: rest.sourceChecks ?? usual.sourceChecks,
    helpLinks: { ...usual.helpLinks, ...rest.helpLinks },
  }
}

/** Checks the text of config.json. */
export function parseConfiguration(text: string): Configuration | ConfigurationFault {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { kind: 'notJson' }
  }
  if (!isFields(value)) return { kind: 'notObject' }
  const said = value
  const wrong = KEYS.find(key => !IS_RIGHT[key](said[key]))
  return wrong === undefined ? complete(said as unknown as Said) : { kind: 'wrongKey', key: wrong }
}

export function isFault(value: Configuration | ConfigurationFault): value is ConfigurationFault {
  return 'kind' in value
}

/** Reads config.json from beside the page. */
export async function readConfiguration(base: string): Promise<Configuration | ConfigurationFault> {
  const text = await readStaticFile(`${base}config.json`, LARGEST)
  return text === undefined ? { kind: 'missing' } : parseConfiguration(text)
}
