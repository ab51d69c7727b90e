import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileCard, openCaseOfCard } from '../../../../../tests/support/cards.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../../tests/support/world.ts'
import type { StaffActor } from '../../../../platform/access/actor.ts'
import { cardById } from '../../cards/card-store.ts'
import { mergeSignals } from '../merging/merging.ts'
import { eventsOf, signalById } from '../signal-store.ts'

let world: World
let place: TestMunicipality
let coordinator: StaffActor
let socialWorker: StaffActor
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
  coordinator = await makeStaff(world, place, { name: 'Sofie Trekker' })
  socialWorker = await makeStaff(world, place, { role: 'socialWorker', name: 'Anna Collega' })
})
afterAll(() => world.close())

const wish = 'Iemand die mee de brieven leest'

/** A card that became a case, in which the social worker is asked or not. */
async function cardInCase(member?: StaffActor) {
  const { signalId } = await fileCard(world, place, { wish })
  const { caseId, personId } = await openCaseOfCard(world, coordinator, signalId)
  if (member) await world.as(coordinator).post(`/cases/${caseId}/members`, { userId: member.userId })
  return { signalId, caseId, personId, page: `/cases/${caseId}/card` }
}

/** What the database lets `actor` read of a card and its signal. */
const readable = (actor: StaffActor, signalId: string) =>
  world.app.transact(actor, async (tx) => ({
    card: (await cardById(tx, signalId))?.content?.wish,
    signal: (await signalById(tx, signalId))?.state,
    events: (await eventsOf(tx, { id: signalId, zoneId: place.municipalityZone })).length,
  }))

test('P6 a social worker reads the card of a case they are in, with its history, and the log names the person', async () => {
  const { signalId, page, personId, caseId } = await cardInCase(socialWorker)
  const text = await (await world.as(socialWorker).get(page)).text()
  for (const words of [wish, '011 00 00 07', 'Sofie Trekker', 'Wat mogen we vertellen']) expect(text).toContain(words)
  const lines = await world.database.owner
    .selectFrom('audit.line')
    .select(['person_id', 'reason'])
    .where('subject_id', '=', signalId)
    .where('action', '=', 'read card')
    .where('actor_user_id', '=', socialWorker.userId)
    .execute()
  expect(lines).toEqual([{ person_id: personId, reason: 'work on the case' }])
  const timeline = await (await world.as(socialWorker).get(`/cases/${caseId}/timeline`)).text()
  expect(timeline).toContain('Kaartje binnengekomen')
})

test('P6 whoever is not in the case, or not any more, reads nothing of its card', async () => {
  const { signalId, page, caseId } = await cardInCase(socialWorker)
  const others = [
    await makeStaff(world, place, { role: 'socialWorker' }),
    await makeStaff(world, place, { role: 'socialWorker', zoneId: place.ocmwZone }),
    { ...socialWorker, secrecy: 'dutyOfDiscretion' as const },
    { ...socialWorker, zoneId: place.ocmwZone },
  ]
  const nothing = { card: undefined, signal: undefined, events: 0 }
  for (const other of others) expect(await readable(other, signalId)).toEqual(nothing)
  expect(await readable(socialWorker, signalId)).toMatchObject({ card: wish, signal: 'case' })
  await world.as(coordinator).post(`/cases/${caseId}/members/removal`, { userId: socialWorker.userId })
  expect(await readable(socialWorker, signalId)).toEqual(nothing)
  expect((await world.as(socialWorker).get(page)).status).toBe(404)
})

test('P6 a member of one case reads no card of another case and no card of the inbox', async () => {
  await cardInCase(socialWorker)
  const other = await cardInCase()
  const inInbox = await fileCard(world, place)
  for (const id of [other.signalId, inInbox.signalId])
    expect(await readable(socialWorker, id)).toEqual({ card: undefined, signal: undefined, events: 0 })
})

test('a card that was merged into the one of the case is read with it', async () => {
  const { signalId, page } = await cardInCase(socialWorker)
  const double = await fileCard(world, place, { wish: 'Hetzelfde, nog eens gevraagd' })
  const version = (await world.app.transact(coordinator, (tx) => signalById(tx, signalId)))?.version ?? 0
  const needs = { transact: world.app.transact }
  await mergeSignals(needs, coordinator, { signalId, version, other: double.signalId })
  expect(await (await world.as(socialWorker).get(page)).text()).toContain('Hetzelfde, nog eens gevraagd')
})

test('a member reads the card of the case and changes nothing of it', async () => {
  const { signalId } = await cardInCase(socialWorker)
  const changed = await world.app.transact(socialWorker, (tx) =>
    tx.db.updateTable('detection.signal').set({ urgency: 'urgent' }).where('id', '=', signalId).executeTakeFirst(),
  )
  expect(Number(changed.numUpdatedRows)).toBe(0)
})
