import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { MiddlewareHandler } from 'hono'
import { everyone } from '../access/rule.ts'
import type { Assets, EntryFiles, Env, Routes } from './context.ts'
import { may } from './may.ts'

type Chunk = { readonly file: string; readonly css?: readonly string[]; readonly imports?: readonly string[] }

/** What pages link of the built files, from the manifest in `folder`; empty names when nothing is built (tests of routes). */
export function assetsOf(folder: string): Assets {
  return {
    web: entryFiles(folder, 'src/browser/web.ts'),
    workplace: entryFiles(folder, 'src/browser/workplace.ts'),
    islands: entryFiles(folder, 'src/browser/islands.ts'),
    pictures: entryFiles(folder, 'src/browser/pictures.ts'),
    plots: entryFiles(folder, 'src/browser/plots.ts'),
  }
}

function entryFiles(folder: string, entry: string): EntryFiles {
  const manifest = join(folder, 'manifest.json')
  if (!existsSync(manifest)) return { script: '', styles: [] }
  const chunks = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, Chunk>
  const chunk = chunks[entry]
  if (!chunk) throw new Error(`${manifest} has no ${entry}: run npm run build.`)
  const styles = new Set<string>([
    ...(chunk.imports ?? []).flatMap((name) => chunks[name]?.css ?? []),
    ...(chunk.css ?? []),
  ])
  return { script: `/${chunk.file}`, styles: [...styles].map((file) => `/${file}`) }
}

/** Serves the built files: fingerprinted ones for a year, the others for a day. */
export function assetRoutes(routes: Routes, folder: string): void {
  routes.get(
    '/assets/*',
    may(everyone),
    answeredWith({ 'Cache-Control': 'public, max-age=31536000, immutable' }),
    serveStatic({ root: folder, precompressed: true }),
  )
  // Which pages the browser may fetch early: links that ask for it, see `browser/enhance.ts`.
  routes.get(
    '/speculation-rules.json',
    may(everyone),
    answeredWith({ ...forADay, 'Content-Type': 'application/speculationrules+json' }),
    serveStatic({ root: folder }),
  )
  for (const icon of icons) routes.get(icon, may(everyone), answeredWith(forADay), serveStatic({ root: folder }))
}

/** The icon as drawn, and the pictures that `scripts/app-icons.ts` makes of it for phones. */
const icons = [
  '/icon.svg',
  '/icon-192.png',
  '/icon-512.png',
  '/icon-maskable-512.png',
  '/apple-touch-icon.png',
] as const

const forADay = { 'Cache-Control': 'public, max-age=86400' }

/** NOTE: `onFound` of `serveStatic` comes after the answer is made, so headers set there never leave. */
function answeredWith(headers: Readonly<Record<string, string>>): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next()
    if (!c.res.ok) return
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
  }
}
