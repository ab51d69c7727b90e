import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Browser,
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { type Role, roles, systemActor } from '../../../platform/access/actor.ts'
import { assetsOf } from './assets-of.ts'

let world: World
let here: TestMunicipality
let worker: Browser
let visitor: Browser
const neighbourhoodId = uuidv7()

/** A square kilometre around the church of Pelt, in Lambert 72 metres. */
const square = [
  [
    [
      [223_000, 212_500],
      [224_000, 212_500],
      [224_000, 213_500],
      [223_000, 213_500],
      [223_000, 212_500],
    ],
  ],
]

beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  worker = await asRole('communityWorker')
  visitor = await asRole('visitor')
  await world.database.owner
    .insertInto('places.area')
    .values({
      municipality_id: here.id,
      id: neighbourhoodId,
      origin: 'imported',
      edition: '2025',
      code: '72043W01',
      nis_code: '72043',
      municipality_name: 'Pelt',
      name: 'Molenwijk',
      geometry: JSON.stringify(square),
      ...{ min_x: 223_000, min_y: 212_500, max_x: 224_000, max_y: 213_500 },
      is_approximate: false,
    })
    .execute()
})
afterAll(() => world.close())

const asRole = async (role: Role) => world.as(await makeStaff(world, here, { role }))
const pageOf = async (who: Browser, path = '/analysis/places?type=all') => (await who.get(path)).text()
const place = (over: Record<string, string> = {}) => ({
  id: uuidv7(),
  kind: 'place',
  name: 'Buurthuis De Brug',
  placeType: 'communityCentre',
  neighbourhoodId,
  isFree: 'yes',
  isAccessible: 'unknown',
  openingHours: 'dinsdag 14–17 u.',
  languages: 'tr',
  ...over,
})

test.each(roles)('who sees what a neighbourhood has, and who keeps it (chapter 16): %s', async (role) => {
  const writes: readonly Role[] = ['communityWorker', 'coordinator', 'partnerCoordinator']
  const somebody = await asRole(role)
  expect((await somebody.post('/analysis/places', place())).status).toBe(writes.includes(role) ? 303 : 403)
  const page = await somebody.get('/analysis/places')
  expect(page.status).toBe(200)
  const text = await page.text()
  for (const beside of ['/analysis/findings', '/analysis/walks', '/analysis/heard'])
    expect([beside, text.includes(`href="${beside}"`)]).toEqual([beside, (await somebody.get(beside)).status === 200])
})

describe('what a neighbourhood has', () => {
  test('a place says what visitors ask: free, open, in which languages', async () => {
    await worker.post('/analysis/places', place({ name: 'Huis van de buurt' }))
    const page = await pageOf(visitor, '/analysis/places?q=HUIS%20van')
    for (const words of ['Huis van de buurt', 'gratis', 'dinsdag 14–17 u.', 'Turks', 'Molenwijk'])
      expect(page).toContain(words)
    expect(page).not.toContain('niet voor iedereen')
  })

  test('P12 somebody is told by what they do, never by name', async () => {
    const person = { id: uuidv7(), kind: 'keyPerson', neighbourhoodId }
    const named = await worker.post('/analysis/places', { ...person, name: 'Bakker en trainer Karim El Amrani' })
    expect(named.status).toBe(422)
    expect(await named.text()).toContain('lijkt op een naam')
    expect((await worker.post('/analysis/places', { ...person, name: 'uitbater van de bakkerij' })).status).toBe(303)
    expect(await pageOf(visitor)).toContain('Uitbater van de bakkerij')
    const nowhere = await worker.post('/analysis/places', {
      ...person,
      id: uuidv7(),
      neighbourhoodId: '',
      name: 'kapper',
    })
    expect(nowhere.status).toBe(422)
  })

  test('a person is no dot on the map, whatever is sent along', async () => {
    const id = uuidv7()
    await worker.post('/analysis/places', {
      id,
      kind: 'keyPerson',
      name: 'postbode',
      neighbourhoodId,
      address: 'Kerkplein 1',
    })
    const row = await world.database.owner
      .selectFrom('analysis.asset')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ x: null, address: null })
  })

  test('a place lies where its address is: at that door, and nowhere when the address becomes one that nobody knows', async () => {
    const [streetId, own] = [uuidv7(), { municipality_id: here.id, nis_code: '72043', postal_code: '3910' }]
    const { owner } = world.database
    await owner
      .insertInto('places.street')
      .values({ ...own, id: streetId, name: 'Kapelstraat' })
      .execute()
    const door = { ...own, street_id: streetId, edition: '2025', y: 213_000 }
    await owner
      .insertInto('places.address')
      .values([
        { ...door, id: uuidv7(), number: '3', x: 223_100 },
        { ...door, id: uuidv7(), number: '31', x: 223_900 },
      ])
      .execute()
    const id = uuidv7()
    const spotWith = async (address: string, version: string) => {
      const sent = version === '' ? place({ id, address }) : { ...place({ address }), version }
      expect((await worker.post(`/analysis/places${version && `/${id}`}`, sent)).status).toBe(303)
      const row = await owner.selectFrom('analysis.asset').select('x').where('id', '=', id).executeTakeFirstOrThrow()
      return row.x
    }
    expect(await spotWith('Kapelstraat 3, 3910 Pelt', '')).toBe(223_100)
    expect(await spotWith('kapelstraat 31', '1')).toBe(223_900)
    expect(await spotWith('Kapelstraat 4', '2')).toBeNull()
    expect(await spotWith('Kapelstraat 3', '3')).toBe(223_100)
    expect(await spotWith('Kapellestraat 3', '4')).toBeNull()
  })

  test('an organisation keeps its name in its own register', async () => {
    const organisationId = uuidv7()
    await world.database.owner
      .insertInto('organisations.organisation')
      .values({ municipality_id: here.id, id: organisationId, name: 'Fanfare Sint-Cecilia' })
      .execute()
    expect(
      (await worker.post('/analysis/places', { id: uuidv7(), kind: 'organisation', organisationId, neighbourhoodId }))
        .status,
    ).toBe(303)
    const page = await pageOf(visitor, '/analysis/places?kind=organisation')
    expect(page).toContain('Fanfare Sint-Cecilia')
    expect(page).toContain(`/organisations/${organisationId}`)
  })

  test('what is not in the register, or lies nowhere, is asked again', async () => {
    const unknown = { id: uuidv7(), neighbourhoodId, organisationId: uuidv7(), serviceId: uuidv7() }
    for (const kind of ['organisation', 'service'])
      expect((await worker.post('/analysis/places', { ...unknown, kind })).status).toBe(422)
    expect((await worker.post('/analysis/places', place({ neighbourhoodId: uuidv7() }))).status).toBe(422)
  })

  test('what changed meanwhile is not changed again, and what is gone leaves the map', async () => {
    const { id, ...rest } = place({ name: 'Tuin van de school', placeType: 'garden' })
    await worker.post('/analysis/places', { id, ...rest })
    const path = `/analysis/places/${id}`
    expect((await worker.post(path, { ...rest, note: 'Open op zaterdag.', version: '1' })).status).toBe(303)
    expect((await worker.post(path, { ...rest, note: 'Gesloten.', version: '1' })).status).toBe(409)
    expect(await pageOf(worker, path)).toContain('Open op zaterdag.')
    expect((await worker.post(`${path}/removal`, { version: '2' })).status).toBe(303)
    expect((await worker.get(path)).status).toBe(404)
    expect(await pageOf(visitor)).not.toContain('Tuin van de school')
  })
})

describe('places of OpenStreetMap', () => {
  const feature = (id: string, type: string, at: readonly number[], name?: string) => ({
    type: 'Feature',
    properties: { osm_id: id, type, name },
    geometry: { type: 'Point', coordinates: at },
  })
  const inside = [5.4195, 51.2195]
  const points = [
    feature('1', 'library', inside, 'Bibliotheek Pelt'),
    feature('2', 'bus_stop', inside),
    feature('3', 'bus_stop', [4.36, 50.89], 'Heembeek'),
    feature('4', 'volcano', inside),
  ]
  const sent = (features: readonly unknown[]) => {
    const form = new FormData()
    form.set('retrievedOn', '2026-11-20')
    form.set('file', new File([JSON.stringify({ type: 'FeatureCollection', features })], 'pelt.geojson'))
    return form
  }
  const chosen = async (features: readonly unknown[], types: readonly string[]) => {
    const answer = await worker.postFiles('/analysis/places/imports', sent(features))
    const path = answer.headers.get('location') ?? ''
    expect((await worker.post(`${path}/confirmation`, { types })).status).toBe(303)
  }

  test('are looked at before some of them are kept, and what stays out is told', async () => {
    const answer = await worker.postFiles('/analysis/places/imports', sent(points))
    expect(answer.status).toBe(303)
    const path = answer.headers.get('location') ?? ''
    const page = await pageOf(worker, path)
    for (const words of ['Bibliotheek', 'Halte of station', '1 plek ligt elders', 'volcano (1)', 'OpenStreetMap'])
      expect(page).toContain(words)
    expect((await (await asRole('coordinator')).get(path)).status).toBe(404)
    expect((await worker.post(`${path}/confirmation`, { types: [] })).status).toBe(422)
    expect((await worker.post(`${path}/confirmation`, { types: ['library', 'transitStop'] })).status).toBe(303)
    const list = await pageOf(visitor)
    for (const words of ['Bibliotheek Pelt', 'Halte of station', 'OpenStreetMap-bijdragers'])
      expect(list).toContain(words)
    expect(list).not.toContain('Heembeek')
    expect(await pageOf(visitor, '/analysis/places?type=meeting')).not.toContain('Halte of station</a>')
  })

  test('sent again change nothing; what is not in the file any more leaves the map, the own notes stay', async () => {
    await chosen(points, ['library', 'transitStop'])
    const ids = async () =>
      await world.database.owner
        .selectFrom('analysis.asset')
        .select(['id', 'version', 'gone_on'])
        .where('origin', '=', 'openStreetMap')
        .orderBy('id')
        .execute()
    const before = await ids()
    await chosen(points, ['library', 'transitStop'])
    expect(await ids()).toEqual(before)
    await chosen(points.slice(0, 1), ['library', 'transitStop'])
    expect((await ids()).filter(({ gone_on }) => gone_on !== null)).toHaveLength(1)
    await chosen(points, ['transitStop'])
    expect((await ids()).filter(({ gone_on }) => gone_on !== null)).toHaveLength(0)
  })

  test('lie in the neighbourhood around them', async () => {
    const municipality = here
    const lying = await world.app.transact(systemActor(municipality.id, 'test'), (tx) =>
      assetsOf(tx, { neighbourhoodId, kinds: ['place'], placeTypes: ['library', 'transitStop'] }),
    )
    expect(lying.map(({ placeType }) => placeType).toSorted()).toEqual(['library', 'transitStop'])
  })

  test.each([
    ['nothing', undefined, 'Kies een bestand'],
    ['something else', 'osm_id,type', 'geen GeoJSON'],
    ['areas', JSON.stringify({ type: 'FeatureCollection', features: [] }), 'geen punten'],
  ] as const)('%s is refused with what to do', async (_what, content, words) => {
    const form = sent(points)
    if (content === undefined) form.delete('file')
    else form.set('file', new File([content], 'x.geojson'))
    const answer = await worker.postFiles('/analysis/places/imports', form)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(words)
  })
})

test('somebody of another municipality finds none of it', async () => {
  const stranger = world.as(await makeStaff(world, await makeMunicipality(world, 'Elders', '99002')))
  expect(await pageOf(stranger)).not.toContain('De Brug')
})
