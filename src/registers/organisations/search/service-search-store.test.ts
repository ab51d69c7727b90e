import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeMunicipality, openWorld, type TestMunicipality, type World } from '../../../../tests/support/world.ts'
import { publicActor, systemActor } from '../../../platform/access/actor.ts'
import { demoWorld } from '../../../platform/demo/demo-world.ts'
import { type DemoPlaces, demoPlaces } from '../../places/index.ts'
import { demoOrganisations } from '../demo/demo-organisations.ts'
import { verifyService } from '../service-store.ts'
import { reindexServices } from './service-document-store.ts'
import { type ServiceQuery, searchServices, serviceChoices } from './service-search-store.ts'

let world: World
let here: TestMunicipality
let places: DemoPlaces
let offer: Readonly<Record<string, string>>
const today = '2026-11-23'

beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  await world.app.transact(systemActor(here.id, 'demo'), async (tx) => {
    const demo = demoWorld(7, here.id, today)
    places = await demoPlaces(tx, demo)
    const zones = { ocmw: here.ocmwZone, municipality: here.municipalityZone, partners: {} }
    offer = (await demoOrganisations(tx, demo, { zones, neighbourhoods: places.neighbourhoods })).services
  })
})
afterAll(() => world.close())

const search = (query: ServiceQuery) => world.app.transact(publicActor(here.id), (tx) => searchServices(tx, query))
const namesFor = async (query: ServiceQuery) => (await search(query)).services.map(({ name }) => name)

describe('the service that is meant comes first', () => {
  test.each([
    ['its name', 'schuldbemiddeling', 'Schuldbemiddeling'],
    ['its name in capitals', 'SCHULDBEMIDDELING', 'Schuldbemiddeling'],
    ['a letter left out', 'schuldbemideling', 'Schuldbemiddeling'],
    ['two errors', 'schuldbemidelign', 'Schuldbemiddeling'],
    ['letters swapped', 'pscyholoog', 'Eerstelijnspsycholoog'],
    ['the end of a compound', 'psycholoog', 'Eerstelijnspsycholoog'],
    ['words in another order', 'mantelzorgers oppas', 'Oppas voor mantelzorgers'],
    ['beginnings of words', 'energ scan', 'Energiescan en hulp met energierekening'],
    ['a beginning with an error', 'mantlezo oppas', 'Oppas voor mantelzorgers'],
    ['a tag', 'deurwaarder', 'Schuldbemiddeling'],
    ['a tag with an error', 'rolsteol', 'Thuiszorgwinkel: hulpmiddelen huren'],
    ['name and place', 'koffie Lindelaan', 'Buurtcafé De Linde'],
    ['an accent left out', 'buurtcafe', 'Buurtcafé De Linde'],
    ['tag and neighbourhood', 'babbel molenwijk', 'Buurtcafé De Linde'],
    ['group and word', 'senioren poets', 'Poetshulp voor ouderen en zieken'],
    ['organisation and word', 'ligo nederlands', 'Nederlands leren voor volwassenen'],
    ['organisation with an error', 'krumel winkel', 'Sociale kruidenier De Kruimel'],
    ['description and organisation', 'vertrouwen geweld CAW', 'Hulp bij geweld thuis'],
    ['a plural of a word in the singular', 'huisartsen', 'Huisarts en verpleging Het Pleintje'],
    ['French', 'factures', 'Schuldbemiddeling'],
    ['French without accents', 'neerlandais groupe', 'Nederlands leren voor volwassenen'],
    ['English', 'tenant rights', 'Huurdersadvies'],
    ['Arabic', 'الهولندية مجموعة', 'Nederlands leren voor volwassenen'],
    ['a sentence', 'ik kan mijn rekeningen niet betalen', 'Schuldbemiddeling'],
    ['little words around', 'wie kan mij naar het ziekenhuis rijden', 'Vervoer met vrijwilligers'],
  ])('%s: %s', async (_how, words, expected) => {
    expect((await namesFor({ words }))[0]).toBe(expected)
  })
})

test('a service with all words comes alone; when none has all, those with most of them', async () => {
  const all = await search({ words: 'oppas mantelzorg' })
  expect(all.isPartly).toBe(false)
  const some = await search({ words: 'oppas mantelzorg zwembad' })
  expect(some.isPartly).toBe(true)
  expect(some.services[0]?.name).toBe('Oppas voor mantelzorgers')
})

test('a word that is known as typed is not mixed with words that look like it', async () => {
  expect(await namesFor({ words: 'eten' })).not.toContain('UiTPAS met kansentarief')
})

test('nothing is found for what nobody offers, nor for signs alone', async () => {
  expect(await search({ words: 'xylofoonles' })).toMatchObject({ services: [], total: 0 })
  expect(await search({ words: '?!' })).toMatchObject({ services: [], total: 0 })
})

test('without words all that works comes, by name, in pages that together hold each once', async () => {
  const first = await search({ limit: 20 })
  const second = await search({ limit: 20, offset: 20 })
  expect(first.total).toBe(29)
  const ids = [...first.services, ...second.services].map(({ id }) => id)
  expect(new Set(ids).size).toBe(29)
  expect(first.services.map(({ name }) => name)).not.toContain('Boekenbus')
})

test('what has ended is not found any more', async () => {
  expect(await namesFor({ words: 'boekenbus' })).toEqual([])
  const choices = await world.app.transact(publicActor(here.id), serviceChoices)
  expect(choices.map(({ name }) => name)).not.toContain('Boekenbus')
})

describe('filters narrow what is found', () => {
  test('by group, cost, language and way in, together with words', async () => {
    const found = await search({
      group: 'newcomer',
      isFree: true,
      language: 'ar',
      wayIn: 'publicTransport',
      words: 'nederlands',
    })
    expect(found.services.map(({ name }) => name).sort()).toEqual([
      'Nederlands leren voor volwassenen',
      'Vrouwengroep Stationsbuurt',
    ])
  })
  test('by neighbourhood: what works there, or everywhere', async () => {
    const molenwijk = places.neighbourhoods.find(({ name }) => name === 'Molenwijk')?.id
    const names = await namesFor({ neighbourhoodId: molenwijk, limit: 50 })
    expect(names).toContain('Buurtcafé De Linde')
    expect(names).toContain('Schuldbemiddeling')
    expect(names).not.toContain('Vrouwengroep Stationsbuurt')
  })
  test('by how long ago somebody looked', async () => {
    const before = { verifiedBefore: '2025-11-23', limit: 50 }
    const stale = await search(before)
    expect(stale.total).toBeGreaterThan(2)
    const id = offer.Verwarmingstoelage ?? ''
    await world.app.transact(systemActor(here.id, 'test'), (tx) => verifyService(tx, id, today))
    expect((await search(before)).total).toBe(stale.total - 1)
  })
})

test('the description comes in the language asked for, else in Dutch, and says which', async () => {
  const found = await search({ words: 'schuldbemiddeling', textLanguage: 'fr' })
  expect(found.services[0]).toMatchObject({ descriptionLanguage: 'fr' })
  const dutch = await search({ words: 'schuldbemiddeling', textLanguage: 'ar' })
  expect(dutch.services[0]).toMatchObject({ descriptionLanguage: 'nl' })
})

test('another municipality finds nothing of it', async () => {
  const elsewhere = await makeMunicipality(world, 'Elders', '99002')
  const found = await world.app.transact(publicActor(elsewhere.id), (tx) => searchServices(tx, { words: 'eten' }))
  expect(found.total).toBe(0)
})

test('making the whole index again changes nothing that is found, and forgets words nobody uses', async () => {
  const words = 'thuiszorg'
  const before = await namesFor({ words })
  await sql`insert into organisations.search_word values (${here.id}, 'vergeten')`.execute(world.database.owner)
  await world.app.transact(systemActor(here.id, 'test'), (tx) => reindexServices(tx))
  expect(await namesFor({ words })).toEqual(before)
  const left = await sql`select 1 from organisations.search_word where word = 'vergeten'`.execute(world.database.owner)
  expect(left.rows).toEqual([])
})
