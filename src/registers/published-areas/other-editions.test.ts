import { expect, test } from 'vitest'
import { counted, geoJson, polygon, sector } from '../../../tests/support/files/area-files.ts'
import { placesFile } from '../../../tests/support/files/places-files.ts'
import { square } from '../../../tests/support/files/shapefile-maker.ts'
import { readAreas } from './read-areas.ts'

// The same sectors as other editions, cities and programs publish them.
const area = (properties: object, geometry: unknown = polygon) => ({ type: 'Feature', properties, geometry })
const beside = { naam: 'Centrum', NIS5: '72043' }
const elsewhere = { type: 'Polygon', coordinates: [square(160_000, 170_000, 1_000)] }

async function read(name: string, features: readonly object[], edition?: string) {
  const file = await readAreas(placesFile(name, geoJson(features)), edition)
  const areas = []
  for (const layer of file.layers) for await (const one of layer.areas()) areas.push(one)
  file.close()
  return areas
}

test.each(['CODSEC', 'Sector', 'code_sector', 'CodeSecteur', 'CD_REFNIS_SECTOR', 'stat_sector', 'NISCODE'])(
  'a column that nobody knows, %s, holds the codes of sectors, and not the municipality beside it',
  async (column) => {
    expect(await read('sectoren.geojson', [area({ [column]: '72025A00-', ...beside })])).toMatchObject([
      { code: '72025A00-', level: 'sector', name: 'Centrum', municipality: '72043', edition: undefined },
    ])
  },
)

test('borders to which the population of sectors was joined say their name and municipality as that table does', async () => {
  const joined = { CD_REFNIS: '72043', CD_SECTOR: '72025A00-', TOTAL: 3295, TX_DESCR_SECTOR_NL: 'Centrum' }
  expect(await read('sectoren.geojson', [area(joined)])).toMatchObject([
    { code: '72025A00-', level: 'sector', name: 'Centrum', municipality: '72043' },
  ])
})

test('where two columns hold codes of sectors, whoever imports says which is meant', async () => {
  const both = read('sectoren.geojson', [area({ oud: '72025A00-', nieuw: '72025A00K', ...beside })])
  await expect(both).rejects.toMatchObject({ code: 'header', message: expect.stringContaining('nieuw (72025A00K)') })
})

test('the municipality beside neighbourhoods of a city is not their code', async () => {
  const city = [area({ wijknr: 'a', nis: '44021' }), area({ wijknr: 'b', nis: '44021' }, elsewhere)]
  await expect(read('wijken.geojson', city)).rejects.toMatchObject({
    code: 'header',
    message: expect.stringContaining('wijknr (a), nis (44021). Say which column holds the code'),
  })
  expect(await read('kaart.geojson', [area(beside), area({ ...beside, NIS5: '72037' }, elsewhere)])).toMatchObject([
    { code: '72043', level: 'municipality' },
    { code: '72037', level: 'municipality' },
  ])
})

test.each([
  ['20250101', '2025'],
  ['2025-01-01T00:00:00Z', '2025'],
  ['2025/01/01', '2025'],
  ['01/01/2025', '2025'],
  ['1-1-2024', '2024'],
  [1_735_689_600_000, '2025'],
])('the day of the borders may be written %s: edition %s', async (dt_situation, edition) => {
  const { levels } = await counted('sectoren.geojson', geoJson([sector('21001A00-', polygon, { dt_situation })]))
  expect(levels).toMatchObject([{ level: 'sector', edition }])
})

test('a day of the borders that is none is refused, for the edition stands with every value', async () => {
  const wrong = counted('sectoren.geojson', geoJson([sector('21001A00-', polygon, { dt_situation: 'januari' })]))
  await expect(wrong).rejects.toMatchObject({ code: 'value', line: 1, column: 'dt_situation' })
})

test('without a day of the borders the file of Statbel says it in its name, and whoever imports knows better', async () => {
  const name = 'sh_statbel_statistical_sectors_31370_20250101'
  const inName = geoJson([sector('21001A00K')], { name })
  expect((await counted('x.geojson', inName)).levels).toMatchObject([{ edition: '2025' }])
  expect(await read(`${name}.geojson`, [sector('21001A00K')])).toMatchObject([{ edition: '2025' }])
  expect(await read('x.geojson', [sector('21001A00K')])).toMatchObject([{ edition: '2024' }])
  expect(await read('x.geojson', [sector('21001A00K')], '2025')).toMatchObject([{ edition: '2025' }])
})
