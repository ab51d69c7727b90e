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
import { type Role, roles } from '../../../platform/access/actor.ts'

let world: World
let here: TestMunicipality
let worker: Browser
let coordinator: Browser

beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  worker = await asRole('communityWorker')
  coordinator = await asRole('coordinator')
})
afterAll(() => world.close())

const asRole = async (role: Role) => world.as(await makeStaff(world, here, { role }))
const occasion = (over: Record<string, string> = {}) => ({
  id: uuidv7(),
  kind: 'conversation',
  title: 'Praatcafé in het dienstencentrum',
  onDay: '2026-11-10',
  counted: 'estimated',
  people: '137',
  'group-olderPerson': '21',
  'group-poverty': '4',
  ...over,
})
const rowOf = (page: string, group: string) => new RegExp(`${group}</th>.*?</tr>`, 's').exec(page)?.[0] ?? ''
const pageOf = async (who: Browser, path = '/analysis/heard') => (await who.get(path)).text()

test.each(roles)('who counts and who sees the sums (chapter 16): %s', async (role) => {
  const counts: readonly Role[] = [
    'visitor',
    'matcher',
    'communityWorker',
    'coordinator',
    'socialWorker',
    'partnerCoordinator',
    'steeringGroup',
  ]
  const elsewhere = await makeMunicipality(world, `Gem${role}`, `${99100 + roles.indexOf(role)}`)
  const somebody = world.as(await makeStaff(world, elsewhere, { role }))
  expect((await somebody.post('/analysis/heard', occasion())).status).toBe(counts.includes(role) ? 303 : 403)
  expect((await somebody.get('/analysis/heard')).status).toBe(role === 'administrator' ? 403 : 200)
})

describe('P13 who was heard is shown as sums of a year', () => {
  test('with few people hidden, nobody as nobody, and no occasion with its number', async () => {
    const first = occasion()
    expect((await worker.post('/analysis/heard', first)).status).toBe(303)
    const page = await pageOf(worker)
    expect(rowOf(page, 'Ouderen')).toContain('20 of meer')
    expect(rowOf(page, 'Mensen met een laag inkomen')).toContain('verborgen')
    expect(rowOf(page, 'Werkzoekenden')).toContain('niet gehoord')
    expect(page).toContain('100 mensen of meer')
    expect(page).not.toMatch(/>\s*137|137 mensen/)
    await worker.post('/analysis/heard', occasion({ title: 'Vorig jaar', onDay: '2025-05-04' }))
    expect(await pageOf(worker)).not.toContain('Vorig jaar')
    const year = await pageOf(worker, '/analysis/heard?year=2025')
    expect(year).toContain('Vorig jaar')
    expect(year).not.toContain('Praatcafé')
  })

  test('the seven groups stand there always, others only when somebody was counted', async () => {
    const elsewhere = await makeMunicipality(world, 'Leeg', '99004')
    const page = await pageOf(world.as(await makeStaff(world, elsewhere)))
    for (const group of [
      'laag inkomen',
      'migratieachtergrond',
      'Werkzoekenden',
      'handicap',
      'Ouderen',
      'Mantelzorgers',
      'Alleenstaande ouders',
    ])
      expect(page).toContain(group)
    expect(page).not.toContain('Kinderen en jongeren')
    expect(page).toContain('Bij wie gaat u nu langs?')
  })
})

test('a count is taken away by who noted it or a coordinator, and never changed', async () => {
  const colleague = await asRole('visitor')
  const form = occasion({ title: 'Markt', people: '12', 'group-olderPerson': '12', 'group-poverty': '' })
  await worker.post('/analysis/heard', form)
  expect((await colleague.post(`/analysis/heard/${form.id}/removal`, { version: '1' })).status).toBe(403)
  expect((await coordinator.post(`/analysis/heard/${form.id}/removal`, { version: '2' })).status).toBe(409)
  expect((await worker.post(`/analysis/heard/${form.id}/removal`, { version: '1' })).status).toBe(303)
  expect(await pageOf(worker)).not.toContain('Markt')
  expect((await worker.post(`/analysis/heard/${form.id}/removal`, { version: '1' })).status).toBe(404)
})

test('what cannot be counted is asked again, and what was typed is kept', async () => {
  const more = await worker.post('/analysis/heard', occasion({ people: '5' }))
  expect(more.status).toBe(422)
  const page = await more.text()
  expect(page).toContain('meer dan er mensen waren')
  expect(page).toContain('Praatcafé in het dienstencentrum')
  expect((await worker.post('/analysis/heard', occasion({ 'group-poverty': 'enkele' }))).status).toBe(422)
  expect((await worker.post('/analysis/heard', occasion({ onDay: '2027-01-01' }))).status).toBe(422)
  expect((await worker.post('/analysis/heard', occasion({ neighbourhoodId: uuidv7() }))).status).toBe(422)
  expect((await worker.post('/analysis/heard', occasion({ title: 'Bij mevrouw Janssens thuis' }))).status).toBe(422)
})

test('the sheet for a conversation asks no names', async () => {
  const page = await pageOf(worker, '/analysis/heard/sheet')
  for (const words of ['Wat loopt hier goed?', 'Schrijf geen namen', 'Mantelzorgers']) expect(page).toContain(words)
})
