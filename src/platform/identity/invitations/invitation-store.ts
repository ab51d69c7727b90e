import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Role, SecrecyStatus } from '../../access/actor.ts'
import type { Db } from '../../database/connect.ts'
import type { Tx } from '../../database/transact.ts'
import type { Invitation, Offer } from './invitation.ts'

type Kept = Pick<Invitation, 'id' | 'createdAt' | 'expiresAt'> & { readonly token: string }

/** Keeps an invitation; of its token only the hash. Sent twice with the same identifier it is kept once: false then. */
export async function saveInvitation(
  tx: Tx,
  offer: Offer,
  { id, token, createdAt, expiresAt }: Kept,
): Promise<boolean> {
  const kept = await tx.db
    .insertInto('identity.invitation')
    .values({
      municipality_id: tx.actor.municipalityId,
      id,
      email: offer.email.toLowerCase(),
      zone_id: offer.zoneId,
      role: offer.role,
      secrecy: offer.secrecy,
      secrecy_proof: offer.secrecyProof,
      secrecy_review_on: offer.secrecyReviewOn,
      neighbourhood_ids: offer.neighbourhoods === 'all' ? null : [...offer.neighbourhoods],
      token_hash: hashOf(token),
      created_at: createdAt,
      expires_at: expiresAt,
    })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}

/** Invitations of the municipality that can still be accepted, newest first. */
export async function openInvitations(tx: Tx): Promise<readonly Invitation[]> {
  const rows = await tx.db
    .selectFrom('identity.invitation')
    .selectAll()
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map(invitationFrom)
}

/** Open invitations of a municipality to one address. NOTE as the owner: who was vouched for is nobody yet. */
export async function openInvitationsFor(
  owner: Db,
  municipalityId: string,
  email: string,
  now: Date,
): Promise<readonly Invitation[]> {
  const rows = await owner
    .selectFrom('identity.invitation')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('email', '=', email.toLowerCase())
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at')
    .execute()
  return rows.map(invitationFrom)
}

/** Takes back an invitation that nobody accepted yet; false when there is none. */
export async function withdrawInvitation(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.db
    .updateTable('identity.invitation')
    .set({ withdrawn_at: tx.now })
    .where('municipality_id', '=', tx.actor.municipalityId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The invitation with this token, open or not. NOTE as the owner: who holds the token is nobody yet. */
export async function invitationByToken(owner: Db, token: string): Promise<Invitation | undefined> {
  const row = await owner
    .selectFrom('identity.invitation')
    .selectAll()
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst()
  return row && invitationFrom(row)
}

/**
 * Turns an open invitation into a membership of `accountId`, once: undefined when somebody was before. Gives the membership,
 * also when the account had the same one already.
 */
export async function acceptInvitation(
  owner: Db,
  { municipalityId, id }: Invitation,
  accountId: string,
  now: Date,
): Promise<string | undefined> {
  return owner.transaction().execute(async (db) => {
    const claimed = await db
      .updateTable('identity.invitation')
      .set({ accepted_at: now })
      .where('municipality_id', '=', municipalityId)
      .where('id', '=', id)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .where('expires_at', '>', now)
      .returningAll()
      .executeTakeFirst()
    if (!claimed) return undefined
    const { zone_id, role, secrecy, secrecy_proof, secrecy_review_on, neighbourhood_ids } = claimed
    const own = { municipality_id: municipalityId, account_id: accountId, zone_id, role }
    const same = await db
      .selectFrom('identity.membership')
      .select('id')
      .where((eb) => eb.and(own))
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (same) return same.id
    const membershipId = uuidv7()
    await db
      .insertInto('identity.membership')
      .values({ ...own, id: membershipId, secrecy, secrecy_proof, secrecy_review_on, neighbourhood_ids })
      .execute()
    return membershipId
  })
}

type Row = Awaited<ReturnType<typeof selectOne>>
const selectOne = (db: Db) => db.selectFrom('identity.invitation').selectAll().executeTakeFirstOrThrow()

function invitationFrom(row: Row): Invitation {
  return {
    id: row.id,
    municipalityId: row.municipality_id,
    email: row.email,
    role: row.role as Role,
    zoneId: row.zone_id,
    neighbourhoods: row.neighbourhood_ids ?? 'all',
    secrecy: row.secrecy as SecrecyStatus,
    secrecyProof: row.secrecy_proof,
    secrecyReviewOn: row.secrecy_review_on,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    acceptedAt: row.accepted_at,
    withdrawnAt: row.withdrawn_at,
  }
}

const hashOf = (token: string) => createHash('sha256').update(token).digest()
