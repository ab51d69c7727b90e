import { sql } from 'kysely'
import type { Tx } from '../../database/transact.ts'

/** What a visitor had not sent when their phone erased itself: how many acts, not which. */
export type LostActs = {
  readonly phoneId: string
  readonly visitor: string
  readonly count: number
  readonly wipedAt: Date
}

/** Acts lost with phones of this municipality that nobody asked about yet, oldest first; for a coordinator, empty for others. */
export async function actsLostWithPhones(tx: Tx): Promise<readonly LostActs[]> {
  const { rows } = await sql<{ phone_id: string; name: string; wiped_at: Date; not_sent: number }>`
    select * from identity.acts_lost_with_phones() order by wiped_at`.execute(tx.db)
  return rows.map(({ phone_id, name, wiped_at, not_sent }) => ({
    phoneId: phone_id,
    visitor: name,
    count: not_sent,
    wipedAt: wiped_at,
  }))
}

/** Notes that a coordinator asked the visitor about them; false when that was done already or is not theirs to do. */
export async function settleLostActs(tx: Tx, phoneId: string): Promise<boolean> {
  const { rows } = await sql<{ settled: boolean }>`
    select identity.settle_acts_lost_with_phone(${phoneId}, ${tx.now}) as settled`.execute(tx.db)
  return rows[0]?.settled ?? false
}
