import { isoDateIn } from '@meernet/calendar'
import type { Tx } from '../../../platform/database/transact.ts'
import { colleagues, tellColleague } from '../../../platform/identity/index.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import { answerExpectedOn } from './handover.ts'
import { longUnanswered, noteAsked } from './unanswered-store.ts'

/**
 * Mails about handovers that have no answer ten working days after their last step, and every ten after that: to whom they return
 * and, once the two sides met, to the receiver. The mail says that something waits, not what (P22). As the program.
 */
export async function askForAnswers(tx: Tx): Promise<void> {
  const today = isoDateIn(municipalTimeZone, tx.now)
  const late = (await longUnanswered(tx)).filter(({ lastStepOn }) => answerExpectedOn(lastStepOn) <= today)
  await noteAsked(
    tx,
    late.map(({ id }) => id),
    today,
  )
  for (const { returnsTo, receiverZoneId, state } of late) {
    await tellColleague(tx, returnsTo)
    if (state === 'introduced' && receiverZoneId) await tellReceivers(tx, receiverZoneId)
  }
}

/**
 * Mails those who may answer for a zone: its coordinators under secrecy, or where it has none its social workers. A receiver without
 * account has the mail with the link instead.
 */
export async function tellReceivers(tx: Tx, zoneId: string): Promise<void> {
  const receivers = (
    await colleagues(tx, { roles: ['coordinator', 'partnerCoordinator', 'socialWorker'], zoneId })
  ).filter(({ secrecy }) => secrecy === 'professionalSecrecy')
  const coordinators = receivers.filter(({ role }) => role !== 'socialWorker')
  for (const { userId } of coordinators.length > 0 ? coordinators : receivers) await tellColleague(tx, userId)
}
