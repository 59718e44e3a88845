/** In which order the page names its scripts: that is the order in which a browser asks for them, and lets them run. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { applicationFirst } from '../../scripts/build-plugins'

const scripts = (page: string) => [...page.matchAll(/<script ([^>]*)>/g)].map(([, attributes]) => attributes)

it('the application is named before the script that holds up the page', () => {
  const { transformIndexHtml } = applicationFirst()
  if (typeof transformIndexHtml !== 'object') throw new Error('It changes no page')
  const handler = transformIndexHtml.handler as (page: string) => string
  const source = readFileSync('index.html', 'utf8').replace(/\s*<script type="module"[^>]*><\/script>/, '')
  const built = source.replace('</head>', '  <script type="module" crossorigin src="./x.js"></script>\n  </head>')
  expect(scripts(handler(built))).toEqual(['type="module" crossorigin src="./x.js"', 'src="/first.js"'])
})
