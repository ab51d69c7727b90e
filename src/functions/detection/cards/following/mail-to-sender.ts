import type { Tx } from '../../../../platform/database/transact.ts'
import { tellColleague } from '../../../../platform/identity/index.ts'
import { isFrozenAccount } from '../../../../registers/volunteers/index.ts'

/**
 * Lets the colleague or volunteer who sent a card know that there is news of it. Who asked to leave the data of their
 * volunteering alone gets no mail: the news is there when they look (P16).
 */
export async function mailSender(tx: Tx, userId: string): Promise<void> {
  if (!(await isFrozenAccount(tx, userId))) await tellColleague(tx, userId)
}
