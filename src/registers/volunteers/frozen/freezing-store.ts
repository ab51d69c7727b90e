import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'

/**
 * Freezes the file of a volunteer for a request to restrict (P16), or lets it go with undefined. As the program, after the right
 * of a colleague was checked: the database lets nobody else. False when it was so already.
 */
export async function freezeVolunteer(
  tx: Tx,
  volunteerId: string,
  freezing: { readonly on: IsoDate; readonly requestId: string } | undefined,
): Promise<boolean> {
  const changed = await tx.db
    .updateTable('volunteers.volunteer')
    .set({ frozen_on: freezing?.on ?? null, frozen_for: freezing?.requestId ?? null })
    .where('id', '=', volunteerId)
    .where('frozen_on', freezing ? 'is' : 'is not', null)
    .returning('id')
    .execute()
  return changed.length > 0
}

/** Since when the file of a volunteer is frozen, as the program sees it. */
export async function volunteerFrozenOn(tx: Tx, volunteerId: string): Promise<IsoDate | null> {
  const row = await tx.db
    .selectFrom('volunteers.volunteer')
    .select('frozen_on')
    .where('id', '=', volunteerId)
    .executeTakeFirst()
  return row?.frozen_on ?? null
}

/** Requests for which the file of a volunteer is frozen still. For the program. */
export async function freezingRequestsOfVolunteers(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('volunteers.volunteer')
    .select('frozen_for')
    .where('frozen_for', 'is not', null)
    .execute()
  return rows.flatMap(({ frozen_for }) => frozen_for ?? [])
}

/** Accounts whose file as a volunteer is frozen. For the program. */
export async function frozenAccounts(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('volunteers.volunteer')
    .select('account_id')
    .where('frozen_on', 'is not', null)
    .where('account_id', 'is not', null)
    .execute()
  return new Set(rows.flatMap(({ account_id }) => account_id ?? []))
}

/** A frozen file, for who would see it otherwise: that it is there, not whose it is. */
export type FrozenFile = { readonly id: string; readonly since: IsoDate; readonly owesTalk: boolean }

/** Frozen files that a guide of volunteers would see otherwise, the latest first. */
export async function frozenFiles(tx: Tx): Promise<readonly FrozenFile[]> {
  const { rows } = await sql<FrozenFile>`
    select id, since, owes_talk as "owesTalk" from volunteers.frozen_files() order by since desc, id`.execute(tx.db)
  return rows
}

/** One of those; undefined when this file is not frozen, or not one's to see. */
export async function frozenFile(tx: Tx, volunteerId: string): Promise<FrozenFile | undefined> {
  return (await frozenFiles(tx)).find(({ id }) => id === volunteerId)
}

/** The name beside what was paid back, which the law asks by name also while a file is frozen; undefined: nothing was. */
export async function frozenNameOnAccounts(tx: Tx, volunteerId: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string | null }>`
    select volunteers.frozen_name_on_accounts(${volunteerId}::uuid) as name`.execute(tx.db)
  return rows[0]?.name ?? undefined
}

/** Whether the file of an account is frozen in the zone one acts in. */
export async function isFrozenAccount(tx: Tx, userId: string): Promise<boolean> {
  const { rows } = await sql<{ frozen: boolean }>`
    select volunteers.is_frozen_account(${userId}::uuid) as frozen`.execute(tx.db)
  return rows[0]?.frozen ?? false
}
