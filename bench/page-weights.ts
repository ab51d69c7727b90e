import { gzipSync } from 'node:zlib'
import type { Figure } from './main.ts'

/** Compressed weight of a first visit: the page, its styles, its scripts with what they import, and the fonts its styles name. */
export async function measurePageWeights(address: string): Promise<readonly Figure[]> {
  const home = await weightOf(`${address}/in/netegem`)
  const visits = await weightOf(`${address}/visits`)
  return [
    { what: 'public page, first visit, all', measured: home.all / 1000, budget: 30, unit: 'kB' },
    { what: 'public page, script', measured: home.script / 1000, budget: 10, unit: 'kB' },
    { what: 'home-visit app, all', measured: visits.all / 1000, budget: 150, unit: 'kB' },
  ]
}

async function weightOf(address: string): Promise<{ all: number; script: number }> {
  const seen = new Map<string, { bytes: number; isScript: boolean }>()
  const take = async (url: string): Promise<void> => {
    if (seen.has(url)) return
    seen.set(url, { bytes: 0, isScript: false })
    const response = await fetch(url)
    const body = Buffer.from(await response.arrayBuffer())
    const type = response.headers.get('content-type') ?? ''
    // Fonts and pictures in woff2 are compressed already.
    seen.set(url, {
      bytes: type.includes('font') ? body.length : gzipSync(body).length,
      isScript: type.includes('javascript'),
    })
    for (const next of linksIn(type, body.toString('utf8'))) await take(new URL(next, url).href)
  }
  await take(address)
  const all = [...seen.values()]
  const sum = (parts: typeof all) => parts.reduce((total, { bytes }) => total + bytes, 0)
  return { all: sum(all), script: sum(all.filter(({ isScript }) => isScript)) }
}

/** What a browser would fetch at once. NOTE a font file counts when any face names it for Latin text; others load on need. */
function linksIn(type: string, text: string): readonly string[] {
  if (type.includes('html'))
    return [
      ...text.matchAll(/<(?:script[^>]*src|link[^>]*rel="(?:stylesheet|modulepreload)"[^>]*href)="([^"]+)"/g),
    ].map(([, url = '']) => url)
  if (type.includes('javascript'))
    return [...text.matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/g)].map(([, url = '']) => url)
  if (type.includes('css'))
    return [...text.matchAll(/@font-face\{[^}]*\}/g)].flatMap(([face]) =>
      /arabic/i.test(face)
        ? []
        : [...face.matchAll(/url\(([^)]+\.woff2)\)/g)].map(([, url = '']) => url.replaceAll('"', '')),
    )
  return []
}
