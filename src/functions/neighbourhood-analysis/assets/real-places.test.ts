import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { meernet } from '../../../../tests/support/command-line.ts'
import { publishedData } from '../../../../tests/support/published-data.ts'
import { makeStaff, openWorld, type TestMunicipality, type World } from '../../../../tests/support/world.ts'

const points = 'facilities/osm-2015-poi-seed-municipalities.geojson.gz'

let world: World
let pelt: TestMunicipality

beforeAll(async () => {
  world = await openWorld()
  const places = await meernet(
    world,
    ...['import', 'places', '--municipality', '72043', '--json'],
    ...['--neighbourhoods', publishedData('geo/provincies-in-cijfers/ggw7.shp.zip'), '--edition', '2025'],
    ...['--addresses', publishedData('population/best-addresses-seed-municipalities.csv.gz')],
  )
  expect(places.err).toBe('')
  const { id } = places.json.municipality as { id: string }
  pelt = { id, slug: 'pelt', municipalityZone: '', ocmwZone: '' }
})
afterAll(() => world.close())

test('of the points of nineteen municipalities Pelt keeps those in its own neighbourhoods', async () => {
  const { id: zoneId } = await world.database.owner
    .selectFrom('municipalities.data_zone')
    .select('id')
    .where('municipality_id', '=', pelt.id)
    .where('kind', '=', 'municipality')
    .executeTakeFirstOrThrow()
  const worker = world.as(await makeStaff(world, pelt, { role: 'communityWorker', zoneId }))
  const form = new FormData()
  form.set('retrievedOn', '2026-11-20')
  form.set('file', new File([readFileSync(publishedData(points))], 'points.geojson.gz'))
  const path = (await worker.postFiles('/analysis/places/imports', form)).headers.get('location') ?? ''
  const choice = await (await worker.get(path)).text()
  expect(choice).toContain('Halte of station')
  expect(choice).toMatch(/\d+ plekken liggen elders/)
  expect((await worker.post(`${path}/confirmation`, { types: ['pharmacy', 'transitStop'] })).status).toBe(303)
  const page = await (await worker.get('/analysis/places?type=transitStop')).text()
  const kept = Number(page.match(/(\d+) plekken en mensen/)?.[1])
  // The borders of neighbourhoods are simplified: some stops at the border fall on the other side.
  expect(Math.abs(kept - stopsOf('72043'))).toBeLessThanOrEqual(8)
  expect(page).toContain('OpenStreetMap-bijdragers')
})

/** Stops that the file itself places in a municipality. */
function stopsOf(nisCode: string): number {
  type Feature = { readonly properties: { readonly type: string; readonly nis: string } }
  const { features } = JSON.parse(gunzipSync(readFileSync(publishedData(points))).toString()) as { features: Feature[] }
  const stops = ['bus_stop', 'tram_stop', 'station', 'halt']
  return features.filter(({ properties: { type, nis } }) => nis === nisCode && stops.includes(type)).length
}
