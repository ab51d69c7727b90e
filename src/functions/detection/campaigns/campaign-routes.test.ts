import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../../platform/access/actor.ts'
import { demoWorld } from '../../../platform/demo/demo-world.ts'
import { type DemoPlaces, demoPlaces } from '../../../registers/places/index.ts'
import { demoVolunteers } from '../../../registers/volunteers/index.ts'
import { campaignById } from './campaign-store.ts'
import { lettersOf } from './letters/letter-store.ts'
import { optedOutOf } from './opt-outs/opt-out-store.ts'
import { pairsOf } from './pairs/pair-store.ts'
import { doorsById, handBackDoors, recordOutcome } from './rounds/door-store.ts'
import { progressOf, roundLines } from './rounds/progress-store.ts'
import { roundById, roundsForVisitor } from './rounds/round-store.ts'

// One campaign is followed from planning to its end, as in life; each test is the next step.
let world: World
let municipality: TestMunicipality
let places: DemoPlaces
let coordinator: StaffActor
let visitor: StaffActor
let otherVisitor: StaffActor
let volunteerIds: readonly string[]
const id = uuidv7()

beforeAll(async () => {
  world = await openWorld()
  municipality = await makeMunicipality(world)
  coordinator = await makeStaff(world, municipality, { name: 'Carla Coördinator' })
  const asVisitor = { role: 'visitor', secrecy: 'dutyOfDiscretion' } as const
  visitor = await makeStaff(world, municipality, { ...asVisitor, name: 'Mia Bezoeker' })
  otherVisitor = await makeStaff(world, municipality, { ...asVisitor, name: 'Andere Bezoeker' })
  const demo = demoWorld(7, municipality.id, '2026-11-23')
  await world.app.transact(systemActor(municipality.id, 'test'), async (tx) => {
    places = await demoPlaces(tx, demo)
    const { readyIds } = await demoVolunteers(tx, demo, {
      zoneId: municipality.municipalityZone,
      visitors: [visitor],
      refusedAddressId: molenwijk()[3]?.id,
    })
    volunteerIds = readyIds
  })
})
afterAll(() => world.close())

const molenwijk = () =>
  places.addresses.filter(({ neighbourhoodId }) => neighbourhoodId === places.neighbourhoods[0]?.id)
const streetIds = () => [...new Set(molenwijk().map(({ streetId }) => streetId))].slice(0, 3)
const plan = { doorsPerRound: '20', from: '2026-11-23', weekdays: ['1', '2', '3', '4', '5'] }
const form = () => ({
  id,
  name: 'Molenwijk, winter',
  reason: 'Kennismaken',
  decidedBy: 'vast bureau',
  decidedOn: '2026-10-05',
  legalGroundType: 'publicTask',
  legalGround: 'decreet lokaal sociaal beleid',
  languages: ['nl', 'fr'],
  startsOn: '2026-11-23',
  endsOn: '2026-12-20',
  onCallUserId: coordinator.userId,
  neighbourhoodIds: [places.neighbourhoods[0]?.id ?? ''],
})
const campaign = () => world.app.transact(coordinator, (tx) => campaignById(tx, id))
const doorsByStreet = () => world.app.transact(coordinator, (tx) => progressOf(tx, id))
const rounds = () => world.app.transact(coordinator, (tx) => roundLines(tx, id))
const visitorRounds = (actor: StaffActor) =>
  world.app.transact(actor, (tx) => roundsForVisitor(tx, actor.userId, '2026-11-23'))

test('a campaign without a reason, decision or ground is refused, and what was typed stays', async () => {
  const answer = await world
    .as(coordinator)
    .post('/campaigns', { ...form(), reason: '', decidedBy: '', legalGround: '' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  for (const field of ['reason', 'decidedBy', 'legalGround']) expect(page).toContain(`href="#f-${field}"`)
  expect(page).toContain('value="Molenwijk, winter"')
})

test('a campaign is planned, and the next page is the choice of streets', async () => {
  const made = await world.as(coordinator).post('/campaigns', form())
  expect(made.headers.get('location')).toBe(`/campaigns/${id}/streets`)
  const page = await (await world.as(coordinator).get(`/campaigns/${id}/streets`)).text()
  expect(page).toContain('<svg class="map"')
  expect(page).toContain(`value="${streetIds()[0]}"`)
})

test('doors that the list of addresses has without a street are said where streets are chosen', async () => {
  const page = async () => (await world.as(coordinator).get(`/campaigns/${id}/streets`)).text()
  expect(await page()).not.toContain('zonder straat in de adressenlijst')
  const door = molenwijk().at(-1)?.id ?? ''
  const streetOf = (streetId: string | null) =>
    world.database.owner.updateTable('places.address').set({ street_id: streetId }).where('id', '=', door).execute()
  await streetOf(null)
  expect(await page()).toContain('1 deur staat zonder straat in de adressenlijst')
  await streetOf(molenwijk().at(-1)?.streetId ?? null)
})

test('whole streets are chosen; none at all is refused', async () => {
  expect((await world.as(coordinator).post(`/campaigns/${id}/streets`, {})).status).toBe(422)
  expect((await world.as(coordinator).post(`/campaigns/${id}/streets`, { streetIds: streetIds() })).status).toBe(303)
  expect((await campaign())?.streetIds.toSorted()).toEqual(streetIds().toSorted())
})

test('a campaign cannot be announced before its letters are made', async () => {
  const announcing = { deliveredOn: '2026-11-09' }
  const refused = await world.as(coordinator).post(`/campaigns/${id}/announcement`, announcing)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Maak eerst de brieven')
  expect((await world.as(coordinator).post(`/campaigns/${id}/letters`, {})).status).toBe(303)
  expect((await world.as(coordinator).post(`/campaigns/${id}/announcement`, announcing)).status).toBe(303)
  expect((await campaign())?.state).toBe('announced')
})

test('each address has one letter, to an address and not to a name, in all languages, with its own code', async () => {
  const page = await (
    await world.as(coordinator).get(`/campaigns/${id}/letters/sheets?street=${streetIds()[0]}`)
  ).text()
  const addresses = molenwijk().filter(({ streetId }) => streetId === streetIds()[0])
  expect(page.match(/class="sheet sheet-a4"/g)).toHaveLength(addresses.length)
  expect(new Set(page.match(/[2-9A-HJKMNP-Z]{3} [2-9A-HJKMNP-Z]{3} [2-9A-HJKMNP-Z]{3}/g)).size).toBe(addresses.length)
  for (const part of ['Wij komen langs in uw straat', 'lang="fr"', 'dir="rtl"']) expect(page).toContain(part)
})

const codeOf = async (addressId: string) => {
  const [letter] = await world.app.transact(coordinator, (tx) => lettersOf(tx, id, [addressId]))
  return letter?.code ?? ''
}

test('P22 a resident opts out with the code of the letter, without signing in and without the code in an address', async () => {
  const address = molenwijk()[5]
  const code = await codeOf(address?.id ?? '')
  const path = `/in/${municipality.slug}/opt-out`
  const answer = await world.as().post(path, { code: `${code.slice(0, 3)} ${code.slice(3).toLowerCase()}` })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path}/done`])
  const optedOut = await world.app.transact(coordinator, (tx) => optedOutOf(tx, id))
  expect([...optedOut]).toEqual([address?.id])
})

test('a mistyped code is told from an unknown one, and what was typed stays', async () => {
  const path = `/in/${municipality.slug}/opt-out`
  const misspelled = await (await world.as().post(path, { code: 'K7M P2Q XF5' })).text()
  expect(misspelled).toContain('Er klopt een teken niet')
  expect(misspelled).toContain('value="K7M P2Q XF5"')
  expect((await world.as().post(path, { code: '222222222' })).status).toBe(422)
})

test('a resident reads the opt-out in Arabic from right to left', async () => {
  const page = await (await world.as().get(`/in/${municipality.slug}/opt-out?lang=ar`)).text()
  expect(page).toContain('dir="rtl"')
  expect(page).toContain('رسالتك')
})

test('somebody who calls is noted by address only; an address outside the campaign is not found', async () => {
  const inside = molenwijk().find(({ streetId }) => streetId === streetIds()[0])?.id ?? ''
  const outside = places.addresses.find(({ streetId }) => !streetIds().includes(streetId))?.id ?? ''
  const note = (addressId: string) => world.as(coordinator).post(`/campaigns/${id}/opt-outs`, { addressId })
  expect([(await note(inside)).status, (await note(outside)).status]).toEqual([303, 404])
})

test('a pair needs two different people; a refusal says why', async () => {
  const [first = ''] = volunteerIds
  const answer = await world
    .as(coordinator)
    .post(`/campaigns/${id}/pairs`, { id: uuidv7(), firstVolunteerId: first, secondVolunteerId: first })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Kies twee verschillende mensen')
})

test('two pairs are made, and a volunteer is in one of them only', async () => {
  const [a = '', b = '', c = '', d = ''] = volunteerIds
  const pair = (firstVolunteerId: string, secondVolunteerId: string) =>
    world.as(coordinator).post(`/campaigns/${id}/pairs`, { id: uuidv7(), firstVolunteerId, secondVolunteerId })
  expect([(await pair(a, b)).status, (await pair(c, d)).status, (await pair(a, c)).status]).toEqual([303, 303, 422])
  expect(await world.app.transact(coordinator, (tx) => pairsOf(tx, id))).toHaveLength(2)
})

test('a proposal keeps nothing until it is sent', async () => {
  const query = new URLSearchParams([
    ['doorsPerRound', '20'],
    ['from', '2026-11-23'],
    ['weekdays', '1'],
    ['weekdays', '2'],
  ])
  const page = await (await world.as(coordinator).get(`/campaigns/${id}/rounds/proposal?${query}`)).text()
  expect(page).toContain('Voorstel van rondes')
  expect(await rounds()).toEqual([])
})

test('an address that opted out and one that a visitor refuses never stand in a round of theirs', async () => {
  expect((await world.as(coordinator).post(`/campaigns/${id}/rounds`, plan)).status).toBe(303)
  const optedOut = await world.app.transact(coordinator, (tx) => optedOutOf(tx, id))
  const kept = await Promise.all(
    (await rounds()).map((line) => world.app.transact(coordinator, (tx) => roundById(tx, line.id))),
  )
  const doors = kept.flatMap((round) => round?.doors ?? [])
  const expected = molenwijk().filter(({ id: one, streetId }) => streetIds().includes(streetId) && !optedOut.has(one))
  expect(doors.map(({ addressId }) => addressId).toSorted()).toEqual(expected.map((one) => one.id).toSorted())
  const listed = await world.app.transact(coordinator, (tx) =>
    tx.db.selectFrom('detection.round_address').select('address_id').execute(),
  )
  expect(listed.filter(({ address_id }) => optedOut.has(address_id))).toEqual([])
  const refused = molenwijk()[3]?.id
  const ofVisitor = kept.filter((round) => round?.volunteers.some(({ userId }) => userId === visitor.userId))
  expect(ofVisitor.flatMap((round) => round?.doors ?? []).filter(({ addressId }) => addressId === refused)).toEqual([])
})

test('P8 a visitor sees no address before the campaign runs', async () => {
  expect(await visitorRounds(visitor)).toEqual([])
  expect((await world.as(coordinator).post(`/campaigns/${id}/opening`, {})).status).toBe(303)
  expect((await visitorRounds(visitor)).length).toBeGreaterThan(0)
})

test('a visitor gets doors in walking order with the partner and the coordinator on call, and no names of residents', async () => {
  const [round] = await visitorRounds(visitor)
  expect(round).toMatchObject({
    campaignName: 'Molenwijk, winter',
    until: '2026-12-20',
    onCall: { name: coordinator.name },
  })
  expect(round?.partner).toBeTruthy()
  expect(round?.doors.map(({ position }) => position)).toEqual(
    round?.doors.map(({ position }) => position).toSorted((a, b) => a - b),
  )
  expect(Object.keys(round?.doors[0] ?? {})).not.toContain('name')
})

test('P6 a visitor of another pair, and a role without the visit list, find none of its doors', async () => {
  expect(await visitorRounds(otherVisitor)).toEqual([])
  for (const over of [
    { role: 'communityWorker', secrecy: 'dutyOfDiscretion' },
    { role: 'socialWorker' },
    { role: 'policyMaker' },
    { secrecy: 'dutyOfDiscretion' },
    { zoneId: municipality.ocmwZone },
  ] as const) {
    const actor = await makeStaff(world, municipality, over)
    const seen = await world.app.transact(actor, (tx) =>
      tx.db.selectFrom('detection.round_address').select('id').execute(),
    )
    expect(seen).toEqual([])
    expect((await world.as(actor).get(`/campaigns/${id}/rounds`)).status).toSatisfy(
      (status) => status === 403 || status === 404,
    )
  }
})

test('an address that opts out while the campaign runs leaves the round at once', async () => {
  const [before] = await visitorRounds(visitor)
  const door = before?.doors.at(-1)
  const code = await codeOf(door?.addressId ?? '')
  await world.as().post(`/in/${municipality.slug}/opt-out`, { code })
  const [after] = await visitorRounds(visitor)
  expect(after?.doors).toHaveLength((before?.doors.length ?? 0) - 1)
  expect(after?.doors.map(({ addressId }) => addressId)).not.toContain(door?.addressId)
})

test('a visitor hands a door back: it waits for another pair and is out of sight', async () => {
  const [before] = await visitorRounds(visitor)
  const door = before?.doors.at(-1)
  await world.app.transact(visitor, (tx) => handBackDoors(tx, [door?.roundAddressId ?? '']))
  const [after] = await visitorRounds(visitor)
  expect(after?.doors.map(({ addressId }) => addressId)).not.toContain(door?.addressId)
  const waiting = await world.app.transact(coordinator, (tx) => doorsById(tx, [door?.roundAddressId ?? '']))
  expect(waiting).toMatchObject([{ roundId: null, isStarted: true, isOptedOut: false }])
})

test('an outcome settles a door or leaves it open, and an older one changes nothing', async () => {
  const [round] = await visitorRounds(visitor)
  const [first, second] = round?.doors ?? []
  const at = new Date('2026-11-23T09:00:00Z')
  await world.app.transact(visitor, (tx) =>
    recordOutcome(tx, [
      { roundAddressId: first?.roundAddressId ?? '', outcome: 'notHome', at },
      { roundAddressId: first?.roundAddressId ?? '', outcome: 'pleasantTalk', at: new Date(at.getTime() + 60_000) },
      { roundAddressId: second?.roundAddressId ?? '', outcome: 'notHome', at },
    ]),
  )
  await world.app.transact(visitor, (tx) =>
    recordOutcome(tx, [{ roundAddressId: first?.roundAddressId ?? '', outcome: 'noWish', at }]),
  )
  const [after] = await visitorRounds(visitor)
  expect(after?.doors.slice(0, 2).map(({ state, outcome }) => [state, outcome])).toEqual([
    ['done', 'pleasantTalk'],
    ['open', 'notHome'],
  ])
  expect((await doorsByStreet()).reduce((sum, { done, again }) => sum + done + again, 0)).toBe(2)
})

test('a visitor cannot note an outcome at a door of another pair', async () => {
  const lines = await rounds()
  const own = new Set((await visitorRounds(visitor)).map((round) => round.id))
  const other = lines.find((line) => !own.has(line.id))
  const door = (await world.app.transact(coordinator, (tx) => roundById(tx, other?.id ?? '')))?.doors[0]
  await world.app.transact(visitor, (tx) =>
    recordOutcome(tx, [{ roundAddressId: door?.roundAddressId ?? '', outcome: 'noWish', at: world.now() }]),
  )
  const after = (await world.app.transact(coordinator, (tx) => roundById(tx, other?.id ?? '')))?.doors[0]
  expect(after?.outcome).toBeNull()
})

test('a street moves to another round, where the walk is put in order anew', async () => {
  const lines = await rounds()
  const all = await Promise.all(lines.map((line) => world.app.transact(coordinator, (tx) => roundById(tx, line.id))))
  const [from, to] = all.filter((round) => !round?.volunteers.some(({ userId }) => userId === visitor.userId))
  const streetId = from?.doors[0]?.streetId ?? ''
  const path = `/campaigns/${id}/rounds/${from?.id}`
  expect((await world.as(coordinator).post(`${path}/streets`, { streetId, to: from?.id ?? '' })).status).toBe(422)
  expect((await world.as(coordinator).post(`${path}/streets`, { streetId, to: to?.id ?? '' })).status).toBe(303)
  const after = await world.app.transact(coordinator, (tx) => roundById(tx, to?.id ?? ''))
  expect(after?.doors.some((door) => door.streetId === streetId)).toBe(true)
  expect(after?.doors.map(({ position }) => position)).toEqual(after?.doors.map((_door, place) => place + 1))
})

test('a round changed by somebody else in between is not overwritten', async () => {
  const [line] = (await rounds()).toReversed()
  const path = `/campaigns/${id}/rounds/${line?.id}`
  const round = await world.app.transact(coordinator, (tx) => roundById(tx, line?.id ?? ''))
  const change = { version: String(round?.version), day: '2026-12-18', pairId: line?.pairId ?? '' }
  expect((await world.as(coordinator).post(path, change)).status).toBe(303)
  expect((await world.as(coordinator).post(path, { ...change, day: '2026-12-17' })).status).toBe(409)
  expect((await world.as(coordinator).post(path, { ...change, version: '99', day: '2027-01-05' })).status).toBe(422)
})

test('the paper list of a round has the doors still open and who to call, and no names of residents', async () => {
  const [round] = await visitorRounds(visitor)
  const page = await (await world.as(coordinator).get(`/campaigns/${id}/rounds/${round?.id}/sheet`)).text()
  expect(page).toContain(coordinator.name)
  expect(page.match(/<tr class="table-row"/g)).toHaveLength(
    round?.doors.filter(({ state }) => state === 'open').length ?? 0,
  )
})

test('P13 counts of people are shown only when they point at nobody, and never as zero', async () => {
  const policyMaker = await makeStaff(world, municipality, { role: 'policyMaker', secrecy: 'none' })
  const tally = { id: uuidv7(), basis: 'estimated', notedOn: '2026-11-23', olderPerson: '12', migrationBackground: '7' }
  expect((await world.as(visitor).post(`/campaigns/${id}/tallies`, tally)).status).toBe(303)
  await world.as(visitor).post(`/campaigns/${id}/tallies`, tally)
  const page = await (await world.as(policyMaker).get(`/campaigns/${id}/tallies`)).text()
  expect(page).toContain('>12<')
  expect(page).not.toContain('>7<')
  expect(page).toContain('verborgen')
  expect((await world.as(policyMaker).post(`/campaigns/${id}/tallies`, tally)).status).toBe(403)
  expect(await (await world.as(visitor).get(`/campaigns/${id}/tallies`)).text()).not.toContain('>12<')
})

test('P13 a policy maker sees outcomes of the whole campaign without small numbers, and no street', async () => {
  const policyMaker = await makeStaff(world, municipality, { role: 'policyMaker', secrecy: 'none' })
  const page = await (await world.as(policyMaker).get(`/campaigns/${id}`)).text()
  expect(page).toContain('Wat er aan de deuren gebeurde')
  expect(page).toContain('verborgen')
  expect(page).not.toContain('Hoe ver per straat')
})

const nightly = async () => {
  const job = world.app.jobs.find((jobs) => jobs.recurring?.['campaigns.daily'])?.recurring?.['campaigns.daily']
  await job?.task(municipality.id)
}

test('P8 after its last day a campaign ends by itself and visitors see no addresses', async () => {
  world.setNow('2026-12-21T02:30:00Z')
  await nightly()
  expect(await campaign()).toMatchObject({ state: 'ended', endedOn: '2026-12-20' })
  expect(await visitorRounds(visitor)).toEqual([])
  const code = await codeOf(molenwijk()[8]?.id ?? '')
  const answer = await world.as().post(`/in/${municipality.slug}/opt-out`, { code })
  expect(await answer.text()).toContain('Deze bezoeken zijn voorbij')
})

test('P15 lists stay until the municipality switched on a rule of its own, and go after its term; counts stay', async () => {
  const doors = (await doorsByStreet()).reduce((sum, street) => sum + street.doors, 0)
  world.setNow('2027-02-01T02:30:00Z')
  await nightly()
  expect((await rounds()).length).toBeGreaterThan(0)
  const rule = {
    version: '0',
    days: '30',
    isOn: 'yes',
    reference: 'selectielijst 12.3',
    decidedBy: 'college',
    decidedOn: '2026-09-01',
  }
  expect((await world.as(coordinator).post('/visit-list-rule', rule)).status).toBe(303)
  await nightly()
  expect(await rounds()).toEqual([])
  expect(await world.app.transact(coordinator, (tx) => optedOutOf(tx, id))).toEqual(new Set())
  expect((await campaign())?.listsErasedOn).toBe('2027-02-01')
  expect((await doorsByStreet()).reduce((sum, street) => sum + street.doors, 0)).toBeGreaterThanOrEqual(doors)
})
