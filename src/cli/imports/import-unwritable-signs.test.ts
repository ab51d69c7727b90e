import { afterAll, beforeAll, expect, test } from 'vitest'
import { meernet } from '../../../tests/support/command-line.ts'
import { geoJson, ring, sector } from '../../../tests/support/files/area-files.ts'
import { figureFile } from '../../../tests/support/files/figure-files.ts'
import { placesFile } from '../../../tests/support/files/places-files.ts'
import { shapefileOf, zipOf } from '../../../tests/support/files/shapefile-maker.ts'
import { makeMunicipality, openWorld, type World } from '../../../tests/support/world.ts'

// A database keeps no NUL, and damaged files hold it: in a row far below, or behind an escape of JSON.
let world: World
beforeAll(async () => {
  world = await openWorld()
  await makeMunicipality(world, 'Anderlecht', '21001')
})
afterAll(() => world.close())

const header = 'CD_REFNIS|CD_SECTOR|TOTAL|TX_DESCR_SECTOR_NL'
const rows = Array.from({ length: 90 }, (_, at) => `21001|21001A${String(at).padStart(2, '0')}-|5|${'x'.repeat(40)}`)

test('a text with a NUL in a name far below is refused with its line', async () => {
  const path = figureFile('bevolking_2023.txt', `${[header, ...rows, '21001|21001B00-|5|do\0rp'].join('\n')}\n`)
  const { json, exitCode } = await meernet(world, 'import', 'indicators', path, '--municipality', '21001', '--json')
  expect(exitCode).toBe(1)
  expect(json).toMatchObject({ error: { code: 'file-damaged', line: 92 } })
})

test('areas with a NUL in a name are refused with their place', async () => {
  const path = placesFile(
    'sectoren.geojson',
    geoJson([sector('21001A00-', undefined, { tx_sector_descr_nl: 'do\0rp' })]),
  )
  const { json, exitCode } = await meernet(
    world,
    'import',
    'areas',
    path,
    '--municipality',
    '21001',
    '--edition',
    '2024',
    '--json',
  )
  expect(exitCode).toBe(1)
  expect(json).toMatchObject({ error: { code: 'value', line: 1 } })
})

test('facts in JSON with a NUL in a name are refused with their line', async () => {
  const facts = [5, 6].map((n) => ({
    CD_REFNIS: '21001',
    CD_SECTOR: `21001A0${n}-`,
    TOTAL: n,
    TX_DESCR_SECTOR_NL: n === 6 ? 'do\0rp' : 'dorp',
  }))
  const path = figureFile('bevolking_2023.json', JSON.stringify(facts))
  const { json } = await meernet(world, 'import', 'indicators', path, '--municipality', '21001', '--json')
  expect(json).toMatchObject({ error: { code: 'file-damaged', line: 3 } })
})

test('a shapefile of which the fields are filled up with NULs is read as one with spaces', async () => {
  const parts = shapefileOf([{ geoitem: '21001W01', naam: 'Dorp', rings: [ring] }])
  const table = Buffer.from(
    (parts['wijken.dbf'] ?? Buffer.alloc(0))
      .toString('latin1')
      .replaceAll(/(?<=W01|Dorp) +/g, (spaces) => '\0'.repeat(spaces.length)),
    'latin1',
  )
  const path = placesFile('wijken.zip', zipOf({ ...parts, 'wijken.dbf': table }))
  const { json } = await meernet(
    world,
    'import',
    'areas',
    path,
    '--municipality',
    '21001',
    '--in',
    '21001',
    '--code',
    'geoitem',
    '--name',
    'naam',
    '--edition',
    '2025',
    '--source',
    'x',
    '--licence',
    'y',
    '--json',
  )
  expect(json).toMatchObject({ kept: [{ level: 'neighbourhood', new: 1 }] })
  const [area] = await world.database.owner.selectFrom('places.area').selectAll().execute()
  expect(area).toMatchObject({ code: '21001W01', name: 'Dorp' })
})
