/** Serves a build as deploy/nginx.conf does (headers, compression, what becomes of unknown addresses) and hands /api to a gateway. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { extname, join, normalize } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { cacheControl, securityHeaders } from './security-headers.mjs'

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

const COMPRESSED = /^(text\/|application\/(json|manifest)|image\/svg)/

/** @typedef {import('node:http').IncomingMessage} Incoming */
/** @typedef {import('node:http').ServerResponse} Outgoing */

/**
 * Passes a request on, body and all, and the answer back.
 * @param {Incoming} incoming
 * @param {Outgoing} outgoing
 * @param {string} gateway
 */
export function proxy(incoming, outgoing, gateway) {
  const target = new URL(incoming.url ?? '/', gateway)
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest
  const onward = send(
    target,
    { method: incoming.method, headers: { ...incoming.headers, host: target.host } },
    answer => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
      answer.on('error', () => outgoing.destroy())
    },
  )
  onward.on('error', () => {
    if (outgoing.headersSent) outgoing.destroy()
    else outgoing.writeHead(502).end()
  })
  outgoing.on('close', () => onward.destroy())
  incoming.pipe(onward)
}

/** What the page is asked for that says that there is none: directly below its own path, so that it finds its files. */
const NOT_FOUND = 'not-found'

/** @param {string} text @returns {string | undefined} undefined for percent signs that encode nothing */
function decoded(text) {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/**
 * Where a browser is sent from an address that the page cannot be shown at. Relative: a server before this one may use a
 * path of its own.
 * @param {string} below the address below the path of the application, as it was asked
 */
const notFoundFrom = below => `${'../'.repeat(below.split('/').length - 1) || './'}${NOT_FOUND}`

/**
 * A server for one build; the caller says where it listens.
 * @param {object} options
 * @param {string} options.root folder of the build
 * @param {string} [options.base] path the build is served under, with its slashes
 * @param {boolean} [options.demo]
 * @param {string} [options.connect] where the page may get data from
 * @param {(incoming: Incoming, outgoing: Outgoing) => void} [options.onApi] answers what is under /api
 * @param {(path: string) => string | undefined} [options.replace] another text for a file, by its path
 */
export function staticServer({ root, base = '/', demo = false, connect, onApi, replace }) {
  const headers = securityHeaders({ demo, ...(connect === undefined ? {} : { connect }) })
  /** @type {Map<string, { body: Buffer, zipped: Buffer, tag: string }>} */
  const known = new Map()

  /** @param {string} path */
  const load = async path => {
    const replaced = replace?.(path)
    const cached = known.get(path)
    if (cached !== undefined && replaced === undefined) return cached
    const body = replaced === undefined ? await readFile(join(root, normalize(path))) : Buffer.from(replaced)
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`
    const file = { body, zipped: gzipSync(body, { level: 9 }), tag }
    if (replaced === undefined) known.set(path, file)
    return file
  }

  /** @param {Incoming} incoming @param {Outgoing} outgoing */
  const answer = async (incoming, outgoing) => {
    for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value)
    outgoing.setHeader('Cache-Control', 'no-cache')
    if (incoming.method !== 'GET' && incoming.method !== 'HEAD') return outgoing.writeHead(405).end()
    const [pathname = '/', ...search] = (incoming.url ?? '/').split(/(?=\?)/)
    /** @param {string} address */
    const redirect = address => outgoing.writeHead(302, { Location: address }).end()
    if (`${pathname}/` === base) return redirect(`${base.split('/').at(-2)}/${search.join('')}`)
    if (!pathname.startsWith(base)) return outgoing.writeHead(404).end()
    const below = pathname.slice(base.length)
    const asked = decoded(below)
    const isFile = asked !== undefined && extname(asked) !== ''
    // The page refers to its files from its own path: one level further down it would look for them in vain.
    if (!isFile && (asked === undefined || below.includes('/'))) return redirect(notFoundFrom(below))
    const path = isFile ? `/${asked}` : '/index.html'
    const file = await load(path).catch(() => undefined)
    if (file === undefined) {
      // A missing script gets 404; any other address gets the page.
      const isPage = /\btext\/html\b/.test(incoming.headers.accept ?? '')
      return isPage ? redirect(notFoundFrom(below)) : outgoing.writeHead(404).end()
    }
    const type = TYPES[extname(path)] ?? 'application/octet-stream'
    outgoing.setHeader('Cache-Control', cacheControl(path))
    outgoing.setHeader('ETag', file.tag)
    if (incoming.headers['if-none-match'] === file.tag) return outgoing.writeHead(304).end()
    const zip = COMPRESSED.test(type) && /\bgzip\b/.test(incoming.headers['accept-encoding'] ?? '')
    const body = zip ? file.zipped : file.body
    outgoing.writeHead(200, {
      'Content-Type': type,
      'Content-Length': body.length,
      ...(zip ? { 'Content-Encoding': 'gzip' } : {}),
      Vary: 'Accept-Encoding',
    })
    return outgoing.end(incoming.method === 'HEAD' ? undefined : body)
  }

  return createServer((incoming, outgoing) => {
    if (onApi !== undefined && incoming.url?.startsWith(`${base}api/`)) {
      incoming.url = incoming.url.slice(base.length - 1)
      onApi(incoming, outgoing)
      return
    }
    answer(incoming, outgoing).catch(() => outgoing.destroy())
  })
}

/** `node scripts/serve.mjs [folder] [port] [gateway]`: a build as it will be deployed. */
if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [root = 'dist', port = '4173', gateway] = process.argv.slice(2)
  const server = staticServer({
    root,
    demo: root.includes('demo'),
    ...(gateway === undefined ? {} : { onApi: (incoming, outgoing) => proxy(incoming, outgoing, gateway) }),
  })
  server.listen(Number(port), () => console.log(`${root} on http://localhost:${port}/`))
}
