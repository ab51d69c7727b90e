import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { build } from 'vite'
import { precompress } from '../../scripts/precompress.ts'
import { rightsOnPhones } from '../../scripts/rights-on-phones.ts'
import { assetRoutes, assetsOf } from '../../src/platform/http/assets.ts'
import type { Assets, Env } from '../../src/platform/http/context.ts'
import { securityHeaders } from '../../src/platform/http/security.ts'
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
  await buildWeb(folder)
  const visits: Request[] = []
  const app = galleryApp(assetsOf(folder), (visit) => visits.push(visit))
  assetRoutes(app, folder)
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

/** The entry of web pages alone: the home-visit app has its own weight and its own tests. */
async function buildWeb(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [rightsOnPhones(), precompress()],
    publicDir: 'src/browser/public',
    build: {
      outDir: folder,
      manifest: 'manifest.json',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: {
          web: 'src/browser/web.ts',
          workplace: 'src/browser/workplace.ts',
          islands: 'src/browser/islands.ts',
          pictures: 'src/browser/pictures.ts',
          plots: 'src/browser/plots.ts',
        },
      },
    },
  })
}

function galleryApp({ web, workplace, islands, pictures }: Assets, onVisit: (visit: Request) => void): Hono<Env> {
  const app = new Hono<Env>()
  app.use(securityHeaders(false))
  app.get('/gallery', compress(), (c) => {
    onVisit(c.req.raw)
    c.header('Speculation-Rules', '"/speculation-rules.json"')
    const view = galleryView(c.req.query('view'))
    const linked = view.isForResidents ? [web] : [web, workplace]
    const styled = view.hasPictures ? [...linked, pictures] : linked
    return c.html(
      renderDocument(
        <Document
          lang={view.lang}
          dir={view.dir}
          title={view.title}
          stylesheets={styled.flatMap(({ styles }) => styles)}
          scripts={linked.map(({ script }) => script)}
          islandScript={islands.script}
          skipLinkText="Naar de inhoud"
          icon="/icon.svg"
        >
          <GalleryPage view={view.name} />
        </Document>,
      ),
    )
  })
  return app
}
