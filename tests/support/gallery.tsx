import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { build } from 'vite'
import { GalleryPage, galleryView } from '../../src/ui/gallery/gallery.tsx'
import { Document, renderDocument } from '../../src/ui/index.ts'

/** A small server with the gallery and the real styles and scripts, under the content security policy of the program. */
export type GalleryServer = {
  readonly url: string
  /** The requests for gallery pages so far, oldest first. */
  readonly visits: readonly Request[]
  readonly close: () => Promise<void>
}

/** Builds the browser's part of web pages aside and serves the gallery over it, on a free port of this machine. */
export async function serveGallery(): Promise<GalleryServer> {
  const folder = await mkdtemp(join(tmpdir(), 'meernet-gallery-'))
  const assets = await buildWeb(folder)
  const visits: Request[] = []
  const app = galleryApp(folder, assets, (visit) => visits.push(visit))
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise<void>((resolve) => server.once('listening', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    visits,
    close: async () => {
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true })
    },
  }
}

type Assets = { readonly script: string; readonly styles: readonly string[] }

async function buildWeb(folder: string): Promise<Assets> {
  await build({
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    publicDir: 'src/browser/public',
    build: {
      outDir: folder,
      manifest: 'manifest.json',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { web: 'src/browser/web.ts' } },
    },
  })
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Record<string, Chunk>
  const web = manifest['src/browser/web.ts']
  if (!web) throw new Error('the build made no web page entry')
  return { script: `/${web.file}`, styles: (web.css ?? []).map((file) => `/${file}`) }
}

type Chunk = { readonly file: string; readonly css?: readonly string[] }

function galleryApp(folder: string, { script, styles }: Assets, onVisit: (visit: Request) => void): Hono {
  const app = new Hono()
  app.use(secureHeaders({ contentSecurityPolicy: policy }))
  app.get('/gallery', (c) => {
    onVisit(c.req.raw)
    c.header('Speculation-Rules', '"/speculation-rules.json"')
    const view = galleryView(c.req.query('view'))
    const withScript = c.req.query('script') !== 'off'
    return c.html(
      renderDocument(
        <Document
          lang={view.lang}
          dir={view.dir}
          title={view.title}
          stylesheets={styles}
          scripts={withScript ? [script] : []}
          skipLinkText="Naar de inhoud"
          icon="/icon.svg"
        >
          <GalleryPage view={view.name} />
        </Document>,
      ),
    )
  })
  app.get('/speculation-rules.json', serveStatic({ root: folder, onFound: asSpeculationRules }))
  app.use('/*', serveStatic({ root: folder }))
  return app
}

const asSpeculationRules = (_path: string, c: Context) => c.header('Content-Type', 'application/speculationrules+json')

const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
}
