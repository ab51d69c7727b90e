import { sql } from 'kysely'
import type { Tx } from '../../database/transact.ts'
import type { OwnSession } from '../sessions/session-store.ts'

/** Open sessions of a colleague that work in this municipality or may choose it; for its administrator, empty for others. */
export async function sessionsOfColleague(tx: Tx, accountId: string): Promise<readonly OwnSession[]> {
  const { rows } = await sql<{ id: string; device: string; created_at: Date; last_seen_at: Date }>`
    select * from identity.sessions_of_colleague(${accountId}, ${tx.now}) order by last_seen_at desc`.execute(tx.db)
  return rows.map(({ id, device, created_at, last_seen_at }) => ({
    id,
    device,
    createdAt: created_at,
    lastSeenAt: last_seen_at,
  }))
}

/** Ends those sessions, wherever they are; gives how many. Sessions in other municipalities go on. */
export async function endSessionsOfColleague(tx: Tx, accountId: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select identity.end_sessions_of_colleague(${accountId}, ${tx.now}) as count`.execute(tx.db)
  return Number(rows[0]?.count ?? 0)
}

/** Whether a colleague shut the way through their mailbox. */
export async function isShutByMail(tx: Tx, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ shut: boolean }>`select identity.is_shut_by_mail(${accountId}) as shut`.execute(tx.db)
  return rows[0]?.shut ?? false
}

/** Lets links by mail open the account of a colleague again, who lost every other way; false when they do already. */
export async function openByMailAgain(tx: Tx, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ opened: boolean }>`
    select identity.open_by_mail_again(${accountId}) as opened`.execute(tx.db)
  return rows[0]?.opened ?? false
}
