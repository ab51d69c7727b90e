import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CampaignWorld, openCampaignWorld } from '../../../../../tests/support/campaigns.ts'
import { freeFile, freezeFile } from '../../../../../tests/support/frozen-volunteers.ts'
import { makeStaff } from '../../../../../tests/support/world.ts'
import { systemActor } from '../../../../platform/access/actor.ts'
import { addPair } from '../pairs/pair-store.ts'

let story: CampaignWorld
/** The volunteer who signs in as `story.visitor`, the name, and the request for which the file is frozen. */
let frozenId: string
let name: string
let requestId: string
let spare: string

beforeAll(async () => {
  story = await openCampaignWorld()
  await story.reach('rounds')
  const file = await story.world.database.owner
    .selectFrom('volunteers.volunteer')
    .select(['id', 'name'])
    .where('account_id', '=', story.visitor.userId)
    .executeTakeFirstOrThrow()
  frozenId = file.id
  name = file.name
  spare = story.volunteerIds.find((id) => id !== frozenId && !story.volunteerIds.slice(0, 4).includes(id)) ?? ''
  await story.leader.post(`/campaigns/${story.id}/opening`, {})
  requestId = await freezeFile(story.world, story.coordinator, frozenId)
})
afterAll(() => story.world.close())

const textOf = async (path: string) => (await story.leader.get(path)).text()
/** The round of the frozen volunteer, and one of the other pair. */
async function theirRounds() {
  const lines = await story.rounds()
  const own = lines.find((line) => [line.firstVolunteerId, line.secondVolunteerId].includes(frozenId))
  const other = lines.find((line) => ![line.firstVolunteerId, line.secondVolunteerId].includes(frozenId))
  if (!own || !other) throw new Error('Both pairs have a round.')
  return { own, other }
}

test('P16 a pair with a frozen volunteer says so without a name, and what to do', async () => {
  const pairs = await textOf(`/campaigns/${story.id}/pairs`)
  expect(pairs).toContain('Vrijwilliger met een bevroren dossier')
  expect(pairs).toContain('Stop het tweetal')
  const { own } = await theirRounds()
  for (const path of ['rounds', `rounds/${own.id}`, `rounds/${own.id}/sheet`, 'pairs'])
    expect([path, (await textOf(`/campaigns/${story.id}/${path}`)).includes(name)]).toEqual([path, false])
  expect(await textOf(`/campaigns/${story.id}/rounds/${own.id}`)).toContain('Geef de ronde aan een ander tweetal')
  expect(await textOf(`/campaigns/${story.id}/rounds/${own.id}/sheet`)).toContain('Ga niet alleen')
})

test('P16 a frozen volunteer gets no new pair', async () => {
  const pair = { id: uuidv7(), firstVolunteerId: frozenId, secondVolunteerId: spare }
  expect((await story.leader.post(`/campaigns/${story.id}/pairs`, pair)).status).toBe(404)
  const program = systemActor(story.municipality.id, 'test')
  const add = story.world.app.transact(program, (tx) => addPair(tx, { ...pair, campaignId: story.id }))
  await expect(add).rejects.toThrow(/is frozen/)
})

test('P16 no round is planned, moved or filled for a pair with a frozen volunteer', async () => {
  const { own, other } = await theirRounds()
  const base = `/campaigns/${story.id}/rounds`
  const round = await story.round(other.id)
  const change = { version: String(round?.version), day: '2026-12-10', pairId: own.pairId }
  const replanned = await story.leader.post(`${base}/${other.id}`, change)
  expect([replanned.status, (await replanned.text()).includes('Kies een ander tweetal')]).toEqual([422, true])
  const street = { streetId: round?.doors[0]?.streetId ?? '', to: own.id }
  const moved = await story.leader.post(`${base}/${other.id}/streets`, street)
  expect([moved.status, (await moved.text()).includes('kies een andere ronde')]).toEqual([422, true])
  const before = (await story.rounds()).filter(({ pairId }) => pairId === own.pairId).length
  expect((await story.leader.post(base, story.plan)).status).toBe(303)
  expect((await story.rounds()).filter(({ pairId }) => pairId === own.pairId)).toHaveLength(before)
})

test('P16 the database gives a pair with a frozen volunteer no round and no door', async () => {
  const { own, other } = await theirRounds()
  const change = (set: object) =>
    story.asked(story.coordinator, (tx) =>
      tx.db.updateTable('detection.round').set(set).where('id', '=', other.id).execute(),
    )
  await expect(change({ pair_id: own.pairId })).rejects.toThrow(/is frozen/)
  const fill = story.asked(story.coordinator, (tx) =>
    tx.db.updateTable('detection.round_address').set({ round_id: own.id }).where('round_id', '=', other.id).execute(),
  )
  await expect(fill).rejects.toThrow(/is frozen/)
})

test('P16 a frozen visitor has no round; the other of the pair has no name beside it, and does not go alone', async () => {
  expect(await story.roundsOf(story.visitor)).toEqual([])
  const { own } = await theirRounds()
  const partnerId = own.firstVolunteerId === frozenId ? own.secondVolunteerId : own.firstVolunteerId
  const partner = await makeStaff(story.world, story.municipality, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  const { owner } = story.world.database
  await owner
    .updateTable('volunteers.volunteer')
    .set({ account_id: partner.userId })
    .where('id', '=', partnerId)
    .execute()
  const [round] = await story.roundsOf(partner)
  expect(round).toMatchObject({ partner: null, isPairWhole: false })
})

test('a pair with a frozen volunteer is ended, its doors wait for another, and after letting go they can pair again', async () => {
  const { own } = await theirRounds()
  expect((await story.leader.post(`/campaigns/${story.id}/pairs/${own.pairId}/ending`, {})).status).toBe(303)
  expect(await textOf(`/campaigns/${story.id}/pairs`)).not.toContain('Stop het tweetal')
  const officer = await makeStaff(story.world, story.municipality, { role: 'dataProtectionOfficer', secrecy: 'none' })
  await freeFile(story.world, officer, requestId)
  const pair = { id: uuidv7(), firstVolunteerId: frozenId, secondVolunteerId: own.secondVolunteerId }
  const again = own.secondVolunteerId === frozenId ? { ...pair, secondVolunteerId: own.firstVolunteerId } : pair
  expect((await story.leader.post(`/campaigns/${story.id}/pairs`, again)).status).toBe(303)
})
