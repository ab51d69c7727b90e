import { addDays, weekdayOf } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import { groupContent } from '../../../registers/frameworks/index.ts'
import type { DemoPlaces } from '../../../registers/places/index.ts'
import { demoSelectedCampaign } from './addresses/demo-selected.ts'
import { type Campaign, type Outcome, outcomes } from './campaign.ts'
import { addCampaign, campaignById, savePlaces, saveStep } from './campaign-store.ts'
import { makeLettersFor } from './letters/actions.ts'
import { addOptOut } from './opt-outs/opt-out-store.ts'
import { addPair } from './pairs/pair-store.ts'
import { keepProposal } from './rounds/actions.ts'
import { recordOutcome } from './rounds/door-store.ts'
import { addTallies } from './tallies/tally-store.ts'

/** The campaigns of Netegem, for the modules that fill visits and cards. */
export type DemoCampaigns = {
  readonly runningId: string
  readonly plannedId: string
  readonly endedId: string
  /** Doors of the running campaign where somebody rang, oldest first. */
  readonly visited: readonly DemoVisitedDoor[]
}
/** A door and what came of ringing there; `outcome` is that of the round, from which the demo makes a visit or a card. */
export type DemoVisitedDoor = {
  readonly roundAddressId: string
  readonly roundId: string
  readonly addressId: string
  readonly pairId: string
  readonly outcome: Outcome
  readonly at: Date
}

/** Who and where the campaigns of the demo are. */
export type DemoCampaignsNeeds = {
  readonly zoneId: string
  readonly coordinatorId: string
  readonly places: DemoPlaces
  /** Volunteers who can go out; the first two are the accounts that sign in. */
  readonly readyVolunteerIds: readonly string[]
}

/** Loads one campaign that ended, one that runs (rounds before, on and after today) and two that are planned. */
export async function demoCampaigns(tx: Tx, world: DemoWorld, needs: DemoCampaignsNeeds): Promise<DemoCampaigns> {
  const running = await openCampaign(tx, world, needs, 0)
  const planned = await openCampaign(tx, world, needs, 1)
  const ended = await openCampaign(tx, world, needs, 2)
  await makePairs(tx, world, running, needs.readyVolunteerIds)
  await makeLettersFor(tx, running, world.whole)
  await optSomeOut(tx, world, running, needs.places)
  await keepProposal(
    tx,
    running,
    { doorsPerRound: 14, from: running.startsOn, weekdays: weekdaysOf(world) },
    running.startsOn,
  )
  const visited = await visitSome(tx, world, running)
  await saveStep(tx, {
    ...running,
    state: 'running',
    announcedOn: addDays(running.startsOn, -15),
    startedOn: running.startsOn,
  })
  await endEnded(tx, world, ended)
  await tallySome(tx, world, needs.zoneId, [running, ended])
  await demoSelectedCampaign(tx, world, needs)
  return { runningId: running.id, plannedId: planned.id, endedId: ended.id, visited }
}

/** Every day on which the demo may be opened has a round, in the weekend too. */
const weekdaysOf = (world: DemoWorld) => [...new Set([1, 2, 3, 4, 5, weekdayOf(world.today)])]

const invented = [
  {
    name: 'winter',
    begins: -8,
    ends: 24,
    reason: 'Kennismaken met iedereen in de wijk en horen wat mensen nodig hebben.',
  },
  {
    name: 'voorjaar',
    begins: 40,
    ends: 75,
    reason: 'Nieuwe bewoners welkom heten en vertellen waar ze terechtkunnen.',
  },
  { name: 'najaar', begins: -95, ends: -60, reason: 'Eerste ronde: hoe is het om hier te wonen?' },
] as const

async function openCampaign(tx: Tx, world: DemoWorld, needs: DemoCampaignsNeeds, place: 0 | 1 | 2): Promise<Campaign> {
  const { name, begins, ends, reason } = invented[place]
  const area = needs.places.neighbourhoods[place] ?? needs.places.neighbourhoods[0]
  const id = world.id()
  const inArea = needs.places.addresses.filter(({ neighbourhoodId }) => neighbourhoodId === area?.id)
  const streets = [...new Set(inArea.map(({ streetId }) => streetId))]
  await addCampaign(
    tx,
    { id, zoneId: needs.zoneId, createdBy: needs.coordinatorId },
    {
      kind: 'wholeStreet',
      criteria: null,
      letterWords: null,
      destroyOn: null,
      name: `${area?.name ?? 'Netegem'}, ${name}`,
      reason,
      decidedBy: 'vast bureau van Netegem',
      decidedOn: world.day(begins - 45),
      legalGroundType: 'publicTask',
      legalGround: 'Decreet lokaal sociaal beleid, buurtgerichte zorg; beslissing 2026/114 (verzonnen)',
      languages: ['nl', 'fr', 'en', 'ar'],
      startsOn: world.day(begins),
      endsOn: world.day(ends),
      onCallUserId: needs.coordinatorId,
      neighbourhoodIds: area ? [area.id] : [],
    },
  )
  await savePlaces(tx, id, { streetIds: place === 1 ? streets.slice(0, 4) : streets, streetlessIn: [] })
  return (await campaignById(tx, id)) ?? raise('a campaign just made is there')
}

async function makePairs(tx: Tx, world: DemoWorld, { id }: Campaign, volunteers: readonly string[]): Promise<void> {
  for (let pair = 0; pair < 3; pair += 1) {
    const [first, second] = volunteers.slice(pair * 2, pair * 2 + 2)
    if (first && second)
      await addPair(tx, { id: world.id(), campaignId: id, firstVolunteerId: first, secondVolunteerId: second })
  }
}

async function optSomeOut(tx: Tx, world: DemoWorld, campaign: Campaign, places: DemoPlaces): Promise<void> {
  const doors = places.addresses.filter(({ neighbourhoodId }) => campaign.neighbourhoodIds.includes(neighbourhoodId))
  for (let count = 0; count < 6; count += 1)
    await addOptOut(tx, {
      campaignId: campaign.id,
      addressId: world.pick(doors).id,
      channel: count % 3 === 0 ? 'phone' : 'code',
      on: addDays(campaign.startsOn, -count - 1),
    })
}

/** Rings at most doors of the rounds before today, and at half of those of today. */
async function visitSome(tx: Tx, world: DemoWorld, campaign: Campaign): Promise<readonly DemoVisitedDoor[]> {
  const { rows } = await sql<
    Omit<DemoVisitedDoor, 'outcome' | 'at'> & { day: string; position: number; doors: number }
  >`
    select d.id as "roundAddressId", d.round_id as "roundId", d.address_id as "addressId", r.pair_id as "pairId", r.day,
      d.position, count(*) over (partition by r.id) as doors
    from detection.round_address d
    join detection.round r on r.municipality_id = d.municipality_id and r.id = d.round_id
    where d.campaign_id = ${campaign.id} and r.day <= ${world.today} order by r.day, r.number, d.position`.execute(
    tx.db,
  )
  const visited = rows
    .filter(({ day, position, doors }) => day < world.today || position <= doors / 2)
    .map(({ day, position, doors: _doors, ...door }) => ({
      ...door,
      outcome: usualOutcome(world),
      at: new Date(`${day}T0${8 + (position % 2)}:${String((position * 4) % 60).padStart(2, '0')}:00Z`),
    }))
    .filter(({ at }) => at <= tx.now)
  if (visited.length > 0) await recordOutcome(tx, visited)
  return visited
}

/** As doors are: a third not home, a third a pleasant talk. */
const usualOutcome = (world: DemoWorld): Outcome =>
  world.pick([
    ...outcomes.filter((outcome) => outcome !== 'alarm'),
    'notHome',
    'notHome',
    'pleasantTalk',
    'pleasantTalk',
    'pleasantTalk',
  ])

/** An ended campaign whose lists are gone: counts only. */
async function endEnded(tx: Tx, world: DemoWorld, campaign: Campaign): Promise<void> {
  await saveStep(tx, {
    ...campaign,
    state: 'ended',
    announcedOn: addDays(campaign.startsOn, -14),
    startedOn: campaign.startsOn,
    endedOn: campaign.endsOn,
  })
  await sql`
    update detection.campaign_street set final_doors = 30, final_done = 24 where campaign_id = ${campaign.id}`.execute(
    tx.db,
  )
  await sql`update detection.campaign set lists_erased_on = ${addDays(campaign.endsOn, 30)} where id = ${campaign.id}`.execute(
    tx.db,
  )
  await tx.db
    .insertInto('detection.campaign_result')
    .values(
      [...outcomes.filter((outcome) => outcome !== 'alarm'), 'optedOut'].map((outcome) => ({
        municipality_id: tx.actor.municipalityId,
        zone_id: campaign.zoneId,
        campaign_id: campaign.id,
        outcome,
        doors: 12 + world.whole(60),
      })),
    )
    .execute()
}

async function tallySome(tx: Tx, world: DemoWorld, zoneId: string, campaigns: readonly Campaign[]): Promise<void> {
  await addTallies(
    tx,
    zoneId,
    campaigns.flatMap((campaign) =>
      groupContent.entries.slice(0, 8).flatMap(({ code: group }) =>
        world.chance(0.2)
          ? []
          : [
              {
                id: world.id(),
                campaignId: campaign.id,
                group,
                people: 1 + world.whole(25),
                basis: 'estimated' as const,
                notedOn: campaign.startsOn,
              },
            ],
      ),
    ),
  )
}

function raise(message: string): never {
  throw new Error(message)
}
