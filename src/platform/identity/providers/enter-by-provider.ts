import { withoutTurns } from '../../../ui/index.ts'
import { type Account, accountByEmail, accountById, accountFor } from '../accounts/account-store.ts'
import type { Auth } from '../auth.ts'
import type { AuthNeeds } from '../auth-needs.ts'
import { acceptInvitation, openInvitationsFor } from '../invitations/invitation-store.ts'
import { openMembershipsOf } from '../memberships/membership-store.ts'
import { limitSession } from '../sessions/session-store.ts'
import { accountLinkedTo, linkAccount } from './link-store.ts'
import { admission, type RefusalReason, type Vouching } from './provider.ts'
import type { UsableProvider } from './provider-store.ts'

/** What the word of a provider opened. */
export type ProviderEntry =
  | { readonly kind: 'entered'; readonly cookies: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: RefusalReason }

type Needs = Pick<AuthNeeds, 'owner' | 'clock'> & { readonly auth: Auth }

/**
 * Lets somebody in whom the provider of a municipality vouches for: whoever has a membership there, or was invited to the address
 * the provider says is theirs. The invitation is then accepted. The session works in that municipality and those roles only, so a
 * provider cannot open what its municipality did not give.
 */
export async function enterByProvider(
  needs: Needs,
  provider: UsableProvider,
  vouching: Vouching,
  headers: Headers,
): Promise<ProviderEntry> {
  const { owner, clock, auth } = needs
  const { municipalityId } = provider
  const link = { municipalityId, issuer: provider.issuer, subject: vouching.subject }
  const linked = await linkedAccount(needs, link)
  const email = linked?.email ?? vouching.verifiedEmail
  if (!email) return { kind: 'refused', reason: 'noAddress' }
  const known = linked ?? (await accountByEmail(owner, email))
  const memberships = known ? await openMembershipsOf(owner, known.id) : []
  const admitted = admission(
    vouching,
    memberships.filter((membership) => membership.municipalityId === municipalityId),
    await openInvitationsFor(owner, municipalityId, email, clock()),
  )
  if (admitted.kind === 'refused') return admitted
  const account =
    known ?? (await accountFor(owner, { email, name: withoutTurns(vouching.name ?? nameIn(email)), language: 'nl' }))
  const accepted = await Promise.all(
    admitted.invitations.map((invitation) => acceptInvitation(owner, invitation, account.id, clock())),
  )
  if (!linked) await linkAccount(owner, link, account.id, clock())
  const entered = await auth.api.enter({ body: { accountId: account.id }, headers, returnHeaders: true })
  const places = new Set([...admitted.memberships.map(({ id }) => id), ...accepted.filter((id) => id !== undefined)])
  await limitSession(owner, entered.response.token, {
    municipalityId,
    roles: vouching.roles,
    membershipId: places.size === 1 ? [...places][0] : undefined,
  })
  return { kind: 'entered', cookies: entered.headers.getSetCookie() }
}

async function linkedAccount(
  { owner }: Needs,
  link: Parameters<typeof accountLinkedTo>[1],
): Promise<Account | undefined> {
  const accountId = await accountLinkedTo(owner, link)
  return accountId === undefined ? undefined : accountById(owner, accountId)
}

/** Until somebody writes their own name: what stands before the @. */
const nameIn = (email: string) => email.slice(0, email.indexOf('@')).slice(0, 120)
