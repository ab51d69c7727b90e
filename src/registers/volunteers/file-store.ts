import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'
import type { VolunteerInput, Wishes } from './forms.ts'
import type { OnboardingKind } from './volunteer.ts'

/** Makes a file in the zone of `zoneId`; false when this identifier was used before (the form was sent twice). */
export async function addFile(tx: Tx, zoneId: string, input: VolunteerInput): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('volunteers.volunteer')
    .values({ municipality_id: tx.actor.municipalityId, id: input.id, zone_id: zoneId, ...columnsOf(input) })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0) > 0
}

/** Saves a file that was based on `version`; false when somebody else changed it since. */
export async function changeFile(tx: Tx, input: VolunteerInput & { readonly version: number }): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('volunteers.volunteer')
    .set({ ...columnsOf(input), version: input.version + 1 })
    .where('id', '=', input.id)
    .where('version', '=', input.version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Saves wishes, limits and pause; false when the file changed since `version`. */
export async function changeWishes(tx: Tx, id: string, version: number, wishes: Wishes): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('volunteers.volunteer')
    .set({ ...wishColumnsOf(wishes), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Notes the day something was told or signed; a later note of the same kind corrects the earlier one. */
export async function noteProof(tx: Tx, volunteerId: string, kind: OnboardingKind, givenOn: IsoDate): Promise<void> {
  const notedBy = tx.actor.kind === 'staff' ? tx.actor.userId : null
  await sql`
    insert into volunteers.onboarding_proof (municipality_id, zone_id, volunteer_id, kind, given_on, noted_by)
    select v.municipality_id, v.zone_id, v.id, ${kind}, ${givenOn}::date, ${notedBy}::uuid
    from volunteers.volunteer v where v.id = ${volunteerId}
    on conflict (municipality_id, volunteer_id, kind)
      do update set given_on = excluded.given_on, noted_by = excluded.noted_by`.execute(tx.db)
}

/** Ends a file on `day`, or opens it again with null. */
export async function setEnd(tx: Tx, id: string, day: IsoDate | null): Promise<void> {
  await sql`update volunteers.volunteer set ended_on = ${day}::date, version = version + 1 where id = ${id}`.execute(
    tx.db,
  )
}

function columnsOf(input: VolunteerInput) {
  return {
    name: input.name,
    phone: input.phone ?? null,
    email: input.email ?? null,
    birth_year: input.birthYear,
    parental_permission_on: input.parentalPermissionOn ?? null,
    adulthood_checked_on: input.adulthoodCheckedOn ?? null,
    account_id: input.userId ?? null,
    buddy_id: input.buddyId ?? null,
    ...wishColumnsOf(input),
  }
}

function wishColumnsOf(wishes: Wishes) {
  return {
    languages: wishes.languages,
    times: wishes.times,
    tasks: wishes.tasks,
    visits_per_week: wishes.visitsPerWeek ?? null,
    visits_per_month: wishes.visitsPerMonth ?? null,
    paused_from: wishes.pausedFrom ?? null,
    paused_until: wishes.pausedUntil ?? null,
  }
}
