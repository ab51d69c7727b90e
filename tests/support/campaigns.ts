import { uuidv7 } from 'uuidv7'
import { expect } from 'vitest'
import { campaignById } from '../../src/functions/detection/campaigns/campaign-store.ts'
import { lettersOf } from '../../src/functions/detection/campaigns/letters/letter-store.ts'
import { optedOutOf } from '../../src/functions/detection/campaigns/opt-outs/opt-out-store.ts'
import { progressOf, roundLines } from '../../src/functions/detection/campaigns/rounds/progress-store.ts'
import { roundById, roundsForVisitor } from '../../src/functions/detection/campaigns/rounds/round-store.ts'
import { type StaffActor, systemActor } from '../../src/platform/access/actor.ts'
import type { Tx } from '../../src/platform/database/transact.ts'
import { demoWorld } from '../../src/platform/demo/demo-world.ts'
import { demoPlaces } from '../../src/registers/places/index.ts'
import { demoVolunteers } from '../../src/registers/volunteers/index.ts'
import { makeMunicipality, makeStaff, openWorld } from './world.ts'

/** How far a campaign has come; each stage has those before it behind it. */
const stages = ['planned', 'streets', 'letters', 'announced', 'pairs', 'rounds', 'running'] as const
export type CampaignStage = (typeof stages)[number]

/**
 * A world with the streets and volunteers of Netegem, and one campaign in three streets of its first neighbourhood, led by
 * `coordinator` through the pages. One volunteer, who refuses one door, signs in as `visitor`; `otherVisitor` has no pair.
 */
export async function openCampaignWorld(over: Parameters<typeof openWorld>[0] = {}) {
  const netegem = await openNetegem(over)
  const { world, coordinator } = netegem
  const form = campaignForm(uuidv7(), coordinator, netegem.neighbourhoodId)
  const { id } = form
  const leader = world.as(coordinator)
  const asked = <Answer>(actor: StaffActor, ask: (tx: Tx) => Promise<Answer>) => world.app.transact(actor, ask)
  const campaign = () => asked(coordinator, (tx) => campaignById(tx, id))
  const versionNow = async () => String((await campaign())?.version)
  const pair = (firstVolunteerId: string, secondVolunteerId: string) =>
    leader.post(`/campaigns/${id}/pairs`, { id: uuidv7(), firstVolunteerId, secondVolunteerId })
  const [a = '', b = '', c = '', d = ''] = netegem.volunteerIds
  const { streetIds } = netegem
  const steps: Readonly<Record<CampaignStage, () => Promise<readonly Response[]>>> = {
    planned: async () => [await leader.post('/campaigns', form)],
    streets: async () => [await leader.post(`/campaigns/${id}/streets`, { version: await versionNow(), streetIds })],
    letters: async () => [await leader.post(`/campaigns/${id}/letters`, {})],
    announced: async () => [await leader.post(`/campaigns/${id}/announcement`, { deliveredOn: '2026-11-09' })],
    pairs: async () => [await pair(a, b), await pair(c, d)],
    rounds: async () => [await leader.post(`/campaigns/${id}/rounds`, plan)],
    running: async () => [await leader.post(`/campaigns/${id}/opening`, {})],
  }
  return {
    ...netegem,
    ...{ id, form, plan, leader, asked, pair, campaign },
    /** Takes the campaign through the pages to a stage; `from` the one it is in already. */
    reach: async (stage: CampaignStage, from?: CampaignStage) => {
      const start = from ? stages.indexOf(from) + 1 : 0
      for (const step of stages.slice(start, stages.indexOf(stage) + 1))
        for (const { status } of await steps[step]()) expect([step, status]).toEqual([step, 303])
    },
    /** Saves what `choice` says of the streets, as who sees the campaign as it is now. */
    chooseStreets: async (choice: Readonly<Record<string, string | string[]>>, query = '') =>
      leader.post(`/campaigns/${id}/streets${query}`, { version: await versionNow(), ...choice }),
    progress: () => asked(coordinator, (tx) => progressOf(tx, id)),
    optedOut: () => asked(coordinator, (tx) => optedOutOf(tx, id)),
    rounds: () => asked(coordinator, (tx) => roundLines(tx, id)),
    round: (roundId: string | undefined) => asked(coordinator, (tx) => roundById(tx, roundId ?? '')),
    roundsOf: (actor: StaffActor) => asked(actor, (tx) => roundsForVisitor(tx, actor.userId, '2026-11-23')),
    codeOf: async (addressId: string | undefined) =>
      (await asked(coordinator, (tx) => lettersOf(tx, id, [addressId ?? ''])))[0]?.code ?? '',
    /** What returns every night. */
    night: async () => {
      const job = world.app.jobs.find((jobs) => jobs.recurring?.['campaigns.daily'])?.recurring?.['campaigns.daily']
      await job?.task(netegem.municipality.id)
    },
  }
}
export type CampaignWorld = Awaited<ReturnType<typeof openCampaignWorld>>

/** The municipality before there is a campaign: who works in it, its places, and volunteers who may start. */
async function openNetegem(over: Parameters<typeof openWorld>[0]) {
  const world = await openWorld(over)
  const municipality = await makeMunicipality(world)
  const coordinator = await makeStaff(world, municipality, { name: 'Carla Coördinator' })
  const asVisitor = { role: 'visitor', secrecy: 'dutyOfDiscretion' } as const
  const visitor = await makeStaff(world, municipality, { ...asVisitor, name: 'Mia Bezoeker' })
  const otherVisitor = await makeStaff(world, municipality, { ...asVisitor, name: 'Andere Bezoeker' })
  const demo = demoWorld(7, municipality.id, '2026-11-23')
  const { places, volunteerIds } = await world.app.transact(systemActor(municipality.id, 'test'), async (tx) => {
    const loaded = await demoPlaces(tx, demo)
    const { readyIds } = await demoVolunteers(tx, demo, {
      zoneId: municipality.municipalityZone,
      visitors: [visitor],
      refusedAddressId: loaded.addresses.filter(
        ({ neighbourhoodId }) => neighbourhoodId === loaded.neighbourhoods[0]?.id,
      )[3]?.id,
    })
    return { places: loaded, volunteerIds: readyIds }
  })
  const neighbourhoodId = places.neighbourhoods[0]?.id ?? ''
  /** All doors of the neighbourhood. */
  const doors = places.addresses.filter((door) => door.neighbourhoodId === neighbourhoodId)
  const streetIds = [...new Set(doors.map(({ streetId }) => streetId))].slice(0, 3)
  return {
    ...{ world, municipality, coordinator, visitor, otherVisitor },
    ...{ volunteerIds, places, doors, streetIds, neighbourhoodId },
  }
}

const campaignForm = (id: string, coordinator: StaffActor, neighbourhoodId: string) => ({
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
  neighbourhoodIds: [neighbourhoodId],
})

const plan = { doorsPerRound: '20', from: '2026-11-23', weekdays: ['1', '2', '3', '4', '5'] }
