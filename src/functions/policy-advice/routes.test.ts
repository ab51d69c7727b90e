import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Browser,
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import { type Role, roles } from '../../platform/access/actor.ts'

let world: World
let here: TestMunicipality
let author: Browser
let coordinator: Browser

beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  author = await asRole('communityWorker')
  coordinator = await asRole('coordinator')
})
afterAll(() => world.close())

const asRole = async (role: Role) => world.as(await makeStaff(world, here, { role }))
const note = (over: Record<string, string> = {}) => ({
  id: uuidv7(),
  theme: 'mobility',
  causeType: 'distance',
  competentLevel: 'flemish',
  situations: 'from5',
  groups: 'olderPerson',
  description: 'Zonder wagen geraakt men niet bij de apotheek.',
  ...over,
})

describe('who may what (chapter 16)', () => {
  const notes: readonly Role[] = [
    'visitor',
    'matcher',
    'communityWorker',
    'coordinator',
    'socialWorker',
    'frontlineProfessional',
    'partnerCoordinator',
    'steeringGroup',
  ]
  const reads: readonly Role[] = ['coordinator', 'steeringGroup', 'policyMaker', 'dataProtectionOfficer']
  test.each(roles)('%s', async (role) => {
    const somebody = await asRole(role)
    const own = note({ description: `Genoteerd als ${role}.` })
    const answer = await somebody.post('/policy-signals', own)
    expect(answer.status).toBe(notes.includes(role) ? 303 : 403)
    expect((await somebody.get('/policy-signals')).status).toBe(role === 'administrator' ? 403 : 200)
    expect((await somebody.post(`/policy-signals/${own.id}/reading`, {})).status).toBe(
      role === 'coordinator' ? 422 : 403,
    )
    if (!reads.includes(role) && role !== 'administrator')
      expect(await (await somebody.get('/policy-signals')).text()).not.toContain('Signalen per thema')
  })

  test('a coordinator without secrecy notes, and reads only the own notes', async () => {
    const bound = await makeStaff(world, here, { secrecy: 'dutyOfDiscretion' })
    const foreign = note()
    await author.post('/policy-signals', foreign)
    expect((await world.as(bound).get(`/policy-signals/${foreign.id}`)).status).toBe(404)
    expect((await world.as(bound).post(`/policy-signals/${foreign.id}/reading`, {})).status).toBe(403)
  })
})

test('P14 a note becomes visible to the steering group when a coordinator has read it', async () => {
  const steering = await asRole('steeringGroup')
  const form = note({ description: 'De bus rijdt niet meer op zondag.' })
  expect((await author.post('/policy-signals', form)).headers.get('location')).toBe('/policy-signals')
  expect(await (await author.get(`/policy-signals/${form.id}`)).text()).toContain('Een collega leest dit nog na')
  expect((await steering.get(`/policy-signals/${form.id}`)).status).toBe(404)
  expect(await (await coordinator.get('/today')).text()).toContain('op nalezen')

  const reading = { version: '1', description: 'De bus rijdt niet meer op zondag.', isUnrecognisable: 'yes' }
  const answer = await coordinator.post(`/policy-signals/${form.id}/reading`, reading)
  expect(answer.status).toBe(303)
  const page = await (await steering.get(`/policy-signals/${form.id}`)).text()
  expect(page).toContain('De bus rijdt niet meer op zondag.')
  expect(page).not.toContain('Genoteerd door')
  expect((await coordinator.post(`/policy-signals/${form.id}/reading`, reading)).status).toBe(409)
})

test.each(['steeringGroup', 'policyMaker'] as const)('a %s finds on Vandaag what was read this month', async (role) => {
  const decider = await asRole(role)
  const form = note()
  await author.post('/policy-signals', form)
  const today = async () => (await decider.get('/today')).text()
  const before = Number((await today()).match(/(\d+) nieuwe? signa/)?.[1] ?? 0)
  await coordinator.post(`/policy-signals/${form.id}/reading`, {
    version: '1',
    description: form.description,
    isUnrecognisable: 'yes',
  })
  expect(await today()).toContain(`${before + 1} nieuw`)
})

test('P14 a second reader who does not confirm gets the text back', async () => {
  const form = note()
  await author.post('/policy-signals', form)
  const answer = await coordinator.post(`/policy-signals/${form.id}/reading`, { version: '1', description: 'Korter.' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Korter.')
})

test('P12 a note with a telephone number is refused, and what was typed is kept', async () => {
  const answer = await author.post(
    '/policy-signals',
    note({ description: 'Bel haar op 0470 12 34 56, zij wacht al lang.' }),
  )
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('href="#f-description"')
  expect(page).toContain('zij wacht al lang')
})

test('P13 the list tells how many per theme in bands, not in numbers', async () => {
  const page = await (await coordinator.get('/policy-signals?theme=mobility')).text()
  expect(page).toMatch(/minder dan 5|5 tot 9|10 tot 19|20 of meer/)
})

test('a cause that is no longer on the list, or never was, is refused', async () => {
  expect((await author.post('/policy-signals', note({ causeType: 'ownFault' }))).status).toBe(422)
})

test('filters narrow the list', async () => {
  const form = note({ theme: 'school', causeType: 'cost', description: 'De schoolrekening komt in een keer.' })
  await author.post('/policy-signals', form)
  const page = async (query: string) => (await coordinator.get(`/policy-signals?${query}`)).text()
  expect(await page('theme=school&cause=cost&level=flemish&group=olderPerson&reading=waiting')).toContain(form.id)
  expect(await page('theme=school&reading=done')).not.toContain(form.id)
})

test('somebody of another municipality finds none of it', async () => {
  const form = note()
  await author.post('/policy-signals', form)
  const elsewhere = await makeMunicipality(world, 'Elders', '99002')
  const stranger = world.as(await makeStaff(world, elsewhere))
  expect((await stranger.get(`/policy-signals/${form.id}`)).status).toBe(404)
  const reading = { version: '1', description: 'x', isUnrecognisable: 'yes' }
  expect((await stranger.post(`/policy-signals/${form.id}/reading`, reading)).status).toBe(404)
  expect((await stranger.get('/policy-signals/geen')).status).toBe(404)
})

test('a page far beyond the last is an empty one', async () => {
  expect((await coordinator.get(`/policy-signals?page=${'9'.repeat(30)}`)).status).toBe(200)
})
