import type { Role } from '../../access/actor.ts'
import type { Db } from '../../database/connect.ts'

/** Somebody invented, with what they do in the demo. */
export type DemoMember = {
  readonly membershipId: string
  readonly accountId: string
  readonly name: string
  readonly role: Role
  readonly zoneName: string
}

/** Everybody one may sign in as on a demo installation. NOTE as the owner; only asked where the data are invented. */
export async function demoMembers(owner: Db): Promise<readonly DemoMember[]> {
  const rows = await owner
    .selectFrom('identity.open_membership as m')
    .innerJoin('identity.account as a', 'a.id', 'm.account_id')
    .select(['m.id', 'm.account_id', 'm.role', 'm.zone_name', 'a.name'])
    .orderBy('m.id')
    .execute()
  return rows.map((row) => ({
    membershipId: row.id ?? '',
    accountId: row.account_id ?? '',
    name: row.name,
    role: row.role as Role,
    zoneName: row.zone_name ?? '',
  }))
}
