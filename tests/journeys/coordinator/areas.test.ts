import { expect, test } from 'vitest'
import { netegemId } from '../../../src/demo/netegem.ts'
import { journeyInNetegem } from '../support/journey.ts'

const journey = journeyInNetegem()

test('sectors are brought in without script: looked at, kept with the neighbour’s, and each door lies in one', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.follows('Buurten')
  await sofie.arrivesAt('Buurten')
  await sofie.follows('Bekijk de sectoren en wijken die er zijn')
  await sofie.arrivesAt('Sectoren en wijken')
  await sofie.follows('Gebieden toevoegen')
  await sofie.arrivesAt('Gebieden toevoegen')
  await sofie.page.getByLabel('Bestand').setInputFiles(file('verslag.txt', 'geen;tabel\n1;2\n'))
  await sofie.presses('Bekijk wat erin staat')
  await sofie.reads('Dit bestand kan zo niet bewaard worden. Er is niets veranderd.')
  await sofie.reads(/We vinden geen kolom met codes die we kennen/)
  await sofie.page.getByLabel('Bestand').setInputFiles(file('sectoren.geojson', await sectors()))
  await sofie.presses('Bekijk wat erin staat')
  await sofie.arrivesAt('Bekijk wat erin staat')
  await sofie.reads('3 gebieden gelezen, waarvan 2 van uw gemeente.')
  await sofie.page.getByRole('checkbox', { name: 'Buurgem (1 gebied)' }).check()
  await sofie.presses('Bewaren')
  await sofie.reads('De gebieden zijn bewaard.')
  await sofie.arrivesAt('Sectoren en wijken')
  const row = sofie.page.getByRole('row').filter({ hasText: 'Statistische sectoren, indeling 2025' }).first()
  expect(await row.getByRole('cell').allInnerTexts()).toEqual(
    expect.arrayContaining(['3', 'zoals gepubliceerd', '984']),
  )
  await sofie.page.getByText('Toon de gebieden als tabel').click()
  await sofie.page.getByRole('rowheader', { name: 'GRENS' }).waitFor()
})

const file = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })

/** Two sectors that halve Netegem, and one beside it across the border; in Lambert 72 metres, as Statbel writes them. */
async function sectors(): Promise<string> {
  const { owner } = journey.server.world.database
  const { left, right, low, high } = await owner
    .selectFrom('places.area')
    .select(({ fn }) => [
      fn.min('min_x').as('left'),
      fn.max('max_x').as('right'),
      fn.min('min_y').as('low'),
      fn.max('max_y').as('high'),
    ])
    .where('municipality_id', '=', netegemId)
    .executeTakeFirstOrThrow()
  const [west, east, south, north] = [Number(left), Number(right), Number(low), Number(high)]
  const middle = (west + east) / 2
  const made = [
    sector('99999A00K', 'WEST', '99999', 'Netegem', [west, middle, south, north]),
    sector('99999A01K', 'OOST', '99999', 'Netegem', [middle, east, south, north]),
    sector('99998A00K', 'GRENS', '99998', 'Buurgem', [east, east + 1000, south, north]),
  ]
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::31370' } }
  return JSON.stringify({ type: 'FeatureCollection', crs, features: made })
}

type Box = readonly [west: number, east: number, south: number, north: number]

function sector(code: string, name: string, nis: string, municipality: string, [west, east, south, north]: Box) {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return {
    type: 'Feature',
    properties: { CS01012025: code, T_SEC_NL: name, CNIS5_2025: nis, T_MUN_NL: municipality },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }
}
