import type { IsoDate } from '@meernet/calendar'
import type { Role, SecrecyStatus } from '../../access/actor.ts'
import type { Tx } from '../../database/transact.ts'

/** A membership as its administrator and the data protection officer see it; nobody else does. */
export type Member = {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly zoneId: string
  readonly neighbourhoods: 'all' | readonly string[]
  readonly secrecy: SecrecyStatus
  readonly secrecyProof: string | null
  readonly secrecyReviewOn: IsoDate | null
  readonly phone: string | null
  readonly isOnCall: boolean
  readonly version: number
  readonly endedAt: Date | null
}

/** What an administrator may change; role and zone stay: another role is another membership. */
export type MemberChange = Pick<
  Member,
  'neighbourhoods' | 'secrecy' | 'secrecyProof' | 'secrecyReviewOn' | 'phone' | 'isOnCall'
>

/** Open memberships of the municipality, by name. */
export async function members(tx: Tx): Promise<readonly Member[]> {
  const rows = await memberQuery(tx).where('ended_at', 'is', null).orderBy('name').orderBy('role').execute()
  return rows.map(memberFrom)
}

/** Memberships by identifier, open or ended. */
export async function membersById(tx: Tx, ids: readonly string[]): Promise<readonly Member[]> {
  if (ids.length === 0) return []
  const rows = await memberQuery(tx)
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(memberFrom)
}

/** One membership, open or ended. */
export async function memberById(tx: Tx, id: string): Promise<Member | undefined> {
  const row = await memberQuery(tx).where('id', '=', id).executeTakeFirst()
  return row && memberFrom(row)
}

/** Saves a change made from `version`; false when somebody else was before, or it ended. */
export async function changeMember(tx: Tx, id: string, version: number, change: MemberChange): Promise<boolean> {
  const row = await tx.db
    .updateTable('identity.membership')
    .set({
      neighbourhood_ids: change.neighbourhoods === 'all' ? null : [...change.neighbourhoods],
      secrecy: change.secrecy,
      secrecy_proof: change.secrecyProof,
      secrecy_review_on: change.secrecyReviewOn,
      phone: change.phone,
      is_on_call: change.isOnCall,
      version: version + 1,
    })
    .where('municipality_id', '=', tx.actor.municipalityId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Ends a membership; what was done in it stays. */
export async function endMembership(tx: Tx, id: string): Promise<void> {
  await tx.db
    .updateTable('identity.membership')
    .set({ ended_at: tx.now })
    .where('municipality_id', '=', tx.actor.municipalityId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** Open memberships of administrators, locked, so that two who end each other's do not leave nobody. */
export async function openAdministrators(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('identity.membership')
    .select('id')
    .where('municipality_id', '=', tx.actor.municipalityId)
    .where('role', '=', 'administrator')
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

const memberQuery = (tx: Tx) =>
  tx.db.selectFrom('identity.member').selectAll().where('municipality_id', '=', tx.actor.municipalityId)

type Row = Awaited<ReturnType<ReturnType<typeof memberQuery>['executeTakeFirstOrThrow']>>

function memberFrom(row: Row): Member {
  return {
    id: row.id ?? '',
    accountId: row.account_id ?? '',
    name: row.name ?? '',
    email: row.email ?? '',
    role: row.role as Role,
    zoneId: row.zone_id ?? '',
    neighbourhoods: row.neighbourhood_ids ?? 'all',
    secrecy: row.secrecy as SecrecyStatus,
    secrecyProof: row.secrecy_proof,
    secrecyReviewOn: row.secrecy_review_on,
    phone: row.phone,
    isOnCall: row.is_on_call ?? false,
    version: row.version ?? 1,
    endedAt: row.ended_at,
  }
}
