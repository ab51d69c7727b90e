import { expect, test } from 'vitest'
import { publishedData } from '../../../tests/support/published-data.ts'
import { countAreas } from './count-areas.ts'
import type { Point } from './geometry.ts'
import { type Area, readAreas } from './read-areas.ts'
import { toLambert72 } from './reference-system.ts'

async function counted(path: string, edition?: string) {
  const file = await readAreas(publishedData(path), edition)
  try {
    const [first] = file.layers
    return { form: file.form, crs: first?.system, isStated: first?.isStated, ...(await countAreas(file)) }
  } finally {
    file.close()
  }
}

async function areasOf(path: string): Promise<readonly Area[]> {
  const file = await readAreas(publishedData(path))
  try {
    const areas: Area[] = []
    for (const layer of file.layers) for await (const area of layer.areas()) areas.push(area)
    return areas
  } finally {
    file.close()
  }
}

const publishedFiles: readonly [string, string, object, object][] = [
  [
    'the 656 sectors around Leuven, edition before 2025 by the name of their column',
    'geo/sectors/statbel-sectors-20200101-arr-leuven-wgs84.geojson.gz',
    { form: 'GeoJSON', crs: 'EPSG:4326', isStated: true, areas: 656, doubled: [], remarks: [] },
    { level: 'sector', edition: '2024', areas: 656, withMunicipality: 656, municipalities: 26 },
  ],
  [
    'the 724 sectors of Brussels in GeoJSON, in metres',
    'geo/sectors/statbel-sectors-20220101-brussels-31370.geojson.gz',
    { form: 'GeoJSON', crs: 'EPSG:31370', isStated: true, areas: 724, doubled: [], remarks: [] },
    { level: 'sector', edition: '2024', areas: 724, municipalities: 19, squareKilometres: 162.422 },
  ],
  [
    'the same 724 sectors in a GeoPackage',
    'geo/sectors/statbel-sectors-20220101-brussels-31370.gpkg',
    { form: 'GeoPackage', crs: 'EPSG:31370', isStated: true, areas: 724, doubled: [], remarks: [] },
    { level: 'sector', edition: '2024', areas: 724, municipalities: 19, squareKilometres: 162.422 },
  ],
  [
    'the 154 sectors of the Zenne valley, of which neither system nor edition nor municipality is stated',
    'geo/sectors/statbel-sectors-20240101-zennevallei-wgs84.geojson',
    {
      form: 'GeoJSON',
      crs: 'EPSG:4326',
      isStated: false,
      remarks: [
        { kind: 'system-guessed', system: 'EPSG:4326' },
        { kind: 'edition-not-stated', count: 154 },
        { kind: 'municipality-not-stated', count: 154 },
      ],
    },
    { level: 'sector', edition: 'unstated', areas: 154, withMunicipality: 0 },
  ],
  [
    'the 774 sectors with borders in part computed',
    'geo/sectors/DERIVED-approx-sectors-seed-municipalities-31370.geojson.gz',
    { crs: 'EPSG:31370', isStated: true, areas: 774 },
    { level: 'sector', edition: '2024', municipalities: 18 },
  ],
  [
    'the 589 municipalities before 2019, in metres without a stated system',
    'geo/municipalities/be-municip-lambert.geo.json.gz',
    { form: 'GeoJSON', crs: 'EPSG:31370', isStated: false, areas: 589 },
    { level: 'municipality', edition: 'unstated', areas: 589, municipalities: 589 },
  ],
  [
    'the 581 municipalities of 2019 in TopoJSON',
    'geo/municipalities/belgium-municipalities-2019.topojson',
    { form: 'TopoJSON', crs: 'EPSG:4326', isStated: false, areas: 635 },
    { level: 'municipality', areas: 581, municipalities: 581 },
  ],
  [
    'the 2,767 neighbourhoods of the provinces',
    'geo/provincies-in-cijfers/ggw7.shp.zip',
    { form: 'shapefile', crs: 'EPSG:31370', isStated: true, areas: 2767, doubled: [] },
    { level: 'neighbourhood', edition: 'unstated', areas: 2767, withMunicipality: 0 },
  ],
  [
    'the 2,730 neighbourhoods of the edition before, among them 1301407a, 13004_12 and 24045',
    'geo/provincies-in-cijfers/ggw72024.shp.zip',
    { form: 'shapefile', areas: 2730, doubled: [] },
    { level: 'neighbourhood', edition: '2024', areas: 2730 },
  ],
  [
    'the 319 municipalities whose code is a number',
    'geo/provincies-in-cijfers/gemeente2024.shp.zip',
    { form: 'shapefile', areas: 319 },
    { level: 'municipality', edition: '2024', municipalities: 319, squareKilometres: 13788.312 },
  ],
  [
    'the 1,150 parts of municipalities',
    'geo/provincies-in-cijfers/deelgemeente2024.shp.zip',
    { form: 'shapefile', areas: 1150, doubled: [] },
    { level: 'subMunicipality', edition: '2024', areas: 1150 },
  ],
  [
    'the built-up cores, one area of which lies outside all of them and has no code',
    'geo/provincies-in-cijfers/kern.shp.zip',
    {
      areas: 296,
      remarks: expect.arrayContaining([{ kind: 'without-code', layer: 'kern', count: 1, lines: [1], names: [''] }]),
    },
    { level: 'unstated', areas: 296 },
  ],
  [
    'the 145 districts of the Brussels monitor in GeoJSON',
    'indicators/brussels-wijkmonitoring/brussels-districts.geojson',
    { form: 'GeoJSON', crs: 'EPSG:4326', isStated: false, areas: 145, doubled: [] },
    { level: 'district', areas: 145, squareKilometres: 162.424 },
  ],
  [
    'the same 145 districts in a GeoPackage',
    'indicators/brussels-wijkmonitoring/brussels-monitoring-districts-31370.gpkg',
    { form: 'GeoPackage', crs: 'EPSG:31370', isStated: true, areas: 145, doubled: [], remarks: [] },
    { level: 'district', areas: 145, squareKilometres: 162.424 },
  ],
]

test.each(publishedFiles)('whole as published: %s', async (_what, path, file, level) => {
  const result = await counted(path)
  expect(result).toMatchObject(file)
  expect(result.levels[0]).toMatchObject(level)
})

test('an edition that is asked for counts where the file says none', async () => {
  const { levels, remarks } = await counted('geo/provincies-in-cijfers/ggw7.shp.zip', '2025')
  expect(levels).toMatchObject([{ level: 'neighbourhood', edition: '2025', areas: 2767 }])
  expect(remarks).not.toContainEqual(expect.objectContaining({ kind: 'edition-not-stated' }))
})

test('the surface of the sectors around Leuven is within a thousandth of what Statbel writes beside them', async () => {
  const { levels } = await counted('geo/sectors/statbel-sectors-20200101-arr-leuven-wgs84.geojson.gz')
  // The sum of M_AREA_HA over the file.
  expect(Math.abs((levels[0]?.squareKilometres ?? 0) / 921.42 - 1)).toBeLessThan(0.001)
})

test('the sectors of Brussels are the same in GeoPackage and GeoJSON: codes, names, and every point within a metre', async () => {
  const packed = await areasOf('geo/sectors/statbel-sectors-20220101-brussels-31370.gpkg')
  const text = await areasOf('geo/sectors/statbel-sectors-20220101-brussels-31370.geojson.gz')
  const named = ({ code, name, municipality }: Area) => [code, name, municipality]
  expect(text.map(named)).toEqual(packed.map(named))
  expect(largestStep(packed, text)).toBeLessThan(1)
  expect(packed[0]).toMatchObject({
    code: '21001A00-',
    municipality: '21001',
    level: 'sector',
    edition: '2024',
    line: 1,
  })
})

test('WGS84 is brought to Lambert 72 within 25 cm: the districts of Brussels, which their publisher gives in both', async () => {
  const inMetres = byCode(await areasOf('indicators/brussels-wijkmonitoring/brussels-monitoring-districts-31370.gpkg'))
  const inDegrees = byCode(await areasOf('indicators/brussels-wijkmonitoring/brussels-districts.geojson'))
  expect(inDegrees.map(({ code }) => code)).toEqual(inMetres.map(({ code }) => code))
  const distances = inDegrees.flatMap(({ shape }, index) => {
    const others = inMetres[index]?.shape.flat(2) ?? []
    return shape.flat(2).map((point) => Math.min(...others.map((other) => distanceBetween(point, other))))
  })
  expect(distances.length).toBeGreaterThan(10_000)
  expect(Math.max(...distances)).toBeLessThan(0.25)
})

test('the shared borders of TopoJSON close, and its municipalities, arrondissements and provinces cover the same country', async () => {
  const { levels, remarks } = await counted('geo/municipalities/belgium-municipalities-2019.topojson')
  expect(levels.map(({ level, areas }) => [level, areas])).toEqual([
    ['municipality', 581],
    ['arrondissement', 43],
    ['province', 11],
  ])
  for (const { squareKilometres } of levels) expect(Math.abs(squareKilometres / 30_689 - 1)).toBeLessThan(0.001)
  // As it was published: small borders were made of large ones.
  expect(remarks.filter(({ kind }) => kind.startsWith('ring'))).toMatchObject([
    { kind: 'ring-crosses-itself', names: ['Koksijde (38014)'] },
  ])
})

test('a municipality is read from its column, not from the code of the sector: Pelt is 72043', async () => {
  const sectors = await areasOf('geo/sectors/DERIVED-approx-sectors-seed-municipalities-31370.geojson.gz')
  const inPelt = sectors.filter(({ municipality }) => municipality === '72043')
  expect(new Set(inPelt.map(({ code }) => code.slice(0, 5)))).toEqual(new Set(['72025', '72029']))
  expect(sectors.some(({ code }) => code.endsWith('-'))).toBe(true)
})

test('ETRS89-LAEA and Lambert 2008 lead to the same place as degrees', () => {
  // The example of EPSG 3035 in Guidance Note 7-2: 50° N, 5° E; and the origin of Lambert 2008.
  const pairs: readonly [Point, Point][] = [
    [toLambert72('EPSG:3035')([3_962_799.45, 2_999_718.85]), toLambert72('EPSG:4326')([5, 50])],
    [toLambert72('EPSG:3812')([649_328, 665_262]), toLambert72('EPSG:4326')([4.35921583333333, 50.797815])],
  ]
  for (const [one, other] of pairs) expect(distanceBetween(one, other)).toBeLessThan(0.02)
})

const byCode = (areas: readonly Area[]) => areas.toSorted((one, other) => Number(one.code) - Number(other.code))

function largestStep(areas: readonly Area[], others: readonly Area[]): number {
  const points = areas.flatMap(({ shape }) => shape.flat(2))
  const otherPoints = others.flatMap(({ shape }) => shape.flat(2))
  expect(otherPoints).toHaveLength(points.length)
  return points.reduce((most, point, index) => Math.max(most, distanceBetween(point, otherPoints[index] ?? [0, 0])), 0)
}

const distanceBetween = ([x, y]: Point, [otherX, otherY]: Point) => Math.hypot(x - otherX, y - otherY)
