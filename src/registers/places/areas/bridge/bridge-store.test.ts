import { afterAll, beforeAll, expect, test } from 'vitest'
import { meernet } from '../../../../../tests/support/command-line.ts'
import {
  addressTable,
  areasZip,
  importPlacesFrom,
  municipalityIn,
  placesFile,
} from '../../../../../tests/support/files/places-files.ts'
import { square } from '../../../../../tests/support/files/shapefile-maker.ts'
import { openWorld, type World } from '../../../../../tests/support/world.ts'
import { systemActor } from '../../../../platform/access/actor.ts'
import { bridgeBetween, type EditionsOf } from './bridge-store.ts'

let world: World
let municipality: string
const by = ['--municipality', '71001', '--source', 'Proefgem', '--licence', 'eigen', '--json']

beforeAll(async () => {
  world = await openWorld()
  const places = await importPlacesFrom(
    world,
    '71001',
    areasZip({ geoitem: '71001W01', naam: 'Al (Proefgem)', rings: [square(200_000, 200_000, 3000)] }),
    addressTable(
      // Old sector A00- was cut in two, A01- stayed whole, A02- has no doors.
      ...['100', '200', '300'].map(
        (x, at) => `71001;Proefgem;3990;A;${at + 1};${200_000 + Number(x)};200100;71001A00-`,
      ),
      '71001;Proefgem;3990;A;9;201500;200100;71001A00-',
      '71001;Proefgem;3990;B;1;201600;200200;71001A01-',
      '71001;Proefgem;3990;B;2;201700;200300;71001A01-',
    ),
  )
  municipality = municipalityIn(places)
  await sectors(
    'oud',
    '2024',
    ['71001A00-', '71001A01-', '71001A02-', '71001A03-'].map((code) => `${code};OUD;71001`),
  )
  const drawn = placesFile(
    'nieuw.geojson',
    JSON.stringify({
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::31370' } },
      features: [
        ['71001A10K', 200_000],
        ['71001A11K', 201_000],
        ['71001A02-', 202_000],
      ].map(([code, x]) => ({
        type: 'Feature',
        properties: { CS01012025: code, T_SEC_NL: 'NIEUW', CNIS5_2025: '71001' },
        geometry: { type: 'Polygon', coordinates: [square(Number(x), 200_000, 1000)] },
      })),
    }),
  )
  expect((await meernet(world, 'import', 'areas', drawn, ...by)).json).toMatchObject({
    kept: [{ level: 'sector', edition: '2025', new: 3, doors: 6 }],
  })
})
afterAll(() => world.close())

async function sectors(name: string, edition: string, rows: readonly string[]) {
  const path = placesFile(`${name}.csv`, `sector;sectornaam;nis\n${rows.join('\n')}\n`)
  const done = await meernet(world, 'import', 'areas', path, ...by, '--edition', edition)
  expect(done.json).toMatchObject({ sectors: [{ edition, new: rows.length }] })
}

const between = (editions: EditionsOf) =>
  world.app.transact(systemActor(municipality, 'test'), async (tx) => (await bridgeBetween(tx, editions)).ways)

test('doors lead from the sectors published with addresses to the sectors in whose borders they lie', async () => {
  expect(await between({ level: 'sector', from: '2024', to: '2025' })).toEqual([
    { from: '71001A00-', to: '71001A10K', share: 0.75, quality: 'approximate' },
    { from: '71001A00-', to: '71001A11K', share: 0.25, quality: 'approximate' },
    { from: '71001A01-', to: '71001A11K', share: 1, quality: 'exact' },
    // Without doors, the code that stayed; A03- leads nowhere.
    { from: '71001A02-', to: '71001A02-', share: 1, quality: 'approximate' },
  ])
})

test('back from the newer edition the same doors lead', async () => {
  const back = await between({ level: 'sector', from: '2025', to: '2024' })
  expect(back.find(({ from }) => from === '71001A10K')).toEqual({
    from: '71001A10K',
    to: '71001A00-',
    share: 1,
    quality: 'exact',
  })
  expect(back.filter(({ from }) => from === '71001A11K').map(({ share }) => share)).toEqual([1 / 3, 2 / 3])
})

test('an edition that is not kept has no bridge, and none is needed within one', async () => {
  expect(await between({ level: 'sector', from: '2024', to: '2031' })).toEqual([])
  expect(await between({ level: 'sector', from: '2025', to: '2025' })).toEqual([])
})
