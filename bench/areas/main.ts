// `npm run areas --prefix bench`: which published area covers each of 69,232 addresses, beside two ways from npm; and how long it takes
// to keep all sectors of a published file.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import Flatbush from 'flatbush'
import { sql } from 'kysely'
import whichPolygon from 'which-polygon'
import { systemActor } from '../../src/platform/access/actor.ts'
import { openTables } from '../../src/platform/published-files/open-tables.ts'
import { keepAreas, readAreasForImport } from '../../src/registers/places/without-pages.ts'
import { type Area, areaFinder, boundsOf, type Point, readAreas } from '../../src/registers/published-areas/index.ts'
import { openBeside } from '../open.ts'
import { median, writeSection } from '../results.ts'

const geo = fileURLToPath(new URL('../../../shared/data/geo/', import.meta.url))
const addressFile = fileURLToPath(
  new URL('../../../shared/data/population/best-addresses-seed-municipalities.csv.gz', import.meta.url),
)
const turns = 7
const divisions = [
  { name: 'neighbourhoods of Flanders and Brussels (ggw7)', file: 'provincies-in-cijfers/ggw7.shp.zip' },
  {
    name: 'approximate sectors of 18 municipalities',
    file: 'sectors/DERIVED-approx-sectors-seed-municipalities-31370.geojson.gz',
  },
] as const
const kept = [
  'sectors/statbel-sectors-20200101-arr-leuven-wgs84.geojson.gz',
  'sectors/statbel-sectors-20220101-brussels-31370.gpkg',
] as const
const municipality = '00000000-0000-7000-9000-000000000001'

type Lookup = (point: Point) => string | undefined
type Way = { readonly name: string; readonly open: (areas: readonly Area[]) => Lookup }

const ways: readonly Way[] = [
  {
    name: 'Meernet',
    open: (areas) => {
      const find = areaFinder(areas, ({ shape }) => shape)
      return (point) => find(point)?.code
    },
  },
  { name: 'which-polygon 2.2.1', open: withWhichPolygon },
  { name: '@turf/boolean-point-in-polygon 7.4.0 and flatbush 4.7.0', open: withTurf },
]

const points = await addressPoints()
const placed: string[] = []
for (const division of divisions) placed.push(...(await placedIn(division)))
writeSection(
  'Which area covers an address',
  `Every one of ${points.length} published addresses looked up, the index made anew each time. Processor time, median of ${turns} turns, by turns in
one process. All ways find the same number of addresses; those that lie on a border may differ in the area they give.

| areas | way | processor time | ratio | addresses in an area |
|---|---|---|---|---|
${placed.join('\n')}

${await timesOfKeeping()}`,
)

async function addressPoints(): Promise<readonly Point[]> {
  const file = await openTables(addressFile)
  const read: Point[] = []
  for await (const rows of file.tables[0]?.rows() ?? [])
    for (const { line, cells } of rows) if (line > 1) read.push([Number(cells[5]), Number(cells[6])])
  file.close()
  return read
}

async function placedIn({ name, file }: (typeof divisions)[number]): Promise<readonly string[]> {
  const areas: Area[] = []
  const opened = await readAreas(join(geo, file), undefined)
  for (const layer of opened.layers) for await (const area of layer.areas()) areas.push(area)
  opened.close()
  const times = new Map(ways.map((way) => [way.name, [] as number[]]))
  const found = new Map<string, number>()
  for (let turn = 0; turn <= turns; turn += 1)
    for (const way of ways) {
      const start = process.cpuUsage()
      const lookup = way.open(areas)
      let count = 0
      for (const point of points) if (lookup(point) !== undefined) count += 1
      const { user, system } = process.cpuUsage(start)
      // The first turn warms up.
      if (turn > 0) times.get(way.name)?.push((user + system) / 1000)
      found.set(way.name, count)
    }
  const ours = median(times.get('Meernet') ?? [])
  return ways.map(({ name: way }) => {
    const ms = median(times.get(way) ?? [])
    return `| ${areas.length} ${name} | ${way} | ${Math.round(ms)} ms | ${(ms / ours).toFixed(1)} | ${found.get(way)} |`
  })
}

function withWhichPolygon(areas: readonly Area[]): Lookup {
  const query = whichPolygon<{ code: string }>({
    type: 'FeatureCollection',
    features: areas.map(({ code, shape }) => ({
      type: 'Feature',
      properties: { code },
      geometry: { type: 'MultiPolygon', coordinates: mutable(shape) },
    })),
  })
  return ([x, y]) => query([x, y])?.code
}

function withTurf(areas: readonly Area[]): Lookup {
  const index = new Flatbush(areas.length)
  for (const { shape } of areas) {
    const box = boundsOf(shape)
    index.add(box?.minX ?? 0, box?.minY ?? 0, box?.maxX ?? 0, box?.maxY ?? 0)
  }
  index.finish()
  const polygons = areas.map(({ shape }) => ({ type: 'MultiPolygon' as const, coordinates: mutable(shape) }))
  return ([x, y]) => {
    for (const place of index.search(x, y, x, y)) {
      const polygon = polygons[place]
      if (polygon && booleanPointInPolygon([x, y], polygon)) return areas[place]?.code
    }
    return undefined
  }
}

function mutable(shape: Area['shape']): number[][][][] {
  return shape.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y])))
}

/** All areas of a file, whatever their municipality: read alone, and read and kept. */
async function timesOfKeeping(): Promise<string> {
  const varFolder = mkdtempSync(join(tmpdir(), 'meernet-bench-areas-'))
  chmodSync(varFolder, 0o755)
  const installation = await openBeside(varFolder)
  const actor = systemActor(municipality, 'measure')
  const needs = { transact: installation.transact, clock: () => new Date() }
  const rows: string[] = []
  try {
    await sql`insert into municipalities.municipality (id, nis_code, name, slug, jurisdiction, languages)
      values (${municipality}, '24062', 'Leuven', 'leuven', 'flanders', '{nl}')`.execute(installation.owner)
    for (const name of kept) {
      const [reading, keeping]: [number[], number[]] = [[], []]
      let areas = 0
      for (let turn = 0; turn <= turns; turn += 1) {
        await sql`truncate places.area, places.area_source cascade`.execute(installation.owner)
        const file = await readAreas(join(geo, name), undefined)
        const beside = await municipalitiesIn(join(geo, name))
        const asked = { file, nisCode: beside[0] ?? '', beside, provenance: {} }
        const from = performance.now()
        const ready = await readAreasForImport(needs, actor, asked)
        const read = performance.now()
        if (ready.kind === 'refused') throw new Error(`${name}: ${ready.reason}`)
        const { merged } = await installation.transact(actor, (tx) => keepAreas(tx, ready))
        const end = performance.now()
        file.close()
        areas = merged[0]?.new ?? 0
        if (turn > 0) {
          reading.push(read - from)
          keeping.push(end - read)
        }
      }
      rows.push(
        `| ${name.split('/')[1]} | ${areas} | ${Math.round(median(reading))} ms | ${Math.round(median(keeping))} ms |`,
      )
    }
  } finally {
    await installation.close()
    rmSync(varFolder, { recursive: true, force: true })
  }
  return `All areas of a published file kept, with their borders, into an empty installation; medians of ${turns} turns.

| file | areas | read | kept |
|---|---|---|---|
${rows.join('\n')}`
}

async function municipalitiesIn(path: string): Promise<readonly string[]> {
  const file = await readAreas(path, undefined)
  const codes = new Set<string>()
  for (const layer of file.layers) for await (const { municipality: code } of layer.areas()) if (code) codes.add(code)
  file.close()
  return [...codes]
}
