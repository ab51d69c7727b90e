import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, makeMunicipality, makeStaff, openWorld, type World } from '../../../../tests/support/world.ts'
import { systemActor } from '../../../platform/access/actor.ts'
import { demoWorld } from '../../../platform/demo/demo-world.ts'
import { demoPlaces } from '../../../registers/places/index.ts'
import { demoFigures } from '../figures/demo.ts'
import { demoIndicators } from './demo.ts'

let world: World
let coordinator: Browser
let visitor: Browser
let administrator: Browser
let stranger: Browser
let molenwijk = ''
let heide = ''

beforeAll(async () => {
  world = await openWorld()
  const netegem = await makeMunicipality(world, 'Netegem', '99999')
  const elsewhere = await makeMunicipality(world, 'Elders', '72043')
  coordinator = world.as(await makeStaff(world, netegem))
  visitor = world.as(await makeStaff(world, netegem, { role: 'visitor' }))
  administrator = world.as(await makeStaff(world, netegem, { role: 'administrator' }))
  stranger = world.as(await makeStaff(world, elsewhere))
  const demo = demoWorld(7, netegem.id, '2026-11-23')
  await world.app.transact(systemActor(netegem.id, 'test'), async (tx) => {
    const { neighbourhoods } = await demoPlaces(tx, demo)
    const idOf = (wanted: string) => neighbourhoods.find(({ name }) => name === wanted)?.id ?? ''
    molenwijk = idOf('Molenwijk')
    heide = idOf('Heide')
    await demoFigures(tx, demo)
    await demoIndicators(tx, demo)
  })
})
afterAll(() => world.close())

const textOf = async (browser: Browser, path: string) => (await browser.get(path)).text()

test('the catalogue says of every indicator what is there, and where the rest is published', async () => {
  const page = await textOf(visitor, '/analysis/indicators')
  for (const words of ['Aandeel 65 jaar en ouder', 'Kansarmoede-index', 'nog niet', 'statbel.fgov.be', 'telt u zelf'])
    expect(page).toContain(words)
  expect(page).toContain('href="/analysis/indicators/age65Share"')
  expect(page).not.toContain('href="/analysis/indicators/crimeRate"')
})

test('the catalogue can be searched, and narrowed to what is there or still missing', async () => {
  const loaded = await textOf(coordinator, '/analysis/indicators?show=loaded')
  expect(loaded).toContain('Mediaan inkomen per aangifte')
  expect(loaded).not.toContain('Kansarmoede-index')
  const found = await textOf(coordinator, '/analysis/indicators?words=kansarm&show=missing')
  expect(found).toContain('Kansarmoede-index')
  expect(found).not.toContain('Mediaan inkomen per aangifte')
  expect(await textOf(coordinator, '/analysis/indicators?words=zeppelins')).toContain('Geen indicator gevonden')
})

test('an indicator stands by area with the municipality under it, and who published it', async () => {
  const page = await textOf(visitor, '/analysis/indicators/age65Share')
  for (const words of [
    'Molenwijk',
    '24,6\u00a0%',
    'Netegem',
    '21,8\u00a0%',
    'Netegem (verzonnen) (CC0)',
    'goed of slecht',
  ])
    expect(page).toContain(words)
  expect(page.lastIndexOf('Heide')).toBeLessThan(page.lastIndexOf('Molenwijk'))
  const earlier = await textOf(visitor, '/analysis/indicators/age65Share?period=2024')
  expect(earlier).toContain('24,1\u00a0%')
})

test('what the publisher hides is hidden, and never a zero', async () => {
  const page = await textOf(visitor, '/analysis/indicators/medianTaxIncome')
  expect(page).toContain('verborgen')
  expect(page).toContain('29.260')
})

test('the profile of a neighbourhood stands beside the municipality and says what is clearly different', async () => {
  const page = await textOf(visitor, `/analysis/profile/${molenwijk}`)
  for (const words of ['Kerncijfers', '851', '1.990', '24,6\u00a0%', 'duidelijk', 'Netegem (verzonnen) (CC0)'])
    expect(page).toContain(words)
})

test('the figures of a neighbourhood become cards on a phone, for their columns are wider than it is', async () => {
  const page = await textOf(visitor, `/analysis/profile/${molenwijk}`)
  const [, room] = /<div class="([^"]*)"[^>]*><table class="table"><caption[^>]*>Kerncijfers</.exec(page) ?? []
  expect(room).toBe('table-room')
})

test('P13 a share that tells of four households is hidden on every page and in every table', async () => {
  const paths = [
    `/analysis/profile/${heide}`,
    `/analysis/profile/${heide}/figures.csv`,
    '/analysis/indicators/singleParentShare',
    '/analysis/indicators/singleParentShare/figures.csv',
  ]
  for (const path of paths) {
    const page = await textOf(visitor, path)
    expect([path, /(?<!\d)4,8(\u00a0|;)/.test(page)]).toEqual([path, false])
    expect(page).toMatch(/verborgen|hidden/)
  }
})

test('ages stand beside those of the municipality, and a neighbourhood goes over the years', async () => {
  const page = await textOf(visitor, `/analysis/profile/${molenwijk}`)
  for (const words of ['Leeftijden', '80+', 'Inwoners door de jaren', 'Aandelen naast de gemeente'])
    expect(page).toContain(words)
})

test('what is seen can be saved as a table with its sources', async () => {
  const saved = await visitor.get('/analysis/indicators/age65Share/figures.csv?level=neighbourhood&period=2025')
  expect(saved.headers.get('content-type')).toContain('text/csv')
  const table = await saved.text()
  expect(table).toContain('neighbourhood;99999W01;2025;Molenwijk;age65Share;Aandeel 65 jaar en ouder;%;2025;24,6;')
  expect(table).toMatch(/Netegem \(verzonnen\);CC0;2026-11-03;netegem-wijken-2025\.csv;[0-9a-f]{64}/)
  const profile = await textOf(visitor, `/analysis/profile/${molenwijk}/figures.csv`)
  expect(profile).toContain('municipality;;;Netegem;population;Inwoners;persons;2025;1990;')
})

test('another municipality sees nothing of it, and what is not there is not found', async () => {
  expect(await textOf(stranger, '/analysis/indicators?show=loaded')).toContain('Geen indicator gevonden')
  expect((await stranger.get('/analysis/indicators/age65Share')).status).toBe(404)
  expect((await stranger.get(`/analysis/profile/${molenwijk}`)).status).toBe(404)
  expect((await coordinator.get('/analysis/profile/nothing')).status).toBe(404)
  expect((await coordinator.get('/analysis/indicators/crimeRate')).status).toBe(404)
})

test('a profile leads back to what whoever reads it may open', async () => {
  const whole = `href="/analysis/neighbourhoods/${molenwijk}"`
  expect(await textOf(visitor, `/analysis/profile/${molenwijk}`)).toContain(whole)
  const page = await textOf(administrator, `/analysis/profile/${molenwijk}`)
  expect(page).not.toContain(whole)
  expect(page).toContain('href="/analysis"')
})
