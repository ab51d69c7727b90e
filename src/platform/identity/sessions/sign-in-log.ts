import { type StaffActor, systemActor } from '../../access/actor.ts'
import type { AuthNeeds } from '../auth-needs.ts'
import { openMembershipsOf } from '../memberships/membership-store.ts'

/** In what way somebody came in, as the log says it. */
export type WayIn =
  | 'by mail link'
  | 'by password and code'
  | 'by passkey'
  | 'by provider'
  | 'by invitation'
  | 'by choosing a membership'
  | 'in the demo'

/** Notes in the log of the municipality that somebody begins to work in a membership. */
export async function noteSignIn(
  { transact }: Pick<AuthNeeds, 'transact'>,
  actor: StaffActor,
  way: WayIn,
): Promise<void> {
  await transact(actor, async (tx) =>
    tx.audit({ action: 'sign in', subject: { type: 'membership', id: actor.membershipId }, reason: way }),
  )
}

/**
 * Notes a wrong password or code for an account that is known, in every municipality it may work in: each may want to know that
 * somebody tries. Tries on other addresses are lines of the technical log only, because they are nobody's.
 */
export async function noteRefusedSignIn(
  { transact, owner }: Pick<AuthNeeds, 'transact' | 'owner'>,
  accountId: string,
  reason: 'wrong password' | 'wrong code',
): Promise<void> {
  for (const { id, municipalityId } of await openMembershipsOf(owner, accountId))
    await transact(systemActor(municipalityId, 'sign in'), async (tx) =>
      tx.audit({ action: 'refuse sign-in', subject: { type: 'membership', id }, reason }),
    )
}
