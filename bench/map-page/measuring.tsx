import { loadavg } from 'node:os'
import { brotliCompressSync } from 'node:zlib'
import { mapSheet } from '../../src/ui/index.ts'
import { ownProcessorSeconds } from '../processor-time.ts'
import { median, writeSection } from '../results.ts'
import { type FiguredArea, figuredAreas } from './areas.ts'
import { ourPage } from './our-page.tsx'
import { vegaMap } from './vega-map.ts'

const files = [
  ['656 sectors of the district of Leuven, 2020', 'statbel-sectors-20200101-arr-leuven-wgs84.geojson.gz'],
  ['724 sectors of Brussels, 2022', 'statbel-sectors-20220101-brussels-31370.geojson.gz'],
  ['774 sectors, borders simplified by others', 'DERIVED-approx-sectors-seed-municipalities-31370.geojson.gz'],
] as const

/** Draws each file by turns with ours and with Vega-Lite, and writes what that took and what it weighs. */
export async function measureMapPages(): Promise<void> {
  const rows: string[] = []
  for (const [what, file] of files) rows.push(...(await measured(what, await figuredAreas(file))))
  writeSection(
    'A map page of seven hundred sectors',
    `${preface} Load of the machine ${(loadavg()[0] ?? 0).toFixed(1)}.\n\n${head}\n${rows.join('\n')}`,
  )
}

const preface = `Real sectors with made-up shares, one in twenty hidden. Ours is a whole page with frame, map, legend, names and the table of all
areas; \`from a kept sheet\` is a second page of the same areas, with other figures. Vega-Lite (vega 6.4.0, vega-lite 6.5.0, \`toSVG\`) draws the same areas in five
quantiles, without names and without a table. Processor time, median of 21 by turns after 5 to warm up. Budget: 150 kB and 100 ms.`

const head = `| what | how | processor time | of the budget | bytes | of the budget | compressed |
|---|---|---|---|---|---|---|`

async function measured(what: string, areas: readonly FiguredArea[]): Promise<readonly string[]> {
  const kept = mapSheet(areas)
  const ways = {
    'drawn and shaded': async () => ourPage(areas, mapSheet(areas)),
    'from a kept sheet': async () => ourPage(areas, kept),
    'Vega-Lite': () => vegaMap(areas),
  }
  const times = new Map(Object.keys(ways).map((how) => [how, [] as number[]]))
  const pages = new Map<string, string>()
  for (let round = 0; round < 26; round += 1)
    for (const [how, draw] of Object.entries(ways)) {
      const began = ownProcessorSeconds()
      pages.set(how, await draw())
      if (round >= 5) times.get(how)?.push(1000 * (ownProcessorSeconds() - began))
    }
  return Object.keys(ways).map((how) => {
    const milliseconds = median(times.get(how) ?? [])
    const bytes = Buffer.byteLength(pages.get(how) ?? '')
    const compressed = brotliCompressSync(pages.get(how) ?? '').length
    return `| ${what} | ${how} | ${milliseconds.toFixed(0)} ms | ${(milliseconds / 100).toFixed(2)} | ${kilo(bytes)} | ${(bytes / 150_000).toFixed(2)} | ${kilo(compressed)} |`
  })
}

const kilo = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`
