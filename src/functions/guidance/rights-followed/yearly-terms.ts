import { type IsoDate, isoDateIn } from '@meernet/calendar'
import type { Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import { remind } from './actions.ts'
import { moveAskBy, pastTerms } from './followed-right-store.ts'
import { rightOf } from './right-words.ts'
import { nextYearlyLastDay } from './term.ts'

/** Rights whose last day passed without asking and comes back each year get that of the next year, with its task. */
export async function renewYearlyTerms(tx: Tx): Promise<void> {
  const today = isoDateIn(municipalTimeZone, tx.now)
  for (const past of await pastTerms(tx, today)) {
    const askBy = nextOf(past.rightId, today)
    if (!askBy) continue
    await moveAskBy(tx, past.id, askBy)
    await remind(tx, { ...past, askBy, standing: { state: 'worthAsking' } })
  }
}

function nextOf(rightId: string, today: IsoDate): IsoDate | null {
  const right = rightOf(rightId)
  return right ? nextYearlyLastDay(right, today) : null
}
