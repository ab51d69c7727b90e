import { afterAll, beforeAll, expect, test } from 'vitest'
import { meernet } from '../../../../tests/support/command-line.ts'
import {
  addressTable,
  areasZip,
  importPlacesFrom,
  municipalityIn,
  placesFile,
} from '../../../../tests/support/files/places-files.ts'
import { square } from '../../../../tests/support/files/shapefile-maker.ts'
import { openWorld, type World } from '../../../../tests/support/world.ts'

let world: World
let municipality: string

const wijk = areasZip({ geoitem: '71001W01', naam: 'Al (Proefgem)', rings: [square(200_000, 200_000, 3000)] })
const row = (number: number, x: number, sector: string) => `71001;Proefgem;3990;A;${number};${x};200100;${sector}`
/** The address lists say of the door at 100 that it is in the eastern sector; the borders say otherwise. */
const doors = [row(1, 200_100, '71001A01-'), row(2, 200_200, '71001A00-'), row(3, 201_500, '71001A01-')]

beforeAll(async () => {
  world = await openWorld()
  municipality = municipalityIn(await importPlacesFrom(world, '71001', wijk, addressTable(...doors)))
})
afterAll(() => world.close())

const sectors = (approximation?: string) =>
  placesFile(
    'sectoren.geojson',
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        ['71001A00-', 200_000],
        ['71001A01-', 201_000],
      ].map(([code, x]) => ({
        type: 'Feature',
        properties: { cd_sector: code, tx_sector_descr_nl: code, cd_munty_refnis: '71001', approximation },
        geometry: { type: 'Polygon', coordinates: [square(Number(x), 200_000, 1000)] },
      })),
    }),
  )

const importSectors = (...args: Parameters<typeof sectors>) =>
  meernet(world, 'import', 'areas', sectors(...args), '--municipality', '71001', '--json')

async function placed(): Promise<readonly string[]> {
  const rows = await world.database.owner
    .selectFrom('places.placement as p')
    .innerJoin('places.area as a', (join) =>
      join.onRef('a.municipality_id', '=', 'p.municipality_id').onRef('a.id', '=', 'p.area_id'),
    )
    .innerJoin('places.address as d', (join) =>
      join.onRef('d.municipality_id', '=', 'p.municipality_id').onRef('d.id', '=', 'p.address_id'),
    )
    .select(['a.code', 'd.number'])
    .where('a.level', '=', 'sector')
    .where('p.municipality_id', '=', municipality)
    .orderBy('d.number')
    .execute()
  return rows.map(({ code, number }) => `${number} ${code}`)
}

test('addresses lie in the sector whose borders are around them', async () => {
  expect((await importSectors()).json.kept).toMatchObject([{ new: 2, doors: 3 }])
  expect(await placed()).toEqual(['1 71001A00-', '2 71001A00-', '3 71001A01-'])
})

test('borders that were only come near to place nobody: the sector published with the address does', async () => {
  expect((await importSectors('voronoi')).json.kept).toMatchObject([{ changed: 2, doors: 3 }])
  expect(await placed()).toEqual(['1 71001A01-', '2 71001A00-', '3 71001A01-'])
})

test('codes of another edition place nobody', async () => {
  const others = addressTable(...['X', 'Y', 'Z'].map((letter, at) => row(at + 1, 200_100 + at, `71001${letter}99-`)))
  await importPlacesFrom(world, '71001', wijk, others)
  expect(await placed()).toEqual([])
})

test('addresses that came later, or moved, are placed too', async () => {
  await importSectors()
  await importPlacesFrom(world, '71001', wijk, addressTable(...doors, row(4, 201_700, '71001A01-')))
  expect(await placed()).toEqual(['1 71001A00-', '2 71001A00-', '3 71001A01-', '4 71001A01-'])
})

test('neighbourhoods say out of which file they come', async () => {
  const sources = await world.database.owner
    .selectFrom('places.area_source')
    .select(['file_name', 'licence', 'form'])
    .where('form', '=', 'shapefile')
    .execute()
  expect(sources).toHaveLength(1)
  expect(sources[0]?.licence).toContain('modellicentie')
})
