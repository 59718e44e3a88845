/** Starts the shipped nginx configuration and compares its headers with what every other server of this project sends. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { cacheControl, securityHeaders } from '../../scripts/security-headers.mjs'
import { expect, test } from './support/dashboard'
import { startDoubledGateway } from './support/doubled-gateway'
import { startFront } from './support/front'

/** Debian puts it where only root looks. */
const nginx = ['nginx', '/usr/sbin/nginx'].find(command => spawnSync(command, ['-v']).status === 0)
const asset = readdirSync('dist/assets').find(name => name.endsWith('.js')) ?? ''

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** The shipped file with its second server, as it is for a gateway on an origin of its own. */
const withOwnOrigin = (shipped: string, port: number, own: number) =>
  shipped
    .replace(/(?<=own origin ---\n)[^]*(?=# --- end)/, server => server.replaceAll(/^# ?/gm, ''))
    .replace('listen 8081', `listen 127.0.0.1:${own}`)
    .replace('https://dashboard.example.org" always', `http://127.0.0.1:${port}" always`)
    .replace("connect-src 'self'", `connect-src 'self' http://127.0.0.1:${own}`)

/** Fills a site in as deploy/Dockerfile does, and writes the frame that a distribution has around it. */
function writeConfiguration(folder: string, port: number, gateway: string, site: string): string {
  const filled = site
    .replace('listen 8080', `listen 127.0.0.1:${port}`)
    .replace('/usr/share/nginx/html', resolve('dist'))
    // Everywhere, as the container does: the comments name it too.
    .replaceAll('${REGARDS_GATEWAY}', gateway)
  const scratch = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    kind => `${kind}_temp_path ${folder}/${kind};`,
  )
  writeFileSync(join(folder, 'site.conf'), filled)
  const frame = join(folder, 'nginx.conf')
  writeFileSync(
    frame,
    `daemon off; pid ${folder}/pid; error_log stderr error; worker_processes 1; ${process.getuid?.() === 0 ? 'user root;' : ''}
     events {}
     http { types { text/html html; text/javascript js; application/json json; } access_log off; ${scratch.join(' ')} include ${folder}/site.conf; }`,
  )
  return frame
}

/** Runs nginx with the shipped file in front of a gateway, while the test does what it does. */
async function whileServing(
  gateway: string,
  change: (shipped: string, port: number) => string,
  use: (url: string) => Promise<void>,
): Promise<void> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'))
  const frame = writeConfiguration(folder, port, gateway, change(readFileSync('deploy/nginx.conf', 'utf8'), port))
  const checked = spawnSync(nginx ?? '', ['-t', '-p', folder, '-c', frame])
  expect(checked.status, checked.stderr.toString()).toBe(0)
  const server = spawn(nginx ?? '', ['-p', folder, '-c', frame])
  let said = ''
  server.stderr.on('data', (words: Buffer) => (said += words.toString()))
  try {
    await expect(async () => {
      expect(server.exitCode, said).toBeNull()
      expect((await fetch(url)).status).toBe(200)
    }, 'nginx starts').toPass({ timeout: 10_000 })
    await use(url)
  } finally {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

test('nginx serves every file and every refusal with the headers of this project', async () => {
  test.skip(nginx === undefined, 'nginx is not installed here')
  await whileServing(
    'http://127.0.0.1:9',
    shipped => shipped,
    async url => {
      const tag = (await fetch(url)).headers.get('etag') ?? ''
      const answers = [
        ['/', 200, {}],
        ['/sign-in', 200, {}],
        ['/config.json', 200, {}],
        [`/assets/${asset}`, 200, {}],
        ['/assets/gone.js', 404, {}],
        ['/', 304, { headers: { 'If-None-Match': tag } }],
        ['/', 405, { method: 'POST' }],
      ] as const
      for (const [path, status, init] of answers) {
        const answer = await fetch(url + path, init)
        const about = `${String(status)} ${path}`
        expect(answer.status, about).toBe(status)
        for (const [name, value] of Object.entries(securityHeaders())) {
          expect(answer.headers.get(name), `${name} of ${about}`).toBe(value)
        }
        expect(answer.headers.get('Cache-Control'), about).toBe(status === 404 ? 'no-cache' : cacheControl(path))
        expect(answer.headers.get('Server'), about).toBe('nginx')
        await answer.arrayBuffer()
      }
      const script = await fetch(`${url}/assets/${asset}`, { headers: { 'Accept-Encoding': 'gzip' } })
      expect(script.headers.get('Content-Encoding')).toBe('gzip')
      expect((await fetch(`${url}/api/v1/rs-admin/sources`)).status).toBe(502)
    },
  )
})

for (const base of ['/', '/a/b/']) {
  test(`nginx leads from addresses that are none of ours to a page that says so, under ${base}`, async ({ page }) => {
    test.skip(nginx === undefined, 'nginx is not installed here')
    // A server before ours that has the path, as where two dashboards share a host.
    const own = await freePort()
    const before = (shipped: string) =>
      `${shipped}\nserver { listen 127.0.0.1:${own}; location ${base} { proxy_pass http://127.0.0.1:PORT/; } }`
    await whileServing(
      'http://127.0.0.1:9',
      (shipped, port) => before(shipped).replace('PORT', String(port)),
      async () => {
        const url = `http://127.0.0.1:${own}${base}`
        await configured(page, '')
        for (const path of [
          'nope/x',
          'nope/x/',
          '1/2/3/4/5/6/7/8/9/x',
          'nope//x',
          'nope/x.y',
          'v1.2',
          'nope/caf%C3%A9?a=/b',
        ]) {
          await page.goto(url + path)
          await expect(page.getByRole('heading', { name: 'Page not found' }), path).toBeVisible()
        }
        await page.getByRole('link', { name: 'Go to sessions' }).click()
        await expect(page).toHaveURL(url)
        await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
        expect((await fetch(`${url}assets/gone.js`)).status).toBe(404)
      },
    )
  })
}

/** Fills the sign-in form of a page in and sends it off. */
async function signInOn(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('combobox', { name: 'Project' }).fill('demo')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('operator@example.org')
  await page.getByLabel('Password', { exact: true }).fill('orbit-7')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

const configured = (page: Page, gateway: string) =>
  page.route('**/config.json', route => route.fulfill({ json: { gateway } }))
const board = (page: Page) => page.getByRole('grid', { name: 'Sessions' })

test.describe('a gateway whose answers have Access-Control-Allow-Origin twice', () => {
  test.skip(nginx === undefined, 'nginx is not installed here')

  test('works behind nginx on one origin', async ({ page, world }) => {
    const gateway = await startDoubledGateway(world)
    await whileServing(
      gateway.url,
      shipped => shipped,
      async url => {
        await configured(page, '')
        await signInOn(page, url)
        await expect(board(page)).toContainText('day-1')
      },
    )
    gateway.close()
  })

  test('works on an origin of its own behind the second server, refusals included', async ({ page, world }) => {
    const gateway = await startDoubledGateway(world)
    const own = await freePort()
    await whileServing(
      gateway.url,
      (shipped, port) => withOwnOrigin(shipped, port, own),
      async url => {
        await configured(page, `http://127.0.0.1:${own}`)
        await signInOn(page, url)
        await expect(board(page)).toContainText('day-1')
        const answer = await fetch(`http://127.0.0.1:${own}/api/v1/rs-admin/sources`)
        expect([answer.status, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([403, url])
        world.expireTokens()
        await page.getByRole('button', { name: 'Refresh', exact: true }).click()
        await expect(page.getByRole('dialog', { name: 'Sign in again' })).toBeVisible()
      },
    )
    gateway.close()
  })

  test('is named as a possible cause where the browser blocks it: at sign-in, and over the board', async ({
    page,
    world,
  }) => {
    const gateway = await startDoubledGateway(world)
    const front = await startFront({ connect: `'self' ${gateway.url}` })
    front.replace = path => (path.endsWith('config.json') ? JSON.stringify({ gateway: gateway.url }) : undefined)
    await signInOn(page, front.url)
    const said = page.getByRole('alert').filter({ hasText: 'Access-Control-Allow-Origin' })
    await expect(said).toContainText('docs/configuration.md')
    gateway.isDoubling = false
    await signInOn(page, front.url)
    await expect(board(page)).toContainText('day-1')
    gateway.isDoubling = true
    await page.getByRole('button', { name: 'Refresh', exact: true }).click()
    await expect(said).toContainText('docs/configuration.md')
    await front.close()
    gateway.close()
  })
})
