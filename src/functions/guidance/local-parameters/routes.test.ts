import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { publicActor, type StaffActor, systemActor } from '../../../platform/access/actor.ts'
import { localRows } from './local-parameter-store.ts'
import { contactsEntered, placeOf } from './place.ts'

let world: World
let here: TestMunicipality
let elsewhere: TestMunicipality
let coordinator: StaffActor
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  elsewhere = await makeMunicipality(world, 'Elders', '99002')
  coordinator = await makeStaff(world, here, { name: 'Sofie Trekker' })
})
afterAll(() => world.close())

const path = (parameter: string, ...rest: readonly string[]) => ['/local-rights', parameter, ...rest].join('/')
const premium = { validFrom: '2026-01-01', kind: 'amount', amount: '40,50', source: 'reglement van 12 december 2025' }

const enter = (parameter: string, form: Record<string, string>, who = coordinator) =>
  world.as(who).post(path(parameter), { id: uuidv7(), ...form })
const rowsOf = (parameter: Parameters<typeof localRows>[1]) =>
  world.app.transact(systemActor(here.id, 'test'), (tx) => localRows(tx, parameter))
const parametersIn = async (municipality: TestMunicipality, day: string) =>
  (await world.app.transact(publicActor(municipality.id), (tx) => placeOf(tx, day, 'flanders'))).parameters
const contactsIn = (municipality: TestMunicipality) =>
  world.app.transact(publicActor(municipality.id), (tx) => contactsEntered(tx, '2026-11-23'))

describe('entering what the municipality decides', () => {
  test('a value with its day and source holds from that day on, here and nowhere else', async () => {
    const answer = await enter('mantelzorgpremie', premium)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, path('mantelzorgpremie')])
    expect(await parametersIn(here, '2025-12-31')).toEqual({})
    expect(await parametersIn(here, '2026-01-01')).toEqual({ 'municipality.mantelzorgpremie': 40.5 })
    expect(await parametersIn(elsewhere, '2026-01-01')).toEqual({})
    const page = await (await world.as(coordinator).get(path('mantelzorgpremie'))).text()
    expect(page).toContain('reglement van 12 december 2025')
    expect(await (await world.as(coordinator).get('/local-rights')).text()).toMatch(/40,50.*per maand/)
  })

  test('sent twice it is entered once', async () => {
    const form = { id: uuidv7(), validFrom: '2026-02-01', kind: 'none', source: 'dienst milieu' }
    expect((await world.as(coordinator).post(path('huisvuil_vrijstelling'), form)).status).toBe(303)
    expect((await world.as(coordinator).post(path('huisvuil_vrijstelling'), form)).status).toBe(303)
    expect(await rowsOf('huisvuil_vrijstelling')).toHaveLength(1)
  })

  test.each([
    ['an amount that is none', { ...premium, amount: 'veel' }, 'Typ een bedrag boven nul'],
    ['no amount', { ...premium, amount: '' }, 'amount'],
    ['an amount of nothing', { ...premium, amount: '0' }, 'Typ een bedrag boven nul'],
    ['no source', { ...premium, source: '' }, 'source'],
    ['a day that is none', { ...premium, validFrom: '2026-02-30' }, 'validFrom'],
    ['a kind of another parameter', { ...premium, kind: 'statusesOnly' }, 'kind'],
  ])('%s is shown again with what was typed', async (_, form, sentence) => {
    const answer = await enter('incontinence_bags', form)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(sentence)
    if (form.source) expect(page).toContain('reglement van 12 december 2025')
    expect(await rowsOf('incontinence_bags')).toEqual([])
  })

  test('two values cannot begin on one day', async () => {
    await enter('school_cost_fund', premium)
    const again = await enter('school_cost_fund', { ...premium, amount: '55' })
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('Er begint al een waarde op die dag')
    expect(await rowsOf('school_cost_fund')).toMatchObject([{ value: { kind: 'amount', cents: 4050 } }])
  })

  test('a parameter that does not exist is not found', async () => {
    expect((await world.as(coordinator).get(path('gratis_bier'))).status).toBe(404)
  })
})

describe('correcting and taking away', () => {
  test('who comes second sees that somebody was first, and nothing is lost', async () => {
    await enter('uitpas_rule', { ...premium, kind: 'statusesOnly' })
    const [row] = await rowsOf('uitpas_rule')
    const one = path('uitpas_rule', row?.id ?? '')
    const form = { ...premium, kind: 'amount', amount: '21.000', version: '1' }
    expect((await world.as(coordinator).post(one, form)).status).toBe(303)
    const second = await world.as(coordinator).post(one, { ...form, amount: '19.000' })
    expect(second.status).toBe(409)
    expect(await parametersIn(here, '2026-06-01')).toMatchObject({ 'municipality.uitpas_rule': 21000 })
    expect((await world.as(coordinator).post(`${one}/removal`, { version: '1' })).status).toBe(409)
    expect((await world.as(coordinator).post(`${one}/removal`, { version: '2' })).status).toBe(303)
    expect(await rowsOf('uitpas_rule')).toEqual([])
    expect((await world.as(coordinator).get(one)).status).toBe(404)
  })

  test('a value cannot be moved onto the day of another one', async () => {
    await enter('reference_budget', premium)
    await enter('reference_budget', { ...premium, validFrom: '2026-07-01', amount: '1500' })
    const [newest] = await rowsOf('reference_budget')
    const moved = await world
      .as(coordinator)
      .post(path('reference_budget', newest?.id ?? ''), { ...premium, version: '1' })
    expect(moved.status).toBe(422)
    expect(await parametersIn(here, '2026-08-01')).toMatchObject({ 'municipality.reference_budget': 1500 })
  })
})

describe('who may', () => {
  test.each([
    ['coordinator', 200],
    ['socialWorker', 200],
    ['matcher', 403],
    ['policyMaker', 403],
  ] as const)('a %s is answered with %i', async (role, status) => {
    const who = await makeStaff(world, here, { name: `De ${role}`, role })
    expect((await world.as(who).get('/local-rights')).status).toBe(status)
  })

  test('somebody of another municipality finds no value of this one', async () => {
    await enter('woonloket', { validFrom: '2026-01-01', kind: 'contact', name: 'Woonwinkel', source: 'website' })
    const [row] = await rowsOf('woonloket')
    const stranger = await makeStaff(world, elsewhere, { name: 'Van Elders' })
    expect((await world.as(stranger).get(path('woonloket', row?.id ?? ''))).status).toBe(404)
    expect(await contactsIn(elsewhere)).toEqual({})
  })
})

describe('what residents see of it', () => {
  test('a desk that staff entered comes in place of what the service map finds, with its hours', async () => {
    await enter('sociaal_huis', {
      validFrom: '2026-01-01',
      kind: 'contact',
      name: 'Sociaal Huis Kerkplein',
      phone: '011 22 33 44',
      hours: 'elke voormiddag',
      source: 'website',
    })
    expect(await contactsIn(here)).toMatchObject({
      gemeente: { name: 'Sociaal Huis Kerkplein', phone: '011 22 33 44', address: '', hours: 'elke voormiddag' },
    })
  })

  test('the check for anybody knows the value of today, with script and at a door without network', async () => {
    const questions = await (await world.as().get(`/in/${here.slug}/rights-check/questions`)).text()
    expect(questions).toMatch(/municipality\.mantelzorgpremie[^}]*40\.5/)
    const atDoor = await (await world.as().get(`/in/${here.slug}/rights-check/place.json`)).json()
    expect(atDoor).toMatchObject({
      parameters: { 'municipality.mantelzorgpremie': 40.5 },
      contacts: { gemeente: { hours: 'elke voormiddag' } },
    })
  })
})
