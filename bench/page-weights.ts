import { launchBrowser } from '../tests/support/browser.ts'
import type { Figure } from './figure.ts'

/** Bytes that really travel at a first visit in a real browser, bodies as compressed, service worker included. */
export async function measurePageWeights(address: string): Promise<readonly Figure[]> {
  const home = await weightOf(`${address}/in/netegem`)
  const arabic = await weightOf(`${address}/in/netegem?lang=ar`)
  const turkish = await weightOf(`${address}/in/netegem?lang=tr`)
  const analysis = await publishedAnalysis(address)
  const inArabic = await weightOf(`${analysis}?lang=ar`)
  const visits = await weightOf(`${address}/visits`)
  return [
    { what: 'public page, first visit, all', measured: home.all / 1000, budget: 30, unit: 'kB' },
    { what: 'public page in Arabic, first visit, all', measured: arabic.all / 1000, budget: 30, unit: 'kB' },
    { what: 'public page in Turkish, first visit, all', measured: turkish.all / 1000, budget: 30, unit: 'kB' },
    {
      what: 'analysis of a neighbourhood, first visit, all',
      measured: (await weightOf(analysis)).all / 1000,
      budget: 30,
      unit: 'kB',
    },
    { what: 'analysis in Arabic, first visit, all', measured: inArabic.all / 1000, budget: 30, unit: 'kB' },
    ...(await inEachLetter(`${analysis}/figures`, 'figures of an analysis with map and dots')),
    ...(await inEachLetter(`${analysis}/ages-and-years`, 'ages and years of an analysis')),
    { what: 'public page, script', measured: home.script / 1000, budget: 10, unit: 'kB' },
    { what: 'home-visit app, all it keeps at the first visit', measured: visits.all / 1000, budget: 150, unit: 'kB' },
  ]
}

/** The heaviest pages that anybody may open, with pictures of figures, in each language with letters of its own. */
async function inEachLetter(address: string, what: string): Promise<readonly Figure[]> {
  const weights: Figure[] = []
  for (const [language, name] of [
    ['nl', 'Dutch'],
    ['ar', 'Arabic'],
    ['tr', 'Turkish'],
    ['uk', 'Ukrainian'],
  ] as const) {
    const { all } = await weightOf(`${address}?lang=${language}`)
    weights.push({ what: `${what} in ${name}, first visit, all`, measured: all / 1000, budget: 30, unit: 'kB' })
  }
  return weights
}

/** Where the published analysis of Netegem stands. */
async function publishedAnalysis(address: string): Promise<string> {
  const list = await (await fetch(`${address}/in/netegem/analysis`)).text()
  const [, path] = /href="(\/in\/netegem\/analysis\/[0-9a-f-]{36})"/.exec(list) ?? []
  if (path === undefined) throw new Error('Netegem has no published analysis to weigh.')
  return address + path
}

async function weightOf(address: string): Promise<{ all: number; script: number }> {
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const sizes = new Map<string, { bytes: number; isScript: boolean }>()
    context.on('requestfinished', async (request) => {
      const { responseBodySize } = await request.sizes()
      const isScript = /\.js(\?|$)/.test(request.url())
      const known = sizes.get(request.url())?.bytes ?? 0
      sizes.set(request.url(), { bytes: Math.max(known, responseBodySize), isScript })
    })
    const page = await context.newPage()
    await page.goto(address, { waitUntil: 'load' })
    await page.waitForTimeout(2500)
    const all = [...sizes.values()]
    const sum = (parts: typeof all) => parts.reduce((total, { bytes }) => total + bytes, 0)
    return { all: sum(all), script: sum(all.filter(({ isScript }) => isScript)) }
  } finally {
    await browser.close()
  }
}
