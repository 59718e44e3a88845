/** Starts the shipped nginx configuration and compares its headers with what every other server of this project sends. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { cacheControl, securityHeaders } from '../../scripts/security-headers.mjs'

const PORT = 38_917
const URL_BASE = `http://127.0.0.1:${PORT}`

const isInstalled = spawnSync('nginx', ['-v']).status === 0
const asset = readdirSync('dist/assets').find(name => name.endsWith('.js')) ?? ''

test('nginx serves every file and every refusal with the headers of this project', async () => {
  test.skip(!isInstalled, 'nginx is not installed here')
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'))
  const site = readFileSync('deploy/nginx.conf', 'utf8')
    .replace('listen 8080', `listen 127.0.0.1:${PORT}`)
    .replace('/usr/share/nginx/html', resolve('dist'))
    .replace('${REGARDS_GATEWAY}', 'http://127.0.0.1:9')
  const scratch = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    kind => `${kind}_temp_path ${folder}/${kind};`,
  )
  writeFileSync(join(folder, 'site.conf'), site)
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; error_log stderr crit; worker_processes 1; ${process.getuid?.() === 0 ? 'user root;' : ''}
     events {}
     http { types { text/html html; text/javascript js; application/json json; } access_log off; ${scratch.join(' ')} include ${folder}/site.conf; }`,
  )
  const server = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' })
  try {
    await expect(async () => expect((await fetch(URL_BASE)).status).toBe(200)).toPass({ timeout: 10_000 })
    const tag = (await fetch(URL_BASE)).headers.get('etag') ?? ''
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
      const answer = await fetch(URL_BASE + path, init)
      const about = `${String(status)} ${path}`
      expect(answer.status, about).toBe(status)
      for (const [name, value] of Object.entries(securityHeaders())) {
        expect(answer.headers.get(name), `${name} of ${about}`).toBe(value)
      }
      expect(answer.headers.get('Cache-Control'), about).toBe(status === 404 ? 'no-cache' : cacheControl(path))
      expect(answer.headers.get('Server'), about).toBe('nginx')
      await answer.arrayBuffer()
    }
    const script = await fetch(`${URL_BASE}/assets/${asset}`, { headers: { 'Accept-Encoding': 'gzip' } })
    expect(script.headers.get('Content-Encoding')).toBe('gzip')
    expect((await fetch(`${URL_BASE}/api/v1/rs-admin/sources`)).status).toBe(502)
  } finally {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
})
