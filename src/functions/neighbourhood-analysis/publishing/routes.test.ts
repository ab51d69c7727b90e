import { sensitiveCounts } from '@meernet/statistics'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Browser,
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { systemActor } from '../../../platform/access/actor.ts'
import { publish } from './publish.ts'

let world: World
let town: TestMunicipality
let coordinator: Browser
const id = uuidv7()

beforeAll(async () => {
  world = await openWorld()
  town = await makeMunicipality(world, 'Zennegem', '23003')
  coordinator = world.as(await makeStaff(world, town))
})
afterAll(() => world.close())

const themesByNeighbourhood = {
  dimensions: [
    { id: 'area', categories: [{ id: 'all' }, { id: 'n1', within: ['all'] }, { id: 'n2', within: ['all'] }] },
    {
      id: 'theme',
      categories: [{ id: 'both' }, { id: 'housing', within: ['both'] }, { id: 'income', within: ['both'] }],
    },
  ],
  cells: [
    { at: ['n1', 'housing'], value: 7 },
    { at: ['n1', 'income'], value: 43 },
    { at: ['n2', 'housing'], value: 51 },
    { at: ['n2', 'income'], value: 62 },
  ],
}

test('the list says what there will be while nothing went out', async () => {
  expect(await (await coordinator.get('/analysis/publications')).text()).toContain('Er ging nog niets naar buiten')
})

test('P13 a publication is shown as readers saw it, with one reason for all that is hidden', async () => {
  const labels = { n1: 'Molenwijk', n2: 'Heide', all: 'Samen', housing: 'Wonen', income: 'Inkomen', both: 'Alles' }
  await world.app.transact(systemActor(town.id, 'test'), (tx) =>
    publish(tx, {
      ...{ id, measure: 'signals 2026', title: 'Signalen in 2026', audience: 'public' },
      ...{ table: themesByNeighbourhood, rule: sensitiveCounts, labels },
    }),
  )
  const list = await (await coordinator.get('/analysis/publications')).text()
  expect(list).toContain(`/analysis/publications/${id}`)
  expect(list).toContain('verborgen')
  const page = await (await coordinator.get(`/analysis/publications/${id}`)).text()
  for (const words of ['Signalen in 2026', 'Molenwijk', 'Wonen', 'iedereen', 'verborgen', '163'])
    expect(page).toContain(words)
  expect(page).not.toMatch(/<td[^>]*>\s*7\s*</)
})

test('the officer of data protection sees it; others and other municipalities do not', async () => {
  const elsewhere = await makeMunicipality(world, 'Elders', '72043')
  const as = async (role: Parameters<typeof makeStaff>[2] extends infer O | undefined ? NonNullable<O> : never) =>
    (await world.as(await makeStaff(world, town, role)).get(`/analysis/publications/${id}`)).status
  expect(await as({ role: 'dataProtectionOfficer' })).toBe(200)
  for (const role of ['visitor', 'matcher', 'policyMaker', 'administrator'] as const)
    expect(await as({ role })).toBe(403)
  expect((await world.as(await makeStaff(world, elsewhere)).get(`/analysis/publications/${id}`)).status).toBe(404)
  expect((await coordinator.get('/analysis/publications/nothing')).status).toBe(404)
})
