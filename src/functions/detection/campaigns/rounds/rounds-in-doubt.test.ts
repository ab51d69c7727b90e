import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type CampaignWorld, openCampaignWorld } from '../../../../../tests/support/campaigns.ts'
import { makeStaff } from '../../../../../tests/support/world.ts'
import type { StaffActor } from '../../../../platform/access/actor.ts'
import { waitingInCampaigns } from '../waiting.ts'
import type { RoundLine } from './progress-store.ts'

// A plan is made on one day and walked on another: what comes in between is seen in time.
let story: CampaignWorld
let first: string
beforeAll(async () => {
  story = await openCampaignWorld()
  await story.reach('running')
  first = story.volunteerIds[0] ?? ''
})
beforeEach(() => change({ ended_on: null, paused_from: null, paused_until: null }))
afterAll(() => story.world.close())

const change = (set: Readonly<Record<string, string | null>>) =>
  story.world.database.owner.updateTable('volunteers.volunteer').set(set).where('id', '=', first).execute()
const insuredUntil = (day: string) =>
  story.world.database.owner.updateTable('volunteers.conditions').set({ insured_until: day }).execute()
const waiting = async () =>
  (await story.asked(story.coordinator, waitingInCampaigns)).flatMap(({ message, values, dueOn }) =>
    message === 'detection.waiting.rounds' ? [[values?.rounds, dueOn]] : [],
  )
/** Rounds of the volunteer, by day. */
const own = async () =>
  (await story.rounds()).filter((round) => [round.firstVolunteerId, round.secondVolunteerId].includes(first))
/** An account in which a volunteer signs in. */
async function accountOf(volunteerId: string): Promise<StaffActor> {
  const visitor = await makeStaff(story.world, story.municipality, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  const files = story.world.database.owner.updateTable('volunteers.volunteer').set({ account_id: visitor.userId })
  await files.where('id', '=', volunteerId).execute()
  return visitor
}
const partnerOf = (round: RoundLine | undefined) =>
  accountOf((round?.firstVolunteerId === first ? round.secondVolunteerId : round?.firstVolunteerId) ?? '')
const textOf = async (part: string) => (await story.leader.get(`/campaigns/${story.id}/rounds${part}`)).text()

test('as long as everybody can go, nothing waits', async () => {
  expect((await own()).length).toBeGreaterThan(0)
  expect(await waiting()).toEqual([])
  expect(await textOf('')).not.toContain('kan niet doorgaan zoals gepland')
})

test('rounds of somebody who stopped since are seen on the day itself, on the list and on the round, and what to do', async () => {
  await change({ ended_on: '2026-11-23' })
  const rounds = await own()
  expect(await waiting()).toEqual([[rounds.length, rounds[0]?.day]])
  const list = await textOf('')
  expect(list.match(/kan niet doorgaan zoals gepland/g)).toHaveLength(rounds.length)
  const round = await textOf(`/${rounds[0]?.id}`)
  expect(round).toContain('Deze ronde kan niet doorgaan zoals gepland')
  expect(round).toContain('Kies een andere dag of een ander tweetal')
})

test('a pause is about the rounds in it, and not about those after', async () => {
  const [round] = await own()
  await change({ paused_from: round?.day ?? '', paused_until: round?.day ?? '' })
  expect(await waiting()).toEqual([[1, round?.day]])
})

test('nobody goes alone: the phone and the paper of the other say so when one of the two cannot go that day', async () => {
  const [round] = await own()
  const partner = await partnerOf(round)
  const onPhone = async () => (await story.roundsOf(partner)).find(({ id }) => id === round?.id)?.partner
  expect(await onPhone()).toEqual(expect.any(String))
  expect(await textOf(`/${round?.id}/sheet`)).not.toContain('Ga niet alleen')
  for (const away of [{ paused_from: round?.day ?? '' }, { paused_from: null, ended_on: '2026-11-23' }]) {
    await change(away)
    expect(await onPhone()).toBeNull()
    expect(await textOf(`/${round?.id}/sheet`)).toContain('Ga niet alleen')
  }
})

test('P8 who has stopped sees no address of a round any more', async () => {
  const [round] = await own()
  const stopped = await accountOf(first)
  expect((await story.roundsOf(stopped)).map(({ id }) => id)).toContain(round?.id)
  await change({ ended_on: '2026-11-23' })
  expect(await story.roundsOf(stopped)).toEqual([])
})

test('an insurance that is not renewed is about every round after its last day', async () => {
  const rounds = await story.rounds()
  const last = rounds.at(-1)?.day ?? ''
  await insuredUntil('2026-11-22')
  expect(await waiting()).toEqual([[rounds.length, rounds[0]?.day]])
  await insuredUntil(last)
  expect(await waiting()).toEqual([])
})

test('a campaign that begins later says which of its rounds are before it', async () => {
  const before = (await story.rounds()).filter(({ day }) => day < '2026-11-24')
  const version = String((await story.campaign())?.version)
  await story.leader.post(`/campaigns/${story.id}`, { ...story.form, version, startsOn: '2026-11-24' })
  expect(before.length).toBeGreaterThan(0)
  expect(await waiting()).toEqual([[before.length, '2026-11-23']])
})
