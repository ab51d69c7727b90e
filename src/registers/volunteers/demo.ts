import type { Tx } from '../../platform/database/transact.ts'
import type { DemoWorld } from '../../platform/demo/demo-world.ts'
import { demoCare } from './care/index.ts'
import { requiredProofs } from './onboarding.ts'
import { demoReimbursements } from './reimbursements/index.ts'
import type { Conditions } from './volunteer.ts'

/** Identifiers of the demo's volunteers: those free to visit (the demo accounts first), and all others. */
export type DemoVolunteers = { readonly readyIds: readonly string[]; readonly otherIds: readonly string[] }

/** What the volunteers of Netegem live among: their zone, the visitors who sign in, a place somebody would rather not visit. */
export type DemoVolunteersNeeds = {
  readonly zoneId: string
  readonly visitors: readonly { readonly userId: string; readonly name: string }[]
  readonly refusedAddressId?: string | undefined
  readonly refusedStreetId?: string | undefined
}

/** Loads twelve volunteers in every state: ready, waiting for the talk, paused, at their limit, under age, stopped. */
export async function demoVolunteers(tx: Tx, world: DemoWorld, needs: DemoVolunteersNeeds): Promise<DemoVolunteers> {
  const people = invented.map((person, place) => {
    const visitor = needs.visitors[place]
    return { ...person, id: world.id(), name: visitor?.name ?? person.name, userId: visitor?.userId ?? null }
  })
  const conditions = conditionsOf(world)
  await saveConditions(tx, needs.zoneId, conditions)
  await saveFiles(tx, world, needs.zoneId, people)
  await saveProofs(tx, world, needs.zoneId, people, conditions)
  await saveRefusals(tx, needs, people)
  const [far, , , near, realCosts, raised] = people
  if (far && near && realCosts && raised)
    await demoReimbursements(tx, world, {
      zoneId: needs.zoneId,
      farId: far.id,
      nearId: near.id,
      realCostsId: realCosts.id,
      raisedId: raised.id,
    })
  const stopped = people.find(({ state }) => state === 'stopped')
  if (stopped)
    await demoCare(tx, world, {
      zoneId: needs.zoneId,
      ids: people.flatMap((person) => (person === stopped ? [] : [person.id])),
      stoppedId: stopped.id,
    })
  const ready = people.filter((person) => person.state === 'ready')
  return {
    readyIds: ready.map(({ id }) => id),
    otherIds: people.filter((person) => !ready.includes(person)).map(({ id }) => id),
  }
}

type State = 'ready' | 'halfProofs' | 'paused' | 'noPermission' | 'lettersOnly' | 'stopped'
type Invented = {
  readonly name: string
  readonly state: State
  readonly languages: readonly string[]
  readonly perWeek?: number
}
type Person = Invented & { readonly id: string; readonly userId: string | null }

const invented: readonly Invented[] = [
  { name: 'Mia Claes', state: 'ready', languages: ['nl', 'fr'] },
  { name: 'Jef Wouters', state: 'ready', languages: ['nl'] },
  { name: 'Fatima El Amrani', state: 'ready', languages: ['nl', 'ar', 'fr'] },
  { name: 'Luc Verstraete', state: 'ready', languages: ['nl', 'en'] },
  { name: 'Oksana Kovalenko', state: 'ready', languages: ['nl', 'uk', 'en'] },
  { name: 'Greet Maes', state: 'ready', languages: ['nl'], perWeek: 30 },
  { name: 'Rik De Smet', state: 'ready', languages: ['nl', 'fr'], perWeek: 0 },
  { name: 'Annemie Peeters', state: 'paused', languages: ['nl'] },
  { name: 'Hasan Yildiz', state: 'halfProofs', languages: ['nl', 'tr'] },
  { name: 'Lotte Goossens', state: 'noPermission', languages: ['nl', 'en'] },
  { name: 'Werner Aerts', state: 'lettersOnly', languages: ['nl'] },
  { name: 'Simonne Baert', state: 'stopped', languages: ['nl'] },
]

const conditionsOf = (world: DemoWorld): Conditions => ({
  legalForm: 'publicBody',
  aim: 'Buren die elkaar kennen, en niemand die alleen zoekt naar hulp.',
  reimbursement: 'Verplaatsingen met bus, fiets of auto worden terugbetaald; andere kosten na afspraak.',
  needsAgreementNote: true,
  insurer: 'Verzekeringen De Linde (verzonnen)',
  insurancePolicy: 'VW-2026-0117',
  insuredUntil: world.day(280),
  responsiblePerson: null,
  version: 1,
})

async function saveConditions(tx: Tx, zone_id: string, conditions: Conditions): Promise<void> {
  await tx.db
    .insertInto('volunteers.conditions')
    .values({
      municipality_id: tx.actor.municipalityId,
      zone_id,
      legal_form: conditions.legalForm,
      aim: conditions.aim,
      reimbursement: conditions.reimbursement,
      needs_agreement_note: conditions.needsAgreementNote,
      insurer: conditions.insurer,
      insurance_policy: conditions.insurancePolicy,
      insured_until: conditions.insuredUntil,
      responsible_person: conditions.responsiblePerson,
    })
    .execute()
}

async function saveFiles(tx: Tx, world: DemoWorld, zone_id: string, people: readonly Person[]): Promise<void> {
  const thisYear = Number(world.today.slice(0, 4))
  await tx.db
    .insertInto('volunteers.volunteer')
    .values(
      people.map((person, place) => ({
        municipality_id: tx.actor.municipalityId,
        id: person.id,
        zone_id,
        account_id: person.userId,
        name: person.name,
        phone: `0470 00 01 ${String(10 + place)}`,
        email: person.userId ? null : `vrijwilliger${place + 1}@netegem.example`,
        birth_year: person.state === 'noPermission' ? thisYear - 17 : 1950 + world.whole(40),
        languages: [...person.languages],
        times:
          place < 2 || place % 3 === 0
            ? ['weekdayMorning', 'weekdayAfternoon', 'weekend']
            : ['weekdayMorning', 'weekdayAfternoon'],
        tasks: person.state === 'lettersOnly' ? ['letters'] : ['homeVisit', ...(world.chance(0.4) ? ['activity'] : [])],
        visits_per_week: person.perWeek ?? null,
        paused_from: person.state === 'paused' ? world.day(-10) : null,
        paused_until: person.state === 'paused' ? world.day(25) : null,
        ended_on: person.state === 'stopped' ? world.day(-60) : null,
      })),
    )
    .execute()
  const [first, , , fourth] = people
  if (first && fourth)
    await tx.db.updateTable('volunteers.volunteer').set({ buddy_id: first.id }).where('id', '=', fourth.id).execute()
}

async function saveProofs(
  tx: Tx,
  world: DemoWorld,
  zone_id: string,
  people: readonly Person[],
  conditions: Conditions,
): Promise<void> {
  const rows = people.flatMap(({ id, state }) => {
    const kinds = requiredProofs(conditions)
    const told = state === 'halfProofs' ? kinds.slice(0, 3) : kinds
    const given_on = world.day(-30 - world.whole(200))
    return told.map((kind) => ({ municipality_id: tx.actor.municipalityId, zone_id, volunteer_id: id, kind, given_on }))
  })
  await tx.db.insertInto('volunteers.onboarding_proof').values(rows).execute()
}

async function saveRefusals(tx: Tx, needs: DemoVolunteersNeeds, [first, second]: readonly Person[]): Promise<void> {
  const { zoneId: zone_id, refusedAddressId, refusedStreetId } = needs
  const municipality_id = tx.actor.municipalityId
  if (first && refusedAddressId)
    await tx.db
      .insertInto('volunteers.refused_address')
      .values({ municipality_id, zone_id, volunteer_id: first.id, address_id: refusedAddressId })
      .execute()
  if (second && refusedStreetId)
    await tx.db
      .insertInto('volunteers.refused_street')
      .values({ municipality_id, zone_id, volunteer_id: second.id, street_id: refusedStreetId })
      .execute()
}
