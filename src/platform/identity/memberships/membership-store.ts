import type { IsoDate } from '@meernet/calendar'
import type { Role, SecrecyStatus } from '../../access/actor.ts'
import type { Db } from '../../database/connect.ts'

/** A membership its holder may work in. */
export type OpenMembership = {
  readonly id: string
  readonly municipalityId: string
  readonly municipalityName: string
  readonly zoneId: string
  readonly zoneName: string
  readonly role: Role
  readonly secrecy: SecrecyStatus
  readonly secrecyReviewOn: IsoDate | null
  readonly neighbourhoods: 'all' | readonly string[]
}

/** The open memberships of an account in all municipalities. NOTE as the owner: nobody acts yet. */
export async function openMembershipsOf(owner: Db, accountId: string): Promise<readonly OpenMembership[]> {
  const rows = await owner
    .selectFrom('identity.open_membership')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('municipality_name')
    .orderBy('zone_name')
    .orderBy('role')
    .execute()
  return rows.map(membershipFrom)
}

/** The open memberships a session may work in: those of its account, within what a provider vouched for. NOTE as the owner. */
export async function openMembershipsOfSession(owner: Db, sessionId: string): Promise<readonly OpenMembership[]> {
  const rows = await owner
    .selectFrom('identity.session_membership')
    .selectAll()
    .where('session_id', '=', sessionId)
    .orderBy('municipality_name')
    .orderBy('zone_name')
    .orderBy('role')
    .execute()
  return rows.map(membershipFrom)
}

/** The open membership of an account that has exactly one; null otherwise. NOTE as the owner. */
export async function onlyMembershipOf(owner: Db, accountId: string): Promise<string | null> {
  const rows = await owner
    .selectFrom('identity.open_membership')
    .select('id')
    .where('account_id', '=', accountId)
    .limit(2)
    .execute()
  return rows.length === 1 ? (rows[0]?.id ?? null) : null
}

type Row = Awaited<ReturnType<typeof selectOne>>
const selectOne = (owner: Db) => owner.selectFrom('identity.open_membership').selectAll().executeTakeFirstOrThrow()

function membershipFrom(row: Row): OpenMembership {
  return {
    id: row.id ?? '',
    municipalityId: row.municipality_id ?? '',
    municipalityName: row.municipality_name ?? '',
    zoneId: row.zone_id ?? '',
    zoneName: row.zone_name ?? '',
    role: row.role as Role,
    secrecy: row.secrecy as SecrecyStatus,
    secrecyReviewOn: row.secrecy_review_on,
    neighbourhoods: row.neighbourhood_ids ?? 'all',
  }
}
