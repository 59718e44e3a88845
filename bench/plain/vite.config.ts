/** Builds the yardstick page the way the dashboard is built. */
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [react()],
  build: { outDir: '../output/plain', emptyOutDir: true, sourcemap: false, modulePreload: { polyfill: false } },
})
