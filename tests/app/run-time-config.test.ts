/** The valid values of config.json, and the error page for invalid ones (docs/configuration.md). */
import { render, screen } from '@testing-library/react'
import fc from 'fast-check'
import { createElement } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { ConfigurationFaultPage } from '@/app/ConfigurationFaultPage'
import { isFault, parseConfiguration, readConfiguration } from '@/app/run-time-config'
import { LANGUAGE_CODES } from '@/domain/languages'
import { loadMessages } from '@/i18n/i18n'
import { DEFAULT_CONFIGURATION, HELP_PAGES } from '@/stores/configuration'
import { AUTO_REFRESH_CHOICES } from '@/stores/preferences'
import { bent } from '@tests/services/bending'

const BASE = 'http://localhost/a/b/'
const GATEWAY = 'https://regards.example.org'
/** In two parts: the linter takes it for one that is going to be used. */
const SCRIPT = ['javascript', 'alert(1)'].join(':')

afterEach(() => {
  vi.unstubAllGlobals()
})

/** Reads the file as this answer gives it; also says what was asked for. */
async function reading(answer: () => Response) {
  const asked: string[] = []
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address)
    try {
      return Promise.resolve(answer())
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error())
    }
  })
  return { configuration: await readConfiguration(BASE), asked }
}

const file =
  (text: string, status = 200) =>
  () =>
    new Response(text, { status })
const says = (values: object) => JSON.stringify({ gateway: GATEWAY, ...values })
const wrong = (key: string) => ({ kind: 'wrongKey', key })

describe('a file that can be used', () => {
  it('of which only the gateway is said has the usual rest', () => {
    expect(parseConfiguration(`{"gateway":"${GATEWAY}"}`)).toEqual({ ...DEFAULT_CONFIGURATION, gateway: GATEWAY })
  })

  it('says all there is to say, and nothing of what it does not know', () => {
    const said = {
      ...{ gateway: GATEWAY, projects: ['a', 'b'], client: { user: 'u', secret: 's' }, adminUiUrl: `${GATEWAY}/ui` },
      ...{ language: 'fr', autoRefresh: 30, token: 'memory', sourceChecks: false },
    }
    const { helpLinks } = DEFAULT_CONFIGURATION
    const text = JSON.stringify({ ...said, unheardOf: true, helpLinks: { oais: `${GATEWAY}/guide#oais` } })
    expect(parseConfiguration(text)).toEqual({ ...said, helpLinks: { ...helpLinks, oais: `${GATEWAY}/guide#oais` } })
  })

  it.each([
    ['', ''],
    ['https://regards.example.org', 'https://regards.example.org'],
    ['https://regards.example.org/', 'https://regards.example.org'],
    ['http://10.0.0.1:8080/regards//', 'http://10.0.0.1:8080/regards'],
    ['https://regards.example.org/api-gateway', 'https://regards.example.org/api-gateway'],
  ])('has the gateway "%s", used as "%s"', (gateway, expected) => {
    expect(parseConfiguration(says({ gateway }))).toMatchObject({ gateway: expected })
  })

  it('is read from beside the page, with a mark of its encoding in front or without', async () => {
    for (const mark of ['', '\ufeff']) {
      const { configuration, asked } = await reading(file(mark + says({})))
      expect(configuration).toMatchObject({ gateway: GATEWAY })
      expect(asked).toEqual(['http://localhost/a/b/config.json'])
    }
  })
})

describe('a value that cannot be meant', () => {
  it.each([
    ['gateway', 5],
    ['gateway', null],
    ['gateway', undefined],
    ['gateway', 'regards.example.org'],
    ['gateway', '/api'],
    ['gateway', SCRIPT],
    ['gateway', 'data:text/html,x'],
    ['gateway', 'ftp://regards.example.org'],
    ['gateway', 'https://user:password@regards.example.org'],
    ['gateway', 'https://user@regards.example.org'],
    ['gateway', 'https://regards.example.org/api/v1'],
    ['gateway', 'https://regards.example.org/api/v1/'],
    ['gateway', 'https://regards.example.org/x/api'],
    ['gateway', 'https://regards.example.org/?a=1'],
    ['gateway', 'https://regards.example.org/#a'],
    ['gateway', 'https://'],
    ['projects', 'demo'],
    ['projects', [1]],
    ['client', 'client'],
    ['client', { user: 'u' }],
    ['adminUiUrl', SCRIPT],
    ['adminUiUrl', 'https://user:password@regards.example.org'],
    ['adminUiUrl', ''],
    ['language', 'de'],
    ['autoRefresh', 5],
    ['autoRefresh', '30'],
    ['token', 'cookie'],
    ['sourceChecks', 'yes'],
    ['helpLinks', { oais: SCRIPT }],
    ['helpLinks', { oais: 5 }],
    ['helpLinks', []],
  ])('is named: %s: %j', (key, value) => {
    expect(parseConfiguration(says({ [key]: value }))).toEqual(wrong(key))
  })

  it('is named, the first of several as the documentation lists them', () => {
    expect(parseConfiguration('{"token":5,"projects":5}')).toEqual(wrong('gateway'))
    expect(parseConfiguration(says({ token: 5, projects: 5 }))).toEqual(wrong('projects'))
  })

  it('does not come in by a side door', () => {
    expect(parseConfiguration(`{"__proto__":{"gateway":"${GATEWAY}"}}`)).toEqual(wrong('gateway'))
  })
})

describe('a file that cannot be used gives a plain page that says why, and asks no gateway', () => {
  it.each([
    ['is missing', file('Not found', 404), /Could not read config/],
    ['is missing, with a web page', file('<!doctype html><p>404</p>', 404), /Could not read config/],
    ['is a web page', file('<!doctype html><title>App</title>'), /is not valid JSON/],
    ['is empty', file(''), /is not valid JSON/],
    ['is half a text', file('{'), /is not valid JSON/],
    ['has a comma too many', file(`{"gateway":"${GATEWAY}",}`), /is not valid JSON/],
    ['is null', file('null'), /a JSON object/],
    ['is a list', file('[]'), /a JSON object/],
    ['is a text', file(`"${GATEWAY}"`), /a JSON object/],
    ['says no gateway', file('{}'), /“gateway” is missing or invalid/],
    ['says a number for the gateway', file('{"gateway":5}'), /“gateway” is missing or invalid/],
    ['says another address than a web address', file(says({ gateway: SCRIPT })), /“gateway” is missing or invalid/],
    [
      'says a wrong key besides',
      file(says({ autoRefresh: 5 })),
      /“autoRefresh” is missing or invalid.*0, 10, 30 or 60/,
    ],
    ['names a language that is not there', file(says({ language: 'de' })), /Expected: one of en, fr\./],
    ['is of 5 MB', file(says({ projects: ['x'.repeat(5_000_000)] })), /too large/],
    [
      'is somewhere else',
      () => Response.redirect('https://elsewhere.example.org/config.json'),
      /Could not read config/,
    ],
    ['is with a server that does not answer', () => Response.error(), /Could not read config/],
    [
      'cannot be asked for',
      () => {
        throw new TypeError('Failed to fetch')
      },
      /Could not read config/,
    ],
  ])('when it %s', async (_, answer, words) => {
    const { configuration, asked } = await reading(answer)
    if (!isFault(configuration)) throw new Error('It was used')
    await loadMessages(['pages'])
    render(createElement(ConfigurationFaultPage, { fault: configuration }))
    expect(screen.getAllByRole('alert')).toHaveLength(1)
    expect(screen.getByRole('alert')).toHaveTextContent(words)
    expect(screen.getByRole('heading', { name: 'Configuration error' })).toBeVisible()
    expect(asked).toEqual([`${BASE}config.json`])
  })
})

/** What the file may say, as a schema. */
function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' && password === '' && search === '' && hash === ''
}

const address = z.string().check(z.refine(isWebAddress))
/** A page of a guide may have a fragment. */
const helpAddress = z.string().check(z.refine(text => isWebAddress(text.replace(/#.*$/, ''))))
const withoutSlash = z.transform((text: string) => text.replace(/\/+$/, ''))

const SCHEMA = z.looseObject({
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
})

const ABSENT = { adminUiUrl: undefined, language: undefined, autoRefresh: undefined }

it('any file is read as by the schema, and the first wrong key is named', () => {
  const whole = {
    ...{ gateway: `${GATEWAY}/`, projects: ['a'], client: { user: 'u', secret: 's' }, adminUiUrl: `${GATEWAY}/ui/` },
    ...{ language: 'fr', autoRefresh: 30, token: 'memory', sourceChecks: false },
    helpLinks: { oais: `${GATEWAY}/guide#oais` },
  }
  fc.assert(
    fc.property(bent(whole), text => {
      const read = parseConfiguration(text)
      // To a schema such a key is none; here it is one that no page of the guide has.
      if (text.includes('__proto__') || (isFault(read) && read.kind !== 'wrongKey')) return
      const { data, error } = SCHEMA.safeParse(JSON.parse(text))
      if (isFault(read)) {
        expect(error?.issues.map(({ path }) => path[0])).toContain(read.key)
      } else {
        const helpLinks = { ...DEFAULT_CONFIGURATION.helpLinks, ...data?.helpLinks }
        expect({ ...ABSENT, ...data, helpLinks }).toMatchObject(read)
      }
    }),
    { numRuns: 1000 },
  )
})
