import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { Claim } from './ceilings.ts'
import type { CountedTogether, KeptDeclaration, Reimbursement } from './reimbursement.ts'

/** What one file has in `year`, the last day first; cancelled ones too. */
export async function reimbursementsOf(tx: Tx, volunteerId: string, year: number): Promise<readonly Reimbursement[]> {
  const { rows } = await sql<Reimbursement>`
    select id, day, kind, activity, amount_cents as "amountCents", travel_means as "travelMeans",
      travel_hectometres as "travelHectometres", travel_cents as "travelCents", cancelled_at as "cancelledAt"
    from volunteers.reimbursement
    where volunteer_id = ${volunteerId} and day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)
    order by day desc, noted_at desc`.execute(tx.db)
  return rows
}

/** Years in which something was noted for this file. */
export async function yearsOf(tx: Tx, volunteerId: string): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from day)::integer as year from volunteers.reimbursement
    where volunteer_id = ${volunteerId} order by year desc`.execute(tx.db)
  return rows.map(({ year }) => year)
}

/** Whether this identifier was noted before: the form was sent twice. */
export async function isNoted(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.db.selectFrom('volunteers.reimbursement').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

/**
 * Lets nobody else note for this person until the end of the transaction: two organisations at once could each stay under a
 * ceiling and pass it together. `key` is the account, or the file where there is none.
 */
export async function oneAtATime(tx: Tx, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('reimbursement ' || ${key}::text, 0))`.execute(tx.db)
}

/** What counts for this person in the year and on the day of `day`, over all organisations of the municipality. */
export async function countedFor(tx: Tx, volunteerId: string, day: IsoDate): Promise<CountedTogether> {
  const { rows } = await sql<CountedTogether>`
    select day_cents as "dayCents", year_cents as "yearCents", ordinary_cents as "ordinaryCents", hectometres,
      has_lump_sum as "hasLumpSum", has_real_costs as "hasRealCosts", is_in_several as "isInSeveral"
    from volunteers.counted_for(${volunteerId}::uuid, ${day}::date)`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error('The sums of a volunteer gave no row.')
  return row
}

/** Notes one reimbursement with the file it belongs to. */
export async function noteReimbursement(
  tx: Tx,
  { id, volunteerId, claim, travelCents }: { id: string; volunteerId: string; claim: Claim; travelCents: number },
): Promise<void> {
  const { day, kind, activity, amountCents, travel } = claim
  await sql`
    insert into volunteers.reimbursement (municipality_id, id, zone_id, volunteer_id, day, kind, activity, amount_cents,
      travel_means, travel_hectometres, travel_cents, noted_by, noted_at)
    select v.municipality_id, ${id}::uuid, v.zone_id, v.id, ${day}::date, ${kind}, ${activity}, ${amountCents}::integer,
      ${travel?.means ?? null}, ${travel?.hectometres ?? 0}::integer, ${travelCents}::integer, ${userOf(tx)}::uuid, ${tx.now}
    from volunteers.volunteer v where v.id = ${volunteerId}`.execute(tx.db)
}

/** Cancels one; false when it is not there or was cancelled before. */
export async function cancelOne(tx: Tx, volunteerId: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('volunteers.reimbursement')
    .set({ cancelled_at: tx.now, cancelled_by: userOf(tx) })
    .where('id', '=', id)
    .where('volunteer_id', '=', volunteerId)
    .where('cancelled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** The declaration of a year; undefined until it is given. */
export async function declarationOf(tx: Tx, volunteerId: string, year: number): Promise<KeptDeclaration | undefined> {
  const { rows } = await sql<KeptDeclaration>`
    select year, elsewhere, lump_sum_cents as "lumpSumCents", travel_hectometres as "travelHectometres",
      meets_raised_conditions as "meetsRaisedConditions", declared_on as "declaredOn", version
    from volunteers.reimbursement_declaration where volunteer_id = ${volunteerId} and year = ${year}`.execute(tx.db)
  return rows[0]
}

/** Keeps a declaration that was based on `version` (0: none yet); false when another was given in between. */
export async function keepDeclaration(
  tx: Tx,
  volunteerId: string,
  { declaredOn, version, ...declared }: KeptDeclaration,
): Promise<boolean> {
  const { rows } = await sql`
    insert into volunteers.reimbursement_declaration as kept (municipality_id, zone_id, volunteer_id, year, elsewhere,
      lump_sum_cents, travel_hectometres, meets_raised_conditions, declared_on, noted_by)
    select v.municipality_id, v.zone_id, v.id, ${declared.year}::integer, ${declared.elsewhere},
      ${declared.lumpSumCents}::integer, ${declared.travelHectometres}::integer, ${declared.meetsRaisedConditions}::boolean,
      ${declaredOn}::date, ${userOf(tx)}::uuid
    from volunteers.volunteer v where v.id = ${volunteerId}
    on conflict (municipality_id, volunteer_id, year) do update set elsewhere = excluded.elsewhere,
      lump_sum_cents = excluded.lump_sum_cents, travel_hectometres = excluded.travel_hectometres,
      meets_raised_conditions = excluded.meets_raised_conditions, declared_on = excluded.declared_on,
      noted_by = excluded.noted_by, version = kept.version + 1
    where kept.version = ${version}
    returning version`.execute(tx.db)
  return rows.length > 0
}

const userOf = ({ actor }: Tx) => (actor.kind === 'staff' ? actor.userId : null)
