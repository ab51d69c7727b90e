import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import type { Incoming } from './incoming.ts'
import type { LeftOut } from './source.ts'

/** What was sent and waits for a yes: the offer in our own words, and what of the file has no place here. */
export type SentFile = { readonly incoming: Incoming; readonly leftOut: readonly LeftOut[] }

/** Keeps a read file until who sent it confirms. */
export async function keepSentFile(tx: Tx, actor: StaffActor, id: string, file: SentFile): Promise<void> {
  await tx.db
    .insertInto('organisations.offer_import')
    .values({
      municipality_id: actor.municipalityId,
      id,
      sent_by: actor.userId,
      sent_at: tx.now,
      content: JSON.stringify(file),
    })
    .execute()
}

/** The file somebody sent and did not confirm yet; locked, so that confirming twice does nothing twice. */
export async function sentFile(tx: Tx, id: string): Promise<SentFile | undefined> {
  const row = await tx.db
    .selectFrom('organisations.offer_import')
    .select('content')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  // Written by `keepSentFile` of this or an earlier day's program.
  return row && (row.content as SentFile)
}

/** Forgets a sent file: it was confirmed, or is not wanted. */
export async function forgetSentFile(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('organisations.offer_import').where('id', '=', id).execute()
}

/** Forgets files nobody confirmed before `moment`. */
export async function forgetSentFilesBefore(tx: Tx, moment: Date): Promise<void> {
  await tx.db.deleteFrom('organisations.offer_import').where('sent_at', '<', moment).execute()
}
