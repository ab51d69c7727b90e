import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CampaignWorld, openCampaignWorld } from '../../../../../tests/support/campaigns.ts'
import { recordOutcome } from './door-store.ts'

// Some doors are published without a street. One campaign takes them along, from choosing to looking back.
let story: CampaignWorld
let streetless: readonly string[]
beforeAll(async () => {
  story = await openCampaignWorld()
  streetless = story.doors
    .filter(({ streetId }) => streetId === story.streetIds[0])
    .slice(0, 4)
    .map(({ id }) => id)
  await story.world.database.owner
    .updateTable('places.address')
    .set({ street_id: null })
    .where('id', 'in', [...streetless])
    .execute()
  await story.reach('planned')
})
afterAll(() => story.world.close())

const page = async (path: string) => (await story.leader.get(`/campaigns/${story.id}${path}`)).text()

test('doors without a street are a choice of their own, per neighbourhood, with how many there are', async () => {
  const streets = await page('/streets')
  expect(streets).toContain('Deuren zonder straatnaam')
  expect(streets).toContain('4 deuren')
  expect(streets).toContain('map-choice-dots')
})

test('they do not go along with any street; chosen, they do', async () => {
  await story.reach('letters', 'planned')
  expect(await story.codeOf(streetless[0])).toBe('')
  const chosen = { streetIds: story.streetIds, streetlessIn: [story.neighbourhoodId] }
  expect((await story.chooseStreets(chosen)).status).toBe(303)
  await story.reach('letters', 'streets')
  expect(await story.codeOf(streetless[0])).not.toBe('')
})

test('their letters are printed together, each saying near which street it is', async () => {
  const sheets = await page('/letters/sheets?street=none')
  expect(sheets.match(/class="sheet sheet-a4"/g)).toHaveLength(4)
  expect(sheets).toMatch(/Nummer \d+, bij [A-Z]/)
})

test('somebody there who calls is found by the house number alone', async () => {
  await story.reach('announced', 'letters')
  const number = story.doors.find(({ id }) => id === streetless[0])?.number ?? ''
  const found = await page(`/opt-outs?q=${number}`)
  expect(found).toContain(`Nummer ${number}, bij`)
  expect((await story.leader.post(`/campaigns/${story.id}/opt-outs`, { addressId: streetless[0] ?? '' })).status).toBe(
    303,
  )
})

test('they stand in rounds, on the sheet and on the phone, except who would rather have no visit', async () => {
  await story.reach('running', 'announced')
  const rounds = await Promise.all((await story.rounds()).map(({ id }) => story.round(id)))
  const inRounds = rounds.flatMap((round) => round?.doors ?? []).filter(({ streetId }) => streetId === null)
  expect(inRounds.map(({ addressId }) => addressId).toSorted()).toEqual(streetless.slice(1).toSorted())
  const round = rounds.find((one) => one?.doors.some(({ streetId }) => streetId === null))
  const sheet = await page(`/rounds/${round?.id}/sheet`)
  expect(sheet).toContain('Zonder straatnaam')
  expect(sheet).toMatch(/\d+, bij [A-Z]/)
})

test('they move to another round together, like a street', async () => {
  const rounds = await Promise.all((await story.rounds()).map(({ id }) => story.round(id)))
  const from = rounds.find((one) => one?.doors.some(({ streetId }) => streetId === null))
  const to =
    rounds.find((one) => one?.id !== from?.id && one?.pairId === from?.pairId) ??
    rounds.find((one) => one?.id !== from?.id)
  const moving = from?.doors.filter(({ streetId }) => streetId === null).map(({ addressId }) => addressId) ?? []
  const path = `/campaigns/${story.id}/rounds/${from?.id}/streets`
  expect((await story.leader.post(path, { streetId: 'none', to: to?.id ?? '' })).status).toBe(303)
  const there = (await story.round(to?.id))?.doors.map(({ addressId }) => addressId)
  expect(there).toEqual(expect.arrayContaining(moving))
})

test('their progress is one line beside the streets, and its counts stay when the lists go', async () => {
  const rounds = await Promise.all((await story.rounds()).map(({ id }) => story.round(id)))
  const door = rounds.flatMap((round) => round?.doors ?? []).find(({ streetId }) => streetId === null)
  await story.asked(story.coordinator, (tx) =>
    recordOutcome(tx, [{ roundAddressId: door?.roundAddressId ?? '', outcome: 'pleasantTalk', at: tx.now }]),
  )
  expect((await story.progress()).at(-1)).toMatchObject({ streetId: null, doors: 3, done: 1 })
  const rule = { version: '0', days: '30', isOn: 'yes', reference: 'r', decidedBy: 'college', decidedOn: '2026-09-01' }
  await story.leader.post('/visit-list-rule', rule)
  for (const moment of ['2026-12-21T02:30:00Z', '2027-02-01T02:30:00Z']) {
    story.world.setNow(moment)
    await story.night()
  }
  expect(await story.rounds()).toEqual([])
  expect((await story.progress()).at(-1)).toMatchObject({ streetId: null, doors: 3, done: 1 })
})
