import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cardText } from '../../src/functions/detection/cards/card-input.ts'
import type { StaffActor } from '../../src/platform/access/actor.ts'
import { makeMunicipality, makeStaff, openWorld, type World } from '../support/world.ts'

/** Signs that turn around what stands after them, in every place where words come in and are shown. */
let world: World
let coordinator: StaffActor
let officer: StaffActor
beforeAll(async () => {
  world = await openWorld()
  const here = await makeMunicipality(world)
  coordinator = await makeStaff(world, here, { name: 'كريم العمراني' })
  officer = await makeStaff(world, here, { role: 'dataProtectionOfficer' })
})
afterAll(() => world.close())

const turned = 'Jan \u202enetsrak\u202c \u2067Peeters\u2069'
const straight = 'Jan netsrak Peeters'
const turns = /[\u202a-\u202e\u2066\u2067]/

test('in a form of the workplace they are taken out', async () => {
  const id = uuidv7()
  const browser = world.as(coordinator)
  const made = await browser.post('/people', { id, givenName: turned, preferredChannel: 'phone', language: 'nl' })
  expect(made.status).toBe(303)
  const page = await (await browser.get(`/people/${id}`)).text()
  expect(page).toContain(straight)
  expect(page).not.toMatch(turns)
})

test('in a form that is refused they are gone when it is shown again', async () => {
  const response = await world.as(coordinator).post('/services', { id: uuidv7(), name: turned, phone: turned })
  expect(response.status).toBe(422)
  const page = await response.text()
  expect(page).toContain(straight)
  expect(page).not.toMatch(turns)
})

test('on a card, also one that a phone sends, they are taken out', () => {
  expect(cardText(100).parse(turned)).toBe(straight)
  expect(cardText(100).safeParse('\u202e\u2069').success).toBe(false)
})

test('in an offer that is imported they are taken out', async () => {
  const offer = {
    contents: [
      {
        id: uuidv7(),
        name: turned,
        status: 'active',
        organization: { id: uuidv7(), name: turned, description: turned },
      },
    ],
  }
  const form = new FormData()
  form.set('file', new File([JSON.stringify(offer)], 'services.json'))
  form.set('language', 'nl')
  const sent = await world.as(coordinator).postFiles('/services/imports', form)
  expect(sent.status).toBe(303)
  const plan = await (await world.as(coordinator).get(sent.headers.get('location') ?? '')).text()
  expect(plan).toContain(straight)
  expect(plan).not.toMatch(turns)
})

test('a name that runs from right to left stands isolated in a Dutch sentence', async () => {
  const page = await (await world.as(officer).get('/audit')).text()
  expect(page).toContain('<bdi>كريم العمراني</bdi>, ')
})
