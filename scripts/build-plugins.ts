/** What a build adds to the page: its content security policy, and for the demo the worker that answers as REGARDS. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'
import { META_CONNECT, contentSecurityPolicy } from './security-headers.mjs'

/** The policy as a meta element, first in the head, for any static server. The dev server has none: React refresh is inline. */
export function metaPolicy(demo: boolean): Plugin {
  return {
    name: 'meta-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: {
            'http-equiv': 'Content-Security-Policy',
            content: contentSecurityPolicy({ connect: META_CONNECT, demo, meta: true }),
          },
          injectTo: 'head-prepend',
        },
      ],
    },
  }
}

/**
 * The application before the script that holds up the page: a browser that finds a policy in the page looks for no files
 * ahead, and would ask for the application only once that script is there. It runs last all the same.
 */
export function applicationFirst(): Plugin {
  return {
    name: 'application-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: page => {
        const [application = ''] = /\s*<script type="module"[^>]*><\/script>/.exec(page) ?? []
        return page.replace(application, '').replace(/\s*<script src=/, before => application + before)
      },
    },
  }
}

/**
 * Only the demo build carries a worker file; a production build holds none at all. Nothing is asked there before the worker
 * answers: nobody else would.
 */
export function demoWorker(): Plugin {
  const require = createRequire(import.meta.url)
  return {
    name: 'demo-worker',
    apply: 'build',
    transformIndexHtml: page => page.replace(/\s*<script defer src="[^"]*first-data\.js"><\/script>/, ''),
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'mockServiceWorker.js',
        source: readFileSync(require.resolve('msw/mockServiceWorker.js')),
      })
    },
  }
}
