import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import type { StaffActor } from '../../../platform/access/actor.ts'
import { systemActor } from '../../../platform/access/actor.ts'
import { signalById } from '../signals/signal-store.ts'
import { readCode } from './card-code.ts'
import type { CardInput } from './card-input.ts'
import { cardInput } from './card-input.ts'
import { cardById, cardIdOfCode } from './card-store.ts'
import { fileCards } from './file-cards.ts'

let world: World
let place: TestMunicipality
let coordinator: StaffActor
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
  coordinator = await makeStaff(world, place)
})
afterAll(() => world.close())

const card = (over: Partial<CardInput> = {}): CardInput => ({
  id: uuidv7(),
  source: 'visitor',
  channel: 'homeVisit',
  wish: 'Ik zou graag iemand hebben die meegaat naar de winkel.',
  name: 'Georgette Maes',
  phone: '011 00 00 07',
  placeText: 'Kerkstraat 12',
  language: 'nl',
  needsInterpreter: false,
  agreement: { mayTell: 'wat op dit kaartje staat', toWhom: ['coordinator'], given: 'spoken' },
  urgency: 'ordinary',
  filledInBy: 'Ria, bezoeker',
  filledInOn: '2026-11-23',
  ...over,
})
const transact: World['app']['transact'] = (actor, work) => world.app.transact(actor, work)

test('a filed card arrives as a signal with a promise, and its code leads back to it', async () => {
  const input = card()
  const [receipt] = await transact(coordinator, (tx) => fileCards(tx, [{ ...input, zoneId: place.municipalityZone }]))
  expect(readCode(receipt?.code ?? '')).toBe(receipt?.code)
  const signal = await transact(coordinator, (tx) => signalById(tx, receipt?.signalId ?? ''))
  expect(signal).toMatchObject({ state: 'received', dueOn: '2026-12-07', source: 'visitor' })
  const found = await transact(systemActor(place.id, 'test'), (tx) => cardIdOfCode(tx, receipt?.code ?? ''))
  expect(found).toBe(input.id)
})

test('filing the same card again gives the same receipt and no second signal', async () => {
  const input = { ...card(), zoneId: place.municipalityZone }
  const first = await transact(coordinator, (tx) => fileCards(tx, [input]))
  const second = await transact(coordinator, (tx) => fileCards(tx, [{ ...input, wish: 'iets anders' }]))
  expect(second).toEqual(first)
  const kept = await transact(coordinator, (tx) => cardById(tx, input.id))
  expect(kept?.content?.wish).toBe(input.wish)
})

test('more cards than a statement has room for parameters are filed at once', async () => {
  const many = Array.from({ length: 3500 }, () => ({ ...card(), zoneId: place.municipalityZone }))
  const receipts = await transact(coordinator, (tx) => fileCards(tx, many))
  expect(new Set(receipts.map(({ code }) => code)).size).toBe(3500)
  const last = await transact(coordinator, (tx) => cardById(tx, many.at(-1)?.id ?? ''))
  expect(last).toMatchObject({ content: { name: 'Georgette Maes' }, agreement: { toWhom: ['coordinator'] } })
})

test('P8 a visitor hands in a card and does not see it any more, only its status', async () => {
  const visitor = await makeStaff(world, place, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  const input = { ...card(), zoneId: place.municipalityZone, senderUserId: visitor.userId }
  const [receipt] = await transact(visitor, (tx) => fileCards(tx, [input]))
  expect(receipt?.code).toHaveLength(12)
  const seen = await transact(visitor, async (tx) => [await cardById(tx, input.id), await signalById(tx, input.id)])
  expect(seen).toEqual([undefined, expect.objectContaining({ state: 'received' })])
})

test.each([
  ['a coordinator of another zone', { zone: 'ocmw' }],
  ['a coordinator without professional secrecy', { secrecy: 'dutyOfDiscretion' }],
  ['a community worker', { role: 'communityWorker', secrecy: 'dutyOfDiscretion' }],
  ['an administrator', { role: 'administrator', secrecy: 'none' }],
  ['another visitor', { role: 'visitor', secrecy: 'dutyOfDiscretion' }],
] as const)('P6 %s sees neither card nor signal', async (_who, { zone, ...over }: { zone?: string } & object) => {
  const input = { ...card(), zoneId: place.municipalityZone }
  await transact(coordinator, (tx) => fileCards(tx, [input]))
  const other = await makeStaff(world, place, { ...over, ...(zone ? { zoneId: place.ocmwZone } : {}) })
  const seen = await transact(other, async (tx) => [await cardById(tx, input.id), await signalById(tx, input.id)])
  expect(seen).toEqual([undefined, undefined])
})

test('P9 a card cannot be handed in for another data zone than one acts for', async () => {
  await expect(transact(coordinator, (tx) => fileCards(tx, [{ ...card(), zoneId: place.ocmwZone }]))).rejects.toThrow(
    /row-level security/,
  )
})

test('P3 a card with a national number is refused', () => {
  const parsed = cardInput.safeParse(card({ wish: 'Mijn nummer is 85.07.30-033.28' }))
  expect(parsed.error?.issues[0]?.message).toBe('resident.card.error.nationalNumber')
})

test('P17 handing in a card leaves an audit line without what it says', async () => {
  const input = { ...card({ name: 'Zonderlinge Naam' }), zoneId: place.municipalityZone }
  await transact(coordinator, (tx) => fileCards(tx, [input]))
  const lines = await world.database.owner
    .selectFrom('audit.line')
    .selectAll()
    .where('subject_id', '=', input.id)
    .execute()
  expect(lines.map(({ action }) => action)).toEqual(['file card'])
  expect(JSON.stringify(lines)).not.toContain('Zonderlinge')
})

test('a card that names a place we do not have any more is filed without it', async () => {
  const input = { ...card(), zoneId: place.municipalityZone, addressId: uuidv7(), neighbourhoodId: uuidv7() }
  await transact(coordinator, (tx) => fileCards(tx, [input]))
  const kept = await transact(coordinator, (tx) => cardById(tx, input.id))
  expect(kept).toMatchObject({ addressId: null, content: { wish: input.wish } })
})

test('a card stays when its campaign and the address it came from go, and names them no more', async () => {
  const { owner } = world.database
  const zone = { municipality_id: place.id, zone_id: place.municipalityZone }
  const [campaignId, addressId] = [uuidv7(), uuidv7()]
  await owner
    .insertInto('detection.campaign')
    .values({
      ...zone,
      id: campaignId,
      name: 'Winterbezoek',
      reason: 'Weten hoe het gaat',
      decided_by: 'college',
      decided_on: '2026-11-01',
      legal_ground_type: 'publicTask',
      legal_ground: 'Decreet lokaal sociaal beleid',
      languages: ['nl'],
      starts_on: '2026-11-01',
      ends_on: '2026-11-30',
      on_call_user_id: coordinator.userId,
      created_by: coordinator.userId,
    })
    .execute()
  await owner
    .insertInto('places.address')
    .values({
      municipality_id: place.id,
      id: addressId,
      nis_code: '99001',
      postal_code: '9999',
      number: '1',
      x: 1,
      y: 1,
      edition: '2026',
    })
    .execute()
  const input = { ...card(), zoneId: place.municipalityZone, campaignId, addressId }
  await transact(coordinator, (tx) => fileCards(tx, [input]))
  await owner.deleteFrom('detection.campaign').where('id', '=', campaignId).execute()
  await owner.deleteFrom('places.address').where('id', '=', addressId).execute()
  const row = await owner
    .selectFrom('detection.referral_card')
    .select(['municipality_id', 'campaign_id', 'address_id'])
    .where('id', '=', input.id)
    .executeTakeFirst()
  expect(row).toEqual({ municipality_id: place.id, campaign_id: null, address_id: null })
})
