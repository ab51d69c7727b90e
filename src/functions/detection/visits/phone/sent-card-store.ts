import { isoDateIn } from '@meernet/calendar'
import type { Tx } from '../../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../../platform/messages/index.ts'
import type { SentCard, SentCardStatus } from './rounds-answer.ts'

/** Days during which the phone shows what became of a card. */
const shownDays = 90

/** Where the cards of this visitor stand, newest first: status only, never what is on them. */
export async function sentCardsOf(tx: Tx, visitorId: string): Promise<readonly SentCard[]> {
  const rows = await tx.db
    .selectFrom('detection.signal')
    .select(['id', 'state', 'case_progress', 'received_at'])
    .where('sender_user_id', '=', visitorId)
    .where('received_at', '>', new Date(tx.now.getTime() - shownDays * 86_400_000))
    .orderBy('received_at', 'desc')
    .execute()
  return rows.map(({ id, state, case_progress, received_at }) => ({
    id,
    status: statusOf(state, case_progress),
    sentOn: isoDateIn(municipalTimeZone, received_at),
  }))
}

/** What a sender hears: taken up, later followed; a decline and a closing look the same. */
function statusOf(state: string, progress: string | null): SentCardStatus {
  if (progress === 'closed' || state === 'closed' || state === 'declined') return 'closed'
  if (progress === 'followed') return 'followed'
  return state === 'received' ? 'received' : 'takenUp'
}
