import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'
import type { Conditions, OnboardingProof, VisitTime, Volunteer, VolunteerTask } from './volunteer.ts'

/** The open file of the account `userId`, in the zone one acts in; undefined when there is none or it is not one's to see. */
export async function volunteerOf(tx: Tx, userId: string): Promise<Volunteer | undefined> {
  const rows = await filesWhere(tx, { userId })
  return rows.find(({ endedOn }) => endedOn === null)
}

/** One file; undefined when it is not one's to see, or frozen and not one's own. */
export async function volunteerById(tx: Tx, id: string): Promise<Volunteer | undefined> {
  return (await filesWhere(tx, { ids: [id] }))[0]
}

/** Files of the zone by name, to work with: none that is frozen, the own neither. With `ids` only those. */
export async function volunteersIn(tx: Tx, only: Omit<Filter, 'userId'> = {}): Promise<readonly Volunteer[]> {
  return (await filesWhere(tx, only)).filter(({ frozenOn }) => frozenOn === null)
}

/** Name as colleagues see it, account, pause and end, by volunteer: within the zone, without the file; nobody whose file is frozen. */
export async function fellowsByIds(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Fellow>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Fellow>`
    select id, name, account_id as "userId", paused_from as "pausedFrom", paused_until as "pausedUntil", ended_on as "endedOn"
    from volunteers.fellows() where id = any(${[...ids]}::uuid[])`.execute(tx.db)
  return new Map(rows.map((fellow) => [fellow.id, fellow]))
}
export type Fellow = Pick<Volunteer, 'id' | 'name' | 'userId' | 'pausedFrom' | 'pausedUntil' | 'endedOn'>

/** All volunteers of the zone that are not ended by `day` or frozen: name and pause, nothing else of the file. */
export async function fellowStates(tx: Tx, day: IsoDate): Promise<readonly FellowState[]> {
  const { rows } = await sql<FellowState>`
    select id, name, paused_from as "pausedFrom", paused_until as "pausedUntil" from volunteers.fellows()
    where ended_on is null or ended_on > ${day} order by name`.execute(tx.db)
  return rows
}
export type FellowState = Pick<Volunteer, 'id' | 'name' | 'pausedFrom' | 'pausedUntil'>

type Filter = { readonly ids?: readonly string[]; readonly userId?: string; readonly zoneId?: string }

async function filesWhere(tx: Tx, { ids, userId, zoneId }: Filter): Promise<readonly Volunteer[]> {
  if (ids?.length === 0) return []
  let query = selectFiles(tx)
  if (ids) query = query.where('v.id', 'in', [...ids])
  if (userId) query = query.where('v.account_id', '=', userId)
  if (zoneId) query = query.where('v.zone_id', '=', zoneId)
  return (await query.execute()).map(volunteerFrom)
}

const selectFiles = (tx: Tx) =>
  tx.db
    .selectFrom('volunteers.volunteer as v')
    .selectAll('v')
    .select([
      sql<Conditions | null>`(
        select json_build_object('legalForm', c.legal_form, 'aim', c.aim, 'reimbursement', c.reimbursement,
          'needsAgreementNote', c.needs_agreement_note, 'insurer', c.insurer, 'insurancePolicy', c.insurance_policy,
          'insuredUntil', c.insured_until, 'responsiblePerson', c.responsible_person, 'version', c.version)
        from volunteers.conditions c
        where c.municipality_id = v.municipality_id and c.zone_id = v.zone_id)`.as('conditions'),
      sql<readonly OnboardingProof[]>`coalesce((
        select json_agg(json_build_object('kind', p.kind, 'givenOn', p.given_on) order by p.given_on, p.kind)
        from volunteers.onboarding_proof p
        where p.municipality_id = v.municipality_id and p.volunteer_id = v.id), '[]')`.as('proofs'),
      sql<readonly string[]>`array(
        select r.address_id from volunteers.refused_address r
        where r.municipality_id = v.municipality_id and r.volunteer_id = v.id)`.as('refused_address_ids'),
      sql<readonly string[]>`array(
        select r.street_id from volunteers.refused_street r
        where r.municipality_id = v.municipality_id and r.volunteer_id = v.id)`.as('refused_street_ids'),
    ])
    .orderBy('v.name')

type Row = Awaited<ReturnType<ReturnType<typeof selectFiles>['execute']>>[number]

function volunteerFrom(row: Row): Volunteer {
  return {
    id: row.id,
    zoneId: row.zone_id,
    userId: row.account_id,
    name: row.name,
    phone: row.phone,
    email: row.email,
    birthYear: row.birth_year,
    parentalPermissionOn: row.parental_permission_on,
    adulthoodCheckedOn: row.adulthood_checked_on,
    proofs: row.proofs,
    conditions: row.conditions,
    languages: row.languages,
    // Closed lists: the database checks them.
    times: row.times as VisitTime[],
    tasks: row.tasks as VolunteerTask[],
    refusedAddressIds: row.refused_address_ids,
    refusedStreetIds: row.refused_street_ids,
    visitsPerWeek: row.visits_per_week,
    visitsPerMonth: row.visits_per_month,
    pausedFrom: row.paused_from,
    pausedUntil: row.paused_until,
    buddyId: row.buddy_id,
    endedOn: row.ended_on,
    frozenOn: row.frozen_on,
    version: row.version,
  }
}
