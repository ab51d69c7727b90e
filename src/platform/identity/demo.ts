import type { Role, SecrecyStatus, StaffActor } from '../access/actor.ts'
import type { Db } from '../database/connect.ts'
import type { DemoWorld } from '../demo/demo-world.ts'

/** Who works in Netegem, by the part they play in the demo. */
export type DemoStaff = Readonly<Record<keyof typeof people, StaffActor>>

/** Zones of Netegem: each a controller of its own. */
export type DemoZones = { readonly municipality: string; readonly ocmw: string; readonly partner: string }

/**
 * One invented account per role of Netegem, so that one press signs in as each. NOTE as the owner: accounts belong to no
 * municipality. Gives them as actors, by part.
 */
export async function demoIdentity(
  owner: Db,
  world: DemoWorld,
  { zones }: { readonly zones: DemoZones },
): Promise<DemoStaff> {
  const staff = Object.entries<Person>(people).map(([part, person]) => ({
    part,
    person,
    actor: actorOf(world, zones, person),
  }))
  await addStaff(owner, world, staff)
  // Every part is there: the list was made from them.
  return Object.fromEntries(staff.map(({ part, actor }) => [part, actor])) as DemoStaff
}

async function addStaff(
  owner: Db,
  world: DemoWorld,
  staff: readonly { readonly person: Person; readonly actor: StaffActor }[],
): Promise<void> {
  await owner
    .insertInto('identity.account')
    .values(staff.map(({ actor }) => ({ id: actor.userId, name: actor.name, email: addressOf(actor.name) })))
    .execute()
  await owner
    .insertInto('identity.membership')
    .values(
      staff.map(({ actor, person }) => ({
        municipality_id: world.municipalityId,
        id: actor.membershipId,
        account_id: actor.userId,
        zone_id: actor.zoneId,
        role: actor.role,
        secrecy: actor.secrecy,
        secrecy_proof: person.proof ?? null,
        secrecy_review_on: person.proof === undefined ? null : world.day(person.reviewInDays ?? 300),
        phone: person.phone ?? null,
        is_on_call: person.isOnCall ?? false,
      })),
    )
    .execute()
}

/** The data protection officers that OCMW and partner appointed for their own data. NOTE as the owner, as `demoIdentity`. */
export async function demoOfficers(
  owner: Db,
  world: DemoWorld,
  { zones }: { readonly zones: DemoZones },
): Promise<void> {
  await addStaff(
    owner,
    world,
    officers.map((person) => ({ person, actor: actorOf(world, zones, person) })),
  )
}

type Person = {
  readonly name: string
  readonly role: Role
  readonly zone: keyof DemoZones
  readonly secrecy: SecrecyStatus
  readonly proof?: string
  readonly reviewInDays?: number
  readonly phone?: string
  readonly isOnCall?: boolean
}

const byOath = 'Eedaflegging en aanstellingsbesluit'
const byNote = 'Ondertekende afsprakennota'

const people = {
  coordinator: {
    name: 'Sofie De Wilde',
    role: 'coordinator',
    zone: 'municipality',
    secrecy: 'professionalSecrecy',
    proof: byOath,
    phone: '09 000 00 11',
    isOnCall: true,
  },
  secondCoordinator: {
    name: 'Bram Vercauteren',
    role: 'coordinator',
    zone: 'municipality',
    secrecy: 'dutyOfDiscretion',
    proof: byNote,
    phone: '09 000 00 12',
    reviewInDays: 12,
  },
  headOfService: {
    name: 'Inge Hermans',
    role: 'coordinator',
    zone: 'municipality',
    secrecy: 'professionalSecrecy',
    proof: byOath,
    phone: '09 000 00 13',
  },
  visitor: { name: 'Rita Goossens', role: 'visitor', zone: 'municipality', secrecy: 'dutyOfDiscretion', proof: byNote },
  secondVisitor: {
    name: 'Karim El Amrani',
    role: 'visitor',
    zone: 'municipality',
    secrecy: 'dutyOfDiscretion',
    proof: byNote,
  },
  socialWorker: {
    name: 'Nele Baert',
    role: 'socialWorker',
    zone: 'ocmw',
    secrecy: 'professionalSecrecy',
    proof: byOath,
    phone: '09 000 00 21',
  },
  communityWorker: {
    name: 'Jonas Pauwels',
    role: 'communityWorker',
    zone: 'municipality',
    secrecy: 'dutyOfDiscretion',
    proof: byNote,
  },
  frontlineProfessional: {
    name: 'Dokter Anke Lemmens',
    role: 'frontlineProfessional',
    zone: 'partner',
    secrecy: 'professionalSecrecy',
    proof: 'Inschrijving bij de Orde',
  },
  partnerCoordinator: {
    name: 'Hilde Maes',
    role: 'partnerCoordinator',
    zone: 'partner',
    secrecy: 'professionalSecrecy',
    proof: 'Arbeidsovereenkomst als maatschappelijk werker',
  },
  matcher: { name: 'Lotte Claes', role: 'matcher', zone: 'municipality', secrecy: 'dutyOfDiscretion', proof: byNote },
  steeringGroup: { name: 'Erik Van Damme', role: 'steeringGroup', zone: 'municipality', secrecy: 'none' },
  policyMaker: { name: 'Schepen Veerle Smet', role: 'policyMaker', zone: 'municipality', secrecy: 'none' },
  dataProtectionOfficer: {
    name: 'Tom Hendrickx',
    role: 'dataProtectionOfficer',
    zone: 'municipality',
    secrecy: 'professionalSecrecy',
    proof: 'Aanstelling als functionaris',
  },
  administrator: {
    name: 'Fatima Yildiz',
    role: 'administrator',
    zone: 'municipality',
    secrecy: 'dutyOfDiscretion',
    proof: byNote,
  },
} as const satisfies Readonly<Record<string, Person>>

const appointed = {
  role: 'dataProtectionOfficer',
  secrecy: 'professionalSecrecy',
  proof: 'Aanstelling als functionaris',
} as const
const officers: readonly Person[] = [
  { ...appointed, name: 'Greet Lemmens', zone: 'ocmw' },
  { ...appointed, name: 'Jan Coppens', zone: 'partner' },
]

function actorOf(world: DemoWorld, zones: DemoZones, { name, role, zone, secrecy }: Person): StaffActor {
  return {
    kind: 'staff',
    userId: world.id(),
    membershipId: world.id(),
    name,
    municipalityId: world.municipalityId,
    zoneId: zones[zone],
    role,
    secrecy,
    neighbourhoods: 'all',
  }
}

const addressOf = (name: string) => `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@netegem.example`
