import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { identifier } from '../../../platform/http/index.ts'
import type { SignalState } from '../signals/signal.ts'

/** A card one handed in, as its sender sees it: where it stands, nothing of what it says. */
export type SentSignal = {
  readonly id: string
  readonly receivedAt: Date
  readonly changedAt: Date
  readonly state: SignalState
  readonly caseProgress: 'takenUp' | 'followed' | 'closed' | null
}

/** Cards handed in by `userId`, newest first, or only `cardId`. One merged into another stands where that one stands. */
export async function sentSignals(tx: Tx, userId: string, cardId?: string): Promise<readonly SentSignal[]> {
  const isCard = cardId === undefined || identifier().safeParse(cardId).success
  if (!isCard) return []
  const { rows } = await sql<SentSignal>`
    select s.id, s.received_at as "receivedAt", coalesce(kept.changed_at, s.changed_at) as "changedAt",
      coalesce(kept.state, s.state) as state, coalesce(kept.case_progress, s.case_progress) as "caseProgress"
    from detection.signal s
    left join lateral detection.standing_of(s.merged_into) kept on s.merged_into is not null
    where s.sender_user_id = ${userId} and (${cardId ?? null}::uuid is null or s.id = ${cardId ?? null}::uuid)
    order by s.received_at desc limit 200`.execute(tx.db)
  return rows
}
