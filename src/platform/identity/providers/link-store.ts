import { uuidv7 } from 'uuidv7'
import type { Db } from '../../database/connect.ts'

/** Somebody as one provider knows them. The same provider in two municipalities is two: what one vouches for binds one. */
export type ProviderLink = { readonly municipalityId: string; readonly issuer: string; readonly subject: string }

/** The account that this somebody entered before. NOTE as the owner, like below. */
export async function accountLinkedTo(owner: Db, link: ProviderLink): Promise<string | undefined> {
  const row = await owner
    .selectFrom('identity.credential')
    .select('account_id')
    .where('provider', '=', providerOf(link))
    .where('provider_account', '=', link.subject)
    .executeTakeFirst()
  return row?.account_id
}

/** Remembers whose account this is, so that it is known again when the address changes. */
export async function linkAccount(owner: Db, link: ProviderLink, accountId: string, now: Date): Promise<void> {
  await owner
    .insertInto('identity.credential')
    .values({
      id: uuidv7(),
      account_id: accountId,
      provider: providerOf(link),
      provider_account: link.subject,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const providerOf = ({ municipalityId, issuer }: ProviderLink) => `${municipalityId} ${issuer}`
