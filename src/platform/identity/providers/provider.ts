import type { Role } from '../../access/actor.ts'

/** The OpenID Connect provider of one municipality, as its administrator keeps it; the secret stays sealed. */
export type Provider = {
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  /** The claim that names roles; null when the provider says nothing about them. */
  readonly roleClaim: string | null
  /** Which value of that claim stands for which role. */
  readonly roleValues: readonly RoleValue[]
  readonly isOn: boolean
  readonly checkedAt: Date
  readonly version: number
}
export type RoleValue = { readonly role: Role; readonly value: string }

/** What a provider says about somebody who signed in there. `claims` are checked: signed by it, for us, for this attempt. */
export type Vouching = {
  readonly subject: string
  /** In lower case; undefined when there is none, or when the provider does not say that it is theirs. */
  readonly verifiedEmail: string | undefined
  readonly name: string | undefined
  readonly roles: 'all' | readonly Role[]
}

/** Reads a provider's claims. Roles can only be fewer than what an administrator gave: a claim gives nobody a membership. */
export function vouchingOf(
  claims: Readonly<Record<string, unknown>>,
  { roleClaim, roleValues }: Pick<Provider, 'roleClaim' | 'roleValues'>,
): Vouching {
  return {
    subject: String(claims.sub),
    verifiedEmail: claims.email_verified === true ? textOf(claims.email)?.toLowerCase() : undefined,
    name: textOf(claims.name)?.slice(0, 120),
    roles: roleClaim === null ? 'all' : rolesIn(claims[roleClaim], roleValues),
  }
}

/** Why a provider's word opens nothing. */
export type RefusalReason = 'noAddress' | 'notInvited' | 'otherRole'

/** Who may work in a municipality in a role: a membership somebody has, or an invitation to one. */
type Place = { readonly role: Role }

/**
 * What somebody who was vouched for may enter: `memberships` they have here and open `invitations` to their address, both within
 * the roles the provider named. Refused when nobody invited them, or for other roles only.
 */
export function admission<Membership extends Place, Invitation extends Place>(
  { roles }: Pick<Vouching, 'roles'>,
  memberships: readonly Membership[],
  invitations: readonly Invitation[],
):
  | {
      readonly kind: 'admitted'
      readonly memberships: readonly Membership[]
      readonly invitations: readonly Invitation[]
    }
  | { readonly kind: 'refused'; readonly reason: RefusalReason } {
  if (memberships.length + invitations.length === 0) return { kind: 'refused', reason: 'notInvited' }
  const isNamed = ({ role }: Place) => roles === 'all' || roles.includes(role)
  const open = { memberships: memberships.filter(isNamed), invitations: invitations.filter(isNamed) }
  if (open.memberships.length + open.invitations.length === 0) return { kind: 'refused', reason: 'otherRole' }
  return { kind: 'admitted', ...open }
}

function rolesIn(claim: unknown, roleValues: readonly RoleValue[]): readonly Role[] {
  const named = new Set([claim].flat().filter((value) => typeof value === 'string'))
  return [...new Set(roleValues.filter(({ value }) => named.has(value)).map(({ role }) => role))]
}

/** What is written in a claim; undefined for what is no text, or has control characters in it. */
const textOf = (value: unknown) =>
  typeof value === 'string' && /^\P{Cc}+$/u.test(value.trim()) ? value.trim() : undefined
