import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hsdsSchemas } from '../../../../tests/support/hsds-schemas.ts'
import { makeMunicipality, openWorld, type TestMunicipality, type World } from '../../../../tests/support/world.ts'
import { systemActor } from '../../../platform/access/actor.ts'
import { demoWorld } from '../../../platform/demo/demo-world.ts'
import { demoPlaces } from '../../places/index.ts'
import { type DemoOffer, demoOrganisations } from '../demo/demo-organisations.ts'

let world: World
let here: TestMunicipality
let offer: DemoOffer
let schemas: Awaited<ReturnType<typeof hsdsSchemas>>
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  offer = await world.app.transact(systemActor(here.id, 'demo'), async (tx) => {
    const demo = demoWorld(7, here.id, '2026-11-23')
    const { neighbourhoods } = await demoPlaces(tx, demo)
    const zones = { ocmw: here.ocmwZone, municipality: here.municipalityZone, partners: {} }
    return demoOrganisations(tx, demo, { zones, neighbourhoods })
  })
  schemas = await hsdsSchemas()
})
afterAll(() => world.close())

const get = (path: string, headers?: Record<string, string>) => world.as().get(`/in/${here.slug}/hsds${path}`, headers)
const json = async (path: string) => (await get(path)).json()
type Item = { readonly id: string; readonly name: string }

describe('another program reads the map', () => {
  test('page after page, each service once', async () => {
    const first = await json('/services?per_page=12')
    expect(first).toMatchObject({ total_items: 29, total_pages: 3, page_number: 1, size: 12, first_page: true })
    const pages = [first, await json('/services?per_page=12&page=2'), await json('/services?per_page=12&page=3')]
    expect(pages[2]).toMatchObject({ size: 5, last_page: true, empty: false })
    const ids = pages.flatMap(({ contents }) => contents.map(({ id }: Item) => id))
    expect(new Set(ids).size).toBe(29)
    expect(await json('/services?page=99')).toMatchObject({ contents: [], empty: true, last_page: true })
  })

  test('in the form of the published schemas, lists and single things alike', async () => {
    const { contents } = await json('/services?full=true&per_page=100')
    const service = await json(`/services/${contents[0].id}`)
    const organizations = (await json('/organizations')).contents
    const places = (await json('/service_at_locations')).contents
    const one = {
      'service.json': [...contents, ...(await json('/services')).contents, service],
      'organization.json': [...organizations, await json(`/organizations/${organizations[0].id}`)],
      'service_at_location.json': [...places, await json(`/service_at_locations/${places[0].id}`)],
      'taxonomy_term.json': (await json('/taxonomy_terms')).contents,
      'taxonomy.json': (await json('/taxonomies')).contents,
    }
    for (const [name, items] of Object.entries(one)) {
      expect(items.length).toBeGreaterThan(0)
      const validate = schemas(name)
      for (const item of items) expect(validate(item), JSON.stringify(validate.errors)).toBe(true)
    }
  })

  test('by words with a typing error, of one organization, or only what was looked at lately', async () => {
    const found = await json('/services?search=schuldbemideling')
    expect(found.contents.map(({ name }: Item) => name)).toEqual(['Schuldbemiddeling'])
    const organization = found.contents[0].organization.id
    const own = await json(`/services?organization_id=${organization}`)
    expect(own.contents.every((item: { organization: Item }) => item.organization.id === organization)).toBe(true)
    const late = await json('/services?modified_after=2026-11-01T00:00:00Z&per_page=100')
    expect(late.contents.every((item: { assured_date: string }) => item.assured_date >= '2026-11-01')).toBe(true)
    expect(late.total_items).toBeLessThan(29)
  })

  test('and is told what it is and how to ask', async () => {
    const about = await json('')
    expect(about).toMatchObject({ version: '3.0', openapi_url: `http://localhost/in/${here.slug}/hsds/openapi.json` })
    const { paths } = await json('/openapi.json')
    expect(Object.keys(paths)).toContain('/services/{id}')
  })
})

describe('what is not public is not there', () => {
  test('neither an ended service, nor who looked last, nor a data zone', async () => {
    const id = offer.services.Schuldbemiddeling ?? ''
    await world.database.owner
      .updateTable('organisations.service')
      .set({ status: 'ended' })
      .where('id', '=', id)
      .execute()
    expect((await get(`/services/${id}`)).status).toBe(404)
    const { contents } = await json('/services?per_page=100&full=true')
    expect(contents.map((item: Item) => item.id)).not.toContain(id)
    expect(JSON.stringify(contents)).not.toMatch(/verified_by|zone/)
  })

  test('and another municipality has its own map', async () => {
    const { slug } = await makeMunicipality(world, 'Leeggem', '99002')
    const page = await (await world.as().get(`/in/${slug}/hsds/services`)).json()
    expect(page).toMatchObject({ total_items: 0, empty: true })
  })
})

describe('as a program of others wants it', () => {
  test('an answer may be kept, is not sent twice, and may be read by pages elsewhere', async () => {
    const first = await get('/services')
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
    expect(first.headers.get('cache-control')).toBe('public, max-age=300')
    const etag = first.headers.get('etag') ?? ''
    expect((await get('/services', { 'if-none-match': etag })).status).toBe(304)
    expect((await get('/services?page=2', { 'if-none-match': etag })).status).toBe(200)
  })

  test('an error is JSON that says which parameter, and is not kept', async () => {
    const wrong = await get('/services?page=zero')
    expect(wrong.status).toBe(400)
    expect(await wrong.json()).toMatchObject({ error: 'bad-request', parameter: 'page' })
    const missing = await get('/services/not-an-id')
    expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, 'no-store'])
    expect(await missing.json()).toMatchObject({ error: 'not-found' })
  })

  test('who asks too much waits, and is told how long', async () => {
    let last = await get('')
    for (let asked = 0; asked < 300 && last.status === 200; asked += 1) last = await get('')
    expect(last.status).toBe(429)
    expect(last.headers.get('retry-after')).toBe('60')
    expect(await last.json()).toMatchObject({ error: 'too-many' })
  })
})
