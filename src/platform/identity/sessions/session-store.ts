import type { Role } from '../../access/actor.ts'
import type { Db } from '../../database/connect.ts'

/** One open session of an account, as its owner sees it. */
export type OwnSession = {
  readonly id: string
  readonly device: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
}

/** Open sessions of an account, last used first. NOTE as the owner, like all here: accounts belong to no municipality. */
export async function sessionsOf(owner: Db, accountId: string, now: Date): Promise<readonly OwnSession[]> {
  const rows = await owner
    .selectFrom('identity.session')
    .select(['id', 'device', 'created_at', 'last_seen_at'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .execute()
  return rows.map(({ id, device, created_at, last_seen_at }) => ({
    id,
    device,
    createdAt: created_at,
    lastSeenAt: last_seen_at,
  }))
}

/** Binds a session to the membership its owner chose. */
export async function chooseMembership(owner: Db, sessionId: string, membershipId: string): Promise<void> {
  await owner.updateTable('identity.session').set({ membership_id: membershipId }).where('id', '=', sessionId).execute()
}

/** As above, for a session that was opened just now. */
export async function chooseMembershipByToken(owner: Db, token: string, membershipId: string): Promise<void> {
  await owner.updateTable('identity.session').set({ membership_id: membershipId }).where('token', '=', token).execute()
}

/** Limits a session that was opened just now to one municipality and, unless `all`, to some roles there. */
export async function limitSession(
  owner: Db,
  token: string,
  to: {
    readonly municipalityId: string
    readonly roles: 'all' | readonly Role[]
    readonly membershipId: string | undefined
  },
): Promise<void> {
  await owner
    .updateTable('identity.session')
    .set({
      only_municipality_id: to.municipalityId,
      only_roles: to.roles === 'all' ? null : [...to.roles],
      membership_id: to.membershipId ?? null,
    })
    .where('token', '=', token)
    .execute()
}

/** Notes that a session was used. */
export async function noteUse(owner: Db, sessionId: string, now: Date): Promise<void> {
  await owner.updateTable('identity.session').set({ last_seen_at: now }).where('id', '=', sessionId).execute()
}

/** Notes that the browser of a session is on a telephone that several share. */
export async function noteSharedPhone(owner: Db, sessionId: string): Promise<void> {
  await owner
    .updateTable('identity.session')
    .set({ is_on_shared_phone: true })
    .where('id', '=', sessionId)
    .where('is_on_shared_phone', '=', false)
    .execute()
}

/** Ends one session of an account; one of somebody else is left alone. */
export async function endSession(owner: Db, accountId: string, sessionId: string): Promise<void> {
  await owner.deleteFrom('identity.session').where('id', '=', sessionId).where('account_id', '=', accountId).execute()
}

/** Ends all sessions of an account: sign out everywhere. */
export async function endSessions(owner: Db, accountId: string): Promise<void> {
  await owner.deleteFrom('identity.session').where('account_id', '=', accountId).execute()
}

/** Ends all sessions of an account but one. */
export async function endOtherSessions(owner: Db, accountId: string, sessionId: string): Promise<void> {
  await owner.deleteFrom('identity.session').where('account_id', '=', accountId).where('id', '<>', sessionId).execute()
}

/** Ends a session that nobody was given yet. */
export async function endSessionByToken(owner: Db, token: string): Promise<void> {
  await owner.deleteFrom('identity.session').where('token', '=', token).execute()
}
