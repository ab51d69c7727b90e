import { afterAll, beforeAll, expect, test } from 'vitest'
import { meernet } from '../../../../../tests/support/command-line.ts'
import { placesFile } from '../../../../../tests/support/files/places-files.ts'
import { publishedData } from '../../../../../tests/support/published-data.ts'
import { makeMunicipality, openWorld, type World } from '../../../../../tests/support/world.ts'

let world: World
const ids = new Map<string, string>()
beforeAll(async () => {
  world = await openWorld()
  for (const [name, nis] of municipalities) ids.set(nis, (await makeMunicipality(world, name, nis)).id)
})
afterAll(() => world.close())

const municipalities = [
  ['Pelt', '72043'],
  ['Tongeren-Borgloon', '73111'],
  ['Brussel', '21004'],
  ['Halle', '23027'],
  ['Proefgem', '99998'],
] as const

const table = (path: string, nis: string, ...more: readonly string[]) =>
  meernet(world, 'import', 'area-tables', path, '--municipality', nis, '--json', ...more)
const provinces = (file: string) => publishedData(`geo/provincies-in-cijfers/${file}`)
const statbel = publishedData('geo/sectors/statbel-sectors-20220101-belgium-table.csv.gz')
const kept = (nis: string) =>
  world.database.owner
    .selectFrom('places.area_membership')
    .selectAll()
    .where('municipality_id', '=', ids.get(nis) ?? '')
    .orderBy('from_code')
    .execute()

test('which sector lies in which neighbourhood is kept of one’s own municipality, and again changes nothing', async () => {
  const first = await table(provinces('statsec_ggw7.xlsx'), '72043')
  expect(first.json).toMatchObject({
    rows: 10_902,
    notLocalisable: 308,
    memberships: [{ kind: 'partOf', from: 'sector 2025', to: 'neighbourhood 2025', new: 38 }],
  })
  const before = await kept('72043')
  expect(before[0]).toMatchObject({ from_code: '72025A00K', share: 1, quality: 'exact', nis_code: '72043' })
  const again = await table(provinces('statsec_ggw7.xlsx'), '72043')
  expect(again.json.memberships).toMatchObject([{ new: 0, changed: 0, unchanged: 38, gone: 0 }])
  expect(await kept('72043')).toEqual(before)
})

test('sectors stand with their names where no border of them is known', async () => {
  const { json } = await table(provinces('kerntabel.xlsx'), '72043')
  expect(json).toMatchObject({
    columns: [
      { heading: 'statsec', level: 'sector', edition: '2025' },
      { heading: 'gemeente', level: 'municipality', edition: '2025' },
    ],
    sectors: [{ level: 'sector', edition: '2025', new: 38 }],
  })
  const areas = await world.database.owner.selectFrom('places.area').selectAll().orderBy('code').execute()
  expect(areas[0]).toMatchObject({ code: '72025A00K', name: 'Centrum Neerpelt', nis_code: '72043', geometry: null })
  const names = await table(provinces('statsec.xlsx'), '72043')
  expect(names.json).toMatchObject({ sectors: [{ edition: '2025', unchanged: 38, new: 0, gone: 0 }] })
})

test('municipalities that merged are found under their earlier codes, and a table says what became of them', async () => {
  const sectors = await table(statbel, '73111')
  expect(sectors.json.sectors).toMatchObject([{ edition: '2024', new: 109 }])
  const merged = await table(provinces('gemeente2024_gemeente.xlsx'), '73111')
  expect(merged.json.memberships).toMatchObject([{ kind: 'becomes', new: 2 }])
  const became = (await kept('73111')).filter(({ kind }) => kind === 'becomes')
  expect(became.map(({ from_code, to_code }) => `${from_code} ${to_code}`)).toEqual(['73009 73111', '73083 73111'])
})

test('of a table of the whole country before the mergers, the municipalities in it tell the edition', async () => {
  const { json } = await table(provinces('deelgemeenten_belgie.csv.gz'), '21004')
  expect(json.columns).toEqual([
    { heading: 'statsec', level: 'sector', edition: '2024' },
    { heading: 'gemeente', level: 'municipality', edition: '2018' },
  ])
})

test('a wide table gives all that its columns say together', async () => {
  const { json } = await table(provinces('verwerkt_alle_gebiedsniveaus2024.xlsx'), '73111')
  expect(json.memberships).toMatchObject([
    { kind: 'partOf', from: 'neighbourhood 2024', to: 'municipality 2024', new: 38 },
    { kind: 'partOf', from: 'sector 2019', to: 'neighbourhood 2024' },
    { kind: 'partOf', from: 'sector 2024', to: 'municipality 2024' },
    { kind: 'partOf', from: 'sector 2024', to: 'neighbourhood 2024' },
    { kind: 'becomes', from: 'municipality 2018', to: 'municipality 2024', new: 2 },
    { kind: 'becomes', from: 'municipality 2024', to: 'municipality 2025', unchanged: 2 },
    { kind: 'becomes', from: 'sector 2019', to: 'sector 2024' },
  ])
})

test('districts of Brussels find their municipality through a table, and lie in the region without one', async () => {
  const borders = publishedData('indicators/brussels-wijkmonitoring/brussels-monitoring-districts-31370.gpkg')
  const districts = async () =>
    (await meernet(world, 'import', 'areas', borders, '--municipality', '21004', '--json')).json
  expect((await districts()).kept).toMatchObject([{ level: 'district', edition: 'fixed', new: 145 }])
  await table(statbel, '21004')
  expect((await districts()).kept).toMatchObject([{ level: 'district', edition: 'fixed', new: 0, changed: 35 }])
})

test('areas that do not say their municipality find it in the table of sectors', async () => {
  await table(statbel, '23027')
  const zenne = publishedData('geo/sectors/statbel-sectors-20240101-zennevallei-wgs84.geojson')
  const by = ['--edition', '2024', '--source', 'Statbel', '--licence', 'CC BY 4.0']
  const { json } = await meernet(world, 'import', 'areas', zenne, '--municipality', '23027', '--json', ...by)
  expect(json).toMatchObject({ kept: [{ level: 'sector', new: 0, changed: 41 }], passedOver: [{ unplaced: 113 }] })
})

test('a table of another municipality or year is read by what its headings are called', async () => {
  const own = placesFile('wijken.csv', 'sector;sectornaam;wijk\n99998A00-;KERN;CENTRUM\n99998A01-;RAND;CENTRUM\n')
  const by = ['--source', 'Proefgem', '--licence', 'eigen']
  expect((await table(own, '99998', ...by, '--in', '99998')).json.error).toMatchObject({ code: 'edition-not-stated' })
  expect((await table(own, '99998', '--edition', '2025', '--in', '99998')).json.error).toMatchObject({
    code: 'source-not-stated',
  })
  expect((await table(own, '99998', ...by, '--edition', '2025')).json.error).toMatchObject({
    code: 'municipality-not-stated',
  })
  const { json } = await table(own, '99998', ...by, '--edition', '2025', '--in', '99998')
  expect(json).toMatchObject({ memberships: [{ from: 'sector 2025', to: 'neighbourhood 2025', new: 2 }] })
  // A corrected table: one row less, one changed.
  const newer = placesFile('wijken.csv', 'sector;sectornaam;wijk\n99998A00-;KERN;NOORD\n')
  expect((await table(newer, '99998', ...by, '--edition', '2025', '--in', '99998')).json).toMatchObject({
    memberships: [{ new: 1, changed: 0, unchanged: 0, gone: 2 }],
    sectors: [{ unchanged: 1, gone: 1 }],
  })
})

const header = 'statsec;ggw7'
test.each([
  ['has other columns', 'gemeente;elz\n72043;elz1\n', { code: 'header', line: 1 }],
  [
    'has a code that a spreadsheet made a number',
    `${header}\n72025A00-;72043W01\n1,1002E+126;11002W01\n`,
    { code: 'value', line: 3, column: 'statsec', message: expect.stringContaining('spreadsheet') },
  ],
  ['has a code that is none', `${header}\n72025;72043W01\n`, { code: 'value', line: 2, column: 'statsec' }],
  ['is of elsewhere', `${header}\n11001A00-;11001W01\n`, { code: 'nothing-of-municipality' }],
] as const)('a table that %s is refused and changes nothing', async (_what, text, expected) => {
  const before = await kept('72043')
  expect((await table(placesFile('tabel.csv', text), '72043')).json.error).toMatchObject(expected)
  expect(await kept('72043')).toEqual(before)
})

test('a table is only read in a dry run, without a database', async () => {
  const { json } = await meernet(world, 'import', 'areas', statbel, '--dry-run', '--json')
  expect(json).toMatchObject({ dryRun: true, form: 'table', rows: 19_795 })
})
