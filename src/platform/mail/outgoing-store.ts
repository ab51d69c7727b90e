import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Db } from '../database/connect.ts'
import type { Tx } from '../database/transact.ts'
import type { Vault } from '../encryption/vault.ts'
import type { Mail } from './compose.ts'

/** Key under which waiting mail is sealed: it belongs to no data zone. */
const mailZone = '00000000-0000-0000-0000-000000000000'
const column = 'platform.outgoing_mail.sealed'

/** Queues a mail in the transaction: it goes out only if the act it belongs to was kept. */
export async function queueMail(tx: Tx, mail: Mail): Promise<void> {
  const id = uuidv7()
  const key = await tx.vault.zone(mailZone, mailZone)
  const municipalityId = tx.actor.municipalityId
  await tx.db
    .insertInto('platform.outgoing_mail')
    .values({ id, municipality_id: municipalityId, sealed: key.seal({ column, rowId: id }, JSON.stringify(mail)) })
    .execute()
  await tx.enqueue({ task: 'mail.send', payload: { id } })
}

/** Queues a mail of the installation itself (a sign-in link), outside any municipality. */
export async function queueInstallationMail(owner: Db, vault: Vault, mail: Mail): Promise<void> {
  const id = uuidv7()
  const key = await vault.zone(mailZone, mailZone)
  await owner.transaction().execute(async (db) => {
    await db
      .insertInto('platform.outgoing_mail')
      .values({ id, municipality_id: null, sealed: key.seal({ column, rowId: id }, JSON.stringify(mail)) })
      .execute()
    await sql`select platform.enqueue('mail.send', ${JSON.stringify({ id, municipalityId: mailZone })}::json, null, null)`.execute(
      db,
    )
  })
}

/** The mail still to be sent under `id`, or undefined when it left already. */
export async function waitingMail(owner: Db, vault: Vault, id: string): Promise<Mail | undefined> {
  const row = await owner
    .selectFrom('platform.outgoing_mail')
    .select('sealed')
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .executeTakeFirst()
  if (!row?.sealed) return undefined
  const key = await vault.zone(mailZone, mailZone)
  return JSON.parse(key.open({ column, rowId: id }, row.sealed)) as Mail
}

/** Wipes the text of a mail that left; that it left stays. */
export async function markSent(owner: Db, id: string, now: Date): Promise<void> {
  await owner.updateTable('platform.outgoing_mail').set({ sealed: null, sent_at: now }).where('id', '=', id).execute()
}

/** Lets mail go that was queued before `moment`: what left, and what never could. */
export async function forgetMailBefore(owner: Db, moment: Date): Promise<void> {
  await owner.deleteFrom('platform.outgoing_mail').where('created_at', '<', moment).execute()
}
