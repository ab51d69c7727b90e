import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { defineConfig } from 'vite'
import { homeVisitFiles } from './scripts/home-visit-files.ts'
import { keepRecentAssets } from './scripts/keep-recent-assets.ts'
import { precompress } from './scripts/precompress.ts'
import { rightsOnPhones } from './scripts/rights-on-phones.ts'

/**
 * One config, two bundles: `vite build` makes the browser's files (dist/browser, fingerprinted, with a
 * manifest), `vite build --ssr` makes the server program and the command line (dist/server).
 */
export default defineConfig(({ isSsrBuild }) => ({
  appType: 'custom',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: isSsrBuild
    ? // A server is started again after a build; what it still has to load it needs no longer than that takes.
      [rightsOnPhones(), keepRecentAssets({ hours: 2 })]
    : // Pages stay open, and a service worker keeps asking, for days.
      [
        rightsOnPhones(),
        homeVisitFiles('home-visit', 'visits-worker'),
        precompress(),
        keepRecentAssets({ hours: 168 }),
      ],
  worker: { format: 'es' },
  publicDir: isSsrBuild ? false : 'src/browser/public',
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        target: 'node24',
        sourcemap: true,
        minify: false,
        emptyOutDir: false,
        rolldownOptions: {
          input: {
            main: 'src/main.ts',
            cli: 'src/cli.ts',
            'rights-thread': 'src/cli/rights-population/thread.ts',
            ...threadFiles(),
          },
        },
      }
    : {
        outDir: 'dist/browser',
        manifest: 'manifest.json',
        assetsInlineLimit: 0,
        emptyOutDir: false,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: {
            web: 'src/browser/web.ts',
            workplace: 'src/browser/workplace.ts',
            islands: 'src/browser/islands.ts',
            pictures: 'src/browser/pictures.ts',
            plots: 'src/browser/plots.ts',
            'home-visit': 'src/home-visit/main.tsx',
            'visits-worker': 'src/home-visit/service-worker.ts',
          },
        },
      },
}))

/** Work done on a thread beside the program: each file a program of its own (src/platform/threads). */
function threadFiles(): Readonly<Record<string, string>> {
  return Object.fromEntries(globSync('src/**/*.thread.ts').map((file) => [basename(file, '.ts'), file]))
}
