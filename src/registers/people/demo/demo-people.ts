import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import type { DemoAddress } from '../../places/index.ts'
import { createHouseholds, type HouseholdRole, type NewHouseholdMember } from '../household-store.ts'
import type { NewPerson } from '../person.ts'
import { createPeople } from '../person-store.ts'
import { type NameSet, nameSets } from './names.ts'

/** An invented person, as the demo of other modules needs them. */
export type DemoPerson = NewPerson & { readonly familyName: string; readonly neighbourhoodId: string | null }
/** People of Netegem per data zone; each zone knows its own. */
export type DemoPeople = {
  readonly municipality: readonly DemoPerson[]
  readonly ocmw: readonly DemoPerson[]
  /** Of both, those of age: whom a case is for. */
  readonly adults: { readonly municipality: readonly DemoPerson[]; readonly ocmw: readonly DemoPerson[] }
}

type Placing = {
  readonly zones: { readonly municipality: string; readonly ocmw: string }
  readonly addresses: readonly DemoAddress[]
}

const ofMunicipality = 350
const ofOcmw = 50

/** Loads 400 invented people in households, spread over the addresses of Netegem. Same world, same people. */
export async function demoPeople(tx: Tx, world: DemoWorld, { zones, addresses }: Placing): Promise<DemoPeople> {
  const isOfAge = ({ birthYear }: DemoPerson) => Number(world.today.slice(0, 4)) - (birthYear ?? 0) >= 19
  const municipality = householdsIn(world, zones.municipality, addresses, ofMunicipality)
  const ocmw = householdsIn(world, zones.ocmw, addresses, ofOcmw)
  for (const { zoneId, people, households, members } of [municipality, ocmw]) {
    await createPeople(tx, people)
    await createHouseholds(tx, zoneId, households, members)
  }
  return {
    municipality: municipality.people,
    ocmw: ocmw.people,
    adults: { municipality: municipality.people.filter(isOfAge), ocmw: ocmw.people.filter(isOfAge) },
  }
}

function householdsIn(world: DemoWorld, zoneId: string, addresses: readonly DemoAddress[], count: number) {
  const people: DemoPerson[] = []
  const households: string[] = []
  const members: NewHouseholdMember[] = []
  while (people.length < count) {
    const family = familyAt(world, zoneId, world.pick(addresses)).slice(0, count - people.length)
    people.push(...family.map(({ person }) => person))
    if (family.length === 1) continue
    const householdId = world.id()
    const since = world.day(-200 - world.whole(9000))
    households.push(householdId)
    members.push(...family.map(({ person, role }) => ({ householdId, personId: person.id, role, since })))
  }
  return { zoneId, people, households, members }
}

type Member = { readonly person: DemoPerson; readonly role: HouseholdRole }

/** Somebody alone, a couple, or a parent or two with children. */
function familyAt(world: DemoWorld, zoneId: string, address: DemoAddress): readonly Member[] {
  const names = world.chance(0.55) ? (nameSets[0] as NameSet) : world.pick(nameSets)
  const familyName = world.pick(names.family)
  const year = Number(world.today.slice(0, 4))
  const age = 20 + world.whole(70)
  const make = (role: HouseholdRole, name: string, birthYear: number): Member => ({
    role,
    person: personNamed(world, names, { zoneId, address, familyName: name, birthYear }),
  })
  const partner = world.chance(0.45) ? [make('partner', world.pick(names.family), year - age + world.whole(7) - 3)] : []
  const children =
    age < 55 && world.chance(0.5)
      ? Array.from({ length: 1 + world.whole(3) }, () => make('child', familyName, year - world.whole(18)))
      : []
  return [make('contact', familyName, year - age), ...partner, ...children]
}

type Given = {
  readonly zoneId: string
  readonly address: DemoAddress
  readonly familyName: string
  readonly birthYear: number
}

function personNamed(world: DemoWorld, names: NameSet, given: Given): DemoPerson {
  const { zoneId, address, familyName, birthYear } = given
  const isAdult = Number(world.today.slice(0, 4)) - birthYear >= 18
  const hasAddress = world.chance(0.98)
  const language = world.pick(names.languages)
  return {
    id: world.id(),
    zoneId,
    givenName: world.pick(names.given),
    familyName,
    birthYear,
    language,
    needsInterpreter: !['nl', 'fr', 'en'].includes(language) && world.chance(0.5),
    preferredChannel: world.chance(0.7) ? 'phone' : world.pick(['letter', 'email', 'faceToFace'] as const),
    reachWhen: world.chance(0.2) ? world.pick(moments) : null,
    phone: isAdult && world.chance(0.85) ? phoneNumber(world) : null,
    email: isAdult && world.chance(0.3) ? `netegem.${world.whole(9000) + 1000}@bewoner.example` : null,
    addressId: hasAddress ? address.id : null,
    placeText: hasAddress ? null : world.pick(places),
    neighbourhoodId: address.neighbourhoodId,
  }
}

const moments = ['na 16 u.', 'in de voormiddag', 'niet op woensdag', 'het liefst op dinsdag of donderdag']
const places = ['logeert bij haar zus in de Stationsbuurt', 'vaak in de bibliotheek', 'in de opvang aan het station']

/** Numbers that are kept free for invention: 0470 00 xx xx. */
const phoneNumber = (world: DemoWorld) => {
  const digits = String(world.whole(10_000)).padStart(4, '0')
  return `0470 00 ${digits.slice(0, 2)} ${digits.slice(2)}`
}
