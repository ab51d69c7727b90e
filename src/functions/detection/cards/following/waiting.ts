import { isStaff } from '../../../../platform/access/rule.ts'
import type { WaitingOf } from '../../../../platform/waiting/waiting.ts'
import { handInCards } from '../../signals/access.ts'
import { toldToMe } from './told-word-store.ts'

/** Days for which words about a card one sent stand on "Vandaag". */
const newsDays = 7

/** For a sender: that something may be known about a card, beyond where it stands. */
export const waitingInFollowing: WaitingOf = async (tx) => {
  if (!isStaff(tx.actor) || !handInCards.allows(tx.actor)) return []
  const since = tx.now.getTime() - newsDays * 86_400_000
  const fresh = (await toldToMe(tx)).filter(({ toldAt }) => toldAt.getTime() > since)
  const [only, another] = fresh
  if (!only) return []
  const href = another ? '/cards' : `/cards/${only.cardId}`
  return [{ message: 'detection.waiting.told', values: { count: fresh.length }, href, dueOn: undefined }]
}
