import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileCard, openCaseOfCard } from '../../../tests/support/cards.ts'
import { freeFile } from '../../../tests/support/frozen-volunteers.ts'
import { doWorkOfTheClock } from '../../../tests/support/jobs.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import { signalsByNeighbourhood } from '../../functions/detection/index.ts'
import { askAboutData } from '../../functions/detection/my-card/actions.ts'
import { type StaffActor, systemActor } from '../../platform/access/actor.ts'

let world: World
let place: TestMunicipality
let coordinator: StaffActor
let officer: StaffActor
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
  coordinator = await makeStaff(world, place)
  officer = await makeStaff(world, place, { role: 'dataProtectionOfficer', secrecy: 'none' })
})
afterAll(() => world.close())

/** A resident's card, and the request that its code asks for. */
async function cardThatAsks(): Promise<{ readonly cardId: string; readonly requestId: string }> {
  const { cardId } = await fileCard(world, place, { wish: 'Iemand voor de tuin.' })
  const asked = { kind: 'restrict', text: '' } as const
  expect(await askAboutData({ transact: world.app.transact }, place.id, cardId, asked)).toBe(true)
  const { id } = await world.database.owner
    .selectFrom('rights.request')
    .select('id')
    .where('card_id', '=', cardId)
    .executeTakeFirstOrThrow()
  return { cardId, requestId: id }
}

const signal = (cardId: string) =>
  world.database.owner.selectFrom('detection.signal').selectAll().where('id', '=', cardId).executeTakeFirstOrThrow()

test('P16 who is in no register asks with the code of a card to freeze it; nobody reads the card until the officer lets it go', async () => {
  const { cardId, requestId } = await cardThatAsks()
  expect(await (await world.as(coordinator).get(`/rights/${requestId}`)).text()).toContain(
    'ziet niemand dit kaartje nog',
  )
  expect((await world.as(coordinator).post(`/rights/${requestId}/freezing`, {})).status).toBe(303)
  const card = await world.as(coordinator).get(`/inbox/${cardId}`)
  expect([card.status, (await card.text()).includes('tuin')]).toEqual([423, false])
  const tables = ['detection.signal', 'detection.referral_card', 'detection.signal_event'] as const
  for (const table of tables) {
    const rows = await world.app.transact(coordinator, (tx) => tx.db.selectFrom(table).selectAll().execute())
    expect(rows, table).toEqual([])
  }
  const discreet = await makeStaff(world, place, { secrecy: 'dutyOfDiscretion' })
  const standings = () =>
    world.app.transact(discreet, async (tx) => {
      const { rows } = await sql<{ id: string }>`
        select id from detection.standings_in_my_zone(null, '2026-01-01')`.execute(tx.db)
      return rows.map(({ id }) => id)
    })
  expect(await standings()).not.toContain(cardId)
  await freeFile(world, officer, requestId)
  expect(await (await world.as(coordinator).get(`/inbox/${cardId}`)).text()).toContain('tuin')
  expect(await standings()).toContain(cardId)
})

test('P16 the work of the night neither passes on nor counts a frozen card', async () => {
  await world.as(coordinator).post('/substitutes/head-of-service', { head: coordinator.userId })
  const counted = async () =>
    (await world.app.transact(systemActor(place.id, 'test'), (tx) => signalsByNeighbourhood(tx, 2026))).reduce(
      (sum, { count }) => sum + count,
      0,
    )
  const others = await counted()
  const { cardId, requestId } = await cardThatAsks()
  expect((await world.as(coordinator).post(`/rights/${requestId}/freezing`, {})).status).toBe(303)
  const before = await signal(cardId)
  world.setNow('2027-01-04T08:00:00Z')
  await doWorkOfTheClock(world, place.id)
  expect(await signal(cardId)).toEqual(before)
  expect(await counted()).toBe(others)
  await freeFile(world, officer, requestId)
  await doWorkOfTheClock(world, place.id)
  expect(await signal(cardId)).toMatchObject({ escalated: 'headOfService' })
  expect(await counted()).toBe(others + 1)
})

test('P16 when the card became a case meanwhile, the person and the case are frozen', async () => {
  world.setNow('2026-11-23T08:00:00Z')
  const { cardId, requestId } = await cardThatAsks()
  const { personId, caseId } = await openCaseOfCard(world, coordinator, cardId)
  expect((await world.as(coordinator).post(`/rights/${requestId}/freezing`, {})).status).toBe(303)
  expect((await world.as(coordinator).get(`/cases/${caseId}`)).status).toBe(423)
  expect(await (await world.as(coordinator).get(`/people/${personId}`)).text()).toContain('bevroren sinds')
  await freeFile(world, officer, requestId)
  expect((await world.as(coordinator).get(`/cases/${caseId}`)).status).toBe(200)
})

test('P16 who filled a card in for somebody else does not freeze it with the code', async () => {
  const { cardId } = await fileCard(world, place, { wish: 'Een praatje.' })
  const { owner } = world.database
  await owner.updateTable('detection.signal').set({ source: 'professional' }).where('id', '=', cardId).execute()
  const asked = { kind: 'restrict', text: '' } as const
  expect(await askAboutData({ transact: world.app.transact }, place.id, cardId, asked)).toBe(false)
})
