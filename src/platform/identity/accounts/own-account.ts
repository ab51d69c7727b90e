import { type Ctx, forbidden, staffOf } from '../../http/index.ts'
import type { Auth } from '../auth.ts'
import type { AuthNeeds } from '../auth-needs.ts'
import { accountOfRequest } from '../sessions/session-of.ts'
import { type Account, accountById } from './account-store.ts'

/** The account of who is signed in. */
export async function ownAccount(c: Ctx, { owner }: Pick<AuthNeeds, 'owner'>): Promise<Account> {
  return (await accountById(owner, staffOf(c).userId)) ?? forbidden('there is no such account any more')
}

/**
 * The account of who is signed in, to change its ways in. Refused in a session that a municipality's provider opened: what one
 * municipality vouches for must not become a way into another.
 */
export async function accountInFull(c: Ctx, needs: AuthNeeds & { readonly auth: Auth }): Promise<Account> {
  const session = await accountOfRequest(needs, c.req.raw.headers)
  if (session?.onlyMunicipalityId) forbidden('ways in are not changed in a session of a provider')
  return ownAccount(c, needs)
}
