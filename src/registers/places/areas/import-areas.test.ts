import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { meernet } from '../../../../tests/support/command-line.ts'
import { placesFile } from '../../../../tests/support/files/places-files.ts'
import { publishedData } from '../../../../tests/support/published-data.ts'
import { makeMunicipality, openWorld, type World } from '../../../../tests/support/world.ts'

let world: World
const ids = new Map<string, string>()
beforeAll(async () => {
  world = await openWorld()
  for (const [name, nis] of municipalities) ids.set(nis, (await makeMunicipality(world, name, nis)).id)
})
afterAll(() => world.close())

const municipalities = [
  ['Leuven', '24062'],
  ['Halle', '23027'],
  ['Brussel', '21004'],
  ['Zedelgem', '31040'],
] as const
const sectors = (file: string) => publishedData(`geo/sectors/${file}`)
const leuven = sectors('statbel-sectors-20200101-arr-leuven-wgs84.geojson.gz')
const zenne = sectors('statbel-sectors-20240101-zennevallei-wgs84.geojson')
const provinces = (file: string) => publishedData(`geo/provincies-in-cijfers/${file}`)

const areas = (file: string, nis: string, ...more: readonly string[]) =>
  meernet(world, 'import', 'areas', file, '--municipality', nis, '--json', ...more)
const areasOf = (nis: string) =>
  world.database.owner
    .selectFrom('places.area')
    .selectAll()
    .where('municipality_id', '=', ids.get(nis) ?? '')
    .orderBy('code')
    .execute()

test('the sectors of a municipality are kept with where they come from, and again changes nothing', async () => {
  const { json } = await areas(leuven, '24062')
  expect(json).toMatchObject({
    kept: [{ level: 'sector', edition: '2024', new: 118, changed: 0, unchanged: 0, gone: 0 }],
    passedOver: [{ level: 'sector', elsewhere: 538, unplaced: 0 }],
  })
  const before = await areasOf('24062')
  expect(before).toHaveLength(118)
  expect(before[0]).toMatchObject({ origin: 'imported', nis_code: '24062', is_approximate: false, gone_on: null })
  const [source] = await world.database.owner.selectFrom('places.area_source').selectAll().execute()
  expect(source).toMatchObject({
    source: expect.stringContaining('Statbel'),
    licence: 'CC BY 4.0',
    form: 'GeoJSON',
    crs: 'EPSG:4326',
    crs_stated: true,
  })
  expect(before.every(({ source_id }) => source_id === source?.id)).toBe(true)

  const again = await areas(leuven, '24062')
  expect(again.json.kept).toMatchObject([{ new: 0, changed: 0, unchanged: 118, gone: 0 }])
  expect(await areasOf('24062')).toEqual(before)
  expect(await world.database.owner.selectFrom('places.area_source').selectAll().execute()).toHaveLength(1)
})

test('a neighbouring municipality is kept beside one’s own when it is named, and leaving it out takes nothing away', async () => {
  const { json } = await areas(leuven, '24062', '--also', '24011')
  expect(json.kept).toMatchObject([{ new: 26, unchanged: 118, gone: 0 }])
  expect((await areas(leuven, '24062')).json.kept).toMatchObject([{ new: 0, unchanged: 118, gone: 0 }])
  expect((await areasOf('24062')).filter(({ gone_on }) => gone_on === null)).toHaveLength(144)
})

test('a newer file changes what it has differently, and what it no longer has is gone', async () => {
  const whole = JSON.parse(gunzipSync(readFileSync(leuven)).toString())
  const own = whole.features.filter(({ properties }: Feature) => properties.CNIS5_2020 === '24062')
  own[0].properties.T_SEC_NL = 'ANDERS GENOEMD'
  const changed = placesFile('leuven.geojson.gz', gzipSync(JSON.stringify({ ...whole, features: own.slice(0, 117) })))
  expect((await areas(changed, '24062')).json.kept).toMatchObject([{ new: 0, changed: 1, unchanged: 116, gone: 1 }])
  expect((await areasOf('24062')).filter(({ gone_on }) => gone_on !== null)).toHaveLength(1)
  expect((await areas(leuven, '24062')).json.kept).toMatchObject([{ new: 0, changed: 2, unchanged: 116, gone: 0 }])
})

type Feature = { readonly properties: Readonly<Record<string, string>> }

test('areas that do not say in which municipality they lie are refused, until somebody says so', async () => {
  const unknown = await areas(zenne, '23027', '--edition', '2024', '--source', 'Statbel', '--licence', 'CC BY 4.0')
  expect(unknown.json.error).toMatchObject({ code: 'municipality-not-stated' })
  expect(await areasOf('23027')).toEqual([])
  const withoutEdition = await areas(zenne, '23027', '--in', '23027')
  expect(withoutEdition.json.error).toMatchObject({ code: 'edition-not-stated' })
  const withoutSource = await areas(zenne, '23027', '--in', '23027', '--edition', '2024')
  expect(withoutSource.json.error).toMatchObject({ code: 'source-not-stated' })
})

test('GeoPackage and GeoJSON of the same sectors are the same areas', async () => {
  const first = await areas(sectors('statbel-sectors-20220101-brussels-31370.gpkg'), '21004')
  expect(first.json.kept).toMatchObject([{ level: 'sector', edition: '2024', new: 107, gone: 0 }])
  const second = await areas(sectors('statbel-sectors-20220101-brussels-31370.geojson.gz'), '21004')
  expect(second.json.kept).toMatchObject([{ new: 0, gone: 0 }])
  const { crs } = second.json
  expect(crs).toBe('EPSG:31370')
})

test('the districts of the Brussels monitor cross borders: a municipality of Brussels keeps them all, another none', async () => {
  const districts = publishedData('indicators/brussels-wijkmonitoring/brussels-monitoring-districts-31370.gpkg')
  const { json } = await areas(districts, '21004', '--json')
  expect(json.kept).toMatchObject([{ level: 'district', edition: 'fixed', new: 145 }])
  const kept = (await areasOf('21004')).filter(({ level }) => level === 'district')
  expect(new Set(kept.map(({ nis_code }) => nis_code))).toEqual(new Set(['21000']))
  const again = await areas(districts, '21004')
  expect(again.json.kept).toMatchObject([{ new: 0, changed: 0, gone: 0 }])
  const elsewhere = await areas(districts, '24062')
  expect(elsewhere.json.error).toMatchObject({ code: 'nothing-of-municipality' })
})

test('borders that were only come near to are marked so, by the file or by whoever imports', async () => {
  await areas(sectors('DERIVED-approx-sectors-seed-municipalities-31370.geojson.gz'), '31040')
  const kept = await areasOf('31040')
  expect(kept.length).toBeGreaterThan(20)
  expect(kept.some(({ is_approximate }) => is_approximate)).toBe(true)
})

test('the division of the provinces is known by the digits before its codes, in both editions', async () => {
  const newest = await areas(provinces('ggw7.shp.zip'), '24062')
  const older = await areas(provinces('ggw72024.shp.zip'), '24062')
  expect(newest.json.kept).toMatchObject([{ level: 'neighbourhood', edition: '2025', gone: 0 }])
  expect(older.json.kept).toMatchObject([{ level: 'neighbourhood', edition: '2024', gone: 0 }])
  const wijken = (await areasOf('24062')).filter(({ level }) => level === 'neighbourhood')
  expect(
    wijken.every(({ municipality_name, is_approximate }) => municipality_name === 'Leuven' && is_approximate),
  ).toBe(true)
})

test('of a file with several layers the levels that are kept are kept, when their edition is said', async () => {
  const file = publishedData('geo/municipalities/belgium-municipalities-2019.topojson')
  expect((await areas(file, '24062')).json.error).toMatchObject({ code: 'edition-not-stated' })
  const by = ['--edition', '2024', '--source', 'belgium-topojson', '--licence', 'CC0'] as const
  expect((await areas(file, '24062', ...by)).json.kept).toMatchObject([{ level: 'municipality', new: 1 }])
})

test('a file of elsewhere, of levels that are not kept, or with a code twice is refused and leaves nothing', async () => {
  const before = await areasOf('23027')
  expect((await areas(leuven, '23027')).json.error).toMatchObject({
    code: 'nothing-of-municipality',
    message: expect.stringContaining('24011'),
  })
  expect((await areas(provinces('deelgemeente2024.shp.zip'), '23027')).json.error).toMatchObject({
    code: 'no-known-level',
  })
  const doubled = JSON.parse(gunzipSync(readFileSync(leuven)).toString())
  const [one] = doubled.features.filter(({ properties }: Feature) => properties.CNIS5_2020 === '24062')
  doubled.features.push({ ...one, properties: { ...one.properties, T_SEC_NL: 'TWEEDE' } })
  const path = placesFile('dubbel.geojson', '')
  writeFileSync(path, JSON.stringify(doubled))
  expect((await areas(path, '24062')).json.error).toMatchObject({ code: 'doubled', line: 657 })
  expect(await areasOf('23027')).toEqual(before)
})

const by = ['--source', 'een bron', '--licence', 'eigen'] as const
const published = (path: string) => publishedData(path)
test.each<[string, string, readonly string[], object]>([
  [
    'geo/provincies-in-cijfers/gemeente.shp.zip',
    '31040',
    [],
    { kept: [{ level: 'municipality', edition: '2025', new: 1 }] },
  ],
  [
    'geo/provincies-in-cijfers/gemeente2024.shp.zip',
    '31040',
    ['--also', '31003'],
    { kept: [{ edition: '2024', new: 2 }] },
  ],
  [
    'geo/municipalities/be-municip-lambert.geo.json.gz',
    '31040',
    ['--edition', '2018', ...by],
    { crs: 'EPSG:31370', crsStated: false, kept: [{ edition: '2018', new: 1 }] },
  ],
  ['geo/provincies-in-cijfers/kern.shp.zip', '31040', [], { error: { code: 'level-not-stated' } }],
  [
    'indicators/brussels-wijkmonitoring/UrbAdm_StatisticalUnits.gml.gz',
    '21004',
    by,
    { form: 'GML', kept: [{ level: 'district', edition: 'fixed', gone: 0 }] },
  ],
  [
    'indicators/brussels-wijkmonitoring/brussels-districts.geojson',
    '21004',
    by,
    { kept: [{ level: 'district', new: 0, gone: 0 }] },
  ],
])('%s is kept or refused as it should be', async (path, nis, more, expected) => {
  expect((await areas(published(path), nis, ...more)).json).toMatchObject(expected)
})

test('areas that lie kilometres from the addresses of their municipality are refused: north and east were exchanged', async () => {
  const approximate = sectors('DERIVED-approx-sectors-seed-municipalities-31370.geojson.gz')
  const { features, ...collection } = JSON.parse(gunzipSync(readFileSync(approximate)).toString())
  const turned = features.map((feature: { geometry: { coordinates: [number, number][][][] } }) => ({
    ...feature,
    geometry: {
      type: 'MultiPolygon',
      coordinates: feature.geometry.coordinates.map((polygon) =>
        polygon.map((ring) => ring.map(([east, north]) => [north, east])),
      ),
    },
  }))
  const file = placesFile('gedraaid.geojson', JSON.stringify({ ...collection, features: turned }))
  const municipality_id = ids.get('31040') ?? ''
  const door = { municipality_id, nis_code: '31040', postal_code: '8210', edition: '2024' }
  await world.database.owner
    .insertInto('places.address')
    .values(
      Array.from({ length: 120 }, (_, at) => ({
        ...door,
        id: uuidv7(),
        number: String(at + 1),
        x: 60_000 + 80 * at,
        y: 198_500 + 80 * at,
      })),
    )
    .execute()
  const { exitCode, json } = await areas(file, '31040')
  expect(exitCode).toBe(1)
  expect(json.error).toMatchObject({ code: 'lies-elsewhere' })
  expect((await areas(approximate, '31040')).exitCode).toBe(0)
})
