import { systemActor } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/database/connect.ts'
import type { Transact, Tx } from '../../platform/database/transact.ts'
import { accountById } from '../../platform/identity/index.ts'
import { queueMail } from '../../platform/mail/index.ts'
import { catalogue, textsIn } from '../../platform/messages/index.ts'

/** The job that mails a colleague that something waits. */
export const tellColleagueTask = 'guidance.tellColleague'

/** Lets a colleague know by mail that something waits; the mail never says what (P22). Several in a row are one mail. */
export const tellColleague = (tx: Tx, userId: string): Promise<void> =>
  tx.enqueue({ task: tellColleagueTask, payload: { id: userId }, key: `${tellColleagueTask}:${userId}` })

type Needs = {
  readonly owner: Db
  readonly transact: Transact
  readonly clock: () => Date
  readonly address: () => string
}

/** Writes the mail; nothing when the account is gone. */
export async function mailColleague(
  { owner, transact, clock, address }: Needs,
  municipalityId: string,
  userId: string,
): Promise<void> {
  const account = await accountById(owner, userId)
  if (!account) return
  const t = textsIn(catalogue, account.language, clock())
  await transact(systemActor(municipalityId, tellColleagueTask), (tx) =>
    queueMail(tx, {
      to: account.email,
      subject: t('guidance.mail.subject'),
      text: t('guidance.mail.text', { address: `${address()}/today` }),
    }),
  )
}
