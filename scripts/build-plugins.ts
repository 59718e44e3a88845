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

/** Only the demo build carries a worker file; a production build holds none at all. */
export function demoWorker(): Plugin {
  const require = createRequire(import.meta.url)
  return {
    name: 'demo-worker',
    apply: 'build',
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'mockServiceWorker.js',
        source: readFileSync(require.resolve('msw/mockServiceWorker.js')),
      })
    },
  }
}

interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/**
 * Gathers what is needed before the first row in one file: shared code would else be cut into a dozen small ones.
 * @param entry address of the first module
 * @returns the name of a module's chunk, or null for a module that is loaded when needed
 */
export function firstScreen(entry: string): (id: string, graph: Graph) => string | null {
  const first = new Set<string>()
  const collect = (id: string, graph: Graph) => {
    if (first.has(id)) return
    first.add(id)
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) collect(imported, graph)
  }
  return (id, graph) => {
    collect(entry, graph)
    return first.has(id) ? 'first' : null
  }
}
