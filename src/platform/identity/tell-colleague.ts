import { systemActor } from '../access/actor.ts'
import type { Db } from '../database/connect.ts'
import type { Transact, Tx } from '../database/transact.ts'
import { queueMail } from '../mail/index.ts'
import { catalogue, textsIn } from '../messages/index.ts'
import { accountById } from './accounts/account-store.ts'

/** The job that mails a colleague that something waits. */
export const tellColleagueTask = 'identity.tellColleague'

/** Lets a colleague know by mail that something waits; the mail never says what (P22). Several in a row are one mail. */
export const tellColleague = (tx: Tx, userId: string): Promise<void> =>
  tx.enqueue({ task: tellColleagueTask, payload: { id: userId }, key: `${tellColleagueTask}:${userId}` })

export type TellNeeds = {
  readonly owner: Db
  readonly transact: Transact
  readonly clock: () => Date
  readonly address: () => string
}

/** Writes the mail, in the language of the account; nothing when the account is gone. */
export async function mailColleague(
  { owner, transact, clock, address }: TellNeeds,
  municipalityId: string,
  userId: string,
): Promise<void> {
  const account = await accountById(owner, userId)
  if (!account) return
  const t = textsIn(catalogue, account.language, clock())
  await transact(systemActor(municipalityId, tellColleagueTask), (tx) =>
    queueMail(tx, {
      to: account.email,
      subject: t('identity.waits.subject'),
      text: t('identity.waits.text', { address: `${address()}/today` }),
    }),
  )
}
