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
let author: Browser
let coordinator: Browser
let neighbourhoodId: string

beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  author = await asRole('communityWorker')
  coordinator = await asRole('coordinator')
  neighbourhoodId = uuidv7()
  await world.database.owner
    .insertInto('places.area')
    .values({
      municipality_id: here.id,
      id: neighbourhoodId,
      origin: 'composed',
      edition: '2025',
      name: 'Molenwijk',
      is_approximate: false,
    })
    .execute()
})
afterAll(() => world.close())

const asRole = async (role: Role) => world.as(await makeStaff(world, here, { role }))
const finding = (over: Record<string, string> = {}) => ({
  id: uuidv7(),
  kind: 'strength',
  statement: 'De tuin achter de kerk brengt mensen samen.',
  theme: 'contactAndLeisure',
  restsOn: 'noPeople',
  neighbourhoodIds: neighbourhoodId,
  ...over,
})
const pageOf = async (who: Browser, path: string) => (await who.get(path)).text()
const versionOn = async (who: Browser, id: string) =>
  /name="version" value="(\d+)"/.exec(await pageOf(who, `/analysis/findings/${id}/edit`))?.[1] ?? ''

async function noted(over: Record<string, string> = {}, who = author) {
  const form = finding(over)
  const answer = await who.post('/analysis/findings', form)
  expect(answer.status).toBe(303)
  return form.id
}

describe('who may what with findings (chapter 16)', () => {
  const writes: readonly Role[] = ['communityWorker', 'coordinator', 'partnerCoordinator', 'steeringGroup']
  test.each(roles)('%s', async (role) => {
    const somebody = await asRole(role)
    const form = finding({ statement: `Genoteerd als ${role}.` })
    expect((await somebody.post('/analysis/findings', form)).status).toBe(writes.includes(role) ? 303 : 403)
    expect((await somebody.get('/analysis/findings')).status).toBe(role === 'administrator' ? 403 : 200)
    expect((await somebody.post(`/analysis/findings/${form.id}/reading`, {})).status).toBe(
      role === 'coordinator' || role === 'communityWorker' ? 422 : 403,
    )
  })

  test('somebody of another municipality finds none of it', async () => {
    const id = await noted()
    const stranger = world.as(await makeStaff(world, await makeMunicipality(world, 'Elders', '99002')))
    expect((await stranger.get(`/analysis/findings/${id}`)).status).toBe(404)
    expect(await pageOf(stranger, '/analysis/findings')).not.toContain(id)
    expect((await stranger.get('/analysis/findings/geen')).status).toBe(404)
  })
})

test('a finding says whether it has figures, voices or both', async () => {
  const id = await noted({ kind: 'need', statement: 'Wie alleen woont, komt weinig buiten.' })
  const path = `/analysis/findings/${id}`
  const figure = {
    id: uuidv7(),
    version: '1',
    indicator: 'singleHouseholdShare',
    period: '2025',
    says: 'Meer dan elders.',
  }
  expect((await author.post(`${path}/figures`, figure)).status).toBe(303)
  expect(await pageOf(author, path)).toContain('Er zijn nog alleen cijfers')
  expect(await pageOf(author, '/analysis/findings?evidence=figuresOnly')).toContain(id)
  const voice = {
    id: uuidv7(),
    version: '2',
    kind: 'conversation',
    source: 'Praatcafé',
    onDay: '2026-11-10',
    says: 'De avonden zijn lang.',
  }
  expect((await author.post(`${path}/voices`, voice)).status).toBe(303)
  const page = await pageOf(author, path)
  for (const words of ['Praatcafé', '10 november 2026', 'De avonden zijn lang.', 'Meer dan elders.'])
    expect(page).toContain(words)
  expect(page).not.toContain('alleen cijfers')
  expect(await pageOf(author, '/analysis/findings?evidence=both')).toContain(id)
  expect((await author.post(`${path}/evidence/${voice.id}/removal`, { version: '3' })).status).toBe(303)
  expect(await pageOf(author, path)).not.toContain('De avonden zijn lang.')
  expect((await author.post(`${path}/evidence/${figure.id}/removal`, { version: '3' })).status).toBe(409)
})

test('what was heard over a while has no day', async () => {
  const path = `/analysis/findings/${await noted()}`
  const signals = { id: uuidv7(), version: '1', kind: 'signals', source: 'Thuiszorg', says: 'Velen eten alleen.' }
  expect((await author.post(`${path}/voices`, signals)).status).toBe(303)
  expect(await pageOf(author, path)).toContain('Velen eten alleen.')
})

test('what residents said is kept with the finding, and it can be opened again', async () => {
  const id = await noted()
  const path = `/analysis/findings/${id}`
  const check = { version: '1', state: 'kept', checkedOn: '2026-11-20', residentsSaid: 'Ja, daar zitten wij graag.' }
  expect((await author.post(`${path}/check`, check)).status).toBe(303)
  const page = await pageOf(coordinator, path)
  for (const words of ['bevestigd door bewoners', '20 november 2026', 'daar zitten wij graag'])
    expect(page).toContain(words)
  expect((await author.post(`${path}/check`, { ...check, residentsSaid: '' })).status).toBe(422)
  expect((await author.post(`${path}/check`, check)).status).toBe(409)
  expect((await author.post(`${path}/reopening`, { version: '2' })).status).toBe(303)
  expect(await pageOf(author, path)).not.toContain('daar zitten wij graag')
})

describe('P14 what rests on fewer than five people', () => {
  test('is seen by who weighs words only, until a colleague found nobody recognisable in it', async () => {
    const steering = await asRole('steeringGroup')
    const id = await noted({ restsOn: 'fewPeople', kind: 'need', statement: 'Wie geen auto heeft, mist de winkel.' })
    const path = `/analysis/findings/${id}`
    expect((await steering.get(path)).status).toBe(404)
    expect((await author.get(path)).status).toBe(200)
    expect(await pageOf(coordinator, '/today')).toMatch(/bevinding(en)? wacht(en)? op nalezen/)
    expect(await pageOf(author, '/today')).not.toContain('op nalezen')
    expect((await author.post(`${path}/reading`, { version: '1', isUnrecognisable: 'yes' })).status).toBe(403)
    expect((await coordinator.post(`${path}/reading`, { version: '1' })).status).toBe(422)
    expect((await coordinator.post(`${path}/reading`, { version: '1', isUnrecognisable: 'yes' })).status).toBe(303)
    expect(await pageOf(steering, path)).toContain('in geen openbaar verslag')
    const agreed = { version: '2', isUnrecognisable: 'yes', isAgreed: 'yes' }
    expect((await coordinator.post(`${path}/reading`, agreed)).status).toBe(303)
    expect(await pageOf(steering, path)).not.toContain('in geen openbaar verslag')
  })

  test('has to be read again once somebody writes it otherwise', async () => {
    const id = await noted({ restsOn: 'fewPeople' })
    const path = `/analysis/findings/${id}`
    await coordinator.post(`${path}/reading`, { version: '1', isUnrecognisable: 'yes', isAgreed: 'yes' })
    const { id: _, ...words } = finding({ restsOn: 'fewPeople', statement: 'Anders gezegd.' })
    expect((await coordinator.post(path, { ...words, version: '2' })).status).toBe(303)
    expect(await pageOf(author, path)).toContain('leest het eerst na')
    expect((await coordinator.post(`${path}/reading`, { version: '3', isUnrecognisable: 'yes' })).status).toBe(403)
  })
})

test('P14 what residents said of few people goes public only when it was read for recognisability too', async () => {
  const id = await noted({ restsOn: 'fewPeople' })
  const path = `/analysis/findings/${id}`
  await coordinator.post(`${path}/reading`, { version: '1', isUnrecognisable: 'yes', isAgreed: 'yes' })
  expect(await pageOf(author, path)).not.toContain('leest het eerst na')
  const check = { state: 'kept', checkedOn: '2026-11-20', residentsSaid: 'De bakker op de hoek wist het al lang.' }
  expect((await coordinator.post(`${path}/check`, { version: '2', ...check })).status).toBe(303)
  expect(await pageOf(author, path)).toContain('leest het eerst na')
  expect((await coordinator.post(`${path}/reading`, { version: '3', isUnrecognisable: 'yes' })).status).toBe(403)
})

describe('P12 a finding holds no people', () => {
  test('a telephone number is refused, and what was typed is kept', async () => {
    const answer = await author.post('/analysis/findings', finding({ statement: 'Bel 0470 12 34 56, zij wacht.' }))
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('href="#f-statement"')
    expect(page).toContain('zij wacht')
  })

  test('what looks like a name is asked about, and kept when it is none', async () => {
    const form = finding({ statement: 'De zaal van mevrouw Janssens is voor iedereen open.' })
    const answer = await author.post('/analysis/findings', form)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('“mevrouw Janssens” lijkt op een naam')
    expect(page).toContain('name="isNoName"')
    expect((await author.post('/analysis/findings', { ...form, isNoName: 'yes' })).status).toBe(303)
  })
})

test('a neighbourhood that is not there is asked again', async () => {
  const answer = await author.post('/analysis/findings', finding({ neighbourhoodIds: uuidv7() }))
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('href="#f-neighbourhoodIds"')
})

test('who comes second reads what the other did', async () => {
  const id = await noted()
  const { id: _, ...words } = finding({ statement: 'Eerst gezegd.' })
  const version = await versionOn(author, id)
  expect((await coordinator.post(`/analysis/findings/${id}`, { ...words, version })).status).toBe(303)
  const second = await author.post(`/analysis/findings/${id}`, { ...words, statement: 'Mijn tekst hierover.', version })
  expect(second.status).toBe(409)
  const page = await second.text()
  expect(page).toContain('Bevinding wijzigen')
  expect(page).toContain('Mijn tekst hierover.')
})

test('words, filters and order narrow the list, and fewer strengths than needs are told kindly', async () => {
  const elsewhere = world.as(await makeStaff(world, await makeMunicipality(world, 'Ginder', '99003')))
  const need = { ...finding({ kind: 'need', statement: 'De bus rijdt niet op zondag.' }), neighbourhoodIds: '' }
  expect((await elsewhere.post('/analysis/findings', need)).status).toBe(303)
  expect(await pageOf(elsewhere, '/analysis/findings?q=ZONDAG&kind=need&sort=theme&state=open')).toContain(need.id)
  expect(await pageOf(elsewhere, '/analysis/findings?q=100%25')).not.toContain(need.id)
  expect(await pageOf(elsewhere, '/analysis/findings')).toContain('minder sterktes dan noden')
  const strength = { ...finding(), neighbourhoodIds: '' }
  await elsewhere.post('/analysis/findings', strength)
  expect(await pageOf(elsewhere, '/analysis/findings')).not.toContain('minder sterktes dan noden')
})
