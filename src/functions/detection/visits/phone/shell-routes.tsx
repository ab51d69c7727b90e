import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { everyone } from '../../../../platform/access/rule.ts'
import { type Ctx, may, type Routes } from '../../../../platform/http/index.ts'
import { Document, papers, renderDocument } from '../../../../ui/index.ts'

type Needs = { readonly browserFolder: string }

/**
 * The home-visit app as files: a shell without any data, its manifest, and the service worker that keeps it on the phone.
 * Open to everybody, because the app must open without a network or a session; what is in it comes from /api/visits.
 */
export function shellRoutes(routes: Routes, { browserFolder }: Needs): void {
  const built = builtFiles(browserFolder)

  routes.get('/visits', may(everyone), (c) => c.html(shellPage(c, built)))

  routes.get('/visits.webmanifest', may(everyone), (c) =>
    c.body(JSON.stringify(manifest(c)), 200, { 'Content-Type': 'application/manifest+json' }),
  )

  routes.get('/visits-worker.js', may(everyone), (c) => {
    const files = ['/visits', '/visits.webmanifest', '/icon.svg', ...built.files]
    const lists = `const appFiles = ${JSON.stringify(files)}\nconst rightsFiles = ${JSON.stringify(built.rights)}`
    const program = `${lists}\n${built.worker}`
    return c.body(program, 200, { 'Content-Type': 'text/javascript; charset=utf-8' })
  })
}

const builtList = z.object({
  script: z.string(),
  styles: z.array(z.string()),
  files: z.array(z.string()),
  rights: z.object({ all: z.array(z.string()), languages: z.record(z.string(), z.array(z.string())) }),
  worker: z.string(),
})
type Built = z.output<typeof builtList>

/** What the build wrote about the app; empty when nothing is built (tests of routes). `worker` is the program itself. */
function builtFiles(folder: string): Built {
  const list = join(folder, 'home-visit.json')
  if (!existsSync(list)) return { script: '', styles: [], files: [], rights: { all: [], languages: {} }, worker: '' }
  const built = builtList.parse(JSON.parse(readFileSync(list, 'utf8')))
  return { ...built, worker: readFileSync(join(folder, built.worker), 'utf8') }
}

function shellPage(c: Ctx, { script, styles }: Built): string {
  const t = c.get('t')
  return renderDocument(
    <Document
      lang={t.language}
      dir={t.direction}
      title={t('detection.visits.app.name')}
      stylesheets={styles}
      scripts={[script]}
      skipLinkText={t('http.skipToContent')}
      hiddenFromSearch
      icon="/icon.svg"
      head={
        <>
          <link rel="manifest" href="/visits.webmanifest" />
          <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
          <meta name="theme-color" media="(prefers-color-scheme: light)" content={papers.light} />
          <meta name="theme-color" media="(prefers-color-scheme: dark)" content={papers.dark} />
        </>
      }
    >
      <div id="app">
        <noscript>{t('detection.visits.app.noScript')}</noscript>
      </div>
    </Document>,
  )
}

/** What a phone needs to put the app among its own. Asked for without a session, so it says nothing of a municipality. */
function manifest(c: Ctx) {
  const t = c.get('t')
  const name = t('detection.visits.app.name')
  return {
    id: '/visits',
    name,
    short_name: name,
    description: t('detection.visits.app.description'),
    lang: t.language,
    dir: t.direction,
    start_url: '/visits',
    scope: '/visits',
    display: 'standalone',
    background_color: papers.light,
    theme_color: papers.light,
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ],
  }
}
