import type { IsoDate } from '@meernet/calendar'
import type { Tx } from '../../platform/database/transact.ts'
import type { PersonSummary } from './person.ts'
import { summaryFrom } from './person-store.ts'

/** What somebody is in a household, seen from its contact person. */
export const householdRoles = ['contact', 'partner', 'child', 'parent', 'relative', 'otherResident'] as const
export type HouseholdRole = (typeof householdRoles)[number]

/** Somebody in a household. */
export type HouseholdMember = PersonSummary & { readonly role: HouseholdRole; readonly since: IsoDate }
/** Who live together, the contact person first. */
export type Household = { readonly id: string; readonly members: readonly HouseholdMember[] }

/** One person's place in a household. */
export type NewHouseholdMember = {
  readonly householdId: string
  readonly personId: string
  readonly role: HouseholdRole
  readonly since: IsoDate
}

/** The household of somebody, the contact person first; undefined for who is in none. */
export async function householdOf(tx: Tx, personId: string): Promise<Household | undefined> {
  const rows = await tx.db
    .selectFrom('people.household_member as own')
    .innerJoin('people.household_member as member', 'member.household_id', 'own.household_id')
    .innerJoin('people.person as person', 'person.id', 'member.person_id')
    .selectAll('person')
    .select(['member.household_id', 'member.role', 'member.since'])
    .where('own.person_id', '=', personId)
    .orderBy('member.role')
    .orderBy('person.birth_year')
    .execute()
  const [first] = rows
  if (!first) return undefined
  const members = rows.map((row) => ({
    ...summaryFrom(row),
    role: row.role as HouseholdRole,
    since: row.since,
  }))
  return {
    id: first.household_id,
    members: members.toSorted((a, b) => householdRoles.indexOf(a.role) - householdRoles.indexOf(b.role)),
  }
}

/** Makes households of `zoneId`, and puts people in them; what exists already stays as it is. */
export async function createHouseholds(
  tx: Tx,
  zoneId: string,
  householdIds: readonly string[],
  members: readonly NewHouseholdMember[],
): Promise<void> {
  const municipalityId = tx.actor.municipalityId
  const createdBy = tx.actor.kind === 'staff' ? tx.actor.userId : null
  if (householdIds.length > 0) {
    await tx.db
      .insertInto('people.household')
      .values(
        householdIds.map((id) => ({
          municipality_id: municipalityId,
          id,
          zone_id: zoneId,
          created_by: createdBy,
          created_at: tx.now,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  if (members.length === 0) return
  await tx.db
    .insertInto('people.household_member')
    .values(
      members.map(({ householdId, personId, role, since }) => ({
        municipality_id: municipalityId,
        household_id: householdId,
        person_id: personId,
        zone_id: zoneId,
        role,
        since,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes somebody out of their household; the household goes when nobody is left. */
export async function leaveHousehold(tx: Tx, personId: string): Promise<void> {
  const left = await tx.db
    .deleteFrom('people.household_member')
    .where('person_id', '=', personId)
    .returning('household_id')
    .executeTakeFirst()
  if (!left) return
  await tx.db
    .deleteFrom('people.household')
    .where('id', '=', left.household_id)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('people.household_member as other')
            .select('other.person_id')
            .where('other.household_id', '=', left.household_id),
        ),
      ),
    )
    .execute()
}
