import type { StaffActor } from '../../access/actor.ts'
import type { Db } from '../../database/connect.ts'
import type { Tx } from '../../database/transact.ts'
import type { ReportingPhone } from './wipe.ts'

/** A phone with the home-visit app of one visitor (a telephone that several share is one for each), as its owner and an administrator see it. */
export type Phone = {
  readonly id: string
  readonly device: string
  readonly lastSeenAt: Date
  readonly wipeAskedAt: Date | null
  readonly wipedAt: Date | null
  /** Acts that waited on it when it last reported. */
  readonly notSent: number
  /** Others have the app on the same telephone too. */
  readonly isShared: boolean
}

/** Notes that a phone was there, in the hands of `actor`; one that is somebody else's stays theirs. NOTE as the owner. */
export async function noteReport(
  owner: Db,
  { municipalityId, userId }: Pick<StaffActor, 'municipalityId' | 'userId'>,
  { id, device, notSent, isShared }: Pick<Phone, 'id' | 'device' | 'notSent' | 'isShared'>,
  now: Date,
): Promise<void> {
  await owner
    .insertInto('identity.phone')
    .values({
      municipality_id: municipalityId,
      id,
      account_id: userId,
      device,
      first_seen_at: now,
      last_seen_at: now,
      not_sent: notSent,
      is_shared: isShared,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['municipality_id', 'id'])
        .doUpdateSet({ last_seen_at: now, device, not_sent: notSent, is_shared: isShared })
        .where('identity.phone.account_id', '=', userId),
    )
    .execute()
}

/** Notes that a known phone was there while its owner was not signed in; whose it is stays. NOTE as the owner: who says so is the phone. */
export async function noteSeen(
  owner: Db,
  { id, notSent, isShared }: Pick<Phone, 'id' | 'notSent' | 'isShared'>,
  now: Date,
): Promise<void> {
  await owner
    .updateTable('identity.phone')
    .set({ last_seen_at: now, not_sent: notSent, is_shared: isShared })
    .where('id', '=', id)
    .where('wiped_at', 'is', null)
    .execute()
}

/** What is known of a phone, in every municipality it was prepared for. NOTE as the owner: who asks is the phone. */
export async function reportingPhone(owner: Db, id: string): Promise<readonly ReportingPhone[]> {
  const rows = await owner
    .selectFrom('identity.phone as p')
    .select((eb) => [
      'p.wipe_asked_at',
      eb
        .exists(
          eb
            .selectFrom('identity.membership as m')
            .select('m.id')
            .whereRef('m.municipality_id', '=', 'p.municipality_id')
            .whereRef('m.account_id', '=', 'p.account_id')
            .where('m.role', '=', 'visitor')
            .where('m.ended_at', 'is', null),
        )
        .as('is_member'),
    ])
    .where('p.id', '=', id)
    .execute()
  return rows.map(({ wipe_asked_at, is_member }) => ({
    isWipeAsked: wipe_asked_at !== null,
    isMember: Boolean(is_member),
  }))
}

/** Notes that a phone was told to erase itself, and how much it had not sent. NOTE as the owner. */
export async function noteWiped(owner: Db, { id, notSent }: Pick<Phone, 'id' | 'notSent'>, now: Date): Promise<void> {
  await owner
    .updateTable('identity.phone')
    .set({ wiped_at: now, not_sent: notSent })
    .where('id', '=', id)
    .where('wiped_at', 'is', null)
    .execute()
}

/** Phones of an account, last seen first. NOTE as the owner. */
export async function phonesOf(owner: Db, accountId: string): Promise<readonly Phone[]> {
  const rows = await phoneQuery(owner).where('account_id', '=', accountId).execute()
  return rows.map(phoneFrom)
}

/** The owner of a phone asks it to erase itself; false when it is not theirs or was asked already. NOTE as the owner. */
export async function askOwnWipe(owner: Db, accountId: string, id: string, now: Date): Promise<boolean> {
  const row = await owner
    .updateTable('identity.phone')
    .set({ wipe_asked_at: now, wipe_asked_by: accountId })
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('wipe_asked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Phones of a colleague that were prepared for this municipality, for its administrator. */
export async function phonesOfColleague(tx: Tx, accountId: string): Promise<readonly Phone[]> {
  const rows = await phoneQuery(tx.db)
    .where('municipality_id', '=', tx.actor.municipalityId)
    .where('account_id', '=', accountId)
    .execute()
  return rows.map(phoneFrom)
}

/** An administrator asks the phone of a colleague to erase itself; false when it is not theirs or was asked already. */
export async function askWipe(tx: Tx, actor: StaffActor, accountId: string, id: string): Promise<boolean> {
  const row = await tx.db
    .updateTable('identity.phone')
    .set({ wipe_asked_at: tx.now, wipe_asked_by: actor.userId })
    .where('municipality_id', '=', actor.municipalityId)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .where('wipe_asked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

const phoneQuery = (db: Db | Tx['db']) =>
  db
    .selectFrom('identity.phone')
    .select(['id', 'device', 'last_seen_at', 'wipe_asked_at', 'wiped_at', 'not_sent', 'is_shared'])
    .orderBy('last_seen_at', 'desc')

type Row = Awaited<ReturnType<ReturnType<typeof phoneQuery>['executeTakeFirstOrThrow']>>

const phoneFrom = (row: Row): Phone => ({
  id: row.id,
  device: row.device,
  lastSeenAt: row.last_seen_at,
  wipeAskedAt: row.wipe_asked_at,
  wipedAt: row.wiped_at,
  notSent: row.not_sent ?? 0,
  isShared: row.is_shared,
})
