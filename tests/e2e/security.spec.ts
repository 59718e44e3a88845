/** The headers, the policy and the privacy of the built application. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { contentSecurityPolicy, securityHeaders } from '../../scripts/security-headers.mjs'
import { createGateway } from '@simulator/http-server'
import { expect, test } from './support/dashboard'
import { startFront } from './support/front'
import { demo as english } from '../../src/i18n/en/demo'
import { demo as french } from '../../src/i18n/fr/demo'

const built = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter(path => /\.\w+$/.test(path))

test('the policy is served, holds all directives, and its meta form is the first thing in the page', async ({
  front,
}) => {
  const answer = await fetch(front.url)
  for (const [name, value] of Object.entries(securityHeaders())) expect(answer.headers.get(name), name).toBe(value)
  const page = await answer.text()
  const meta = /<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]
  expect(meta?.replaceAll('&#39;', "'")).toBe(contentSecurityPolicy({ meta: true, connect: "'self' https: http:" }))
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/)
  expect(page).not.toMatch(/\sstyle=/)
})

test('a production build carries no simulator, no worker, no source map, no demo password and no words of demo accounts', () => {
  // The part that speaks to REGARDS' worker manager is no worker.
  const others = built.filter(path => !path.startsWith('assets/rs-worker-manager-'))
  expect(others.filter(path => path.endsWith('.map') || /worker/i.test(path))).toEqual([])
  for (const path of built.filter(name => /\.(js|html|css)$/.test(name))) {
    const text = readFileSync(join('dist', path), 'utf8')
    for (const word of [
      'sourceMappingURL',
      'mockServiceWorker',
      'orbit-7',
      'operator@example.org',
      '[MSW]',
      english.title,
      french.title,
    ])
      expect(text.includes(word), `${word} in ${path}`).toBe(false)
  }
})

test('scripts, styles and HTML put into the page from inside are refused', async ({ dashboard, page, watched }) => {
  watched.allow(
    /policy violation/,
    /Content Security Policy/i,
    /TrustedHTML|TrustedScript|Trusted Type/i,
    /uncaught: .*Trusted/,
  )
  await dashboard.open()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  const outcome = await page.evaluate(() => {
    const refused = (attempt: () => unknown) => {
      try {
        attempt()
        return false
      } catch {
        return true
      }
    }
    const div = document.createElement('div')
    document.body.append(div)
    div.setAttribute('style', 'color: rgb(1, 2, 3)')
    return {
      html: refused(() => {
        div.innerHTML = '<i>x</i>'
      }),
      script: refused(() => {
        const script = document.createElement('script')
        script.text = 'window.wasRun = true'
        document.body.append(script)
      }),
      policy: refused(() => {
        const { trustedTypes } = window as unknown as {
          trustedTypes: { createPolicy(name: string, rules: object): object }
        }
        trustedTypes.createPolicy('x', {})
      }),
      styled: getComputedStyle(div).color === 'rgb(1, 2, 3)',
      ran: 'wasRun' in window,
    }
  })
  expect(outcome).toEqual({ html: true, script: true, policy: true, styled: false, ran: false })
})

test('after sign-in the token is in this tab only, and the password nowhere', async ({
  dashboard,
  page,
  context,
  world,
}) => {
  await dashboard.signInByForm()
  const token = /Bearer (.+)/.exec(world.requests.at(-1)?.headers['authorization'] ?? '')?.[1] ?? ''
  expect(token).not.toBe('')
  const kept = await page.evaluate(() => ({
    tab: JSON.stringify(Object.entries(sessionStorage)),
    browser: JSON.stringify(Object.entries(localStorage)),
    page: document.documentElement.outerHTML,
    window: Object.keys(window).flatMap(name => {
      const value: unknown = Reflect.get(window, name)
      return typeof value === 'string' ? [value] : []
    }),
  }))
  expect(kept.tab).toContain(token)
  expect([kept.browser, kept.page, page.url(), ...kept.window].filter(text => text.includes(token))).toEqual([])
  expect(
    Object.values(kept)
      .flat()
      .filter(text => text.includes('orbit-7')),
  ).toEqual([])
  expect(await context.cookies()).toEqual([])
  for (const { url, headers } of world.requests) {
    expect(url).not.toContain('orbit-7')
    expect(url).not.toContain(token)
    expect(headers['cookie']).toBeUndefined()
  }
})

test('with memory only, a reload asks for the password and then shows the same page', async ({
  dashboard,
  front,
  page,
}) => {
  front.replace = path => (path.endsWith('config.json') ? '{"gateway":"","token":"memory"}' : undefined)
  await dashboard.signInByForm('operator', '?source=scan-alpha&session=day-1')
  await expect(dashboard.drawer('scan-alpha', 'day-1')).toBeVisible()
  expect(await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))).not.toMatch(/ey|token/i)
  await page.reload()
  await dashboard.fillSignIn()
  await expect(dashboard.drawer('scan-alpha', 'day-1')).toBeVisible()
})

test('across origins the page asks only with the headers that the gateway allows', async ({ page, world, watched }) => {
  const gateway = await createGateway(world)
  const front = await startFront({ connect: `'self' ${gateway.url}` })
  front.replace = path => (path.endsWith('config.json') ? JSON.stringify({ gateway: gateway.url }) : undefined)
  watched.befriend(new URL(front.url).origin)
  watched.befriend(gateway.url)
  const asked = new Set<string>()
  page.on('request', request => {
    if (!request.url().startsWith(gateway.url)) return
    for (const name of Object.keys(request.headers())) asked.add(name)
  })
  await page.goto(front.url)
  await page.getByRole('combobox', { name: 'Project' }).fill('demo')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('operator@example.org')
  await page.getByLabel('Password', { exact: true }).fill('orbit-7')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('grid', { name: 'Sessions' })).toContainText('day-1')
  const safelisted = ['accept', 'accept-language', 'content-type', 'user-agent', 'referer', 'origin']
  const own = [...asked].filter(name => !safelisted.includes(name) && !name.startsWith('sec-'))
  expect(own.filter(name => !['authorization', 'scope'].includes(name))).toEqual([])
  await front.close()
  await gateway.close()
})

test('the application works under a path of several parts', async ({ page, world, watched }) => {
  const front = await startFront({ base: '/a/b/' })
  front.world = world
  front.replace = path =>
    path.endsWith('config.json') ? JSON.stringify({ gateway: `${new URL(front.url).origin}/a/b` }) : undefined
  watched.befriend(new URL(front.url).origin)
  await page.goto(front.url)
  await page.getByRole('combobox', { name: 'Project' }).fill('demo')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('operator@example.org')
  await page.getByLabel('Password', { exact: true }).fill('orbit-7')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('grid', { name: 'Sessions' })).toContainText('day-1')
  expect(page.url()).toBe(front.url)
  await page.reload()
  await expect(page.getByRole('grid', { name: 'Sessions' })).toContainText('day-1')
  await front.close()
})
