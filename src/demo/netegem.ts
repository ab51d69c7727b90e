import { demoCampaigns, demoCards, demoVisits } from '../functions/detection/index.ts'
import { demoGuidance } from '../functions/guidance/index.ts'
import { demoAnalysis } from '../functions/neighbourhood-analysis/index.ts'
import { demoPolicySignals } from '../functions/policy-advice/index.ts'
import type { SystemActor } from '../platform/access/actor.ts'
import type { Db } from '../platform/database/connect.ts'
import type { Transact } from '../platform/database/transact.ts'
import type { DemoWorld } from '../platform/demo/demo-world.ts'
import { type DemoZones, demoIdentity, demoOfficers } from '../platform/identity/index.ts'
import { createMunicipality, createPartnerZone, zonesOf } from '../registers/municipalities/index.ts'
import { demoOrganisations, demoPartners } from '../registers/organisations/index.ts'
import { demoPeople } from '../registers/people/index.ts'
import { demoPlaces } from '../registers/places/index.ts'
import { demoVolunteers } from '../registers/volunteers/index.ts'

/** Identifier of the fictional municipality. */
export const netegemId = '01900000-0000-7000-8000-000000099999'

type Needs = {
  readonly owner: Db
  readonly transact: Transact
  readonly world: DemoWorld
  readonly system: SystemActor
}
type Zones = DemoZones & { readonly partners: Readonly<Record<string, string>> }

/** Makes Netegem, from its streets to its cases: each module its own part, in the order in which they need each other. */
export async function openNetegem({ owner, transact, world, system }: Needs): Promise<void> {
  const zones = await foundNetegem(owner, world)
  const staff = await demoIdentity(owner, world, { zones })
  await transact(system, async (tx) => {
    const places = await demoPlaces(tx, world)
    const people = await demoPeople(tx, world, { zones, addresses: places.addresses })
    await demoOrganisations(tx, world, { zones, neighbourhoods: places.neighbourhoods })
    const volunteers = await demoVolunteers(tx, world, {
      zoneId: zones.municipality,
      visitors: [staff.visitor, staff.secondVisitor],
      refusedAddressId: places.addresses[17]?.id,
      refusedStreetId: places.streets[3]?.id,
    })
    const campaigns = await demoCampaigns(tx, world, {
      zoneId: zones.municipality,
      coordinatorId: staff.coordinator.userId,
      places,
      readyVolunteerIds: volunteers.readyIds,
    })
    await demoVisits(tx, world, {
      zoneId: zones.municipality,
      visited: campaigns.visited,
      visitorId: staff.secondVisitor.userId,
      coordinatorId: staff.coordinator.userId,
    })
    const opened = await demoCards(tx, world, {
      zoneId: zones.municipality,
      coordinators: [staff.coordinator, staff.headOfService],
      senders: [staff.visitor, staff.secondVisitor, staff.frontlineProfessional, staff.partnerCoordinator],
      addresses: places.addresses,
      personIds: people.adults.municipality.slice(0, 8).map(({ id }) => id),
    })
    await demoGuidance(tx, world, {
      people,
      coordinators: [staff.coordinator, staff.headOfService],
      socialWorker: staff.socialWorker,
      partnerZoneId: zones.partner,
      opened,
    })
    await demoPolicySignals(tx, world, {
      authors: [staff.socialWorker.userId, staff.communityWorker.userId],
      reader: staff.coordinator.userId,
      neighbourhoodIds: places.neighbourhoods.map(({ id }) => id),
    })
    await demoAnalysis(tx, world, { neighbourhoods: places.neighbourhoods, staff })
  })
  await demoOfficers(owner, world, { zones })
}

async function foundNetegem(owner: Db, world: DemoWorld): Promise<Zones> {
  await createMunicipality(
    owner,
    {
      nisCode: '99999',
      name: 'Netegem',
      slug: 'netegem',
      jurisdiction: 'flanders',
      languages: ['nl', 'fr', 'en', 'ar', 'tr', 'uk'],
      contact: {
        name: 'Sociaal Huis Netegem',
        phone: '09 000 00 10',
        address: 'Dorpsplein 1, 9999 Netegem',
        hours: 'ma–vr 9–12 u. en 13–16 u.',
      },
    },
    { id: netegemId, newId: world.id },
  )
  const partners: Record<string, string> = {}
  for (const { key, name } of demoPartners) partners[key] = await createPartnerZone(owner, netegemId, name, world.id())
  const own = await zonesOf(owner, netegemId)
  const zoneOf = (kind: 'municipality' | 'ocmw') => own.find((zone) => zone.kind === kind)?.id ?? ''
  return {
    municipality: zoneOf('municipality'),
    ocmw: zoneOf('ocmw'),
    partner: Object.values(partners)[0] ?? '',
    partners,
  }
}
