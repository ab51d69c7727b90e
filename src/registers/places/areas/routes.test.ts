import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishedData } from '../../../../tests/support/published-data.ts'
import { type Browser, makeMunicipality, makeStaff, openWorld, type World } from '../../../../tests/support/world.ts'

let world: World
let coordinator: Browser
let colleague: Browser
let visitor: Browser
let stranger: Browser

beforeAll(async () => {
  world = await openWorld()
  const here = await makeMunicipality(world, 'Leuven', '24062')
  const elsewhere = await makeMunicipality(world, 'Elders', '72043')
  coordinator = world.as(await makeStaff(world, here))
  colleague = world.as(await makeStaff(world, here))
  visitor = world.as(await makeStaff(world, here, { role: 'visitor' }))
  stranger = world.as(await makeStaff(world, elsewhere))
})
afterAll(() => world.close())

const leuven = readFileSync(publishedData('geo/sectors/statbel-sectors-20200101-arr-leuven-wgs84.geojson.gz'))

function sent(content: string | Uint8Array | undefined, name: string, over: Record<string, string> = {}): FormData {
  const form = new FormData()
  if (content !== undefined) form.set('file', new File([content as BlobPart], name))
  for (const [key, value] of Object.entries(over)) form.set(key, value)
  return form
}

const send = (browser: Browser, form: FormData) => browser.postFiles('/areas/imports', form)

test('a file of areas is looked at before it is kept, and only by who sent it', async () => {
  expect(await (await coordinator.get('/areas')).text()).toContain('Hier staan nog geen gebieden')
  const answer = await send(coordinator, sent(leuven, 'leuven.geojson.gz'))
  expect(answer.status).toBe(303)
  const path = answer.headers.get('location') ?? ''
  const page = await (await coordinator.get(path)).text()
  for (const words of [
    '656 gebieden gelezen',
    '118',
    'EPSG:4326, zo zegt het bestand',
    'CC BY 4.0',
    'Herent',
    'Rotselaar',
    'Ze liggen in of bij Leuven',
    'herkent u de kaart',
    '<svg class="map"',
  ])
    expect(page).toContain(words)
  expect((await colleague.get(path)).status).toBe(404)
  expect(await world.database.owner.selectFrom('places.area').select('id').execute()).toEqual([])

  const kept = await coordinator.post(`${path}/confirmation`, { neighbours: '24038' })
  expect(kept.status).toBe(303)
  const areas = await world.database.owner.selectFrom('places.area').select('nis_code').execute()
  expect(new Set(areas.map(({ nis_code }) => nis_code))).toEqual(new Set(['24062', '24038']))
  expect((await coordinator.post(`${path}/confirmation`, {})).status).toBe(404)
})

test('everybody who works here sees what is kept, with where it comes from; another municipality sees nothing', async () => {
  const page = await (await visitor.get('/areas?level=sector&edition=2024')).text()
  for (const words of ['Statistische sectoren, indeling 2024', 'zoals gepubliceerd', 'Statbel', 'KLINIEK', '<svg'])
    expect(page).toContain(words)
  expect(page).not.toContain('Gebieden toevoegen')
  expect(await (await stranger.get('/areas')).text()).toContain('Hier staan nog geen gebieden')
})

test('a table between areas is looked at and kept in the same way', async () => {
  const table = 'statsec2024;ggw72024\n24062A001;2406201\n24062A01-;2406201\n11001A00-;1100104\n24062ZZZZ;24062ONB\n'
  const path = (await send(coordinator, sent(table, 'statsec2024_ggw72024.csv'))).headers.get('location') ?? ''
  const page = await (await coordinator.get(path)).text()
  for (const words of ['4 rijen gelezen', '2 verbanden', 'ligt in']) expect(page).toContain(words)
  await coordinator.post(`${path}/confirmation`, {})
  const list = await (await colleague.get('/areas')).text()
  for (const words of ['Wat waarin ligt', 'Wijken, indeling 2024', 'statsec2024_ggw72024.csv'])
    expect(list).toContain(words)
})

test('a file that is not wanted is forgotten', async () => {
  const path = (await send(coordinator, sent(leuven, 'leuven.geojson.gz'))).headers.get('location') ?? ''
  expect((await coordinator.post(`${path}/withdrawal`, {})).status).toBe(303)
  expect((await coordinator.get(path)).status).toBe(404)
})

test('what the file does not say is asked in its own field, and what was typed stays', async () => {
  const own = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { sectorId: '24062A001', sectorName: 'KERN' },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [4.7, 50.87],
              [4.71, 50.87],
              [4.71, 50.88],
              [4.7, 50.87],
            ],
          ],
        },
      },
    ],
  })
  const first = await send(coordinator, sent(own, 'eigen.geojson', { source: 'Stad Leuven' }))
  expect(first.status).toBe(422)
  const page = await first.text()
  expect(page).toContain('Het bestand zegt niet van welke indeling het is')
  expect(page).toContain('value="Stad Leuven"')
  const second = await send(coordinator, sent(own, 'eigen.geojson', { source: 'Stad Leuven', edition: '2024' }))
  expect(await second.text()).toContain('Zeg wie het bestand uitgaf')
  const all = { source: 'Stad Leuven', licence: 'eigen', edition: '2024' }
  expect((await send(coordinator, sent(own, 'eigen.geojson', all))).status).toBe(303)
  expect(await (await send(coordinator, sent(undefined, ''))).text()).toContain('Kies een bestand.')
  expect(await (await send(coordinator, sent(own, 'e.geojson', { saidNisCode: 'Leuven' }))).text()).toContain(
    'NIS-code van vijf cijfers',
  )
})

test('a refused file says where and why, in words', async () => {
  const answer = await send(coordinator, sent(leuven.subarray(0, 40_000), 'leuven.geojson.gz'))
  expect(answer.status).toBe(422)
  const page = await answer.text()
  for (const words of ['Er is niets veranderd', 'Het bestand is afgebroken', 'leuven.geojson.gz'])
    expect(page).toContain(words)
})

test('a visitor brings nothing in', async () => {
  expect((await visitor.get('/areas/new')).status).toBe(403)
  expect((await send(visitor, sent(leuven, 'leuven.geojson.gz'))).status).toBe(403)
})

const wijken = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { wijknr: 3, wijk: 'Kessel-Lo' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [174_000, 174_000],
            [174_000, 176_000],
            [176_000, 176_000],
            [174_000, 174_000],
          ],
        ],
      },
    },
  ],
})

test('of a file with columns of its own one says which holds the code, and sees them first', async () => {
  const said = { saidNisCode: '24062', edition: '2025', source: 'Stad Leuven', licence: 'CC0' }
  const unknown = await send(coordinator, sent(wijken, 'wijken.geojson', said))
  expect(unknown.status).toBe(422)
  const page = await unknown.text()
  expect(page).toContain('Zeg hieronder welke kolom de code bevat.')
  expect(page).toContain('wijk (Kessel-Lo)')
  const columns = { codeColumn: 'wijknr', columnLevel: 'neighbourhood', nameColumn: 'wijk' }
  const answer = await send(coordinator, sent(wijken, 'wijken.geojson', { ...said, ...columns }))
  expect(answer.status).toBe(303)
  const path = answer.headers.get('location') ?? ''
  expect((await coordinator.post(`${path}/confirmation`, {})).status).toBe(303)
  const [area] = await world.database.owner
    .selectFrom('places.area')
    .select(['level', 'edition', 'code', 'name', 'nis_code'])
    .where('name', '=', 'Kessel-Lo')
    .execute()
  expect(area).toEqual({ level: 'neighbourhood', edition: '2025', code: '3', name: 'Kessel-Lo', nis_code: '24062' })
})

test('a border that crosses itself is said with the name of its area before it is kept, and so where the areas lie', async () => {
  const bowTie = [
    [5.42, 51.22],
    [5.44, 51.24],
    [5.44, 51.22],
    [5.42, 51.235],
    [5.42, 51.22],
  ]
  const wijk = {
    type: 'Feature',
    properties: { wijkcode: '72043W01', naam: 'Boseind' },
    geometry: { type: 'Polygon', coordinates: [bowTie] },
  }
  const said = {
    codeColumn: 'wijkcode',
    nameColumn: 'naam',
    saidNisCode: '72043',
    edition: '2025',
    source: 'Gemeente',
    licence: 'CC0',
  }
  const content = JSON.stringify({ type: 'FeatureCollection', features: [wijk] })
  const answer = await send(stranger, sent(content, 'wijken.geojson', said))
  const page = await (await stranger.get(answer.headers.get('location') ?? '')).text()
  for (const words of ['1 grens kruist zichzelf', 'Boseind (72043W01)', 'km ten noorden van Hasselt'])
    expect(page).toContain(words)
})
