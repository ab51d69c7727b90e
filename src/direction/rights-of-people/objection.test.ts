import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CampaignWorld, openCampaignWorld } from '../../../tests/support/campaigns.ts'
import { fileCard } from '../../../tests/support/cards.ts'
import { createPerson } from '../../registers/people/index.ts'

let story: CampaignWorld
let addressId: string
let cardId: string
let doubleId: string
const personId = uuidv7()
const objectionId = uuidv7()

beforeAll(async () => {
  story = await openCampaignWorld()
  const { world, municipality, coordinator, doors, streetIds } = story
  const door = doors.find(({ streetId }) => streetId === streetIds[0])
  addressId = door?.id ?? ''
  await world.app.transact(coordinator, (tx) =>
    createPerson(tx, {
      id: personId,
      zoneId: municipality.municipalityZone,
      givenName: 'Maria',
      familyName: 'Peeters',
      addressId,
    }),
  )
  ;({ cardId } = await fileCard(world, municipality, { wish: 'Iemand om mee te wandelen.' }))
  ;({ cardId: doubleId } = await fileCard(world, municipality, { wish: 'Iemand om mee te praten.' }))
  const { owner } = world.database
  await owner.updateTable('detection.signal').set({ person_id: personId }).where('id', '=', cardId).execute()
  await owner
    .updateTable('detection.signal')
    .set({ merged_into: cardId, merged_at: new Date() })
    .where('id', '=', doubleId)
    .execute()
  await story.reach('letters')
})
afterAll(() => story.world.close())

const letters = async (street: string | undefined) =>
  (await story.leader.get(`/campaigns/${story.id}/letters/sheets?street=${street}`)).text()
const standing = async (id: string) =>
  story.world.database.owner
    .selectFrom('detection.signal')
    .select(['state', 'closed_because'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

const contentOf = async (ids: readonly string[]) => {
  const rows = await story.world.database.owner
    .selectFrom('detection.referral_card')
    .select('content_sealed')
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(({ content_sealed }) => content_sealed)
}

test('P16 after an objection cards on their way end and are erased with those merged into them, and the address gets no letter and no visit in the campaign that is on', async () => {
  const code = await story.codeOf(addressId)
  expect(code).not.toBe('')
  const asked = { id: objectionId, personId, kind: 'object', channel: 'phone', receivedOn: '2026-11-23' }
  expect((await story.leader.post('/rights', { ...asked, identityChecked: 'known' })).status).toBe(303)
  expect((await story.leader.post(`/rights/${objectionId}/objection`, {})).status).toBe(303)
  expect(await standing(cardId)).toEqual({ state: 'closed', closed_because: 'withdrawn' })
  expect(await contentOf([cardId, doubleId])).toEqual([null, null])
  expect(await story.optedOut()).toEqual(new Set([addressId]))
  expect(await letters(story.streetIds[0])).not.toContain(code)
  await story.reach('running', 'letters')
  const visited = await story.world.database.owner
    .selectFrom('detection.round_address')
    .select('address_id')
    .where('campaign_id', '=', story.id)
    .execute()
  expect(visited.length).toBeGreaterThan(0)
  expect(visited.map(({ address_id }) => address_id)).not.toContain(addressId)
})

test('P16 a later campaign leaves the address out by itself, until the person takes the objection back', async () => {
  const made = async () => {
    const id = uuidv7()
    expect((await story.leader.post('/campaigns', { ...story.form, id, name: 'Molenwijk, lente' })).status).toBe(303)
    expect(
      (await story.leader.post(`/campaigns/${id}/streets`, { version: '1', streetIds: story.streetIds })).status,
    ).toBe(303)
    expect((await story.leader.post(`/campaigns/${id}/letters`, {})).status).toBe(303)
    const rows = await story.world.database.owner
      .selectFrom('detection.campaign_letter')
      .select('address_id')
      .where('campaign_id', '=', id)
      .execute()
    expect(rows.length).toBeGreaterThan(5)
    return rows.map(({ address_id }) => address_id)
  }
  expect(await made()).not.toContain(addressId)
  expect(await (await story.leader.get(`/rights/${objectionId}`)).text()).toContain('sinds 23 november 2026')
  expect((await story.leader.post(`/rights/${objectionId}/objection/removal`, {})).status).toBe(303)
  expect(await made()).toContain(addressId)
  expect((await story.leader.post(`/rights/${objectionId}/objection/removal`, {})).status).toBe(400)
})
