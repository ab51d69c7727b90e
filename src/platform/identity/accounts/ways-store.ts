import type { Db } from '../../database/connect.ts'
import { type Account, hasPassword } from './account-store.ts'
import type { Ways } from './ways.ts'

/** The ways in that an account has. NOTE as the owner. */
export async function waysOf(owner: Db, account: Account): Promise<Ways> {
  const { count } = await owner
    .selectFrom('identity.passkey')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('account_id', '=', account.id)
    .executeTakeFirstOrThrow()
  return {
    opensByMail: account.opensByMail,
    passkeys: Number(count),
    hasPasswordAndCode: account.hasSecondFactor && (await hasPassword(owner, account.id)),
  }
}

/** Opens or shuts the way through the mailbox. */
export async function setOpensByMail(owner: Db, accountId: string, opensByMail: boolean): Promise<void> {
  await owner.updateTable('identity.account').set({ opens_by_mail: opensByMail }).where('id', '=', accountId).execute()
}
