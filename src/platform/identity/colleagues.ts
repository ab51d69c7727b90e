import { type IsoDate, isoDateIn } from '@meernet/calendar'
import { type Selectable, sql } from 'kysely'
import { type Role, roles, type SecrecyStatus, type StaffActor } from '../access/actor.ts'
import { countingSecrecy } from '../access/secrecy.ts'
import type { Tables } from '../database/generated/tables.ts'
import type { Tx } from '../database/transact.ts'
import { municipalTimeZone } from '../messages/index.ts'

/** Somebody with an open membership in the same municipality, as colleagues see each other. */
export type Colleague = {
  readonly userId: string
  readonly membershipId: string
  readonly name: string
  readonly zoneId: string
  readonly role: Role
  readonly secrecy: SecrecyStatus
  readonly neighbourhoods: 'all' | readonly string[]
  readonly phone: string | null
  readonly isOnCall: boolean
}

/** Colleagues in this municipality, by name; limited to `roles` and to one zone when given. */
export async function colleagues(
  tx: Tx,
  filter: { readonly roles?: readonly Role[]; readonly zoneId?: string } = {},
): Promise<readonly Colleague[]> {
  let query = tx.db
    .selectFrom(inRoles(filter.roles ?? roles))
    .selectAll()
    .orderBy('name')
  if (filter.zoneId) query = query.where('zone_id', '=', filter.zoneId)
  const rows = await query.execute()
  const today = isoDateIn(municipalTimeZone, tx.now)
  return rows.map((row) => ({
    userId: row.account_id ?? '',
    membershipId: row.membership_id ?? '',
    name: row.name ?? '',
    zoneId: row.zone_id ?? '',
    role: row.role as Role,
    secrecy: countingSecrecy(row.secrecy as SecrecyStatus, row.secrecy_review_on, today),
    neighbourhoods: row.neighbourhood_ids ?? 'all',
    phone: row.phone,
    isOnCall: row.is_on_call ?? false,
  }))
}

/** The status of secrecy of the membership somebody works in as it was set, whether or not it counts still, and until when. */
export async function ownSecrecy(
  tx: Tx,
  { userId, membershipId }: Pick<StaffActor, 'userId' | 'membershipId'>,
): Promise<{ readonly status: SecrecyStatus; readonly reviewOn: IsoDate | null } | undefined> {
  const row = await tx.db
    .selectFrom(withAccounts([userId]))
    .select(['secrecy', 'secrecy_review_on'])
    .where('membership_id', '=', membershipId)
    .executeTakeFirst()
  return row && { status: row.secrecy as SecrecyStatus, reviewOn: row.secrecy_review_on }
}

/** Names by account, for showing who did something; unknown accounts are left out. */
export async function namesOf(tx: Tx, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (userIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom(withAccounts([...new Set(userIds)]))
    .select(['account_id', 'name'])
    .execute()
  return new Map(rows.map(({ account_id, name }) => [account_id ?? '', name ?? '']))
}

type ColleagueRow = Selectable<Tables['identity.colleague']>
// Told to the database's functions and not asked of their answer: of five hundred colleagues a page names a few.
const withAccounts = (userIds: readonly string[]) =>
  sql<ColleagueRow>`identity.colleagues_with(${[...userIds]}::uuid[])`.as('c')
const inRoles = (roles: readonly Role[]) => sql<ColleagueRow>`identity.colleagues_in(${[...roles]}::text[])`.as('c')
