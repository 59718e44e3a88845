/** Starts the shipped nginx configuration and compares its headers with what every other server of this project sends. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { cacheControl, securityHeaders } from '../../scripts/security-headers.mjs'

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

/** Writes the shipped file, filled in as deploy/Dockerfile does, and the frame that a distribution has around it. */
function writeConfiguration(folder: string, port: number): string {
  const site = readFileSync('deploy/nginx.conf', 'utf8')
    .replace('listen 8080', `listen 127.0.0.1:${port}`)
    .replace('/usr/share/nginx/html', resolve('dist'))
    // Everywhere, as the container does: the comments name it too.
    .replaceAll('${REGARDS_GATEWAY}', 'http://127.0.0.1:9')
  const scratch = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    kind => `${kind}_temp_path ${folder}/${kind};`,
  )
  writeFileSync(join(folder, 'site.conf'), site)
  const frame = join(folder, 'nginx.conf')
  writeFileSync(
    frame,
    `daemon off; pid ${folder}/pid; error_log stderr error; worker_processes 1; ${process.getuid?.() === 0 ? 'user root;' : ''}
     events {}
     http { types { text/html html; text/javascript js; application/json json; } access_log off; ${scratch.join(' ')} include ${folder}/site.conf; }`,
  )
  return frame
}

test('nginx serves every file and every refusal with the headers of this project', async () => {
  test.skip(nginx === undefined, 'nginx is not installed here')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'))
  const server = spawn(nginx ?? '', ['-p', folder, '-c', writeConfiguration(folder, port)])
  let said = ''
  server.stderr.on('data', (words: Buffer) => (said += words.toString()))
  try {
    await expect(async () => {
      expect(server.exitCode, said).toBeNull()
      expect((await fetch(url)).status).toBe(200)
    }, 'nginx starts').toPass({ timeout: 10_000 })
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
  } finally {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
})
