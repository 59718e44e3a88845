/** Build, dev server and unit tests. */
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { adoptedStyles, applicationFirst, demoWorker, metaPolicy } from './scripts/build-plugins.ts'
import { devGateway } from './scripts/dev-gateway.ts'
import { sizeBudget } from './scripts/size-budget.ts'
import { themeTokensPlugin } from './scripts/theme-tokens.ts'

const folder = (path: string) => fileURLToPath(new URL(`./${path}`, import.meta.url))
const inFolders = (...folders: readonly string[]) => folders.map(folder => `tests/${folder}/**/*.test.{ts,tsx}`)

export default defineConfig(({ command, mode }) => ({
  base: './',
  plugins: [
    react(),
    themeTokensPlugin(),
    devGateway(),
    metaPolicy(mode === 'demo'),
    adoptedStyles(),
    applicationFirst(),
    mode === 'demo' ? demoWorker() : sizeBudget(),
  ],
  define: {
    'import.meta.env.VITE_DEMO': JSON.stringify(mode === 'demo' ? '1' : ''),
    'import.meta.env.VITE_SIMULATED': JSON.stringify(
      mode === 'demo' || (mode === 'development' && process.env['REGARDS_GATEWAY'] === undefined) ? '1' : '',
    ),
  },
  // All of them at the first start: a library found later would reload the page under its user.
  optimizeDeps: { entries: ['index.html', 'src/{app,features,i18n,ui}/**/*.{ts,tsx}'] },
  build: {
    outDir: mode === 'demo' ? 'dist-demo' : 'dist',
    sourcemap: false,
    // Nothing inline: the policy allows scripts of our own origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    // What is needed before the first row in one file: shared code would else be cut into a dozen small ones.
    // So is what most dialogs need of MUI: the first script names every file of each part.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 1 },
            { name: 'mui', test: /node_modules/, minShareCount: 12 },
          ],
        },
      },
    },
  },
  resolve: {
    alias: [
      { find: '@simulator', replacement: folder('simulator') },
      { find: '@tests', replacement: folder('tests') },
      { find: '@', replacement: folder('src') },
      // The package itself names its development build to every bundler, with checks and warnings that no user needs.
      ...(command === 'build'
        ? [{ find: /^react-router$/, replacement: folder('node_modules/react-router/dist/production/index.mjs') }]
        : []),
    ],
  },
  test: {
    // Two cores, shared: how long a test takes says nothing about the product.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: '100%',
    projects: [
      // Neither a page nor anything to reset: files share a process.
      { extends: true, test: { name: 'plain', include: inFolders('domain', 'house', 'simulator'), isolate: false } },
      // setup.ts resets what a test changes, so that files can share their modules: to load them anew costs more than most tests.
      {
        extends: true,
        test: {
          name: 'page',
          include: inFolders('board', 'i18n', 'queries', 'services', 'ui', 'url'),
          environment: 'jsdom',
          setupFiles: ['tests/setup.ts'],
          isolate: false,
        },
      },
      // Modules loaded anew, as after a reload of the page.
      {
        extends: true,
        test: {
          name: 'reload',
          include: inFolders('app', 'stores'),
          environment: 'jsdom',
          setupFiles: ['tests/setup.ts'],
        },
      },
    ],
    coverage: {
      include: ['src/**', 'simulator/**'],
      exclude: ['src/main.tsx', 'src/app/start-simulator.ts', 'simulator/browser.ts', '**/*.md'],
      reporter: ['text-summary', 'html', 'json-summary'],
      thresholds: { 'src/**': { lines: 90, branches: 85 }, 'simulator/**': { lines: 90, branches: 85 } },
    },
  },
}))
