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
 * answers: requests would fail.
 */
export function demoWorker(): Plugin {
  const require = createRequire(import.meta.url)
  return {
    name: 'demo-worker',
    apply: 'build',
    transformIndexHtml: page => page.replace(/(<script src="[^"]*first\.js")/, '$1 data-demo="yes"'),
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'mockServiceWorker.js',
        source: readFileSync(require.resolve('msw/mockServiceWorker.js')),
      })
    },
  }
}

/** What a build knows of a script: the files with its styles. */
interface StyledChunk {
  readonly viteMetadata?: { readonly importedCss: Set<string> }
}

/**
 * Puts the styles of each script into it, as a constructed sheet: the policy lets it in, and it is one request less before the
 * first row. For `cssCodeSplit: true`: the styles of what is opened later come with its script.
 */
export function adoptedStyles(): Plugin {
  return {
    name: 'adopted-styles',
    apply: 'build',
    enforce: 'pre',
    generateBundle: {
      // Before the files that a part needs are listed: its styles are none of them.
      order: 'pre',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue
          const styles = (chunk as StyledChunk).viteMetadata?.importedCss ?? new Set<string>()
          for (const name of styles) {
            const file = bundle[name]
            if (file?.type !== 'asset') throw new Error(`The styles ${name} are not there`)
            const sheet = `const sheet=new CSSStyleSheet;sheet.replaceSync(${JSON.stringify(String(file.source))});document.adoptedStyleSheets.push(sheet)`
            chunk.code = `{${sheet}}\n${chunk.code}`
            Reflect.deleteProperty(bundle, name)
          }
          styles.clear()
        }
        const left = Object.keys(bundle).filter(name => name.endsWith('.css'))
        if (left.length > 0) throw new Error(`Styles of no script: ${left.join(', ')}`)
      },
    },
  }
}
